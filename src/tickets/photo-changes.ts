import type { ChangeOf } from './change.js';

/** Pictures for one ticket; more than these nobody looks at between two lessons. */
export const photoLimit = 5;

/** A picture is added; the file was stored before. A draft's card stands in the turn and is drawn there. */
export const photo: ChangeOf<'photo'> = (ticket, command) => {
  if (ticket.photos.length >= photoLimit) return { code: 'too-many-photos', limit: photoLimit };
  const patch = { photos: [...ticket.photos, command.photo] };
  return ticket.state === 'draft' ? { patch, shows: [] } : { patch };
};
