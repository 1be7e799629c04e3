import type { CallSubject } from '../../tickets/index.js';

/** What the sentences need: who did it, until when, and how long something is late; ready words. */
export interface CallWords {
  readonly who: string;
  readonly until: string;
}

type Sentences = Record<CallSubject, (words: CallWords) => string>;

/** What a new message tells the person who reported it. */
const toRequester: Sentences = {
  comment: ({ who }) => `${who} schreibt:`,
  visit: ({ who, until }) => `${who} kommt ${until} zu Ihnen.`,
  resolved: ({ who }) => `${who} hat das Problem gelöst.`,
  'closed-for-silence': () => 'Wir haben länger nichts von Ihnen gehört und die Meldung abgeschlossen.',
  'requester-comment': () => 'Ihre Nachricht ist angekommen.',
  reopened: ({ who }) => `${who} hat die Meldung wieder geöffnet.`,
  withdrawn: () => 'Die Meldung ist zurückgezogen.',
  'exam-now': () => 'Die Zuständigen wissen, dass es eilig ist.',
  offer: ({ who }) => `${who} hat die Meldung weitergegeben.`,
  'offer-declined': ({ who }) => `${who} hat die Übergabe abgelehnt.`,
  'offer-unanswered': () => 'Auf die Übergabe hat noch niemand geantwortet.',
  assigned: ({ who }) => `${who} hat die Meldung zugewiesen.`,
  'first-response-75': () => 'Die Zuständigen sind an Ihre Meldung erinnert.',
  'first-response-100': () => 'Die erste Antwort verspätet sich. Die Zuständigen sind erinnert.',
};

/** What a new message tells the people of a channel. */
const toChannel: Sentences = {
  comment: ({ who }) => `${who} hat der Lehrkraft geschrieben:`,
  visit: ({ who, until }) => `${who} hat einen Besuch geplant: ${until}.`,
  resolved: ({ who }) => `${who} hat das Problem gelöst.`,
  'closed-for-silence': () => 'Ohne Antwort abgeschlossen.',
  'requester-comment': ({ who }) => `${who} schreibt:`,
  reopened: ({ who }) => `${who} meldet: noch nicht gelöst.`,
  withdrawn: ({ who }) => `${who} hat die Meldung zurückgezogen.`,
  'exam-now': ({ who }) => `${who} meldet: jetzt eilig, Unterricht oder Prüfung steht still.`,
  offer: ({ who, until }) => `${who} bietet diese Meldung an. Bitte ${until} annehmen oder ablehnen.`,
  'offer-declined': ({ who }) => `${who} hat die Übergabe abgelehnt. Die Meldung bleibt hier.`,
  'offer-unanswered': () => 'Auf die Übergabe hat noch niemand geantwortet.',
  assigned: ({ who }) => `${who} hat diese Meldung zugewiesen.`,
  'first-response-75': ({ until }) => `Noch ohne Antwort. Die erste Antwort ist zugesagt: ${until}.`,
  'first-response-100': ({ until }) => `Die erste Antwort ist überfällig ${until}.`,
};

/** The word that begins the notification. */
const words: Record<CallSubject, string> = {
  comment: 'Nachricht',
  visit: 'Besuch',
  resolved: 'Gelöst',
  'closed-for-silence': 'Abgeschlossen',
  'requester-comment': 'Nachricht der Lehrkraft',
  reopened: 'Wieder offen',
  withdrawn: 'Zurückgezogen',
  'exam-now': 'Jetzt eilig',
  offer: 'Übergabe angeboten',
  'offer-declined': 'Übergabe abgelehnt',
  'offer-unanswered': 'Übergabe ohne Antwort',
  assigned: 'Zugewiesen',
  'first-response-75': 'Erste Antwort bald fällig',
  'first-response-100': 'Erste Antwort überfällig',
};

export const calls = {
  toRequester,
  toChannel,
  words,
  summary: (word: string, detail: string): string => `${word}: ${detail}`,
  /** Put on hold for an answer, without a text. */
  waitsForAnswer: (who: string): string => `${who} wartet auf Ihre Antwort.`,
  somebody: 'Jemand vom Team',
  stillBroken: 'Ist es noch kaputt?',
};
