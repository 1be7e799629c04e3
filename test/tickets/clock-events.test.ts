import { describe, expect, it } from 'vitest';
import { clockEvents } from '../../src/tickets/index.js';
import { assignTo, claim, comment, question, release, rules, Story } from './given.js';

const escalate = { verb: 'escalate', text: '' } as const;

/** What each entry that moved a clock did, oldest first. */
const effects = ({ ticket, now }: Story) =>
  clockEvents(ticket, rules, now).map((event) => [event.by, ...event.effects]);

describe('what moved the clocks of a ticket', () => {
  it('is the report, the first response, each pause and the last word, and no internal note', () => {
    const story = Story.submitted().later(1).by('manager', claim).later(1).by('manager', question);
    story.later(1).by('requester', comment).later(1).by('manager', { verb: 'note', text: 'Hm.' });
    story.later(1).by('manager', comment);
    expect(effects(story)).toEqual([
      ['Teacher', 'started'],
      ['Manager', 'answered'],
      ['Manager', 'paused'],
      ['Teacher', 'resumed'],
      ['Manager', 'told'],
    ]);
  });

  it('is the solution, with which nobody waits for a word any more', () => {
    const story = Story.submitted().later(1).by('manager', claim).later(1);
    story.by('manager', { verb: 'resolve', solution: 'Replaced.' });
    expect(effects(story).at(-1)).toEqual(['Manager', 'solved', 'paused']);
  });

  it('is an edit of what promises depend on, and none of the words', () => {
    const edit = (changes: object) => ({ verb: 'edit', changes, handledBy: null }) as const;
    const story = Story.submitted().by('requester', edit({ description: 'It fell.' }));
    story.by('requester', edit({ scope: 'class' }));
    expect(effects(story)).toEqual([
      ['Teacher', 'started'],
      ['Teacher', 'changed'],
    ]);
  });

  it('is "urgent now" as long as nobody has it: afterwards it only alerts', () => {
    const last = (story: Story) => effects(story.later(1).by('requester', escalate)).at(-1);
    const changed = ['Teacher', 'changed'];
    expect(last(Story.submitted())).toEqual(changed);
    expect(last(Story.submitted().later(1).by('manager', claim))).not.toEqual(changed);
    expect(last(Story.submitted().by('manager', assignTo('deputy')))).not.toEqual(changed);
    expect(last(Story.submitted().by('manager', claim).by('manager', release))).toEqual(changed);
    const other = { id: 'R2T4V6', revision: 3, waitingFor: null, waitingUntil: null, solution: null };
    const duplicate = Story.submitted()
      .by('manager', claim)
      .by('manager', { verb: 'merge', into: other.id })
      .by('system', { verb: 'merged', followed: { ...other, state: 'claimed', closedAs: null } });
    const followed = { ...other, revision: 4, state: 'closed', closedAs: 'withdrawn' } as const;
    expect(last(duplicate.by('system', { verb: 'news', followed }))).toEqual(changed);
  });
});
