import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { dialogs } from '../src/bot/extension-dialog.js';
import { searches } from '../src/bot/extension-search.js';
import { buildAppPackage, InvalidPackage, type PackageValues } from '../src/cli/app-package.js';
import { registerPackage } from '../src/cli/package.js';
import { createProgram, runProgram } from '../src/cli/run.js';
import { staffCommands } from '../src/bot/staff-commands.js';
import { texts, type Language } from '../src/i18n/index.js';

const folder = mkdtempSync(join(tmpdir(), 'campusdesk-package-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const source = new URL('../appPackage/', import.meta.url);
const appId = '11111111-2222-4333-8444-555555555555';
const values: PackageValues = {
  MICROSOFT_APP_ID: appId,
  BOT_DOMAIN: 'campusdesk.example.org',
  WEBSITE_URL: 'https://city.example/',
  PRIVACY_URL: 'https://city.example/privacy',
  TERMS_URL: 'https://city.example/terms',
};

/** The commands of the message extension are called from menus, so that nobody types their titles. */
const command = z.object({
  id: z.string(),
  type: z.enum(['query', 'action']),
  title: z.string(),
  description: z.string(),
  context: z.array(z.string()),
  parameters: z.array(z.object({ name: z.string(), title: z.string(), description: z.string() })).optional(),
});

const manifestForm = z.object({
  manifestVersion: z.string(),
  id: z.string(),
  developer: z.record(z.string()),
  name: z.record(z.string()),
  description: z.record(z.string()),
  validDomains: z.array(z.string()),
  bots: z.array(
    z.object({
      botId: z.string(),
      scopes: z.array(z.string()),
      supportsFiles: z.boolean(),
      commandLists: z.array(
        z.object({
          scopes: z.array(z.string()),
          commands: z.array(z.object({ title: z.string(), description: z.string() })),
        }),
      ),
    }),
  ),
  composeExtensions: z.array(z.object({ botId: z.string(), commands: z.array(command) })),
});

async function unpack(changes: Partial<PackageValues> = {}) {
  const { zip } = await buildAppPackage({ ...values, ...changes });
  const files = unzipSync(zip);
  const json = (name: string): unknown => JSON.parse(strFromU8(files[name] ?? new Uint8Array()));
  return {
    files,
    manifest: manifestForm.parse(json('manifest.json')),
    english: z.record(z.string()).parse(json('en.json')),
  };
}

type Manifest = z.output<typeof manifestForm>;

/** Every text of the manifest that people read, under the name by which a language file replaces it. */
function readableTexts(manifest: Manifest): Map<string, string> {
  const found = new Map<string, string>();
  for (const part of ['name', 'description'] as const) {
    for (const [length, text] of Object.entries(manifest[part])) found.set(`${part}.${length}`, text);
  }
  for (const [bot, { commandLists }] of manifest.bots.entries()) {
    for (const [list, { commands }] of commandLists.entries()) {
      for (const [index, command] of commands.entries()) {
        const path = `bots[${bot}].commandLists[${list}].commands[${index}]`;
        found.set(`${path}.title`, command.title);
        found.set(`${path}.description`, command.description);
      }
    }
  }
  for (const [index, { title, description, parameters = [] }] of commandsOf(manifest).entries()) {
    const path = `composeExtensions[0].commands[${index}]`;
    for (const [name, text] of Object.entries({ title, description })) found.set(`${path}.${name}`, text);
    for (const [at, parameter] of parameters.entries()) {
      found.set(`${path}.parameters[${at}].title`, parameter.title);
      found.set(`${path}.parameters[${at}].description`, parameter.description);
    }
  }
  return found;
}

function commandsOf({ composeExtensions }: Manifest): readonly z.output<typeof command>[] {
  return composeExtensions.flatMap(({ commands }) => commands);
}

describe('the app package', () => {
  it('holds exactly manifest, English texts and the two icons', async () => {
    const { files } = await unpack();
    expect(Object.keys(files).toSorted()).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png']);
  });

  it('names the registered bot, its pages and its domain', async () => {
    const { manifest } = await unpack();
    expect(manifest.id).toBe(appId);
    expect(manifest.bots[0]).toMatchObject({
      botId: appId,
      scopes: ['personal', 'team'],
      supportsFiles: true,
    });
    expect(manifest.validDomains).toEqual(['campusdesk.example.org']);
    expect(manifest.developer).toMatchObject({
      websiteUrl: 'https://city.example/',
      privacyUrl: 'https://city.example/privacy',
      termsOfUseUrl: 'https://city.example/terms',
    });
  });

  it('names no domain where none is given', async () => {
    expect((await unpack({ BOT_DOMAIN: '' })).manifest.validDomains).toEqual([]);
  });

  it('is of the newest version whose schema is at hand', async () => {
    const schemas = new URL(
      '../node_modules/@microsoft/app-manifest/build/json-schemas/teams/',
      import.meta.url,
    );
    const minors = readdirSync(schemas).flatMap((name) => /^v1\.(\d+)$/.exec(name)?.[1] ?? []);
    expect((await unpack()).manifest.manifestVersion).toBe(`1.${Math.max(...minors.map(Number))}`);
  });

  it('is refused with the place where it does not fit the schema', async () => {
    const built = buildAppPackage({ ...values, MICROSOFT_APP_ID: 'campusdesk', WEBSITE_URL: 'no address' });
    await expect(built).rejects.toThrow(InvalidPackage);
    await expect(built).rejects.toThrow(
      /manifest\.json\/id .*\n(.*\n)*.*manifest\.json\/developer\/websiteUrl/,
    );
  });

  it('is the same, byte for byte, for the same values', async () => {
    const [first, second] = [await buildAppPackage(values), await buildAppPackage(values)];
    expect(Buffer.from(first.zip).equals(second.zip)).toBe(true);
  });
});

describe('the texts of the app package', () => {
  it('stand in both languages, each of them once', async () => {
    const { manifest, english } = await unpack();
    const { $schema: _, ...translations } = english;
    expect(Object.keys(translations).toSorted()).toEqual([...readableTexts(manifest).keys()].toSorted());
  });

  it('offer only commands that the bot understands when they are clicked', async () => {
    const { manifest, english } = await unpack();
    const wordsIn = (language: Language): readonly string[] => {
      const { chat, lists } = texts(language);
      return [chat.commands, lists.commands].flatMap((commands) => Object.values(commands).flat());
    };
    const understood = { de: wordsIn('de'), en: wordsIn('en') };
    const titles = [...readableTexts(manifest)].filter(
      ([path]) => path.startsWith('bots') && path.endsWith('.title'),
    );
    expect(titles.length).toBeGreaterThan(5);
    for (const [path, german] of titles) {
      expect(understood.de).toContain(german.toLowerCase());
      expect(understood.en).toContain(english[path]?.toLowerCase());
    }
  });
});

describe('the commands that a channel offers', () => {
  it('are those of the staff, but for what is solved, a school, a single visit and the telephone, for which ten places are too few', async () => {
    const { manifest } = await unpack();
    const inChannels = manifest.bots[0]?.commandLists.find(({ scopes }) => scopes.includes('team'));
    const offered = new Set(inChannels?.commands.map(({ title }) => title.toLowerCase()));
    const { commands } = texts('de').lists;
    const missing = staffCommands.filter(({ name }) => !commands[name].some((words) => offered.has(words)));
    expect(missing.map(({ name }) => name)).toEqual(['solved', 'ofSchool', 'changeVisit', 'newTicket']);
    expect(offered.size).toBe(10);
  });
});

describe('the message extension of the app package', () => {
  it('belongs to the registered bot and offers what the service answers, and nothing else', async () => {
    const { manifest } = await unpack();
    expect(manifest.composeExtensions.map(({ botId }) => botId)).toEqual([appId]);
    const ids = (type: string) =>
      commandsOf(manifest).flatMap((each) => (each.type === type ? [each.id] : []));
    expect(ids('query').toSorted()).toEqual(Object.keys(searches).toSorted());
    expect(ids('action').toSorted()).toEqual(Object.keys(dialogs).toSorted());
  });

  it('searches while somebody types, and makes a report of a message there where the message is', async () => {
    const { manifest } = await unpack();
    for (const { id, type, context, parameters } of commandsOf(manifest)) {
      expect(context).toEqual(id === 'ticketFromMessage' ? ['message'] : ['compose', 'commandBox']);
      expect(parameters?.length ?? 0).toBe(type === 'query' ? 1 : 0);
    }
  });
});

describe('the icons', () => {
  /** Width, height and colour type (2: opaque, 6: with transparency) from the head of a PNG. */
  function head(file: string) {
    const bytes = readFileSync(new URL(file, source));
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), colourType: bytes[25] };
  }

  it('have the sizes that Teams asks for', () => {
    expect(head('color.png')).toEqual({ width: 192, height: 192, colourType: 2 });
    expect(head('outline.png')).toEqual({ width: 32, height: 32, colourType: 6 });
  });
});

