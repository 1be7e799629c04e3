import type { Category, Priority } from '../../tickets/index.js';

/** By what lists are narrowed, and the words that a person writes behind a list's command for it; lower case. */
export interface Filters {
  /** Beside a category's own name. */
  readonly categories: Readonly<Record<Exclude<Category, 'smalltalk'>, readonly string[]>>;
  readonly priorities: Readonly<Record<Priority | 'urgent', readonly string[]>>;
  /** Words that say nothing by themselves. */
  readonly between: readonly string[];
  readonly category: string;
  readonly anyCategory: string;
  readonly priority: string;
  readonly anyPriority: string;
  readonly urgent: string;
  readonly errors: { readonly category: string; readonly priority: string };
}

export const filters: Filters = {
  categories: {
    'ipad-hardware': ['ipad', 'ipads', 'ipad gerät', 'tablet', 'tablets'],
    'ipad-software': ['ipad app', 'ipad apps', 'app', 'apps'],
    'app-request': ['app-wunsch', 'app-wünsche', 'appwunsch'],
    network: ['wlan', 'w-lan', 'wifi', 'netzwerk', 'netz', 'internet'],
    display: ['beamer', 'tafel', 'tafeln', 'bildschirm', 'bildschirme', 'monitor', 'monitore', 'display'],
    computer: ['computer', 'rechner', 'pc', 'pcs', 'laptop', 'laptops', 'notebook', 'notebooks'],
    printer: ['drucker', 'scanner', 'kopierer'],
    account: ['konto', 'konten', 'passwort', 'passwörter', 'kennwort', 'anmeldung'],
    loss: ['verlust', 'verloren', 'diebstahl', 'gestohlen'],
    lending: ['ausleihe', 'ausleihen', 'leihgerät', 'leihgeräte'],
    workshop: ['schulung', 'schulungen', 'workshop', 'workshops', 'fortbildung'],
    other: ['sonstiges', 'anderes'],
  },
  priorities: {
    urgent: ['dringend', 'dringende', 'eilig', 'eilige'],
    P1: ['sehr dringend', 'sehr dringende'],
    P2: [],
    P3: ['normal', 'normale'],
    P4: ['kann warten', 'nicht dringend', 'unwichtig'],
  },
  between: ['und', 'zu', 'zum', 'zur', 'mit', 'für', 'bei', 'in', 'im', 'an', 'am', 'der', 'meldungen'],
  category: 'Thema',
  anyCategory: 'Alle',
  priority: 'Wie dringend?',
  anyPriority: 'Alle',
  urgent: 'dringend und sehr dringend',
  errors: {
    category: 'Bitte wählen Sie ein Thema.',
    priority: 'Bitte wählen Sie, wie dringend.',
  },
};
