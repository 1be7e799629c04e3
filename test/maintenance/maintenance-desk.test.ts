import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleDirectory } from '../../src/campus/index.js';
import type { MaintenanceCommand } from '../../src/maintenance/commands.js';
import {
  MaintenanceDesk,
  openMaintenance,
  type MaintenanceRecords,
} from '../../src/maintenance/maintenance-desk.js';
import { logId } from '../../src/maintenance/maintenance-log.js';
import { noVisits } from '../../src/maintenance/visit-dates.js';
import { instantOf } from '../../src/sla/index.js';
import { openTestStore, storeKinds, type TestStore } from '../store/fixtures.js';
import { planOf, printers } from './plans.js';

const directory = sampleDirectory();
const [campus, otherCampus] = directory.campuses;
const sites = directory.schools
  .flatMap(({ id }) => directory.sitesOf(id))
  .filter(({ campusId }) => campusId === campus?.id);
const siteId = sites[0]?.id ?? '';
const manager = { id: campus?.managerId ?? '', name: 'Manager' };
const file = { ...planOf([]), kinds: [printers] };
const at = (date: string): number => instantOf(`${date}T09:00:00.000Z`);

const record = (plannedOn: string): MaintenanceCommand => ({
  verb: 'record',
  kindId: 'printers',
  plannedOn,
  visitId: null,
  findings: [
    { itemId: 'page', outcome: 'ok', value: null, note: '' },
    { itemId: 'toner', outcome: 'ok', value: 9, note: '' },
    { itemId: 'feed', outcome: 'skipped', value: null, note: '' },
  ],
  note: '',
});

describe.each(storeKinds)('the maintenance desk, on %s', (kind) => {
  let opened: TestStore;
  let records: MaintenanceRecords;
  let desk: MaintenanceDesk;
  const unreadable: string[] = [];
  beforeEach(async () => {
    opened = await openTestStore(kind);
    records = await openMaintenance(opened.store);
    const origin = { source: 'test', at: at('2026-03-01'), timeZone: 'Europe/Berlin' };
    expect(await records.plan.apply(file, directory, origin)).toEqual([]);
    desk = new MaintenanceDesk({
      ...records,
      directory: () => directory,
      visits: () => noVisits,
      timeZone: 'Europe/Berlin',
      onUnreadable: ({ id }) => unreadable.push(id),
    });
    unreadable.length = 0;
  });
  afterEach(async () => opened.close());

  const does = async (command: MaintenanceCommand, on: string, by = manager, id = `${by.id}:${on}`) =>
    desk.execute(siteId, { id, by, command }, at(on));

  it('knows a plan again that another process has applied', async () => {
    const { plan } = await openMaintenance(await opened.another());
    expect(plan.current()).toEqual({ ...file, kinds: [printers] });
  });

  it('lists what is due in a campus, the longest overdue first, until it is done', async () => {
    expect(await desk.due(sites, '2026-03-03')).toHaveLength(sites.length);
    await does(record('2026-03-02'), '2026-03-03');
    const due = await desk.due(sites, '2026-03-03');
    expect(due.map((each) => each.siteId)).not.toContain(siteId);
    expect(due).toHaveLength(sites.length - 1);
  });

  it('lets one of two who record at the same time win, and tells the other who it was', async () => {
    const helper = { id: directory.dispatchers[0]?.id ?? '', name: 'Dispatcher' };
    const answers = await Promise.all([
      does(record('2026-03-02'), '2026-03-03', manager),
      does(record('2026-03-02'), '2026-03-03', helper),
    ]);
    expect(answers.map((each) => each.kind).toSorted()).toEqual(['accepted', 'refused']);
    const loser = answers.find((each) => each.kind === 'refused');
    expect(loser).toMatchObject({ refusal: { code: 'settled', on: '2026-03-03' } });
  });

  it('gives two who press for a ticket at the same time one id', async () => {
    await does(record('2026-03-02'), '2026-03-03');
    const press = async (ticketId: string) =>
      does(
        {
          verb: 'remember-ticket',
          resultId: 'printers.2026-03-02',
          itemId: 'toner',
          ticketId,
          insteadOf: null,
        },
        '2026-03-03',
        manager,
        ticketId,
      );
    await Promise.all([press('AAAAAA'), press('BBBBBB')]);
    const after = await desk.log(siteId);
    await press('CCCCCC');
    expect((await desk.log(siteId))?.kinds['printers']?.results[0]?.items[1]?.ticket).toEqual(
      after?.kinds['printers']?.results[0]?.items[1]?.ticket,
    );
  });

  it('keeps older results in an archive of the year', async () => {
    for (const date of ['2026-03-02', '2026-04-27', '2026-06-22', '2026-08-17'])
      await does(record(date), date);
    const log = await desk.log(siteId);
    expect(log?.toArchive).toEqual([]);
    const { document } = await records.archive.get(`${logId(siteId)}.printers.2026`);
    expect(document.results.map(({ plannedOn }) => plannedOn)).toEqual(['2026-03-02', '2026-04-27']);
  });

  it('finishes archiving where a process died before it could, without doubling anything', async () => {
    for (const date of ['2026-03-02', '2026-04-27', '2026-06-22']) await does(record(date), date);
    const archived = (await records.archive.get(`${logId(siteId)}.printers.2026`)).document.results;
    const { document, version } = await records.logs.get(logId(siteId));
    await records.logs.replace({ ...document, toArchive: archived }, version);
    await does(record('2026-08-17'), '2026-08-17');
    const after = (await records.archive.get(`${logId(siteId)}.printers.2026`)).document.results;
    expect(after.map(({ plannedOn }) => plannedOn)).toEqual(['2026-03-02', '2026-04-27']);
    expect((await desk.log(siteId))?.toArchive).toEqual([]);
  });

  it('lists the other sites where the log of one cannot be read, and tells whom it concerns', async () => {
    await does(record('2026-03-02'), '2026-03-02');
    const { document, version } = await records.logs.get(logId(siteId));
    await records.logs.replace({ ...document, schemaVersion: 99 as never }, version);
    const due = await desk.due(sites, '2026-03-02');
    expect(due).toHaveLength(sites.length - 1);
    expect(due.map((line) => line.siteId)).not.toContain(siteId);
    expect(unreadable).toEqual([logId(siteId)]);
  });

  it('refuses whoever the directory does not let act for the site', async () => {
    const outsider = { id: otherCampus?.managerId ?? '', name: 'Other' };
    const isDeputy = directory.mayActFor(campus?.id ?? '', outsider.id, at('2026-03-03'));
    expect(isDeputy).toBe(false);
    for (const by of [outsider, { id: 'a-teacher', name: 'Teacher' }]) {
      expect(await does(record('2026-03-02'), '2026-03-03', by)).toEqual({
        kind: 'refused',
        refusal: { code: 'not-allowed' },
      });
    }
  });
});

describe('the id of a log', () => {
  it('takes any letters of a site’s id, and tells sites apart', () => {
    expect(logId('129185-1')).toBe('129185-1');
    const ids = ['Süd-1', 'Sud-1', 'S~u-1', '学校'].map(logId);
    expect(new Set(ids).size).toBe(4);
    for (const id of ids) expect(id).toMatch(/^[\w.~-]+$/u);
    expect(`${logId('𠮷'.repeat(40))}.${'k'.repeat(40)}.2026`.length).toBeLessThan(256);
  });
});
