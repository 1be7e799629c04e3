import type { Instant } from '../../src/sla/index.js';
import type { Report, Rules, Ticket, TicketRequest } from '../../src/tickets/index.js';
import type { Chance } from '../crash/chance.js';
import { drawDeed } from './deeds.js';
import { hourMs, minuteMs } from './school-year.js';

/** Who does something; which person that is shows when it is done. */
export type Doer = 'teacher' | 'holder' | 'in-force' | 'dispatcher' | 'asked';

/** What is going to be done with a ticket; without a request somebody only looks at it again. */
export interface Planned {
  readonly at: Instant;
  readonly by: Doer;
  readonly request: TicketRequest | null;
}

const dayMs = 24 * hourMs;

/** How people treat one ticket: some answer at once, some late or never. Drawn when it is reported. */
export class TicketLife {
  /** Service minutes until somebody answers, as a share of the promise; null where nobody ever does. */
  readonly #answeredAfter: number | null;
  /** The same until it is solved. */
  readonly #solvedAfter: number;
  #deedsLeft: number;
  #reopenings: number;
  #looks = 0;

  constructor(
    readonly number: number,
    readonly id: string,
    readonly teacherId: string,
    readonly report: Report,
    private readonly rules: Rules,
    private readonly chance: Chance,
  ) {
    this.#answeredAfter = chance.is(0.03) ? null : this.#share(0.55, 0.15, 0.1);
    this.#solvedAfter = this.#share(0.5, 0.15, 0.08);
    this.#deedsLeft = chance.is(0.3) ? 0 : Math.floor(chance.between(0, 5));
    this.#reopenings = chance.is(0.1) ? 1 : 0;
  }

  /** What happens next with the ticket as it is now; null where everybody leaves it alone. */
  next(ticket: Ticket, now: Instant): Planned | null {
    switch (ticket.state) {
      case 'draft':
        return null;
      case 'new':
        return ticket.offer ? this.#answerToOffer(now) : this.#answer(ticket, now);
      case 'claimed':
        return ticket.offer ? this.#answerToOffer(now) : this.#work(ticket, now);
      case 'waiting':
        return this.#waiting(ticket, now);
      case 'resolved':
        return this.#resolved(now);
      case 'closed':
        return this.#closed(ticket, now);
    }
  }

