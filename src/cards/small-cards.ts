import type { School, Site } from '../campus/index.js';
import { texts, type Language, type Texts } from '../i18n/index.js';
import { formatTicketId, type RequesterView, type TicketFacts } from '../tickets/index.js';
import { plainLine } from './escape.js';
import { common, icons, mostPages, type Choice, type CommonData, type HeaderData } from './pieces.js';
import { schoolChoices, siteChoices } from './school-choices.js';
import { cardTemplate, type Card } from './template.js';
import { roomWords, stateWord } from './ticket-lines.js';

const notice = cardTemplate<CommonData & { text: string }>('notice');

/** One text of ours, for errors and confirmations. It may hold Markdown; user text in it must be escaped before. */
export function noticeCard(
  text: string,
  language: Language,
  look: {
    readonly word?: string;
    readonly icon?: keyof typeof icons;
    readonly tone?: HeaderData['tone'];
  } = {},
): Card {
  const word = look.word ?? texts(language).cards.lines.noticeWord;
  return notice({ ...common(language, look.icon ?? 'info', word, look.tone), text });
}

/** What stays of a draft that was thrown away. */
export function discardedCard(language: Language): Card {
  const { lines } = texts(language).cards;
  return noticeCard(lines.discarded, language, { word: lines.discardedWord, icon: 'closed' });
}

const moved = cardTemplate<CommonData & { title: string; line: string }>('moved');

/**
 * What stays at a place that a ticket left: where it went, and no buttons.
 * @param isInOwnChannel whether the new card stands in the channel of whoever is responsible; else only who that is
 *   can be said
 */
export function movedCard(view: TicketFacts, isInOwnChannel: boolean, language: Language): Card {
  const t = texts(language);
  const { lines } = t.cards;
  const campus = view.responsible?.campus ?? null;
  const team = campus === null ? null : plainLine(campus);
  return moved({
    ...common(language, 'moved', lines.movedWord, 'emphasis', formatTicketId(view.id)),
    title: plainLine(view.title),
    line: isInOwnChannel ? lines.movedTo(team) : lines.teamHas(team ?? t.vocabulary.helpdesk),
  });
}

/** What stays where somebody was only asked to take a ticket over: that this is settled, and who has it. */
export function offerEndedCard(view: TicketFacts, isDeclined: boolean, language: Language): Card {
  const t = texts(language);
  const { lines } = t.cards;
  const campus = view.responsible?.campus ?? null;
  const team = campus === null ? t.vocabulary.helpdesk : plainLine(campus);
  const word = isDeclined ? lines.offerDeclinedWord : lines.offerEndedWord;
  return moved({
    ...common(language, 'moved', word, 'emphasis', formatTicketId(view.id)),
    title: plainLine(view.title),
    line: `${isDeclined ? lines.offerStays : lines.offerGone} ${lines.teamHas(team)}`,
  });
}

interface SchoolPickerData extends CommonData {
  readonly schools: readonly Choice[];
  readonly school: string;
  readonly hasSites: boolean;
  readonly sites: readonly Choice[];
  readonly site: string;
}

const schoolPicker = cardTemplate<SchoolPickerData>('school-picker');

/** Asks for the school, and for the site where `chosen` has several; verb `school.choose`, inputs `school` and `site`. */
export function schoolPickerCard(
  schools: readonly School[],
  language: Language,
  chosen: { readonly schoolId: string | null; readonly sites: readonly Site[] } = {
    schoolId: null,
    sites: [],
  },
): Card {
  return schoolPicker({
    ...common(language, 'school', texts(language).cards.lines.schoolWord, 'accent'),
    schools: schoolChoices(schools),
    school: chosen.schoolId ?? '',
    hasSites: chosen.sites.length > 1,
    sites: siteChoices(chosen.sites),
    site: '',
  });
}

interface TicketListData extends CommonData {
  readonly empty: string;
  readonly more: string;
  readonly rows: readonly ListRow[];
  readonly w: Texts['lists'];
  readonly verb: string;
  readonly previous: { readonly shown: boolean; readonly target: object };
  readonly next: { readonly shown: boolean; readonly target: object };
}

const list = cardTemplate<TicketListData>('ticket-list');

