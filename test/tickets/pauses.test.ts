import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoOf, type Instant } from '../../src/sla/index.js';
import { resolutionPauses, phasesOf, updatePauses } from '../../src/tickets/pauses.js';
import type { Ticket } from '../../src/tickets/index.js';
import { at, shown } from '../sla/berlin.js';
import { assignTo, campus, claim, question, solve, south, Story, vendor } from './given.js';
import { sequences, written } from './sequences.js';

const comment = { verb: 'comment', text: 'It is the one by the window.' } as const;
const visit = { verb: 'plan-visit', until: isoOf(at('2026-11-20 07:30')), note: '' } as const;
const handOver = { verb: 'assign', handledBy: { ...campus, ...south, person: null }, note: '' } as const;

const held = (hold: typeof question | typeof vendor = question) =>
  Story.submitted().by('manager', claim).at('2026-11-18 10:00').by('manager', hold).at('2026-11-18 12:00');

/** Why the clock of the resolution stood still, and from when to when. */
function pauses({ ticket }: Story): string[] {
  return resolutionPauses(phasesOf(ticket.history)).map(
    ({ why, from, to }) => `${why} ${time(from)}–${to === null ? '' : time(to)}`,
  );
}

function time(instant: Instant): string {
  return shown(instant).slice(-5);
}

describe('the clock of the resolution stands still', () => {
  it('while the ticket waits for the requester, until the staff goes on', () => {
    expect(pauses(held())).toEqual(['requester 10:00–']);
    expect(pauses(held().by('manager', { verb: 'resume' }))).toEqual(['requester 10:00–12:00']);
  });

  it('until the requester answers', () => {
    expect(pauses(held().by('requester', comment))).toEqual(['requester 10:00–12:00']);
  });

  it('beyond a word of the staff, an edit and a new person for the ticket', () => {
    const story = held()
      .by('manager', comment)
      .by('requester', { verb: 'edit', changes: { room: '7' }, handledBy: null })
      .by('manager', assignTo('deputy'));
    expect(pauses(story)).toEqual(['requester 10:00–']);
  });

  it('for the vendor, whatever the requester says', () => {
    expect(pauses(held(vendor).by('requester', comment))).toEqual(['vendor 10:00–']);
  });

  it('until the ticket is given back, handed to a whole party, or a visit is planned', () => {
    expect(pauses(held().by('manager', { verb: 'release' }))).toEqual(['requester 10:00–12:00']);
    expect(pauses(held().by('dispatcher', handOver))).toEqual(['requester 10:00–12:00']);
    expect(pauses(held().by('manager', visit))).toEqual(['requester 10:00–12:00']);
  });

  it('not for a visit', () => {
    expect(pauses(Story.submitted().by('manager', visit))).toEqual([]);
  });

  it('for two reasons that touch, each by its own', () => {
    const story = held().by('manager', { verb: 'resume' }).by('manager', vendor);
    expect(pauses(story.at('2026-11-18 13:00').by('manager', { verb: 'resume' }))).toEqual([
      'requester 10:00–12:00',
      'vendor 12:00–13:00',
    ]);
  });

  it('from the solution to the reopening, closed or not', () => {
    const solved = held(vendor).by('manager', solve);
    const reopen = { verb: 'reopen', text: '', assigneeInForce: true } as const;
    expect(pauses(solved.at('2026-11-18 13:00').by('dispatcher', { verb: 'close' }))).toEqual([
      'vendor 10:00–12:00',
      'resolved 12:00–13:00',
      'closed 13:00–',
    ]);
    expect(pauses(solved.at('2026-11-18 14:00').by('requester', reopen))).toEqual([
      'vendor 10:00–12:00',
      'resolved 12:00–13:00',
      'closed 13:00–14:00',
    ]);
  });
});

describe('nobody expects news', () => {
  it('until the date of a visit, even if the clock comes late', () => {
    const story = Story.submitted().by('manager', visit).at('2026-11-23 09:00');
    story.clock();
    const [pause] = updatePauses(phasesOf(story.ticket.history));
    expect(shown(pause?.to ?? 0)).toBe('Fri 2026-11-20 07:30');
  });
});

describe('the phases of any history', () => {
  it('are the states that the ticket really had between its entries', () => {
    fc.assert(
      fc.property(sequences, (sequence) => {
        const last = written(sequence).at(-1);
        if (!last) return;
        const phases = phasesOf(last.ticket.history);
        for (const { ticket, now } of lastOfEachInstant(sequence)) {
          expect(phases.find(({ from, to }) => from <= now && (to === null || now < to))?.name).toBe(
            standing(ticket),
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  it('follow one another without gap from submit on', () => {
    fc.assert(
      fc.property(sequences, (sequence) => {
        const last = written(sequence).at(-1);
        if (!last) return;
        const phases = phasesOf(last.ticket.history);
        expect(phases.slice(1).map(({ from }) => from)).toEqual(phases.slice(0, -1).map(({ to }) => to));
        const submitted = last.ticket.history.find(({ command }) => command.verb === 'submit');
        expect(phases[0] && isoOf(phases[0].from)).toBe(submitted?.at);
        expect(phases.filter(({ to }) => to === null)).toHaveLength(phases.length === 0 ? 0 : 1);
      }),
      { numRuns: 300 },
    );
  });
});

function lastOfEachInstant(sequence: Parameters<typeof written>[0]): ReturnType<typeof written> {
  const moments = written(sequence);
  return moments.filter(({ now }, index) => moments[index + 1]?.now !== now);
}

/** What the state machine says, in the words of the phases. */
function standing({ state, waitingFor }: Ticket): string | undefined {
  if (state === 'draft') return undefined;
  if (state === 'waiting') return waitingFor ?? undefined;
  return state === 'new' || state === 'claimed' ? 'work' : state;
}
