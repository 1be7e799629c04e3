import type { Verb } from './commands.js';
import type { Role, TicketState } from './vocabulary.js';

const staff = ['manager', 'dispatcher', 'administrator'] as const satisfies readonly Role[];
const help = ['dispatcher', 'administrator'] as const satisfies readonly Role[];
const requester = ['requester'] as const satisfies readonly Role[];
const everyone = [...requester, ...staff] as const;
/** Who has a ticket: the provider works on what it was given, and does not arrange tickets. */
const workers = [...staff, 'provider'] as const satisfies readonly Role[];
/** Who speaks at a ticket. */
const speakers = [...everyone, 'provider', 'contact'] as const satisfies readonly Role[];
/** For whoever calls, the staff write down what is to be written. */
const writers = everyone;
const urging = [...everyone, 'contact'] as const satisfies readonly Role[];
const system = ['system'] as const satisfies readonly Role[];
/** The incident resolves its tickets together. */
const solvers = [...workers, ...system] as const;
const reopeners = [...requester, ...workers] as const;
/** The incident itself attaches what its makers chose; a requester says that it is the same. */
const attachers = [...requester, ...help, ...system] as const;
/** A link stands in both tickets: the second one hears of it from the first. */
const linkers = [...staff, ...system] as const;
const detachers = [...requester, ...help] as const;

/**
 * Which role may give which command in which state. What is not in this table is refused. Who has which role at a
 * ticket, and for which commands, stands in `rights.ts`. Administrators are the last resort and may do what a dispatcher may.
 */
export const moves: Readonly<Record<Verb, Readonly<Partial<Record<TicketState, readonly Role[]>>>>> = {
  /** What is split off is submitted by the system. */
  submit: { draft: [...writers, ...system] },
  revise: { draft: writers },
  tried: { draft: requester },
  photo: { draft: writers, new: urging, claimed: urging, waiting: urging },
  discard: { draft: writers },
  expire: { draft: system },
  claim: { new: workers },
  release: { claimed: workers, waiting: workers },
  assign: { new: staff, claimed: staff, waiting: staff },
  offer: { new: workers, claimed: workers, waiting: workers },
  accept: { new: workers, claimed: workers, waiting: workers },
  decline: { new: workers, claimed: workers, waiting: workers },
  comment: { new: speakers, claimed: speakers, waiting: speakers, resolved: speakers, closed: requester },
  note: { new: workers, claimed: workers, waiting: workers, resolved: workers },
  hold: { claimed: workers },
  /** By the system where the rota has moved the visit for which it waits. */
  'plan-visit': { new: workers, claimed: workers, waiting: [...workers, ...system] },
  resume: { waiting: [...workers, ...system] },
  resolve: { new: solvers, claimed: solvers, waiting: solvers },
  attach: { new: attachers, claimed: attachers, waiting: attachers },
  detach: { new: detachers, claimed: detachers, waiting: detachers, resolved: detachers },
  'incident-status': { new: system, claimed: system, waiting: system },
  reopen: { resolved: reopeners, closed: reopeners },
  close: { resolved: help },
  'close-for-silence': { waiting: system, resolved: system },
  edit: { new: writers, claimed: writers, waiting: writers },
  withdraw: { new: requester, claimed: requester, waiting: requester },
  rate: { resolved: requester, closed: requester },
  escalate: { new: urging, claimed: urging, waiting: urging },
  remind: { new: system, claimed: system, waiting: system },
  'set-priority': { new: staff, claimed: staff, waiting: staff },
  merge: { new: staff, claimed: staff, waiting: staff },
  absorb: { new: system, claimed: system, waiting: system },
  merged: { new: system, claimed: system, waiting: system },
  'merge-refused': { new: system, claimed: system, waiting: system, resolved: system, closed: system },
  unmerge: { closed: everyone },
  expel: { new: system, claimed: system, waiting: system, resolved: system, closed: system },
  news: { closed: system },
  'comment-of-duplicate': { new: system, claimed: system, waiting: system, resolved: system, closed: system },
  'order-refused': { new: system, claimed: system, waiting: system, resolved: system, closed: system },
  split: { new: staff, claimed: staff, waiting: staff },
  link: { new: linkers, claimed: linkers, waiting: linkers, resolved: linkers, closed: linkers },
  unlink: { new: linkers, claimed: linkers, waiting: linkers, resolved: linkers, closed: linkers },
  informed: { new: workers, claimed: workers, waiting: workers, resolved: workers, closed: workers },
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
