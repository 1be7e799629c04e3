import { isoOf, type Instant } from '../../src/sla/index.js';
import type { HandledBy, ReminderStage, Ticket, TicketCommand, Verb } from '../../src/tickets/index.js';
import { day, helpdesk, people, report, rules, south, submit } from './given.js';

export const verbs: readonly Verb[] = [
  'submit',
  'revise',
  'tried',
  'photo',
  'discard',
  'expire',
  'claim',
  'release',
  'assign',
  'offer',
  'accept',
  'decline',
  'comment',
  'note',
  'hold',
  'plan-visit',
  'resume',
  'resolve',
  'attach',
  'detach',
  'incident-status',
  'reopen',
  'close',
  'close-for-silence',
  'edit',
  'withdraw',
  'rate',
  'escalate',
  'remind',
  'set-priority',
  'merge',
  'absorb',
  'merged',
  'merge-refused',
  'unmerge',
  'expel',
  'news',
  'comment-of-duplicate',
  'order-refused',
  'split',
  'link',
  'unlink',
  'informed',
  'reroute',
  'recompute',
];

/** A command of this kind to which nobody could object for what it says. @param choice one of several, any whole number */
export function plausible(verb: Verb, ticket: Ticket, now: Instant, choice = 0): TicketCommand {
  const until = isoOf(rules.calendar.nextOpening(now + ((choice % 4) + 1) * day));
  switch (verb) {
    case 'submit':
      return submit(choice % 2 === 0 ? {} : { scope: 'class', blocked: true });
    case 'revise':
      return { verb, report };
    case 'tried':
      return { verb, articleId: ticket.help?.articleId ?? 'ipad-frozen' };
    case 'photo':
      return {
        verb,
        photo: { id: `photo-${ticket.photos.length}`, at: isoOf(now), width: 800, height: 600 },
      };
    case 'attach':
    case 'incident-status':
      return { verb, incident: { ...incident, statusAt: isoOf(now) } };
    case 'detach':
      return { verb, incidentId: incident.id };
    case 'assign':
      return { verb, handledBy: { ...(ticket.handledBy ?? helpdesk), person: assignee(choice) }, note: '' };
    case 'offer':
      return {
        verb,
        to: ticket.handledBy?.campusId === 'south' ? { party: 'helpdesk', campusId: null } : south,
        note: '',
      };
    case 'accept':
      return { verb, handledBy: { ...helpdesk, ...ticket.offer?.to, person: people.otherManager } };
    case 'decline':
      return { verb, note: '' };
    case 'comment':
    case 'note':
      return { verb, text: 'Have you tried another one?' };
    case 'hold':
      return {
        verb,
        waitingFor: choice % 2 === 0 ? 'requester' : 'vendor',
        until: choice % 3 === 0 ? null : until,
        note: 'Which one?',
      };
    case 'plan-visit':
      return { verb, until, note: 'The part comes then.' };
    case 'resolve':
      return {
        verb,
        solution: 'Replaced.',
        ...(ticket.incident && { incident: { id: ticket.incident.id, by: people.dispatcher } }),
      };
    case 'reopen':
      return { verb, text: '', assigneeInForce: choice % 2 === 0 };
    case 'edit':
      return { verb, changes: { description: `It fell ${choice} times.` }, handledBy: null };
    case 'withdraw':
    case 'escalate':
      return { verb, text: '' };
    case 'rate':
      return { verb, stars: (choice % 5) + 1, text: '' };
    case 'set-priority':
      return {
        verb,
        priority: ticket.prioritySet ? null : choice % 2 === 0 ? 'P1' : 'P4',
        reason: 'Exams.',
      };
    case 'merge':
      return { verb, into: other };
    case 'absorb':
      return {
        verb,
        ticket: {
          id: other,
          submittedAt: isoOf(now - day),
          absorbedAt: isoOf(now),
          requesterName: 'Another teacher',
        },
        from: null,
        anywhere: true,
      };
    case 'merged':
    case 'news':
      return { verb, followed: { ...followed, revision: 100 + ticket.revision } };
    case 'merge-refused':
      return { verb, into: other, refusal: 'merging' };
    case 'expel':
    case 'link':
    case 'unlink':
      return { verb, ticketId: other };
    case 'unmerge':
      return { verb, text: '', assigneeInForce: choice % 2 === 0, grounds: ticket.grounds };
    case 'comment-of-duplicate':
      return { verb, ticketId: other, name: 'Another teacher', text: 'Mine is still red.' };
    case 'order-refused':
      return { verb, order: 'link', target: other, refusal: 'not-found', said: null };
    case 'split':
      return { verb, ticketId: 'P4RT22', report, handledBy: helpdesk };
    case 'informed':
      return { verb, entryIds: ticket.toInform.map(({ entryId }) => entryId) };
    case 'reroute':
      return {
        verb,
        does: reroutings[choice % reroutings.length] ?? 'move',
        from: ticket.handledBy ?? helpdesk,
        handledBy: rerouted(ticket),
        grounds: ticket.grounds,
        away: ticket.handledBy?.person ?? null,
        standIn: people.deputy,
      };
    case 'recompute':
      return { verb, rulesVersion: 'tomorrow', grounds: { schoolType: 'Grundschule', campusId: 'north' } };
    case 'remind':
      return { verb, ...reminder(ticket, choice) };
    default:
      return { verb };
  }
}

const reroutings = ['move', 'free', 'offer', 'end-offer', 'reason'] as const;

/** The ticket with which it is merged or linked. */
const other = '0THER2';
const followed = {
  id: other,
  state: 'claimed',
  closedAs: null,
  waitingFor: null,
  waitingUntil: null,
  solution: null,
} as const;

function rerouted({ handledBy }: Ticket): HandledBy {
  return handledBy?.campusId === 'south'
    ? helpdesk
    : { ...south, person: null, reason: { code: 'campus-of-school' } };
}

const incident = { id: 'S7M3QX', title: 'No WLAN', status: 'We are on it.' };

function assignee(choice: number): { readonly id: string; readonly name: string } {
  return choice % 2 === 0 ? people.deputy : people.manager;
}

function reminder(ticket: Ticket, choice: number): { readonly stage: ReminderStage; readonly dueAt: string } {
  if (ticket.offer) return { stage: 'offer-unanswered', dueAt: ticket.offer.answerDueAt };
  const stage = choice % 2 === 0 ? 'first-response-helpdesk' : 'first-response-100';
  return { stage, dueAt: ticket.firstResponseDueAt ?? ticket.createdAt };
}
