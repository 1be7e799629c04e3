import { InvalidArgumentError, type Command } from 'commander';
import { DirectoryBook } from '../campus/index.js';
import { whyLines } from '../cards/index.js';
import { rulesPathsFromProcess } from '../config.js';
import { languages, texts, type Language } from '../i18n/index.js';
import { readServiceRules } from '../service-rules-files.js';
import { isoOf, type Instant } from '../sla/index.js';
import { find, type DocumentStore } from '../store/index.js';
import {
  clockEvents,
  formatTicketId,
  parseTicketId,
  ticketCollection,
  whyView,
  type ClockEvent,
  type DeadlineWhy,
  type Rules,
  type Ticket,
  type WhyView,
} from '../tickets/index.js';
import { withStore } from './open-store.js';
import { CommandFailed, WrongUse, type Output } from './output.js';

interface ExplainOptions {
  readonly language: Language;
  readonly json?: true;
}

/** `campusdesk sla explain K7M-3QX`: every window, pause and rule that made the deadlines of a ticket. */
export function registerExplain(sla: Command, output: Output): void {
  sla
    .command('explain')
    .description('Shows how the deadlines of a ticket came about: every window, pause and rule')
    .argument('<ticket>', 'the id, as K7M-3QX')
    .option('--language <language>', `the language of the words: ${languages.join(' or ')}`, language, 'en')
    .option('--json', 'one JSON line for each deadline on standard output')
    .action(async (typed: string, options: ExplainOptions) => {
      const id = parseTicketId(typed);
      if (id === null) throw new WrongUse(`${typed} is no id of a ticket; write it as K7M-3QX`);
      const rules = await readServiceRules(rulesPathsFromProcess());
      const explained = await withStore((store) => explainedTicket(store, id, rules, Date.now()));
      if (options.json) for (const line of jsonLines(explained)) output.result(line);
      else for (const line of plainLines(explained, rules, options.language)) output.tell(line);
    });
}

function language(text: string): Language {
  const found = languages.find((each) => each === text);
  if (!found) throw new InvalidArgumentError(`write ${languages.join(' or ')}`);
  return found;
}

interface Explained {
  readonly ticket: Ticket;
  readonly view: WhyView;
  readonly events: readonly ClockEvent[];
}

/** @throws CommandFailed where there is no such ticket, or only a draft of it */
async function explainedTicket(
  store: DocumentStore,
  id: string,
  rules: Rules,
  now: Instant,
): Promise<Explained> {
  const ticket = (await find(await store.collection(ticketCollection), id))?.document;
  if (!ticket) throw new CommandFailed(`There is no ticket ${formatTicketId(id)}.`);
  const directory = (await DirectoryBook.open(store)).current();
  const view = whyView(ticket, { directory, rules, now });
  if (!view) {
    throw new CommandFailed(
      `${formatTicketId(id)} is a draft that was not submitted: nothing is promised yet.`,
    );
  }
  return { ticket, view, events: clockEvents(ticket, rules, now) };
}

function plainLines({ ticket, view, events }: Explained, rules: Rules, language: Language): string[] {
  const t = texts(language);
  const { report } = t.why;
  const { now, timeZone } = view;
  const moved = events.map(({ at, by, effects }) => {
    const when = t.times.stamp(at, now, timeZone);
    return report.by(when, effects.map((effect) => report.effects[effect]).join('; '), by ?? report.clock);
  });
  return [
    `${formatTicketId(view.id)} ${view.title} (${timeZone})`,
    ...view.deadlines.flatMap((deadline) => ['', ...deadlineLines(view, deadline, language)]),
    '',
    report.entries,
    ...moved.map(indented),
    '',
    report.rules(rules.version),
    ...(ticket.rulesVersion === rules.version
      ? []
      : [ticket.rulesVersion === '' ? report.neverComputed : report.olderRules(ticket.rulesVersion)]),
  ];
}

function deadlineLines(view: WhyView, deadline: DeadlineWhy, language: Language): string[] {
  const lines = whyLines(view, deadline, 'channel', language);
  const after = [lines.deadline, lines.result, ...lines.notes].filter((line) => line !== '');
  return [lines.promise, indented(lines.source), ...lines.steps.map(indented), ...after.map(indented)];
}

function indented(line: string): string {
  return `  ${line}`;
}

/** One value for each deadline, instants as ISO texts; the entries and the version of the rules come last. */
function jsonLines({ ticket, view, events }: Explained): object[] {
  const deadlines = view.deadlines.map(({ of, source, explanation, result, isByFormerRules }) => ({
    of,
    source,
    startedAt: isoOf(explanation.startedAt),
    targetServiceMinutes: explanation.target,
    usedServiceMinutes: explanation.usedServiceMinutes,
    dueAt: isoOrNull(explanation.dueAt),
    steps: explanation.steps.map((step) => ({
      ...step,
      start: isoOf(step.start),
      ...('end' in step && { end: isoOrNull(step.end) }),
    })),
    isUncertain: explanation.isUncertain,
    isByFormerRules,
    result: result && { ...result, at: isoOf(result.at), dueAt: isoOrNull(result.dueAt) },
  }));
  const entries = events.map((event) => ({ ...event, at: isoOf(event.at) }));
  return [...deadlines, { entries, rulesVersion: ticket.rulesVersion }];
}

function isoOrNull(at: Instant | null): string | null {
  return at === null ? null : isoOf(at);
}
