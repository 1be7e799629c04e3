import type { Fault, IncidentRefusal, IncidentState } from '../../incidents/index.js';

const services: Readonly<Record<string, string>> = {
  logineo: 'LOGINEO',
  iserv: 'IServ',
  moodle: 'Moodle',
  webuntis: 'WebUntis',
  teams: 'Teams',
  office: 'Microsoft 365',
  jamf: 'Jamf',
  eduroam: 'eduroam',
  schild: 'SchILD',
  mail: 'E-Mail',
  itslearning: 'itslearning',
  antolin: 'Antolin',
  anton: 'ANTON',
  nextcloud: 'Schulcloud',
  taskcards: 'TaskCards',
};

const wings: Readonly<Record<string, string>> = {
  'new-building': 'im Neubau',
  'old-building': 'im Altbau',
  annex: 'im Anbau',
  pavilion: 'im Pavillon',
  containers: 'in den Containern',
  'main-building': 'im Hauptgebäude',
};

const wingWords = (wing: string): string =>
  wings[wing] ??
  (wing.startsWith('floor-') ? `in den ${wing.slice(-1)}00er-Räumen` : `im ${wing.toUpperCase()}-Trakt`);

const states: Readonly<Record<IncidentState, string>> = {
  suspected: 'Sieht nach einer Störung aus',
  open: 'Störung',
  resolved: 'Störung behoben',
  dismissed: 'Keine Störung',
};

/** What the help desk reads and presses about a fault that hits many. */
export const incidents = {
  states,
  /** What is disturbed: `WLAN und Netz`, `Anzeigen im B-Trakt`, `Moodle`. */
  fault: (fault: Fault): string => {
    switch (fault.kind) {
      case 'network':
        return 'WLAN und Netz';
      case 'display':
        return `Anzeigen ${wingWords(fault.wing)}`;
      case 'service':
        return services[fault.service] ?? fault.service;
    }
  },
  severalSchools: (count: number): string => (count < 2 ? 'mehrere Schulen' : `${count} Schulen`),
  tickets: (count: number): string => (count === 1 ? '1 Meldung' : `${count} Meldungen`),
  more: (count: number): string => `und ${count} weitere`,
  members: 'Meldungen',
  candidates: 'Sieht auch danach aus',
  promised: (when: string): string => `Lösung zugesagt: ${when}`,
  overdue: (when: string): string => `Lösung überfällig ${when}`,
  /** `duration` in words. */
  lasted: (duration: string): string => `Dauer: ${duration} Servicezeit`,
  statusIs: (status: string): string => `Stand: ${status}`,
  noStatus: 'Den Meldenden wurde noch kein Stand mitgeteilt.',
  statusHint: 'Das lesen alle, die es gemeldet haben.',
  solvedBy: (solution: string): string => `Lösung: ${solution}`,
  dismissedHint: 'Bei neuen Meldungen dieser Art kommt eine neue Karte.',
  moved: 'Diese Karte steht jetzt im Kanal des Helpdesks.',
  /** A reminder under the card, before and after the solution was due. */
  reminder: (title: string, when: string, isLate: boolean): string =>
    `Störung „${title}“: Lösung ${isLate ? 'überfällig' : 'zugesagt'} ${when}`,
  actions: {
    declare: 'Zur Störung machen',
    declareNow: 'Störung anlegen',
    dismiss: 'Keine Störung',
    tell: 'Stand mitteilen',
    send: 'Allen mitteilen',
    resolve: 'Lösen',
    resolveNow: 'Alle als gelöst melden',
    add: 'Ähnliche zuordnen',
    attach: 'Meldung zuordnen',
    detach: 'Meldung herauslösen',
  },
  labels: {
    title: 'Was ist gestört?',
    status: 'Was sollen alle lesen? (freiwillig)',
    newStatus: 'Neuer Stand für alle',
    solution: 'Was hat geholfen? (lesen alle)',
    ticket: 'Nummer der Meldung',
    member: 'Welche Meldung gehört nicht dazu?',
    choose: 'Bitte wählen',
  },
  errors: {
    title: 'Bitte schreiben Sie kurz, was gestört ist.',
    text: 'Bitte schreiben Sie noch einen kurzen Text dazu.',
    tooLong: 'Bitte kürzen Sie den Text.',
    ticket: 'Bitte geben Sie eine Nummer wie K7M-3QX ein.',
    member: 'Bitte wählen Sie eine Meldung.',
  },
  attached: (id: string): string => `Meldung ${id} gehört jetzt zur Störung.`,
  detached: (id: string): string => `Meldung ${id} gehört nicht mehr zur Störung.`,
  unknownTicket: (id: string): string => `Eine Meldung ${id} gibt es nicht.`,
  refusal: (refusal: IncidentRefusal): string => {
    switch (refusal.code) {
      case 'not-allowed':
        return 'Über Störungen entscheidet der Helpdesk.';
      case 'wrong-state':
        return `Das geht nicht mehr, der Stand ist jetzt: ${states[refusal.state]}.`;
      case 'text-missing':
        return 'Bitte schreiben Sie noch einen kurzen Text dazu.';
      case 'too-long':
        return `Der Text ist zu lang. Erlaubt sind ${refusal.limit} Zeichen.`;
      case 'nothing-to-do':
        return 'Das ist schon so.';
      case 'not-found':
        return 'Diese Störung gibt es nicht mehr.';
    }
  },
};
