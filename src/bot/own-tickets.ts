import { instantOf, type Instant } from '../sla/index.js';
import { find } from '../store/index.js';
import { isOfSchool, unclosedStates, type Ticket } from '../tickets/index.js';
import type { BotParts } from './parts.js';
import type { Turn } from './turn.js';

const answerWindowWallMs = 24 * 3_600_000;
const draftWindowWallMs = 30 * 60_000;
const listed = 50;

/** One's own ticket, whatever its age; null where there is none of this id or it is not (yet) a ticket of this person. */
export async function ownTicket(turn: Turn, parts: BotParts, id: string): Promise<Ticket | null> {
  const ticket = (await find(parts.tickets, id))?.document;
  return ticket?.requester.id === turn.person.id && ticket.state !== 'draft' ? ticket : null;
}

/** What of a person's is not at its end, newest first. */
export interface OwnOpen {
  /** Drafts of the last half an hour: what is written now may be about them. */
  readonly drafts: readonly Ticket[];
  /** Tickets that are not closed, the resolved ones too. */
  readonly tickets: readonly Ticket[];
}

/** What a message of this person may be about. */
export async function ownOpen(turn: Turn, parts: BotParts): Promise<OwnOpen> {
  const page = await parts.tickets.query({
    where: [
      { field: 'requester.id', equals: turn.person.id },
      { field: 'state', in: ['draft', ...unclosedStates] },
    ],
    orderBy: { field: 'createdAt', direction: 'desc' },
    limit: listed,
  });
  const all = page.items.map(({ document }) => document);
  return {
    drafts: all.filter((each) => each.state === 'draft' && isYoung(each, draftWindowWallMs, turn.now)),
    tickets: all.filter(({ state }) => state !== 'draft'),
  };
}

/** Whether it was made less than so many milliseconds ago. */
export function isYoung({ createdAt }: Ticket, wallMs: number, now: Instant): boolean {
  return now - instantOf(createdAt) < wallMs;
}

/** What a new message may belong to: a question or comment that came within 24 h, or a solution; and when it came. */
export type OpenTalk =
  | { readonly kind: 'answer'; readonly ticket: Ticket; readonly at: Instant }
  | { readonly kind: 'still-broken'; readonly ticket: Ticket; readonly at: Instant };

/** The ticket whose last word, within 24 h, was said to this person, newest first; null where there is none. */
export function openTalk(tickets: readonly Ticket[], now: Instant): OpenTalk | null {
  const spoken = tickets
    .map((ticket) => ({ ticket, at: lastSaidToRequester(ticket) ?? Number.NEGATIVE_INFINITY }))
    .filter(({ at }) => now - at < answerWindowWallMs)
    .toSorted((one, other) => other.at - one.at);
  const [last] = spoken;
  if (!last) return null;
  return { kind: last.ticket.state === 'resolved' ? 'still-broken' : 'answer', ...last };
}

/** When the staff last said something to the requester that the requester has not answered; null where answered. */
function lastSaidToRequester(ticket: Ticket): number | null {
  for (const { command, actor, at } of ticket.history.toReversed()) {
    if (actor.kind === 'person' && actor.role === 'requester') return null;
    // What a contact says, the requester need not answer.
    if (isOfSchool(actor)) continue;
    if (command.verb === 'comment' || command.verb === 'resolve') return instantOf(at);
    if (command.verb === 'hold' && command.waitingFor === 'requester') return instantOf(at);
  }
  return null;
}
