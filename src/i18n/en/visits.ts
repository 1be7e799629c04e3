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
  cancelledByRota: (until) => `Your visit is cancelled: ${until}. There is no new date yet.`,
  missed: {
    word: 'Visit cancelled',
    summary: (school, window) => `Visit cancelled: ${school}, ${window}`,
    text: (school, window) => `The visit at ${school} does not take place: ${window}.`,
    reason: (text) => `Reason: ${text}`,
    next: (window) => `Next visit: ${window}.`,
    noNext: 'A new date is not known yet.',
    unmanned: 'Nobody of the campus is at work on that day.',
    movedWord: 'Visit moved',
    moved: (school, day, window) => `The visit at ${school} on ${day} has been moved. New date: ${window}.`,
    backWord: 'Visit takes place',
    back: (school, window) => `The visit at ${school} takes place: ${window}.`,
    at: (school, window) => `${school}, ${window}`,
  },
  change: {
    word: 'Change visits',
    summary: 'Cancel or move a visit',
    intro: 'Which visit is to be cancelled or moved?',
    none: 'No visit is planned within the next four weeks.',
    which: 'For which school? Write for example “Move visit Lindenschule”.',
    below: 'The visit stands below as a card of its own.',
    cancelled: 'cancelled',
    movedFrom: (day) => `moved, was on ${day}`,
    because: (reason) => `Reason: ${reason}`,
    planned: (number) =>
      number === 1 ? '1 report is planned for this visit.' : `${number} reports are planned for this visit.`,
    told: 'The contacts of the school, and everybody whose report is planned for the visit, are told.',
    open: 'Change',
    cancel: 'Cancel …',
    cancelNow: 'Cancel the visit',
    move: 'Move …',
    moveNow: 'Move the visit',
    restore: 'As in the rota again',
    back: 'Other visits',
    reason: 'Why? (the school and the teachers read it)',
    reasonError: 'Please say in short why.',
    toDate: 'New day',
    toDateError: 'Please choose a day.',
    from: 'From',
    to: 'To',
    timeError: 'Please choose a time.',
    doneCancelled: (place, window) => `Cancelled: ${place}, ${window}.`,
    doneMoved: (place, window) => `Moved: ${place}, now ${window}.`,
    doneRestored: (place) => `As in the rota again: ${place}.`,
    outsideHours: 'Please note: a part of the visit lies outside of the service hours.',
    overlap: (place) => `There is a visit at ${place} at the same time. Please choose another time.`,
    noTimeToTravel: (place, minutes) =>
      `Between this visit and the one at ${place} there must be ${minutes} minutes for the way. Please choose another time.`,
    refusal: (reason, noteLimit) => {
      switch (reason) {
        case 'no-visit':
          return 'No visit is planned there on that day.';
        case 'moved-away':
          return 'This visit has been moved already. Please change its new date.';
        case 'visited-already':
          return 'A visit is planned there on that day already.';
        case 'no-service':
          return 'There is no service on that day. Please choose another one.';
        case 'wrong-times':
          return 'The end must lie after the beginning, and the day must exist.';
        case 'over':
          return 'This time has passed already.';
        case 'note-too-long':
          return `The reason is too long. ${noteLimit} characters are allowed.`;
        case 'unknown-site':
          return 'This site does not exist any more.';
        case 'nothing-to-restore':
          return 'Nothing has been changed here.';
      }
    },
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
    visitMovedTo: (window) => `Moved to: ${window}`,
    movedTo: (window) => `The rest was moved to: ${window}`,
    notMoved: (ids) => `Not moved, please see to: ${ids}`,
    nextVisit: (window) => `The visit after: ${window}`,
    movedNote: 'We did not get to this at our visit. We will do it at the next one.',
    solvedNote: 'Solved on site.',
    byPhone: (name, school) => `Please call (not reached in the chat): ${name}, ${school}`,
    asked: 'The visit list stands elsewhere now. “Visit list” shows it here again.',
    notFound: (day) => `No visits are planned on ${day}.`,
    noVisits: 'No visits are planned in the next days.',
    notYours: 'The visit list is for campus managers and their deputies.',
    whichCampus: (campus) => `Of which campus? Write “visit list ${campus} tomorrow”, for example.`,
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
      changeVisit: 'Move visit …',
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
