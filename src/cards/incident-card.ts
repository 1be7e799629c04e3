import { texts, type Language, type Texts } from '../i18n/index.js';
import { titleLimit, type Incident } from '../incidents/index.js';
import { instantOf, type Instant } from '../sla/index.js';
import { formatTicketId, textLimit, type TicketFacts } from '../tickets/index.js';
import { excerpt, plain, plainLine } from './escape.js';
import { common, type Choice, type CommonData } from './pieces.js';
import { cardTemplate, type Card } from './template.js';
import { roomWords, stateWord } from './ticket-lines.js';

/** What the help desk sees of an incident: the document, and its tickets as they are now, each list oldest first. */
export interface IncidentView {
  readonly incident: Incident;
  /** The school's name; null where it is in several. */
  readonly school: string | null;
  readonly members: readonly TicketFacts[];
  /** Those that look like it. */
  readonly candidates: readonly TicketFacts[];
  /** Service minutes from its start until it was resolved; null before. */
  readonly lastedServiceMinutes: number | null;
  readonly now: Instant;
  readonly timeZone: string;
}

interface IncidentData extends CommonData {
  readonly incidentId: string;
  readonly drawn: number;
  readonly title: string;
  readonly place: string;
  readonly lines: readonly { readonly text: string }[];
  readonly sections: readonly {
    readonly heading: string;
    readonly rows: readonly { readonly title: string; readonly where: string }[];
    readonly more: string;
  }[];
  readonly w: Texts['incidents'];
  readonly suggestedTitle: string;
  readonly status: string;
  readonly titleLimit: number;
  readonly textLimit: number;
  readonly memberChoices: readonly Choice[];
  readonly can: { readonly declare: boolean; readonly work: boolean; readonly add: boolean };
  readonly canDetach: boolean;
}

/** More lines than this nobody reads. */
const mostLines = 10;
const titleLength = 80;
/** More than this no list of choices shows well. */
const mostChoices = 50;

const template = cardTemplate<IncidentData>('incident');

const looks = {
  suspected: { icon: 'urgent', tone: 'warning' },
  open: { icon: 'urgent', tone: 'attention' },
  resolved: { icon: 'resolved', tone: 'good' },
  dismissed: { icon: 'closed', tone: 'emphasis' },
} as const;

/**
 * The help desk's card of what looks like an outage, and later of the incident: what, where, how it stands, its tickets,
 * and what can be done. Verbs `incident.…`.
 */
export function incidentCard(view: IncidentView, language: Language): Card {
  const t = texts(language);
  const w = t.incidents;
  const { incident, members, candidates } = view;
  const { icon, tone } = looks[incident.state];
  const isOpen = incident.state === 'open';
  const candidatesHeading = incident.state === 'suspected' ? w.members : w.candidates;
  return template({
    ...common(language, icon, w.states[incident.state], tone),
    incidentId: incident.id,
    drawn: incident.revision,
    title: plainLine(incidentTitle(view, language)),
    place: placeLine(view, t),
    lines: statusLines(view, t).map((text) => ({ text })),
    sections: [...section(w.members, members, view, t), ...section(candidatesHeading, candidates, view, t)],
    w,
    suggestedTitle: excerpt(w.fault(incident.fault), titleLimit),
    status: incident.status,
    titleLimit,
    textLimit,
    memberChoices: members.slice(0, mostChoices).map(({ id, title }) => ({
      title: plainLine(`${formatTicketId(id)} ${excerpt(title, titleLength)}`),
      value: id,
    })),
    can: {
      declare: incident.state === 'suspected',
      work: isOpen,
      add: isOpen && candidates.length > 0,
    },
    canDetach: isOpen && members.length > 0,
  });
}

/** What is disturbed, as somebody wrote it, else by the fault. Not made safe for a card yet. */
export function incidentTitle({ incident }: Pick<IncidentView, 'incident'>, language: Language): string {
  return incident.title === '' ? texts(language).incidents.fault(incident.fault) : incident.title;
}

/** What a notification says of it: state, what, where and how many. */
export function incidentSummary(view: IncidentView, language: Language): string {
  const t = texts(language);
  const { incident } = view;
  const count = view.members.length + view.candidates.length;
  const words = [incidentTitle(view, language), placeWords(view, t), t.incidents.tickets(count)];
  return `${t.incidents.states[incident.state]}: ${words.join(', ')}`;
}

function placeWords({ school, members, candidates }: IncidentView, t: Texts): string {
  if (school !== null) return school;
  const schools = new Set([...members, ...candidates].flatMap((each) => each.school ?? []));
  return t.incidents.severalSchools(schools.size);
}

function placeLine(view: IncidentView, t: Texts): string {
  const { incident, members, candidates, now, timeZone } = view;
  const all = incident.state === 'suspected' ? candidates.length : members.length;
  const since = t.times.since(instantOf(incident.startedAt), now, timeZone);
  return t.cards.lines.list([
    plainLine(placeWords(view, t)),
    ...(all > 0 ? [t.incidents.tickets(all)] : []),
    since,
  ]);
}

function statusLines(view: IncidentView, t: Texts): readonly string[] {
  const { incident, lastedServiceMinutes, now, timeZone } = view;
  const w = t.incidents;
  if (incident.state === 'dismissed') return [w.dismissedHint];
  if (incident.state === 'resolved') {
    return [
      w.solvedBy(plain(incident.solution)),
      ...(lastedServiceMinutes === null ? [] : [w.lasted(t.times.duration(lastedServiceMinutes))]),
    ];
  }
  if (incident.state === 'suspected') return [];
  const status = incident.status === '' ? w.noStatus : w.statusIs(plain(incident.status));
  if (incident.resolutionDueAt === null) return [status];
  const dueAt = instantOf(incident.resolutionDueAt);
  const due =
    dueAt <= now
      ? w.overdue(t.times.since(dueAt, now, timeZone))
      : w.promised(t.times.until(dueAt, now, timeZone));
  return [status, due];
}

function section(
  heading: string,
  views: readonly TicketFacts[],
  { school }: IncidentView,
  t: Texts,
): IncidentData['sections'] {
  if (views.length === 0) return [];
  const hidden = views.length - mostLines;
  return [
    {
      heading,
      rows: views.slice(0, mostLines).map((view) => row(view, school === null, t)),
      more: hidden > 0 ? t.incidents.more(hidden) : '',
    },
  ];
}

/** The school is named only where it is not the same for all. */
function row(
  view: TicketFacts,
  namesSchool: boolean,
  t: Texts,
): { readonly title: string; readonly where: string } {
  const where = [
    formatTicketId(view.id),
    view.room === null ? '' : roomWords(view.room, t),
    view.school === null || !namesSchool ? '' : plainLine(view.school),
    view.submittedAt === null ? '' : t.times.since(view.submittedAt, view.now, view.timeZone),
    stateWord(view, t),
  ];
  return {
    title: plainLine(excerpt(view.title, titleLength)),
    where: t.cards.lines.list(where.filter((part) => part !== '')),
  };
}
