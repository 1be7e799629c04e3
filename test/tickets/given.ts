import {
  defaultCalendar,
  defaultPolicy,
  isoOf,
  parsePolicy,
  serviceRules,
  type Instant,
} from '../../src/sla/index.js';
import {
  decide,
  dropIntention,
  dueCommand,
  newDraft,
  recordCalled,
  recordShown,
  type Actor,
  type Decision,
  type HandledBy,
  type Place,
  type Report,
  type Role,
  type Rules,
  type Ticket,
  type TicketCommand,
} from '../../src/tickets/index.js';
import { at } from '../sla/berlin.js';

export const rules: Rules = serviceRules({
  version: 'today',
  calendar: defaultCalendar,
  policy: defaultPolicy,
});

/** Rules of another day: another policy, as a file has it. */
export function rulesWith(policy: Readonly<Record<string, unknown>>, version = 'tomorrow'): Rules {
  return serviceRules({ version, calendar: defaultCalendar, policy: parsePolicy(policy) });
}

/** A Wednesday with service from 07:30 to 16:00. */
export const wednesday = at('2026-11-18 09:00');

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export const people = {
  requester: { id: 'teacher', name: 'Teacher' },
  manager: { id: 'manager', name: 'Manager' },
  deputy: { id: 'deputy', name: 'Deputy' },
  otherManager: { id: 'other-manager', name: 'Other manager' },
  contact: { id: 'contact', name: 'Contact' },
  provider: { id: 'provider', name: 'Provider' },
  dispatcher: { id: 'dispatcher', name: 'Dispatcher' },
  administrator: { id: 'administrator', name: 'Administrator' },
} as const;
export type Somebody = keyof typeof people | 'system';

const roleOf: Readonly<Record<keyof typeof people, Role>> = {
  requester: 'requester',
  manager: 'manager',
  deputy: 'manager',
  otherManager: 'manager',
  contact: 'contact',
  provider: 'provider',
  dispatcher: 'dispatcher',
  administrator: 'administrator',
};

export function actor(who: Somebody): Actor {
  return who === 'system' ? { kind: 'system' } : { kind: 'person', ...people[who], role: roleOf[who] };
}

/** Something for one person who can go on working: four service hours to the first response. */
export const report: Report = {
  category: 'ipad-hardware',
  alternatives: [],
  title: 'The screen is cracked',
  description: 'It fell from the table.',
  room: '101',
  deviceTag: null,
  scope: 'one',
  blocked: false,
  schoolId: '100001',
  siteId: '100001-1',
  bestTime: null,
  phone: null,
};

/** A lesson of a whole class cannot go on: half a service hour to the first response. */
export const urgent: Partial<Report> = { scope: 'class', blocked: true };

export const campus: HandledBy = {
  party: 'campus',
  campusId: 'north',
  person: null,
  reason: { code: 'campus-of-school' },
};
export const helpdesk: HandledBy = {
  party: 'helpdesk',
  campusId: null,
  person: null,
  reason: { code: 'handed-over', by: 'Dispatcher' },
};
export const south = { party: 'campus', campusId: 'south' } as const;

export const submit = (changes: Partial<Report> = {}): TicketCommand => ({
  verb: 'submit',
  report: { ...report, ...changes },
  handledBy: campus,
  card: null,
});

export const assignTo = (who: keyof typeof people, handledBy: HandledBy = campus): TicketCommand => ({
  verb: 'assign',
  handledBy: { ...handledBy, person: people[who] },
});

export function aDraft(now: Instant = wednesday): Ticket {
  const requester = { ...people.requester, language: 'en' } as const;
  return newDraft({ id: 'K7M3QX', requester, report, follows: null }, now);
}

/** Commands as anybody might give them; what they say does not matter. */
export const claim = { verb: 'claim' } as const;
export const release = { verb: 'release' } as const;
export const comment = { verb: 'comment', text: 'We will look at it.' } as const;
export const solve = { verb: 'resolve', solution: 'Replaced.' } as const;
export const reopen = { verb: 'reopen', text: '', assigneeInForce: true } as const;
export const question = { verb: 'hold', waitingFor: 'requester', until: null, note: 'Which one?' } as const;
export const vendor = { verb: 'hold', waitingFor: 'vendor', until: null, note: '' } as const;
export const recompute = {
  verb: 'recompute',
  rulesVersion: 'tomorrow',
  grounds: { schoolType: null, campusId: null },
} as const;

