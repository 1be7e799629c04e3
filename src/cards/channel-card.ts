import { texts, type Language, type Texts } from '../i18n/index.js';
import { isoOf } from '../sla/index.js';
import { formatTicketId, type ChannelView, type Detour } from '../tickets/index.js';
import { excerpt, plain, plainLine } from './escape.js';
import { informBlock, type InformBlock } from './inform-block.js';
import {
  choices,
  icons,
  mentionEntities,
  mentionLine,
  noBlock,
  type Block,
  type Choice,
  type Mention,
} from './pieces.js';
import { cardTemplate, type Card } from './template.js';
import { isUsual, ticketData, type TicketCardData } from './ticket-lines.js';
import { togetherLines } from './together-lines.js';
import { windowWords } from './visit-line.js';

/** So much of the description stands on the face of the card; all of it is among the details. */
const summaryLimit = 280;

/** How much service time is left. A text that ages, so that it says of when it is. */
interface TimeLeft {
  readonly text: string;
  readonly weight: 'Default' | 'Bolder';
}

/** A sentence with a sign before it, which the colour repeats. */
interface Remark {
  readonly text: string;
  readonly color: 'Default' | 'Attention';
}

interface ChannelData extends TicketCardData {
  readonly entities: readonly object[];
  readonly mention: string;
  readonly summaryText: string;
  readonly left: TimeLeft;
  readonly from: string;
  readonly nextVisit: string;
  readonly offer: string;
  readonly note: Block;
  readonly sameDevice: string;
  readonly inform: InformBlock;
  readonly together: ReturnType<typeof togetherLines>;
  readonly manage: string;
  readonly detour: Remark;
  readonly thread: string;
  /** Whoever is asked to take it over decides on that first. */
  readonly resolveMode: 'primary' | 'secondary';
  readonly commentMode: 'primary' | 'secondary';
  readonly commentTitle: string;
  readonly commentLabel: string;
  readonly can: Readonly<Record<ChannelAction, boolean>>;
  /** In sight where nothing else is. */
  readonly whyMode: 'primary' | 'secondary';
  readonly hold: HoldData;
  readonly today: string;
  readonly assigneeChoices: readonly Choice[];
}

/** The form for waiting. Where only a visit is possible, it plans one. */
interface HoldData {
  readonly title: string;
  readonly isChoice: boolean;
  readonly choices: readonly Choice[];
  readonly first: string;
  readonly hasVisits: boolean;
  readonly visitLabel: string;
  readonly visitError: string;
  readonly visits: readonly Choice[];
  /** The one that is chosen at first: none, unless a visit is all that can be chosen. */
  readonly visit: string;
  readonly needsDay: boolean;
  readonly untilLabel: string;
  readonly noteLabel: string;
}

type ChannelAction =
  | 'accept'
  | 'claim'
  | 'resume'
  | 'resolve'
  | 'comment'
  | 'reopen'
  | 'close'
  | 'note'
  | 'hold'
  | 'assign'
  | 'release'
  | 'manage'
  | 'why';

/** Buttons that stand on the card itself; the others are among its further ones. */
const inSight = ['accept', 'claim', 'resume', 'resolve', 'comment', 'reopen', 'close'] as const;

/** Where a channel's card stands and whom it calls. */
export interface ChannelPlacement {
  /** `offer` is the channel that is asked to take the ticket over. */
  readonly as: 'channel' | 'offer';
  readonly detour: Detour | null;
  readonly mentions: readonly Mention[];
  /** Whether people can reply under it: not in a personal chat. */
  readonly hasThread: boolean;
}

const template = cardTemplate<ChannelData>('channel');

