import type { Texts } from '../texts.js';

export const known: Texts['known'] = {
  incident: (title) => `Known disruption: ${title}`,
  isItThis: 'Is it this?',
  join: 'Yes, that is it',
  joinHint: 'If not, simply send your report.',
  incidentOver:
    'This disruption has been fixed in the meantime. If it still does not work for you, please send the report.',
  own: (what) => `You have reported this already: ${what}`,
  ownHint: 'If it is something new, simply send the report.',
  addToIt: 'Add to that report',
  added: (id, title) => `Your details are now in ${id}, “${title}”. There is no second report.`,
  device: (state) => `This device has been reported already: ${state}.`,
  deviceHint:
    'There is nothing you need to do. If you have something new to say, send the report all the same.',
  ofSchool: 'Already reported at your school:',
  partOf: (title) => `Part of a bigger disruption: ${title}`,
  memberOf: (title) => `Part of the disruption “${title}”`,
  asOf: (at) => `As of ${at}`,
  noStatus: 'We are working on it. News will appear here.',
  sameDevice: (id) => `Same device as ${id}`,
};
