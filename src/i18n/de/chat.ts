/** What the bot says in chat, and the words by which it is commanded. */
export const chat = {
  /** Lower case. A command counts only where the whole message is one of these, or one followed by its argument. */
  commands: {
    help: ['hilfe', 'help', '?', 'was kannst du', 'was können sie', 'start'],
    myTickets: ['meine tickets', 'meine meldungen', 'meine störungen', 'tickets', 'meldungen'],
    /** For contacts of a school; anybody else may mean anything by it. */
    mySchool: ['meine schule', 'schule', 'meldungen meiner schule', 'schulmeldungen'],
    status: ['status', 'stand', 'ticket'],
    language: ['sprache', 'sprache ändern', 'sprache wechseln'],
    /** May be followed by the school's name. */
    school: ['schule wechseln', 'schule ändern', 'schule wählen'],
    otherSchool: ['andere schule'],
    link: ['verknüpfen', 'verbinden', 'kanal verknüpfen'],
    absence: ['abwesenheit', 'abwesenheiten', 'abwesenheit eintragen'],
  },
  languageNames: { de: ['deutsch', 'german'], en: ['englisch', 'english'] },
  languageSet: 'Ab jetzt schreibe ich Ihnen auf Deutsch.',
  unknownTicket: (id: string) => `Zu ${id} finde ich keine Meldung von Ihnen. „Meine Meldungen“ zeigt alle.`,
  noTickets: 'Sie haben noch nichts gemeldet. Schreiben Sie einfach, was nicht geht.',
  emptyMessage: 'Schreiben Sie in einem Satz, was nicht geht, zum Beispiel: „Beamer in R 204 ohne Bild“.',
  smalltalk:
    'Gern! Wenn etwas nicht geht, schreiben Sie es in einem Satz. Mit „Hilfe“ zeige ich, was ich kann.',
  tooLong: (limit: number) =>
    `Das ist länger als ${limit} Zeichen. Ich habe den Anfang übernommen – bitte kürzen oder ergänzen Sie ihn in der Karte.`,
  tooLongToAnswer: (limit: number) =>
    `Das ist länger als ${limit} Zeichen. Ich nehme den Anfang – bitte schicken Sie den Rest danach als zweite Nachricht.`,
  schoolSet: (school: string) => `${school} – gemerkt. Sie können es jederzeit mit „Schule wechseln“ ändern.`,
  schoolNotFound: (typed: string) =>
    `Eine Schule „${typed}“ finde ich nicht. Bitte wählen Sie aus der Liste.`,
  schoolAdded: (school: string) => `${school} ist eingetragen. Bitte prüfen und absenden.`,
  draftContinuesBelow: 'Der Entwurf steht jetzt weiter unten.',
  draftGone: 'Diesen Entwurf gibt es nicht mehr. Schreiben Sie einfach noch einmal, was nicht geht.',
  draftSummary: (title: string) => `Entwurf: ${title}`,
  listSummary: 'Ihre Meldungen',
  helpSummary: 'Das kann ich für Sie tun',
  pickSchoolSummary: 'Welche Schule?',
  askAnswerSummary: 'Antwort oder neue Meldung?',
  askStillBrokenSummary: 'Geht es immer noch nicht?',
  answered: (id: string) => `Ihre Antwort steht jetzt in ${id}.`,
  continued: (id: string) =>
    `${id} ist schon länger abgeschlossen. Hier ist ein Entwurf für eine neue Meldung dazu.`,
  unreadable:
    'Das konnte ich nicht lesen. Bitte laden Sie die Karte neu oder schreiben Sie mir eine Nachricht.',
  wrongInput: 'Diese Angabe konnte ich nicht lesen.',
  failed: (reference: string) =>
    `Das hat gerade nicht geklappt, und es liegt an uns. Bitte versuchen Sie es gleich noch einmal. (Kennung ${reference})`,
  busy: 'Gerade ist sehr viel los. Bitte drücken Sie in einer Minute noch einmal, es ist nichts verloren.',
  unknownPerson: 'Ich kann nicht erkennen, wer Sie sind. Bitte öffnen Sie mich mit Ihrem Schulkonto.',
  foreignTenant: 'Dieser Dienst ist nur für die Konten der Schulen dieser Stadt.',
  whyNotAllowed: 'Das erklären wir nur der Person, die es gemeldet hat, und den Zuständigen.',
  welcome:
    'Guten Tag! Ich bin Campusdesk. Schreiben Sie in einem Satz, was nicht geht, zum Beispiel: „Mein iPad lädt nicht, R 204“.',
  channelHelp:
    'In diesem Kanal: „@Campusdesk verknüpfen“ verbindet ihn mit einem Campus oder dem Helpdesk. Im Verlauf einer Meldung: „@Campusdesk …“ fragt, ob Ihr Text an die Lehrkraft geht oder eine interne Notiz wird.',
  channelWelcome:
    'Ich bin Campusdesk. Mit „@Campusdesk verknüpfen“ zeigen Sie mir, welche Meldungen hierher gehören.',
  notATicketThread:
    'Unter dieser Nachricht gibt es keine Meldung. Bitte antworten Sie unter der Karte einer Meldung.',
  askThreadSummary: 'An die Lehrkraft oder intern?',
  threadCommented: (id: string) => `An die Lehrkraft gesendet (${id}).`,
  threadNoted: (id: string) => `Interne Notiz gespeichert (${id}).`,
  link: {
    notHere:
      'Verknüpft wird in dem Kanal, in den die Karten sollen: dort „@Campusdesk verknüpfen“ schreiben.',
    notAllowed:
      'Einen Kanal verknüpfen können Campus-Manager für ihren Campus, der Helpdesk, der Dienstleister und die Administration.',
    testPost: (target: string, by: string) =>
      `Probe: Hier erscheinen ab jetzt die Meldungen für ${target}. Verknüpft von ${by}.`,
    done: (target: string) => `Verknüpft mit ${target}.`,
    replaced: (target: string) => `Verknüpft mit ${target}. Der bisherige Kanal bekommt keine Karten mehr.`,
    already: (target: string) => `Dieser Kanal ist schon mit ${target} verknüpft.`,
    taken: (target: string) => `Dieser Kanal gehört schon zu ${target}. Ein Kanal kann nur zu einem gehören.`,
    testFailed:
      'Die Probe kam hier nicht an, deshalb wurde nichts verknüpft. Darf ich in diesem Kanal schreiben?',
    helpdesk: 'Helpdesk',
    summary: 'Wofür ist dieser Kanal?',
  },
};