  /** Up to 75 %, up to 90 % and up to 100 % of the promise with these probabilities, else later, some much later. */
  #share(early: number, warned: number, late: number): number {
    const { chance } = this;
    const draw = chance.next();
    if (draw < early) return chance.between(0.01, 0.75);
    if (draw < early + warned) return chance.between(0.75, 0.9);
    if (draw < early + warned + late) return chance.between(0.9, 1);
    return chance.is(0.6) ? chance.between(1, 2) : chance.between(2, 6);
  }

  #answer(ticket: Ticket, now: Instant): Planned {
    const { chance } = this;
    if (chance.is(0.02)) return this.#plan(this.#teacherAt(now, 5 * hourMs), 'teacher', this.#earlyEdit());
    if (chance.is(0.03))
      return this.#plan(this.#teacherAt(now, 3 * hourMs), 'teacher', { verb: 'escalate', text: '' });
    if (this.#answeredAfter === null) {
      const isWithdrawn = chance.is(0.5);
      const at = this.#staffAt(now, chance.between(3_000, 6_000));
      return this.#plan(
        at,
        isWithdrawn ? 'teacher' : 'dispatcher',
        isWithdrawn ? { verb: 'withdraw', text: '' } : { verb: 'claim' },
      );
    }
    const isFirst = ticket.firstRespondedAt === null && ticket.history.length < 4;
    const target = this.rules.policy.targets[ticket.priority ?? 'P4'].firstResponse;
    const minutes = isFirst ? target * this.#answeredAfter : chance.between(1, 200);
    return this.#plan(
      this.#staffAt(now, minutes),
      chance.is(0.05) ? 'dispatcher' : 'in-force',
      this.#firstDeed(ticket, now),
    );
  }

  #firstDeed(ticket: Ticket, now: Instant): TicketRequest {
    const draw = this.chance.next();
    if (draw < 0.75) return { verb: 'claim' };
    if (draw < 0.82) return { verb: 'comment', text: 'We are on it.' };
    if (draw < 0.84) return { verb: 'note', text: 'Known fault?' };
    if (draw < 0.9) return { verb: 'plan-visit', untilDate: this.#date(now, 5), note: 'We come by.' };
    if (draw < 0.92) return drawDeed('offer', ticket, this.chance, () => this.#date(now, 5));
    return { verb: 'resolve', solution: 'Done.' };
  }

  /** Until it is to be solved, some more happens; then it is solved. */
  #work(ticket: Ticket, now: Instant): Planned {
    const { chance } = this;
    const target = this.rules.policy.targets[ticket.priority ?? 'P4'].resolution * this.#solvedAfter;
    const start = Date.parse(ticket.submittedAt ?? ticket.createdAt);
    const left = Math.max(
      chance.between(1, 60),
      target - this.rules.calendar.serviceMinutesBetween(start, now),
    );
    if (this.#deedsLeft <= 0)
      return this.#plan(this.#staffAt(now, left), 'holder', { verb: 'resolve', solution: 'Done.' });
    this.#deedsLeft -= 1;
    const at = this.#staffAt(now, (left * chance.next()) / (this.#deedsLeft + 1));
    const byTeacher = chance.is(0.25);
    if (byTeacher)
      return this.#plan(
        this.#daytime(at),
        'teacher',
        drawDeed('teacher', ticket, chance, () => ''),
      );
    return this.#plan(
      at,
      'holder',
      drawDeed('staff', ticket, chance, () => this.#date(at, 10)),
    );
  }

  #waiting(ticket: Ticket, now: Instant): Planned {
    const { chance } = this;
    if (ticket.offer) return this.#answerToOffer(now);
    if (ticket.waitingFor === 'requester') return this.#askedTeacher(now);
    const until = ticket.waitingUntil === null ? null : Date.parse(ticket.waitingUntil);
    if (until === null) {
      return this.#plan(this.#staffAt(now, chance.between(100, 4_000)), 'holder', { verb: 'resume' });
    }
    if (until <= now || chance.is(0.8)) {
      const at = this.#staffAt(Math.max(until, now), chance.between(1, 600));
      const solves = ticket.waitingFor === 'visit' && chance.is(0.7);
      return this.#plan(at, 'holder', solves ? { verb: 'resolve', solution: 'Replaced.' } : null);
    }
    const at = this.#staffAt(now, chance.between(5, 500));
    const isMoved = ticket.waitingFor === 'visit' && chance.is(0.5);
    return this.#plan(
      at,
      'holder',
      isMoved
        ? { verb: 'plan-visit', untilDate: this.#date(at, 8), note: 'Later.' }
        : { verb: 'comment', text: 'It is coming.' },
    );
  }

  /** Two of three teachers answer; the others may be reminded, or not. */
  #askedTeacher(now: Instant): Planned {
    const { chance } = this;
    this.#looks += 1;
    const draw = chance.next();
    if (this.#looks === 1 && draw < 0.6) {
      return this.#plan(this.#teacherAt(now, 30 * hourMs), 'teacher', { verb: 'comment', text: 'Room 12.' });
    }
    if (this.#looks === 1 && draw < 0.7) {
      return this.#plan(
        this.#staffAt(now, chance.between(10, 2_000)),
        'holder',
        chance.is(0.5) ? { verb: 'resume' } : { verb: 'resolve', solution: 'Found it.' },
      );
    }
    if (draw < 0.1)
      return this.#plan(this.#teacherAt(now, 120 * hourMs), 'teacher', { verb: 'comment', text: 'Sorry.' });
    return this.#plan(now + 10 * dayMs, 'teacher', null);
  }

  #answerToOffer(now: Instant): Planned {
    const { chance } = this;
    const at = this.#staffAt(now, chance.is(0.5) ? chance.between(1, 60) : chance.between(60, 600));
    return this.#plan(
      at,
      'asked',
      chance.is(0.7) ? { verb: 'accept' } : { verb: 'decline', note: 'Not ours.' },
    );
  }

  #resolved(now: Instant): Planned | null {
    const { chance } = this;
    if (this.#reopenings > 0 && chance.is(0.7)) {
      this.#reopenings -= 1;
      this.#looks = 0;
      return this.#plan(this.#teacherAt(now, 20 * hourMs), 'teacher', {
        verb: 'reopen',
        text: 'Still broken.',
      });
    }
    const draw = chance.next();
    if (draw < 0.15)
      return this.#plan(this.#teacherAt(now, 15 * hourMs), 'teacher', { verb: 'rate', stars: 5, text: '' });
    if (draw < 0.2)
      return this.#plan(this.#teacherAt(now, 15 * hourMs), 'teacher', {
        verb: 'comment',
        text: 'Thank you.',
      });
    if (draw < 0.24)
      return this.#plan(this.#staffAt(now, chance.between(10, 400)), 'dispatcher', { verb: 'close' });
    return this.#reopenings > 0 ? this.#plan(now + 7 * dayMs, 'teacher', null) : null;
  }

  #closed({ closedAs }: Ticket, now: Instant): Planned | null {
    const isFinal = closedAs === 'withdrawn' || closedAs === 'duplicate';
    if (isFinal || this.#reopenings <= 0) return null;
    this.#reopenings -= 1;
    this.#looks = 0;
    return this.#plan(this.#teacherAt(now, 10 * hourMs), 'teacher', { verb: 'reopen', text: 'Again.' });
  }

  /** A wrong school, or what is broken told better. */
  #earlyEdit(): TicketRequest {
    const other = this.chance.oneOf(['129150', '129161', '129173', '129185', '129197', '129203', '129215']);
    const changes = this.chance.is(0.6) ? { schoolId: other, siteId: null } : { scope: 'class' as const };
    return { verb: 'edit', changes };
  }

  #plan(at: Instant, by: Doer, request: TicketRequest | null): Planned {
    return { at: Math.round(at), by, request };
  }

  /** So many service minutes later, in working hours. */
  #staffAt(now: Instant, serviceMinutes: number): Instant {
    const { calendar } = this.rules;
    return calendar.nextOpening(calendar.due(now, serviceMinutes)) + this.chance.between(0, minuteMs);
  }

  /** After some time, seldom at night. */
  #teacherAt(now: Instant, mostMs: number): Instant {
    return this.#daytime(now + this.chance.next() * this.chance.next() * mostMs + minuteMs);
  }

  #daytime(at: Instant): Instant {
    const hour = new Date(at).getUTCHours();
    const isNight = hour < 5 || hour > 20;
    return isNight && this.chance.is(0.95) ? at + 10 * hourMs : at;
  }

  /** A date within the next days. */
  #date(now: Instant, days: number): string {
    return new Date(now + dayMs * (1 + this.chance.next() * days)).toISOString().slice(0, 10);
  }
}