/** The card in the channel of whoever handles the ticket; the same for everyone there. */
export function channelCard(view: ChannelView, language: Language, placement: ChannelPlacement): Card {
  const t = texts(language);
  const offered = placement.as === 'offer' && view.offer !== null;
  const data = ticketData(view, language);
  const can = placement.as === 'offer' ? offerActions(offered) : handlerActions(view);
  return template({
    ...data,
    ...(offered && { icon: icons.moved, word: t.cards.lines.offerWord, tone: 'warning' as const }),
    entities: mentionEntities(placement.mentions),
    mention: mentionLine(placement.mentions, t.cards),
    summaryText: summaryText(view),
    left: timeLeft(view, t),
    from: fromLine(view, t),
    nextVisit: nextVisitWords(view, t),
    offer: offerLine(view, placement, t),
    note: noteBlock(view, t),
    sameDevice: view.sameDeviceAs === null ? '' : t.known.sameDevice(formatTicketId(view.sameDeviceAs)),
    inform: informBlock(view, t),
    together: togetherLines(view, t),
    manage: t.together.actions.manage,
    detour: detourLine(view, placement.detour, t),
    thread: placement.hasThread && can.comment ? t.cards.lines.thread : '',
    resolveMode: can.accept ? 'secondary' : 'primary',
    commentMode: can.accept ? 'secondary' : 'primary',
    commentTitle: view.lastComment?.fromRequester === true ? t.cards.actions.answer : t.cards.actions.write,
    commentLabel: t.cards.labels.commentToTeacher,
    can,
    whyMode: inSight.some((action) => can[action]) ? 'secondary' : 'primary',
    hold: holdData(view, t),
    today: isoOf(view.now).slice(0, 10),
    assigneeChoices: assigneeChoices(view, t),
  });
}

function handlerActions(view: ChannelView): ChannelData['can'] {
  return { ...view.can, hold: view.can.hold.length > 0, manage: canArrange(view), why: true };
}

/** Whether the card behind "more" has something to do or to show. */
function canArrange({ can, together }: ChannelView): boolean {
  const { mergingInto, goesOnIn, goesOnFor, linked, splitFrom } = together;
  const isRelated =
    mergingInto !== null || goesOnIn !== null || splitFrom !== null || goesOnFor.length + linked.length > 0;
  return isRelated || can.merge || can.unmerge || can.split || can.link || can.setPriority;
}

function offerActions(accept: boolean): ChannelData['can'] {
  return {
    accept,
    claim: false,
    resume: false,
    resolve: false,
    comment: false,
    reopen: false,
    close: false,
    note: false,
    hold: false,
    assign: false,
    release: false,
    manage: false,
    why: false,
  };
}

/** The description where it says more than the title, which differs in the first letter and the end of a sentence. */
function summaryText({ description, title }: ChannelView): string {
  return bare(description) === bare(title) ? '' : plain(excerpt(description.trim(), summaryLimit));
}

function bare(sentence: string): string {
  return sentence
    .trim()
    .replace(/[.!]+$/u, '')
    .toLowerCase();
}

/** Icon and word tell what is short or overdue; the weight only underlines it. */
function timeLeft({ promise, incident, now, timeZone }: ChannelView, t: Texts): TimeLeft {
  // The incident has one clock for all of its tickets, on its own card.
  const isRunning = promise !== null && promise.standsStillFor === null && incident === null;
  if (!isRunning) return { text: '', weight: 'Default' };
  const time = t.times.duration(promise.serviceMinutes);
  const text = t.cards.lines.left[promise.urgency](time, t.times.asOf(now, now, timeZone));
  if (promise.urgency === 'calm') return { text, weight: 'Default' };
  return { text: `${icons.urgent} ${text}`, weight: 'Bolder' };
}

function fromLine(view: ChannelView, t: Texts): string {
  const { lines } = t.cards;
  return lines.list([
    ...(view.requesterName === '' ? [] : [lines.from(plainLine(view.requesterName))]),
    ...(view.phone === null ? [] : [lines.phone(plainLine(view.phone))]),
    ...(view.bestTime === null ? [] : [lines.bestTime(plainLine(view.bestTime))]),
  ]);
}

