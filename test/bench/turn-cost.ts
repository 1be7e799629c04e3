import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DirectoryBook, ProfileBook, sampleDirectory, storeSample } from '../../src/campus/index.js';
import { ConversationBook } from '../../src/delivery/index.js';
import { openSqliteStore } from '../../src/store/index.js';
import { Activities, channelConversation, personalChat, type Someone } from '../activities.js';
import { RecordingConnector, type Recorded } from '../conversation/connector.js';
import { freePort } from '../ports.js';
import { median, postActivity, residentMegabytes, startBot, timed, type BotProcess } from './driver.js';

const channel = '19:channel@thread.tacv2';
const teachers = Array.from({ length: 400 }, (_, index) => ({
  id: `7eac4e70-0000-4000-8000-${String(index).padStart(12, '0')}`,
  name: `Teacher ${index}`,
}));
const reportText = 'Mein iPad lädt nicht, R 204, gleich Klausur';

/** What both bots are asked to do: a message, and a click on claim for a ticket of their own. */
interface Contestant {
  readonly name: string;
  readonly bot: BotProcess;
  readonly connector: RecordingConnector;
  readonly activities: Activities;
  /** Clicks on claim that were not pressed yet. */
  readonly claims: Click[];
}

interface Click {
  readonly activity: object;
  /** The messages that are edited because of it. */
  readonly edits: readonly string[];
}

const perBlock = 40;
const blocks = 6;
const atOnce = 20;

