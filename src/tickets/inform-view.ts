import { instantOf, type Instant } from '../sla/index.js';
import type { TicketCommand } from './commands.js';
import type { CallSubject } from './outbox.js';
import type { Ticket } from './ticket.js';
import { wordsOf } from './words.js';

/** What somebody has to tell the requester by phone, because the bot does not reach that person. */
export interface InformView {
  /** By which the call is ticked off. */
  readonly entryId: string;
  readonly about: CallSubject;
  /** What a person wrote; empty where nobody did. */
  readonly text: string;
  /** The day of a visit; null for everything else. */
  readonly day: Instant | null;
}

/** What is still to be told by phone, oldest first. */
export function informView({ toInform, history }: Ticket): readonly InformView[] {
  return toInform.map(({ entryId, about }) => {
    const command = history.find(({ id }) => id === entryId)?.command;
    return {
      entryId,
      about,
      text: command ? wordsOf(command) : '',
      day: about === 'visit' && command ? dayOfVisit(command) : null,
    };
  });
}

/** Of this ticket, or of the one that goes on for it. */
function dayOfVisit(command: TicketCommand): Instant | null {
  if (command.verb === 'plan-visit') return instantOf(command.until);
  if (command.verb !== 'news' && command.verb !== 'merged') return null;
  const { waitingUntil } = command.followed;
  return waitingUntil === null ? null : instantOf(waitingUntil);
}
