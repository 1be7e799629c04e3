import type { CheckState, CheckUrgency, ItemOutcome, MaintenanceRefusal } from '../../maintenance/index.js';

const states: Readonly<Record<CheckState, string>> = {
  later: 'Noch nicht fällig',
  early: 'Schon möglich',
  due: 'Fällig',
  overdue: 'Überfällig',
};

const outcomes: Readonly<Record<ItemOutcome, string>> = {
  ok: 'In Ordnung',
  fault: 'Mangel',
  skipped: 'Nicht geprüft',
};

const days = (count: number): string => (count === 1 ? '1 Tag' : `${count} Tagen`);

/** What campus managers and the help desk read and press about recurring checks. */
export const maintenance = {
  word: 'Wartung',
  states,
  outcomes,
  listTitle: (campus: string | null): string =>
    campus === null ? 'Wartung in der ganzen Stadt' : `Wartung: ${campus}`,
  /** Overdue, due this week, and planned for a later visit. */
  counts: ({ overdue, now, ahead }: Readonly<Record<CheckUrgency, number>>): string =>
    overdue + now + ahead === 0
      ? 'Zurzeit ist keine Wartung fällig.'
      : [
          ...(overdue === 0 ? [] : [`${overdue} überfällig`]),
          ...(now === 0 ? [] : [`${now} diese Woche fällig`]),
          ...(ahead === 0 ? [] : [`${ahead} für einen späteren Besuch geplant`]),
        ].join(' · '),
  page: (page: number, pages: number): string => `Seite ${page} von ${pages}`,
  dueOn: (when: string): string => `Fällig: ${when}`,
  dueAhead: (when: string): string => `Geplant für den nächsten Besuch: ${when}`,
  overdue: (count: number, when: string): string => `Überfällig seit ${days(count)} (${when})`,
  mayBeDone: (when: string): string => `Geplant: ${when}, geht auch heute schon`,
  planned: (when: string): string => `Geplant: ${when}`,
  lastDone: (when: string): string => `Zuletzt erledigt: ${when}`,
  neverDone: 'Noch nie erledigt',
  bring: (things: string): string => `Mitbringen: ${things}`,
  duration: (minutes: number): string => `Dauer: etwa ${minutes} Minuten`,
  /** The range in which a measured value is fine, `15 bis 100 %`; empty where there is none. */
  range: (min: string, max: string, unit: string): string => {
    const both = min === max ? min : `${min} bis ${max}`;
    const value = min !== '' && max !== '' ? both : min !== '' ? `ab ${min}` : max !== '' ? `bis ${max}` : '';
    return [value, unit].filter((part) => part !== '').join(' ');
  },
  valueLabel: (text: string, range: string): string => (range === '' ? text : `${text} (${range})`),
  valueHint: 'Leer lassen heißt: nicht gemessen.',
  doneBy: (when: string, name: string): string => `Geprüft: ${when}, ${name}`,
  leftOutBy: (when: string, name: string): string => `Ausgelassen: ${when}, ${name}`,
  correctedBy: (when: string, name: string): string => `Korrigiert: ${when}, ${name}`,
  allFine: 'Alles in Ordnung.',
  faults: (count: number): string => (count === 1 ? '1 Mangel gefunden' : `${count} Mängel gefunden`),
  /** The title of a report; the item's words say how it should be. */
  faultTitle: (check: string, item: string): string => `${check}: Mangel bei „${item}“`,
  doneWord: 'Wartung erledigt',
  faultWord: 'Wartung mit Mangel',
  leftOutWord: 'Wartung ausgelassen',
  next: (when: string): string => `Nächstes Mal: ${when}`,
  ticket: (id: string): string => `Meldung ${id} ist angelegt.`,
  ticketFor: (fault: string): string => `Meldung anlegen: ${fault}`,
  summary: (campus: string | null, counts: string): string => `Wartung ${campus ?? 'Stadt'}: ${counts}`,
  actions: {
    open: 'Öffnen',
    save: 'Wartung abschließen',
    saveCorrection: 'Änderung speichern',
    correct: 'Korrigieren',
    leaveOut: 'Auslassen …',
    leaveOutNow: 'Wartung auslassen',
    list: 'Zur Liste',
    back: 'Zurück',
    nextPage: 'Nächste Seite',
    previousPage: 'Vorige Seite',
    ticket: 'Meldung anlegen',
  },
  labels: {
    note: 'Was ist aufgefallen? (freiwillig)',
    reason: 'Warum fällt diese Wartung aus?',
    choose: 'Bitte wählen',
  },
  errors: {
    choice: 'Bitte wählen Sie ein Ergebnis.',
    value: 'Bitte geben Sie eine Zahl ein, oder lassen Sie das Feld leer.',
    note: 'Bitte kürzen Sie den Text.',
    reason: 'Bitte schreiben Sie kurz, warum.',
  },
  refusal: (refusal: MaintenanceRefusal): string => {
    switch (refusal.code) {
      case 'not-allowed':
        return 'Die Wartung dieses Standorts machen die Campus-Manager und der Helpdesk.';
      case 'unknown-site':
        return 'Diesen Standort gibt es nicht mehr.';
      case 'not-found':
        return 'Diese Wartung ist hier nicht mehr vorgesehen.';
      case 'settled':
        return refusal.by === null ? 'Das ist schon erledigt.' : `Das ist schon erledigt, von ${refusal.by}.`;
      case 'too-early':
        return 'Für diese Wartung ist es noch zu früh.';
      case 'nothing-checked':
        return 'Es wurde nichts geprüft. Dann lassen Sie die Wartung bitte aus und schreiben, warum.';
      case 'incomplete':
        return 'Bitte beantworten Sie jeden Punkt.';
      case 'text-missing':
        return 'Bitte schreiben Sie kurz, warum.';
      case 'too-long':
        return `Der Text ist zu lang. Erlaubt sind ${refusal.limit} Zeichen.`;
      case 'too-late-to-correct':
        return 'Ein Ergebnis kann nur eine Woche lang korrigiert werden.';
      case 'no-fault':
        return 'Hier ist kein Mangel eingetragen.';
    }
  },
};
