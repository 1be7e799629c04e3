import type { Texts } from '../i18n/index.js';
import { formatTicketId, isOpen, type ChannelView, type RequesterView } from '../tickets/index.js';
import { excerpt, plainLine } from './escape.js';

/** So much of a reason stands on the card. */
const reasonLimit = 300;
/** More ids than these nobody reads on a card; the others are counted. */
const mostIds = 8;

/** With which other tickets it belongs together, and a priority set by hand: a line each, for the channel's card. */
export function togetherLines({ together }: ChannelView, t: Texts): readonly { readonly text: string }[] {
  const { lines } = t.together;
  const { mergingInto, goesOnIn, goesOnFor, linked, splitFrom, prioritySet } = together;
  return [
    ...(mergingInto === null ? [] : [lines.merging(formatTicketId(mergingInto))]),
    ...(goesOnIn === null ? [] : [lines.goesOnIn(formatTicketId(goesOnIn))]),
    ...(goesOnFor.length === 0 ? [] : [lines.goesOnFor(idList(goesOnFor, t))]),
    ...(splitFrom === null ? [] : [lines.splitFrom(formatTicketId(splitFrom))]),
    ...(linked.length === 0 ? [] : [lines.linked(idList(linked, t))]),
    ...(prioritySet === null
      ? []
      : [
          lines.priorityByHand(
            plainLine(prioritySet.by.name),
            plainLine(excerpt(prioritySet.reason, reasonLimit)),
          ),
        ]),
  ].map((text) => ({ text }));
}

/** How far the report is that goes on for this one, in words that name nobody; empty for what is no duplicate. */
export function otherWords({ other, now, timeZone }: RequesterView, t: Texts): string {
  if (!other) return '';
  const { same, stands } = t.together;
  const { state, waitingFor, waitingUntil } = other;
  if (!isOpen(state)) return `${same} ${stands.solved}`;
  if (waitingFor === 'visit') {
    return `${same} ${stands.visit(waitingUntil === null ? '' : t.times.date(waitingUntil, now, timeZone))}`;
  }
  if (waitingFor !== null) return `${same} ${stands.waiting[waitingFor]}`;
  return `${same} ${state === 'new' ? stands.new : stands.claimed}`;
}

function idList(ids: readonly string[], t: Texts): string {
  const shown = ids.slice(0, mostIds).map(formatTicketId).join(', ');
  const left = ids.length - mostIds;
  return left > 0 ? `${shown} ${t.incidents.more(left)}` : shown;
}
