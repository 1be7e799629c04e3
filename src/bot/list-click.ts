import { plainLine, withWayBack, type ListTarget } from '../cards/index.js';
import type { CardClick } from './card-click.js';
import { readChoices, readRow, readTarget } from './list-forms.js';
import { listMessage } from './list-view.js';
import type { BotParts } from './parts.js';
import { readableTicket, shownTo } from './reading.js';
import { schoolNamed } from './school-choice.js';
import { entryOf } from './table-entry.js';
import type { ClickAnswer } from './ticket-click.js';
import type { Turn } from './turn.js';

/** The answer to a press on a card that was opened from a list, with the way back to that list. */
export function keepWayBack(answer: ClickAnswer, { data }: CardClick, { language }: Turn): ClickAnswer {
  const target = 'card' in answer && data['list'] !== undefined ? readTarget(data['list']) : null;
  return target && 'card' in answer ? { card: withWayBack(answer.card, target, language) } : answer;
}

type Handler = (turn: Turn, parts: BotParts, target: ListTarget, click: CardClick) => Promise<ClickAnswer>;

/** Handles a button of a list's card. Null where the button is none of these. Who presses sees what they may, page by page. */
export async function clickList(turn: Turn, parts: BotParts, click: CardClick): Promise<ClickAnswer | null> {
  const handle = entryOf(handlers, click.verb);
  if (!handle) return null;
  const target = readTarget(click.data);
  return target ? handle(turn, parts, target, click) : { text: turn.t.chat.unreadable };
}

async function page(turn: Turn, parts: BotParts, target: ListTarget): Promise<ClickAnswer> {
  const message = await listMessage(turn, parts, target);
  return message ? { card: message.card } : { text: turn.t.lists.notAllowed };
}

const show: Handler = async (turn, parts, target, { data }) => {
  const id = readRow(data);
  if (id === null) return { text: turn.t.chat.unreadable };
  const ticket = await readableTicket(turn, parts, id);
  const card = ticket && shownTo(turn, parts, ticket)?.card;
  if (!card) return { text: turn.t.lists.gone };
  return { card: withWayBack(card, target, turn.language) };
};

const narrow: Handler = async (turn, parts, target, { data }) => {
  const { lists } = turn.t;
  const chosen = 'filter' in target ? readChoices(data, target.filter) : null;
  if (!chosen) return { text: turn.t.chat.unreadable };
  const { filter, school } = chosen;
  if (school === '') return page(turn, parts, { filter, pages: [] });
  const named = schoolNamed(school, parts);
  switch (named.kind) {
    case 'none':
      return { text: lists.unknownSchool(plainLine(school)) };
    case 'several':
      return { text: lists.whichSchool(named.schools.map(({ name }) => plainLine(name)).join(', ')) };
    case 'one':
      return page(turn, parts, { filter: { ...filter, schoolId: named.school.id }, pages: [] });
  }
};

const handlers: Readonly<Record<string, Handler>> = {
  'list.page': page,
  'list.show': show,
  'list.filter': narrow,
};
