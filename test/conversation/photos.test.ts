import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FileHost } from '../photos/file-host.js';
import { photoWithPlace, plainPicture } from '../photos/pictures.js';
import {
  answersTo,
  files,
  hears,
  isCalled,
  newTeacher,
  presses,
  seen,
  staffDoes,
  textOf,
  ticketsOf,
  untilShown,
  type Seen,
} from './teacher.js';
import { city, dataOf, hasAction, wordsOf, World, type Someone } from './world.js';

let folder: string;
let host: FileHost;
let world: World;
let people = 700;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'campusdesk-photos-'));
  host = await FileHost.start();
  world = await World.open('sqlite', undefined, { environment: { AUTH: 'off', PHOTOS_PATH: folder } });
  await world.links(city.manager, city.campusChannel, city.campus.id);
});

afterAll(async () => {
  await world.close();
  await host.stop();
  await rm(folder, { recursive: true });
});

const somebody = (): Someone => newTeacher((people += 1));

let names = 0;

/** A picture that is pasted into the message, and its formatted copy, as Teams sends both. */
async function pasted(content?: Uint8Array | string): Promise<object> {
  const url = host.holds(`pasted-${(names += 1)}`, content ?? (await photoWithPlace()));
  return {
    attachments: [
      { contentType: 'image/*', contentUrl: url },
      { contentType: 'text/html', content: `<p><img src="https://eu-api.asm.skype.com/x" alt="image"></p>` },
    ],
  };
}

/** A file that is chosen from the device, as Teams sends it. */
function chosen(name: string, content: Uint8Array | string): object {
  const downloadUrl = host.holds(`chosen-${(names += 1)}`, content);
  const [, type = ''] = name.split('.');
  return {
    attachments: [
      {
        contentType: 'application/vnd.microsoft.teams.file.download.info',
        contentUrl: `https://school-my.sharepoint.com/personal/${name}`,
        name,
        content: { downloadUrl, uniqueId: 'u', fileType: type },
      },
    ],
  };
}

/** The addresses of the pictures on a card. */
function pictures(card: unknown): readonly string[] {
  return [...wordsOf(card).matchAll(/"type":"Image","url":"([^"]+)"/g)].map(([, url]) => url ?? '');
}

const idOf = (message: Seen): string => String(dataOf(message.card, 'draft.submit')['ticketId']);

describe('a photo with words', () => {
  test('is on the draft, upright and without the place where it was taken', async () => {
    const draft = await hears(world, somebody(), 'Beamer in R 204 ohne Bild', await pasted());
    const [url = ''] = pictures(draft.card);
    expect(wordsOf(draft.card)).toContain('"altText":"Foto zu dieser Meldung"');
    const response = await fetch(url);
    expect(response.headers.get('content-type')).toBe('image/jpeg');
    const photo = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
    expect(photo).toMatchObject({ width: 300, height: 400 });
    expect(photo.exif).toBeUndefined();
  });

  test('goes along with the report, to the card of the teacher and to that of the channel', async () => {
    const teacher = somebody();
    const draft = await hears(world, teacher, 'Beamer in R 204 ohne Bild', await pasted());
    const [url = ''] = pictures(draft.card);
    await presses(world, teacher, draft, 'draft.submit', { school: city.school });
    const status = await untilShown(world, draft, 'ticket.withdraw');
    expect(pictures(status.card)).toEqual([url]);
    const post = await world.eventually('the card of the channel', () =>
      world.connector.in(city.campusChannel).find(({ activity }) => wordsOf(activity).includes(idOf(draft))),
    );
    expect(pictures(seen(post).card)).toEqual([url]);
    const { photos } = await (await ticketsOf(world)).get(idOf(draft));
    expect(photos).toEqual([expect.objectContaining({ width: 300, height: 400 })]);
    expect(wordsOf(photos)).not.toContain('http');
  });

  test('that was chosen as a file is taken as well', async () => {
    const photo = chosen('IMG_1.png', await plainPicture().png().toBuffer());
    expect(
      pictures((await hears(world, somebody(), 'Der Drucker in R 11 druckt nicht', photo)).card),
    ).toHaveLength(1);
  });

  test('are taken several at once, at most five, and the rest is named', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, async () => pasted()));
    const attachments = all.flatMap((each) => ('attachments' in each ? each.attachments : []));
    const teacher = somebody();
    const posts = await answersTo(world, teacher, async () =>
      world.says(teacher, 'Kabel am Beamer in R 8 defekt', { attachments }),
    );
    expect(textOf(posts[0])).toContain('Mehr als 5 Fotos');
    expect(pictures(seen(posts[1]).card)).toHaveLength(5);
    expect(wordsOf(seen(posts[1]).card)).toContain('Foto 5 von 5 zu dieser Meldung');
  });

  test('told twice by the channel service is one photo', async () => {
    const teacher = somebody();
    const again = { id: 'told-twice-with-photo', ...(await pasted()) };
    await world.says(teacher, 'Beamer in R 9 ohne Bild', again);
    const draft = seen(world.toPerson(teacher).findLast(({ method }) => method === 'post'));
    const before = (await readdir(folder)).length;
    await world.says(teacher, 'Beamer in R 9 ohne Bild', again);
    expect((await (await ticketsOf(world)).get(idOf(draft))).photos).toHaveLength(1);
    expect(await readdir(folder)).toHaveLength(before);
  });
});

