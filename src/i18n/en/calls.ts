import type { calls as german } from '../de/calls.js';

export const calls: typeof german = {
  toRequester: {
    comment: ({ who }) => `${who} writes:`,
    visit: ({ who, until }) => `${who} will visit you ${until}.`,
    resolved: ({ who }) => `${who} solved the problem.`,
    'closed-for-silence': ({ until }) =>
      until === ''
        ? 'We have not heard from you for a while and closed the report.'
        : `We have not heard from you for a while and closed the report. You can reopen it ${until} with “Still broken”; after that, just write a new one.`,
    'requester-comment': () => 'Your message has arrived.',
    reopened: ({ who }) => `${who} reopened the report.`,
    withdrawn: () => 'The report is withdrawn.',
    'exam-now': () => 'The team knows that it is urgent.',
    offer: ({ who }) => `${who} handed the report on.`,
    'offer-declined': ({ who }) => `${who} declined the hand-over.`,
    'offer-unanswered': () => 'Nobody has answered the hand-over yet.',
    assigned: ({ who }) => `${who} assigned the report.`,
    'first-response-75': () => 'The team has been reminded of your report.',
    'first-response-100': () => 'The first response is late. Your report is not forgotten.',
    'first-response-helpdesk': () => 'The first response is late. The help desk takes care of it.',
    'first-response-at-risk': ({ until, isLate }) =>
      isLate
        ? `The first response was promised: ${until}. Sorry, it is late. Your report is not forgotten.`
        : `The first response is promised: ${until}. We will probably not make it. Your report is not forgotten.`,
    'resolution-75': () => 'The team has been reminded of your report.',
    'resolution-100': () => 'The solution is late. We stay on it.',
    'resolution-at-risk': ({ until, isLate }) =>
      isLate
        ? `The solution was promised: ${until}. Sorry, it is late. We stay on it.`
        : `The solution is promised: ${until}. We will probably not make it. We stay on it.`,
    'next-update': () => 'You will hear from us soon.',
    'waiting-over': () => 'The waiting is over, we go on.',
    'offer-absence': ({ who }) => `${who} is away. Your report goes to the deputy.`,
    'merge-refused': () => 'Your report stays one of its own.',
    merged: () =>
      'The same has been reported already. Your report goes on together with the other one, and you will hear of it here.',
    'split-off': ({ who }) => `${who} has made two of your report, so that nothing is forgotten.`,
    unmerged: () => 'Your report goes on by itself again. We will take care of it.',
    'order-refused': () => 'Your report stays as it is.',
    'priority-raised': () => 'Your report now counts as more urgent.',
    'last-visit': () => 'The team was reminded of the next visit.',
    'requester-silent': ({ until }) =>
      until === ''
        ? 'We are still waiting for your answer. Until then we cannot go on.'
        : `We are still waiting for your answer. Without one we close the report ${until}.`,
  },
  toChannel: {
    comment: ({ who }) => `${who} wrote to the teacher:`,
    visit: ({ who, until }) => `${who} planned a visit: ${until}.`,
    resolved: ({ who }) => `${who} solved the problem.`,
    'closed-for-silence': () => 'Closed without an answer.',
    'requester-comment': ({ who }) => `${who} writes:`,
    reopened: ({ who }) => `${who} reports: not solved yet.`,
    withdrawn: ({ who }) => `${who} withdrew the report.`,
    'exam-now': ({ who }) => `${who} reports: urgent now, a lesson or exam cannot go on.`,
    offer: ({ who, until }) => `${who} offers you this report. Please accept or decline ${until}.`,
    'offer-declined': ({ who }) => `${who} declined the hand-over. The report stays here.`,
    'offer-unanswered': () => 'Nobody has answered the hand-over yet.',
    assigned: ({ who }) => `${who} assigned this report.`,
    'first-response-75': ({ until, isLate }) =>
      isLate
        ? `No response yet. The first response is overdue ${until}.`
        : `No response yet. The first response is promised: ${until}.`,
    'first-response-100': ({ until }) => `The first response is overdue ${until}.`,
    'first-response-helpdesk': ({ until }) => `Still without a first response, overdue ${until}.`,
    'first-response-at-risk': ({ until }) => `Little time left for the first response: ${until}.`,
    'resolution-75': ({ until, isLate }) =>
      isLate
        ? `Not solved yet. The solution is overdue ${until}.`
        : `Not solved yet. The solution is promised: ${until}.`,
    'resolution-100': ({ until }) => `The solution is overdue ${until}.`,
    'resolution-at-risk': ({ until }) => `Little time left for the solution: ${until}.`,
    'next-update': ({ until }) =>
      until === ''
        ? 'The teacher has heard nothing from us for a while. Please write briefly how it stands.'
        : `The teacher has heard nothing from us ${until}. Please write briefly how it stands.`,
    'waiting-over': () => 'The day until which it waited has come. Please go on.',
    'offer-absence': ({ who, until }) => `${who} is away. Please accept or decline as deputy ${until}.`,
    'merge-refused': () => 'Merging did not work, the report stays one of its own.',
    merged: () => 'Merged with another report.',
    'split-off': ({ who }) => `${who} has split off a part as a report of its own.`,
    unmerged: () => 'This report is one of its own again, and open. Please take care of it.',
    'order-refused': () => 'That did not work.',
    'priority-raised': ({ who }) => `${who} raised the urgency.`,
    'last-visit': ({ until, due = '' }) =>
      due === ''
        ? `The last visit before the promised solution is ${until}. The report is not planned for it yet.`
        : `The solution is promised ${due}. The last visit before is ${until}. The report is not planned for it yet.`,
    'requester-silent': () => 'The teacher has not answered yet and has been reminded.',
  },
  words: {
    comment: 'Message',
    visit: 'Visit',
    resolved: 'Resolved',
    'closed-for-silence': 'Closed',
    'requester-comment': 'Message from the teacher',
    reopened: 'Open again',
    withdrawn: 'Withdrawn',
    'exam-now': 'Urgent now',
    offer: 'Hand-over offered',
    'offer-declined': 'Hand-over declined',
    'offer-unanswered': 'Hand-over unanswered',
    assigned: 'Assigned',
    'first-response-75': 'First response due soon',
    'first-response-100': 'First response overdue',
    'first-response-helpdesk': 'Still without a response',
    'first-response-at-risk': 'First response will probably be late',
    'resolution-75': 'Solution due soon',
    'resolution-100': 'Solution overdue',
    'resolution-at-risk': 'Solution will probably be late',
    'next-update': 'News missing',
    'waiting-over': 'Waiting is over',
    'offer-absence': 'Deputy wanted',
    'merge-refused': 'Not merged',
    merged: 'Merged',
    'split-off': 'Split',
    unmerged: 'Separate again',
    'order-refused': 'Did not work',
    'priority-raised': 'More urgent now',
    'last-visit': 'Last visit before the promise',
    'requester-silent': 'Answer still missing',
  },
  summary: (word, detail) => `${word}: ${detail}`,
  waitsForAnswer: (who) => `${who} is waiting for your answer.`,
  somebody: 'Somebody from the team',
  deputy: (manager, deputy, until) =>
    until === null
      ? `${manager} is away, ${deputy} stands in.`
      : `${manager} is away, ${deputy} stands in until ${until}.`,
  stillBroken: 'Is it still broken?',
};
