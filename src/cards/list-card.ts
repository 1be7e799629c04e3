import { bulkLimit } from '../bulk/index.js';
import { texts, type Language, type Texts } from '../i18n/index.js';
import type { Instant } from '../sla/index.js';
import {
  formatTicketId,
  isOpen,
  listedStates,
  mostCounted,
  priorities,
  textLimit,
  type ListFilter,
  type TicketFacts,
} from '../tickets/index.js';
import { excerpt, plainLine } from './escape.js';
import { choices as choicesOf, common, icons, mostPages, type Choice, type CommonData } from './pieces.js';
import { reportable } from './report-form.js';
import { cardTemplate, type Card } from './template.js';
import { withCarried } from './told.js';
import { ticketData } from './ticket-lines.js';

/** Which list a card shows, and which page of it: what its buttons carry, and get back from a client. */
export type ListTarget =
  | {
      readonly filter: ListFilter;
      /** Where each page after the first one begins, as the store named it; the last is the one that is shown. */
      readonly pages: readonly string[];
    }
  | { readonly search: string };

export interface ListView {
  readonly target: ListTarget;
  readonly title: string;
  /** Those of this page. */
  readonly tickets: readonly TicketFacts[];
  /** Of all pages; at most {@link mostCounted}. */
  readonly total: number;
  /** Where the next page begins; null where this is the last one. */
  readonly next: string | null;
  /** By what it can be narrowed; null where it cannot. */
  readonly choices: FilterChoices | null;
  /** What can be done with many of them at once; null where the reader may not. */
  readonly bulk: BulkChoices | null;
  readonly now: Instant;
  readonly timeZone: string;
}

export interface FilterChoices {
  /** Values as {@link ListFilter} has them, with their names; one of them is no choice. */
  readonly parties: readonly { readonly key: string; readonly name: string }[];
  /** Name of the school that is chosen; empty where none is. */
  readonly school: string;
}

export interface BulkChoices {
  /** Whether what is solved can be closed, too. */
  readonly mayClose: boolean;
  /** To whom they can be handed: ids of persons, `campus:<id>`, `helpdesk` or `provider`, with their names. */
  readonly assignees: readonly { readonly key: string; readonly name: string }[];
}

interface ListData extends CommonData {
  readonly w: Texts['lists'];
  readonly f: Texts['filters'];
  readonly title: string;
  readonly counts: string;
  readonly rows: readonly Row[];
  readonly here: object;
  readonly previous: { readonly shown: boolean; readonly target: object };
  readonly next: { readonly shown: boolean; readonly target: object };
  readonly filter: FilterData;
  readonly bulk: BulkData;
}

interface Row {
  readonly title: string;
  readonly where: string;
  readonly whereColor: 'Default' | 'Attention';
  readonly who: string;
  readonly whoColor: 'Default' | 'Attention';
  readonly open: string;
  readonly target: object;
}

interface FilterData {
  readonly shown: boolean;
  readonly states: readonly Choice[];
  readonly state: string;
  readonly categories: readonly Choice[];
  readonly category: string;
  readonly priorities: readonly Choice[];
  readonly priority: string;
  readonly hasParties: boolean;
  readonly parties: readonly Choice[];
  readonly party: string;
  readonly school: string;
  readonly overdue: 'true' | 'false';
}

interface BulkData {
  /** For what is open. */
  readonly shown: boolean;
  /** For what is solved; on a page of a search there may be both. */
  readonly closing: { readonly shown: boolean; readonly tickets: readonly Choice[] };
  readonly tickets: readonly Choice[];
  /** Whether there are more than stand on this page, so that all of them can be meant. */
  readonly hasAll: boolean;
  readonly all: string;
  readonly assignees: readonly Choice[];
  readonly textLimit: number;
  /** What the button carries beside the inputs: when it was drawn, so that the same press twice is one order. */
  readonly target: object;
}

/** So many tickets stand on a page. */
export const listPageLength = 10;
const titleLength = 60;
/** A value of a choice that means no choice. */
const any = 'any';

const template = cardTemplate<ListData>('list');

/** A list of tickets for the staff; verbs `list.*`, and `bulk.*` for many at once. */
export function listCard(view: ListView, language: Language): Card {
  const t = texts(language);
  const { lists: w } = t;
  const { target, total, next, now, timeZone } = view;
  const pages = 'pages' in target ? target.pages : [];
  const count = total < mostCounted ? w.count(total) : w.moreThan(mostCounted - 1);
  const page = pages.length > 0 || next !== null ? [w.page(pages.length + 1)] : [];
  const asOf = w.asOf(t.times.clock(now, now, timeZone));
  return template({
    ...common(language, 'list', w.word, 'accent'),
    w,
    f: t.filters,
    title: plainLine(view.title),
    counts: t.cards.lines.list([total === 0 ? w.nothing : count, ...page, asOf]),
    rows: view.tickets.map((ticket) => row(ticket, target, t, language)),
    here: target,
    previous: { shown: pages.length > 0, target: turned(target, pages.slice(0, -1)) },
    next: {
      shown: next !== null && pages.length < mostPages,
      target: turned(target, [...pages, next ?? '']),
    },
    filter: filterData(view, t),
    bulk: bulkData(view, t),
  });
}

