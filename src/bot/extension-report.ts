import type { School, Site } from '../campus/index.js';
import { excerpt, plainLine, type ReportDialog } from '../cards/index.js';
import { titleOf, type Understanding } from '../intake/index.js';
import { formatTicketId, type Category, type Report, type Ticket } from '../tickets/index.js';
import { sentenceInDialog, type ExtensionAnswer } from './extension-answer.js';
import { categoryOf, mayWriteForOthers, showDialog } from './extension-dialog.js';
import { readInputs, type DialogInputs } from './extension-inputs.js';
import { openTicket, type Opening } from './extension-opening.js';
import type { BotParts } from './parts.js';
import { schoolNamed } from './school-choice.js';
import type { Turn } from './turn.js';
import { isVisible } from './visible.js';

/**
 * A dialog was sent: makes the ticket, or shows the dialog again with what is missing. Who may report for whom is decided here
 * and not by what the dialog says.
 * @throws StoreError
 */
export async function submitReport(turn: Turn, parts: BotParts, data: unknown): Promise<ExtensionAnswer> {
  const inputs = readInputs(data);
  if (!inputs) return sentenceInDialog(turn.t.chat.unreadable);
  const forOthers = mayWriteForOthers(turn, parts);
  if (inputs.kind === 'call' && !forOthers) return sentenceInDialog(turn.t.extension.staffOnly);
  const said = forOthers ? inputs : { ...inputs, requester: null };
  const checked = check(turn, parts, said);
  if ('dialog' in checked) return showDialog(turn, checked.dialog);
  const outcome = await openTicket(turn, parts, checked.opening);
  if (outcome.kind === 'accepted' || outcome.kind === 'replayed')
    return sentenceInDialog(madeWords(turn, outcome.ticket));
  const problem =
    outcome.kind === 'refused' ? turn.t.refusals.sentence(outcome.refusal) : turn.t.extension.notMade;
  return showDialog(turn, again(said, { problem }));
}

type Checked = { readonly dialog: ReportDialog } | { readonly opening: Opening };

/** The first thing that is missing is asked for, with everything as it was typed. */
function check(turn: Turn, parts: BotParts, said: DialogInputs): Checked {
  const { errors } = turn.t.extension;
  if (said.kind === 'call' && !isVisible(said.callerName))
    return { dialog: again(said, { problem: errors.callerName }) };
  if (said.kind === 'call' && said.phone.replace(/\D/gu, '').length < 3)
    return { dialog: again(said, { problem: errors.phone }) };
  if (!isVisible(said.description)) return { dialog: again(said, { problem: errors.problem }) };
  const school = schoolMeant(parts, said);
  if (!('id' in school)) return { dialog: again(said, schoolProblem(turn, said, school.several)) };
  const sites = parts.directory.current().sitesOf(school.id);
  const site = parts.directory.current().siteMeant(school.id, said.site);
  const known = { ...said, school: school.name, schoolId: school.id };
  if (!site && sites.length > 1)
    return { dialog: again(known, { sites, problem: turn.t.cards.errors.site }) };
  const understood = parts.understand(said.description);
  const category = said.category ?? categoryOf(understood);
  if (category === null)
    return {
      dialog: again(known, { ...shownSites(sites), siteId: site?.id ?? null, problem: errors.whichCategory }),
    };
  return { opening: openingOf(said, reportOf(said, { school, site, category, understood }), understood) };
}

/** The dialog as it was filled in, with this beside. */
function again(said: DialogInputs, more: Partial<ReportDialog>): ReportDialog {
  const { kind, nonce, requester, schoolId, school } = said;
  return {
    ...said,
    forName: requester?.name ?? null,
    schools: [],
    sites: [],
    siteId: said.site,
    problem: '',
    data: { kind, nonce, requester, schoolId, asked: school },
    ...more,
  };
}

function shownSites(sites: readonly Site[]): Pick<ReportDialog, 'sites'> {
  return { sites: sites.length > 1 ? sites : [] };
}

/** The school that was chosen, that stood in the dialog, or that was typed; or those of which one is meant. */
function schoolMeant(
  parts: BotParts,
  { school: typed, schoolChoice, schoolId, asked }: DialogInputs,
): School | { readonly several: readonly School[] } {
  const city = parts.directory.current();
  const chosen = schoolChoice === null || typed !== asked ? undefined : city.school(schoolChoice);
  const shown = schoolId === null ? undefined : city.school(schoolId);
  if (chosen) return chosen;
  if (shown?.name === typed) return shown;
  const named = schoolNamed(typed, parts);
  if (named.kind === 'one') return named.school;
  return { several: named.kind === 'several' ? named.schools : [] };
}

function schoolProblem(
  turn: Turn,
  { school }: DialogInputs,
  schools: readonly School[],
): Pick<ReportDialog, 'schools' | 'problem'> {
  const { errors } = turn.t.extension;
  if (schools.length > 0) return { schools, problem: errors.whichSchool };
  const isTyped = isVisible(school);
  return {
    schools,
    problem: isTyped ? errors.schoolUnknown(plainLine(excerpt(school, 60))) : errors.school,
  };
}

function reportOf(
  said: DialogInputs,
  known: {
    readonly school: School;
    readonly site: Site | undefined;
    readonly category: Category;
    readonly understood: Understanding;
  },
): Report {
  const { school, site, category, understood } = known;
  return {
    category,
    alternatives: [],
    title: titleOf(said.description, understood.language, category),
    description: said.description,
    // In the dialog of a message stands what was understood of it: whoever has deleted that meant to.
    room: said.room || (said.kind === 'call' ? understood.room : null),
    deviceTag: understood.deviceTag,
    scope: said.scope ?? understood.scope,
    blocked: said.blocked,
    schoolId: school.id,
    siteId: site?.id ?? null,
    bestTime: null,
    phone: said.phone || null,
  };
}

function openingOf(said: DialogInputs, report: Report, { language }: Understanding): Opening {
  const { kind, nonce, requester, callerName } = said;
  return { nonce, report, language, requester: kind === 'call' ? { callerName } : requester };
}

function madeWords({ t }: Turn, { id, requester, openedBy }: Ticket): string {
  const shown = formatTicketId(id);
  if (openedBy === null) return t.extension.made(shown);
  const { madeByPhone, madeFor } = t.extension;
  return (requester.reach === 'phone' ? madeByPhone : madeFor)(shown, requester.name);
}
