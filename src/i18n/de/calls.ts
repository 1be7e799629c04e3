import type { CallSubject } from '../../tickets/index.js';

/** What the sentences need: who did it, and until or since when; ready words, empty where there is nothing to say. */
export interface CallWords {
  readonly who: string;
  readonly until: string;
  /** Whether that time is over. */
  readonly isLate: boolean;
  /** Until when the solution is promised, where the sentence is about something before it. */
  readonly due?: string;
}

type Sentences = Record<CallSubject, (words: CallWords) => string>;

/** What a new message tells the person who reported it. */
const toRequester: Sentences = {
  comment: ({ who }) => `${who} schreibt:`,
  visit: ({ who, until }) => `${who} kommt ${until} zu Ihnen.`,
  resolved: ({ who }) => `${who} hat das Problem gelöst.`,
  'closed-for-silence': ({ until }) =>
    until === ''
      ? 'Wir haben länger nichts von Ihnen gehört und die Meldung abgeschlossen.'
      : `Wir haben länger nichts von Ihnen gehört und die Meldung abgeschlossen. Sie können sie ${until} mit „Noch kaputt“ wieder öffnen. Danach schreiben Sie einfach eine neue Meldung.`,
  'requester-comment': () => 'Ihre Nachricht ist angekommen.',
  reopened: ({ who }) => `${who} hat die Meldung wieder geöffnet.`,
  withdrawn: () => 'Die Meldung ist zurückgezogen.',
  'exam-now': () => 'Die Zuständigen wissen, dass es eilig ist.',
  offer: ({ who }) => `${who} hat die Meldung weitergegeben.`,
  'offer-declined': ({ who }) => `${who} hat die Übergabe abgelehnt.`,
  'offer-unanswered': () => 'Auf die Übergabe hat noch niemand geantwortet.',
  assigned: ({ who }) => `${who} hat die Meldung zugewiesen.`,
  'first-response-75': () => 'Die Zuständigen sind an Ihre Meldung erinnert.',
  'first-response-100': () => 'Die erste Antwort verspätet sich. Ihre Meldung ist nicht vergessen.',
  'first-response-helpdesk': () => 'Die erste Antwort verspätet sich. Der Helpdesk kümmert sich darum.',
  'first-response-at-risk': ({ until, isLate }) =>
    isLate
      ? `Die erste Antwort war zugesagt: ${until}. Sie verspätet sich leider. Ihre Meldung ist nicht vergessen.`
      : `Die erste Antwort ist zugesagt: ${until}. Das schaffen wir voraussichtlich nicht. Ihre Meldung ist nicht vergessen.`,
  'resolution-75': () => 'Die Zuständigen sind an Ihre Meldung erinnert.',
  'resolution-100': () => 'Die Lösung verspätet sich. Wir bleiben dran.',
  'resolution-at-risk': ({ until, isLate }) =>
    isLate
      ? `Die Lösung war zugesagt: ${until}. Sie verspätet sich leider. Wir bleiben dran.`
      : `Die Lösung ist zugesagt: ${until}. Das schaffen wir voraussichtlich nicht. Wir bleiben dran.`,
  'next-update': () => 'Sie hören bald wieder von uns.',
  'waiting-over': () => 'Die Wartezeit ist vorbei, es geht weiter.',
  'offer-absence': ({ who }) => `${who} ist nicht da. Ihre Meldung geht an die Vertretung.`,
  'merge-refused': () => 'Ihre Meldung bleibt eine eigene.',
  merged: () =>
    'Das Gleiche ist schon gemeldet. Ihre Meldung läuft mit der anderen zusammen weiter, Sie hören hier davon.',
  'split-off': ({ who }) => `${who} hat aus Ihrer Meldung zwei gemacht, damit nichts liegen bleibt.`,
  unmerged: () => 'Ihre Meldung läuft wieder für sich. Wir kümmern uns darum.',
  'order-refused': () => 'Ihre Meldung bleibt, wie sie ist.',
  'priority-raised': () => 'Ihre Meldung gilt jetzt als dringender.',
  'last-visit': () => 'Die Zuständigen sind an den nächsten Besuch erinnert.',
  'requester-silent': ({ until }) =>
    until === ''
      ? 'Wir warten noch auf Ihre Antwort. So lange können wir nicht weitermachen.'
      : `Wir warten noch auf Ihre Antwort. Ohne Antwort schließen wir die Meldung ${until} ab.`,
};

