import { describe, expect, it } from 'vitest';
import type { Finding, MaintenanceCommand } from '../../src/maintenance/commands.js';
import { decideMaintenance } from '../../src/maintenance/decide.js';
import {
  newLog,
  resultOf,
  type CheckResult,
  type MaintenanceLog,
} from '../../src/maintenance/maintenance-log.js';
import { instantOf } from '../../src/sla/index.js';
import { planOf, printers } from './plans.js';

const ada = { id: 'ada', name: 'Ada' };
const ben = { id: 'ben', name: 'Ben' };
const site = { id: 's-1', schoolType: null };
const ok: readonly Finding[] = [
  { itemId: 'page', outcome: 'ok', value: null, note: '' },
  { itemId: 'toner', outcome: 'ok', value: 40, note: '' },
  { itemId: 'feed', outcome: 'ok', value: 'clean', note: '' },
];
const withToner = (value: number | string | null): readonly Finding[] =>
  ok.map((each) => (each.itemId === 'toner' ? { ...each, value } : each));

let orders = 0;
function decided(
  log: MaintenanceLog,
  command: MaintenanceCommand,
  on: string,
  { id = `order-${String(orders++)}`, by = ada, plan = planOf() } = {},
) {
  const now = instantOf(`${on}T09:00:00.000Z`);
  return decideMaintenance(log, { id, by, command }, { plan, site, now, today: on });
}

function accepted(...given: Parameters<typeof decided>): MaintenanceLog {
  const decision = decided(...given);
  if (decision.kind !== 'accepted') throw new Error(JSON.stringify(decision));
  return decision.log;
}

function refusal(...given: Parameters<typeof decided>): object {
  const decision = decided(...given);
  return decision.kind === 'refused' ? decision.refusal : { accepted: true };
}

const record = (findings = ok, plannedOn = '2026-03-02'): MaintenanceCommand => ({
  verb: 'record',
  kindId: 'printers',
  plannedOn,
  visitId: 's-1.2026-03-05',
  findings,
  note: 'Tray 2 is new',
});
const empty = newLog(site.id);
const done = (findings = ok): MaintenanceLog => accepted(empty, record(findings), '2026-03-05');
const resultId = 'printers.2026-03-02';
const result = (log: MaintenanceLog): CheckResult | undefined => resultOf(log, resultId);

describe('recording a check', () => {
  it('keeps who found what and when, and settles its planned date', () => {
    const log = done();
    expect(log.kinds['printers']).toMatchObject({ settledThrough: '2026-03-02', lastDoneOn: '2026-03-05' });
    expect(result(log)).toMatchObject({
      on: '2026-03-05',
      by: ada,
      outcome: 'done',
      visitId: 's-1.2026-03-05',
      note: 'Tray 2 is new',
      items: [
        { itemId: 'page', outcome: 'ok', value: null },
        { itemId: 'toner', outcome: 'ok', value: 40, unit: '%' },
        { itemId: 'feed', outcome: 'ok', value: 'clean' },
      ],
    });
  });

  it('takes a value outside of its range, and a choice that is a fault, for faults whatever was said', () => {
    expect(result(done(withToner(9)))?.items[1]?.outcome).toBe('fault');
    const worn = ok.map((each) => (each.itemId === 'feed' ? { ...each, value: 'worn' } : each));
    expect(result(done(worn))?.items[2]?.outcome).toBe('fault');
  });

  it('may be done early, and leaves the next planned date where it was', () => {
    const log = accepted(empty, record(), '2026-02-25');
    expect(log.kinds['printers']?.settledThrough).toBe('2026-03-02');
    expect(refusal(empty, record(), '2026-02-22')).toEqual({ code: 'too-early', from: '2026-02-23' });
    expect(refusal(log, record(ok, '2026-04-27'), '2026-04-19')).toEqual({
      code: 'too-early',
      from: '2026-04-20',
    });
  });

  it('settles with a late one all that were missed before', () => {
    const log = accepted(empty, record(), '2026-07-01');
    expect(log.kinds['printers']?.settledThrough).toBe('2026-06-22');
  });

  it('is refused from an old card, and names who was faster', () => {
    const settled = { code: 'settled', by: 'Ada', on: '2026-03-05' };
    expect(refusal(done(), record(), '2026-03-05', { by: ben })).toEqual(settled);
    expect(refusal(done(), record(), '2026-04-27', { by: ben })).toEqual(settled);
  });

  it('changes nothing when the same order comes again', () => {
    const log = accepted(empty, record(), '2026-03-05', { id: 'same' });
    expect(decided(log, record(), '2026-03-05', { id: 'same' })).toEqual({ kind: 'replayed', log });
  });

  it('needs each item, a value that the item can have, and something that was looked at', () => {
    const skipped = ok.map((each) => ({ ...each, outcome: 'skipped' as const }));
    expect(refusal(empty, record(ok.slice(1)), '2026-03-05')).toEqual({ code: 'incomplete' });
    expect(refusal(empty, record(withToner(null)), '2026-03-05')).toEqual({ code: 'incomplete' });
    expect(refusal(empty, record(withToner('much')), '2026-03-05')).toEqual({ code: 'incomplete' });
    expect(refusal(empty, record(skipped), '2026-03-05')).toEqual({ code: 'nothing-checked' });
  });

  it('is refused for a check that the plan does not have here', () => {
    const plan = planOf([{ ...printers, sites: { list: ['s-2'] } }]);
    expect(refusal(empty, record(), '2026-03-05', { plan })).toEqual({ code: 'not-found' });
  });

  it('keeps the last two results and hands older ones to the archive', () => {
    let log = empty;
    for (const [plannedOn, on] of [
      ['2026-03-02', '2026-03-02'],
      ['2026-04-27', '2026-04-27'],
      ['2026-06-22', '2026-06-22'],
    ] as const) {
      log = accepted(log, record(ok, plannedOn), on);
    }
    expect(log.kinds['printers']?.results.map((each) => each.plannedOn)).toEqual([
      '2026-04-27',
      '2026-06-22',
    ]);
    expect(log.toArchive.map(({ id }) => id)).toEqual([resultId]);
  });
});

