import { createHash } from 'node:crypto';
import type { Language } from '../i18n/index.js';
import { AlreadyExists, find } from '../store/index.js';
import {
  newDraft,
  newTicketId,
  type DraftBeginning,
  type Outcome,
  type Report,
  type Requester,
} from '../tickets/index.js';
import { sameDeviceAs } from './known-reports.js';
import { order } from './order.js';
import type { BotParts } from './parts.js';
import type { Turn } from './turn.js';

/** A report that is written down and sent at once. */
export interface Opening {
  /** Of the dialog: the same one makes one ticket, however often it is sent. */
  readonly nonce: string;
  readonly report: Report;
  /** The one that the report is written in. */
  readonly language: Language;
  /** Null: whoever writes it. A caller has no id that anybody knows. */
  readonly requester: { readonly id: string; readonly name: string } | { readonly callerName: string } | null;
}

/**
 * Makes the ticket, in one write. A dialog that is sent again finds the ticket that it made.
 * @throws StoreError
 */
export async function openTicket(turn: Turn, parts: BotParts, opening: Opening): Promise<Outcome> {
  const orderId = `submit:extension:${opening.nonce}:${turn.person.id}`;
  const bytes = createHash('sha256').update(orderId).digest().values();
  const nextByte = (): number => bytes.next().value ?? parts.randomByte();
  for (;;) {
    const beginning = await beginningOf(turn, parts, opening, newTicketId(nextByte));
    try {
      return await submit(turn, parts, beginning, orderId);
    } catch (error) {
      if (!(error instanceof AlreadyExists)) throw error;
      const known = (await find(parts.tickets, beginning.id))?.document;
      if (known?.history[0]?.id === orderId) return { kind: 'replayed', ticket: known };
    }
  }
}

async function submit(
  turn: Turn,
  parts: BotParts,
  beginning: DraftBeginning,
  orderId: string,
): Promise<Outcome> {
  const { report } = beginning;
  const sameDevice = await sameDeviceAs(parts, newDraft(beginning, turn.now), report);
  const request = { verb: 'submit', report, card: null, sameDeviceAs: sameDevice } as const;
  return parts.desk.open(beginning, order(turn, orderId, request), turn.now);
}

async function beginningOf(
  turn: Turn,
  parts: BotParts,
  opening: Opening,
  id: string,
): Promise<DraftBeginning> {
  const { report } = opening;
  const requester = await requesterOf(turn, parts, opening, id);
  const openedBy = requester.id === turn.person.id ? null : turn.person;
  return { id, requester, report, follows: null, openedBy };
}

/** A person is spoken to in the language that they chose, or else wrote in. */
async function requesterOf(
  turn: Turn,
  parts: BotParts,
  { requester, language }: Opening,
  id: string,
): Promise<Requester> {
  if (requester === null || ('id' in requester && requester.id === turn.person.id))
    return { ...turn.person, language: turn.language };
  if ('callerName' in requester)
    return { id: `phone:${id}`, name: requester.callerName, language: 'de', reach: 'phone' };
  const known = parts.directory.current().person(requester.id);
  const profile = await parts.profiles.get(requester.id);
  const spoken = profile.language ?? known?.language ?? profile.spokenLanguage ?? language;
  return { id: requester.id, name: known?.name ?? requester.name, language: spoken };
}
