import { newBulk, type BulkJob, type BulkResult } from '../../src/bulk/index.js';
import { bulkCard, type BulkView } from '../../src/cards/index.js';
import type { Language } from '../../src/i18n/index.js';
import { directory, manager, now, rules } from './fixtures.js';
import { samplesOf, type SampleCard } from './sample.js';

const conversation = { serviceUrl: 'https://example.org', conversationId: '19:channel' };

/** Commands to many tickets: while they go on, and what became of them. */
export function bulkSamples(language: Language): readonly SampleCard[] {
  const { id, name } = manager;
  const ticketIds = Array.from({ length: 47 }, (_, index) => `K7M${String(100 + index)}`);
  const job: BulkJob = newBulk(
    {
      id: 'order',
      by: { id, name },
      language,
      command: { verb: 'offer', to: { party: 'campus', campusId: 'campus-7' }, note: '' },
      ticketIds,
      place: { conversation, root: 'm1' },
    },
    now,
  );
  const to = directory().campus('campus-7')?.name ?? null;
  const view: BulkView = { job, to, mention: null, now, timeZone: rules.calendar.timeZone };
  const done = ticketIds.map((ticketId): BulkResult => ({ ticketId, kind: 'done' }));
  const finishedAt = '2026-11-24T08:00:00.000Z';
  const over = { ...job, results: done, finishedAt };
  const refused = ticketIds.map((ticketId): BulkResult => ({
    ticketId,
    kind: 'refused',
    refusal: { code: 'taken', by: name },
  }));
  const mixed: readonly BulkResult[] = [
    ...refused.slice(0, 15),
    { ticketId: 'K7M3QX', kind: 'refused', refusal: { code: 'no-visit' } },
    { ticketId: 'K7M3QY', kind: 'failed' },
    ...done.slice(0, 30),
  ];
  return samplesOf('bulk', language, {
    begun: bulkCard(view, language),
    running: bulkCard({ ...view, job: { ...job, results: done.slice(0, 20) } }, language),
    done: bulkCard({ ...view, job: { ...over, command: { verb: 'resolve', solution: '-' } } }, language),
    mixed: bulkCard({ ...view, job: { ...over, results: mixed }, mention: { id, name } }, language),
    close: bulkCard({ ...view, job: { ...over, command: { verb: 'close' } } }, language),
    visit: bulkCard({ ...view, job: { ...over, command: { verb: 'next-visit', note: '' } } }, language),
  });
}
