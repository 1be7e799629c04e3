import { instantOf, isoOf, type Instant } from '../sla/index.js';
import { textLimit } from '../tickets/index.js';
import type { PersonRef } from '../tickets/ticket.js';
import { rankOf } from './clock.js';
import type { IncidentCommand } from './commands.js';
import type { FollowUp, Incident, IncidentState, Suspect } from './incident.js';
import { isSuspicious } from './likeness.js';

/** Why a command was refused; the language files turn it into a sentence. */
export type IncidentRefusal =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'wrong-state'; readonly state: IncidentState }
  | { readonly code: 'text-missing' }
  | { readonly code: 'too-long'; readonly limit: number }
  | { readonly code: 'nothing-to-do' }
  | { readonly code: 'not-found' };

export type Verb = IncidentCommand['verb'];
export type CommandOf<V extends Verb> = Extract<IncidentCommand, { verb: V }>;

export interface Circumstances {
  readonly by: PersonRef | null;
  readonly now: Instant;
}

/** How one kind of command changes an incident that is in a state which the table allows. */
export type ChangeOf<V extends Verb> = (
  incident: Incident,
  command: CommandOf<V>,
  circumstances: Circumstances,
) => Partial<Incident> | IncidentRefusal;

/** Longest title of an incident, in characters: it stands on every requester's card. */
export const titleLimit = 120;
const rememberedReminders = 20;

const suspect: ChangeOf<'suspect'> = (incident, { tickets }, { now }) => {
  const known = new Set([...incident.suspects.map(({ ticketId }) => ticketId), ...incident.dismissedIds]);
  const fresh = tickets.filter(({ ticketId }) => !known.has(ticketId));
  if (fresh.length === 0) return { code: 'nothing-to-do' };
  if (incident.state !== 'dismissed') return { suspects: [...incident.suspects, ...fresh] };
  if (!isSuspicious(fresh, incident.schoolId)) return { code: 'nothing-to-do' };
  // Somebody has to look at it again, so that its card comes anew.
  return { state: 'suspected', suspects: fresh, suspectedAt: isoOf(now), card: null, ...measuredBy(fresh) };
};

const declare: ChangeOf<'declare'> = (incident, { title, status }, { by, now }) =>
  checkText(title, titleLimit) ??
  checkText(status, textLimit, true) ??
  attaching(incident, by, {
    state: 'open',
    title: title.trim(),
    status: status.trim(),
    statusAt: isoOf(now),
    openedAt: isoOf(now),
  });

const dismiss: ChangeOf<'dismiss'> = ({ suspects, dismissedIds }) => ({
  state: 'dismissed',
  suspects: [],
  dismissedIds: [...dismissedIds, ...suspects.map(({ ticketId }) => ticketId)],
});

/** As if somebody had said that it is none, unless a ticket came that was not looked at. */
const lapse: ChangeOf<'lapse'> = (incident, { ticketIds }, circumstances) =>
  incident.suspects.every(({ ticketId }) => ticketIds.includes(ticketId))
    ? dismiss(incident, { verb: 'dismiss' }, circumstances)
    : { code: 'nothing-to-do' };

const tell: ChangeOf<'tell'> = (incident, { status }, { by, now }) => {
  const refusal = checkText(status, textLimit);
  if (refusal) return refusal;
  if (!by || status.trim() === incident.status) return { code: 'nothing-to-do' };
  // What is still to be said would be older: the page that begins now tells everybody the newest.
  const others = incident.followUps.filter(({ verb }) => verb !== 'incident-status');
  return {
    status: status.trim(),
    statusAt: isoOf(laterThan(incident.statusAt, now)),
    followUps: [...others, { verb: 'incident-status', seq: incident.revision + 1, by, after: null }],
  };
};

