import type { School, Site } from '../campus/index.js';
import { texts, type Language, type Texts } from '../i18n/index.js';
import type { Instant } from '../sla/index.js';
import type { TicketFacts } from '../tickets/index.js';
import { plainLine } from './escape.js';
import { common, type CommonData } from './pieces.js';
import { cardTemplate, type Card } from './template.js';
import { ticketData, type TicketCardData } from './ticket-lines.js';

const extract = cardTemplate<TicketCardData>('ticket-extract');

/** A ticket for any conversation: what is broken, where, how far it is and who has it. No buttons: whoever reads it may be anybody. */
export function ticketExtractCard(view: TicketFacts, language: Language): Card {
  return extract(ticketData(view, language));
}

/** The same in two lines, for a list of results. */
export function ticketExtractLines(
  view: TicketFacts,
  language: Language,
): { readonly title: string; readonly text: string } {
  const { icon, word, id, title, where } = ticketData(view, language);
  const { lines } = texts(language).cards;
  return { title: `${id} ${title}`, text: lines.list([`${icon} ${word}`, ...(where === '' ? [] : [where])]) };
}

/** Who looks after a school, as somebody is told who asks for it. */
export interface SchoolFacts {
  readonly school: School;
  readonly sites: readonly SiteFacts[];
  readonly now: Instant;
  readonly timeZone: string;
}

export interface SiteFacts {
  readonly site: Site;
  /** Null where no campus is known. */
  readonly campus: string | null;
  /** Who is in force today; null where nobody is. */
  readonly person: string | null;
  /** Whom that person stands in for, and until when (YYYY-MM-DD). */
  readonly standsInFor: { readonly manager: string; readonly until: Instant | null } | null;
  /** Null where none is planned or known. */
  readonly nextVisit: { readonly from: Instant; readonly to: Instant } | null;
}

interface Fact {
  readonly title: string;
  readonly value: string;
}

interface SchoolData extends CommonData {
  readonly name: string;
  readonly facts: readonly Fact[];
  readonly sites: readonly { readonly heading: string; readonly facts: readonly Fact[] }[];
}

const schoolTemplate = cardTemplate<SchoolData>('school');

/** A school: where it is, and for each site who looks after it today and when somebody comes. */
export function schoolCard(facts: SchoolFacts, language: Language): Card {
  const t = texts(language);
  const words = t.extension.school;
  const { school, sites } = facts;
  return schoolTemplate({
    ...common(language, 'school', words.word, 'accent'),
    name: plainLine(school.name),
    facts: factsOf([
      [words.number, school.id],
      [words.type, school.type],
      [words.address, `${school.street}, ${school.postcode} ${school.town}`],
    ]),
    sites: sites.map((each) => ({
      heading: sites.length > 1 ? words.site(plainLine(each.site.name)) : '',
      facts: factsOf([
        ...(sites.length > 1 ? [[words.address, each.site.street] as const] : []),
        [words.responsible, responsibleWords(each, facts, t)],
        [words.nextVisit, visitWords(each, facts, t)],
      ]),
    })),
  });
}

function factsOf(rows: readonly (readonly [string, string])[]): readonly Fact[] {
  return rows.flatMap(([title, value]) => (value === '' ? [] : [{ title, value: plainLine(value) }]));
}

function responsibleWords(
  { campus, person, standsInFor }: SiteFacts,
  { now, timeZone }: SchoolFacts,
  t: Texts,
): string {
  const words = t.extension.school;
  if (campus === null) return words.noCampus;
  if (standsInFor === null) return words.has(person, campus);
  const until = standsInFor.until === null ? null : t.times.date(standsInFor.until, now, timeZone);
  return words.has(person, t.vocabulary.deputyFor(campus, standsInFor.manager, until));
}

function visitWords({ nextVisit }: SiteFacts, { now, timeZone }: SchoolFacts, t: Texts): string {
  if (nextVisit === null) return '';
  const clock = (at: Instant): string => t.times.clock(at, now, timeZone);
  const day = t.times.date(nextVisit.from, now, timeZone);
  return t.extension.school.visitTime(day, clock(nextVisit.from), clock(nextVisit.to));
}
