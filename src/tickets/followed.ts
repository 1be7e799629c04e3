import type { FollowedTicket, Ticket } from './ticket.js';
import { isOpen } from './vocabulary.js';

/**
 * What a duplicate hears of the ticket that goes on for it: how far that is, without its people's names. One that has
 * become a duplicate itself passes on what it heard of the next.
 */
export function followedOf(ticket: Ticket): FollowedTicket {
  const { id, revision, followed } = ticket;
  if (followed) return { ...followed, id, revision };
  const { state, closedAs, waitingFor, waitingUntil } = ticket;
  return { id, revision, state, closedAs, waitingFor, waitingUntil, solution: solutionOf(ticket) };
}

/** Whether duplicates have something to hear. */
export function tellsNews(before: Ticket, after: Ticket): boolean {
  const one = { ...followedOf(before), revision: 0 };
  const other = { ...followedOf(after), revision: 0 };
  return JSON.stringify(one) !== JSON.stringify(other);
}

/** Whether it came to an end that solved nothing: its duplicates are none of it any more. */
export function endedUnsolved({ state, closedAs }: FollowedTicket): boolean {
  return state === 'closed' && closedAs !== 'solved';
}

/** Whether it is solved, as long as nobody contradicts. */
export function isSolved({ state, closedAs }: Pick<FollowedTicket, 'state' | 'closedAs'>): boolean {
  return state === 'resolved' || closedAs === 'solved';
}

/** Whether somebody still works on it. */
export function goesOn({ state }: FollowedTicket): boolean {
  return isOpen(state);
}

function solutionOf(ticket: Ticket): string | null {
  const isOver = ticket.state === 'resolved' || ticket.closedAs === 'solved';
  const solved = ticket.history.findLast(({ command }) => command.verb === 'resolve')?.command;
  if (!isOver || solved?.verb !== 'resolve') return null;
  const names = [ticket.requester.name, ...ticket.absorbed.map(({ requesterName }) => requesterName)];
  return withoutNames(solved.solution, names);
}

/** A first name alone is as telling as all of it; shorter words than this are hardly names. */
const shortestName = 3;

/** The text with these people's names left out, each written as it is in the name, or in the genitive. */
function withoutNames(text: string, names: readonly string[]): string {
  const words = names.flatMap((name) => [name, ...partsOf(name)]);
  const longestFirst = [...new Set(words)]
    .filter((word) => word.trim().length >= shortestName)
    .toSorted((one, other) => other.length - one.length);
  return longestFirst.reduce((rest, word) => {
    const literal = word.replaceAll(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);
    return rest.replaceAll(
      new RegExp(String.raw`(?<![\p{L}\p{N}])${literal}(?:['’]?s)?(?![\p{L}\p{N}])`, 'gu'),
      '…',
    );
  }, text);
}

/** `von der` stands in a name with capitals, and in every other sentence: only the words with capitals tell who it is. */
function partsOf(name: string): readonly string[] {
  const words = name.split(/[\s,]+/u).flatMap((word) => [word, ...word.split('-')]);
  const telling = words.filter((word) => word !== word.toLowerCase());
  return telling.length > 0 ? telling : words;
}
