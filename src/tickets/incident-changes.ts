import type { ChangeOf } from './change.js';

/** The ticket becomes a part of an incident. It is a part of one at most. */
export const attach: ChangeOf<'attach'> = (ticket, { incident }) =>
  ticket.incident === null ? { patch: { incident } } : { code: 'in-incident', title: ticket.incident.title };

/** The ticket goes its own way again, with its own clock. */
export const detach: ChangeOf<'detach'> = ({ incident }, { incidentId }) =>
  incident?.id === incidentId ? { patch: { incident: null } } : { code: 'nothing-to-do' };

/** What is said to all requesters of the incident; never older than what they read already. */
export const incidentStatus: ChangeOf<'incident-status'> = (ticket, { incident }) => {
  const known = ticket.incident;
  const isNews = known?.id === incident.id && known.statusAt <= incident.statusAt;
  return isNews ? { patch: { incident } } : { code: 'nothing-to-do' };
};
