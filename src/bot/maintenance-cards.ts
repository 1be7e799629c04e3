import type { Site } from '../campus/index.js';
import {
  maintenanceCheckCard,
  maintenanceLeaveOutCard,
  maintenanceListCard,
  maintenancePageLength,
  maintenanceResultCard,
  type Card,
  type CheckView,
  type MaintenancePlace,
} from '../cards/index.js';
import type { OutgoingMessage } from '../delivery/index.js';
import {
  mayBeCorrected,
  urgencyOf,
  type CheckResult,
  type CheckUrgency,
  type MaintenanceLog,
} from '../maintenance/index.js';
import { localDateIn } from '../sla/index.js';
import type { BotParts } from './parts.js';
import type { Turn } from './turn.js';

/**
 * What is due and overdue in a campus, or in the whole city where it is null: one page of it, the last one where there are
 * not so many. Who may ask, the caller knows.
 */
export async function maintenanceMessage(
  turn: Turn,
  parts: BotParts,
  campusId: string | null,
  wanted = 1,
): Promise<OutgoingMessage & { readonly card: Card }> {
  const directory = parts.directory.current();
  const campus = campusId === null ? undefined : directory.campus(campusId);
  const sites = directory.schools
    .flatMap(({ id }) => directory.sitesOf(id))
    .filter((site) => campusId === null || site.campusId === campusId);
  const due = await parts.maintenance.due(sites, todayOf(turn, parts));
  const count = (urgency: CheckUrgency): number =>
    due.filter((check) => urgencyOf(check, todayOf(turn, parts)) === urgency).length;
  const counts = { overdue: count('overdue'), now: count('now'), ahead: count('ahead') };
  const pages = Math.max(1, Math.ceil(due.length / maintenancePageLength));
  const page = Math.min(wanted, pages);
  const shown = due.slice((page - 1) * maintenancePageLength, page * maintenancePageLength);
  const rows = shown.flatMap((check) => {
    const site = directory.site(check.siteId);
    return site ? [{ check, place: placeOf(parts, site) }] : [];
  });
  const view = { campus: campus ?? null, counts, rows, page, pages };
  const { maintenance: w } = turn.t;
  return {
    summary: w.summary(campus?.name ?? null, w.counts(counts)),
    card: maintenanceListCard({ ...view, ...momentOf(turn, parts) }, turn.language),
  };
}

/** A check of a site as its form, or as the question why it is left out; null where the plan has none such there. */
export async function checkCard(
  turn: Turn,
  parts: BotParts,
  asked: { readonly site: Site; readonly kindId: string; readonly campusId: string | null },
  as: 'form' | 'leave-out' = 'form',
): Promise<Card | null> {
  const view = await viewOf(turn, parts, asked);
  if (!view) return null;
  return as === 'form'
    ? maintenanceCheckCard({ ...view, corrects: null }, turn.language)
    : maintenanceLeaveOutCard(view, turn.language);
}

/** A result as a form to correct it; null where the plan has no such check there any more. */
export async function correctionCard(
  turn: Turn,
  parts: BotParts,
  asked: { readonly site: Site; readonly result: CheckResult; readonly campusId: string | null },
): Promise<Card | null> {
  const view = await viewOf(turn, parts, { ...asked, kindId: asked.result.kindId });
  return view && maintenanceCheckCard({ ...view, corrects: asked.result }, turn.language);
}

/** What came of a check. */
export async function resultCard(
  turn: Turn,
  parts: BotParts,
  asked: {
    readonly site: Site;
    readonly log: MaintenanceLog;
    readonly result: CheckResult;
    readonly campusId: string | null;
  },
): Promise<Card> {
  const { site, log, result, campusId } = asked;
  const next = await parts.maintenance.checks([site], todayOf(turn, parts));
  const isNewest = log.kinds[result.kindId]?.results.at(-1)?.id === result.id;
  return maintenanceResultCard(
    {
      place: placeOf(parts, site),
      result,
      kind: parts.maintenance.plan().kinds.find(({ id }) => id === result.kindId) ?? null,
      mayCorrect: mayBeCorrected(result, turn.now),
      nextOn: isNewest ? (next.find(({ kindId }) => kindId === result.kindId)?.dueOn ?? null) : null,
      revision: log.revision,
      campusId,
      ...momentOf(turn, parts),
    },
    turn.language,
  );
}

async function viewOf(
  turn: Turn,
  parts: BotParts,
  {
    site,
    kindId,
    campusId,
  }: { readonly site: Site; readonly kindId: string; readonly campusId: string | null },
): Promise<Omit<CheckView, 'corrects'> | null> {
  const desk = parts.maintenance;
  const checks = await desk.checks([site], todayOf(turn, parts));
  const check = checks.find((each) => each.kindId === kindId);
  const kind = desk.plan().kinds.find(({ id }) => id === kindId);
  if (!check || !kind) return null;
  const revision = (await desk.log(site.id))?.revision ?? 0;
  return { place: placeOf(parts, site), check, kind, revision, campusId, ...momentOf(turn, parts) };
}

function placeOf({ directory }: BotParts, site: Site): MaintenancePlace {
  const city = directory.current();
  const hasOthers = city.sitesOf(site.schoolId).length > 1;
  return {
    siteId: site.id,
    school: city.school(site.schoolId)?.name ?? site.schoolId,
    site: hasOthers ? site.name : null,
  };
}

function momentOf({ now }: Turn, { rules }: BotParts) {
  return { now, timeZone: rules.calendar.timeZone };
}

/** The day on which the turn takes place (YYYY-MM-DD). */
export function todayOf({ now }: Turn, { rules }: BotParts): string {
  return localDateIn(rules.calendar.timeZone)(now);
}
