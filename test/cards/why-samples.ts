import { whyCard } from '../../src/cards/index.js';
import type { Language } from '../../src/i18n/index.js';
import { instantOf } from '../../src/sla/index.js';
import { whyView, type Ticket } from '../../src/tickets/index.js';
import { claim, entry, situations, submitted, surroundings, ticket } from './fixtures.js';
import { samplesOf, type SampleCard } from './sample.js';

/** Why a deadline is what it is: a short way to it, one over holidays and a question, one that stands still, one that was kept, one in a channel. */
export function whySamples(language: Language): readonly SampleCard[] {
  const short = ticket({}, language);
  const tickets = {
    short,
    holidays: overChristmas(language),
    still: standingStill(language),
    kept: kept(language),
    long: ticket(
      {
        priority: 'P4',
        firstRespondedAt: '2026-12-22T13:40:00.000Z',
        state: 'claimed',
        history: [submitted, claim],
      },
      language,
    ),
  };
  const seen = { ...surroundings, now: instantOf('2026-12-23T10:00:00.000Z') };
  const inChannel = whyView(short, seen);
  const cards = Object.entries(tickets).flatMap(([name, one]) => {
    const view = whyView(one, seen);
    return view ? [[name, whyCard(view, 'requester', language)] as const] : [];
  });
  return samplesOf('why', language, {
    ...Object.fromEntries(cards),
    ...(inChannel && { 'in-channel': whyCard(inChannel, 'channel', language) }),
  });
}

const asked = entry({ verb: 'hold', waitingFor: 'requester', until: null, note: '?' }, 'staff', 30);

function overChristmas(language: Language): Ticket {
  const claimedAt = '2026-12-22T13:40:00.000Z';
  const submittedAt = '2026-12-22T13:30:00.000Z';
  return ticket(
    {
      priority: 'P3',
      submittedAt,
      state: 'claimed',
      firstRespondedAt: claimedAt,
      resolutionDueAt: '2026-12-30T10:00:00.000Z',
      history: [
        { ...submitted, at: submittedAt },
        { ...claim, at: claimedAt },
        { ...asked, at: '2026-12-22T14:00:00.000Z' },
        { ...entry({ verb: 'resume' }, 'staff', 31), at: '2026-12-23T09:00:00.000Z' },
      ],
    },
    language,
  );
}

function standingStill(language: Language): Ticket {
  const waiting = situations(language)['waiting-requester'];
  return ticket({ ...waiting, history: [submitted, claim, { ...asked, at: '2026-11-24T07:50:00.000Z' }] });
}

function kept(language: Language): Ticket {
  return ticket({
    ...situations(language)['resolved'],
    results: {
      firstResponse: {
        at: '2026-11-24T07:45:00.000Z',
        dueAt: '2026-11-24T08:00:00.000Z',
        target: 30,
        used: 15,
        met: true,
      },
      resolution: {
        at: '2026-11-24T07:58:00.000Z',
        dueAt: '2026-11-24T11:30:00.000Z',
        target: 240,
        used: 28,
        met: true,
      },
    },
  });
}
