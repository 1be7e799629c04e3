import type { visits as german } from '../de/visits.js';

const bring: (typeof german)['worklist']['bringFor'] = {
  'ipad-hardware': 'spare iPad, charging cable',
  network: 'network cables, tester',
  display: 'HDMI cable, remote control',
  computer: 'USB stick with tools, power supply',
  printer: 'toner, paper',
};

const count = (number: number, one: string, many: string): string =>
  number === 1 ? `1 ${one}` : `${number} ${many}`;

/** What people read about visits of the campus' manager at a school. */
export const visits: typeof german = {
  window: (day, from, to) => `${day}, ${from}–${to}`,
  between: (day, from, to) => `${day} between ${from} and ${to}`,
  nextAtSchool: (window) => `Next visit at your school: ${window}`,
  lastBefore: (window) => `The last visit before this deadline: ${window}`,
  nextThere: (window) => `Next visit there: ${window}`,
  form: {
    visit: 'For which visit? (with “On-site visit”)',
    onlyVisit: 'For which visit?',
    noVisit: 'another day (below)',
    day: 'Or on which day?',
    error: 'Please choose a visit of the list, or a day.',
  },
  movedByRota: (until) => `Your visit has been moved. New date: ${until}.`,
  missed: {
    word: 'Visit cancelled',
    summary: (school, window) => `Visit cancelled: ${school}, ${window}`,
    text: (school, window) => `The visit at ${school} does not take place: ${window}.`,
    reason: (text) => `Reason: ${text}`,
    next: (window) => `Next visit: ${window}.`,
    noNext: 'A new date is not known yet.',
    unmanned: 'Nobody of the campus is at work on that day.',
  },
  unmanned: (campus, day, places) =>
    `${campus}: nobody is at work on ${day}. These visits are cancelled: ${places}.`,
  worklist: {
    word: 'Visit list',
    days: { today: ['today'], tomorrow: ['tomorrow'] },
    title: (campus, day) => `${campus}, ${day}`,
    summary: (day, sites, tickets) =>
      `Visit list ${day}: ${count(sites, 'site', 'sites')}, ${count(tickets, 'report', 'reports')}`,
    counts: (sites, tickets, checks) =>
      [
        count(sites, 'site', 'sites'),
        count(tickets, 'open report', 'open reports'),
        ...(checks === 0 ? [] : [count(checks, 'check', 'checks')]),
      ].join(' · '),
    standsIn: (name) => `Standing in: ${name}`,
    unmanned: 'Nobody is at work on this day. All visits are cancelled.',
    bring: (things) => `Bring: ${things}`,
    bringFor: bring,
    part: (id) => `part from the supplier for ${id}`,
    none: 'No open reports.',
    page: (page, pages) => `Page ${page} of ${pages}`,
    planned: 'planned for this visit',
    later: (window) => `planned: ${window}`,
    provider: 'provider',
    elsewhere: (who) => `is with: ${who}`,
    states: {
      planned: 'Visit to come',
      done: 'Done',
      missed: 'Cancelled',
      off: 'No visit planned any more',
    },
    by: (state, name) => `${state}, ${name}`,
    because: (reason) => `Reason: ${reason}`,
    movedTo: (window) => `The rest was moved to: ${window}`,
    nextVisit: (window) => `The visit after: ${window}`,
    movedNote: 'We did not get to this at our visit. We will do it at the next one.',
    solvedNote: 'Solved on site.',
    byPhone: (name, school) => `Please call (not reached in the chat): ${name}, ${school}`,
    asked: 'The visit list stands elsewhere now. “Visit list” shows it here again.',
    notFound: (day) => `No visits are planned on ${day}.`,
    noVisits: 'No visits are planned in the next days.',
    notYours: 'The visit list is for campus managers and their deputies.',
    noCampusHere: 'The visit list is shown in the channel of a campus and in the personal chat.',
    checkBelow: 'The check stands below as a card of its own.',
    ticketBelow: 'The report stands below as a card of its own.',
    actions: {
      solved: 'Solved',
      solvedNow: 'Report as solved',
      open: 'Open',
      done: 'Site done',
      takeBack: 'Not done after all',
      missed: 'Visit is cancelled',
      missedNow: 'Cancel the visit',
      move: (number) => `Move the rest (${number})`,
      moveNow: 'Move to the next visit',
      informed: 'Told',
      refresh: 'Refresh',
      nextPage: 'Next page',
      previousPage: 'Previous page',
    },
    labels: {
      solution: 'What helped? (the teacher reads it)',
      reason: 'Why? (the school and the teachers read it)',
      note: 'Message to the teachers',
    },
    errors: {
      solution: 'Please say in short what helped.',
      reason: 'Please say in short why.',
      note: 'Please write the teachers a sentence.',
    },
    refusal: (refusal) => {
      switch (refusal.code) {
        case 'not-found':
          return 'This visit list does not exist any more.';
        case 'not-allowed':
          return 'The visit list is for campus managers and their deputies.';
        case 'unknown-site':
          return 'This site is not on the list.';
        case 'settled':
          return 'This has been ticked off already. Please refresh the list.';
        case 'text-missing':
          return 'Please write a short sentence.';
        case 'too-long':
          return `The text is too long. ${refusal.limit} characters are allowed.`;
        case 'nothing-left':
          return 'Nothing is left to be moved here.';
        case 'no-next-visit':
          return 'No further visit is planned for this site.';
        case 'nothing-to-do':
          return 'This is done already.';
      }
    },
  },
};
