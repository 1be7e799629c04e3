/**
 * Words that name no thing: what is wrong with it, whose it is, when and how. What is left of a title when they are taken
 * out is the thing it is about. Folded spelling (`ae` for `ä`), parted by blanks. Extend it where two reports of
 * different things are taken for one.
 */
export const noThings: ReadonlySet<string> = new Set(
  (
    'der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner mein meine meinen meinem meiner unser unsere unseren unserem ' +
    'ich wir er sie es uns mir mich man ihr ihre dein deine euer und oder aber auch noch nur schon sehr mehr so wie was wo wer wann warum weil dass ob wenn als ' +
    'ist sind war waren sein hat habe haben hatte wird werden wurde wurden kann koennen konnte muss soll will darf laesst lassen ' +
    'in im an am auf aus bei beim bis fuer mit nach ohne ueber um unter von vom vor zu zum zur durch gegen seit hinter neben zwischen ' +
    'nicht nichts nie nix net geht gehen ging gehts tut funktioniert funktionieren funktionierte klappt laeuft laufen startet starten reagiert reagieren ' +
    'defekt kaputt gestoert stoerung problem probleme fehler fehlermeldung hilfe hin leer voll weg tot haengt haengen spinnt streikt flackert ' +
    'zeigt zeigen anzeige laedt laden druckt drucken oeffnet oeffnen verbindet verbinden verbindung anmelden einloggen abgestuerzt stuerzt ab ' +
    'bild ton strom immer wieder heute gestern morgen jetzt gerade eben gleich montag dienstag mittwoch donnerstag freitag stunde stunden woche ' +
    'dringend eilig bitte hallo danke raum room klasse klassen schule alle alles allen ganze ganzen ganzer mehrere viele neu neue neuen neues alt alte alten ' +
    'the a an my our your his her its this that these those some any no not none and or but also still only already very too so how what where who when why because if ' +
    'is are was were be been am has have had does do did doesnt dont isnt wont cant cannot can could will would should shall may might must ' +
    'i we you he she it they us me them in on at of off for from with without to into by since after before over under between during against ' +
    'work works working worked broken broke dead down fault faulty fails failed failing error problem issue issues trouble help stuck frozen freezes hangs slow ' +
    'shows show showing print prints printing load loads loading charge charges charging open opens opening start starts starting connect connects connection login log ' +
    'again today yesterday now always never just lesson class classes school all every everything whole several many new old urgent please hello thanks'
  ).split(' '),
);
