import type { dialog as german } from '../de/dialog.js';

export const dialog: typeof german = {
  talk: {
    greeting: 'Hello! Write to me in one sentence what is not working.',
    thanks: 'You are welcome! When something is not working again, just write to me.',
    goodbye: 'Goodbye! When something is not working, I am here.',
    agreement: 'Good. When something is not working, write it in one sentence.',
    insult:
      'That is annoying, I understand. Write to me in one sentence what is not working, and somebody will look after it.',
    'who-are-you':
      'I am Campusdesk, a program. I take reports and pass them on to the people who look after them at your school.',
    joke: 'I know no jokes, but I can take reports. Just write what is not working.',
    'needs-help': 'Gladly. What is not working, and in which room? One sentence is enough.',
    signs: 'Thank you for the sign. When something is not working, write it in one sentence.',
    gibberish: 'I could not read that. Please write in one sentence what is not working.',
    'other-script':
      'I understand German and English only. Please write in one of them what is not working. · Ich verstehe nur Deutsch und Englisch. Bitte schreiben Sie in einer der beiden Sprachen, was nicht geht.',
    chat: 'That does not sound like a fault. “Help” shows what I can do.',
  },
  whoComes: (manager, campus) => `${manager} (${campus}) is responsible for your school.`,
  helpdeskComes: 'The help desk is responsible for your school at the moment.',
  nextVisit: (window) => `Next visit: ${window}.`,
  whereReportsAre: '“My reports” shows what was reported. If something is missing, write it in one sentence.',
  schoolUnknown:
    'That depends on your school. Tell me your school with “change school”, and I can say who is responsible and when somebody comes.',
  chatWord: 'No report',
  reportAnyway: 'Report it anyway',

  questionWord: 'A short question',
  question: 'What is it about?',
  questionHint: 'Tap a topic, or write it in the chat.',
  allTopics: 'All topics …',
  takeCategory: 'Continue',
  questionSummary: (title) => `What is “${title}” about?`,
  several: (count) =>
    `These are ${count === 2 ? 'two' : 'three'} things. Here is a draft for each of them, please submit them one by one.`,

  changed: 'Changed. Please check and submit.',
  whichWord: 'What does that belong to?',
  whichToChange: 'Which report is meant?',
  alsoInOne: (title, room) => `Shall I add ${room} to “${title}”?`,
  alsoInSeveral: (room) => `To which report shall I add room ${room}?`,
  addRoom: 'Yes, add it',
  roomAdded: (room, id) => `${room} is now in ${id}, too.`,
  againWord: 'Is it working again?',
  discardOne: (title) => `Good! Shall I discard the draft “${title}”?`,
  discardSeveral: 'Good! Which draft shall I discard?',
  withdrawOne: (title) => `Good! Shall I withdraw the report “${title}”?`,
  withdrawSeveral: 'Good! Which report is settled?',
  withdrawHint: 'Nobody will come for it then.',
  discard: 'Discard',
  withdraw: 'Withdraw',
  keep: 'Keep',
  keepAll: 'None of these',
  kept: 'Everything stays as it is.',
  nothingToWithdraw: 'Good that it works! You have nothing open with me.',
  nothingOpen: 'You have nothing open at the moment. “My reports” shows the closed ones, too.',
};
