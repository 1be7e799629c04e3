import type { Category } from '../../tickets/index.js';

/** Who does what with a kind of fault, in a few words; empty where that part has nothing to do with it. */
interface Shares {
  /** The media officer of the school: the first look. */
  readonly school: string;
  /** The campus manager, for the city. */
  readonly campus: string;
  /** Whoever made, sold, leases or insures it, by way of the campus manager. */
  readonly vendor: string;
}

const shares: Record<Category, Shares> = {
  'ipad-hardware': {
    school: 'Neustart, Kabel und Netzteil tauschen',
    campus: 'Gerät prüfen, Ersatz stellen',
    vendor: 'Reparatur und Versicherung',
  },
  'ipad-software': {
    school: 'Neustart, App beenden, WLAN prüfen',
    campus: 'Verwaltung der Geräte und Apps',
    vendor: 'Fehler der App',
  },
  'app-request': {
    school: 'Wunsch und Datenschutz in der Schule klären',
    campus: 'prüfen, beschaffen, verteilen',
    vendor: '',
  },
  network: {
    school: 'anderes Gerät am selben Ort probieren',
    campus: 'WLAN und Netzwerk im Gebäude',
    vendor: 'Leitung und Verkabelung',
  },
  display: {
    school: 'Strom, Kabel und Eingang prüfen, Neustart',
    campus: 'Einstellung und Anbindung',
    vendor: 'Reparatur und Lampe',
  },
  computer: {
    school: 'Strom und Kabel prüfen, Neustart',
    campus: 'Einrichtung, Anmeldung, Programme',
    vendor: 'Reparatur',
  },
  printer: {
    school: 'Papier, Toner und Stau, Neustart',
    campus: 'Anbindung und Einrichtung',
    vendor: 'Wartung und Ersatzteile',
  },
  account: {
    school: 'Passwort zurücksetzen, wo die Schule das darf',
    campus: 'Konten und Rechte',
    vendor: '',
  },
  loss: {
    school: 'in der Schule suchen, Schulleitung informieren',
    campus: 'Gerät sperren und orten',
    vendor: 'Versicherung',
  },
  lending: { school: '', campus: 'Geräte ausleihen', vendor: '' },
  workshop: { school: '', campus: 'Schulung planen', vendor: '' },
  smalltalk: { school: '', campus: '', vendor: '' },
  other: { school: '', campus: 'kümmert sich oder gibt weiter', vendor: '' },
};

/** What to know before a report is sent, where that spares somebody a wait: a sentence that names its own topic. */
const atOnce: Partial<Record<Category, string>> = {
  'app-request': 'Apps klären Sie bitte zuerst mit Ihren Medienbeauftragten.',
  account: 'Ihre Medienbeauftragten setzen Passwörter oft sofort zurück.',
  loss: 'Fehlt ein Gerät, sagen Sie es bitte auch der Schulleitung.',
};

/** What a vendor does of it, so that nobody expects it from the visit: a sentence that names its own topic. */
const byVendor: Partial<Record<Category, string>> = {
  'ipad-hardware': 'Ist ein iPad defekt, repariert es ein Dienstleister.',
  display: 'Ist das Gerät defekt, repariert es ein Dienstleister.',
  printer: 'Ersatzteile und Wartung für Drucker kommen vom Dienstleister.',
};

/** How the work is shared between school, city and vendors, where it matters. */
export const split = {
  fact: 'Wer macht was',
  /** On a report that nobody has taken yet: what the school can try meanwhile. */
  meanwhile: (category: Category): string =>
    shares[category].school === ''
      ? ''
      : `Solange kann Ihre Medienbeauftragte oder Ihr Medienbeauftragter schauen: ${shares[category].school}.`,
  /** On a draft: what the school can do at once; empty where that is not worth a line. */
  atOnce: (category: Category): string => atOnce[category] ?? '',
  /** On a draft: what a vendor will do; empty where that is not worth a line. */
  byVendor: (category: Category): string => byVendor[category] ?? '',
  /** To the channel: what the campus management itself does with it. */
  here: (category: Category): string =>
    shares[category].campus === '' ? '' : `Das macht hier das Campusmanagement: ${shares[category].campus}.`,
  /** While it waits for a vendor: what that one does. */
  atVendor: (category: Category): string =>
    shares[category].vendor === '' ? '' : `Dort liegt: ${shares[category].vendor}.`,
  all: (category: Category): string => {
    const { school, campus, vendor } = shares[category];
    return [
      ...(school === '' ? [] : [`Medienbeauftragte der Schule: ${school}`]),
      ...(campus === '' ? [] : [`Campusmanagement: ${campus}`]),
      ...(vendor === '' ? [] : [`Dienstleister: ${vendor}`]),
    ].join('; ');
  },
};
