import { callStillMatters, type Call, type CallSubject, type Ticket } from '../tickets/index.js';

type Told = Call['told'][number];

/** Each stage of a warning stands for those before it. */
const ladders: readonly (readonly CallSubject[])[] = [
  ['first-response-75', 'first-response-100', 'first-response-helpdesk'],
  ['resolution-75', 'resolution-100'],
];

/** Of several of these only the last one is so. */
const onlyTheLast: ReadonlySet<CallSubject> = new Set([
  'visit',
  'requester-silent',
  'resolved',
  'reopened',
  'withdrawn',
  'closed-for-silence',
  'assigned',
  'offer-absence',
  'offer-unanswered',
  'first-response-at-risk',
  'resolution-at-risk',
  'last-visit',
  'next-update',
]);

/**
 * What a message that gathers several events, oldest first, still has to say: not what the ticket has left behind, such as a
 * warning before the solution, and not what a later event puts right. Words that somebody wrote to somebody stay.
 */
export function stillTold(ticket: Ticket, told: readonly Told[], at: string): readonly Told[] {
  const said = new Map(ticket.history.map((entry) => [entry.id, entry]));
  return told.filter((event, index) => {
    const { about, entryId } = event;
    if (told.slice(index + 1).some((later) => isOvertaken(about, later.about))) return false;
    const entry = said.get(entryId ?? '');
    if (entry && asksWithoutWords(entry) && ticket.waitingFor !== 'requester') return false;
    return callStillMatters({ about, at: entry?.at ?? at }, ticket);
  });
}

/** It says only that an answer is waited for. */
function asksWithoutWords({ command }: Ticket['history'][number]): boolean {
  return command.verb === 'hold' && command.waitingFor === 'requester' && command.note === '';
}

function isOvertaken(earlier: CallSubject, later: CallSubject): boolean {
  if (earlier === later) return onlyTheLast.has(earlier);
  return ladders.some((stages) => {
    const stage = stages.indexOf(earlier);
    return stage >= 0 && stage < stages.indexOf(later);
  });
}
