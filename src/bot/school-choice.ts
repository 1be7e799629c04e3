import type { ProfileChoices, School } from '../campus/index.js';
import { plainLine, schoolPickerCard } from '../cards/index.js';
import { find } from '../store/index.js';
import type { Ticket } from '../tickets/index.js';
import { reviseDraft, showDraft } from './drafts.js';
import { ownOpen } from './own-tickets.js';
import type { BotParts } from './parts.js';
import { inLanguage, typedCommandId, words, type Turn } from './turn.js';

/** From here on a typed name counts as that school without asking again. */
const certain = 0.72;
/** So much better than the next school must it be. */
const lead = 0.05;
/** So many are offered where it is not clear which is meant. */
const mostOffered = 8;
/** A name of a school is short; anything longer is a report. */
const longestName = 60;

/** The one school that was clearly meant, or those of which one may be meant, best first; or none. */
export type NamedSchool =
  | { readonly kind: 'one'; readonly school: School }
  | { readonly kind: 'several'; readonly schools: readonly School[] }
  | { readonly kind: 'none' };

/** Which school a typed text names, by how like a name, number or street it is; a long text names none. */
export function schoolNamed(typed: string, parts: BotParts): NamedSchool {
  if (typed.length > longestName) return { kind: 'none' };
  const hits = parts.directory.current().searchSchools(typed, mostOffered);
  const [best, next] = hits;
  if (!best || best.score < certain) return { kind: 'none' };
  if (!next || best.score === 1 || best.score - next.score >= lead)
    return { kind: 'one', school: best.school };
  const likely = hits.filter(({ score }) => score >= certain);
  return { kind: 'several', schools: likely.map(({ school }) => school) };
}

/** Asks which school, of these, and takes any other that the person looks for. */
export async function askSchool(turn: Turn, schools: readonly School[]): Promise<void> {
  await turn.reply({
    summary: turn.t.chat.pickSchoolSummary,
    card: schoolPickerCard(schools, turn.language),
  });
}

/** The person's school from now on; the site too where it has only one. */
export async function rememberSchool(
  turn: Turn,
  parts: BotParts,
  schoolId: string,
  siteId: string | null,
  more: ProfileChoices = {},
): Promise<void> {
  const site = parts.directory.current().siteMeant(schoolId, siteId);
  await parts.profiles.choose(turn.person.id, {
    schoolId,
    siteId: site?.id ?? null,
    draftWithoutSchool: null,
    ...more,
  });
}

/**
 * Where the last draft still lacks a school and the message names one, the draft goes on with it.
 * False where the message is something else.
 */
export async function continueWithSchool(turn: Turn, parts: BotParts, text: string): Promise<boolean> {
  if (turn.profile.draftWithoutSchool === null) return false;
  const named = schoolNamed(text, parts);
  if (named.kind === 'none') return false;
  if (named.kind === 'several') {
    await askSchool(turn, named.schools);
    return true;
  }
  const { school } = named;
  if (!(await takeSchool(turn, parts, school, null)))
    await turn.reply(words(turn.t.chat.schoolSet(plainLine(school.name))));
  return true;
}

/**
 * The school from now on, and of each draft that waits for one: these are shown again with it, the newest last. Returns
 * whether there was such a draft.
 */
export async function takeSchool(
  turn: Turn,
  parts: BotParts,
  school: School,
  siteId: string | null,
): Promise<boolean> {
  const waiting = await draftsWithoutSchool(turn, parts);
  await rememberSchool(turn, parts, school.id, siteId);
  let isTold = false;
  for (const each of waiting) {
    const draft = await addSchool(turn, parts, each, school, siteId);
    if (!draft) continue;
    const speaking = inLanguage(turn, draft.requester.language);
    const summary = speaking.t.chat.schoolAdded(plainLine(school.name));
    await showDraft(speaking, parts, draft, summary);
    isTold = true;
  }
  return isTold;
}

/** The draft that was shown last without a school, however old, and the young ones beside it; oldest first. */
async function draftsWithoutSchool(turn: Turn, parts: BotParts): Promise<readonly string[]> {
  const waiting = turn.profile.draftWithoutSchool;
  if (!waiting) return [];
  const { drafts } = await ownOpen(turn, parts);
  const ids = drafts.filter(({ report }) => report.schoolId === null).map(({ id }) => id);
  return [...new Set([waiting.ticketId, ...ids])].toReversed();
}

async function addSchool(
  turn: Turn,
  parts: BotParts,
  draftId: string,
  school: School,
  chosenSite: string | null,
): Promise<Ticket | null> {
  const draft = (await find(parts.tickets, draftId))?.document;
  if (!draft) return null;
  const siteId = parts.directory.current().siteMeant(school.id, chosenSite)?.id ?? null;
  return reviseDraft(turn, parts, draft, typedCommandId(turn, 'revise'), { schoolId: school.id, siteId });
}