/** What one ticket goes through: who asks what at which time. What is waiting to be sent has arrived before each command. */
export class Story {
  /** The intentions that the last command added. */
  outbox: Ticket['outbox'] = [];
  #ids = 0;
  #rules = rules;

  private constructor(
    public ticket: Ticket,
    public now: Instant,
  ) {}

  static draft(now: Instant = wednesday): Story {
    return new Story(aDraft(now), now);
  }

  static submitted(changes: Partial<Report> = {}, now: Instant = wednesday): Story {
    return Story.draft(now).by('requester', submit(changes));
  }

  /** From now on these rules are in force, as after a start with another policy or calendar. */
  under(other: Rules): this {
    this.#rules = other;
    return this;
  }

  /** In Berlin, `2026-11-18 15:30`. */
  at(local: string): this {
    this.now = at(local);
    return this;
  }

  later(milliseconds: number): this {
    this.now += milliseconds;
    return this;
  }

  ask(who: Somebody, command: TicketCommand, id = `command-${(this.#ids += 1)}`): Decision {
    const ticket = delivered(this.ticket, this.now, this.#rules);
    return decide(ticket, { id, actor: actor(who), command }, this.#rules, this.now);
  }

  /** An accepted command; anything else is a fault of the test. */
  by(who: Somebody, command: TicketCommand, id?: string): this {
    const decision = this.ask(who, command, id);
    if (decision.kind !== 'accepted') throw new Error(`${command.verb}: ${JSON.stringify(decision)}`);
    this.ticket = decision.ticket;
    this.outbox = decision.ticket.outbox;
    return this;
  }

  /** The code of the refusal; what was not refused reads as what it was. */
  refusal(who: Somebody, command: TicketCommand): string {
    const decision = this.ask(who, command);
    return decision.kind === 'refused' ? decision.refusal.code : decision.kind;
  }

  /** The clock gives everything that is due now; returns what it gave. */
  clock(): string[] {
    const given: string[] = [];
    for (let due = this.#due(); due; due = this.#due()) {
      given.push(due.command.verb === 'remind' ? due.command.stage : due.command.verb);
      this.by('system', due.command, due.id);
      if (given.length > 20) throw new Error(`the clock spins: ${given.join()}`);
    }
    return given;
  }

  /** The next time at which the clock acts, once everything is sent. */
  get wakesAt(): Instant | null {
    const { wakeAt } = delivered(this.ticket, this.now, this.#rules);
    return wakeAt ? Date.parse(wakeAt) : null;
  }

  /** Who was called by the last command, at once or by way of the channel's own document, and about what. */
  get calls(): string[] {
    return this.outbox
      .filter((entry) => entry.kind === 'call' || entry.kind === 'tell')
      .map(({ to, about }) => `${to}: ${about}`);
  }

  /** Which cards the last command brings up to date. */
  get shows(): string[] {
    return this.outbox.filter((entry) => entry.kind === 'show').map(({ place }) => place);
  }

  #due(): ReturnType<typeof dueCommand> {
    return dueCommand(this.ticket, this.#rules, this.now);
  }
}

/** The ticket after everything that waits to be sent has arrived; an offer that is over is offered to nobody. */
export function delivered(ticket: Ticket, now: Instant, inForce: Rules = rules): Ticket {
  return ticket.outbox.reduce((each, entry) => {
    const { key } = entry;
    if (entry.kind === 'tell' || entry.kind === 'check' || entry.kind === 'order')
      return dropIntention(each, key, inForce, now);
    if (entry.kind === 'call') {
      const { conversation, activityId } = cardAt(each, 'channel');
      const told = [{ about: entry.about, entryId: entry.entryId }];
      const call = { at: isoOf(now), conversation, activityId, told };
      return recordCalled(each, { key, to: entry.to, call }, inForce, now);
    }
    const isOver = entry.place === 'offer' && each.offer === null;
    if (isOver) return dropIntention(each, key, inForce, now);
    return recordShown(each, { key, place: cardAt(each, entry.place) }, inForce, now);
  }, ticket);
}

export function cardAt(ticket: Ticket, name: Place['name']): Place {
  const known = ticket.places.find((place) => place.name === name);
  const conversation = { serviceUrl: 'https://example.org', conversationId: `${name}-${ticket.revision}` };
  const activityId = `card-${ticket.revision}`;
  return { ...(known ?? { name, conversation, activityId, detour: null }), shownRevision: ticket.revision };
}
