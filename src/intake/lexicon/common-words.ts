/** Folded words of everyday speech that lie a slip away from a word of the lexicon and must not be taken for it. */
export const commonWords: ReadonlySet<string> = new Set(
  (
    'heute morgen gestern immer wieder einmal leider bitte danke schon jetzt gleich unser unsere unserer unserem unseren mein meine meiner meinem meinen ' +
    'haben hatte hatten habe werden wurde wurden worden sein seine ihrer ihre ihren einem einen einer eines keine keinen diese dieser dieses diesem ' +
    'wegen gegen neben unter ueber hinter zwischen durch waehrend weil damit obwohl sondern nachdem bevor welche welcher welches woche wochen stunde stunden ' +
    'minute minuten tage tagen monat schule schulen klasse klassen kinder lehrer lehrerin schueler schuelerin eltern kollege kollegen kollegin ' +
    'gerne einfach vielleicht eigentlich trotzdem zuletzt sofort selbst sehen sagen sagte machen macht gemacht gehen kommen kommt steht stehen stelle ' +
    'helfen hilfe hilft weiter wissen weiss finde finden findet lassen laesst neues neuer neuen alten andere anderen anderer alles allen aller beide beiden ' +
    'liebe lieber lieben gruesse gruessen freundlichen guten abend mittag nachmittag raeume raum zimmer unterricht pause ' +
    'about after again always before being could would should there their these those where which while since today tomorrow yesterday ' +
    'morning please thanks really other others every everyone something anything nothing maybe still because under over into with without within ' +
    'class classes lesson lessons pupil pupils student students teacher teachers school schools right night light minute minutes hours weeks months ' +
    'great group thing things think going gonna doing does doesnt could cannot first second third three seven eight room rooms water later letter better matter ' +
    'mitten rechnen wuerden wuerde stoerung stoerungen schreiben schrieb geraeusche geraeusch spint spind bleiben bleibe blinkt schulrat schulhof freitag montag dienstag mittwoch donnerstag samstag sonntag several staendig stimmt nummer nummern stimmen ' +
    'bringen bringt tragen traegt halten haelt fallen nehmen nimmt geben gebe liegen lernen lernt lesen liest suchen sucht zeigen bilden brauche dachte denke glaube hoffe frueher spielen spielt treffen trifft ' +
    'regen reden redet reicht rechts links vorne hinten oben unten draussen drinnen wohl ziemlich etwas irgendwas irgendwie jemand jeder jedes jeden jedem solche solcher seitdem mindestens ungefaehr fast kaum ' +
    'fenster januar februar maerz april juni juli august september oktober november dezember sommer winter fruehling herbst ferien deutsch englisch mathe physik chemie biologie kunst musik sport religion ' +
    'paper later table tables place places people person makes taken taking comes leave leaves start state sound sounds wrong wring house horse trying tried almost another each either enough every quite spend ' +
    'spaeter naechste naechsten naechster letzte letzten letzter erste ersten zweite dritte dritten vierte sitzen sitzt warten wartet waere waeren koennte koennten sollte sollten ' +
    'wollte wollten moechte moechten muesste muessen musste darf duerfen kannst willst weitere weiteren sachen leute menschen haelfte'
  ).split(' '),
);
