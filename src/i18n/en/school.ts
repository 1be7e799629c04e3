import type { school as german } from '../de/school.js';

/** What contacts of a school read about the reports of their school. */
export const school: typeof german = {
  listSummary: 'Open reports of your school',
  listWord: 'Open at your school',
  nothingOpen: 'No report is open at your school.',
  waiting: 'We are waiting for an answer from the school. You can give it, too.',
  done: 'Done.',
};
