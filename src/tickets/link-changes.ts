import type { ChangeOf } from './change.js';

/** More than these nobody keeps in mind. */
export const mostLinks = 20;

/** By a person, and then by the system in the other ticket, so that the link stands in both. */
export const link: ChangeOf<'link'> = (ticket, { ticketId }, { actor }) => {
  if (ticketId === ticket.id) return { code: 'same-ticket' };
  if (ticket.links.includes(ticketId)) return { code: 'nothing-to-do' };
  if (ticket.links.length >= mostLinks) return { code: 'too-many-tickets', limit: mostLinks };
  return {
    patch: { links: [...ticket.links, ticketId] },
    shows: ['channel'],
    orders:
      actor.kind === 'person' ? [{ target: ticketId, command: { verb: 'link', ticketId: ticket.id } }] : [],
  };
};

export const unlink: ChangeOf<'unlink'> = (ticket, { ticketId }, { actor }) => {
  if (!ticket.links.includes(ticketId)) return { code: 'nothing-to-do' };
  return {
    patch: { links: ticket.links.filter((id) => id !== ticketId) },
    shows: ['channel'],
    orders:
      actor.kind === 'person' ? [{ target: ticketId, command: { verb: 'unlink', ticketId: ticket.id } }] : [],
  };
};
