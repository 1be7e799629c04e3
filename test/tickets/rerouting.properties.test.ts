import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Directory } from '../../src/campus/index.js';
import { isAway } from '../../src/campus/index.js';
import { isOpen, type Ticket } from '../../src/tickets/index.js';
import { reroutingOf } from '../../src/tickets/rerouting.js';
import { cityOf } from './city-of-days.js';
import { day, Story, type Somebody } from './given.js';
import { plausible, verbs } from './plausible.js';

const people: readonly Somebody[] = [
  'requester',
  'manager',
  'deputy',
  'otherManager',
  'dispatcher',
  'provider',
  'system',
];

const away = fc.record({
  who: fc.constantFrom('manager', 'deputy', 'other-manager', 'dispatcher', 'provider'),
  from: fc.constantFrom('2026-11-16', '2026-11-18', '2026-11-20'),
  to: fc.constantFrom('2026-11-19', '2026-11-23', '2026-12-01'),
  deputy: fc.constantFrom('deputy', 'other-manager', 'other-dispatcher', 'other-provider'),
});

const city = fc.record({
  campusOfSchool: fc.constantFrom('north', 'south', null),
  campuses: fc.constantFrom(['north', 'south'] as const, ['north'] as const),
  deputy: fc.constantFrom('deputy', null),
  away: fc.uniqueArray(away, { selector: ({ who }) => who, maxLength: 4 }),
  provider: fc.boolean(),
});

/** Something that people or the clock do, and what the directory says afterwards. */
const steps = fc.array(
  fc.record({
    who: fc.constantFrom(...people),
    verb: fc.constantFrom(...verbs.filter((verb) => verb !== 'reroute' && verb !== 'submit')),
    choice: fc.nat(20),
    laterDays: fc.constantFrom(0, 0, 1),
    city: fc.option(city, { nil: undefined }),
  }),
  { minLength: 1, maxLength: 12 },
);

/** Why the ticket is with whom it is with; null where nothing says so. An answer of its own, without the rule's code. */
function whyHere({ handledBy, report, state }: Ticket, directory: Directory, now: number): string | null {
  if (!handledBy || !isOpen(state)) return 'over';
  const { party, campusId, person, reason } = handledBy;
  const today = directory.responsibleFor(report.schoolId, report.siteId, now);
  const isThere = campusId === null || directory.campus(campusId) !== undefined;
  const assignee = person && directory.person(person.id);
  const isAtWork = person !== null && !(assignee && isAway(assignee, directory.dayOf(now)));
  const hasSomebody = campusId === null || directory.inForce(campusId, now).person !== null || isAtWork;
  if (today.party === party && today.campusId === campusId) return 'responsible';
  if (reason.code === 'handed-over' && isThere && hasSomebody) return 'handed over';
  if (party === 'helpdesk' && person) return 'taken at the help desk';
  return isThere && isAtWork && today.party === 'helpdesk' ? 'has it and is at work' : null;
}

it('after any changes of the directory, each open ticket is with whoever answers for it, was handed over, or is worked on', () => {
  fc.assert(
    fc.property(steps, (sequence) => {
      const story = Story.submitted();
      let directory = cityOf();
      for (const step of sequence) {
        story.later(step.laterDays * day);
        const command = plausible(step.verb, story.ticket, story.now, step.choice);
        if (story.ask(step.who, command).kind === 'accepted') story.by(step.who, command);
        if (step.city) directory = cityOf(step.city);
        let rounds = 0;
        for (;;) {
          const found = reroutingOf(story.ticket, directory, story.now);
          if (!found) break;
          story.by('system', found);
          expect((rounds += 1)).toBeLessThan(4);
        }
        expect(whyHere(story.ticket, directory, story.now)).not.toBeNull();
      }
    }),
    { numRuns: 300 },
  );
});
