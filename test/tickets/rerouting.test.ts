import { describe, expect, it } from 'vitest';
import type { Directory } from '../../src/campus/index.js';
import { dayVersionOf } from '../../src/service-rules-version.js';
import { toCommand, withDirectory } from '../../src/tickets/requests.js';
import { partyToday, reroutingOf } from '../../src/tickets/rerouting.js';
import type { TicketRequest } from '../../src/tickets/index.js';
import { cityOf, type City } from './city-of-days.js';
import {
  assignTo,
  claim,
  comment,
  helpdesk,
  people,
  rules,
  solve,
  south,
  Story,
  urgent,
  vendor,
} from './given.js';

/** The ticket's days: Wednesday to Friday of one week. */
const today = '2026-11-18';
const friday = '2026-11-20';
const managerAway = { who: 'manager', from: today, to: friday };
const deputyAway = { who: 'deputy', from: today, to: friday };

/** Brings the ticket to what the directory of today comes to; what was done, in order. */
function reroute(story: Story, city: City | Directory): string[] {
  const directory = 'inForce' in city ? city : cityOf(city);
  const done: string[] = [];
  for (;;) {
    const command = reroutingOf(story.ticket, directory, story.now);
    if (!command) return done;
    story.by('system', command);
    done.push(command.does);
    if (done.length > 3) throw new Error(`it never comes to rest: ${done.join()}`);
  }
}

function asked(story: Story, who: keyof typeof people, request: TicketRequest, city: City = {}): Story {
  const knowledge = { directory: cityOf(city), rules, now: story.now };
  const command = toCommand(request, story.ticket, people[who], knowledge);
  if ('code' in command) throw new Error(command.code);
  return story.by(who, command);
}

const where = ({ ticket: { state, handledBy } }: Story) => [
  state,
  handledBy?.campusId ?? handledBy?.party,
  handledBy?.person?.id ?? null,
];

describe('a school that moves to another campus', () => {
  const moved = { campusOfSchool: 'south' } as const;

  it('takes along what is new, by cards alone', () => {
    const story = Story.submitted();
    expect(reroute(story, moved)).toEqual(['move']);
    expect(where(story)).toEqual(['new', 'south', null]);
    expect(story.calls).toEqual([]);
    expect(story.shows).toEqual(['requester', 'channel', 'former-1']);
  });

  it('takes along what somebody has, which is new there: whoever had it has not answered', () => {
    const story = Story.submitted().by('manager', claim);
    expect(story.ticket.results.firstResponse).not.toBeNull();
    reroute(story, moved);
    expect(where(story)).toEqual(['new', 'south', null]);
    expect(story.ticket.firstRespondedAt).toBeNull();
    expect(story.ticket.results.firstResponse).toBeNull();
  });

  it('leaves the first response that the requester has read', () => {
    const story = Story.submitted().by('manager', claim).by('manager', comment);
    const { firstRespondedAt } = story.ticket;
    reroute(story, moved);
    expect([story.ticket.firstRespondedAt, story.ticket.state]).toEqual([firstRespondedAt, 'new']);
  });

  it('takes along what waits, until the same day, and nobody has it', () => {
    const until = '2026-11-24T08:00:00.000Z';
    const story = Story.submitted().by('manager', { verb: 'plan-visit', until, note: 'Next time' });
    reroute(story, moved);
    expect(where(story)).toEqual(['waiting', 'south', null]);
    expect(story.ticket).toMatchObject({ waitingFor: 'visit', waitingUntil: until });
    story.at('2026-11-24 09:00').clock();
    expect(story.ticket.state).toBe('new');
  });

  it('ends an open offer', () => {
    const story = Story.submitted().by('manager', claim);
    story.by('manager', { verb: 'offer', to: { party: 'helpdesk', campusId: null }, note: '' });
    reroute(story, moved);
    expect(story.ticket.offer).toBeNull();
    expect(story.ticket.places.map(({ name }) => name)).toEqual(['requester', 'former-2', 'former-1']);
  });

  it('leaves what was handed over on purpose, as long as whoever has it is there', () => {
    const story = Story.submitted().by('dispatcher', { verb: 'assign', handledBy: helpdesk });
    expect(reroute(story, moved)).toEqual([]);
    const atSouth = Story.submitted().by('dispatcher', assignTo('otherManager', { ...helpdesk, ...south }));
    expect(reroute(atSouth, {})).toEqual([]);
    expect(reroute(atSouth, { campuses: ['north'] })).toEqual(['move']);
    expect(where(atSouth)).toEqual(['new', 'north', null]);
  });

  it('leaves the incident that it is a part of', () => {
    const incident = { id: 'S7M3QX', title: 'No WLAN', status: '', statusAt: '2026-11-18T08:00:00.000Z' };
    const story = Story.submitted().by('dispatcher', { verb: 'attach', incident });
    reroute(story, moved);
    expect(story.ticket.incident).toEqual(incident);
  });

  it('goes to the help desk where it has no campus any more', () => {
    const story = Story.submitted(urgent);
    reroute(story, { campusOfSchool: null });
    expect(where(story)).toEqual(['new', 'helpdesk', null]);
    expect(story.ticket.handledBy?.reason).toEqual({ code: 'no-campus' });
  });

  it('has what is reopened at the campus of today, where it is new', () => {
    const story = asked(
      Story.submitted().by('manager', solve),
      'requester',
      { verb: 'reopen', text: '' },
      moved,
    );
    expect(where(story)).toEqual(['new', 'south', null]);
    expect(story.shows).toContain('former-1');
    const stayed = asked(Story.submitted().by('manager', solve), 'requester', { verb: 'reopen', text: '' });
    expect(where(stayed)).toEqual(['claimed', 'north', 'manager']);
  });
});

