import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Site } from '../campus/index.js';
import { plainLine } from '../cards/index.js';
import {
  mayMaintain,
  resultOf,
  type CheckKind,
  type CheckResult,
  type MaintenanceCommand,
  type MaintenanceLog,
  type MaintenanceOutcome,
  type MaintenanceRefusal,
} from '../maintenance/index.js';
import { reachOf } from '../tickets/index.js';
import type { CardClick } from './card-click.js';
import { checkCard, correctionCard, maintenanceMessage, resultCard, todayOf } from './maintenance-cards.js';
import { makeFaultTicket } from './maintenance-fault.js';
import {
  checkData,
  correctData,
  faultData,
  leaveOutData,
  listData,
  readFindings,
  recordData,
  resultData,
} from './maintenance-forms.js';
import type { BotParts } from './parts.js';
import { entryOf } from './table-entry.js';
import type { ClickAnswer } from './ticket-click.js';
import type { Turn } from './turn.js';

type Handler = (turn: Turn, parts: BotParts, click: CardClick) => Promise<ClickAnswer>;

/** Handles a button of maintenance. Null where the button is none of these. */
export async function clickMaintenance(
  turn: Turn,
  parts: BotParts,
  click: CardClick,
): Promise<ClickAnswer | null> {
  const handle = entryOf(handlers, click.verb);
  return handle ? handle(turn, parts, click) : null;
}

const handlers: Readonly<Record<string, Handler>> = {
  'maintenance.list': reading(listData, async (turn, parts, { campusId, page }) => {
    if (!mayList(turn, parts, campusId)) return refused(turn, { code: 'not-allowed' });
    return { card: (await maintenanceMessage(turn, parts, campusId, page)).card };
  }),
  'maintenance.open': atSite(checkData, async (turn, parts, asked) => {
    const card = await checkCard(turn, parts, asked);
    return card ? { card } : refused(turn, { code: 'not-found' });
  }),
  'maintenance.leaving': atSite(checkData, async (turn, parts, asked) => {
    const card = await checkCard(turn, parts, asked, 'leave-out');
    return card ? { card } : refused(turn, { code: 'not-found' });
  }),
  'maintenance.record': atSite(recordData, async (turn, parts, asked, { data }) => {
    const kind = kindOf(parts, asked.kindId);
    if (!kind) return refused(turn, { code: 'not-found' });
    const { kindId, plannedOn, note } = asked;
    const visitId = parts.maintenance.visitIdOn(asked.site.id, todayOf(turn, parts));
    const findings = readFindings(kind.checklist, data);
    return settle(turn, parts, asked, { verb: 'record', kindId, plannedOn, visitId, findings, note });
  }),
  'maintenance.leave-out': atSite(leaveOutData, async (turn, parts, asked) => {
    const { kindId, plannedOn, reason } = asked;
    return settle(turn, parts, asked, { verb: 'leave-out', kindId, plannedOn, reason });
  }),
  'maintenance.edit': ofResult(resultData, async (turn, parts, asked) => {
    const card = await correctionCard(turn, parts, asked);
    return card ? { card } : refused(turn, { code: 'not-found' });
  }),
  'maintenance.correct': ofResult(correctData, async (turn, parts, asked, { data }) => {
    const kind = kindOf(parts, asked.result.kindId);
    if (!kind) return refused(turn, { code: 'not-found' });
    const { resultId, note } = asked;
    const findings = readFindings(kind.checklist, data);
    const outcome = await give(turn, parts, asked, { verb: 'correct', resultId, findings, note });
    return shown(turn, parts, asked, outcome, resultId);
  }),
  'maintenance.fault': ofResult(faultData, async (turn, parts, asked) => {
    const item = asked.result.items.find(({ itemId }) => itemId === asked.itemId);
    if (!item) return refused(turn, { code: 'not-found' });
    const outcome = await makeFaultTicket(turn, parts, { ...asked, item });
    return shown(turn, parts, asked, outcome, asked.resultId);
  }),
};

/** Reads what the button carries. */
function reading<T>(
  schema: z.ZodType<T, z.ZodTypeDef, unknown>,
  handle: (turn: Turn, parts: BotParts, asked: T, click: CardClick) => Promise<ClickAnswer>,
): Handler {
  return async (turn, parts, click) => {
    const read = schema.safeParse(click.data);
    return read.success ? handle(turn, parts, read.data, click) : { text: turn.t.chat.unreadable };
  };
}