/** What a new message tells the people of a channel. */
const toChannel: Sentences = {
  comment: ({ who }) => `${who} hat der Lehrkraft geschrieben:`,
  visit: ({ who, until }) => `${who} hat für ${until} einen Besuch geplant.`,
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
  'first-response-75': ({ until, isLate }) =>
    isLate
      ? `Noch ohne Antwort. Die erste Antwort ist überfällig ${until}.`
      : `Noch ohne Antwort. Die erste Antwort ist zugesagt: ${until}.`,
  'first-response-100': ({ until }) => `Die erste Antwort ist überfällig ${until}.`,
  'first-response-helpdesk': ({ until }) => `Noch immer ohne erste Antwort, überfällig ${until}.`,
  'first-response-at-risk': ({ until }) => `Die erste Antwort wird knapp: ${until}.`,
  'resolution-75': ({ until, isLate }) =>
    isLate
      ? `Noch nicht gelöst. Die Lösung ist überfällig ${until}.`
      : `Noch nicht gelöst. Die Lösung ist zugesagt: ${until}.`,
  'resolution-100': ({ until }) => `Die Lösung ist überfällig ${until}.`,
  'resolution-at-risk': ({ until }) => `Die Lösung wird knapp: ${until}.`,
  'next-update': ({ until }) =>
    until === ''
      ? 'Die Lehrkraft hat länger nichts von uns gehört. Bitte kurz schreiben, wie es steht.'
      : `Die Lehrkraft hat ${until} nichts von uns gehört. Bitte kurz schreiben, wie es steht.`,
  'waiting-over': () => 'Der Tag, bis zu dem gewartet wurde, ist da. Bitte weitermachen.',
  'offer-absence': ({ who, until }) =>
    `${who} ist nicht da. Bitte ${until} als Vertretung annehmen oder ablehnen.`,
  'merge-refused': () => 'Das Zusammenführen hat nicht geklappt, die Meldung bleibt eine eigene.',
  merged: () => 'Mit einer anderen Meldung zusammengeführt.',
  'split-off': ({ who }) => `${who} hat einen Teil als eigene Meldung abgetrennt.`,
  unmerged: () => 'Diese Meldung ist wieder eine eigene und offen. Bitte darum kümmern.',
  'order-refused': () => 'Das hat nicht geklappt.',
  'priority-raised': ({ who }) => `${who} hat die Dringlichkeit erhöht.`,
  'last-visit': ({ until, due = '' }) =>
    due === ''
      ? `Der letzte Besuch vor der zugesagten Lösung ist ${until}. Die Meldung ist dafür noch nicht eingeplant.`
      : `Die Lösung ist ${due} zugesagt. Der letzte Besuch davor ist ${until}. Dafür ist die Meldung noch nicht eingeplant.`,
  'requester-silent': () => 'Die Lehrkraft hat noch nicht geantwortet und ist erinnert.',
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
  'first-response-helpdesk': 'Noch immer ohne Antwort',
  'first-response-at-risk': 'Erste Antwort kommt wohl später',
  'resolution-75': 'Lösung bald fällig',
  'resolution-100': 'Lösung überfällig',
  'resolution-at-risk': 'Lösung kommt wohl später',
  'next-update': 'Zwischenstand fehlt',
  'waiting-over': 'Wartezeit vorbei',
  'offer-absence': 'Vertretung gesucht',
  'merge-refused': 'Nicht zusammengeführt',
  merged: 'Zusammengeführt',
  'split-off': 'Aufgeteilt',
  unmerged: 'Wieder einzeln',
  'order-refused': 'Nicht geklappt',
  'priority-raised': 'Jetzt dringender',
  'last-visit': 'Letzter Besuch vor der Zusage',
  'requester-silent': 'Antwort fehlt noch',
};

export const calls = {
  toRequester,
  toChannel,
  words,
  summary: (word: string, detail: string): string => `${word}: ${detail}`,
  /** Put on hold for an answer, without a text. */
  waitsForAnswer: (who: string): string => `${who} wartet auf Ihre Antwort.`,
  somebody: 'Jemand vom Team',
  /** `until` is a day in words; null where the end of the absence is not known. */
  deputy: (manager: string, deputy: string, until: string | null): string =>
    until === null
      ? `${manager} ist nicht da, die Vertretung hat ${deputy}.`
      : `${manager} ist nicht da, die Vertretung hat bis ${until} ${deputy}.`,
  stillBroken: 'Ist es noch kaputt?',
};
