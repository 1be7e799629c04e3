import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { registerSla } from '../../src/cli/sla.js';
import { openSqliteStore } from '../../src/store/index.js';
import { ticketCollection, type Ticket } from '../../src/tickets/index.js';
import { hour, Story } from '../tickets/given.js';
import { call } from './call.js';

const questioned = Story.submitted()
  .later(hour)
  .by('manager', { verb: 'claim' })
  .later(hour)
  .by('manager', { verb: 'hold', waitingFor: 'requester', until: null, note: 'Which one?' })
  .later(hour)
  .by('requester', { verb: 'comment', text: 'The left one.' });

describe('campusdesk sla explain', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'campusdesk-explain-'));
    vi.stubEnv('STORE', 'sqlite');
    vi.stubEnv('SQLITE_PATH', join(folder, 'campusdesk.sqlite'));
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });

  const explain = async (ticket: Ticket | null, ...args: readonly string[]) => {
    const store = await openSqliteStore({ path: join(folder, 'campusdesk.sqlite') });
    const tickets = await store.collection(ticketCollection);
    if (ticket) await tickets.create(ticket);
    await store.close();
    return call(registerSla, 'sla', 'explain', ...args);
  };

  it('prints every window, pause and rule of all clocks, and what moved them', async () => {
    const { told, exitCode } = await explain(questioned.ticket, 'k7m3qx');
    expect(exitCode).toBe(0);
    for (const line of [
      'K7M-3QX The screen is cracked (Europe/Berlin)',
      'First response within 4 h of service time',
      '  First response Wed 18 Nov, 10:00, after 1 h of service time: promise kept.',
      'Solution within 24 h of service time',
      '  Wed 18 Nov 09:00–11:00: 2 h',
      '  Wed 18 Nov, 11:00 to Wed 18 Nov, 12:00: time stood still because we waited for the teacher’s answer',
      '  Fri 20 Nov 07:30–14:00: 6 h 30 min',
      'News from us at least every 16 h of service time',
      'What moved the clocks',
      '  Wed 18 Nov, 12:00: the clock of the solution goes on (Teacher)',
    ]) {
      expect(told.split('\n').map((each) => each.replace(/(Nov|Dec) 20\d\d/gu, '$1'))).toContain(line);
    }
    expect(told).toMatch(/^Rules: \S+$/mu);
  });

  it('speaks German where it is asked to, and no other language than the two', async () => {
    const { told } = await explain(questioned.ticket, 'K7M-3QX', '--language', 'de');
    expect(told).toContain('Lösung in 24 Std. Servicezeit');
    const { exitCode } = await call(registerSla, 'sla', 'explain', 'K7M-3QX', '--language', 'fr');
    expect(exitCode).toBe(2);
  });

  it('gives machines one line for each deadline, with instants as ISO texts', async () => {
    const { results, told } = await explain(questioned.ticket, 'K7M-3QX', '--json');
    expect(told).toBe('');
    expect(results).toMatchObject([
      { of: 'first-response', result: { at: '2026-11-18T09:00:00.000Z', met: true } },
      {
        of: 'resolution',
        targetServiceMinutes: 1440,
        usedServiceMinutes: 1440,
        dueAt: questioned.ticket.resolutionDueAt,
      },
      { of: 'next-update', startedAt: '2026-11-18T10:00:00.000Z' },
      { entries: [{ effects: ['started'] }, {}, {}, {}], rulesVersion: 'today' },
    ]);
  });

  it('says that there is no such ticket, that it is a draft, or that this is no id', async () => {
    expect(await explain(null, 'K7M-3QX')).toMatchObject({
      exitCode: 1,
      told: 'There is no ticket K7M-3QX.',
    });
    const draft = await explain(Story.draft().ticket, 'K7M-3QX');
    expect([draft.exitCode, draft.told]).toEqual([
      1,
      'K7M-3QX is a draft that was not submitted: nothing is promised yet.',
    ]);
    expect((await call(registerSla, 'sla', 'explain', 'nonsense')).exitCode).toBe(2);
  });

  it('tells where the ticket was computed with other rules than those of today', async () => {
    const { told } = await explain(questioned.ticket, 'K7M-3QX');
    expect(told).toContain('The report was last computed with the rules today;');
  });
});
