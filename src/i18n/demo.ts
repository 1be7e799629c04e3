import type { Language } from './language.js';

/** What somebody who tries the demonstration can write as a teacher. */
export const demoReport: Readonly<Record<Language, string>> = {
  de: 'In Raum B 204 geht das WLAN nicht, die ganze Klasse kommt nicht ins Internet',
  en: 'No wifi in room B 204, the whole class is offline',
};
