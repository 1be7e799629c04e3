import type { ChangeOf } from './change.js';

/**
 * The ticket becomes a part of an incident. It is a part of one at most. It is looked at afterwards, since the incident
 * may have been resolved in the same moment.
 */
export const attach: ChangeOf<'attach'> = (ticket, { incident }) =>
  ticket.incident === null
    ? { patch: { incident }, checks: ['likeness'] }
    : { code: 'in-incident', title: ticket.incident.title };

/** The ticket goes its own way again, with its own clock. */
export const detach: ChangeOf<'detach'> = ({ incident }, { incidentId }) =>
  incident?.id === incidentId
    ? { patch: { incident: null }, checks: ['likeness'] }
    : { code: 'nothing-to-do' };

/** What is said to all requesters of the incident; never older than what they read already. */
export const incidentStatus: ChangeOf<'incident-status'> = (ticket, { incident }) => {
  const known = ticket.incident;
  const isSame = known?.status === incident.status && known.statusAt === incident.statusAt;
  const isNews = known?.id === incident.id && known.statusAt <= incident.statusAt && !isSame;
  return isNews ? { patch: { incident } } : { code: 'nothing-to-do' };
};
