import { describe, expect, it } from 'vitest';
import {
  answerOrNewCard,
  channelCard,
  draftCard,
  incidentCard,
  photoChoiceCard,
  statusCard,
  whichReportCard,
  worksAgainCard,
} from '../../src/cards/index.js';
import { channelView, draftView, requesterView } from '../../src/tickets/index.js';
import { elementsOf } from './elements.js';
import { comment, directory, now, report, rules, submitted, surroundings, ticket } from './fixtures.js';
import { suspected } from './incident-samples.js';

const kilobyte = 1024;
/** What Teams takes as a message. */
const mostBytes = 80 * kilobyte;
const sizeOf = (card: unknown): number => Buffer.byteLength(JSON.stringify(card));
/** Each character of it is made harmless by a second one, or takes two bytes. */
const long = '*ä_['.repeat(1000);
const line = long.slice(0, 200);
const incident = { id: 'x'.repeat(200), title: long.slice(0, 120), status: long, statusAt: submitted.at };
const photos = Array.from({ length: 5 }, (_, index) => ({
  id: `${String(index)}${'x'.repeat(42)}`,
  at: submitted.at,
  width: 2048,
  height: 2048,
  url: `https://campusdesk.example.org/photos/${'x'.repeat(43)}.jpg`,
}));
const full = {
  ...report,
  title: line,
  description: long,
  room: line,
  deviceTag: line,
  bestTime: line,
  phone: line,
};
const asked = { id: 'K7M3QX', revision: 3, title: line };

describe('a card with everything at once fits into a message', () => {
  it('as the help desk’s of an incident of fifty reports', () => {
    const members = Array.from({ length: 50 }, (_, index) =>
      channelView(ticket({ id: `AAAA${String(index + 10)}`, report: full }), surroundings),
    );
    for (const state of ['suspected', 'open', 'resolved'] as const) {
      const card = incidentCard(
        {
          incident: { ...suspected, ...incident, state, solution: long },
          school: line,
          members,
          candidates: members,
          lastedServiceMinutes: 95,
          now,
          timeZone: rules.calendar.timeZone,
        },
        'de',
      );
      expect(sizeOf(card), state).toBeLessThan(mostBytes);
    }
  });

  it('as a draft with an article, an incident, an own report, three faults and five photos', () => {
    const draft = ticket({ state: 'draft', priority: null, handledBy: null, history: [], report: full });
    const nextVisit = { from: now, to: now, now, timeZone: rules.calendar.timeZone };
    const known = { ticketId: 'Q2W3E4', title: line, room: line, state: 'claimed' } as const;
    const card = draftCard(draftView(draft, directory()), 'de', {
      article: { id: 'x', title: line, steps: Array.from({ length: 8 }, () => line), note: line },
      tried: null,
      incident,
      nextVisit,
      duplicate: { ...known, relation: 'own' },
      known: Array.from({ length: 3 }, () => ({ ...known, relation: 'school' as const })),
      photos,
    });
    expect(sizeOf(card)).toBeLessThan(mostBytes);
  });

  it('as those of a report that is a part of an incident', () => {
    const member = ticket({
      incident,
      report: full,
      history: [submitted, { ...comment, command: { verb: 'comment', text: long } }],
    });
    const view = { ...surroundings, photoUrl: () => photos[0]?.url ?? null };
    const withPhotos = { ...member, photos };
    expect(sizeOf(statusCard(requesterView(withPhotos, view), 'de'))).toBeLessThan(mostBytes);
    const as = { as: 'channel', detour: null, mentions: [], hasThread: true } as const;
    expect(sizeOf(channelCard(channelView(withPhotos, view), 'de', as))).toBeLessThan(mostBytes);
  });

  it('as a question about what was said', () => {
    const said = { text: long, photos };
    const four = [asked, asked, asked, asked];
    for (const card of [
      answerOrNewCard(said, asked, 'de'),
      photoChoiceCard(photos, [asked, asked], 'de'),
      whichReportCard(four, { also: line }, said, 'de'),
      worksAgainCard('withdraw', four, long, 'de'),
    ]) {
      expect(sizeOf(card)).toBeLessThan(mostBytes);
    }
  });
});

describe('the channel’s card of a report that is a part of an incident', () => {
  it('names the incident and no deadline of its own, for its one clock counts', () => {
    const as = { as: 'channel', detour: null, mentions: [], hasThread: true } as const;
    const words = (card: unknown): string =>
      elementsOf(card)
        .map(({ text }) => String(text))
        .join('\n');
    const alone = words(channelCard(channelView(ticket(), surroundings), 'en', as));
    expect(alone).toMatch(/09:15/u);
    const small = { ...incident, title: 'WLAN', status: 'Router' };
    const member = words(channelCard(channelView(ticket({ incident: small }), surroundings), 'en', as));
    expect(member).toContain('Part of the disruption “WLAN”');
    expect(member).not.toMatch(/09:15|left/u);
  });
});
