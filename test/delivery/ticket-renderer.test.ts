import { describe, expect, it } from 'vitest';
import { createTicketRenderer } from '../../src/delivery/ticket-renderer.js';
import type { CallSubject } from '../../src/tickets/outbox.js';
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

  it('speaks to staff in their own chat as they do, and in a channel as the channel does, whoever presses', () => {
    const place = { name: 'channel', detour: null } as const;
    const languages = [{ ...place, inChat: true }, place].map(
      (where) => renderer.card(ticket(), where, now, 'en').card?.['lang'],
    );
    expect(languages).toEqual(['en', 'de']);
  });

  it('at a place that the ticket left says where it went and has no buttons', () => {
    const { card, summary } = renderer.card(ticket(), { name: 'former-1', detour: null }, now);
    expect(JSON.stringify(card)).toContain('Campus 7');
    expect(verbs(card)).toEqual([]);
    expect(summary).toContain('Umgezogen');
  });

  it('where somebody was only asked says that this is settled and who has it, not that it moved there', () => {
    const place = { name: 'former-1', detour: null, wasOffer: true } as const;
    const declined = ticket({ history: [submitted, entry({ verb: 'decline', note: '' }, 'staff', 20)] });
    for (const [one, word] of [
      [ticket(), 'Übergabe beendet'],
      [declined, 'Übergabe abgelehnt'],
    ] as const) {
      const { card, summary } = renderer.card(one, place, now);
      expect(JSON.stringify(card)).toContain(word);
      expect(JSON.stringify(card)).toContain('Zuständig: Campus 7');
      expect(JSON.stringify(card)).not.toMatch(/Umgezogen|Jetzt im Kanal/u);
      expect(summary).toContain('Übergabe beendet');
      expect(verbs(card)).toEqual([]);
    }
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

describe('the words of a call', () => {
  const sentences = (
    name: string,
    to: 'requester' | 'channel' | 'helpdesk',
    about: CallSubject,
    absent = false,
  ): string => {
    const drawing = createTicketRenderer({ directory: () => directory({ absent }), rules });
    return JSON.stringify(drawing.call(situation(name), { to, told: told(about) }, now).card);
  };

  it('say until when a promise holds, and since when it is broken', () => {
    expect(sentences('new', 'channel', 'first-response-75')).toContain('zugesagt: heute bis 09:15');
    expect(sentences('overdue', 'channel', 'first-response-75')).toContain('überfällig seit heute, 08:50');
    expect(sentences('overdue', 'helpdesk', 'first-response-helpdesk')).toContain('seit heute, 08:50');
    expect(sentences('resolution-short', 'channel', 'resolution-75')).toContain('heute bis 09:40');
    expect(sentences('resolution-overdue', 'channel', 'resolution-100')).toContain('seit heute, 08:40');
  });

  it('tell the teacher that a promise is at risk, or, where that comes late, that it is broken', () => {
    const atRisk = sentences('resolution-short', 'requester', 'resolution-at-risk');
    expect(atRisk).toContain('Die Lösung ist zugesagt: heute bis 09:40. Das schaffen wir');
    const broken = sentences('resolution-overdue', 'requester', 'resolution-at-risk');
    expect(broken).toContain('Die Lösung war zugesagt: heute, 08:40. Sie verspätet sich');
  });

  it('never tell the teacher that the team was reminded: the policy may have switched that off', () => {
    const atRisk = sentences('new', 'requester', 'first-response-at-risk');
    expect(atRisk).toContain('heute bis 09:15. Das schaffen wir voraussichtlich nicht. Ihre Meldung ist');
    const broken = sentences('overdue', 'requester', 'first-response-at-risk');
    expect(broken).toContain('heute, 08:50. Sie verspätet sich leider. Ihre Meldung ist');
    expect(atRisk + broken).not.toContain('erinnert');
  });

  it('tell the team since when the teacher has heard nothing, with a form to write', () => {
    const card = sentences('resolution-calm', 'channel', 'next-update');
    expect(card).toContain('seit heute, 08:45 nichts von uns gehört');
    expect(card).toContain('ticket.comment');
  });

  it('tell a silent teacher by when it is closed, with a form to answer', () => {
    const card = sentences('waiting-reminded', 'requester', 'requester-silent');
    expect(card).toMatch(/schließen wir die Meldung am \S+ \d\d\.\d\d\. ab/u);
    expect(card).toContain('ticket.comment');
  });

  it('tell whose report was closed for silence how and until when to reopen it', () => {
    const card = sentences('closed-no-reply', 'requester', 'closed-for-silence');
    expect(card).toContain('bis Di. 01.12., 08:59 mit „Noch kaputt“');
    expect(card).toContain('ticket.reopen');
  });

  it('name the deputy where the manager is away', () => {
    expect(sentences('overdue', 'channel', 'first-response-100', true)).toContain(
      'Petra Muster ist nicht da, die Vertretung hat bis Freitag Jonas Probe.',
    );
    expect(sentences('overdue', 'channel', 'first-response-100')).not.toContain('Vertretung');
  });

  it('come with a button to claim as long as nobody has the ticket', () => {
    const stages = ['first-response-75', 'first-response-100', 'first-response-helpdesk'] as const;
    for (const stage of stages) {
      expect(sentences('overdue', 'channel', stage)).toContain('ticket.claim');
      expect(sentences('claimed', 'channel', stage)).not.toContain('ticket.claim');
    }
  });
});

describe('a card that stays for days', () => {
  const lasting = ['channel', 'requester'] as const;

  it.each([
    ['overdue', 'überfällig seit Di. 24.11., 08:50'],
    ['waiting-visit', 'Besuch vor Ort: Mi. 25.11.'],
    ['waiting-vendor', 'Fr. 27.11.'],
    ['commented', 'Di. 24.11.'],
  ])('names the day of %s by its date, which is still true tomorrow', (name, words) => {
    for (const place of lasting) {
      const card = JSON.stringify(renderer.card(situation(name), { name: place, detour: null }, now).card);
      expect(card).toContain(words);
      expect(card).not.toMatch(/(seit |· |: )(heute|morgen|gestern)/u);
    }
  });
});

describe('the time left on a channel’s card', () => {
  const words = (name: string): string =>
    JSON.stringify(renderer.card(situation(name), { name: 'channel', detour: null }, now).card);

  it('is service time, with day and time of day at which that was so', () => {
    expect(words('new')).toContain('Noch 15 Min. Servicezeit (Stand Di. 09:00)');
    expect(words('resolution-calm')).toContain('Noch 19 Std. 15 Min. Servicezeit (Stand Di. 09:00)');
  });

  it('is marked by icon and word where it is short or overdue', () => {
    expect(words('resolution-short')).toContain('⚠\uFE0E Knapp: noch 40 Min.');
    expect(words('resolution-overdue')).toContain('⚠\uFE0E Überfällig seit 20 Min. Servicezeit');
  });

  it('is none while the clock stands still; the card says for whom', () => {
    expect(words('waiting-vendor')).toContain('die Zeit steht still, bis der Dienstleister so weit ist');
    expect(words('waiting-vendor')).not.toContain('(Stand');
  });
});
