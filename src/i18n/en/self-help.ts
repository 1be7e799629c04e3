import type { selfHelp as german } from '../de/self-help.js';

export const selfHelp: typeof german = {
  heading: (title) => `Quick help: ${title}`,
  foldedHeading: (title) => `▾ Quick help until somebody comes: ${title}`,
  helped: 'That helped',
  stillBroken: 'Still broken',
  glad: 'Good that it works again! Nothing was reported.',
  gladWord: 'Done',
  tried: (title) => `The report says so: ${title} – tried, does not help.`,
  factTried: 'Tried',
  word: 'Instructions',
  notHelped: 'Still not working after that? Write to me in one sentence what is wrong.',
  which: 'Which instructions do you mean?',
  searched: (title) => `Instructions: ${title}`,
  gone: 'These instructions do not exist any more. Write to me what is not working.',
  nothing: (text) => `I have no instructions on “${text}”. Write to me in one sentence what is not working.`,
  commands: {
    long: ['instructions', 'instructions for', 'guide', 'guide to', 'how to', 'help with', 'help on'],
    short: ['help'],
  },
};
