import { decide, newDraft, type Report, type Ticket } from '../../src/tickets/index.js';
import type { Understood } from '../../src/tickets/ticket.js';
import { actor, report, rules, wednesday } from '../tickets/given.js';

export const understood: Understood = {
  category: 'printer',
  room: '204',
  deviceTag: null,
  scope: 'one',
  blocked: false,
  language: 'de',
  confidence: 0.7,
};

/** A ticket as it is after its submit: what was read in `description`, and what the person made of it. */
export function sent(
  description: string,
  changes: Partial<Report> = {},
  more: {
    readonly id?: string;
    readonly understood?: Understood | null;
    readonly name?: string;
    readonly at?: number;
  } = {},
): Ticket {
  const { category, room, deviceTag, scope, blocked } = understood;
  const read: Report = { ...report, category, room, deviceTag, scope, blocked, description, title: 'Title' };
  const now = more.at ?? wednesday;
  const draft = newDraft(
    {
      id: more.id ?? 'K7M3QX',
      requester: { id: 'teacher', name: more.name ?? 'Teacher', language: 'de' },
      report: read,
      follows: null,
      understood: more.understood === undefined ? understood : more.understood,
    },
    now,
  );
  const handledBy = {
    party: 'helpdesk',
    campusId: null,
    person: null,
    reason: { code: 'no-school' },
  } as const;
  const submit = { verb: 'submit', report: { ...read, ...changes }, handledBy, card: null } as const;
  const decision = decide(draft, { id: 'submit', actor: actor('requester'), command: submit }, rules, now);
  if (decision.kind !== 'accepted') throw new Error(JSON.stringify(decision));
  return decision.ticket;
}
