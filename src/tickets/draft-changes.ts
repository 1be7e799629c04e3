import { priorityOf, isoOf } from '../sla/index.js';
import { checkText, gone, type ChangeOf } from './change.js';
import { isDue } from './deadlines.js';
import type { Refusal } from './decision.js';
import type { Report } from './ticket.js';

/** The draft becomes a ticket; its card turns into the status card and the channel gets one. */
export const submit: ChangeOf<'submit'> = (
  ticket,
  { report, handledBy, card, grounds = ticket.grounds, incident = null, since = null },
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
      incident,
      question: null,
      submittedAt: since ?? isoOf(now),
      links: ticket.splitFrom === null ? ticket.links : [ticket.splitFrom],
      places: card ? [{ name: 'requester', ...card, shownRevision: ticket.revision, detour: null }] : [],
    },
    shows: ['requester', 'channel'],
    checks: ticket.understood === null ? ['likeness'] : ['likeness', 'correction'],
  };
};

/**
 * What was typed so far, a school named in the chat, or the answer to the draft's question is kept in the draft. Only an
 * answer ends the question.
 */
export const revise: ChangeOf<'revise'> = (_ticket, { report, reading = {} }) => ({
  patch: { report, ...reading },
  shows: [],
});

/** The article did not help; the draft goes on with everything filled in. */
export const tried: ChangeOf<'tried'> = ({ help }, { articleId }) =>
  help?.articleId === articleId && help.outcome === null
    ? { patch: { help: { articleId, outcome: 'still-broken' } }, shows: [] }
    : { code: 'nothing-to-do' };

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
