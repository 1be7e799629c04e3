/**
 * How people shorten kinds of schools when they type, and what stands in the register. Both sides are written
 * as the search folds them: lower case, no umlauts.
 */
export const schoolAbbreviations: Readonly<Record<string, string>> = {
  gs: 'grundschule',
  ggs: 'grundschule',
  kgs: 'grundschule',
  gr: 'grundschule',
  hs: 'hauptschule',
  rs: 'realschule',
  ge: 'gesamtschule',
  ges: 'gesamtschule',
  igs: 'gesamtschule',
  sek: 'sekundarschule',
  sks: 'sekundarschule',
  gms: 'gemeinschaftsschule',
  gym: 'gymnasium',
  bk: 'berufskolleg',
  fs: 'forderschule',
  fos: 'forderschule',
  wbk: 'weiterbildungskolleg',
};

/** Words that fit nearly every school, or only stand around its name when people write a sentence. */
export const commonWords: ReadonlySet<string> = new Set(
  [
    'schule stadt stadtische stadtisches str school',
    'der die das dem den des an am auf aus bei bin ich im in ist und fur von vom wir zur',
    'at the in of from is my our work we',
  ].flatMap((words) => words.split(' ')),
);