/** The page of a list that is shown, and where others begin, as the store named it. */
export interface ListPages {
  /** Which button leafs: `own.page` or `school.page`. */
  readonly verb: 'own.page' | 'school.page';
  /** Where each page after the first one begins; the last is the one that is shown. */
  readonly pages: readonly string[];
  /** Null where this is the last one. */
  readonly next: string | null;
}

function pager(
  shown: ListPages | null,
  t: Texts,
): Pick<TicketListData, 'w' | 'verb' | 'previous' | 'next' | 'more'> {
  const { verb = 'own.page', pages = [], next = null } = shown ?? {};
  const isOneOfSeveral = pages.length > 0 || next !== null;
  return {
    w: t.lists,
    verb,
    more: isOneOfSeveral ? t.lists.page(pages.length + 1) : '',
    previous: { shown: pages.length > 0, target: { pages: pages.slice(0, -1) } },
    next: { shown: next !== null && pages.length < mostPages, target: { pages: [...pages, next ?? ''] } },
  };
}

interface ListRow {
  readonly ticketId: string;
  readonly title: string;
  readonly line: string;
  readonly color: 'Default' | 'Attention' | 'Good' | 'Warning';
  readonly open: string;
}

/** So many tickets stand on a page. */
export const ticketListLength = 10;

/** A person's tickets, newest first; at most ten of them, and the way to others where `pages` are given. */
export function ticketListCard(
  views: readonly RequesterView[],
  language: Language,
  pages: ListPages | null = null,
): Card {
  const t = texts(language);
  const { lines } = t.cards;
  const hidden = views.length - ticketListLength;
  return list({
    ...common(language, 'list', lines.listWord),
    ...pager(pages, t),
    ...(hidden > 0 && { more: lines.listMore(hidden) }),
    empty: views.length === 0 ? lines.listEmpty : '',
    rows: views.slice(0, ticketListLength).map((view) => listRow(view, t, false)),
  });
}

/** What is open at somebody's schools, in the order given. Names the school where there are several. */
export function schoolListCard(views: readonly TicketFacts[], pages: ListPages, language: Language): Card {
  const t = texts(language);
  const isOfSeveral = new Set(views.map(({ school }) => school)).size > 1;
  return list({
    ...common(language, 'list', t.school.listWord),
    ...pager(pages, t),
    empty: views.length === 0 ? t.school.nothingOpen : '',
    rows: views.map((view) => listRow(view, t, isOfSeveral)),
  });
}

/** The whole row can be pressed, so its name is what is seen of it: people who speak to their device say that. */
function listRow(view: TicketFacts, t: Texts, withSchool: boolean): ListRow {
  const title = plainLine(view.title);
  const line = t.cards.lines.list([
    `${icons[view.state]} ${stateWord(view, t)}`,
    formatTicketId(view.id),
    ...(view.room === null ? [] : [roomWords(view.room, t)]),
    ...(withSchool && view.school !== null ? [plainLine(view.school)] : []),
  ]);
  return {
    ticketId: view.id,
    title,
    line,
    color: rowColors[view.state],
    open: [title, line, t.cards.actions.open].join(' '),
  };
}

const rowColors = {
  draft: 'Default',
  new: 'Default',
  claimed: 'Default',
  waiting: 'Warning',
  resolved: 'Good',
  closed: 'Default',
} as const;

interface HelpData extends CommonData {
  readonly intro: string;
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  readonly emergency: string;
}

const help = cardTemplate<HelpData>('help');

/**
 * What can be written in the chat.
 * @param staff what else whoever works on tickets can write, each with what it does
 */
export function helpCard(language: Language, staff: readonly (readonly [string, string])[] = []): Card {
  const { help: words } = texts(language).cards;
  return help({
    ...common(language, 'info', words.word, 'accent'),
    intro: words.intro,
    facts: helpFacts([...words.commands, ...staff]),
    emergency: words.emergency,
  });
}

/** What whoever works on tickets can write, in channels, too. */
export function commandsCard(commands: readonly (readonly [string, string])[], language: Language): Card {
  const { lists: words } = texts(language);
  return help({
    ...common(language, 'info', words.helpWord, 'accent'),
    intro: words.helpIntro,
    facts: helpFacts(commands),
    emergency: '',
  });
}

function helpFacts(commands: readonly (readonly [string, string])[]): HelpData['facts'] {
  return commands.map(([title, value]) => ({ title, value }));
}
