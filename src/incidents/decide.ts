import { isoOf, type Instant, type ServiceRules } from '../sla/index.js';
import {
  changes,
  measuredBy,
  moves,
  type Circumstances,
  type CommandOf,
  type IncidentRefusal,
  type Verb,
} from './changes.js';
import { promisedAt, withIncidentWake } from './clock.js';
import type { IncidentOrder } from './commands.js';
import type { Incident } from './incident.js';
import type { Suspicion } from './likeness.js';

export type IncidentDecision =
  | { readonly kind: 'accepted'; readonly incident: Incident }
  | { readonly kind: 'replayed'; readonly incident: Incident }
  | { readonly kind: 'refused'; readonly refusal: IncidentRefusal };

const rememberedCommands = 50;
/** So many of the longest texts fit into a document, whatever letters they are of. */
const rememberedEntries = 100;

/**
 * Decides a command on the incident as it is now. Pure: the same four values give the same decision. An accepted
 * command leaves exactly one history entry; the same id again changes nothing.
 */
export function decideIncident(
  incident: Incident,
  order: IncidentOrder,
  rules: ServiceRules,
  now: Instant,
): IncidentDecision {
  if (incident.commandIds.includes(order.id)) return { kind: 'replayed', incident };
  const { id, by, command } = order;
  if (!moves[command.verb].includes(incident.state)) {
    return { kind: 'refused', refusal: { code: 'wrong-state', state: incident.state } };
  }
  const patch = changed(command.verb, incident, command, { by, now });
  if ('code' in patch) return { kind: 'refused', refusal: patch };
  const next: Incident = {
    ...incident,
    ...patch,
    history: [...incident.history, { id, at: isoOf(now), by, command }].slice(-rememberedEntries),
    commandIds: [...incident.commandIds, id].slice(-rememberedCommands),
    revision: incident.revision + 1,
  };
  const resolutionDueAt = next.state === 'open' ? promisedAt(next, rules) : null;
  return { kind: 'accepted', incident: withIncidentWake({ ...next, resolutionDueAt }, rules, now) };
}

/** The document of a suspicion, before anybody has said what it is. Its card is still to be posted. */
export function newIncident(
  id: string,
  { fault, schoolId, tickets }: Suspicion,
  rules: ServiceRules,
  now: Instant,
): Incident {
  const incident: Incident = {
    id,
    schemaVersion: 1,
    state: 'suspected',
    fault,
    schoolId,
    title: '',
    status: '',
    statusAt: '',
    solution: '',
    suspects: tickets,
    dismissedIds: [],
    suspectedAt: isoOf(now),
    openedAt: null,
    resolvedAt: null,
    ...measuredBy(tickets),
    resolutionDueAt: null,
    reminded: [],
    history: [],
    commandIds: [],
    revision: 0,
    followUps: [],
    calls: [],
    card: null,
    attempts: 0,
    lease: null,
    wakeAt: null,
  };
  return withIncidentWake(incident, rules, now);
}

function changed<V extends Verb>(
  verb: V,
  incident: Incident,
  command: CommandOf<V>,
  circumstances: Circumstances,
): Partial<Incident> | IncidentRefusal {
  return changes[verb](incident, command, circumstances);
}
