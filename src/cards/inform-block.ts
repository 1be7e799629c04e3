import type { Texts } from '../i18n/index.js';
import type { ChannelView } from '../tickets/index.js';
import { excerpt, plainLine } from './escape.js';

/** What stands on the channel's card where the bot does not reach the requester: whom to call, and what to tell. */
export interface InformBlock {
  readonly shown: boolean;
  readonly heading: string;
  readonly number: string;
  readonly items: readonly { readonly text: string }[];
  readonly done: string;
  /** What "told" ticks off: only what the card shows. */
  readonly entryIds: readonly string[];
}

/** Words that somebody is to be told are read, not listed. */
const longestWords = 400;

/** The block of a ticket's card; verb `ticket.informed`, `data.entryIds`. */
export function informBlock(view: ChannelView, t: Texts): InformBlock {
  const { inform } = t.extension;
  const { toInform, phone, requesterName } = view;
  const number = phone === null ? inform.noNumber : inform.number(plainLine(phone));
  return {
    shown: toInform.length > 0,
    heading: inform.heading(plainLine(requesterName)),
    number: `${inform.why} ${number}`,
    items: toInform.map((each) => ({ text: itemWords(each, view, t) })),
    done: inform.done,
    entryIds: toInform.map(({ entryId }) => entryId),
  };
}

function itemWords(
  { about, text, day }: ChannelView['toInform'][number],
  { now, timeZone }: ChannelView,
  t: Texts,
): string {
  const parts = [
    day === null ? '' : t.times.date(day, now, timeZone),
    text === '' ? '' : plainLine(excerpt(text, longestWords)),
  ].filter((part) => part !== '');
  return t.extension.inform.item(t.calls.words[about], parts.join(' – '));
}
