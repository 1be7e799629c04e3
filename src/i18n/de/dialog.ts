import type { Talk } from '../../intake/index.js';

const talk: Record<Exclude<Talk, 'when-do-you-come'>, string> = {
  greeting: 'Guten Tag! Schreiben Sie mir in einem Satz, was nicht geht.',
  thanks: 'Gern! Wenn wieder etwas nicht geht, schreiben Sie mir einfach.',
  goodbye: 'Auf Wiedersehen! Wenn etwas nicht geht, bin ich hier.',
  agreement: 'Gut. Wenn etwas nicht geht, schreiben Sie es in einem Satz.',
  insult:
    'Das ist ärgerlich, das verstehe ich. Schreiben Sie mir in einem Satz, was nicht geht, dann kümmert sich jemand darum.',
  'who-are-you':
    'Ich bin Campusdesk, ein Programm. Ich nehme Meldungen auf und gebe sie an die Menschen weiter, die sich an Ihrer Schule darum kümmern.',
  joke: 'Witze kann ich keine, dafür Meldungen aufnehmen. Schreiben Sie einfach, was nicht geht.',
  'needs-help': 'Gern. Was geht nicht, und in welchem Raum? Ein Satz genügt.',
  signs: 'Danke für das Zeichen. Wenn etwas nicht geht, schreiben Sie es in einem Satz.',
  gibberish: 'Das konnte ich nicht lesen. Schreiben Sie bitte in einem Satz, was nicht geht.',
  'other-script':
    'Ich verstehe nur Deutsch und Englisch. Bitte schreiben Sie in einer der beiden Sprachen, was nicht geht. · I understand German and English only. Please write in one of them what is not working.',
  chat: 'Das klingt nicht nach einer Störung. Mit „Hilfe“ zeige ich, was ich kann.',
};

/** What the bot says when it is not clear what somebody wants, and to what belongs to an earlier report. */
export const dialog = {
  talk,
  /** To the person's question when somebody comes; `manager` is in force today. */
  whoComes: (manager: string, campus: string): string =>
    `Für Ihre Schule ist ${manager} (${campus}) zuständig.`,
  helpdeskComes: 'Für Ihre Schule ist gerade der Helpdesk zuständig.',
  /** Follows on either. */
  nextVisit: (window: string): string => `Nächster Besuch: ${window}.`,
  /** Ends the answer. */
  whereReportsAre: 'Was gemeldet ist, zeigt „Meine Meldungen“. Fehlt etwas, schreiben Sie es in einem Satz.',
  schoolUnknown:
    'Das hängt von Ihrer Schule ab. Nennen Sie mir Ihre Schule mit „Schule wechseln“, dann sage ich, wer zuständig ist und wann jemand kommt.',
  chatWord: 'Keine Meldung',
  reportAnyway: 'Trotzdem melden',

  questionWord: 'Eine kurze Frage',
  question: 'Worum geht es?',
  questionHint: 'Tippen Sie auf ein Thema, oder schreiben Sie es in den Chat.',
  allTopics: 'Alle Themen …',
  takeCategory: 'Weiter',
  questionSummary: (title: string): string => `Worum geht es bei „${title}“?`,
  several: (count: number): string =>
    `Das sind ${count === 2 ? 'zwei' : 'drei'} Anliegen. Hier ist für jedes ein Entwurf, bitte einzeln absenden.`,

  changed: 'Geändert. Bitte prüfen und absenden.',
  whichWord: 'Wozu gehört das?',
  whichToChange: 'Welche Meldung ist gemeint?',
  alsoInOne: (title: string, room: string): string => `Soll ich bei „${title}“ auch ${room} eintragen?`,
  alsoInSeveral: (room: string): string => `Bei welcher Meldung soll ich auch ${room} eintragen?`,
  addRoom: 'Ja, eintragen',
  roomAdded: (room: string, id: string): string => `${room} steht jetzt auch in ${id}.`,
  againWord: 'Geht es wieder?',
  discardOne: (title: string): string => `Schön! Soll ich den Entwurf „${title}“ verwerfen?`,
  discardSeveral: 'Schön! Welchen Entwurf soll ich verwerfen?',
  withdrawOne: (title: string): string => `Schön! Soll ich die Meldung „${title}“ zurückziehen?`,
  withdrawSeveral: 'Schön! Welche Meldung hat sich erledigt?',
  withdrawHint: 'Dann kommt niemand mehr dafür.',
  discard: 'Verwerfen',
  withdraw: 'Zurückziehen',
  keep: 'Behalten',
  keepAll: 'Keine davon',
  kept: 'Alles bleibt, wie es ist.',
  nothingToWithdraw: 'Schön, dass es geht! Bei mir ist nichts offen.',
  nothingOpen: 'Bei Ihnen ist gerade nichts offen. „Meine Meldungen“ zeigt auch die abgeschlossenen.',
};
