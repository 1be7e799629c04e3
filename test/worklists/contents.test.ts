import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pagesOf } from '../../src/cards/worklist-pages.js';
import { worklistCard } from '../../src/cards/index.js';
import { isOpen, plannedVisit, ticketStates, type Ticket } from '../../src/tickets/index.js';
import type { HistoryEntry } from '../../src/tickets/ticket.js';
import { daysToPrepare, leftAt, listedTickets, mayBeSent, movedVisit } from '../../src/worklists/index.js';
import { madeAt } from '../../src/worklists/days.js';
import { elementsOf } from '../cards/elements.js';
import { ticket } from '../cards/fixtures.js';
import { listOf, long, siteOf } from '../cards/worklist-samples.js';
import { at } from '../sla/berlin.js';
import { release, report, rules, Story } from '../tickets/given.js';

const site = { siteId: 'site-main', visitId: 'site-main.2026-11-26' };
const visit = {
  id: site.visitId,
  siteId: site.siteId,
  date: '2026-11-26',
  from: '2026-11-26T07:00:00.000Z',
  to: '2026-11-26T10:00:00.000Z',
};
const waiting = { state: 'waiting', waitingFor: 'visit', visit } as const;
const idsOf = (tickets: readonly Ticket[]): readonly string[] =>
  listedTickets(site, tickets).map((each) => each.ticket.id);

describe('the tickets of a visit', () => {
  test('stand there once each, as long as they are open', () => {
    const tickets = fc.array(
      fc.record({
        id: fc.constantFrom('AAAAA1', 'AAAAA2', 'AAAAA3', 'AAAAA4'),
        state: fc.constantFrom(...ticketStates),
        priority: fc.constantFrom('P1', 'P2', 'P3', 'P4', null),
        nextPromiseAt: fc.constantFrom(null, '2026-11-26T08:00:00.000Z', '2026-11-25T08:00:00.000Z'),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(tickets, (changes) => {
        const known = [...new Map(changes.map((each) => [each.id, ticket(each)])).values()];
        const open = known.filter(({ state }) => isOpen(state)).map(({ id }) => id);
        expect([...idsOf([...known, ...known])].toSorted()).toEqual(open.toSorted());
      }),
    );
  });

  test('come by urgency, what is planned for another day last', () => {
    const [calm, urgent, later] = [
      ticket({ id: 'AAAAA1', priority: 'P3' }),
      ticket({ id: 'AAAAA2', priority: 'P1' }),
      ticket({ id: 'AAAAA3', ...waiting, visit: { ...visit, id: 'site-main.2026-12-03' } }),
    ];
    expect(idsOf([later, calm, urgent])).toEqual(['AAAAA2', 'AAAAA1', 'AAAAA3']);
  });

  test('are planned for it no more once somebody has decided otherwise', () => {
    const planFor = { verb: 'plan-visit', until: visit.from, note: 'With the part.', visit } as const;
    const story = Story.submitted().by('manager', planFor);
    const asListed = (): string | undefined =>
      listedTickets({ ...site, siteId: report.siteId ?? '' }, [story.ticket])[0]?.as;
    expect(asListed()).toBe('planned');
    story.at('2026-11-26 08:00').clock();
    expect(asListed()).toBe('planned');
    story.by('manager', release);
    expect(asListed()).toBe('open');
  });

  test('are left for the next one where the campus has them and can do them', () => {
    const planned = ticket({ id: 'AAAAA1', ...waiting });
    const others = [
      ticket({ id: 'AAAAA2', state: 'waiting', waitingFor: 'vendor' }),
      ticket({ id: 'AAAAA3', handledBy: null }),
      ticket({ id: 'AAAAA4', ...waiting, visit: { ...visit, id: 'site-main.2026-12-03' } }),
    ];
    expect(leftAt(site, 'campus-7', [planned, ...others]).map(({ id }) => id)).toEqual(['AAAAA1']);
  });
});

describe('the pages of a list', () => {
  test('hold each ticket once, and each site ends once', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 24 }), { maxLength: 6 }), (counts) => {
        const sites = counts.map((count) => siteOf(undefined, long(count).sites[0]?.tickets ?? []));
        const parts = pagesOf(sites).flat();
        for (const of of sites) {
          const own = parts.filter((part) => part.of === of);
          expect(own.flatMap(({ tickets }) => tickets)).toEqual(of.tickets);
          expect(own.filter(({ isEnd }) => isEnd)).toHaveLength(1);
        }
      }),
    );
  });

  test('fit into a message, whatever people typed', () => {
    const text = '*ä_['.repeat(1000);
    const report = { ...ticket().report, title: text.slice(0, 200), room: text.slice(0, 200) };
    const rows = (long(40).sites[0]?.tickets ?? []).map((row) => ({
      ...row,
      view: { ...row.view, ...report, deviceTag: text.slice(0, 200) },
    }));
    const view = listOf({}, [siteOf(undefined, rows)]);
    for (let page = 1; page <= 5; page += 1) {
      const card = worklistCard(view, 'de', page);
      expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(80 * 1024);
      expect(elementsOf(card).filter(({ verb }) => verb === 'worklist.ticket').length).toBeGreaterThan(0);
    }
  });

  test('stay small with 300 tickets at one site or at many, each of which stands on one of them', () => {
    const most = long(300).sites[0]?.tickets ?? [];
    const spread = Array.from({ length: 15 }, (_, index) =>
      siteOf(undefined, most.slice(index * 20, index * 20 + 20)),
    );
    for (const sites of [[siteOf(undefined, most)], spread]) {
      const pages = Array.from({ length: pagesOf(sites).length }, (_, index) =>
        worklistCard(listOf({}, sites), 'de', index + 1),
      );
      const sizes = pages.map((card) => Buffer.byteLength(JSON.stringify(card)));
      expect(Math.max(...sizes)).toBeLessThan(28 * 1024);
      const shown = pages.flatMap((card) =>
        elementsOf(card).filter(({ verb }) => verb === 'worklist.ticket'),
      );
      expect(shown).toHaveLength(300);
    }
  });
});