/** What is asked of a site, by somebody who may. */
interface AtSite {
  readonly site: Site;
  readonly campusId: string | null;
}

function atSite<T extends { readonly siteId: string; readonly campusId: string | null }>(
  schema: z.ZodType<T, z.ZodTypeDef, unknown>,
  handle: (turn: Turn, parts: BotParts, asked: T & AtSite, click: CardClick) => Promise<ClickAnswer>,
): Handler {
  return reading(schema, async (turn, parts, asked, click) => {
    const directory = parts.directory.current();
    const site = directory.site(asked.siteId);
    if (!site) return refused(turn, { code: 'unknown-site' });
    if (!mayMaintain(turn.person.id, site, directory, turn.now)) {
      return refused(turn, { code: 'not-allowed' });
    }
    return handle(turn, parts, { ...asked, site }, click);
  });
}

interface OfResult extends AtSite {
  readonly log: MaintenanceLog;
  readonly result: CheckResult;
}

function ofResult<T extends z.infer<typeof resultData>>(
  schema: z.ZodType<T, z.ZodTypeDef, unknown>,
  handle: (turn: Turn, parts: BotParts, asked: T & OfResult, click: CardClick) => Promise<ClickAnswer>,
): Handler {
  return atSite(schema, async (turn, parts, asked, click) => {
    const log = await parts.maintenance.log(asked.site.id);
    const result = resultOf(log, asked.resultId);
    if (!log || !result) return refused(turn, { code: 'not-found' });
    return handle(turn, parts, { ...asked, log, result }, click);
  });
}

/** Records a check or leaves it out, and shows what came of it. */
async function settle(
  turn: Turn,
  parts: BotParts,
  asked: AtSite & { readonly drawn: number },
  command: Extract<MaintenanceCommand, { readonly verb: 'record' | 'leave-out' }>,
): Promise<ClickAnswer> {
  const outcome = await give(turn, parts, asked, command);
  const newest = outcome.kind === 'refused' ? undefined : outcome.log.kinds[command.kindId]?.results.at(-1);
  return shown(turn, parts, asked, outcome, newest?.id ?? '');
}

/** The same press twice is one order; another text on the same card is another. */
async function give(
  { person, now }: Turn,
  { maintenance }: BotParts,
  { site, drawn }: AtSite & { readonly drawn: number },
  command: MaintenanceCommand,
): Promise<MaintenanceOutcome> {
  const inputs = createHash('sha256').update(JSON.stringify(command)).digest('base64url').slice(0, 16);
  const id = `${command.verb}:${String(drawn)}:${person.id}:${inputs}`;
  return maintenance.execute(site.id, { id, by: { id: person.id, name: person.name }, command }, now);
}

async function shown(
  turn: Turn,
  parts: BotParts,
  { site, campusId }: AtSite,
  outcome: MaintenanceOutcome,
  resultId: string,
): Promise<ClickAnswer> {
  if (outcome.kind === 'refused') return refused(turn, outcome.refusal);
  const result = resultOf(outcome.log, resultId);
  if (!result) return refused(turn, { code: 'not-found' });
  return { card: await resultCard(turn, parts, { site, log: outcome.log, result, campusId }) };
}

function refused({ t }: Turn, refusal: MaintenanceRefusal): ClickAnswer {
  const isNamed = refusal.code === 'settled' && refusal.by !== null;
  return { text: t.maintenance.refusal(isNamed ? { ...refusal, by: plainLine(refusal.by) } : refusal) };
}

function kindOf({ maintenance }: BotParts, kindId: string): CheckKind | undefined {
  return maintenance.plan().kinds.find(({ id }) => id === kindId);
}

/** The city's list is the help desk's. */
function mayList(turn: Turn, parts: BotParts, campusId: string | null): boolean {
  const directory = parts.directory.current();
  if (campusId !== null) return mayMaintain(turn.person.id, { campusId }, directory, turn.now);
  return reachOf(turn.person.id, 'record-maintenance', directory, turn.now).city;
}
