import { isoOf, type Instant } from '../sla/index.js';
import type { Worklist } from './worklist.js';

/**
 * Sets when the system must next act: with something to do, when the lease runs out or at once; else when it is looked
 * whether its card still shows what is so.
 */
export function withWorklistWake(worklist: Worklist, now: Instant): Worklist {
  if (hasWork(worklist)) return { ...worklist, wakeAt: worklist.lease?.until ?? isoOf(now) };
  return { ...worklist, lease: null, wakeAt: worklist.lookAt };
}

/** Whether somebody is to be told something, or a card to be drawn. */
export function hasWork(worklist: Worklist): boolean {
  const { former, moves, tells, announces } = worklist;
  return isCardOutdated(worklist) || announces || former.length > 0 || moves.length > 0 || tells.length > 0;
}

/** Whether its card is to be posted or edited. One that nobody was sent or asked for has none. */
export function isCardOutdated({ isSent, card, revision }: Worklist): boolean {
  return card === null ? isSent : card.shownRevision < revision;
}
