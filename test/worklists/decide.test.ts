import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dropMove,
  dropTell,
  hasWork,
  recordWorklistCard,
  type Worklist,
  type WorklistCommand,
} from '../../src/worklists/index.js';
import { after, ask, made, nextAt, siteIds, visitAt } from './given.js';

const [first, second] = siteIds;
const stateOf = ({ sites }: Worklist, siteId: string = first) =>
  sites.find((site) => site.siteId === siteId)?.state;
const missed = (fields: object = {}): WorklistCommand => ({
  verb: 'missed',
  siteId: first,
  reason: 'The car broke down.',
  contacts: ['contact'],
  ticketIds: ['AAAAAA'],
  next: nextAt(first),
  ...fields,
});
const moveLeft = (ticketIds: readonly string[]): WorklistCommand => ({
  verb: 'move-left',
  siteId: first,
  ticketIds,
  next: nextAt(first),
  note: 'Next time.',
});

describe('a visit on the list', () => {
  test('is ticked off once, and taken back', () => {
    const done = after(made(), { verb: 'done', siteId: first });
    expect([stateOf(done), stateOf(done, second)]).toEqual(['done', 'planned']);
    expect(ask(done, { verb: 'done', siteId: first }, { id: 'again' })).toMatchObject({
      refusal: { code: 'settled' },
    });
    expect(stateOf(after(done, { verb: 'take-back', siteId: first }))).toBe('planned');
    expect(ask(made(), { verb: 'done', siteId: 'elsewhere' })).toMatchObject({
      refusal: { code: 'unknown-site' },
    });
  });

  test('is missed for a reason; what was planned goes on, and contacts are told', () => {
    const list = after(made(), missed());
    expect(stateOf(list)).toBe('missed');
    expect(list.moves).toMatchObject([{ ticketId: 'AAAAAA', note: 'The car broke down.' }]);
    expect(list.tells).toEqual([{ personId: 'contact', siteId: first }]);
    for (const [reason, code] of [
      [' ', 'text-missing'],
      ['x'.repeat(501), 'too-long'],
    ] as const) {
      expect(ask(made(), missed({ reason }))).toMatchObject({ refusal: { code } });
    }
    expect(ask(made(), missed({ reason: '' }), { byClock: true }).kind).toBe('accepted');
    const without = after(made(), missed({ next: null }));
    expect([without.moves, without.sites[0]?.movedTo]).toEqual([[], null]);
  });

  test('passes on what is left, each ticket once at a time', () => {
    const list = after(made(), moveLeft(['AAAAAA', 'BBBBBB']));
    expect(stateOf(list)).toBe('done');
    expect(ask(list, moveLeft(['BBBBBB']), { id: 'again' })).toMatchObject({
      refusal: { code: 'nothing-left' },
    });
    const more = after(list, moveLeft(['BBBBBB', 'CCCCCC']), 'more');
    expect(more.moves.map(({ ticketId }) => ticketId)).toEqual(['AAAAAA', 'BBBBBB', 'CCCCCC']);
    expect(new Set(more.moves.map(({ key }) => key)).size).toBe(3);
  });

  test('says where the rest went once a ticket has gone there, and which could not', () => {
    const list = after(made(), moveLeft(['AAAAAA', 'BBBBBB']));
    expect(list.sites[0]?.movedTo).toBeNull();
    const [one, other] = list.moves;
    const refused = dropMove(list, one?.key ?? '', false);
    expect(refused.sites[0]).toMatchObject({ movedTo: null, notMoved: ['AAAAAA'] });
    const moved = dropMove(refused, other?.key ?? '', true);
    expect(moved.sites[0]).toMatchObject({ movedTo: nextAt(first), notMoved: ['AAAAAA'] });
  });

  test('of which the rota knows nothing any more stays on the list as such, and comes back', () => {
    const without = after(made(), { verb: 'follow-rota', visits: [visitAt(second)] });
    expect([stateOf(without), stateOf(without, second)]).toEqual(['off', 'planned']);
    const back = after(without, { verb: 'follow-rota', visits: siteIds.map(visitAt) });
    expect(stateOf(back)).toBe('planned');
    expect(ask(back, { verb: 'follow-rota', visits: siteIds.map(visitAt) }, { id: 'again' })).toMatchObject({
      refusal: { code: 'nothing-to-do' },
    });
    const done = after(made(), { verb: 'done', siteId: first });
    // What was done stays done.
    expect(ask(done, { verb: 'follow-rota', visits: [visitAt(second)] })).toMatchObject({
      refusal: { code: 'nothing-to-do' },
    });
  });

  test('is no visit that comes where nobody is at work, also when it comes back into the rota; else it does', () => {
    const cancelled = { verb: 'rota-changed', movedTo: null, contacts: ['contact'] } as const;
    const off = { ...cancelled, visit: visitAt(first), state: 'off', reason: 'training' } as const;
    const back = { ...cancelled, visit: visitAt(first), state: 'planned', reason: '' } as const;
    const unmanned = after(after(made(), off), { verb: 'unmanned' });
    const restored = after(unmanned, back);
    expect(restored.sites[0]).toMatchObject({ siteId: first, state: 'missed' });
    expect(restored.tells).toEqual([]);
    const followed = after(unmanned, { verb: 'follow-rota', visits: siteIds.map(visitAt) });
    expect(followed.sites[0]).toMatchObject({ siteId: first, state: 'missed' });
    const manned = after(unmanned, { verb: 'send', to: 'deputy' });
    expect(after(manned, back).sites[0]).toMatchObject({ siteId: first, state: 'planned' });
  });

  test('whose contact is not reached is told by phone until somebody says so', () => {
    const call = { personId: 'contact', siteId: first };
    const list = dropTell(after(made(), missed()), call, false);
    expect([list.tells, list.toInform]).toEqual([[], [call]]);
    expect(after(list, { verb: 'informed', ...call }).toInform).toEqual([]);
    expect(dropTell(after(made(), missed()), call, true).toInform).toEqual([]);
  });
});

