import type { Report } from '../tickets/index.js';

/** Rooms of one report are written one after the other. */
const between = ', ';
/** The limit of the draft's input. */
const longestRoom = 60;

/** The report with another room that has the same trouble; nothing where it names that room already. */
export function withRoom({ room, scope }: Report, also: string): Partial<Report> {
  const rooms = room === null ? [] : room.split(between);
  if (rooms.some((each) => each.toLowerCase() === also.toLowerCase())) return {};
  const together = [...rooms, also].join(between);
  if (together.length > longestRoom) return {};
  const isMore = rooms.length > 0 && (scope === null || scope === 'one');
  return { room: together, ...(isMore && { scope: 'several' as const }) };
}
