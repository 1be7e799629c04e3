const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Folded words that occur in one of the two languages only. Left out are words that both use (tablet, app) and
 * German ones that English speakers pick up at school (the Beamer, the Raum). */
export const germanWords = words(
  'der das dem den des ein eine einen einem einer eines ich du er sie es wir ihr mich mir dir uns euch ihn ihm ihnen mein meine meinem meinen meiner ' +
    'unser unsere unserem unseren unserer und oder aber nicht nich kein keine keinen keiner mit von vom zum zur auf aus bei beim flackert gesperrt ' +
    'installieren ausgefallen papierstau bekommen tun brauch tot nach seit fuer ist sind bin hab habe hat haben war waren wird werden wurde kann koennen ' +
    'koennt koennten koennte geht gehen ging laeuft laufen funktioniert im um zu ja nein bitte danke hallo moin guten gruesse auch noch schon immer wieder ' +
    'mal jetzt gleich heute gestern morgen alle alles allen sich wie wo wer wann warum weil dass wenn als nur sehr mehr defekt schule klasse stunde ' +
    'unterricht lehrer schueler schuelerin kollege kollegin kollegium klausur pruefung passwort vergessen laedt leer weg brauche brauchen kommt komm macht ' +
    'gibt ohne ueber unter netz bild ton tafel dringend fehlt fehlen startet zeigt meldet druckt verloren geklaut gestohlen hier dort dann ganze ganzen ' +
    'euer eure ihre ihren fach nix fuenf zwei drei vier sechs sieben acht neun zehn mehrere einige paar woche wochen tagen minuten uhr leute haengt dauernd ' +
    'staendig langsam lahm weiss habt seid moeglich ausleihen merci gelesen geraet geraete kopierer bibliothek doch sehe nochmal dieser diese dieses waere ' +
    'haette wuerde wuerden gerne erledigt behoben die da steht kinder vor jemand nichts gern laesst bleibt sagt bildschirm soll neue kommen machen wollte ' +
    'raus dat drin ins zeigen sitzen einmal nie gar stehen selbst zurueck kollegen stift neuen gerade rein ne anderen durch haus moechte schluessel liegt ' +
    'beide schreiben kamera sagen leihen etwas sitzt fuers geraeten darf stecker heisst nun eigentlich nimmt sonst ganz dunkel sofort lassen komme herren ' +
    'maus denn braeuchten tuer geehrte damen findet kolleginnen liegen hatte freitag laden fragt papier dafuer braucht schrank oeffnen kennwort obwohl ' +
    'damit akku nen leinwand frage beiden alten schreibt sollte falsch sehen weiter wollen neues hilfe eltern vielleicht abgelaufen stuerzt klemmt buero ' +
    'warten hause naechste gemacht wochenende sobald jeder verbindung namen zwar hinten hoch grad frueh faehrt gefunden meldung anfangen kindern irgendwas ' +
    'statt dienst drucken vermutlich erscheint oben wegen haengen zusammen tafeln unten genau klassen lernen einfach vorbei letzten oeffnet haetten ' +
    'zwischen steckt bricht arbeiten jede verlangt andere decke piept ding wissen fernbedienung ferien davon stunden angeblich blinkt nummer sowas sieht ' +
    'zieht grosse keinem zugriff braeuchte starten ersten strom klappt lange gefallen fotos muessen jeden natuerlich wohl jedem sitze streifen gesagt platz ' +
    'neben wirklich dienstag sollen kennt sondern kleine deutsch moechten klassenbuch licht schloss muesste arbeit bekomme dreht ladewagen trotzdem termin ' +
    'schreibe seitdem reagiert bevor zimmer kopfhoerer telefon haelt beginnt zeit wen vertretung danach anmelden heiss richtig grossen knopf sekunden ' +
    'schicken passt dabei zweiten erkannt niemand donnerstag ueberhaupt kreide liebe erreichbar krieg duerfen erkennt welche leider mehreren waehrend ' +
    'rueckgabe friert schoen dazu kameras jedes geschrieben genommen schirm schuelern rechnern melden neustart mensch freischalten verbunden aufs gesehen ' +
    'abgebrochen worden inzwischen eben vorne dachte hatten jemanden bringen rechts schulung gebaeude dran anzeige wat bist welches einschalten ladegeraet ' +
    'falsche gegen gesamten ueberall eingefroren diesem irgendwo zustaendig ploetzlich sogar faengt sperren offen gehts gute nachricht fliegt lehrerin ' +
    'fernseher polizei mikro draussen lehrkraefte mikrofon aeh glaube finden keins wasser dreimal wackelt inne spinnt passiert wollten letzter vielen ' +
    'mittwoch viele schaltet nirgends leuchtet zugaenge schnell ausser angerufen heizung kaputte geplatzt sprung riss risse gesplittert verbogen klinke ' +
    'pfeift flackern lizenzen uff tauschkandidat besitzer versetzt wand guckt dose jahr jahre ende',
);
export const englishWords = words(
  'the a and or but not no my our your his their its i you he she we they me us them it this that these those is are were be been has have had does did ' +
    'dont doesnt didnt cant cannot wont isnt arent can could would should of to from with without for at by into onto about since when where who why how ' +
    'what which there here please thanks thank hello hey dear need needs someone anybody nobody everyone everything again anymore still just now today ' +
    'yesterday tomorrow room school class lesson exam teacher pupil pupils student students kids work works working broken keeps lost stolen stole left ' +
    'locked forgot forgotten password screen keyboard printer printing projector slow down up off out whole all any some two three four five six seven ' +
    'eight nine ten borrow show shows sound picture light lights library gym office staff sorted cheers get got getting log wants want if because very asks ' +
    'says starts started next week day morning afternoon after before during while only new old ours mine turn charge charging load loading stuck ive on ' +
    'like as every back theres nothing course come then time never over last somebody minutes good say may put see open page more set wrong camera same ' +
    'desk missing key right know ask dead other year first copier something colleagues teachers wall thing make cable none number half take friday little ' +
    'itself machine teach paper charger whether side possible weeks much monday even anything kindly sign asking coming went front parents single small ' +
    'long spare door waiting children too came entire longer headphones own already building night send floor window tell colleague looks write big summer ' +
    'think microphones frozen battery sent until few well found loan white read speaker tried holidays let second takes goes document keep empty close yet ' +
    'question glass love might changed through middle cracked change thursday whenever call makes showing thats each days evening message short look must ' +
    'case behind asked thirty listening mouse mean learn corner inside writing madam weve seems used visit licence tuesday water comes reading told shut ' +
    'available wed twenty lovely wait third opens cameras guess storage walked lot anywhere wednesday hasnt given connection reach try gets double another ' +
    'opened wanted others stopped once pen pictures month looking add give between dropped vanished whats maybe period along moved letters instead marks ' +
    'hear break anyone allowed typed turns begin lessons youre dark making standing received outside buttons took rights enter press files afraid lend bell ' +
    'couple twice seen socket doing ceiling saying forget type till straight boy lent counted accept called taken fixed finds child cupboard jammed ' +
    'beginners looked noise loud great appear address feel appears caretaker made schools opening turned learning past sleep supposed unlock shuts ' +
    'somewhere clicked promised machines returning printers stuff though beeps slides smoke across theyre myself literally nicked throws understand ' +
    'although microphone begun years entrance buy together cleaned rather tells having than grateful earth hundred share under several disappeared changing ' +
    'ago replacement able sheets forbidden things proper said become due eye around far really above using charged hurry walk leaking unplugged thought ' +
    'apparently managed pushed sits drives stays hallway actually yes sounds silent gave smells wee lads froze crashes fails return wet blocked gone ' +
    'everywhere hangs remote flickering solved phone line broke bust chirps chewing nvm tmrw cam gimme gonna wanna dunno yall oops hiya worst ever stupid ' +
    'guys jam loose both scan bulb bringing squeaks blank swollen fan screams obliged mind useless sparks disabled bored arrives',
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
