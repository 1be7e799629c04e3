import { describe, expect, it } from 'vitest';
import { createTicketRenderer } from '../../src/delivery/ticket-renderer.js';
import type { CallSubject } from '../../src/tickets/ticket.js';
import { elementsOf } from '../cards/elements.js';
import {
  comment,
  deputy,
  directory,
  entry,
  manager,
  now,
  question,
  situations,
  solution,
  submitted,
  ticket,
  rules,
} from '../cards/fixtures.js';

const renderer = createTicketRenderer({ directory: () => directory(), rules });
const situation = (name: string) => situations()[name] ?? ticket();
const told = (about: CallSubject, entryId: string | null = null) => [{ about, entryId }];
const verbs = (card: unknown) =>
  elementsOf(card).flatMap(({ verb }) => (typeof verb === 'string' ? [verb] : []));

describe('a card', () => {
  it('of a new ticket says in its notification what, where, who is affected and until when', () => {
    const { summary } = renderer.card(ticket(), { name: 'channel', detour: null }, now);
    expect(summary).toBe('Neu: Kein WLAN in der Aula, Aula, ganze Schule, heute bis 09:15');
  });

  it('mentions the manager in force for a new urgent ticket, and only then', () => {
    const place = { name: 'channel', detour: null } as const;
    const calm = ticket({ priority: 'P3' });
    const later = ticket({ history: [submitted, comment] });
    expect(renderer.card(ticket(), place, now).mentions).toEqual([{ id: manager.id, name: manager.name }]);
    expect(renderer.card(calm, place, now).mentions).toBeUndefined();
    expect(renderer.card(later, place, now).mentions).toBeUndefined();
  });

  it('mentions the deputy while the manager is away, by an entity whose text stands on the card', () => {
    const away = createTicketRenderer({ directory: () => directory({ absent: true }), rules });
    const { card } = away.card(ticket(), { name: 'channel', detour: null }, now);
    expect(card?.['msteams']).toMatchObject({
      entities: [{ type: 'mention', text: '<at>Jonas Probe</at>', mentioned: { id: deputy.id } }],
    });
    expect(
      elementsOf(card).some(
        ({ text, type }) => type === 'TextBlock' && String(text).includes('<at>Jonas Probe</at>'),
      ),
    ).toBe(true);
  });

  it('speaks the requester’s language to the requester and German to the channel', () => {
    const english = ticket({}, 'en');
    expect(renderer.card(english, { name: 'requester', detour: null }, now).card?.['lang']).toBe('en');
    expect(renderer.card(english, { name: 'channel', detour: null }, now).card?.['lang']).toBe('de');
  });

  it('at a place that the ticket left says where it went and has no buttons', () => {
    const { card, summary } = renderer.card(ticket(), { name: 'former-1', detour: null }, now);
    expect(JSON.stringify(card)).toContain('Campus 7');
    expect(verbs(card)).toEqual([]);
    expect(summary).toContain('Umgezogen');
  });

  it('in the channel that is asked can be accepted or declined, and nothing else', () => {
    const { card } = renderer.card(situation('offered'), { name: 'offer', detour: null }, now);
    expect(verbs(card)).toEqual(['ticket.accept', 'ticket.decline']);
  });

  it('that could not go where it belongs says why', () => {
    const { card } = renderer.card(ticket(), { name: 'channel', detour: 'not-linked' }, now);
    expect(JSON.stringify(card)).toContain('noch nicht verknüpft');
  });
});

describe('a call', () => {
  it('for a comment brings the comment and a form to answer', () => {
    const message = renderer.call(
      situation('commented'),
      { to: 'requester', told: told('comment', comment.id) },
      now,
    );
    expect(JSON.stringify(message.card)).toContain(question);
    expect(verbs(message.card)).toEqual(['ticket.comment']);
    expect(message.summary).toMatch(/^Nachricht: Kein WLAN in der Aula – Hängt an/u);
    expect(message.mentions).toBeUndefined();
  });

  it('for a solution brings it and asks whether it is still broken', () => {
    const resolved = situation('resolved');
    const id = resolved.history.at(-1)?.id ?? null;
    const { card } = renderer.call(resolved, { to: 'requester', told: told('resolved', id) }, now);
    expect(JSON.stringify(card)).toContain(solution);
    expect(JSON.stringify(card)).toContain('Ist es noch kaputt?');
    expect(verbs(card)).toEqual(['ticket.reopen', 'ticket.rate']);
  });

  it('for two events is one message that tells both', () => {
    const resolved = situation('resolved');
    const events = [...told('comment', comment.id), ...told('resolved', resolved.history.at(-1)?.id ?? null)];
    const { card } = renderer.call(resolved, { to: 'requester', told: events }, now);
    expect(JSON.stringify(card)).toContain(question);
    expect(JSON.stringify(card)).toContain(solution);
  });

  it('mentions nobody at 75 %, manager and deputy at 100 %', () => {
    const at = (about: CallSubject) =>
      renderer.call(ticket(), { to: 'channel', told: told(about) }, now).mentions;
    expect(at('first-response-75')).toBeUndefined();
    expect(at('first-response-100')?.map(({ id }) => id)).toEqual([manager.id, deputy.id]);
  });

  it('for a teacher’s comment mentions the assignee', () => {
    const answer = entry({ verb: 'comment', text: 'Es leuchtet rot.' }, 'requester', 25);
    const claimed = { ...situation('claimed'), history: [submitted, answer] };
    const { mentions, card } = renderer.call(
      claimed,
      { to: 'channel', told: told('requester-comment', answer.id) },
      now,
    );
    expect(mentions).toEqual([{ id: manager.id, name: manager.name }]);
    expect(JSON.stringify(card)).toContain('Es leuchtet rot.');
  });

  it('for an offer mentions the manager who is asked', () => {
    const { mentions } = renderer.call(situation('offered'), { to: 'channel', told: told('offer') }, now);
    expect(mentions?.map(({ id }) => id)).toEqual([deputy.id]);
  });

  it('mentions nobody at the help desk, where no one is in force', () => {
    const { mentions } = renderer.call(
      situation('offered'),
      { to: 'helpdesk', told: told('offer-unanswered') },
      now,
    );
    expect(mentions).toBeUndefined();
  });
});
