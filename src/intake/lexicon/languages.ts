const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Folded words that occur in one of the two languages only. Left out are words that both use (tablet, app) and
 * German ones that English speakers pick up at school (the Beamer, the Raum). */
export const germanWords = words(
  'der das dem den des ein eine einen einem einer eines ich du er sie es wir ihr mich mir dir uns euch ihn ihm ihnen mein meine meinem meinen meiner unser unsere unserem unseren ' +
    'unserer und oder aber nicht nich kein keine keinen keiner mit von vom zum zur auf aus bei beim flackert gesperrt installieren ausgefallen papierstau bekommen tun brauch tot nach seit fuer ist sind bin hab habe hat haben war waren wird werden wurde kann ' +
    'koennen koennt koennten koennte geht gehen ging laeuft laufen funktioniert im um zu ja nein bitte danke hallo moin guten gruesse auch noch schon immer wieder mal jetzt gleich ' +
    'heute gestern morgen alle alles allen sich wie wo wer wann warum weil dass wenn als nur sehr mehr defekt schule klasse stunde unterricht lehrer schueler ' +
    'schuelerin kollege kollegin kollegium klausur pruefung passwort vergessen laedt leer weg brauche brauchen kommt komm macht gibt ohne ueber unter netz bild ' +
    'ton tafel beim dringend fehlt fehlen startet zeigt meldet druckt verloren geklaut gestohlen bekommen hier dort dann ganze ganzen euer eure ihre ihren fach nix ' +
    'fuenf zwei drei vier sechs sieben acht neun zehn mehrere einige paar woche wochen tagen minuten uhr leute haengt dauernd staendig langsam lahm weiss habt seid ' +
    'moeglich ausleihen laeuft merci gelesen geraet geraete kopierer papierstau bibliothek doch sehe nochmal dieser diese dieses waere haette wuerde wuerden gerne erledigt behoben',
);
export const englishWords = words(
  'the a and or but not no my our your his their its i you he she we they me us them it this that these those is are were be been has have had do does did dont doesnt ' +
    'didnt cant cannot wont isnt arent can could would should of to from with without for at by into onto about since when where who why how what which there here please thanks thank ' +
    'hello hey dear need needs someone anybody nobody everyone everything again anymore still just now today yesterday tomorrow room school class lesson exam teacher pupil pupils student ' +
    'students kids work works working broken keeps lost stolen stole left locked forgot forgotten password screen keyboard printer printing projector slow down up off out whole all any some ' +
    'two three four five six seven eight nine ten borrow show shows sound picture light lights library gym office staff sorted cheers get got getting log been wants want if so because ' +
    'very asks says start starts started next week day morning afternoon after before during while only new old our ours mine turn charge charging load loading stuck ive',
);

/** Folded endings and letter groups that speak for one language, for words that stand in neither list. */
export const germanShapes: readonly string[] = [
  'sch',
  'ae',
  'oe',
  'ue',
  'ung',
  'keit',
  'heit',
  'lich',
  'zt',
  'cht',
  'pf',
  'ein',
  'ier',
  'tz',
  'ert',
];
export const englishShapes: readonly string[] = [
  'ing',
  'tion',
  'th',
  'wh',
  'oo',
  'ee',
  'ea',
  'gh',
  'ould',
  'ly',
  'ous',
];
