import {
  bannerShown,
  campusOfBoard,
  isBannerDue,
  type Banner,
  type Board,
  type BoardRules,
  type BoardTarget,
  type Unattended,
} from '../board/index.js';
import type { Directory } from '../campus/index.js';
import { noticeCard, plainLine } from '../cards/index.js';
import type { Clock } from '../clock.js';
import { channelLanguage, texts, type Language } from '../i18n/index.js';
import { startOfDay, type Instant } from '../sla/index.js';
import type { Rules } from '../tickets/index.js';
import { failureOf } from './attempt.js';
import type { BoardBook } from './board-book.js';
import type { Candidate } from './routing.js';
import type { OutgoingMessage } from './sender.js';
import type { Transport } from './transport.js';

/** Draws what a channel reads where nobody is in force, or somebody is again. */
export interface BannerRenderer {
  /** @param unattended null where somebody is in force again */
  banner(target: BoardTarget, unattended: Unattended | null, now: Instant): OutgoingMessage;
}

export interface BoardBannerParts {
  readonly book: BoardBook;
  readonly boardRules: BoardRules;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Where it is missing, nobody is told. */
  readonly bannerRenderer?: BannerRenderer;
}

/**
 * Brings what a channel reads of who is in force up to date: a new message where that begins, an edit where it lasts longer
 * or shorter, and an edit once somebody is there. A message that cannot be brought now is tried again.
 * @returns false where it is to be tried again
 * @throws LeaseLost, StoreError, AbortError
 */
export async function bringBanner(
  target: BoardTarget,
  candidates: readonly Candidate[],
  parts: BoardBannerParts,
): Promise<boolean> {
  const { book, boardRules } = parts;
  const board = await book.leased(target);
  if (!isBannerDue(board)) return true;
  const brought = await bring(board, candidates, parts);
  if (brought === 'later') return false;
  await book.change(target, (current, now) => bannerShown(current, brought, boardRules, now));
  return true;
}

async function bring(
  board: Board,
  candidates: readonly Candidate[],
  parts: BoardBannerParts,
): Promise<Banner | null | 'later'> {
  const { transport, clock, signal, bannerRenderer } = parts;
  const { target, unattended = null, banner = null } = board;
  const compose = async (): Promise<OutgoingMessage | null> =>
    Promise.resolve(bannerRenderer?.banner(target, unattended, clock.now()) ?? null);
  const shown = (card: Banner['card']): Banner | null => unattended && { ...unattended, card };
  const place = candidates.find(({ inChat }) => inChat !== true)?.conversation;
  try {
    if (banner?.card) {
      await transport.edit(banner.card.conversation, banner.card.activityId, compose, signal);
      return shown(banner.card);
    }
    if (!unattended || banner || !place) return shown(null);
    const sent = await transport.post(place, undefined, compose, signal);
    return shown(sent === 'not-wanted' ? null : { conversation: place, ...sent });
  } catch (error) {
    return failureOf(error).kind === 'later' ? 'later' : shown(null);
  }
}

/** In the channels' language; German unless told. */
export function createBannerRenderer(options: {
  readonly directory: () => Directory;
  readonly rules: Rules;
  readonly channelLanguage?: Language;
}): BannerRenderer {
  const language = options.channelLanguage ?? channelLanguage;
  return {
    banner(target, unattended, now) {
      const { absences: w, times } = texts(language);
      const { timeZone } = options.rules.calendar;
      const campusId = campusOfBoard(target) ?? '';
      const name = plainLine(options.directory().campus(campusId)?.name ?? campusId);
      if (!unattended) {
        const card = noticeCard(w.back(name), language, { word: w.backWord, icon: 'resolved', tone: 'good' });
        return { summary: w.backWord, card };
      }
      const until =
        unattended.until === null ? null : times.date(startOfDay(unattended.until, timeZone), now, timeZone);
      const text = w.nobody(name, until);
      return {
        summary: text,
        card: noticeCard(text, language, { word: w.nobodyWord, icon: 'urgent', tone: 'warning' }),
      };
    },
  };
}