describe('what cannot be taken as a photo', () => {
  test.each([
    [
      'a web page that is called .jpg',
      'photo.jpg',
      '<html><script>alert(1)</script></html>',
      'JPEG oder PNG',
    ],
    ['a PDF', 'a.pdf', '%PDF-1.7', 'JPEG oder PNG'],
    ['a HEIC', 'IMG_2.heic', '\0\0\0\x18ftypheic', 'JPEG oder PNG'],
  ])('%s is said, and the words are taken all the same', async (_, name, content, sentence) => {
    const teacher = somebody();
    const posts = await answersTo(world, teacher, async () =>
      world.says(teacher, 'Beamer in R 3 ohne Bild', chosen(name, content)),
    );
    expect(textOf(posts[0])).toContain(sentence);
    const { card } = seen(posts[1]);
    expect(hasAction(card, 'draft.submit')).toBe(true);
    expect(pictures(card)).toEqual([]);
  });

  test('a photo that does not arrive is said, in the language of the client', async () => {
    const teacher = somebody();
    const gone = { attachments: [{ contentType: 'image/*', contentUrl: `${host.address}/nothing-there` }] };
    const posts = await answersTo(world, teacher, async () =>
      world.says(teacher, '', { ...gone, locale: 'en-GB' }),
    );
    expect(posts.map(textOf)).toEqual([expect.stringContaining('could not fetch the photo')]);
  });

  test('a file of which Teams says nothing is no photo', async () => {
    const teacher = somebody();
    const posts = await answersTo(world, teacher, async () =>
      world.says(teacher, '', { attachments: [{ contentType: 'audio/mp3' }] }),
    );
    expect(posts.map(textOf)).toEqual([expect.stringContaining('JPEG oder PNG')]);
  });
});

