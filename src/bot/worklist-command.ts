import { campusOfTarget, type ChannelTarget } from '../delivery/index.js';
import { languages, texts } from '../i18n/index.js';
import { addDays, isDate, startOfDay } from '../sla/index.js';
import { reachOf } from '../tickets/index.js';
import type { Worklist } from '../worklists/index.js';
import { todayOf } from './maintenance-cards.js';
import type { BotParts } from './parts.js';
import { words, type Turn } from './turn.js';
import { worklistMessage } from './worklist-message.js';

/** So far ahead the next day of visits is looked for where nobody names one. */
const daysAhead = 14;

/**
 * Shows worklists: in a campus' channel that campus', in a chat those of all campuses for which the person acts, now or on the
 * day that is asked for. Notes and photos stand on them: they are shown in nobody else's channel.
 * @param typed what followed the command: `morgen`, `26.11.`, also with the name of a campus; empty for the next day of visits
 * @param channel whose channel it is; null in a chat
 * @returns false where these words can be no day, so that they mean something else
 */
export async function showWorklists(
  turn: Turn,
  parts: BotParts,
  typed: string,
  channel: ChannelTarget | null,
): Promise<boolean> {
  const { campusId, said } = campusNamed(typed, parts);
  const date = said === '' ? null : dateMeant(said, todayOf(turn, parts));
  if (said !== '' && date === null) return false;
  const asked = campusesOf(parts, channel)
    .filter((id) => campusId === null || id === campusId)
    .map((id) => ({ campusId: id, date: date ?? nextDayOf(turn, parts, id) }));
  const mine = asked.filter((of) =>
    parts.worklistDesk.mayHandle(turn.person.id, { ...of, date: of.date ?? todayOf(turn, parts) }, turn.now),
  );
  if (mine.length === 0) {
    await turn.reply(words(noneWords(turn, channel)));
    return true;
  }
  // Thirteen lists at once nobody reads, and each would go away from where it stands.
  const { city, campusIds } = reachOf(turn.person.id, 'worklist', parts.directory.current(), turn.now);
  const meant = mine.filter(
    (of) => !city || campusId !== null || channel !== null || campusIds.includes(of.campusId),
  );
  if (meant.length === 0) {
    await turn.reply(
      words(turn.t.visits.worklist.whichCampus(parts.directory.current().campuses[0]?.name ?? '')),
    );
    return true;
  }
  const shown: boolean[] = [];
  for (const of of meant) shown.push(await show(turn, parts, of.campusId, of.date));
  if (!shown.includes(true)) await turn.reply(words(nothingWords(turn, parts, date)));
  return true;
}

/** Why this person is shown no list here. */
function noneWords({ t }: Turn, channel: ChannelTarget | null): string {
  const { worklist: w } = t.visits;
  return channel === null || campusOfTarget(channel) !== null ? w.notYours : w.noCampusHere;
}

/** A campus by its name before or behind the day, and what else was said. */
function campusNamed(
  typed: string,
  { directory }: BotParts,
): { readonly campusId: string | null; readonly said: string } {
  const said = typed.trim().toLowerCase();
  const named = directory.current().campuses.flatMap(({ id, name }) => {
    const known = name.toLowerCase();
    if (said === known) return [{ campusId: id, said: '' }];
    if (said.startsWith(`${known} `)) return [{ campusId: id, said: said.slice(known.length).trim() }];
    return said.endsWith(` ${known}`) ? [{ campusId: id, said: said.slice(0, -known.length).trim() }] : [];
  });
  return named[0] ?? { campusId: null, said: typed };
}

/** Of a day, or of the next one with visits. False where there are none. */
async function show(turn: Turn, parts: BotParts, campusId: string, date: string | null): Promise<boolean> {
  const worklist = date === null ? null : await parts.worklistDesk.open(campusId, date, turn.now);
  if (!worklist) return false;
  const current = await parts.worklistDesk.followRota(worklist, turn.now);
  const { seen, ...message } = await worklistMessage(turn, parts, current);
  const activityId = await turn.reply(message);
  if (activityId !== '') await keepPlace(turn, parts, current, { activityId, seen });
  return true;
}

/** From now on the list stands where it was asked for; where it stood before it says so. */
async function keepPlace(
  { incoming: { conversation }, now }: Turn,
  { worklistDesk }: BotParts,
  { id, revision }: Worklist,
  { activityId, seen }: { readonly activityId: string; readonly seen: string },
): Promise<void> {
  const { serviceUrl, conversationId } = conversation;
  const place = { conversation: { serviceUrl, conversationId }, activityId, shownRevision: revision };
  await worklistDesk.placed(id, place, seen, now);
}

/** Those whose lists may be meant here: in a chat any, in a channel its own. */
function campusesOf({ directory }: BotParts, channel: ChannelTarget | null): readonly string[] {
  if (channel === null) return directory.current().campuses.map(({ id }) => id);
  const here = campusOfTarget(channel);
  return here === null ? [] : [here];
}

/** Today as long as a visit is still to come or going on. */
function nextDayOf(turn: Turn, parts: BotParts, campusId: string): string | null {
  const rota = parts.rota.current();
  const today = todayOf(turn, parts);
  for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
    const date = addDays(today, ahead);
    const visits = rota.visitsOn(rota.siteIdsOf(campusId), date);
    if (visits.some(({ to }) => to > turn.now)) return date;
  }
  return null;
}

function nothingWords(turn: Turn, { rules }: BotParts, date: string | null): string {
  const { t, now } = turn;
  const { timeZone } = rules.calendar;
  const { worklist: w } = t.visits;
  return date === null ? w.noVisits : w.notFound(t.times.date(startOfDay(date, timeZone), now, timeZone));
}

/** A day as people write it, in any language: `heute`, `tomorrow`, `26.11.`, `26.11.2026`, `2026-11-26`. Without a year the next such day. */
function dateMeant(typed: string, today: string): string | null {
  const said = typed.trim().toLowerCase();
  const isSaid = (day: 'today' | 'tomorrow'): boolean =>
    languages.some((language) => texts(language).visits.worklist.days[day].includes(said));
  if (isSaid('today')) return today;
  if (isSaid('tomorrow')) return addDays(today, 1);
  if (isDate(said)) return said;
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[.]\s?(\d{1,2})[.]?\s?(\d{4})?$/.exec(said) ?? [];
  const inYear = (number: string): string => `${number}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const thisYear = inYear(year === '' ? today.slice(0, 4) : year);
  if (!isDate(thisYear)) return null;
  return year === '' && thisYear < today ? inYear(String(Number(today.slice(0, 4)) + 1)) : thisYear;
}
