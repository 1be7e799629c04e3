import type { Instant } from '../sla/index.js';
import { isLeasedBy, leased, type LeaseTerms } from '../tickets/index.js';
import type { CardRef } from '../tickets/commands.js';
import { reposted } from './decide.js';
import { withWorklistWake } from './wake.js';
import type { ContactCall, TicketMove, Worklist, WorklistPlace, WorklistSite } from './worklist.js';

/**
 * What delivery writes into a worklist. These are facts, not commands: they are never refused and can be applied again to
 * a newer version.
 */

/** The card shows the worklist, `seen` in short; an edit of a card that was replaced meanwhile counts for nothing. */
export function recordWorklistCard(worklist: Worklist, place: WorklistPlace, seen: string | null): Worklist {
  const known = worklist.card;
  const isNewer = known?.activityId !== place.activityId || known.shownRevision < place.shownRevision;
  return isNewer ? { ...worklist, card: place, seen, attempts: 0 } : worklist;
}

/** Somebody asked for it, and reads it where it was answered: from now on it stands there. */
export function recordAskedCard(worklist: Worklist, place: WorklistPlace, seen: string): Worklist {
  return { ...worklist, ...reposted(worklist), card: place, seen };
}

/** Nobody can be shown it: it stays on its card as it is, or nowhere, until something changes. */
export function giveUpCard(worklist: Worklist): Worklist {
  const { card, revision } = worklist;
  return card === null
    ? { ...worklist, isSent: false }
    : { ...worklist, card: { ...card, shownRevision: revision } };
}

/** A card that stood before has no buttons any more. */
export function dropFormer(worklist: Worklist, { activityId }: CardRef): Worklist {
  return { ...worklist, former: worklist.former.filter((card) => card.activityId !== activityId) };
}

/** A ticket was planned for the later visit, or has refused: its site says which. */
export function dropMove(worklist: Worklist, key: string, isMoved: boolean): Worklist {
  const move = worklist.moves.find((each) => each.key === key);
  if (!move) return worklist;
  const moves = worklist.moves.filter((each) => each !== move);
  const sites = worklist.sites.map((site) =>
    site.siteId === move.visit.siteId ? withMove(site, move, isMoved) : site,
  );
  return { ...worklist, moves, sites, revision: worklist.revision + 1, attempts: 0 };
}

function withMove(site: WorklistSite, { ticketId, visit }: TicketMove, isMoved: boolean): WorklistSite {
  const others = (site.notMoved ?? []).filter((id) => id !== ticketId);
  return isMoved
    ? { ...site, movedTo: visit, notMoved: others }
    : { ...site, notMoved: [...others, ticketId] };
}

/** A contact was told, or has to be called because the bot does not reach that person. */
export function dropTell(worklist: Worklist, told: ContactCall, isReached: boolean): Worklist {
  const isTold = (call: ContactCall): boolean =>
    call.siteId === told.siteId && call.personId === told.personId;
  const tells = worklist.tells.filter((call) => !isTold(call));
  if (tells.length === worklist.tells.length) return worklist;
  if (isReached) return { ...worklist, tells, attempts: 0 };
  const toInform = [...worklist.toInform.filter((call) => !isTold(call)), told];
  return { ...worklist, tells, toInform, revision: worklist.revision + 1, attempts: 0 };
}

/** The help desk's channel was told, or there is none. */
export function recordAnnounced(worklist: Worklist): Worklist {
  return { ...worklist, announces: false };
}

/** One more round in which nothing could be sent. */
export function countWorklistRound(worklist: Worklist): Worklist {
  return { ...worklist, attempts: worklist.attempts + 1 };
}

/** Reserves the work for one process, from now on and for as long as its terms say. */
export function takeWorklistLease(worklist: Worklist, terms: LeaseTerms, now: Instant): Worklist {
  return withWorklistWake(leased(worklist, terms, now), now);
}

/** Gives the lease back. A foreign one is left alone. */
export function releaseWorklistLease(worklist: Worklist, owner: string, now: Instant): Worklist {
  return isLeasedBy(worklist, owner) ? withWorklistWake({ ...worklist, lease: null }, now) : worklist;
}
