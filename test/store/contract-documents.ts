import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import {
  AlreadyExists,
  NotFound,
  StoreUnavailable,
  TooLarge,
  Unreadable,
  VersionMismatch,
} from '../../src/store/index.js';
import type { Collection } from '../../src/store/index.js';
import type { TestStore } from './fixtures.js';
import { idsOf, note, noteSpec } from './notes.js';
import type { Note } from './notes.js';

const limitInBytes = 2_000_000;

export function describeDocuments(open: () => Promise<TestStore>): void {
  let opened: TestStore;
  let notes: Collection<Note>;
  let id: string;
  let count = 0;
  beforeAll(async () => {
    opened = await open();
    notes = await opened.store.collection(noteSpec);
  });
  beforeEach(() => {
    id = `note-${++count}`;
  });
  afterAll(() => opened.close());

  describe('a document that is created', () => {
    it('is read as it was written, with the version of that write and no field more', async () => {
      const document = note(id, {
        kind: 'memo',
        wakeAt: null,
        author: { name: 'Ada', id: null },
        tags: [],
        deep: [[{ a: 1.5 }]],
      });
      const created = await notes.create(document);
      const read = await notes.get(id);
      expect(created.document).toStrictEqual(document);
      expect(read.document).toStrictEqual(document);
      expect(read.version).toBe(created.version);
    });

    it('keeps every script, quote, emoji and control character', async () => {
      const text = 'Größe ß ẞ 漢字 עברית 👩🏽‍🏫 e\u0301 \u0000\u0007\t\n\r\u2028 "\'\\/ ${x} %_ \ud7ff\uffff';
      await notes.create(note(id, { text, ['schlüssel "ß"']: text }));
      expect((await notes.get(id)).document).toStrictEqual(note(id, { text, ['schlüssel "ß"']: text }));
    });

    it('may have any id of printable ASCII characters other than those that a path gives a meaning', async () => {
      const ids = [
        ...'! " $ % & \' ( ) * + , - 0 : ; < = > @ A [ ] ^ _ ` a { | } ~'.split(' '),
        '...',
        '%2F',
        `19:${count}@thread.tacv2;messageid=1`,
        'x'.repeat(255),
      ];
      const named = await opened.store.collection({ ...noteSpec, name: 'odd-ids' });
      for (const odd of ids) {
        const { version } = await named.create(note(odd, { text: odd }));
        await named.replace(note(odd, { text: `${odd}${odd}` }), version);
      }
      for (const odd of ids)
        expect((await named.get(odd)).document).toStrictEqual(note(odd, { text: `${odd}${odd}` }));
      expect(await named.query({ limit: 1000 }).then(idsOf)).toHaveLength(ids.length);
    });

    it.each(['', ' ', '.', '..', 'a b', 'a/b', 'a\\b', 'a?b', 'a#b', 'ä', 'a\n', 'x'.repeat(256)])(
      'cannot have the id %j',
      async (bad) => {
        await expect(notes.create(note(bad))).rejects.toThrow(RangeError);
        await expect(notes.replace(note(bad), 'x')).rejects.toThrow(RangeError);
        await expect(notes.get(bad)).rejects.toThrow(NotFound);
        await expect(notes.remove(bad, 'x')).rejects.toThrow(NotFound);
      },
    );

    it.each(['2026-03-02', '2026-03-02T08:00:00Z', '2026-03-02T08:00:00.000+01:00', '', 'soon'])(
      'cannot wake at %j, which does not sort as instants do',
      async (wakeAt) => {
        await expect(notes.create(note(id, { wakeAt }))).rejects.toThrow(RangeError);
      },
    );

    it('is refused where the id is taken, and changes nothing', async () => {
      const first = await notes.create(note(id, { text: 'first' }));
      await expect(notes.create(note(id, { text: 'second' }))).rejects.toThrow(AlreadyExists);
      expect(await notes.get(id)).toStrictEqual(first);
    });

    it('is made once where twenty want the same id at once', async () => {
      const other = await (await opened.another()).collection(noteSpec);
      const attempts = await Promise.allSettled(
        Array.from({ length: 20 }, (_, by) => (by % 2 ? notes : other).create(note(id, { by }))),
      );
      const [won, ...more] = attempts.filter((attempt) => attempt.status === 'fulfilled');
      expect(more).toHaveLength(0);
      expect(await notes.get(id)).toStrictEqual(won?.value);
      for (const lost of attempts.filter((attempt) => attempt.status === 'rejected')) {
        expect(lost.reason).toBeInstanceOf(AlreadyExists);
      }
    });
  });

  describe('a document that is replaced', () => {
    it('is another one, with another version, also where nothing in it changed', async () => {
      const first = await notes.create(note(id, { text: 'a', gone: true }));
      const second = await notes.replace(note(id, { text: 'b' }), first.version);
      const third = await notes.replace(note(id, { text: 'b' }), second.version);
      expect(await notes.get(id)).toStrictEqual({
        document: note(id, { text: 'b' }),
        version: third.version,
      });
      expect(new Set([first.version, second.version, third.version]).size).toBe(3);
    });

    it('is left alone where the version is an old one', async () => {
      const first = await notes.create(note(id, { text: 'a' }));
      const second = await notes.replace(note(id, { text: 'b' }), first.version);
      await expect(notes.replace(note(id, { text: 'c' }), first.version)).rejects.toThrow(VersionMismatch);
      await expect(notes.replace(note(id, { text: 'c' }), 'never was')).rejects.toThrow(VersionMismatch);
      expect(await notes.get(id)).toStrictEqual(second);
    });

    it('must be there', async () => {
      await expect(notes.get(id)).rejects.toThrow(NotFound);
      await expect(notes.replace(note(id), 'x')).rejects.toThrow(NotFound);
    });

    it('is replaced by one of twenty that read the same version, and the others learn that they lost', async () => {
      const other = await (await opened.another()).collection(noteSpec);
      const { version } = await notes.create(note(id));
      const attempts = await Promise.allSettled(
        Array.from({ length: 20 }, (_, by) => (by % 2 ? notes : other).replace(note(id, { by }), version)),
      );
      const [won, ...more] = attempts.filter((attempt) => attempt.status === 'fulfilled');
      expect(more).toHaveLength(0);
      expect(await other.get(id)).toStrictEqual(won?.value);
      for (const lost of attempts.filter((attempt) => attempt.status === 'rejected')) {
        expect(lost.reason).toBeInstanceOf(VersionMismatch);
      }
    });

    it('counts exactly where twenty read, add one and try again on a mismatch', async () => {
      const other = await (await opened.another()).collection(noteSpec);
      await notes.create(note(id, { total: 0 }));
      await Promise.all(Array.from({ length: 20 }, (_, by) => addOne(by % 2 ? notes : other, id)));
      expect((await notes.get(id)).document).toStrictEqual(note(id, { total: 20 }));
    });
  });

  describe('a document that is removed', () => {
    it('is gone, and cannot be removed again', async () => {
      const { version } = await notes.create(note(id));
      await notes.remove(id, version);
      await expect(notes.get(id)).rejects.toThrow(NotFound);
      await expect(notes.remove(id, version)).rejects.toThrow(NotFound);
      await expect(notes.replace(note(id), version)).rejects.toThrow(NotFound);
    });

    it('stays where the version is an old one', async () => {
      const first = await notes.create(note(id));
      const second = await notes.replace(note(id, { text: 'b' }), first.version);
      await expect(notes.remove(id, first.version)).rejects.toThrow(VersionMismatch);
      expect(await notes.get(id)).toStrictEqual(second);
    });

    it('leaves its id free, but never gives a version again', async () => {
      const first = await notes.create(note(id));
      await notes.remove(id, first.version);
      const second = await notes.create(note(id));
      expect(second.version).not.toBe(first.version);
      await expect(notes.replace(note(id), first.version)).rejects.toThrow(VersionMismatch);
      await expect(notes.remove(id, first.version)).rejects.toThrow(VersionMismatch);
    });
  });

  describe('a large document', () => {
    it('is stored up to two million bytes of JSON, and refused beyond, without a change', async () => {
      const largest = ofBytes(id, limitInBytes);
      const stored = await notes.create(largest);
      expect((await notes.get(id)).document).toStrictEqual(largest);
      await expect(notes.replace(ofBytes(id, limitInBytes + 1), stored.version)).rejects.toThrow(TooLarge);
      await expect(notes.create(ofBytes(`${id}-b`, limitInBytes + 1))).rejects.toThrow(TooLarge);
      await expect(notes.get(`${id}-b`)).rejects.toThrow(NotFound);
      expect((await notes.get(id)).version).toBe(stored.version);
    });
  });

  describe('a document of an older release', () => {
    interface Letter {
      readonly id: string;
      readonly schemaVersion: 2;
      readonly wakeAt: string | null;
      readonly subject: string;
    }
    const upgraded = {
      ...noteSpec,
      upgrade: (raw: Readonly<Record<string, unknown>> & { id: string; schemaVersion: number }): Letter => {
        if (raw.schemaVersion !== 1) throw new Error(`unknown shape ${raw.schemaVersion}`);
        return {
          id: raw.id,
          schemaVersion: 2,
          wakeAt: String(raw['wakeAt']),
          subject: `Re: ${String(raw['text'])}`,
        };
      },
    };

    it("is read in today's shape by get, query and due", async () => {
      const name = 'old-letters';
      const wakeAt = '2001-01-01T00:00:00.000Z';
      await (
        await opened.store.collection({ ...noteSpec, name })
      ).create(note(id, { text: 'hello', wakeAt }));
      const letters = await opened.store.collection<Letter>({ ...upgraded, name });
      const expected: Letter = { id, schemaVersion: 2, wakeAt, subject: 'Re: hello' };
      expect((await letters.get(id)).document).toStrictEqual(expected);
      expect((await letters.query({ limit: 1 })).items[0]?.document).toStrictEqual(expected);
      expect((await letters.due(wakeAt, 1)).items[0]?.document).toStrictEqual(expected);
    });

    it('that nobody can read any more is named in the error', async () => {
      await notes.create({ ...note(id), schemaVersion: 7 });
      const letters = await opened.store.collection<Letter>({ ...upgraded, name: 'notes' });
      await expect(letters.get(id)).rejects.toThrow(Unreadable);
      await expect(letters.get(id)).rejects.toMatchObject({ id, reason: 'unknown shape 7' });
      await expect(letters.get(id)).rejects.toThrow(new RegExp(`${id}.*unknown shape 7`));
    });
  });

  describe('a collection', () => {
    it('keeps its documents apart from those of another one', async () => {
      const letters = await opened.store.collection({ ...noteSpec, name: 'letters' });
      await notes.create(note(id, { text: 'note' }));
      await letters.create(note(id, { text: 'letter' }));
      expect((await notes.get(id)).document).toStrictEqual(note(id, { text: 'note' }));
      expect((await letters.get(id)).document).toStrictEqual(note(id, { text: 'letter' }));
    });

    it('is seen by another instance, in both directions and at once', async () => {
      const other = await (await opened.another()).collection(noteSpec);
      const created = await notes.create(note(id));
      const replaced = await other.replace(note(id, { text: 'b' }), created.version);
      expect(await notes.get(id)).toStrictEqual(replaced);
    });

    it('is opened by several instances at once', async () => {
      const stores = await Promise.all(Array.from({ length: 5 }, () => opened.another()));
      const opening = stores.map((store) => store.collection({ ...noteSpec, name: 'opened-at-once' }));
      const [first, ...others] = await Promise.all(opening);
      await first?.create(note(id));
      for (const other of others) expect((await other.get(id)).document).toStrictEqual(note(id));
    });

    it.each(['', 'Notes', 'no tes', 'notes"; DROP TABLE notes; --', '-notes'])(
      'cannot be named %j',
      async (name) => {
        await expect(opened.store.collection({ ...noteSpec, name })).rejects.toThrow(RangeError);
      },
    );

    it.each(['', 'a b', 'a..b', "a'", 'a"]', '1a'])('cannot declare the field %j', async (field) => {
      await expect(opened.store.collection({ ...noteSpec, fields: { [field]: 'text' } })).rejects.toThrow(
        RangeError,
      );
    });
  });

  describe('a store', () => {
    it('says that it answers, until it is closed; closing twice does no harm', async () => {
      const store = await opened.another();
      const closing = await store.collection(noteSpec);
      await expect(store.ping()).resolves.toBeUndefined();
      await store.close();
      await store.close();
      await expect(store.ping()).rejects.toThrow(StoreUnavailable);
      await expect(closing.get(id)).rejects.toThrow(StoreUnavailable);
      await expect(store.collection(noteSpec)).rejects.toThrow(StoreUnavailable);
    });
  });
}

async function addOne(notes: Collection<Note>, id: string): Promise<void> {
  for (;;) {
    const { document, version } = await notes.get(id);
    try {
      await notes.replace({ ...document, total: Number(document['total']) + 1 }, version);
      return;
    } catch (error) {
      if (!(error instanceof VersionMismatch)) throw error;
    }
  }
}

/** A note whose JSON has exactly this many bytes; umlauts, so that bytes and characters differ. */
function ofBytes(id: string, bytes: number): Note {
  const room = bytes - Buffer.byteLength(JSON.stringify(note(id, { text: '' })));
  return note(id, { text: 'ü'.repeat(Math.floor(room / 2)) + 'x'.repeat(room % 2) });
}