describe('a duplicate that goes its own way again', () => {
  const moved = { campusOfSchool: 'south' } as const;
  const other = { id: 'R2T4V6', revision: 3, waitingFor: null, waitingUntil: null, solution: null };
  const duplicate = () =>
    Story.submitted()
      .by('manager', claim)
      .by('manager', { verb: 'merge', into: other.id })
      .by('system', { verb: 'merged', followed: { ...other, state: 'claimed', closedAs: null } });
  const separate = { verb: 'unmerge', text: '' } as const;

  it('is at the campus of today where it is separated, measured by today', () => {
    const story = asked(duplicate(), 'dispatcher', separate, moved);
    expect(where(story)).toEqual(['new', 'south', null]);
    expect(story.ticket.grounds.campusId).toBe('south');
    expect(story.shows).toContain('former-1');
    expect(where(asked(duplicate(), 'dispatcher', separate))).toEqual(['claimed', 'north', 'manager']);
  });

  it('is there also where the other one ended without a solution', () => {
    const followed = { ...other, revision: 5, state: 'closed', closedAs: 'withdrawn' } as const;
    const story = duplicate();
    const knowledge = { directory: cityOf(moved), now: story.now };
    story.by('system', withDirectory({ verb: 'news', followed }, story.ticket, knowledge));
    expect(where(story)).toEqual(['new', 'south', null]);
    expect(story.ticket.grounds.campusId).toBe('south');
    expect(reroute(story, moved)).toEqual([]);
  });
});

