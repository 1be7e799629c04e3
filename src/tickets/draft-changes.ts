import { priorityOf, isoOf } from '../sla/index.js';
import { checkText, gone, type ChangeOf } from './change.js';
import { isDue } from './deadlines.js';
import type { Refusal } from './decision.js';
import type { Report } from './ticket.js';

/** The draft becomes a ticket; its card turns into the status card and the channel gets one. */
export const submit: ChangeOf<'submit'> = (
  ticket,
  { report, handledBy, card, grounds = ticket.grounds },
  { now },
) => {
  const problem = checkReport(report);
  if (problem) return problem;
  const priority = priorityOf(report);
  if (priority === null) return { code: 'no-ticket-needed' };
  return {
    patch: {
      state: 'new',
      report,
      priority,
      handledBy,
      grounds,
      submittedAt: isoOf(now),
      places: card ? [{ name: 'requester', ...card, shownRevision: ticket.revision, detour: null }] : [],
    },
    shows: ['requester', 'channel'],
  };
};

/** What was typed so far, or a school named in the chat, is kept in the draft. */
export const revise: ChangeOf<'revise'> = (_ticket, { report }) => ({ patch: { report }, shows: [] });

export const discard: ChangeOf<'discard'> = () => gone;

export const expire: ChangeOf<'expire'> = (ticket, command, { rules, clockNow }) =>
  isDue(ticket, command, rules, clockNow)
    ? gone
    : { code: 'wrong-state', verb: 'expire', state: ticket.state };

/** Why this report cannot be a ticket yet, or null. */
export function checkReport(report: Report): Refusal | null {
  if (report.schoolId === null) return { code: 'school-missing' };
  if (report.siteId === null) return { code: 'site-missing' };
  return checkText(report.title, { required: true }) ?? checkText(report.description, { required: true });
}
