import type { OpenFacts } from '../../tickets/ticket.js';

const states: Readonly<Record<OpenFacts['state'], string>> = {
  new: 'Noch nicht übernommen',
  claimed: 'In Arbeit',
  waiting: 'Wartet',
};

const reports = (count: number): string => (count === 1 ? '1 Meldung' : `${count} Meldungen`);

/** Lists of open tickets for the staff, and the commands that show them. */
export const lists = {
  /** Lower case. The whole message is one of these, or one followed by what it is about. */
  commands: {
    open: ['offen', 'offene', 'offene meldungen', 'liste'],
    mine: ['meine', 'meine aufgaben', 'bei mir'],
    overdue: ['überfällig', 'überfällige', 'überfällige meldungen', 'ueberfaellig'],
    waiting: ['wartend', 'wartende', 'wartende meldungen'],
    ofSchool: ['schule'],
    search: ['suche', 'suchen', 'finde'],
    maintenance: ['wartung', 'wartungen'],
    newTicket: ['neu', 'neue meldung', 'telefon'],
  },
  /** What to write, and what it does. */
  help: {
    open: ['offen', 'zeigt offene Meldungen, das Dringendste zuerst'],
    mine: ['meine', 'zeigt, was Sie übernommen haben'],
    overdue: ['überfällig', 'zeigt, was schon hätte erledigt sein sollen'],
    waiting: ['wartend', 'zeigt, was auf Besuch, Antwort oder Dienstleister wartet'],
    ofSchool: ['Schule Lindenschule', 'zeigt offene Meldungen einer Schule'],
    search: ['suche Beamer 204', 'findet Meldungen, auch alte'],
    maintenance: ['Wartung', 'zeigt fällige Wartungen'],
    absence: ['Abwesenheit', 'trägt ein, wann jemand nicht da ist'],
    newTicket: ['neu', 'sagt, wie Sie eine Meldung am Telefon aufnehmen'],
    status: ['K7M-3QX', 'zeigt eine Meldung'],
    link: ['verknüpfen', 'verbindet diesen Kanal mit einem Campus oder dem Helpdesk'],
  } satisfies Readonly<Record<string, readonly [string, string]>>,
  helpWord: 'Befehle',
  helpIntro: 'Das können Sie mir schreiben, in einem Kanal mit „@Campusdesk“ davor:',
  states,
  titles: {
    open: 'Offene Meldungen',
    overdue: 'Überfällige Meldungen',
    new: 'Noch nicht übernommene Meldungen',
    claimed: 'Meldungen in Arbeit',
    waiting: 'Wartende Meldungen',
  },
  found: (typed: string): string => `Suche: ${typed}`,
  word: 'Liste',
  city: 'ganze Stadt',
  of: (name: string): string => `bei ${name}`,
  count: reports,
  moreThan: (count: number): string => `mehr als ${count} Meldungen`,
  asOf: (time: string): string => `Stand ${time}`,
  page: (page: number): string => `Seite ${page}`,
  nothing: 'Hier ist zurzeit nichts.',
  summary: (title: string, count: string): string => `${title}: ${count}`,
  notAllowed: 'Diese Liste sehen nur die Zuständigen.',
  onlyLinked: 'Listen zeige ich nur im persönlichen Chat und in verknüpften Kanälen.',
  whichSchool: (names: string): string => `Welche Schule meinen Sie? Zum Beispiel: ${names}`,
  unknownSchool: (typed: string): string => `Eine Schule „${typed}“ finde ich nicht.`,
  gone: 'Diese Meldung gibt es nicht mehr, oder Sie dürfen sie nicht sehen.',
  newTicketHow:
    'Schreiben Sie einfach, was nicht geht – oder nehmen Sie einen Anruf auf: unter dem Textfeld auf „+“, dann Campusdesk und „Neue Meldung für …“.',
  actions: {
    open: 'Öffnen',
    refresh: 'Aktualisieren',
    nextPage: 'Nächste Seite',
    previousPage: 'Vorige Seite',
    filter: 'Filtern …',
    filterNow: 'Zeigen',
    back: 'Zur Liste',
  },
  labels: {
    state: 'Stand',
    anyState: 'Alle',
    party: 'Bei wem?',
    anyParty: 'Alle',
    school: 'Schule (Name oder Nummer, leer für alle)',
    overdue: 'Nur Überfälliges',
    overdueQuestion: 'Frist',
  },
  errors: {
    state: 'Bitte wählen Sie einen Stand.',
    party: 'Bitte wählen Sie, bei wem.',
    school: 'Bitte schreiben Sie Name oder Nummer einer Schule.',
    overdue: 'Bitte wählen Sie.',
  },
};
