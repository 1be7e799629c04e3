import type { maintenance as german } from '../de/maintenance.js';

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

export const maintenance: typeof german = {
  word: 'Maintenance',
  states: { later: 'Not due yet', early: 'Possible already', due: 'Due', overdue: 'Overdue' },
  outcomes: { ok: 'Fine', fault: 'Fault', skipped: 'Not checked' },
  listTitle: (campus) => (campus === null ? 'Maintenance in the whole city' : `Maintenance: ${campus}`),
  counts: ({ overdue, now, ahead }) =>
    overdue + now + ahead === 0
      ? 'No maintenance is due now.'
      : [
          ...(overdue === 0 ? [] : [`${overdue} overdue`]),
          ...(now === 0 ? [] : [`${now} due this week`]),
          ...(ahead === 0 ? [] : [`${ahead} planned for a later visit`]),
        ].join(' · '),
  page: (page, pages) => `Page ${page} of ${pages}`,
  dueOn: (when) => `Due: ${when}`,
  dueAhead: (when) => `Planned for the next visit: ${when}`,
  overdue: (count, when) => `Overdue for ${days(count)} (${when})`,
  mayBeDone: (when) => `Planned: ${when}, possible today already`,
  planned: (when) => `Planned: ${when}`,
  lastDone: (when) => `Last done: ${when}`,
  neverDone: 'Never done yet',
  bring: (things) => `Bring: ${things}`,
  duration: (minutes) => `Takes about ${minutes} minutes`,
  range: (min, max, unit) => {
    const both = min === max ? min : `${min} to ${max}`;
    const value =
      min !== '' && max !== '' ? both : min !== '' ? `from ${min}` : max !== '' ? `up to ${max}` : '';
    return [value, unit].filter((part) => part !== '').join(' ');
  },
  valueLabel: (text, range) => (range === '' ? text : `${text} (${range})`),
  valueHint: 'Left empty means: not measured.',
  doneBy: (when, name) => `Checked: ${when}, ${name}`,
  leftOutBy: (when, name) => `Left out: ${when}, ${name}`,
  correctedBy: (when, name) => `Corrected: ${when}, ${name}`,
  allFine: 'Everything is fine.',
  faults: (count) => (count === 1 ? '1 fault found' : `${count} faults found`),
  faultTitle: (check, item) => `${check}: fault in “${item}”`,
  doneWord: 'Maintenance done',
  faultWord: 'Maintenance found a fault',
  leftOutWord: 'Maintenance left out',
  next: (when) => `Next time: ${when}`,
  ticket: (id) => `Report ${id} is made.`,
  ticketFor: (fault) => `Make a report: ${fault}`,
  summary: (campus, counts) => `Maintenance ${campus ?? 'city'}: ${counts}`,
  actions: {
    open: 'Open',
    save: 'Finish check',
    saveCorrection: 'Save change',
    correct: 'Correct',
    leaveOut: 'Leave out …',
    leaveOutNow: 'Leave check out',
    list: 'To the list',
    back: 'Back',
    nextPage: 'Next page',
    previousPage: 'Previous page',
    ticket: 'Make a report',
  },
  labels: {
    note: 'What did you notice? (optional)',
    reason: 'Why is this check left out?',
    choose: 'Please choose',
  },
  errors: {
    choice: 'Please choose a result.',
    value: 'Please enter a number, or leave it empty.',
    note: 'Please shorten the text.',
    reason: 'Please write briefly why.',
  },
  refusal: (refusal) => {
    switch (refusal.code) {
      case 'not-allowed':
        return 'The maintenance of this site is for its campus managers and the help desk.';
      case 'unknown-site':
        return 'This site does not exist any more.';
      case 'not-found':
        return 'This check is not planned here any more.';
      case 'settled':
        return refusal.by === null ? 'That is done already.' : `That is done already, by ${refusal.by}.`;
      case 'too-early':
        return 'It is too early for this check.';
      case 'nothing-checked':
        return 'Nothing was checked. Please leave the check out then, and write why.';
      case 'incomplete':
        return 'Please answer each item.';
      case 'text-missing':
        return 'Please write briefly why.';
      case 'too-long':
        return `The text is too long. ${refusal.limit} characters are allowed.`;
      case 'too-late-to-correct':
        return 'A result can be corrected for one week only.';
      case 'no-fault':
        return 'No fault is recorded here.';
    }
  },
};