describe('the same press', () => {
  const commands: readonly WorklistCommand[] = [
    { verb: 'done', siteId: first },
    { verb: 'take-back', siteId: first },
    { verb: 'done', siteId: second },
    { verb: 'send', to: null },
    { verb: 'touch' },
    missed(),
    missed({ siteId: second, next: nextAt(second), ticketIds: ['BBBBBB'] }),
    moveLeft(['AAAAAA', 'CCCCCC']),
    { verb: 'follow-rota', visits: [visitAt(second)] },
  ];

  test('changes nothing when it comes again, whatever was pressed before', () => {
    const presses = fc.array(fc.nat({ max: commands.length - 1 }), { maxLength: 12 });
    fc.assert(
      fc.property(presses, (numbers) => {
        let list = made();
        numbers.forEach((number, index) => {
          const command = commands[number] ?? { verb: 'touch' };
          const decision = ask(list, command, { id: String(index) });
          if (decision.kind === 'refused') return;
          list = decision.worklist;
          expect(ask(list, command, { id: String(index) })).toEqual({ kind: 'replayed', worklist: list });
        });
        expect(new Set(list.moves.map(({ key }) => key)).size).toBe(list.moves.length);
        expect(list.sites.map(({ siteId }) => siteId).toSorted()).toEqual([...siteIds]);
        expect(list.wakeAt !== null || !hasWork(list)).toBe(true);
      }),
    );
  });

  test('what was done by delivery is done once, however often it is written down', () => {
    const list = after(made(), moveLeft(['AAAAAA']));
    const key = list.moves[0]?.key ?? '';
    const once = dropMove(list, key, true);
    expect(once.moves).toEqual([]);
    expect(dropMove(once, key, true)).toBe(once);
  });
});

describe('a look whether a card is still right', () => {
  const place = {
    conversation: { serviceUrl: 'https://example.org', conversationId: 'chat' },
    activityId: 'a',
  };
  const shown = (seen: string | null) =>
    recordWorklistCard(made(), { ...place, shownRevision: made().revision }, seen);
  const look = (seen: string) => ({ verb: 'look', seen, lookAt: null }) as const;

  test('has it edited only where it would show something else, and not where nobody knows what it shows', () => {
    expect(hasWork(after(shown('one'), look('one')))).toBe(false);
    expect(hasWork(after(shown('one'), look('two')))).toBe(true);
    expect(hasWork(after(shown(null), look('two')))).toBe(false);
    expect(hasWork(after(made(), look('two')))).toBe(false);
  });

  test('leaves room for what people press, so that the same press is still known in the evening', () => {
    const pressed = after(made(), { verb: 'done', siteId: first }, 'press');
    const looked = Array.from({ length: 100 }).reduce<Worklist>(
      (list, _, index) => after(list, look('x'), `look:${String(index)}`),
      pressed,
    );
    expect(ask(looked, { verb: 'done', siteId: first }, { id: 'press' }).kind).toBe('replayed');
  });
});
