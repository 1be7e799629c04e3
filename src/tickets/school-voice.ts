import type { Actor } from './ticket.js';

/** Whether somebody of the school gave a command: the requester, or a contact who speaks for the school. Not the staff. */
export function isOfSchool(actor: Actor): boolean {
  return actor.kind === 'person' && (actor.role === 'requester' || actor.role === 'contact');
}