describe('the evening before', () => {
  const { calendar } = rules;

  test('is closing time of the last service day, before a weekend on Friday', () => {
    expect(madeAt('2026-11-26', calendar)).toBe(at('2026-11-25 16:00'));
    expect(madeAt('2026-11-30', calendar)).toBe(at('2026-11-27 14:00'));
  });

  test('a list that was missed then is sent in the next service hours, as long as a visit is to come', () => {
    const visits = [{ from: at('2026-11-26 08:00'), to: at('2026-11-26 11:00') }];
    const sentAt = (time: string): boolean => mayBeSent('2026-11-26', visits, at(time), calendar);
    expect(['2026-11-25 15:59', '2026-11-25 16:00', '2026-11-25 22:00'].map(sentAt)).toEqual([
      false,
      true,
      false,
    ]);
    expect(['2026-11-26 07:30', '2026-11-26 11:00'].map(sentAt)).toEqual([true, false]);
  });

  test('a list of a Saturday is made on Friday evening, too, and sent before its first visit where that was missed', () => {
    expect(daysToPrepare(at('2026-11-27 14:00'), calendar)).toEqual([
      '2026-11-27',
      '2026-11-28',
      '2026-11-29',
      '2026-11-30',
    ]);
    expect(daysToPrepare(at('2026-11-25 09:00'), calendar)).toEqual(['2026-11-25', '2026-11-26']);
    const visits = [{ from: at('2026-11-28 10:00'), to: at('2026-11-28 12:00') }];
    const sentAt = (time: string): boolean => mayBeSent('2026-11-28', visits, at(time), calendar);
    expect(['2026-11-27 14:00', '2026-11-27 17:00', '2026-11-28 07:30'].map(sentAt)).toEqual([
      true,
      false,
      false,
    ]);
    expect(['2026-11-28 09:00', '2026-11-28 11:59', '2026-11-28 12:00'].map(sentAt)).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('a visit that does not take place as planned', () => {
  const now = at('2026-11-24 09:00');
  const asVisit = (date: string, movedFrom: string | null = null) => ({
    id: `site-main.${date}`,
    siteId: 'site-main',
    date,
    from: at(`${date} 08:00`),
    to: at(`${date} 11:00`),
    exception: movedFrom === null ? null : ({ kind: 'moved', movedFrom, note: '' } as const),
  });
  const exceptionOf = ({ siteId, date: toDate, exception }: ReturnType<typeof asVisit>) =>
    exception === null
      ? []
      : [
          {
            kind: 'moved',
            siteId,
            date: exception.movedFrom,
            toDate,
            from: '08:00',
            to: '11:00',
            note: '',
            enteredBy: null,
            at: '2026-11-20T08:00:00.000Z',
          } as const,
        ];
  const rotaOf = (...visits: readonly ReturnType<typeof asVisit>[]) => ({
    content: { travelMinutes: 15, rules: [], exceptions: visits.flatMap(exceptionOf) },
    visit: (id: string) => visits.find((each) => each.id === id) ?? null,
    nextVisits: (_site: string, from: number, count: number) =>
      visits.filter((each) => each.from >= from).slice(0, count),
  });

  test('is followed to where it was moved, else to the next one after it', () => {
    const to = (...visits: readonly ReturnType<typeof asVisit>[]) =>
      movedVisit({ visit, history: [] }, rotaOf(...visits), now)?.to?.date ?? null;
    expect(to(asVisit('2026-11-26'))).toBeNull();
    expect(to(asVisit('2026-11-25', '2026-11-26'), asVisit('2026-12-03'))).toBe('2026-11-25');
    expect(to(asVisit('2026-11-25'), asVisit('2026-12-03'))).toBe('2026-12-03');
    expect(to()).toBeNull();
  });

  test('is followed over all the dates to which it was moved, and so is the reason', () => {
    const content = {
      travelMinutes: 15,
      rules: [],
      exceptions: [
        {
          kind: 'moved',
          siteId: 'site-main',
          date: '2026-11-19',
          earlier: ['2026-11-26'],
          toDate: '2026-11-30',
          from: '08:00',
          to: '11:00',
          note: 'exam',
          enteredBy: 'manager',
          at: '2026-11-20T08:00:00.000Z',
        } as const,
      ],
    };
    const visits = [asVisit('2026-11-30', '2026-11-19'), asVisit('2026-12-03')];
    expect(movedVisit({ visit, history: [] }, { ...rotaOf(...visits), content }, now)).toMatchObject({
      to: { date: '2026-11-30' },
      why: 'exam',
    });
  });

  const plannedFor = (id: string, date: string): HistoryEntry => ({
    id,
    at: '2026-11-20T08:00:00.000Z',
    actor: { kind: 'system' },
    command: { verb: 'plan-visit', until: '', note: '', visit: plannedVisit(asVisit(date)) },
  });
  const taken = (...dates: readonly string[]) => ({
    visit: plannedVisit(asVisit(dates.at(-1) ?? '')),
    history: dates.map((date, index) => plannedFor(index === 0 ? 'press' : `rota:${String(index)}`, date)),
  });

  test('comes back to where somebody planned it when that is taken back, however often it was moved', () => {
    const to = (ticket: ReturnType<typeof taken>, ...visits: readonly ReturnType<typeof asVisit>[]) =>
      movedVisit(ticket, rotaOf(...visits), now)?.to?.date ?? null;
    const all = [asVisit('2026-11-26'), asVisit('2026-12-03')];
    expect(to(taken('2026-11-26', '2026-11-27'), ...all)).toBe('2026-11-26');
    expect(to(taken('2026-11-26', '2026-11-27', '2026-11-30'), ...all)).toBe('2026-11-26');
    // It was cancelled, and is not any more.
    expect(to(taken('2026-11-26', '2026-12-03'), ...all)).toBe('2026-11-26');
    expect(to(taken('2026-11-26', '2026-11-27', '2026-11-26'), ...all)).toBeNull();
    expect(to(taken('2026-11-19', '2026-11-27'), ...all)).toBe('2026-12-03');
  });

  test('is told where somebody cancelled it and nobody comes later', () => {
    const exception = { kind: 'cancelled', siteId: 'site-main', date: '2026-11-26', note: 'ill' } as const;
    const content = {
      ...{ travelMinutes: 15, rules: [] },
      exceptions: [{ ...exception, enteredBy: 'manager', at: '2026-11-20T08:00:00.000Z' }],
    };
    const planned = { visit, history: [] };
    expect(movedVisit(planned, { ...rotaOf(), content }, now)).toEqual({ to: null, why: 'ill' });
    expect(movedVisit(planned, { ...rotaOf(asVisit('2026-12-03')), content }, now)).toMatchObject({
      to: { date: '2026-12-03' },
    });
  });

  test('does not come back to a visit from which somebody has planned it away since', () => {
    const planned = taken('2026-11-26', '2026-12-03');
    const history = [plannedFor('press', '2026-11-26'), plannedFor('another press', '2026-12-03')];
    const visits = rotaOf(asVisit('2026-11-26'), asVisit('2026-12-03'));
    expect(movedVisit({ ...planned, history }, visits, now)).toBeNull();
  });

  test('stays once it has begun: the ticket goes on by then', () => {
    expect(
      movedVisit({ visit, history: [] }, rotaOf(asVisit('2026-12-03')), at('2026-11-26 08:00')),
    ).toBeNull();
  });
});
