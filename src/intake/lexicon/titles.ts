import type { Language } from '../../i18n/language.js';
import type { Category } from '../../tickets/index.js';

/** Beginnings that say nothing about the trouble. */
export const leadIns: readonly string[] = [
  'hallo(?: zusammen| liebes team| team| leute| liebe kolleg\\p{L}{0,8})?',
  'hi(?: all| there| team)?',
  'hey(?: team)?',
  'moin(?: moin)?',
  'guten (?:tag|morgen|abend)(?: zusammen)?',
  'good (?:morning|afternoon|evening)',
  'sehr geehrte damen und herren',
  'sehr geehrtes team',
  'liebes (?:it-?)?team',
  'dear (?:all|team|it team|sir or madam)',
  'servus',
  'bitte',
  'please',
  'also',
  'ja',
  'so',
  'hilfe',
  'help',
  'sos',
  'leute',
  'sorry',
  'na super',
  'ähm?',
  'liebe kolleg\\p{L}{0,8}',
  'hello(?: everyone| team)?',
];

export const emptyTitles: Readonly<Record<Language, string>> = {
  de: 'Meldung ohne Titel',
  en: 'Report without a title',
};

export const categoryTitles: Readonly<Record<Language, Readonly<Record<Category, string>>>> = {
  de: {
    'ipad-hardware': 'iPad: Gerät oder Zubehör',
    'ipad-software': 'iPad: System oder App',
    'app-request': 'Wunsch nach einer App',
    network: 'WLAN oder Netzwerk',
    display: 'Beamer, Tafel oder Bildschirm',
    computer: 'Computer',
    printer: 'Drucker',
    account: 'Konto oder Passwort',
    loss: 'Verlust oder Diebstahl',
    lending: 'Ausleihe',
    workshop: 'Schulung',
    smalltalk: 'Nachricht',
    other: 'Sonstiges',
  },
  en: {
    'ipad-hardware': 'iPad: device or accessory',
    'ipad-software': 'iPad: system or app',
    'app-request': 'Request for an app',
    network: 'Wi-Fi or network',
    display: 'Projector, board or screen',
    computer: 'Computer',
    printer: 'Printer',
    account: 'Account or password',
    loss: 'Loss or theft',
    lending: 'Lending',
    workshop: 'Training',
    smalltalk: 'Message',
    other: 'Something else',
  },
};