/** Prints what one turn costs, next to the floor bot on the same stack in the same run. */
export async function benchTurns(print: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'campusdesk-bench-'));
  const connectors = [await RecordingConnector.start(), await RecordingConnector.start()] as const;
  const running: BotProcess[] = [];
  try {
    const ours = await startOurs(folder, connectors[0]);
    running.push(ours.bot);
    await submitTickets(ours, perBlock * (2 * blocks + 2));
    const floor = await startFloor(folder, connectors[1], ours);
    running.push(floor.bot);
    await compare(ours, floor, print);
    print(await startLine(ours, floor));
  } finally {
    for (const each of running) await each.stop();
    for (const each of connectors) await each.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

type Measure = (who: Contestant, size: number) => readonly (() => Promise<unknown>)[];

const measures: Readonly<Record<string, Measure>> = {
  'message in, draft card out': (who, size) =>
    teachers
      .slice(0, size)
      .map((teacher) => async () => postActivity(who.bot.port, who.activities.message(teacher, reportText))),
  'click on claim, channel card edited and teacher told': (who, size) =>
    who.claims.splice(0, size).map((click) => async () => claimed(who, click)),
};

async function compare(ours: Contestant, floor: Contestant, print: (line: string) => void): Promise<void> {
  const both = [ours, floor] as const;
  for (const [name, measure] of Object.entries(measures)) {
    const single = new Map<Contestant, number[]>(both.map((who) => [who, []]));
    const rates = new Map<Contestant, number[]>(both.map((who) => [who, []]));
    for (let block = 0; block <= blocks; block += 1) {
      for (const who of block % 2 === 0 ? both : both.toReversed()) {
        const alone = measure(who, perBlock / 2);
        const one = await timed(alone, 1, async (work) => work());
        const crowd = measure(who, perBlock);
        const many = await timed(crowd, atOnce, async (work) => work());
        who.connector.recorded.length = 0;
        if (block === 0) continue; // the first block only warms up
        single.get(who)?.push(...one.each);
        rates.get(who)?.push(crowd.length / (many.all / 1000));
      }
    }
    print(
      comparison(
        name,
        [ours, floor].map((who) => ({
          name: who.name,
          ms: median(single.get(who) ?? []),
          rate: median(rates.get(who) ?? []),
        })),
      ),
    );
  }
}

function comparison(name: string, results: readonly { name: string; ms: number; rate: number }[]): string {
  const [ours, floor] = results;
  if (!ours || !floor) return '';
  const lines = results.map(
    (each) =>
      `  ${each.name.padEnd(11)} median ${each.ms.toFixed(2)} ms alone, ${each.rate.toFixed(0)} /s at ${atOnce} at a time`,
  );
  const ratio = `  ratio       ${(ours.ms / floor.ms).toFixed(2)} of the floor's median (goal: at most 1.5), ${(ours.rate / floor.rate).toFixed(2)} of its throughput (goal: at least 0.67)`;
  return [name, ...lines, ratio].join('\n');
}

async function startLine(ours: Contestant, floor: Contestant): Promise<string> {
  const [ourMemory, floorMemory] = await Promise.all([
    residentMegabytes(ours.bot.pid),
    residentMegabytes(floor.bot.pid),
  ]);
  const row = (name: string, ready: number, memory: number): string =>
    `  ${name.padEnd(11)} ready after ${(ready / 1000).toFixed(2)} s, ${memory.toFixed(0)} MB resident after the run`;
  return [
    'start and memory',
    row(ours.name, ours.bot.readyMs, ourMemory),
    row(floor.name, floor.bot.readyMs, floorMemory),
    `  ratio       ${(ours.bot.readyMs / floor.bot.readyMs).toFixed(2)} of the floor's time, ${(ourMemory / floorMemory).toFixed(2)} of its memory`,
  ].join('\n');
}

async function startOurs(folder: string, connector: RecordingConnector): Promise<Contestant> {
  const path = join(folder, 'ours.sqlite');
  await prepareCity(path, connector);
  const port = await freePort();
  const environment = {
    AUTH: 'off',
    PORT: String(port),
    STORE: 'sqlite',
    SQLITE_PATH: path,
    LOG_LEVEL: 'error',
  };
  return {
    name: 'Campusdesk',
    bot: await startBot('test/bench/our-bot.mjs', [], environment, port),
    connector,
    activities: new Activities(connector.serviceUrl),
    claims: [],
  };
}

/** The school of all teachers, and the manager whose channel gets their tickets. */
function measuredPlace(): {
  readonly schoolId: string;
  readonly siteId: string;
  readonly campusId: string;
  readonly manager: Someone;
} {
  const directory = sampleDirectory();
  const school = directory.schools.find(({ id }) => directory.sitesOf(id).length === 1);
  const site = directory.sitesOf(school?.id ?? '')[0];
  const manager = directory.person(directory.campus(site?.campusId ?? '')?.managerId ?? '');
  if (!school || !site || !manager) throw new Error('the sample has no school with one site');
  return { schoolId: school.id, siteId: site.id, campusId: site.campusId, manager };
}

/** The sample city; each teacher has chosen a school, and the campus' channel is linked. */
async function prepareCity(path: string, connector: RecordingConnector): Promise<void> {
  const store = await openSqliteStore({ path });
  const now = Date.now();
  await storeSample(await DirectoryBook.open(store), now);
  const { schoolId, siteId, campusId } = measuredPlace();
  const profiles = await ProfileBook.open(store);
  for (const teacher of teachers) {
    await profiles.choose(teacher.id, { schoolId, siteId });
  }
  const clock = { now: () => now, monotonic: () => now, wait: () => Promise.resolve() };
  const book = await ConversationBook.open(store, clock);
  const conversation = channelConversation(channel, connector.serviceUrl);
  await book.remember(conversation, now);
  await book.link(`campus-${campusId}`, conversation, 'bench', now);
  await store.close();
}

/** Reports and submits so many tickets, and keeps the click on claim of each. */
async function submitTickets(ours: Contestant, count: number): Promise<void> {
  const { manager } = measuredPlace();
  for (let index = 0; index < count; index += 1) {
    if (index % 100 === 0) console.error(`  ${index} of ${count} tickets submitted`);
    const teacher = teachers[index % teachers.length] ?? { id: '', name: '' };
    await postActivity(ours.bot.port, ours.activities.message(teacher, reportText));
    const draft = ours.connector.in(personalChat(teacher)).at(-1);
    const ticketId = ticketIdOf(draft);
    const posted = ours.connector.nextPost(channel);
    if (!draft) throw new Error('no draft');
    await postActivity(
      ours.bot.port,
      ours.activities.click(teacher, draft, 'draft.submit', { ticketId, drawn: 0 }),
    );
    const card = await posted;
    ours.claims.push({
      activity: ours.activities.click(manager, card, 'ticket.claim', { ticketId, drawn: 1 }),
      edits: [card.activityId, draft.activityId],
    });
    ours.connector.recorded.splice(0, ours.connector.recorded.length - 50);
  }
}

/** The floor bot sends cards of the same size and stores documents of the same size as Campusdesk does. */
async function startFloor(
  folder: string,
  connector: RecordingConnector,
  ours: Contestant,
): Promise<Contestant> {
  const cardsFile = join(folder, 'cards.json');
  await writeFile(cardsFile, JSON.stringify(await sampleOfCards(ours)));
  const port = await freePort();
  const args = [join(folder, 'floor.sqlite'), cardsFile, String(port)];
  const started = await startBot('test/bench/floor-bot.mjs', args, {}, port);
  const activities = new Activities(connector.serviceUrl);
  const floor: Contestant = { name: 'floor bot', bot: started, connector, activities, claims: [] };
  for (let index = 0; index < ours.claims.length; index += 1) {
    const teacher = teachers[index % teachers.length] ?? { id: '', name: '' };
    const cards = {
      channel: { conversationId: channel, activityId: `c${index}` },
      personal: { conversationId: personalChat(teacher), activityId: `p${index}` },
    };
    floor.claims.push({
      activity: floor.activities.click(teacher, cards.channel, 'claim', { id: `d${index + 1}`, ...cards }),
      edits: [cards.channel.activityId, cards.personal.activityId],
    });
  }
  return floor;
}

async function sampleOfCards(ours: Contestant): Promise<Record<string, unknown>> {
  const [teacher] = teachers;
  if (!teacher) throw new Error('no teachers');
  await postActivity(ours.bot.port, ours.activities.message(teacher, reportText));
  const draft = ours.connector.in(personalChat(teacher)).at(-1);
  const click = ours.claims.pop();
  if (click) await claimed(ours, click);
  const channelCard = ours.connector.in(channel).findLast((each) => each.method === 'edit');
  const status = ours.connector.recorded.findLast(
    (each) => each.method === 'edit' && each.conversationId !== channel,
  );
  const content = (message: Recorded | undefined): unknown => message?.activity.attachments?.[0]?.content;
  ours.connector.recorded.length = 0;
  return {
    draft: content(draft),
    channel: content(channelCard),
    status: content(status),
    // A claimed ticket's document, by its length.
    document: { text: 'x'.repeat(3_000) },
  };
}

/** Presses claim and waits until the channel's and the teacher's card were edited. */
async function claimed(who: Contestant, click: Click): Promise<void> {
  const edited = Promise.all(click.edits.map((activityId) => who.connector.nextEdit(activityId)));
  await postActivity(who.bot.port, click.activity);
  await edited;
}

function ticketIdOf(message: Recorded | undefined): string {
  return /"ticketId":"([0-9A-Z]{6})"/.exec(JSON.stringify(message?.activity ?? {}))?.[1] ?? '';
}