describe('an absence', () => {
  const away = { away: [managerAway] };

  it('is the reason of what is new, with the day until which it lasts', () => {
    const story = Story.submitted();
    expect(reroute(story, away)).toEqual(['reason']);
    expect(story.ticket.handledBy?.reason).toEqual({ code: 'deputy', for: 'Manager', until: friday });
    reroute(story, { away: [{ ...managerAway, to: '2026-11-19' }] });
    expect(story.ticket.handledBy?.reason).toMatchObject({ until: '2026-11-19' });
    reroute(story, {});
    expect(story.ticket.handledBy?.reason).toEqual({ code: 'campus-of-school' });
  });

  it('offers what the absent person has to whoever stands in, once; the card stays where it is', () => {
    const story = Story.submitted().by('manager', claim);
    expect(reroute(story, away)).toEqual(['offer', 'reason']);
    expect(story.ticket.offer).toMatchObject({
      to: { party: 'campus', campusId: 'north', person: people.deputy },
      by: people.manager,
    });
    expect(story.ticket.handledBy?.person).toEqual(people.manager);
    expect(story.shows).toEqual(['requester', 'channel']);
    expect(reroute(story, away)).toEqual([]);
  });

  it('tells the offer by way of the channel’s own document', () => {
    const story = Story.submitted().by('manager', claim);
    const command = reroutingOf(story.ticket, cityOf(away), story.now);
    if (!command) throw new Error('nothing was found');
    story.by('system', command);
    expect(story.outbox.filter(({ kind }) => kind === 'tell')).toMatchObject([{ about: 'offer-absence' }]);
  });

  it('makes whoever accepts the assignee, for the same reason as before', () => {
    const story = Story.submitted().by('manager', claim).by('manager', vendor);
    reroute(story, away);
    asked(story, 'deputy', { verb: 'accept' }, away);
    expect(where(story)).toEqual(['waiting', 'north', 'deputy']);
    expect(story.ticket.handledBy?.reason.code).toBe('deputy');
    expect(story.ticket.places.map(({ name }) => name)).toEqual(['requester', 'channel']);
    expect(reroute(story, away)).toEqual([]);
  });

  it('that the deputy declines is the help desk’s to arrange, and is not offered again for this absence', () => {
    const story = Story.submitted().by('manager', claim);
    reroute(story, away);
    story.by('deputy', { verb: 'decline', note: 'Too much' });
    expect(story.calls).toEqual(['helpdesk: offer-declined']);
    expect(reroute(story, away)).toEqual([]);
    story.at('2026-11-25 09:00');
    const again = { away: [{ who: 'manager', from: '2026-11-25', to: '2026-11-25' }] };
    expect(reroute(story, again)).toContain('offer');
  });

  it('that nobody answers within 60 service minutes is told to the help desk', () => {
    const story = Story.submitted().by('manager', claim);
    reroute(story, away);
    story.at('2026-11-18 10:00');
    expect(story.clock()).toEqual(['offer-unanswered']);
  });

  it('that ends early ends the open offer', () => {
    const story = Story.submitted().by('manager', claim);
    reroute(story, away);
    expect(reroute(story, {})).toEqual(['end-offer', 'reason']);
    expect(where(story)).toEqual(['claimed', 'north', 'manager']);
    expect(story.ticket.offer).toBeNull();
  });

  it('of who was asked asks the next one', () => {
    const story = Story.submitted().by('manager', claim);
    const named = { ...managerAway, deputy: 'other-manager' };
    reroute(story, { away: [named] });
    expect(story.ticket.offer?.to.person?.id).toBe('other-manager');
    const both = [named, { who: 'other-manager', from: today, to: friday }];
    expect(reroute(story, { away: both })).toContain('offer');
    expect(story.ticket.offer?.to.person?.id).toBe('deputy');
  });

  it('leaves an offer that the absent person made before', () => {
    const story = Story.submitted().by('manager', claim);
    story.by('manager', { verb: 'offer', to: south, note: '' });
    expect(reroute(story, away)).toEqual(['reason']);
    expect(story.ticket.offer?.to).toEqual(south);
  });

  it('ends with the offer where the ticket is released or assigned', () => {
    for (const command of [{ verb: 'release' } as const, assignTo('deputy')]) {
      const story = Story.submitted().by('manager', claim);
      reroute(story, away);
      story.by('manager', command);
      expect(story.ticket.offer).toBeNull();
    }
  });

  it('of a dispatcher frees what that person has, unless a dispatcher is named to stand in', () => {
    const taken = () =>
      Story.submitted().by('dispatcher', { verb: 'assign', handledBy: helpdesk }).by('dispatcher', claim);
    const absence = { who: 'dispatcher', from: today, to: friday };
    const freed = taken();
    expect(reroute(freed, { away: [absence] })).toEqual(['free']);
    expect(where(freed)).toEqual(['new', 'helpdesk', null]);
    expect(freed.ticket.firstRespondedAt).toBeNull();
    const offered = taken();
    expect(reroute(offered, { away: [{ ...absence, deputy: 'other-dispatcher' }] })).toEqual(['offer']);
  });
});

