import type { Verb } from './commands.js';
import type { Role } from './vocabulary.js';

/**
 * What a person is by the directory. Everybody in the tenant is a teacher. `deputy` is whoever of the staff stands in, by
 * name or for an absence; what one deputises for counts only while one is in force.
 */
export const standings = [
  'teacher',
  'contact',
  'manager',
  'deputy',
  'provider',
  'dispatcher',
  'administrator',
] as const;
export type Standing = (typeof standings)[number];

/**
 * How a person stands to one ticket: who reported it, wrote it down for another, is a contact of its school, acts for
 * whom it is handled by, for the campus of its site, or for whom it is offered to, is its assignee, or has to do with
 * every ticket.
 */
export const relations = [
  'own',
  'opened',
  'school',
  'handled',
  'site',
  'offered',
  'assigned',
  'every',
] as const;
export type Relation = (typeof relations)[number];

/** A command, or looking at a ticket: with internal notes or without. */
export type Right = Verb | 'read' | 'read-notes';

export interface Grant {
  /** In which role the commands are given; it stands in the history. */
  readonly as: Exclude<Role, 'system'>;
  readonly may: readonly Right[];
}

const reporting = [
  'read',
  'submit',
  'revise',
  'tried',
  'photo',
  'discard',
  'comment',
  'edit',
  'escalate',
  'attach',
  'detach',
  'withdraw',
  'reopen',
  'unmerge',
  'rate',
] as const satisfies readonly Right[];

/** Others at the school may help along, and decide nothing for whoever reported it. */
const helpingAlong = ['read', 'comment', 'photo', 'escalate'] as const satisfies readonly Right[];

/** For a caller: all that makes the report right, and nothing that ends it. */
const writingDown = [
  'read',
  'read-notes',
  'submit',
  'revise',
  'discard',
  'photo',
  'edit',
  'escalate',
  'note',
] as const satisfies readonly Right[];

const doing = [
  'read',
  'read-notes',
  'claim',
  'release',
  'offer',
  'comment',
  'note',
  'hold',
  'plan-visit',
  'resume',
  'resolve',
  'reopen',
  'informed',
] as const satisfies readonly Right[];

const working = [
  ...doing,
  'assign',
  'set-priority',
  'merge',
  'unmerge',
  'split',
  'link',
  'unlink',
] as const satisfies readonly Right[];

const answering = ['read', 'read-notes', 'accept', 'decline'] as const satisfies readonly Right[];

/** Whoever comes by at the school knows what others do there. */
const lookingOn = ['read', 'read-notes', 'note'] as const satisfies readonly Right[];

const dispatching = [
  ...working,
  ...answering,
  'attach',
  'detach',
  'close',
] as const satisfies readonly Right[];

type Grants = Readonly<Partial<Record<Relation, Grant>>>;

const ofCampus: Grants = {
  handled: { as: 'manager', may: working },
  site: { as: 'manager', may: lookingOn },
  offered: { as: 'manager', may: answering },
  assigned: { as: 'manager', may: working },
  opened: { as: 'manager', may: writingDown },
};

/**
 * Who may give which command to which ticket: by what one is in the directory, and how one stands to the ticket. What is
 * not in this table is refused. In which state of the ticket it is possible stands in `moves.ts`. Of drafts only `own`
 * and `opened` count: for anybody else there is none.
 */
export const rights: Readonly<Record<Standing, Grants>> = {
  teacher: { own: { as: 'requester', may: reporting } },
  contact: { school: { as: 'contact', may: helpingAlong } },
  manager: ofCampus,
  deputy: ofCampus,
  provider: {
    handled: { as: 'provider', may: doing },
    offered: { as: 'provider', may: answering },
    assigned: { as: 'provider', may: doing },
  },
  dispatcher: {
    every: { as: 'dispatcher', may: dispatching },
    opened: { as: 'dispatcher', may: writingDown },
  },
  administrator: {
    every: { as: 'administrator', may: dispatching },
    opened: { as: 'administrator', may: writingDown },
  },
};
