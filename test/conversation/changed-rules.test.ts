import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { texts } from '../../src/i18n/index.js';
import { ticketCollection, type Ticket } from '../../src/tickets/index.js';
import { storeKinds } from '../store/fixtures.js';
import { cardWith, isAbout, postsIn, reports, type Reported } from './staff.js';
import { city, World } from './world.js';

const folder = mkdtempSync(join(tmpdir(), 'campusdesk-changed-rules-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The environment of a service that promises the first response to normal reports within so many service minutes. */
function promising(firstResponse: number): Record<string, string> {
  const path = join(folder, `policy-${firstResponse}.json`);
  const usual = { firstResponse: 120, resolution: 1440 };
  const targets = { P1: usual, P2: usual, P3: { ...usual, firstResponse }, P4: usual };
  writeFileSync(path, JSON.stringify({ targets }));
  return { AUTH: 'off', SERVICE_POLICY: path };
}

const later = (iso: string | null, wallMinutes: number) =>
  new Date(Date.parse(iso ?? '') + wallMinutes * 60_000).toISOString();

/** Normal reports: first response within 240 service minutes; reported on Tuesday at nine, due at one. */
describe.each(storeKinds)('a service that starts with another policy, on %s', (kind) => {
  let world: World;
  afterEach(async () => world.close());

  const open = async (): Promise<Reported> => {
    world = await World.open(kind);
    await world.links(city.manager, city.campusChannel, city.campus.id);
    const ticket = await reports(world);
    await cardWith(world, city.campusChannel, ticket, 'ticket.claim');
    await world.quiet();
    return ticket;
  };
  const stored = async ({ ticketId }: Reported): Promise<Ticket> => {
    const tickets = await (await world.store()).collection(ticketCollection);
    return (await tickets.get(ticketId)).document;
  };
  const storedWith = async (ticket: Reported, firstResponseDueAt: string): Promise<Ticket> => {
    const tickets = await (await world.store()).collection(ticketCollection);
    for (let tries = 0; tries < 400; tries += 1) {
      const { document } = await tickets.get(ticket.ticketId);
      if (document.firstResponseDueAt === firstResponseDueAt && document.outbox.length === 0) return document;
      await sleep(10);
    }
    throw new Error(`never due at ${firstResponseDueAt}: ${JSON.stringify(await stored(ticket))}`);
  };
  /** As long as the clock's words are gathered, and longer. */
  const quietMoments = async () => {
    await world.quiet();
    world.clock.advance(0.5);
    await world.quiet();
  };
  const warnings = (ticket: Reported) =>
    postsIn(world, city.campusChannel).filter(
      (each) =>
        isAbout(each, ticket) &&
        each.activity.summary?.startsWith(texts('de').calls.words['first-response-75']),
    ).length;

  test('moves the deadlines of reports that were made before, and calls nobody about that', async () => {
    const ticket = await open();
    const { firstResponseDueAt: before } = await stored(ticket);
    const posts = world.connector.recorded.filter(({ method }) => method === 'post').length;
    await world.restart(promising(360));
    const moved = await storedWith(ticket, later(before, 120));
    // Three quarters of 360 minutes are over 90 minutes before their end.
    expect(moved.wakeAt).toBe(later(before, 30));
    await world.quiet();
    expect(world.connector.recorded.filter(({ method }) => method === 'post')).toHaveLength(posts);
  });

  test('reminds of the deadlines as they are now, and says nothing a second time', async () => {
    const ticket = await open();
    const { firstResponseDueAt: before } = await stored(ticket);
    world.clock.moveTo('2026-11-24T12:01:00+01:00');
    await world.eventually('the reminder at 75 %', () => warnings(ticket) === 1);
    await world.quiet();
    await world.restart(promising(235));
    await storedWith(ticket, later(before, -5));
    await quietMoments();
    expect(warnings(ticket)).toBe(1);
    await world.restart();
    await storedWith(ticket, later(before, 0));
    await quietMoments();
    expect(warnings(ticket)).toBe(1);
  });

  test('counts what it did for /metrics', async () => {
    await open();
    await world.restart(promising(300));
    const wanted = 'campusdesk_recomputed_tickets_total{outcome="done"} 1';
    for (let tries = 0; tries < 400; tries += 1) {
      if ((await (await fetch(`${world.address}/metrics`)).text()).includes(wanted)) return;
      await sleep(10);
    }
    throw new Error(`never told: ${wanted}`);
  });
});