describe('an assignee who has left', () => {
  it('leaves it free for everybody: nobody stands in for that person, and a claim is no answer', () => {
    const story = Story.submitted().by('administrator', claim);
    expect(reroute(story, {})).toEqual(['free']);
    expect(where(story)).toEqual(['new', 'north', null]);
    expect(story.ticket.firstRespondedAt).toBeNull();
    expect(reroute(story, {})).toEqual([]);
  });

  it('is looked for anew as soon as the organisation is applied without that person', () => {
    const now = Story.draft().now;
    const staffed = (deputy: string | null): Directory => cityOf({ deputy });
    const without = (id: string): Directory => ({
      ...staffed('deputy'),
      people: staffed('deputy').people.filter((person) => person.id !== id),
    });
    expect(dayVersionOf(staffed('deputy'), now)).toBe(dayVersionOf(staffed('deputy'), now));
    expect(dayVersionOf(without('other-provider'), now)).not.toBe(dayVersionOf(staffed('deputy'), now));
  });
});

describe('whoever stands in', () => {
  it('at the help desk is looked for anew when the absence names somebody else, or nobody', () => {
    const now = Story.draft().now;
    const named = (deputy?: 'other-dispatcher' | 'administrator'): string =>
      dayVersionOf(
        cityOf({ away: [{ who: 'dispatcher', from: today, to: friday, ...(deputy && { deputy }) }] }),
        now,
      );
    expect(new Set([named(), named('other-dispatcher'), named('administrator')]).size).toBe(3);
    expect(named('other-dispatcher')).toBe(named('other-dispatcher'));
  });
});

describe('a campus with nobody in force', () => {
  const nobody = { away: [managerAway, deputyAway] };

  it('leaves its tickets to the help desk, and has them back when somebody is there again', () => {
    for (const story of [Story.submitted(), Story.submitted().by('manager', claim)]) {
      expect(reroute(story, nobody)).toEqual(['move']);
      expect(where(story)).toEqual(['new', 'helpdesk', null]);
      expect(story.ticket.handledBy?.reason).toEqual({ code: 'nobody-in-force' });
      reroute(story, {});
      expect(where(story)).toEqual(['new', 'north', null]);
    }
  });

  it('has nothing back that somebody at the help desk has taken', () => {
    const story = Story.submitted();
    reroute(story, nobody);
    story.by('dispatcher', claim);
    expect(reroute(story, {})).toEqual([]);
    expect(where(story)).toEqual(['claimed', 'helpdesk', 'dispatcher']);
  });

  it('keeps what somebody has who is at work', () => {
    const story = Story.submitted().by('manager', assignTo('otherManager'));
    expect(reroute(story, nobody)).toEqual([]);
    expect(where(story)).toEqual(['claimed', 'north', 'other-manager']);
  });

  it('leaves to the help desk what was handed to it on purpose, too', () => {
    const story = Story.submitted().by(
      'dispatcher',
      assignTo('manager', { ...helpdesk, party: 'campus', campusId: 'north' }),
    );
    reroute(story, nobody);
    expect(where(story)).toEqual(['new', 'helpdesk', null]);
  });
});

describe('what was found of a ticket', () => {
  it('is refused where somebody else has it by now', () => {
    const story = Story.submitted();
    const command = reroutingOf(story.ticket, cityOf({ campusOfSchool: 'south' }), story.now);
    if (!command) throw new Error('nothing was found');
    story.by('manager', claim);
    expect(story.refusal('system', command)).toBe('nothing-to-do');
  });

  it('is refused where a person has offered it to another party by now: that goes first', () => {
    const story = Story.submitted().by('manager', claim);
    const command = reroutingOf(story.ticket, cityOf({ away: [managerAway] }), story.now);
    if (command?.does !== 'offer') throw new Error('no offer was found');
    story.by('manager', { verb: 'offer', to: south, note: '' });
    for (const does of ['offer', 'end-offer'] as const)
      expect(story.refusal('system', { ...command, does })).toBe('nothing-to-do');
    expect(story.ticket.offer?.to).toEqual(south);
  });

  it('is nothing for what is over, and for a draft', () => {
    const moved = cityOf({ campusOfSchool: 'south' });
    const solved = Story.submitted().by('manager', solve);
    expect(reroutingOf(solved.ticket, moved, solved.now)).toBeNull();
    expect(reroutingOf(Story.draft().ticket, moved, solved.now)).toBeNull();
    expect(partyToday(Story.draft().ticket, moved, solved.now)).toBeNull();
  });
});
