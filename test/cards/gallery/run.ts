/**
 * `npm run gallery [-- folder [name]]` draws every card as a person sees it, looks each over, and leaves a page with all
 * pictures in test-output/gallery. Only what changed since the last run is drawn again; `name` limits it to some cards.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from '../../browser.js';
import { sampleCards } from '../samples.js';
import { drawingsOf, type Drawing } from './drawings.js';
import { indexPage, type Shown } from './index-page.js';
import { allLooks, inspect, onStages, sentencesOf } from './inspection.js';
import { hashOf, openRecords, toolsDigest, type PictureRecord } from './records.js';
import { openStage, type Look, type Stage } from './stage.js';

const [folder = 'test-output/gallery', part] = process.argv.slice(2);
const samples = sampleCards().filter(({ name }) => part === undefined || name.includes(part));
const works = drawingsOf(samples).flatMap((drawing) => allLooks.map((look) => ({ drawing, look })));
const records = openRecords(folder);
const tools = toolsDigest();
const done: { readonly drawing: Drawing; readonly look: Look; readonly record: PictureRecord }[] = [];
let reused = 0;
process.once('SIGINT', () => {
  say('\nInterrupted; the next run goes on from here.\n');
  process.exit(130);
});

const say = (line: string): void => void process.stdout.write(line);
const pictureOf = ({ name }: Drawing, { theme, width }: Look): string => `${name}-${theme}-${width}.png`;
const bytesOf = (card: unknown): number => Buffer.byteLength(JSON.stringify(card));
const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;

function tellProgress(): void {
  const line = `${done.length} of ${works.length} pictures`;
  if (process.stdout.isTTY) say(`\r${line}`);
  else if (done.length % 200 === 0) say(`${line}\n`);
}

async function draw(stage: Stage, { drawing, look }: (typeof works)[number]): Promise<void> {
  const picture = pictureOf(drawing, look);
  const hash = hashOf(drawing, look, tools);
  const known = records.find(picture, hash);
  if (known) {
    reused += 1;
    done.push({ drawing, look, record: known });
    return;
  }
  const faults = await inspect(stage, drawing, look);
  await stage.picture(join(folder, 'pictures', picture));
  const record = { picture, hash, ...faults };
  records.add(record);
  done.push({ drawing, look, record });
}

const browser = await openBrowser();
const stages = await Promise.all([openStage(browser), openStage(browser)]);
await onStages(stages, works, async (stage, work) => {
  await draw(stage, work);
  tellProgress();
});
await browser.close();
say('\n');

const shown: readonly Shown[] = done.map(({ drawing, look, record }) => ({
  ...look,
  template: drawing.sample.template,
  language: drawing.sample.language,
  title: drawing.name,
  isOpened: drawing.name !== drawing.sample.name,
  bytes: bytesOf(drawing.sample.card),
  picture: record.picture,
  faults: sentencesOf(drawing.name, look, record),
}));
const biggest = samples.toSorted((a, b) => bytesOf(b.card) - bytesOf(a.card))[0];
const count = (kind: 'warnings' | 'layout' | 'axe'): number =>
  done.reduce((sum, { record }) => sum + record[kind].length, 0);
const figures = [
  `${new Set(samples.map(({ template }) => template)).size} templates`,
  `${samples.length} entries`,
  `${done.length} pictures (${reused} unchanged)`,
  `${count('warnings')} parse warnings`,
  `${count('layout')} layout faults`,
  `${count('axe')} axe findings (serious or critical)`,
  ...(biggest ? [`biggest card ${kilobytes(bytesOf(biggest.card))} (${biggest.name})`] : []),
].join(', ');
writeFileSync(
  join(folder, 'index.html'),
  indexPage(
    shown.toSorted((a, b) => a.picture.localeCompare(b.picture)),
    figures,
  ),
);
for (const fault of new Set(shown.flatMap(({ faults }) => faults))) say(`${fault}\n`);
say(`${figures}\n${join(folder, 'index.html')}\n`);
if (part === undefined) records.keepOnly(new Set(done.map(({ record }) => record.picture)));
process.exitCode = shown.some(({ faults }) => faults.length > 0) ? 1 : 0;
