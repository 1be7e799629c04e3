import type { board as german } from '../de/board.js';

const remindersOf = (count: number): string => (count === 1 ? '1 reminder' : `${count} reminders`);

const openOf = (count: number, overdue: number): string => {
  const words = count === 1 ? '1 open report' : `${count} open reports`;
  return overdue === 0 ? words : `${words} (${overdue} overdue)`;
};

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const board: typeof german = {
  headline: ({ reminders, open, overdue, withSummary }) =>
    [
      ...(reminders > 0 ? [remindersOf(reminders)] : []),
      ...(open > 0 ? [openOf(open, overdue)] : []),
      ...(withSummary ? ['weekly summary'] : []),
    ].join(', '),
  reminders: 'Please look at these now',
  open: 'Open reports',
  otherOpen: 'Other open reports',
  more: (count) => `and ${count} more`,
  reason: (word, when) => `${word}: ${when}`,
  firstResponse: 'First response',
  solution: 'Solution',
  nobodyHasIt: 'nobody has it yet',
  deputy: (person, manager) => `${person} (deputy for ${manager})`,
  standsIn: (mention) => `${mention} (deputy)`,
  week: (from, to) => `The week from ${from} to ${to}`,
  day: (date) => `${Number(date.slice(8, 10))} ${months[Number(date.slice(5, 7)) - 1] ?? ''}`,
  reported: 'Reported',
  solved: 'Solved',
  openNow: 'Open now',
  overdueNow: 'Overdue of these',
  responsesInTime: 'First response in time',
  solutionsInTime: 'Solution in time',
  share: (percent, met, of) => `${percent}% (${met} of ${of})`,
  topics: 'Most frequent topics',
  topic: (category, count) => `${category} (${count})`,
  teams: 'Open by campus',
  team: (name, open, overdue) =>
    overdue === 0 ? `${name}: ${open} open` : `${name}: ${open} open, ${overdue} overdue`,
};
