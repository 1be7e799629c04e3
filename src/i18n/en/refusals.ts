import type { Verb } from '../../tickets/index.js';
import type { refusals as german } from '../de/refusals.js';
import { vocabulary } from './vocabulary.js';

const deeds: Record<Verb, string> = {
  submit: 'submit',
  revise: 'change',
  tried: 'change',
  photo: 'add a photo to',
  discard: 'discard',
  expire: 'let expire',
  claim: 'claim',
  release: 'release',
  assign: 'assign',
  offer: 'hand over',
  accept: 'accept',
  decline: 'decline',
  comment: 'comment on',
  note: 'add a note to',
  hold: 'put on hold',
  'plan-visit': 'plan a visit for',
  resume: 'resume',
  resolve: 'resolve',
  attach: 'add to an incident',
  detach: 'take out of an incident',
  'incident-status': 'change',
  reopen: 'reopen',
  close: 'close',
  'close-for-silence': 'close',
  edit: 'change',
  withdraw: 'withdraw',
  rate: 'rate',
  escalate: 'mark as urgent',
  remind: 'send reminders for',
  'set-priority': 'change the urgency of',
  merge: 'merge',
  absorb: 'merge',
  merged: 'close',
  'merge-refused': 'change',
  unmerge: 'separate again',
  expel: 'separate again',
  news: 'change',
  'comment-of-duplicate': 'comment on',
  'order-refused': 'change',
  split: 'split',
  link: 'link',
  unlink: 'unlink',
  informed: 'tick off as told',
  reroute: 'redirect',
  recompute: 'recompute',
};

export const refusals: typeof german = {
  sentence: (refusal) => {
    switch (refusal.code) {
      case 'taken':
        return `${refusal.by} already has this report.`;
      case 'not-allowed':
        return `You cannot ${deeds[refusal.verb]} this report. Only those responsible for it can.`;
      case 'wrong-state':
        return `You cannot ${deeds[refusal.verb]} a report that is “${vocabulary.states[refusal.state]}”. The card shows where it stands now.`;
      case 'school-missing':
        return 'Please choose your school.';
      case 'site-missing':
        return 'Your school has several sites. Please choose one.';
      case 'text-missing':
        return 'Please add a short text.';
      case 'too-long':
        return `The text is too long. ${refusal.limit} characters are allowed.`;
      case 'too-many-comments':
        return `There are already ${refusal.limit} comments here. Please talk on the phone or make a new report.`;
      case 'ticket-full':
        return 'There is no more room for text in this report. Please talk on the phone or create a new report.';
      case 'date-in-past':
        return 'The date is in the past. Please choose a later day.';
      case 'reason-missing':
        return 'The visit is later than the promised solution. Please add briefly why it takes longer.';
      case 'no-ticket-needed':
        return 'No report is needed for this. If something does not work after all, please choose another topic.';
      case 'reopen-too-late':
        return `The report has been closed for more than ${refusal.days} days. Please make a new one.`;
      case 'only-description-and-room':
        return 'Somebody is working on the report. Only description and room can still be changed.';
      case 'already-rated':
        return 'You have already rated this. Thank you!';
      case 'stars-out-of-range':
        return `Please give 1 to ${refusal.most} stars.`;
      case 'nobody-to-offer-to':
        return 'The report cannot be handed over to them because nobody is responsible there.';
      case 'nothing-to-do':
        return 'There is nothing to do here: everything is up to date.';
      case 'too-many-photos':
        return `There are already ${refusal.limit} photos here. A report takes no more.`;
      case 'in-incident':
        return `This report is already part of the incident “${refusal.title}”.`;
      case 'merging':
        return 'This report is being merged with another one right now. Please try again in a moment.';
      case 'same-ticket':
        return 'That is the same report. Please name the other one.';
      case 'too-many-tickets':
        return refusal.limit === 0
          ? 'Other reports were merged with this one already. Please merge the other one with it instead.'
          : `No more than ${refusal.limit} other reports can be attached here.`;
      case 'undo-too-late':
        return `That was more than ${refusal.days} days ago and can no longer be undone.`;
      case 'other-party':
        return 'The other report is with another team. The help desk can merge the two.';
      case 'no-answer':
        return 'The other report could not be reached for a while. Please try again.';
      case 'not-found':
        return 'This report does not exist, or no longer does.';
    }
  },
};
