import { articleCard, plainLine, schoolCard, ticketExtractCard, ticketExtractLines } from '../cards/index.js';
import type { School } from '../campus/index.js';
import type { Article } from '../knowledge/index.js';
import { findTickets, publicView, type Ticket } from '../tickets/index.js';
import { results, sentenceInList, type ExtensionAnswer, type Finding } from './extension-answer.js';
import type { BotParts } from './parts.js';
import { schoolFacts } from './extension-school.js';
import { onCard } from './self-help.js';
import { surroundingsOf } from './surroundings.js';
import type { Turn } from './turn.js';

/** Answers what was typed so far; an empty text is what the list begins with. */
type Search = (turn: Turn, parts: BotParts, typed: string) => Promise<ExtensionAnswer>;

/** More than fit on a screen are found with another word. */
const mostFindings = 15;

/** Each search command of the app package. */
export const searches: Readonly<Record<string, Search>> = {
  searchTickets: async (turn, parts, typed) => {
    const tickets = await findTickets(searching(turn, parts), {
      typed,
      readerId: turn.person.id,
      limit: mostFindings,
    });
    return found(turn, typed, turn.t.extension.noTickets, tickets.map(ticketFinding(turn, parts)));
  },
  searchDevices: async (turn, parts, typed) => {
    const { devicesForStaff, typeDevice } = turn.t.extension;
    if (!parts.directory.current().isStaff(turn.person.id)) return sentenceInList(devicesForStaff);
    if (typed === '') return sentenceInList(typeDevice);
    const search = { typed, readerId: turn.person.id, limit: mostFindings, of: 'device' } as const;
    const tickets = await findTickets(searching(turn, parts), search);
    return found(turn, typed, typeDevice, tickets.map(ticketFinding(turn, parts)));
  },
  searchSchools: async (turn, parts, typed) => {
    const schools = typed === '' ? ownSchools(turn, parts) : schoolsNamed(parts, typed);
    return Promise.resolve(
      found(turn, typed, turn.t.extension.typeSchool, schools.map(schoolFinding(turn, parts))),
    );
  },
  searchArticles: async (turn, parts, typed) => {
    const articles = articlesFor(turn, parts, typed);
    return Promise.resolve(
      found(turn, typed, turn.t.extension.typeArticle, articles.map(articleFinding(turn))),
    );
  },
};

function found(turn: Turn, typed: string, hint: string, findings: readonly Finding[]): ExtensionAnswer {
  if (findings.length > 0) return results(findings);
  return sentenceInList(typed === '' ? hint : turn.t.extension.nothing(plainLine(typed)));
}

function searching({ now }: Turn, { tickets, directory }: BotParts): Parameters<typeof findTickets>[0] {
  return { tickets, directory: directory.current(), now };
}

/** Who reads the conversation is not known, so that the card says nothing about people but who has it. */
function ticketFinding(turn: Turn, parts: BotParts): (ticket: Ticket) => Finding {
  const { language } = turn;
  const surroundings = surroundingsOf(turn, parts);
  return (ticket) => {
    const view = publicView(ticket, surroundings);
    return { ...ticketExtractLines(view, language), card: ticketExtractCard(view, language) };
  };
}

function ownSchools({ profile, person }: Turn, { directory }: BotParts): readonly School[] {
  const city = directory.current();
  const own = profile.schoolId === null ? undefined : city.school(profile.schoolId);
  const looked = city.schoolsOfContact(person.id).filter(({ id }) => id !== own?.id);
  return [...(own ? [own] : []), ...looked].slice(0, mostFindings);
}

function schoolsNamed({ directory }: BotParts, typed: string): readonly School[] {
  return directory
    .current()
    .searchSchools(typed, mostFindings)
    .map(({ school }) => school);
}

function schoolFinding(turn: Turn, parts: BotParts): (school: School) => Finding {
  return (school) => ({
    title: plainLine(school.name),
    text: plainLine(`${school.street}, ${school.id}`),
    card: schoolCard(schoolFacts(school, turn.now, parts), turn.language),
  });
}

/** What is for the staff or for media officers is found by them only. */
function articlesFor({ person, language }: Turn, parts: BotParts, typed: string): readonly Article[] {
  const city = parts.directory.current();
  const isStaff = city.isStaff(person.id);
  const isContact = city.schoolsOfContact(person.id).length > 0;
  const mayRead = ({ who }: Article): boolean =>
    who === 'teacher' || isStaff || (who === 'media-officer' && isContact);
  const library = parts.knowledge();
  if (typed !== '')
    return library.search(typed, language, mayRead, mostFindings).map(({ article }) => article);
  return library.articles
    .filter((article) => article.language === language && mayRead(article))
    .toSorted((one, other) => one.title.localeCompare(other.title, language))
    .slice(0, mostFindings);
}

function articleFinding({ language }: Turn): (article: Article) => Finding {
  return (article) => ({
    title: plainLine(article.title),
    text: plainLine(article.signs.join(' · ')),
    card: articleCard(onCard(article), language),
  });
}
