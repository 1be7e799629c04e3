import type { PersonRef } from '../tickets/ticket.js';
import type { IncidentStage, Suspect } from './incident.js';

/** Everything that can be asked of an incident. */
export type IncidentCommand =
  /** These tickets look like it as well; said by the system. */
  | { readonly verb: 'suspect'; readonly tickets: readonly Suspect[] }
  /** It is an incident: the suspected tickets become a part of it. */
  | { readonly verb: 'declare'; readonly title: string; readonly status: string }
  /** It is none. */
  | { readonly verb: 'dismiss' }
  /**
   * Nobody answered, and nothing is left to be asked: its tickets are done with or parts of another incident, or too much
   * time has passed; said by the system. `ticketIds` are those that were looked at.
   */
  | { readonly verb: 'lapse'; readonly ticketIds: readonly string[] }
  /** What all requesters shall read from now on. */
  | { readonly verb: 'tell'; readonly status: string }
  /** It is solved, and with it each of its tickets. */
  | { readonly verb: 'resolve'; readonly solution: string }
  /** All tickets that look like it become a part of it. */
  | { readonly verb: 'add' }
  /** A ticket has become a part of it, or is none any more; said by the system. */
  | { readonly verb: 'joined'; readonly ticket: Suspect }
  | { readonly verb: 'left'; readonly ticketId: string }
  | { readonly verb: 'remind'; readonly stage: IncidentStage; readonly dueAt: string };

/** A command with who gives it; `by` is null where nobody pressed anything. The same id twice changes nothing. */
export interface IncidentOrder {
  readonly id: string;
  readonly by: PersonRef | null;
  readonly command: IncidentCommand;
}
