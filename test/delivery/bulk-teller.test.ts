import { beforeEach, describe, expect, it } from 'vitest';
import { afterBulkPage, afterTelling, newBulk, type BulkJob } from '../../src/bulk/index.js';
import { BulkTeller, ConversationLimits, teamsLimits } from '../../src/delivery/index.js';
import { SendError } from '../../src/delivery/sender.js';
import { people } from '../tickets/given.js';
import { directory, silent } from './city.js';
import { FakeClock } from './fake-clock.js';
import { PostOffice } from './post-office.js';

const ticketIds = Array.from({ length: 30 }, (_, index) => `AAA${String(100 + index)}`);
const channel = { serviceUrl: 'https://example.org', conversationId: 'channel' };

describe('the end of a command to many tickets', () => {
  let clock: FakeClock;
  let office: PostOffice;
  let teller: BulkTeller;
  beforeEach(() => {
    clock = new FakeClock('2026-11-18T08:30:00Z');
    office = new PostOffice();
    teller = new BulkTeller({
      book: { personal: async () => Promise.resolve(undefined) },
      directory: () => directory,
      sender: office,
      limits: new ConversationLimits(clock, teamsLimits),
      clock,
      timeZone: 'Europe/Berlin',
      random: () => 0,
      log: silent,
    });
  });

  const ordered = (): BulkJob =>
    newBulk(
      {
        id: 'order',
        by: people.manager,
        language: 'en',
        command: { verb: 'resolve', solution: 'Done' },
        ticketIds,
        place: { conversation: channel, root: null },
      },
      clock.now(),
    );
  const worked = (job: BulkJob, count: number): BulkJob => {
    const page = ticketIds.slice(job.results.length, job.results.length + count);
    const results = page.map((ticketId) => ({ ticketId, kind: 'done' as const }));
    return afterBulkPage(job, results, clock.now());
  };
  const told = async (job: BulkJob): Promise<BulkJob> =>
    afterTelling(job, await teller.tell(job), clock.now());
  const shown = (): (string | undefined)[] => office.messages.map((each) => each.shown.at(-1));

  it('is told on the card that tells how far it is, where it comes soon', async () => {
    const running = await told(worked(ordered(), 10));
    clock.skip(5_000);
    await told(worked(running, 20));
    expect(shown()).toEqual(['Resolve 30 reports: 30 done']);
  });

  it('calls whoever waited long by a new card, and the card before does not say for ever that it goes on', async () => {
    const running = await told(worked(ordered(), 10));
    clock.skip(30_000);
    await told(worked(running, 20));
    const end = 'Resolve 30 reports: 30 done';
    expect(shown()).toEqual([end, end]);
  });

  it('is told later where Teams does not say whether the card was edited, and not again where it may have called', async () => {
    const running = await told(worked(ordered(), 10));
    office.disturbance = ({ kind }) => (kind === 'edit' ? new SendError('unknown', 'timed out') : undefined);
    const over = worked(running, 20);
    await expect(clock.until(teller.tell(over))).rejects.toThrow('timed out');
    clock.skip(30_000);
    office.disturbance = () => new SendError('unknown', 'timed out');
    expect(await clock.until(teller.tell(over))).toEqual(over.place);
  });

  it('is told also where Teams does not say whether the card before was posted, which is not posted twice', async () => {
    office.disturbance = () => new SendError('unknown', 'timed out');
    const running = await clock.until(told(worked(ordered(), 10)));
    const further = await clock.until(told(worked(running, 10)));
    expect(office.attempts.filter(({ kind }) => kind === 'post').length).toBe(1);
    office.disturbance = () => undefined;
    await told(worked(further, 10));
    expect(shown()).toEqual(['Resolve 30 reports: 30 done']);
  });

  it('is told on the card that was posted later, where Teams refused the first one', async () => {
    office.disturbance = () => new SendError('rejected', 'no');
    const running = await clock.until(told(worked(ordered(), 10)));
    office.disturbance = () => undefined;
    const further = await told(worked(running, 10));
    expect(shown().length).toBe(1);
    await told(worked(further, 10));
    expect(shown()).toEqual(['Resolve 30 reports: 30 done']);
  });

  it('is told also where the card before cannot be edited', async () => {
    const running = await told(worked(ordered(), 10));
    clock.skip(30_000);
    office.disturbance = ({ kind }) => (kind === 'edit' ? new SendError('rejected', 'no') : undefined);
    const over = await told(worked(running, 20));
    expect(shown().at(-1)).toBe('Resolve 30 reports: 30 done');
    expect(over.toldAt).not.toBeNull();
  });
});
