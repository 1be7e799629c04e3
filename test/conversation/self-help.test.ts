import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articleUseCollection, type ArticleUse } from '../../src/knowledge/index.js';
import { storeKinds } from '../store/fixtures.js';
import {
  answersTo,
  hears,
  inputOf,
  newTeacher,
  presses,
  seen,
  staffDoes,
  textOf,
  untilShown,
} from './teacher.js';
import { city, dataOf, hasAction, wordsOf, World } from './world.js';

const noPicture = 'Beamer in R 204 zeigt kein Bild';

describe.each(storeKinds)('a self-help article, on %s', (kind) => {
  let world: World;
  let number = 700;
  const somebody = () => newTeacher((number += 1));
  beforeAll(async () => {
    world = await World.open(kind);
    await world.links(city.manager, city.campusChannel, city.campus.id);
  });
  afterAll(async () => world.close());

  async function uses(articleId: string): Promise<Pick<ArticleUse, 'shown' | 'helped' | 'stillBroken'>> {
    const collection = await (await world.store()).collection(articleUseCollection);
    const { items } = await collection.query({ limit: 100 });
    const use = items.find(({ document }) => document.articleId === articleId);
    return use?.document ?? { shown: 0, helped: 0, stillBroken: 0 };
  }

  test('comes with the draft that it fits, with numbered steps and two buttons beside Send', async () => {
    const before = await uses('projector-no-picture');
    const { card } = await hears(world, somebody(), noPicture);
    const words = wordsOf(card);
    expect(words).toContain('Soforthilfe: Beamer zeigt kein Bild');
    expect(words).toContain('"1."');
    for (const verb of ['article.helped', 'article.still-broken', 'draft.submit']) {
      expect(hasAction(card, verb)).toBe(true);
    }
    expect((await uses('projector-no-picture')).shown).toBe(before.shown + 1);
  });

  test('is in the language of the report', async () => {
    const { card } = await hears(world, somebody(), 'The projector in room 204 has no picture, no signal');
    expect(wordsOf(card)).toContain('Quick help: Projector shows no picture');
  });

  test('does not come where none fits', async () => {
    const { card } = await hears(world, somebody(), 'Im Regal neben dem Beamer ist ein Brett locker');
    expect(hasAction(card, 'draft.submit')).toBe(true);
    expect(hasAction(card, 'article.helped')).toBe(false);
  });

  test('is folded away where a lesson stands still, so that Send is near', async () => {
    const { card } = await hears(
      world,
      somebody(),
      `${noPicture}, Klasse sitzt da, Unterricht kann nicht weitergehen`,
    );
    expect(inputOf(card, 'blocked')['value']).toBe('true');
    expect(wordsOf(card)).toContain('Soforthilfe, bis jemand kommt');
    expect(JSON.stringify(card)).toMatch(/"id":"article-steps"[^{}]*"isVisible":false/);
  });

  test('that helped ends it: nothing is reported, and it counts once however often it is pressed', async () => {
    const teacher = somebody();
    const before = await uses('projector-no-picture');
    const draft = await hears(world, teacher, noPicture);
    const answers = await Promise.all(
      [1, 2].map(async () => presses(world, teacher, draft, 'article.helped')),
    );
    for (const { value } of [...answers, await presses(world, teacher, draft, 'article.helped')])
      expect(wordsOf(value)).toContain('Schön, dass es wieder geht! Es wurde nichts gemeldet.');
    const after = await uses('projector-no-picture');
    expect([after.helped - before.helped, after.shown - before.shown]).toEqual([1, 1]);
    const submitted = await presses(world, teacher, draft, 'draft.submit', { school: city.school });
    expect(wordsOf(submitted.value)).toContain('Entwurf gibt es nicht mehr');
    const posts = await answersTo(world, teacher, async () => world.says(teacher, 'Meine Tickets'));
    expect(textOf(posts[0])).toContain('noch nichts gemeldet');
  });

  test('that did not help leaves the draft filled in, and tells the manager what was tried', async () => {
    const teacher = somebody();
    const before = await uses('projector-no-picture');
    const draft = await hears(world, teacher, noPicture);
    const typed = { room: '311', school: city.school, title: 'Beamer dunkel' };
    const { value } = await presses(world, teacher, draft, 'article.still-broken', typed);
    expect(hasAction(value, 'article.helped')).toBe(false);
    expect(wordsOf(value)).toContain('Beamer zeigt kein Bild – ausprobiert, hilft nicht');
    expect(inputOf(value, 'room')['value']).toBe('311');
    expect(inputOf(value, 'title')['value']).toBe('Beamer dunkel');
    await presses(world, teacher, draft, 'article.still-broken', typed);
    expect((await uses('projector-no-picture')).stillBroken).toBe(before.stillBroken + 1);
    const again = { ...draft, card: Object(value) as Record<string, unknown> };
    const sent = await presses(world, teacher, again, 'draft.submit', typed);
    expect(hasAction(sent.value, 'ticket.withdraw')).toBe(true);
    const { ticketId } = dataOf(draft.card, 'draft.submit');
    const reply = await staffDoes(world, city.manager, String(ticketId), 'ticket.claim');
    expect(wordsOf(reply.value)).toMatch(/Ausprobiert.{0,20}Beamer zeigt kein Bild/);
    await untilShown(world, draft, 'kümmert sich');
  });

  test('answers nobody but the writer of the draft', async () => {
    const teacher = somebody();
    const before = await uses('projector-no-picture');
    const draft = await hears(world, teacher, noPicture);
    const { ticketId } = dataOf(draft.card, 'draft.submit');
    for (const verb of ['article.helped', 'article.still-broken']) {
      const chat = { ...draft, conversationId: `a:${city.stranger.id}` };
      const { value } = await world.clicks(city.stranger, chat, verb, { ticketId, drawn: 0 });
      expect(wordsOf(value)).not.toContain('Beamer');
    }
    const { helped, stillBroken } = await uses('projector-no-picture');
    expect([helped, stillBroken]).toEqual([before.helped, before.stillBroken]);
    expect(
      hasAction(
        (await presses(world, teacher, draft, 'draft.submit', { school: city.school })).value,
        'ticket.withdraw',
      ),
    ).toBe(true);
  });

  test('pressed with nonsense is answered with words', async () => {
    const teacher = somebody();
    const draft = await hears(world, teacher, noPicture);
    for (const data of [{}, { ticketId: '../x', drawn: 0 }, { ticketId: 'K7M3QX', drawn: 0 }]) {
      const { value } = await world.clicks(teacher, draft, 'article.still-broken', data);
      expect(wordsOf(value).length).toBeGreaterThan(10);
    }
    const { value } = await world.clicks(teacher, draft, 'article.show', { articleId: 'toner-empty' });
    expect(wordsOf(value)).toContain('gibt es nicht mehr');
  });

  test.each(['Anleitung AirPlay Code', 'Hilfe bei AirPlay-Code?', 'instructions airplay code'])(
    '"%s" shows the article',
    async (text) => {
      const { card } = await hears(world, somebody(), text);
      expect(wordsOf(card)).toMatch(/AirPlay (verlangt einen Code|asks for a code)/);
      expect(hasAction(card, 'draft.submit')).toBe(false);
    },
  );

  test('a search that fits several offers their titles, and a press shows one', async () => {
    const teacher = somebody();
    const list = await hears(world, teacher, 'Anleitung Passwort');
    expect(hasAction(list.card, 'article.show')).toBe(true);
    const shown = await presses(world, teacher, list, 'article.show');
    expect(wordsOf(shown.value)).toContain('Geht es danach noch nicht?');
  });

  test('a search without an answer says so; a cry for help is a report', async () => {
    const teacher = somebody();
    const posts = await answersTo(world, teacher, async () => world.says(teacher, 'Anleitung Qwertz'));
    expect(textOf(posts[0])).toContain('habe ich keine Anleitung');
    const { card } = await hears(world, somebody(), 'Hilfe Beamer zeigt kein Bild');
    expect(hasAction(card, 'draft.submit')).toBe(true);
  });
});