describe('a photo alone', () => {
  test('goes to the draft that is open', async () => {
    const teacher = somebody();
    const draft = await hears(world, teacher, 'Beamer in R 204 ohne Bild');
    const again = await hears(world, teacher, '', await pasted());
    expect(idOf(again)).toBe(idOf(draft));
    expect(pictures(again.card)).toHaveLength(1);
  });

  test('begins a draft that asks what is wrong, and the next sentence says it', async () => {
    const teacher = somebody();
    const posts = await answersTo(world, teacher, async () => world.says(teacher, '', await pasted()));
    expect(textOf(posts[0])).toContain('Was geht nicht?');
    const draft = seen(posts[1]);
    expect(pictures(draft.card)).toHaveLength(1);
    const told = await hears(world, teacher, 'Beamer in R 204 ohne Bild');
    expect(idOf(told)).toBe(idOf(draft));
    expect(pictures(told.card)).toEqual(pictures(draft.card));
    expect(wordsOf(told.card)).toContain('Beamer in R 204 ohne Bild');
  });

  test('is learned from like any other report once it has words, however often the channel service tells them', async () => {
    const teacher = somebody();
    await hears(world, teacher, '', await pasted());
    const words = { id: 'described-twice' };
    const told = await hears(world, teacher, 'Beamer in R 204 ohne Bild', words);
    const again = await hears(world, teacher, 'Beamer in R 204 ohne Bild', words);
    expect(idOf(again)).toBe(idOf(told));
    const { understood } = await (await ticketsOf(world)).get(idOf(told));
    expect(understood).toMatchObject({ category: 'display', room: '204' });
  });

  test('is asked about where a ticket is open, and goes there with one press', async () => {
    const teacher = somebody();
    const ticket = await files(world, teacher, 'Drucker im Lehrerzimmer druckt nicht');
    world.clock.advance(40);
    const question = await hears(world, teacher, '', await pasted());
    expect(wordsOf(question.card)).toContain('Zu welcher Meldung gehört das Foto?');
    const answer = await presses(world, teacher, question, 'photo.add');
    expect(wordsOf(answer.value)).toContain('Das Foto steht jetzt in');
    const status = await untilShown(world, ticket, '"type":"Image"');
    expect(pictures(status.card)).toHaveLength(1);
    expect((await fetch(pictures(status.card)[0] ?? '')).status).toBe(200);
    // The client repeats the press, and an old card is pressed once more on its other button.
    const repeated = await presses(world, teacher, question, 'photo.add');
    expect(wordsOf(repeated.value)).toContain('Das Foto steht jetzt in');
    const late = await presses(world, teacher, question, 'photo.new');
    expect(wordsOf(late.value)).toContain('Dieses Foto habe ich nicht mehr');
    expect((await (await ticketsOf(world)).get(ticket.ticketId)).photos).toHaveLength(1);
  });

  test('can be a new report although a ticket is open', async () => {
    const teacher = somebody();
    await files(world, teacher, 'Drucker im Lehrerzimmer druckt nicht');
    world.clock.advance(40);
    const question = await hears(world, teacher, '', await pasted());
    await presses(world, teacher, question, 'photo.new');
    const draft = seen(world.toPerson(teacher).findLast(({ method }) => method === 'post'));
    expect(hasAction(draft.card, 'draft.submit')).toBe(true);
    expect(pictures(draft.card)).toHaveLength(1);
    expect((await fetch(pictures(draft.card)[0] ?? '')).status).toBe(200);
  });

  test('goes with the words that are added to an earlier report, and is still there without the draft', async () => {
    const teacher = somebody();
    const printer = 'Der Drucker im Lehrerzimmer druckt nicht';
    const ticket = await files(world, teacher, printer);
    world.clock.advance(40);
    const draft = await hears(world, teacher, printer, await pasted());
    for (let press = 0; press < 2; press += 1) await presses(world, teacher, draft, 'known.add');
    expect((await (await ticketsOf(world)).get(ticket.ticketId)).photos).toHaveLength(1);
    const status = await untilShown(world, ticket, '"type":"Image"');
    expect((await fetch(pictures(status.card)[0] ?? '')).status).toBe(200);
    expect((await fetch(pictures(draft.card)[0] ?? '')).status).toBe(404);
  });

  test('goes into nobody else’s ticket', async () => {
    const [teacher, other] = [somebody(), somebody()];
    const foreign = await files(world, other, 'Drucker in R 7 druckt nicht');
    await files(world, teacher, 'Drucker im Lehrerzimmer druckt nicht');
    world.clock.advance(40);
    const question = await hears(world, teacher, '', await pasted());
    const answer = await presses(world, teacher, question, 'photo.add', { ticketId: foreign.ticketId });
    expect(answer.value).not.toContain('steht jetzt');
    expect((await (await ticketsOf(world)).get(foreign.ticketId)).photos).toEqual([]);
  });
});