describe('leaving a check out', () => {
  const leaveOut = (reason: string): MaintenanceCommand => ({
    verb: 'leave-out',
    kindId: 'printers',
    plannedOn: '2026-03-02',
    reason,
  });

  it('settles it with a reason, and does not count as done', () => {
    const log = accepted(empty, leaveOut('No printer any more'), '2026-03-05');
    expect(log.kinds['printers']).toMatchObject({ settledThrough: '2026-03-02', lastDoneOn: null });
    expect(result(log)).toMatchObject({ outcome: 'left-out', note: 'No printer any more', items: [] });
  });

  it('is refused without one', () => {
    expect(refusal(empty, leaveOut(' '), '2026-03-05')).toEqual({ code: 'text-missing' });
  });
});

describe('correcting a result', () => {
  const correct = (findings: readonly Finding[]): MaintenanceCommand => ({
    verb: 'correct',
    resultId,
    findings,
    note: 'Measured again',
  });

  it('is possible for a week, by a colleague too, and says who did it', () => {
    const log = accepted(done(), correct(withToner(10)), '2026-03-12', { by: ben });
    expect(result(log)).toMatchObject({
      by: ada,
      on: '2026-03-05',
      note: 'Measured again',
      corrected: { by: ben },
    });
    expect(result(log)?.items[1]).toMatchObject({ value: 10, outcome: 'fault' });
    expect(refusal(done(), correct(ok), '2026-03-13')).toEqual({ code: 'too-late-to-correct' });
  });

  it('leaves the ticket of a fault with its item', () => {
    const remembered = accepted(
      done(withToner(9)),
      { verb: 'remember-ticket', resultId, itemId: 'toner', ticketId: 'AAAAAA', insteadOf: null },
      '2026-03-05',
    );
    const log = accepted(remembered, correct(ok), '2026-03-06');
    expect(result(log)?.items[1]).toMatchObject({ outcome: 'ok', ticket: { id: 'AAAAAA' } });
  });
});

describe('a result of which the plan asks other things by now', () => {
  it('keeps what was found of the old ones, and their tickets, when it is corrected', () => {
    const remembered = accepted(
      done(withToner(9)),
      { verb: 'remember-ticket', resultId, itemId: 'toner', ticketId: 'AAAAAA', insteadOf: null },
      '2026-03-05',
    );
    const plan = planOf([{ ...printers, checklist: printers.checklist.filter(({ id }) => id !== 'toner') }]);
    const findings = ok.filter(({ itemId }) => itemId !== 'toner');
    const corrected = { verb: 'correct', resultId, findings, note: '' } as const;
    const log = accepted(remembered, corrected, '2026-03-06', { plan });
    expect(result(log)?.items).toMatchObject([
      { itemId: 'page' },
      { itemId: 'feed' },
      { itemId: 'toner', outcome: 'fault', value: 9, ticket: { id: 'AAAAAA' } },
    ]);
  });
});

describe('the ticket of a fault', () => {
  const remember = (ticketId: string, insteadOf: string | null = null): MaintenanceCommand => ({
    verb: 'remember-ticket',
    resultId,
    itemId: 'toner',
    ticketId,
    insteadOf,
  });
  const ticketOf = (log: MaintenanceLog): unknown => result(log)?.items[1]?.ticket;
  const faulty = done(withToner(9));

  it('has the id that was remembered first, whoever presses again', () => {
    const once = accepted(faulty, remember('AAAAAA'), '2026-03-05');
    const twice = accepted(once, remember('BBBBBB'), '2026-03-05', { by: ben });
    expect(ticketOf(twice)).toEqual({ id: 'AAAAAA', isMade: false });
  });

  it('gets another id where the first turned out to be that of another ticket', () => {
    const once = accepted(faulty, remember('AAAAAA'), '2026-03-05');
    expect(ticketOf(accepted(once, remember('CCCCCC', 'AAAAAA'), '2026-03-05'))).toEqual({
      id: 'CCCCCC',
      isMade: false,
    });
  });

  it('is noted as made, once it is', () => {
    const once = accepted(faulty, remember('AAAAAA'), '2026-03-05');
    const made: MaintenanceCommand = { verb: 'ticket-made', resultId, itemId: 'toner', ticketId: 'AAAAAA' };
    expect(ticketOf(accepted(once, made, '2026-03-05'))).toEqual({ id: 'AAAAAA', isMade: true });
  });

  it('is refused where there is no fault', () => {
    expect(refusal(done(), remember('AAAAAA'), '2026-03-05')).toEqual({ code: 'no-fault' });
    expect(refusal(empty, remember('AAAAAA'), '2026-03-05')).toEqual({ code: 'not-found' });
  });
});
