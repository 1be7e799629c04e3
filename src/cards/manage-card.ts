import { texts, type Language, type Texts } from '../i18n/index.js';
import { formatTicketId, priorities, textLimit, type ChannelView } from '../tickets/index.js';
import { excerpt, plainLine } from './escape.js';
import { choices, common, type Choice, type CommonData } from './pieces.js';
import { reportable } from './report-form.js';
import { cardTemplate, type Card } from './template.js';
import { stateWord, ticketData, type TicketCardData } from './ticket-lines.js';
import { togetherLines } from './together-lines.js';

/** How another ticket belongs to the one that is arranged. */
export type Relation = 'duplicate' | 'goes-on' | 'split-from' | 'linked';

export interface RelatedTicket {
  readonly relation: Relation;
  readonly ticket: ChannelView;
}

/** What the staff see to arrange a ticket: with what it belongs together, and with what it may. */
export interface ManageView {
  readonly ticket: ChannelView;
  readonly related: readonly RelatedTicket[];
  /** Open tickets of the school that look the same, the likeliest first. */
  readonly likely: readonly ChannelView[];
}

interface ManageData extends CommonData {
  readonly ticketId: string;
  readonly drawn: number;
  readonly title: string;
  readonly where: string;
  readonly together: ReturnType<typeof togetherLines>;
  readonly related: readonly {
    readonly relation: string;
    readonly title: string;
    readonly stands: string;
    readonly from: string;
  }[];
  readonly w: Texts['together'];
  readonly back: string;
  readonly textLimit: number;
  readonly hasLikely: boolean;
  readonly likelyChoices: readonly Choice[];
  /** An alternative to a choice only where there is one. */
  readonly mergeLabel: string;
  readonly priorityChoices: readonly Choice[];
  readonly priority: string;
  readonly categoryChoices: readonly Choice[];
  readonly room: string;
  readonly linkedChoices: readonly Choice[];
  readonly duplicateChoices: readonly Choice[];
  readonly relatedChoices: readonly Choice[];
  readonly can: Readonly<
    Record<'merge' | 'setPriority' | 'takeBack' | 'split' | 'link' | 'unlink' | 'unmerge' | 'show', boolean>
  >;
}

const manageTemplate = cardTemplate<ManageData>('manage');

/** More lines than these nobody reads; the choices hold all. */
const mostLines = 10;
/** So much of a title stands in a choice. */
const titleLimit = 60;

/** The card on which the staff merge, divide and link a ticket, and set its priority; for whoever asked. Verbs `ticket.…`. */
export function manageCard(view: ManageView, language: Language): Card {
  const t = texts(language);
  const { ticket, related, likely } = view;
  const linked = related.filter(({ relation }) => relation === 'linked');
  const duplicates = duplicatesOf(view);
  return manageTemplate({
    ...common(language, 'list', t.together.word, 'accent', formatTicketId(ticket.id)),
    ticketId: ticket.id,
    drawn: ticket.revision,
    title: plainLine(ticket.title),
    where: ticketData(ticket, language).where,
    together: togetherLines(ticket, t),
    related: related.slice(0, mostLines).map((each) => relatedLine(each, t)),
    w: t.together,
    back: t.cards.actions.back,
    textLimit,
    hasLikely: likely.length > 0,
    likelyChoices: likely.map((each) => choiceOf(each, t)),
    mergeLabel: likely.length > 0 ? t.together.labels.mergeNumber : t.together.labels.linkNumber,
    priorityChoices: choices(priorities, t.vocabulary.priorities),
    priority: ticket.priority ?? '',
    categoryChoices: choices(reportable, t.vocabulary.categories),
    room: ticket.room ?? '',
    linkedChoices: linked.map((each) => choiceOf(each.ticket, t)),
    duplicateChoices: duplicates.map((each) => choiceOf(each, t)),
    relatedChoices: related.map((each) => choiceOf(each.ticket, t)),
    can: {
      ...ticket.can,
      takeBack: ticket.can.setPriority && ticket.together.prioritySet !== null,
      unlink: ticket.can.link && linked.length > 0,
      unmerge: duplicates.length > 0,
      show: related.length > 0,
    },
  });
}

interface RelatedData extends TicketCardData {
  readonly relation: string;
  readonly from: string;
  readonly back: string;
}

const relatedTemplate = cardTemplate<RelatedData>('related');

/**
 * Another ticket to be read: what was reported, with pictures, and how far it is. The way back leads to the one that is
 * arranged.
 * @param arranged the ticket from whose card somebody came
 */
export function relatedCard(
  { relation, ticket }: RelatedTicket,
  arranged: Pick<ChannelView, 'id' | 'revision'>,
  language: Language,
): Card {
  const t = texts(language);
  return relatedTemplate({
    ...ticketData(ticket, language),
    ticketId: arranged.id,
    drawn: arranged.revision,
    relation: t.together.relations[relation],
    from: t.together.from(plainLine(ticket.requesterName)),
    back: t.cards.actions.back,
  });
}

/** Those that can be separated: the duplicates for which it goes on, or, of a duplicate, itself. */
function duplicatesOf({ ticket, related }: ManageView): readonly ChannelView[] {
  if (!ticket.can.unmerge) return [];
  if (ticket.together.goesOnIn !== null) return [ticket];
  return related.filter(({ relation }) => relation === 'duplicate').map((each) => each.ticket);
}

function relatedLine({ relation, ticket }: RelatedTicket, t: Texts): ManageData['related'][number] {
  return {
    relation: t.together.relations[relation],
    title: `${formatTicketId(ticket.id)}: ${plainLine(ticket.title)}`,
    stands: stateWord(ticket, t),
    from: t.together.from(plainLine(ticket.requesterName)),
  };
}

function choiceOf(ticket: ChannelView, t: Texts): Choice {
  const title = plainLine(excerpt(ticket.title, titleLimit));
  return {
    title: t.together.choice(formatTicketId(ticket.id), title, stateWord(ticket, t)),
    value: ticket.id,
  };
}
