import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Drawing } from './drawings.js';
import type { Look } from './stage.js';
import { hostConfigOf, styleSheetOf } from './themes.js';

const recordSchema = z.object({
  picture: z.string(),
  hash: z.string(),
  warnings: z.array(z.string()).readonly(),
  layout: z.array(z.string()).readonly(),
  axe: z.array(z.string()).readonly(),
});

/** What came of one picture. `hash` is of everything that it was made of. */
export type PictureRecord = z.infer<typeof recordSchema>;

/** What an earlier run drew, so that one that was interrupted goes on, and only what changed is drawn again. */
export interface Records {
  /** The record of a picture that is there and would be drawn the same again. */
  find(picture: string, hash: string): PictureRecord | undefined;
  add(record: PictureRecord): void;
  /** Removes pictures that no card has any more. */
  keepOnly(pictures: ReadonlySet<string>): void;
}

/** @throws Error where the folder cannot be written */
export function openRecords(folder: string): Records {
  const pictures = join(folder, 'pictures');
  const file = join(folder, 'records.jsonl');
  mkdirSync(pictures, { recursive: true });
  const known = new Map(readRecords(file).map((record) => [record.picture, record]));
  return {
    find(picture, hash) {
      const record = known.get(picture);
      return record?.hash === hash && existsSync(join(pictures, picture)) ? record : undefined;
    },
    add(record) {
      known.set(record.picture, record);
      appendFileSync(file, `${JSON.stringify(record)}\n`);
    },
    keepOnly(wanted) {
      for (const name of readdirSync(pictures)) if (!wanted.has(name)) rmSync(join(pictures, name));
    },
  };
}

/** A line that an interruption cut short counts as not written. */
function readRecords(file: string): readonly PictureRecord[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return [recordSchema.parse(JSON.parse(line))];
      } catch {
        return [];
      }
    });
}

/** The same as long as card, theme, renderer and gallery are. */
export function hashOf({ card }: Drawing, { theme, width }: Look, tools: string): string {
  const parts = JSON.stringify([card, hostConfigOf(theme), styleSheetOf(theme), width, tools]);
  return createHash('sha256').update(parts).digest('hex').slice(0, 32);
}

/** A digest of what draws and judges. */
export function toolsDigest(): string {
  const digest = createHash('sha256');
  const sources = ['in-page.js', 'inspection.ts', 'opened.ts', 'stage.ts'].map(
    (name) => new URL(name, import.meta.url),
  );
  const lockFile = new URL('../../../package.json', import.meta.url);
  for (const source of [...sources, lockFile]) digest.update(readFileSync(source));
  return digest.digest('hex');
}
