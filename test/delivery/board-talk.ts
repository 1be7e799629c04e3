import { SendError } from '../../src/delivery/index.js';
import type { City } from './city.js';

/** Normal reports: first response within 240 service minutes, so that 75 % are over after three hours. */
export const warnAfter = 3 * 3_600_000;

type Channel = 'north' | 'south' | 'helpdesk';

/** Lets time pass without work, and then the clock tell what is due. */
export async function passes(city: City, milliseconds: number): Promise<void> {
  city.clock.skip(milliseconds);
  await city.tells();
}

/** Lets time pass until an instant (ISO), and then two looks at what is due. */
export async function at(city: City, iso: string): Promise<void> {
  city.clock.skip(Date.parse(iso) - city.clock.now());
  await city.looks(city.one);
  await city.looks(city.one);
}

/** The messages of a channel's own. */
export function said(city: City, name: Channel): string[] {
  return city.teams.read(`channel-${name}`).filter((each) => each.startsWith('board'));
}

/** The messages under a card. */
export function under(city: City, name: Channel): string[] {
  return city.teams.read(`channel-${name}`).filter((each) => each.startsWith('>'));
}

/** Conversations that take no message of a channel's own any more. */
export function refuse(city: City, ...refusing: string[]): void {
  city.teams.disturbance = ({ conversationId, message }) =>
    refusing.includes(conversationId) && message.summary.startsWith('board')
      ? new SendError('blocked', 'blocked')
      : undefined;
}