/** What a button of another card carries beside its own data stays small: then the list begins with its first page. */
const mostCarried = 1_000;

/**
 * A card that took a list's place, with the way back: in sight where there is nothing else to press. All its buttons carry the
 * list as `list`, so that the next card leads back, too.
 */
export function withWayBack(card: Card, target: ListTarget, language: Language): Card {
  const known: readonly unknown[] = Array.isArray(card['actions']) ? card['actions'] : [];
  const back = {
    type: 'Action.Execute',
    title: texts(language).lists.actions.back,
    verb: 'list.page',
    mode: known.length > 0 ? 'secondary' : 'primary',
    data: target,
  };
  const isShort = JSON.stringify(target).length <= mostCarried;
  const carried = withCarried({ ...card, actions: known }, { list: isShort ? target : turned(target, []) });
  const actions: readonly unknown[] = Array.isArray(carried['actions']) ? carried['actions'] : [];
  return { ...carried, actions: [...actions, back] };
}

function turned(target: ListTarget, pages: readonly string[]): ListTarget {
  return 'filter' in target ? { filter: target.filter, pages } : target;
}

/** The whole row can be pressed, so its name is what is seen of it: people who speak to their device say that. */
function row(view: TicketFacts, target: ListTarget, t: Texts, language: Language): Row {
  const { title, where, whereColor, who } = ticketData(view, language);
  const isOverdue = view.promise?.urgency === 'overdue';
  const place = t.cards.lines.list([where, formatTicketId(view.id)].filter((part) => part !== ''));
  // Each line begins with a sign: what is seen of a row is then divided as its name is.
  const places = place.startsWith(icons.urgent) ? place : `${icons.school} ${place}`;
  const whoLine = `${isOverdue ? icons.urgent : icons[view.state]} ${who}`;
  return {
    title,
    where: places,
    whereColor,
    who: whoLine,
    whoColor: isOverdue ? 'Attention' : 'Default',
    open: [title, places, whoLine, t.lists.actions.open].join(' '),
    target: { ...target, ticketId: view.id },
  };
}

function bulkData({ target, tickets, total, bulk, now }: ListView, t: Texts): BulkData {
  const { labels } = t.lists;
  const isOver = total > bulkLimit;
  const open = tickets.filter(({ state }) => isOpen(state));
  const solved = tickets.filter(({ state }) => state === 'resolved');
  return {
    shown: bulk !== null && open.length > 0,
    closing: { shown: bulk?.mayClose === true && solved.length > 0, tickets: solved.map(choiceOf) },
    tickets: open.map(choiceOf),
    hasAll: 'filter' in target && total > tickets.length,
    all: isOver ? labels.allOver(bulkLimit) : labels.all(total),
    assignees: (bulk?.assignees ?? []).map(({ key, name }) => ({ title: plainLine(name), value: key })),
    textLimit,
    target: { ...target, drawn: now },
  };
}

function choiceOf({ id, title }: TicketFacts): Choice {
  return { title: `${plainLine(excerpt(title, titleLength))} (${formatTicketId(id)})`, value: id };
}

function filterData({ target, choices }: ListView, t: Texts): FilterData {
  const { lists: w, filters: f, vocabulary } = t;
  const filter = 'filter' in target ? target.filter : null;
  const parties = choices?.parties ?? [];
  return {
    shown: choices !== null,
    states: [{ title: w.labels.anyState, value: any }, ...choicesOf(listedStates, w.states)],
    state: filter?.state ?? any,
    categories: [{ title: f.anyCategory, value: any }, ...choicesOf(reportable, vocabulary.categories)],
    category: filter?.category ?? any,
    priorities: [
      { title: f.anyPriority, value: any },
      { title: f.urgent, value: 'urgent' },
      ...choicesOf(priorities, vocabulary.priorities),
    ],
    priority: filter?.priority ?? any,
    hasParties: parties.length > 1,
    parties: [
      { title: w.labels.anyParty, value: any },
      ...parties.map(({ key, name }) => ({ title: plainLine(name), value: key })),
    ],
    party: filter?.party ?? any,
    school: choices?.school ?? '',
    overdue: filter?.overdue === true ? 'true' : 'false',
  };
}
