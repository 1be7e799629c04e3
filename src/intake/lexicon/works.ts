/** Folded words that tell that something works, that it does not, and that the two are set against each other. */
export const works: ReadonlySet<string> = new Set(
  'geht gehen laeuft laufen funktioniert funktionieren klappt startet works work working fine ok okay normal da einwandfrei'.split(
    ' ',
  ),
);
export const noWorks: ReadonlySet<string> = new Set(
  (
    'nicht nich nit kein keine keinen keiner keins niemand not cant cannot wont doesnt isnt no kaputt defekt langsam nur falsch immer staendig ' +
    'ab aus an auf hoch weg slow only broken out off never nie nichts stopped kaum schlecht fehlt'
  ).split(' '),
);
export const contrast: ReadonlySet<string> = new Set(
  'aber nur but only except doch allerdings jedoch ausser sondern however'.split(' '),
);