describe('the help desk’s own articles', () => {
  const folder = mkdtempSync(join(tmpdir(), 'campusdesk-articles-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('take the place of the shipped ones; a wrong file is told, and the shipped one stays', async () => {
    mkdirSync(join(folder, 'de'));
    writeFileSync(
      join(folder, 'de', 'projector-no-picture.md'),
      article('Unser Beamer ohne Bild', 'display'),
    );
    writeFileSync(join(folder, 'de', 'printer-offline.md'), article('Kaputt', 'no-such-category'));
    const world = await World.open('sqlite', undefined, {
      environment: { AUTH: 'off', KNOWLEDGE_PATH: folder },
    });
    try {
      const { card } = await hears(world, newTeacher(1), noPicture);
      expect(wordsOf(card)).toContain('Unser Beamer ohne Bild');
      const { notes } = await world.readiness();
      const note = notes.find((each) => each.includes('printer-offline.md')) ?? '';
      expect(note).toContain('line 3');
      expect(note).not.toContain(folder);
      const posts = await answersTo(world, newTeacher(2), async () =>
        world.says(newTeacher(2), 'Anleitung Drucker offline'),
      );
      expect(wordsOf(seen(posts.at(-1)).card)).toContain('Drucker ist offline');
    } finally {
      await world.close();
    }
  });
});

function article(title: string, category: string): string {
  return `---
title: ${title}
categories: [${category}]
signs:
  - Beamer kein Bild
  - Beamer zeigt nichts
  - Beamer ohne Signal
steps:
  - Schauen Sie nach dem Kabel.
language: de
who: teacher
---

Mehr steht nicht da.
`;
}