function offerLine(view: ChannelView, placement: ChannelPlacement, t: Texts): string {
  const { lines } = t.cards;
  if (!view.offer) return placement.as === 'offer' ? lines.offerGone : '';
  const { by, to, standIn, note, answerDueAt } = view.offer;
  const answer =
    answerDueAt >= view.now
      ? lines.answerDue(t.times.until(answerDueAt, view.now, view.timeZone))
      : lines.answerOverdue(t.times.stamp(answerDueAt, view.now, view.timeZone));
  if (standIn !== null && placement.as === 'channel')
    return t.absences.askedToStandIn(plainLine(by), plainLine(standIn), answer);
  const sentence =
    placement.as === 'offer'
      ? lines.offeredHere(plainLine(by), answer)
      : lines.offeredTo(to === null ? lines.toHelpdesk : plainLine(to), plainLine(by), answer);
  return note === '' ? sentence : `${sentence}\n\n${plain(note)}`;
}

function noteBlock(view: ChannelView, t: Texts): Block {
  if (!view.lastNote) return noBlock;
  const at = t.times.stamp(view.lastNote.at, view.now, view.timeZone);
  return {
    shown: true,
    heading: t.cards.lines.noteBy(plainLine(view.lastNote.by), at),
    text: plain(excerpt(view.lastNote.text, 600)),
  };
}

/** Why the card stands here: a detour, which is a fault, or a reason that is not the usual one. */
function detourLine(view: ChannelView, detour: Detour | null, t: Texts): Remark {
  const { lines } = t.cards;
  const team = plainLine(view.responsible?.campus ?? t.vocabulary.helpdesk);
  if (detour !== null) {
    const why = detour === 'not-linked' ? lines.detourNotLinked(team) : lines.detourPostFailed(team);
    return { text: `${icons.urgent} ${why}`, color: 'Attention' };
  }
  const reason = view.responsible?.reason;
  if (!reason || isUsual(reason)) return { text: '', color: 'Default' };
  const because = lines.becauseHere(plainLine(t.vocabulary.landedBecause(reason)));
  return { text: `${icons.info} ${because}`, color: 'Default' };
}

/** A visit for this very report stands in the header. */
function nextVisitWords(view: ChannelView, t: Texts): string {
  if (view.nextVisit === null || view.waitingFor === 'visit') return '';
  return `${icons.school} ${t.visits.nextThere(windowWords(view.nextVisit, view, t))}`;
}

function holdData(view: ChannelView, t: Texts): HoldData {
  const { actions, labels } = t.cards;
  const { can, visits } = view;
  const { form } = t.visits;
  const onlyVisit = can.hold.every((reason) => reason === 'visit');
  const hasVisits = visits.length > 0;
  return {
    title: onlyVisit ? actions.planVisit : actions.hold,
    isChoice: !onlyVisit,
    choices: choices(can.hold, t.vocabulary.waiting),
    first: can.hold[0] ?? '',
    hasVisits,
    visitLabel: onlyVisit ? form.onlyVisit : form.visit,
    visitError: form.error,
    visits: [
      ...visits.map((visit) => ({ title: windowWords(visit, view, t), value: visit.date })),
      { title: form.noVisit, value: '' },
    ],
    visit: onlyVisit ? (visits[0]?.date ?? '') : '',
    needsDay: onlyVisit && !hasVisits,
    untilLabel: !onlyVisit ? labels.until : hasVisits ? form.day : labels.visitDay,
    noteLabel: onlyVisit ? labels.visitNote : labels.holdNote,
  };
}

/** Persons, then other parties: `helpdesk`, `provider` and `campus:<id>`. Whoever has to be asked first is named as that. */
function assigneeChoices(view: ChannelView, t: Texts): readonly Choice[] {
  const named = (name: string): string => plainLine(view.asksOthers ? t.absences.asOffer(name) : name);
  const isHelpdesk = view.responsible?.party === 'helpdesk';
  return [
    ...view.colleagues.map(({ id, name }) => ({ title: plainLine(name), value: id })),
    ...(isHelpdesk ? [] : [{ title: t.cards.labels.offerHelpdesk, value: 'helpdesk' }]),
    ...(view.provider === null ? [] : [{ title: named(view.provider), value: 'provider' }]),
    ...view.campuses.map(({ id, name }) => ({ title: named(name), value: `campus:${id}` })),
  ];
}
