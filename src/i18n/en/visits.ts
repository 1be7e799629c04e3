import type { visits as german } from '../de/visits.js';

/** What people read about visits of the campus' manager at a school. */
export const visits: typeof german = {
  window: (day, from, to) => `${day}, ${from}–${to}`,
  between: (day, from, to) => `${day} between ${from} and ${to}`,
  nextAtSchool: (window) => `Next visit at your school: ${window}`,
  nextThere: (window) => `Next visit there: ${window}`,
  form: {
    visit: 'For which visit? (with “On-site visit”)',
    onlyVisit: 'For which visit?',
    noVisit: 'none of these, on the day below',
    day: 'Or on which day?',
    error: 'Please choose a visit of the list, or a day.',
  },
};
