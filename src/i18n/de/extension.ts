/** What is said while somebody writes a message: results of a search, dialogs for a new report, and what is to be told by phone. */
export const extension = {
  /** In place of results. */
  nothing: (typed: string): string => `Zu „${typed}“ wurde nichts gefunden.`,
  noTickets: 'Noch gibt es hier keine Meldungen. Tippen Sie eine Nummer oder ein Stichwort.',
  typeSchool: 'Tippen Sie Name, Straße oder Nummer einer Schule.',
  typeDevice: 'Tippen Sie die Gerätenummer, zum Beispiel DO-IPAD-04711.',
  typeArticle: 'Tippen Sie, was nicht geht, zum Beispiel: Drucker.',
  devicesForStaff: 'Geräte können nur die Campus und der Helpdesk suchen.',
  school: {
    word: 'Schule',
    number: 'Schulnummer',
    type: 'Schulform',
    address: 'Adresse',
    responsible: 'Zuständig',
    site: (name: string): string => `Standort ${name}`,
    /** `person` is null where nobody is there today. */
    has: (person: string | null, team: string): string =>
      person === null ? `${team}, heute niemand im Dienst` : `${person}, ${team}`,
    noCampus: 'Helpdesk, noch keinem Campus zugeordnet',
    nextVisit: 'Nächster Besuch',
    visitTime: (day: string, from: string, to: string): string => `${day}, ${from}–${to}`,
  },
  dialog: {
    ofMessage: 'Meldung aus einer Nachricht',
    ofCall: 'Neue Meldung am Telefon',
    forWhom: (name: string): string => `Die Meldung ist für ${name}. Ihr Name steht dabei.`,
    forSelf: 'Die Meldung läuft auf Ihren Namen.',
    callerName: 'Wer ruft an?',
    phone: 'Unter welcher Nummer erreichen wir die Person?',
    phoneOptional: 'Telefon für Rückfragen (freiwillig)',
    school: 'An welcher Schule?',
    whichSchool: 'Welche Schule ist gemeint?',
    problem: 'Was ist los?',
    problemHint: 'Was geht nicht? Seit wann? Wo?',
    categoryByText: 'Aus der Beschreibung erkennen',
    submit: 'Meldung anlegen',
  },
  errors: {
    callerName: 'Bitte nennen Sie, wer anruft.',
    phone: 'Bitte nennen Sie eine Telefonnummer mit mindestens drei Ziffern.',
    school: 'Bitte nennen Sie Name, Straße oder Nummer der Schule.',
    whichSchool: 'Bitte wählen Sie eine Schule aus der Liste.',
    category: 'Bitte wählen Sie ein Thema aus der Liste.',
    problem: 'Bitte schreiben Sie kurz, was los ist.',
    schoolUnknown: (typed: string): string =>
      `Die Schule „${typed}“ kennt Campusdesk nicht. Bitte anders schreiben.`,
    whichCategory: 'Worum es geht, ist nicht klar zu erkennen. Bitte wählen Sie ein Thema.',
  },
  /** The end of a dialog. */
  made: (id: string): string => `Die Meldung ${id} ist angelegt.`,
  madeFor: (id: string, name: string): string =>
    `Die Meldung ${id} für ${name} ist angelegt. Was es Neues gibt, steht im Chat der Person, sonst bitten wir um einen Anruf.`,
  madeByPhone: (id: string, name: string): string =>
    `Die Meldung ${id} für ${name} ist angelegt. Was es Neues gibt, sagt die zuständige Stelle am Telefon.`,
  notMade: 'Die Meldung ist noch nicht angelegt.',
  emptyMessage: 'In dieser Nachricht steht kein Text. Bitte schreiben Sie, was nicht geht.',
  staffOnly: 'Meldungen am Telefon nehmen nur die Campus und der Helpdesk auf.',
  /** On the cards of a report that somebody else wrote down. */
  factOpenedBy: 'Aufgenommen von',
  /** On the channel's card. */
  inform: {
    heading: (name: string): string => `Bitte anrufen: ${name}`,
    number: (phone: string): string => `Tel. ${phone}`,
    noNumber: 'Eine Telefonnummer ist nicht bekannt. Die Schule kann weiterhelfen.',
    why: 'Campusdesk erreicht die Person im Chat nicht.',
    item: (what: string, detail: string): string => (detail === '' ? what : `${what}: ${detail}`),
    done: 'Mitgeteilt',
  },
};
