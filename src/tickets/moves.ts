import type { Verb } from './commands.js';
import type { Role, TicketState } from './vocabulary.js';

const staff = ['manager', 'dispatcher', 'administrator'] as const satisfies readonly Role[];
const help = ['dispatcher', 'administrator'] as const satisfies readonly Role[];
const requester = ['requester'] as const satisfies readonly Role[];
const everyone = [...requester, ...staff] as const;
const system = ['system'] as const satisfies readonly Role[];
/** The incident itself attaches what its makers chose; a requester says that it is the same. */
const attachers = [...requester, ...help, ...system] as const;
/** A link stands in both tickets: the second one hears of it from the first. */
const linkers = [...staff, ...system] as const;
const detachers = [...requester, ...help] as const;

/**
 * Who may give which command in which state. What is not in this table is refused.
 * Administrators are the last resort and may do what a dispatcher may.
 */
export const moves: Readonly<Record<Verb, Readonly<Partial<Record<TicketState, readonly Role[]>>>>> = {
  submit: { draft: requester },
  revise: { draft: requester },
  tried: { draft: requester },
  photo: { draft: requester, new: requester, claimed: requester, waiting: requester },
  discard: { draft: requester },
  expire: { draft: system },
  claim: { new: staff },
  release: { claimed: staff, waiting: staff },
  assign: { new: staff, claimed: staff, waiting: staff },
  offer: { new: staff, claimed: staff, waiting: staff },
  accept: { new: staff, claimed: staff, waiting: staff },
  decline: { new: staff, claimed: staff, waiting: staff },
  comment: { new: everyone, claimed: everyone, waiting: everyone, resolved: everyone },
  note: { new: staff, claimed: staff, waiting: staff, resolved: staff },
  hold: { claimed: staff },
  'plan-visit': { new: staff, claimed: staff, waiting: staff },
  resume: { waiting: [...staff, ...system] },
  resolve: { new: [...staff, ...system], claimed: [...staff, ...system], waiting: [...staff, ...system] },
  attach: { new: attachers, claimed: attachers, waiting: attachers },
  detach: { new: detachers, claimed: detachers, waiting: detachers, resolved: detachers },
  'incident-status': { new: system, claimed: system, waiting: system },
  reopen: { resolved: everyone, closed: everyone },
  close: { resolved: help },
  'close-for-silence': { waiting: system, resolved: system },
  edit: { new: requester, claimed: requester, waiting: requester },
  withdraw: { new: requester, claimed: requester, waiting: requester },
  rate: { resolved: requester, closed: requester },
  escalate: { new: requester, claimed: requester, waiting: requester },
  remind: { new: system, claimed: system, waiting: system },
  'set-priority': { new: staff, claimed: staff, waiting: staff },
  merge: { new: staff, claimed: staff, waiting: staff },
  absorb: { new: system, claimed: system, waiting: system },
  merged: { new: system, claimed: system, waiting: system },
  'merge-refused': { new: system, claimed: system, waiting: system, resolved: system, closed: system },
  unmerge: { closed: staff },
  expel: { new: system, claimed: system, waiting: system, resolved: system, closed: system },
  news: { closed: system },
  split: { new: staff, claimed: staff, waiting: staff },
  link: { new: linkers, claimed: linkers, waiting: linkers, resolved: linkers, closed: linkers },
  unlink: { new: linkers, claimed: linkers, waiting: linkers, resolved: linkers, closed: linkers },
  informed: { new: staff, claimed: staff, waiting: staff, resolved: staff, closed: staff },
  reroute: { new: system, claimed: system, waiting: system },
  recompute: { new: system, claimed: system, waiting: system, resolved: system },
};

/** Whether the table lets this role give this command in this state. */
export function mayMove(role: Role, verb: Verb, state: TicketState): boolean {
  return moves[verb][state]?.includes(role) ?? false;
}

/** Whether this role may give the command in some state, so that a refusal can name the right reason. */
export function mayEver(role: Role, verb: Verb): boolean {
  return Object.values(moves[verb]).some((roles) => roles.includes(role));
}
