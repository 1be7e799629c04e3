import type { Site } from '../campus/index.js';
import { languages, texts, type Language } from '../i18n/index.js';
import {
  reportOfFault,
  resultOf,
  type CheckResult,
  type ItemResult,
  type MaintenanceLog,
  type MaintenanceOutcome,
} from '../maintenance/index.js';
import { AlreadyExists, find } from '../store/index.js';
import { newDraft, newTicketId, type Report, type Ticket } from '../tickets/index.js';
import type { BotParts } from './parts.js';
import type { Turn } from './turn.js';

interface Fault {
  readonly site: Site;
  readonly result: CheckResult;
  readonly item: ItemResult;
}

/** Ids that belong to other tickets already come up once in thousands of times. */
const mostIds = 4;

/**
 * Makes the ticket of a fault. Its id is in the log before the ticket is made, so that a second press, also by somebody
 * else, after a crash or in the same moment, comes to the same ticket.
 */
export async function makeFaultTicket(
  turn: Turn,
  parts: BotParts,
  fault: Fault,
): Promise<MaintenanceOutcome> {
  const { site, result, item } = fault;
  let insteadOf: string | null = null;
  for (let attempt = 1; ; attempt += 1) {
    const wanted = newTicketId(parts.randomByte);
    const remembered = await change(turn, parts, fault, `remember:${wanted}`, {
      verb: 'remember-ticket',
      ticketId: wanted,
      insteadOf,
    });
    if (remembered.kind === 'refused') return remembered;
    const known = ticketIn(remembered.log, result, item);
    if (!known || known.isMade) return remembered;
    const made = await make(turn, parts, fault, known.id);
    if (made === 'made') {
      return change(turn, parts, fault, `made:${site.id}:${result.id}:${item.itemId}:${known.id}`, {
        verb: 'ticket-made',
        ticketId: known.id,
      });
    }
    // The button stays, so that it can be tried again.
    if (made === 'not-sent' || attempt === mostIds) return remembered;
    insteadOf = known.id;
  }
}

type FaultCommand =
  | { readonly verb: 'remember-ticket'; readonly ticketId: string; readonly insteadOf: string | null }
  | { readonly verb: 'ticket-made'; readonly ticketId: string };

async function change(
  { person, now }: Turn,
  { maintenance }: BotParts,
  { site, result, item }: Fault,
  id: string,
  command: FaultCommand,
): Promise<MaintenanceOutcome> {
  const target = { resultId: result.id, itemId: item.itemId };
  const by = { id: person.id, name: person.name };
  return maintenance.execute(site.id, { id, by, command: { ...command, ...target } }, now);
}

function ticketIn(log: MaintenanceLog, { id }: CheckResult, { itemId }: ItemResult): ItemResult['ticket'] {
  return resultOf(log, id)?.items.find((item) => item.itemId === itemId)?.ticket ?? null;
}

/** Makes and submits the ticket under this id where that was not done yet, unless the id is another ticket's. */
async function make(
  turn: Turn,
  parts: BotParts,
  fault: Fault,
  ticketId: string,
): Promise<'made' | 'not-sent' | 'of-another'> {
  const { site, result, item } = fault;
  const submitId = `maintenance.fault:${site.id}:${result.id}:${item.itemId}`;
  const ticket = await draftOf(turn, parts, fault, ticketId, submitId);
  if (!ticket) return 'of-another';
  // Whoever pressed first is its requester, and may have got no further than the draft.
  const { id: personId, name } = ticket.requester;
  const outcome = await parts.desk.execute(
    ticketId,
    {
      id: submitId,
      actor: { kind: 'person', personId, name },
      command: { verb: 'submit', report: ticket.report, card: null },
    },
    turn.now,
  );
  const isDraft = outcome.kind === 'refused' && (outcome.ticket?.state ?? 'draft') === 'draft';
  return isDraft ? 'not-sent' : 'made';
}

/** The ticket under this id, made as a draft where it is missing; null where it is about something else. */
async function draftOf(
  turn: Turn,
  parts: BotParts,
  { site, result, item }: Fault,
  ticketId: string,
  submitId: string,
): Promise<Ticket | null> {
  const reportIn = (language: Language): Report => {
    const words = faultWords(language);
    return reportOfFault(parts.maintenance.plan(), site, result, item, language, words);
  };
  const requester = { ...turn.person, language: turn.language };
  const beginning = { id: ticketId, requester, report: reportIn(turn.language), follows: null };
  try {
    return (await parts.tickets.create(newDraft(beginning, turn.now))).document;
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
  }
  const found = (await find(parts.tickets, ticketId))?.document;
  if (!found || found.history.some(({ id }) => id === submitId)) return found ?? null;
  const { title, description, siteId } = found.report;
  const isOfFault = languages
    .map(reportIn)
    .some((own) => own.title === title && own.description === description);
  return found.state === 'draft' && siteId === site.id && isOfFault ? found : null;
}

function faultWords(language: Language): Parameters<typeof reportOfFault>[5] {
  const { outcomes, faultTitle } = texts(language).maintenance;
  return { fault: outcomes.fault, faultTitle };
}
