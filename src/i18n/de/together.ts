import type { Refusal, WaitingReason } from '../../tickets/index.js';

/** Why another report did not take part. */
const because: Partial<Record<Refusal['code'], string>> = {
  'wrong-state': 'Die andere Meldung ist nicht mehr offen.',
  merging: 'Die andere Meldung wird gerade selbst mit einer anderen zusammengeführt.',
  'not-found': 'Die andere Meldung gibt es nicht.',
  'too-many-tickets': 'Mit der anderen Meldung sind schon zu viele verbunden.',
  'other-party': 'Die andere Meldung liegt bei einem anderen Team. Zusammenführen kann beide der Helpdesk.',
  'ticket-full': 'In der anderen Meldung ist kein Platz mehr.',
  'no-answer': 'Die andere Meldung war länger nicht erreichbar.',
};

/** How far the other report is, for whoever reported the same. Nobody is named. */
const waiting: Record<Exclude<WaitingReason, 'visit'>, string> = {
  requester: 'Uns fehlt noch eine Angabe, dann geht es weiter.',
  vendor: 'Wir warten auf den Dienstleister.',
};

/** Reports that become one, are divided or belong together, and a priority that is set by hand. */
export const together = {
  word: 'Meldung ordnen',
  /** What stands on a channel's card; ids as people read them. */
  lines: {
    merging: (id: string): string => `Wird gerade mit ${id} zusammengeführt.`,
    goesOnIn: (id: string): string => `Läuft zusammen mit ${id} weiter.`,
    goesOnFor: (ids: string): string => `Gilt auch für ${ids}.`,
    linked: (ids: string): string => `Verknüpft mit ${ids}.`,
    splitFrom: (id: string): string => `Abgetrennt von ${id}.`,
    /** `reason` as it was written. */
    priorityByHand: (who: string, reason: string): string =>
      `Dringlichkeit von Hand festgelegt (${who}): ${reason}`,
  },
  /** On the card of whoever reported the same. */
  same: 'Das Gleiche ist schon gemeldet. Beide Meldungen laufen zusammen weiter.',
  stands: {
    new: 'Wir kümmern uns darum.',
    claimed: 'Jemand vom Team arbeitet daran.',
    waiting,
    visit: (day: string): string =>
      day === '' ? 'Ein Besuch ist geplant.' : `Ein Besuch ist geplant: ${day}`,
    solved: 'Das Problem ist gelöst.',
  },
  separate: 'Meins ist etwas anderes',
  separateNow: 'Wieder eigene Meldung',
  separateText: 'Was ist bei Ihnen anders?',
  /** Beside an explained deadline. */
  fromEarlier: 'Eine frühere Meldung zum gleichen Problem zählt mit. Deshalb beginnt die Zeit mit ihr.',
  byTeam: 'Die Dringlichkeit hat das Team festgelegt.',
  mergeRefused: (id: string, code: Refusal['code']): string =>
    `Nicht mit ${id} zusammengeführt. ${because[code] ?? 'Das ging bei der anderen Meldung nicht.'}`,
  linkRefused: (id: string, code: Refusal['code']): string =>
    `Nicht mit ${id} verknüpft. ${because[code] ?? 'Das ging bei der anderen Meldung nicht.'}`,
  splitRefused: (code: Refusal['code']): string =>
    `Die abgetrennte Meldung wurde nicht angelegt. ${because[code] ?? 'Bitte versuchen Sie es noch einmal.'}`,
  /** What a press has just done; ids as people read them. */
  done: {
    merged: (id: string): string => `Zusammengeführt mit ${id}.`,
    merging: (id: string): string => `Wird mit ${id} zusammengeführt. Klappt das nicht, melde ich mich.`,
    separated: (id: string): string => `${id} läuft wieder für sich.`,
    split: (id: string): string => `Eigene Meldung ${id} angelegt.`,
    splitting: (id: string): string => `Eigene Meldung ${id} wird angelegt.`,
    linked: (id: string): string => `Verknüpft mit ${id}.`,
    unlinked: (id: string): string => `Nicht mehr mit ${id} verknüpft.`,
  },
  unknown: (id: string): string => `Eine Meldung ${id} gibt es nicht.`,
  notRelated: 'Diese beiden Meldungen gehören nicht mehr zusammen.',
  relations: {
    duplicate: 'Gleiche Meldung',
    'goes-on': 'Hier geht es weiter',
    'split-from': 'Abgetrennt von',
    linked: 'Verknüpft',
  },
  related: 'Andere Meldung',
  /** A report in a list of choices. */
  choice: (id: string, title: string, state: string): string => `${id}: ${title} (${state})`,
  from: (who: string): string => `Gemeldet von ${who}`,
  actions: {
    manage: 'Mehr …',
    merge: 'Zusammenführen',
    priority: 'Dringlichkeit',
    setPriority: 'Festlegen',
    takeBack: 'Wieder automatisch',
    split: 'Aufteilen',
    makeOwn: 'Eigene Meldung anlegen',
    link: 'Verknüpfen',
    unlink: 'Verknüpfung lösen',
    unmerge: 'Wieder trennen',
    show: 'Andere Meldung zeigen',
    showNow: 'Zeigen',
  },
  labels: {
    likely: 'Sieht gleich aus (freiwillig)',
    mergeNumber: 'Oder: Nummer der anderen Meldung',
    linkNumber: 'Nummer der anderen Meldung',
    priority: 'Wie dringend ist es?',
    reason: 'Warum?',
    title: 'Was ist das zweite Problem?',
    description: 'Was ist dazu bekannt?',
    category: 'Thema',
    room: 'Raum (freiwillig)',
    which: 'Welche Meldung?',
    choose: 'Bitte wählen',
  },
  hints: {
    merge: 'Diese Meldung wird abgeschlossen. Die andere gilt für beide, und beide hören davon.',
    split: 'Wer gemeldet hat, bekommt dafür eine zweite Meldung. Die Zeit zählt ab der ersten.',
    unmerge: 'Die gewählte Meldung läuft wieder für sich.',
  },
  errors: {
    number: 'Bitte geben Sie eine Nummer wie K7M-3QX ein.',
    likely: 'Bitte wählen Sie eine Meldung oder geben Sie eine Nummer ein.',
    which: 'Bitte wählen Sie eine Meldung.',
    priority: 'Bitte wählen Sie aus, wie dringend es ist.',
    reason: 'Bitte schreiben Sie kurz dazu, warum.',
    title: 'Bitte schreiben Sie kurz, was nicht geht.',
    description: 'Bitte schreiben Sie noch einen kurzen Text dazu.',
    category: 'Bitte wählen Sie ein Thema.',
    room: 'Bitte kürzen Sie den Text.',
  },
};
