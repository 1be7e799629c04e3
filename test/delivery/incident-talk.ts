import type { Incident, IncidentCommand } from '../../src/incidents/index.js';
import { chat, people, type City, type Instance } from './city.js';

/** People who may report something, each with a chat of their own. */
export const reporters = ['teacher', 'manager', 'otherManager'] as const;

/** Three people of one school report one fault: an outage by every count. */
export async function outage(city: City, by: Instance = city.one): Promise<void> {
  for (const [index, who] of reporters.entries()) {
    await city.one.book.remember(chat(who), city.clock.now());
    await city.submit(`T${String(index + 1)}`, {}, by, who);
    await city.delivered(by);
  }
}

/** The incident that is known; there is one at most. */
export async function theIncident(city: City): Promise<Incident | undefined> {
  return (await city.one.incidents.query({ limit: 10 })).items[0]?.document;
}

let orders = 0;

/** The dispatcher presses a button of the incident's card. */
export async function press(city: City, command: IncidentCommand, by: Instance = city.one): Promise<string> {
  const incident = await theIncident(city);
  orders += 1;
  const dispatcher = { id: people.dispatcher, name: 'dispatcher' };
  const outcome = await by.incidentDesk.execute(
    incident?.id ?? '',
    { id: `press-${String(orders)}`, by: dispatcher, command },
    city.clock.now(),
  );
  return outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind;
}

/** What the incident's messages in the help desk's channel show now. */
export function cards(city: City): string[] {
  return city.teams.read('channel-helpdesk').filter((each) => each.startsWith('incident'));
}

/** The incident's reminders, under its card. */
export function reminders(city: City): string[] {
  return city.teams.read('channel-helpdesk').filter((each) => each.startsWith('> incident'));
}

/** The messages that tell somebody that a ticket is resolved. */
export function toldResolved(city: City, ticketId: string): string[] {
  return city.teams.messages
    .map(({ shown }) => shown.at(-1) ?? '')
    .filter((each) => each.includes(`${ticketId} to requester:`) && each.includes('resolved'));
}

export const declare: IncidentCommand = { verb: 'declare', title: 'No network', status: '' };
export const resolve: IncidentCommand = { verb: 'resolve', solution: 'Router replaced' };