const resolve: ChangeOf<'resolve'> = (incident, { solution }, { by, now }) => {
  const refusal = checkText(solution, textLimit);
  if (refusal) return refusal;
  if (!by) return { code: 'nothing-to-do' };
  const others = incident.followUps.filter(({ verb }) => verb !== 'incident-status');
  return {
    state: 'resolved',
    solution: solution.trim(),
    resolvedAt: isoOf(now),
    calls: [],
    followUps: [...others, { verb: 'resolve', seq: incident.revision + 1, by, after: null }],
  };
};

const add: ChangeOf<'add'> = (incident, _command, { by }) =>
  incident.suspects.length === 0 ? { code: 'nothing-to-do' } : attaching(incident, by, {});

const joined: ChangeOf<'joined'> = (incident, { ticket }) => ({
  suspects: incident.suspects.filter(({ ticketId }) => ticketId !== ticket.ticketId),
  ...measuredBy([ticket], incident),
});

/** It goes its own way, and is not asked about again. */
const left: ChangeOf<'left'> = (incident, { ticketId }) => ({
  suspects: incident.suspects.filter((each) => each.ticketId !== ticketId),
});

const remind: ChangeOf<'remind'> = (incident, { stage, dueAt }, { now }) => ({
  reminded: [...incident.reminded, { stage, dueAt, at: isoOf(now) }].slice(-rememberedReminders),
  calls: [
    ...incident.calls.filter((call) => rankOf(call.stage) > rankOf(stage)),
    { key: `${stage}:${dueAt}`, stage, dueAt },
  ],
});

/** What each command changes, and in which states it may be given. */
export const changes: { readonly [V in Verb]: ChangeOf<V> } = {
  suspect,
  declare,
  dismiss,
  lapse,
  tell,
  resolve,
  add,
  joined,
  left,
  remind,
};

/** In which states a command may be given; the others are refused. */
export const moves: Readonly<Record<Verb, readonly IncidentState[]>> = {
  suspect: ['suspected', 'open', 'dismissed'],
  declare: ['suspected'],
  dismiss: ['suspected'],
  lapse: ['suspected'],
  tell: ['open'],
  resolve: ['open'],
  add: ['open'],
  joined: ['open', 'resolved'],
  left: ['open', 'resolved'],
  remind: ['open'],
};

/** The earliest start and the highest priority of these tickets, and of what the incident knows already. */
export function measuredBy(
  tickets: readonly Suspect[],
  known?: Pick<Incident, 'startedAt' | 'priority'>,
): Pick<Incident, 'startedAt' | 'priority'> {
  const starts = [...tickets.map(({ submittedAt }) => submittedAt), ...(known ? [known.startedAt] : [])];
  const priorities = [...tickets.map(({ priority }) => priority), ...(known ? [known.priority] : [])];
  return { startedAt: starts.toSorted()[0] ?? '', priority: priorities.toSorted()[0] ?? 'P4' };
}

/** Everything that looks like it becomes a part of it, one ticket after the other. */
function attaching(
  incident: Incident,
  by: PersonRef | null,
  patch: Partial<Incident>,
): Partial<Incident> | IncidentRefusal {
  if (!by) return { code: 'nothing-to-do' };
  const ticketIds = incident.suspects.map(({ ticketId }) => ticketId);
  const attach: FollowUp = { verb: 'attach', seq: incident.revision + 1, by, ticketIds };
  return {
    ...patch,
    suspects: [],
    ...measuredBy(incident.suspects, incident),
    followUps: ticketIds.length === 0 ? incident.followUps : [...incident.followUps, attach],
  };
}

/** Tickets tell the newer status by its time: the clock of another process, or one that was set back, must not hide it. */
function laterThan(before: string, now: Instant): Instant {
  return before === '' ? now : Math.max(now, instantOf(before) + 1);
}

function checkText(text: string, limit: number, mayBeEmpty = false): IncidentRefusal | null {
  if (!mayBeEmpty && text.trim() === '') return { code: 'text-missing' };
  return text.length > limit ? { code: 'too-long', limit } : null;
}
