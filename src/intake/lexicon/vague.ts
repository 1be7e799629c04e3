/** Folded words in which people tell that something is wrong without naming what; a report of these alone has an open kind. */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** What does not work, if it is denied. */
export const workingWords: ReadonlySet<string> = new Set(
  words(`
    geht gehts gehn laeuft laufts klappt klappts funktioniert funktionierts funzt tut tuts will reagiert laedt startet
    macht passiert ruehrt bewegt funktionieren laufen klappen gehen
    work works working worked loads loading load responds happens happening runs running starts
  `),
);

export const denials: ReadonlySet<string> = new Set(
  words(`
    nicht nich net ned nichts nix nischt
    not nothing doesnt didnt dont isnt arent wont cant
  `),
);

/** Trouble by themselves, unless denied. */
export const troubleWords: ReadonlySet<string> = new Set(
  words(`
    kaputt defekt spinnt spinnen spinnts streikt streiken langsam lahm haengt hakt ruckelt kriecht hilfe problem probleme
    stoerung stoerungen ausgefallen ausfall fehler fehlermeldung notfall tot eingefroren abgestuerzt lahmgelegt chaos
    schnarchlangsam ewig ewigkeit
    slow broken help stuck frozen dead died problem problems issue issues trouble wrong error outage down crashed emergency
    laggy lagging forever
  `),
);

/** What may stand beside it and names no thing. */
export const besideWords: ReadonlySet<string> = new Set(
  words(`
    hallo hi hey moin guten morgen tag liebe lieber leute team zusammen kollegen bitte dringend schnell asap sofort mal eben
    kurz ich wir ihr es das dies die der den dem ein eine einen einer mein meine mir mich uns euch man ist sind war bin habe
    hab haben hat da hier dort bei in im am an auf mit von zu und oder aber denn doch halt ja so sehr ganz gar voll total
    komplett echt wirklich extrem super alles alle allem alle irgendwas irgendwie irgendetwas etwas was wer jemand jemanden
    wieder mehr schon noch auch nur immer staendig dauernd heute jetzt gerade grad ploetzlich seit gestern frueh
    letzter woche einfach rund brauche brauch braeuchte kann koennt koennen koennte kommen komm helfen schauen gucken technik raum zimmer
    technisch technisches technische ding dinge zeug sache kram teil geraet system systeme dauert boah mist wird werden
    hello room please can could someone somebody anyone everything all everyone anything something it its this that these is are
    was does do did the a an my our me us i we you im have has got having need here there at in on and or but so very really super too
    again anymore any more today now right since this morning yesterday still just always keeps keep spinning up acting
    technical tech stuff thing things of sudden completely totally takes take getting going
  `),
);