describe('campusdesk package', () => {
  async function run(...args: string[]) {
    const told: string[] = [];
    const results: unknown[] = [];
    const output = {
      tell: (line: string) => told.push(line),
      result: (value: unknown) => results.push(value),
    };
    const program = createProgram(output);
    registerPackage(program, output);
    return { code: await runProgram(program, ['package', ...args], output), told: told.join('\n'), results };
  }

  it('writes the file and says what to do with it', async () => {
    const file = join(folder, 'campusdesk.zip');
    const { code, told, results } = await run('--app-id', appId.toUpperCase(), '--out', file, '--json');
    expect(code).toBe(0);
    expect(told).toContain('Upload it in the Teams admin center');
    const bytes = readFileSync(file);
    expect(results).toEqual([
      { file, bytes: bytes.length, files: ['manifest.json', 'en.json', 'color.png', 'outline.png'] },
    ]);
    const manifest = manifestForm.parse(JSON.parse(strFromU8(unzipSync(bytes)['manifest.json']!)));
    expect(manifest.bots[0]?.botId).toBe(appId);
  });

  it.each([
    ['an app id that is no GUID', ['--app-id', 'campusdesk'], '--app-id must be a GUID'],
    [
      'an address as the domain',
      ['--app-id', appId, '--host', 'https://x.example'],
      '--host must be a domain',
    ],
    [
      'a page without encryption',
      ['--app-id', appId, '--privacy', 'http://x.example'],
      '--privacy must be an https',
    ],
  ])('refuses %s as wrong use', async (_, args, sentence) => {
    const { code, told } = await run(...args, '--out', join(folder, 'never.zip'));
    expect(code).toBe(2);
    expect(told).toContain(sentence);
    expect(readdirSync(folder)).not.toContain('never.zip');
  });

  it('fails in one line where the file cannot be written', async () => {
    const { code, told } = await run('--app-id', appId, '--out', join(folder, 'nowhere', 'x.zip'));
    expect(code).toBe(1);
    expect(told).toMatch(/^[^\n]*nowhere[^\n]* cannot be written[^\n]*$/);
  });
});
