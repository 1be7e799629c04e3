import type { chat as german } from '../de/chat.js';

export const chat: typeof german = {
  commands: {
    help: ['help', '?', 'what can you do', 'start'],
    myTickets: ['my tickets', 'my reports', 'tickets', 'reports'],
    mySchool: ['my school', 'school', 'reports of my school', 'school reports'],
    status: ['status', 'ticket'],
    language: ['language', 'change language'],
    school: ['change school', 'choose school'],
    otherSchool: ['other school', 'another school', 'different school'],
    link: ['link', 'link channel', 'connect'],
    absence: ['absence', 'absences', 'enter absence', 'enter an absence'],
  },
  languageNames: { de: ['german', 'deutsch'], en: ['english', 'englisch'] },
  languageSet: 'From now on I write to you in English.',
  unknownTicket: (id) => `I cannot find a report of yours with the id ${id}. “My reports” shows all of them.`,
  noTickets: 'You have not reported anything yet. Just write what is not working.',
  emptyMessage:
    'Write in one sentence what is not working, for example: “No picture on the projector in R 204”.',
  smalltalk:
    'You are welcome! When something is not working, write it in one sentence. “Help” shows what I can do.',
  tooLong: (limit) =>
    `That is longer than ${limit} characters. I took the beginning – please shorten or complete it in the card.`,
  tooLongToAnswer: (limit) =>
    `That is longer than ${limit} characters. I take the beginning – please send the rest as a second message afterwards.`,
  schoolSet: (school) => `${school} – noted. You can change it at any time with “change school”.`,
  schoolNotFound: (typed) => `I cannot find a school “${typed}”. Please choose from the list.`,
  schoolAdded: (school) => `${school} is filled in. Please check and submit your report.`,
  draftContinuesBelow: 'The draft is now below.',
  draftGone: 'This draft does not exist any more. Just write once more what is not working.',
  draftSummary: (title) => `Draft: ${title}`,
  listSummary: 'Your reports',
  helpSummary: 'What I can do for you',
  pickSchoolSummary: 'Which school?',
  askAnswerSummary: 'An answer or a new report?',
  askStillBrokenSummary: 'Is it still broken?',
  answered: (id) => `Your answer is now in ${id}.`,
  continued: (id) => `${id} was closed some time ago. Here is a draft of a new report that continues it.`,
  unreadable: 'I could not read that. Please reload the card or send me a message.',
  wrongInput: 'I could not read this entry.',
  failed: (reference) =>
    `That did not work just now, and it is our fault. Please try again in a moment. (Reference ${reference})`,
  busy: 'It is very busy right now. Please press again in a minute, nothing is lost.',
  unknownPerson: 'I cannot tell who you are. Please open me with your school account.',
  foreignTenant: 'This service is only for the accounts of the schools of this city.',
  whyNotAllowed: 'We explain this only to the person who reported it and to the team.',
  welcome:
    'Hello! I am Campusdesk. Write in one sentence what is not working, for example: “My iPad does not charge, R 204”.',
  channelHelp:
    'In this channel: “@Campusdesk link” connects it with a campus or the help desk. In the thread of a report: “@Campusdesk …” asks whether your text goes to the teacher or becomes an internal note.',
  channelWelcome: 'I am Campusdesk. With “@Campusdesk link” you show me which reports belong here.',
  notATicketThread: 'There is no report under this message. Please reply under the card of a report.',
  askThreadSummary: 'To the teacher or internal?',
  threadCommented: (id) => `Sent to the teacher (${id}).`,
  threadNoted: (id) => `Internal note saved (${id}).`,
  link: {
    notHere: 'Linking is done in the channel that shall get the cards: write “@Campusdesk link” there.',
    notAllowed:
      'A channel can be linked by campus managers for their campus, by the help desk, by the provider and by administrators.',
    testPost: (target, by) => `Test: from now on the reports for ${target} appear here. Linked by ${by}.`,
    done: (target) => `Linked with ${target}.`,
    replaced: (target) => `Linked with ${target}. The previous channel gets no more cards.`,
    already: (target) => `This channel is already linked with ${target}.`,
    taken: (target) => `This channel already belongs to ${target}. A channel can belong to one only.`,
    testFailed: 'The test did not arrive here, so nothing was linked. May I write in this channel?',
    helpdesk: 'Help desk',
    summary: 'What is this channel for?',
  },
};
