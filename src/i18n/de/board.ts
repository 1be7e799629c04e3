/** How much a channel's own message holds; counts of tickets. */
export interface HeadlineCounts {
  readonly reminders: number;
  /** All open ones of the channel; 0 where the message does not tell of them. */
  readonly open: number;
  readonly overdue: number;
  readonly withSummary: boolean;
}

const remindersOf = (count: number): string => (count === 1 ? '1 Erinnerung' : `${count} Erinnerungen`);

const openOf = (count: number, overdue: number): string => {
  const words = count === 1 ? '1 offene Meldung' : `${count} offene Meldungen`;
  return overdue === 0 ? words : `${words} (${overdue} überfällig)`;
};

/** The message that a channel gets of its own: what came together, the morning's list, the week. */
export const board = {
  /** Header and notification: `3 Erinnerungen, 7 offene Meldungen (2 überfällig)`. */
  headline: ({ reminders, open, overdue, withSummary }: HeadlineCounts): string =>
    [
      ...(reminders > 0 ? [remindersOf(reminders)] : []),
      ...(open > 0 ? [openOf(open, overdue)] : []),
      ...(withSummary ? ['Wochenbericht'] : []),
    ].join(', '),
  reminders: 'Bitte jetzt ansehen',
  open: 'Offene Meldungen',
  otherOpen: 'Weitere offene Meldungen',
  more: (count: number): string => `und ${count} weitere`,
  /** What is due, and since or until when. */
  reason: (word: string, when: string): string => `${word}: ${when}`,
  firstResponse: 'Erste Antwort',
  solution: 'Lösung',
  nobodyHasIt: 'noch nicht übernommen',
  /** Who has it in somebody's place. */
  deputy: (person: string, manager: string): string => `${person} (Vertretung für ${manager})`,
  /** Beside a mention. */
  standsIn: (mention: string): string => `${mention} (Vertretung)`,
  week: (from: string, to: string): string => `Die Woche vom ${from} bis ${to}`,
  /** A day of the year, from YYYY-MM-DD. */
  day: (date: string): string => `${date.slice(8, 10)}.${date.slice(5, 7)}.`,
  reported: 'Gemeldet',
  solved: 'Gelöst',
  openNow: 'Jetzt offen',
  overdueNow: 'Davon überfällig',
  responsesInTime: 'Erste Antwort rechtzeitig',
  solutionsInTime: 'Lösung rechtzeitig',
  share: (percent: number, met: number, of: number): string => `${percent} % (${met} von ${of})`,
  topics: 'Häufigste Themen',
  topic: (category: string, count: number): string => `${category} (${count})`,
  teams: 'Offen nach Campus',
  team: (name: string, open: number, overdue: number): string =>
    overdue === 0 ? `${name}: ${open} offen` : `${name}: ${open} offen, ${overdue} überfällig`,
};
