import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MaintenanceCommand } from '../../src/maintenance/commands.js';
import { decideMaintenance } from '../../src/maintenance/decide.js';
import { newLog, type MaintenanceLog } from '../../src/maintenance/maintenance-log.js';
import { plannedUntil } from '../../src/maintenance/recurrence.js';
import { addDays, instantOf } from '../../src/sla/index.js';
import { planOf, printers } from './plans.js';

const site = { id: 's-1', schoolType: null };
const plan = planOf();
const by = { id: 'ada', name: 'Ada' };
const planned = Array.from({ length: 8 }, (_, index) => addDays('2026-03-02', index * 56));
const findings = (toner: number) => [
  { itemId: 'page', outcome: 'ok' as const, value: null, note: '' },
  { itemId: 'toner', outcome: 'ok' as const, value: toner, note: '' },
  { itemId: 'feed', outcome: 'skipped' as const, value: null, note: '' },
];

const plannedOn = fc.constantFrom(...planned);
const toner = fc.integer({ min: 0, max: 100 });
const resultId = plannedOn.map((date) => `printers.${date}`);
const ticketId = fc.constantFrom('AAAAAA', 'BBBBBB');
const command: fc.Arbitrary<MaintenanceCommand> = fc.oneof(
  fc.record({ plannedOn, toner }).map(({ plannedOn: date, toner: value }) => ({
    verb: 'record' as const,
    kindId: 'printers',
    plannedOn: date,
    visitId: null,
    findings: findings(value),
    note: '',
  })),
  fc.record({
    verb: fc.constant('leave-out' as const),
    kindId: fc.constant('printers'),
    plannedOn,
    reason: fc.constantFrom('', 'Closed'),
  }),
  fc.record({ resultId, toner }).map(({ resultId: id, toner: value }) => ({
    verb: 'correct' as const,
    resultId: id,
    findings: findings(value),
    note: 'Again',
  })),
  fc.record({
    verb: fc.constant('remember-ticket' as const),
    resultId,
    itemId: fc.constant('toner'),
    ticketId,
    insteadOf: fc.constant(null),
  }),
  fc.record({ verb: fc.constant('ticket-made' as const), resultId, itemId: fc.constant('toner'), ticketId }),
);
/** Each command some days after the one before. */
const story = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), command), { maxLength: 30 });

function played(
  steps: readonly (readonly [number, MaintenanceCommand])[],
  check: (before: MaintenanceLog, after: MaintenanceLog, today: string) => void,
): void {
  let log = newLog(site.id);
  let today = '2026-02-20';
  for (const [index, [days, each]] of steps.entries()) {
    today = addDays(today, days);
    const order = { id: String(index), by, command: each };
    const circumstances = { plan, site, now: instantOf(`${today}T10:00:00.000Z`), today };
    const decision = decideMaintenance(log, order, circumstances);
    if (decision.kind !== 'accepted') continue;
    check(log, decision.log, today);
    expect(decideMaintenance(decision.log, order, circumstances).kind).toBe('replayed');
    log = decision.log;
  }
}

const resultsOf = ({ kinds, toArchive }: MaintenanceLog) => [
  ...toArchive,
  ...Object.values(kinds).flatMap(({ results }) => results),
];

describe('whatever is asked of a site’s log in whichever order', () => {
  it('settles planned dates alone, forwards, each once, and never one whose time has not come', () => {
    fc.assert(
      fc.property(story, (steps) => {
        played(steps, (before, after, today) => {
          const settled = after.kinds['printers']?.settledThrough ?? '';
          expect(settled >= (before.kinds['printers']?.settledThrough ?? '')).toBe(true);
          const rhythm = { ...printers, joinedOn: null, region: 'DE-NW' as const };
          expect(plannedUntil(rhythm, settled)).toBe(settled);
          expect(settled <= addDays(today, printers.earlyDays)).toBe(true);
          const ids = resultsOf(after).map(({ id }) => id);
          expect(ids).toEqual([...new Set(ids)]);
        });
      }),
    );
  });

  it('loses no result, and keeps a fault’s first ticket', () => {
    fc.assert(
      fc.property(story, (steps) => {
        played(steps, (before, after) => {
          const now = new Map(resultsOf(after).map((result) => [result.id, result]));
          for (const { id, items } of resultsOf(before)) {
            const ticket = items.find(({ itemId }) => itemId === 'toner')?.ticket;
            const later = now.get(id)?.items.find(({ itemId }) => itemId === 'toner')?.ticket;
            expect(now.has(id)).toBe(true);
            if (ticket) expect(later?.id).toBe(ticket.id);
          }
        });
      }),
    );
  });
});