describe('a photo with what may be an answer', () => {
  const asked = async (): Promise<{
    readonly teacher: Someone;
    readonly question: Seen;
    readonly id: string;
  }> => {
    const teacher = somebody();
    const ticket = await files(world, teacher, 'Drucker im Lehrerzimmer druckt nicht');
    await staffDoes(world, city.manager, ticket.ticketId, 'ticket.comment', { text: 'Welches Modell?' });
    await isCalled(world, teacher, 'Welches Modell?');
    world.clock.advance(40);
    const posts = await answersTo(world, teacher, async () =>
      world.says(teacher, 'Das steht hinten drauf', await pasted()),
    );
    expect(posts).toHaveLength(1);
    const question = seen(posts[0]);
    expect(wordsOf(question.card)).toContain('Das Foto kommt mit dazu.');
    return { teacher, question, id: ticket.ticketId };
  };

  test('is one question, and goes where the words go', async () => {
    const { teacher, question, id } = await asked();
    for (let press = 0; press < 2; press += 1) await presses(world, teacher, question, 'chat.answer');
    const { photos, history } = await (await ticketsOf(world)).get(id);
    expect(photos).toHaveLength(1);
    expect(history.filter(({ command }) => command.verb === 'comment')).toHaveLength(2);
  });

  test('begins a report with them', async () => {
    const { teacher, question, id } = await asked();
    await presses(world, teacher, question, 'chat.new');
    const draft = seen(world.toPerson(teacher).findLast(({ method }) => method === 'post'));
    expect(pictures(draft.card)).toHaveLength(1);
    expect((await fetch(pictures(draft.card)[0] ?? '')).status).toBe(200);
    await presses(world, teacher, question, 'chat.answer');
    expect((await (await ticketsOf(world)).get(id)).photos).toEqual([]);
  });
});

test('a photo with what belongs to one of the open reports is one question, too', async () => {
  const teacher = somebody();
  const ticket = await files(world, teacher, 'Drucker in R 204 druckt nicht');
  world.clock.advance(40);
  const posts = await answersTo(world, teacher, async () =>
    world.says(teacher, 'auch in 205', await pasted()),
  );
  expect(posts).toHaveLength(1);
  for (let press = 0; press < 2; press += 1) await presses(world, teacher, seen(posts[0]), 'follow.change');
  const { photos, report } = await (await ticketsOf(world)).get(ticket.ticketId);
  expect([photos.length, report.room]).toEqual([1, '204, 205']);
});

describe('the file of a photo', () => {
  test('is gone with a draft that is thrown away', async () => {
    const teacher = somebody();
    const draft = await hears(world, teacher, 'Beamer in R 204 ohne Bild', await pasted());
    const [url = ''] = pictures(draft.card);
    await presses(world, teacher, draft, 'draft.discard');
    expect((await fetch(url)).status).toBe(404);
  });

  test('is gone with a draft that nobody submitted for seven days', async () => {
    const draft = await hears(world, somebody(), 'Beamer in R 204 ohne Bild', await pasted());
    const [url = ''] = pictures(draft.card);
    world.clock.advance(7 * 24 * 60 + 1);
    for (let tries = 0; tries < 200 && (await fetch(url)).status !== 404; tries += 1) await world.quiet();
    expect((await fetch(url)).status).toBe(404);
  });
});

test('a place for photos that fails costs the photo, not the report', async () => {
  const blocked = join(folder, 'blocked');
  await writeFile(blocked, 'no folder');
  await world.restart({ AUTH: 'off', PHOTOS_PATH: blocked });
  const teacher = somebody();
  const photo = await pasted();
  const posts = await answersTo(world, teacher, async () =>
    world.says(teacher, 'Beamer in R 5 ohne Bild', photo),
  );
  expect(textOf(posts[0])).toContain('gerade nicht speichern');
  expect(hasAction(seen(posts[1]).card, 'draft.submit')).toBe(true);
  await world.restart({ AUTH: 'off', PHOTOS_PATH: folder });
});
