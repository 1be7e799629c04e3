import type { Language } from './language.js';

/** What somebody who tries the demonstration can write as a teacher. */
export const demoReports = {
  first: {
    de: 'In Raum B 204 geht das WLAN nicht, die ganze Klasse kommt nicht ins Internet',
    en: 'No wifi in room B 204, the whole class is offline',
  },
  selfHelp: { de: 'Mein iPad ist eingefroren', en: 'My iPad is frozen' },
  unclear: { de: 'Es hängt', en: 'Something here is broken' },
  several: {
    de: 'Der Beamer zeigt kein Bild und der Drucker druckt nicht',
    en: 'The projector shows no picture and the printer is jammed',
  },
  worksAgain: { de: 'Der Drucker geht wieder', en: 'The printer works again' },
  outage: { de: 'WLAN weg in der ganzen Schule', en: 'The wifi is down in the whole school' },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;
