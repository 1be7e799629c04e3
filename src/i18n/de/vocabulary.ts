import type {
  HandlingReason,
  Category,
  Closing,
  Priority,
  Scope,
  TicketState,
  WaitingReason,
} from '../../tickets/index.js';

const categories: Record<Category, string> = {
  'ipad-hardware': 'iPad: Gerät und Zubehör',
  'ipad-software': 'iPad: Apps und Einstellungen',
  'app-request': 'App-Wunsch',
  network: 'WLAN und Netzwerk',
  display: 'Tafel, Beamer, Bildschirm',
  computer: 'Computer und Laptop',
  printer: 'Drucker und Scanner',
  account: 'Konto und Passwort',
  loss: 'Verlust oder Diebstahl',
  lending: 'Ausleihe',
  workshop: 'Schulung',
  smalltalk: 'Kein Anliegen',
  other: 'Etwas anderes',
};

const scopes: Record<Scope, string> = {
  one: 'eine Person, ein Gerät',
  several: 'mehrere',
  class: 'eine Klasse',
  school: 'ganze Schule',
};

const priorities: Record<Priority, string> = {
  P1: 'sehr dringend',
  P2: 'dringend',
  P3: 'normal',
  P4: 'kann warten',
};

const states: Record<TicketState, string> = {
  draft: 'Entwurf',
  new: 'Eingegangen',
  claimed: 'In Bearbeitung',
  waiting: 'Wartet',
  resolved: 'Gelöst',
  closed: 'Abgeschlossen',
};

const waiting: Record<WaitingReason, string> = {
  requester: 'Wartet auf Antwort',
  vendor: 'Wartet auf Dienstleister',
  visit: 'Besuch vor Ort',
};

const closings: Record<Closing, string> = {
  solved: 'Gelöst und abgeschlossen',
  'no-reply': 'Ohne Antwort abgeschlossen',
  withdrawn: 'Zurückgezogen',
  duplicate: 'Mit anderer Meldung zusammengeführt',
};

/** Stars of a rating, worst first. */
const stars: readonly [string, string, string, string, string] = [
  'gar nicht zufrieden',
  'wenig zufrieden',
  'teils, teils',
  'zufrieden',
  'sehr zufrieden',
];

export const vocabulary = {
  categories,
  scopes,
  priorities,
  states,
  waiting,
  closings,
  stars,
  helpdesk: 'Helpdesk',
  /** Who stands in for whom: `Campus 7 (Vertretung für X bis Freitag)`. */
  deputyFor: (campus: string, manager: string, until: string | null): string =>
    until === null
      ? `${campus} (Vertretung für ${manager})`
      : `${campus} (Vertretung für ${manager} bis ${until})`,
  handlingReason: (reason: HandlingReason): string => {
    switch (reason.code) {
      case 'campus-of-school':
        return 'zuständig für Ihre Schule';
      case 'deputy':
        return `Vertretung für ${reason.for}`;
      case 'no-school':
        return 'weil keine Schule angegeben ist';
      case 'no-campus':
        return 'weil die Schule noch keinem Campus zugeordnet ist';
      case 'nobody-in-force':
        return 'weil im Campus gerade niemand im Dienst ist';
      case 'handed-over':
        return `übergeben von ${reason.by}`;
    }
  },
  /** The same for the people who handle it. */
  landedBecause: (reason: HandlingReason): string =>
    reason.code === 'campus-of-school' ? 'zuständig für diese Schule' : vocabulary.handlingReason(reason),
};
