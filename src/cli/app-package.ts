import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import type { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import AjvDraft04 from 'ajv-draft-04';
import { zipSync, type Zippable } from 'fflate';
import { z } from 'zod';

const require = createRequire(import.meta.url);

/** What differs between the tenants that install Campusdesk; the names are those of the manifest's placeholders. */
export interface PackageValues {
  /** The bot's app registration, a GUID. */
  readonly MICROSOFT_APP_ID: string;
  /** Where the service is reached, without scheme and path; empty while it serves no pages. */
  readonly BOT_DOMAIN: string;
  readonly WEBSITE_URL: string;
  readonly PRIVACY_URL: string;
  readonly TERMS_URL: string;
}

/** The app package, ready for upload in the Teams admin center. */
export interface AppPackage {
  readonly zip: Uint8Array;
  readonly files: readonly string[];
}

/** What Microsoft's schema says against a file of the package, one sentence each. */
export class InvalidPackage extends Error {
  override readonly name = 'InvalidPackage';
  constructor(readonly problems: readonly string[]) {
    super(`The app package does not fit Microsoft's schema:\n${problems.map((p) => `- ${p}`).join('\n')}`);
  }
}

/** Manifest, texts and icons as they stand in the repository, beside src/ and dist/. */
const source = new URL('../../appPackage/', import.meta.url);

/** What packing needs to know of the manifest; the schema checks the rest. */
const manifestForm = z.object({
  manifestVersion: z.string(),
  icons: z.record(z.string()),
  validDomains: z.array(z.string()),
  localizationInfo: z.object({ additionalLanguages: z.array(z.object({ file: z.string() })) }),
});

/**
 * Fills the placeholders of appPackage/manifest.json, checks everything against Microsoft's schema without the
 * network, and packs it. The same values give the same bytes. @throws InvalidPackage
 */
export async function buildAppPackage(values: PackageValues): Promise<AppPackage> {
  const manifest = fillManifest(await read('manifest.json'), values);
  const { manifestVersion, icons, localizationInfo } = manifestForm.parse(manifest);
  const encoder = new TextEncoder();
  const content: Zippable = { 'manifest.json': encoder.encode(`${JSON.stringify(manifest, null, 2)}\n`) };
  const problems = await problemsOf('manifest.json', manifest, manifestVersion, 'MicrosoftTeams');
  for (const { file } of localizationInfo.additionalLanguages) {
    const text = await read(file);
    content[file] = encoder.encode(text);
    problems.push(
      ...(await problemsOf(file, JSON.parse(text), manifestVersion, 'MicrosoftTeams.Localization')),
    );
  }
  for (const icon of Object.values(icons)) content[icon] = await readFile(new URL(icon, source));
  if (problems.length > 0) throw new InvalidPackage(problems);

  // A fixed day, since a zip remembers when its files were written, in local time.
  const zip = zipSync(content, { mtime: new Date(2000, 0, 1), level: 9 });
  return { zip, files: Object.keys(content) };
}

function read(file: string): Promise<string> {
  return readFile(new URL(file, source), 'utf8');
}

function fillManifest(text: string, values: PackageValues): Record<string, unknown> {
  let filled = text;
  for (const [name, value] of Object.entries(values)) {
    filled = filled.replaceAll(`\${{${name}}}`, () => JSON.stringify(value).slice(1, -1));
  }
  const left = /\$\{\{(\w*)\}\}/.exec(filled);
  if (left) throw new InvalidPackage([`manifest.json: nothing fills the placeholder ${left[0]}`]);
  const manifest = z.record(z.unknown()).parse(JSON.parse(filled));
  const { validDomains } = manifestForm.parse(manifest);
  return { ...manifest, validDomains: validDomains.filter((domain) => domain !== '') };
}

async function problemsOf(
  file: string,
  content: unknown,
  version: string,
  schema: string,
): Promise<string[]> {
  const validate = await validatorFor(version, schema);
  if (validate(content)) return [];
  return (validate.errors ?? []).map(
    (error) => `${file}${error.instancePath} ${error.message ?? 'is wrong'}`,
  );
}

const validators = new Map<string, ValidateFunction>();

/** The schemas come with a package of Microsoft's, one folder for each version; compiling one takes a while. */
async function validatorFor(version: string, schema: string): Promise<ValidateFunction> {
  const carrier = dirname(require.resolve('@microsoft/app-manifest/package.json'));
  const path = join(carrier, 'build', 'json-schemas', 'teams', `v${version}`, `${schema}.schema.json`);
  const known = validators.get(path);
  if (known) return known;
  // Some of their patterns are not valid with the flag u.
  const ajv = new AjvDraft04.default({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats.default(ajv, ['uri', 'email', 'regex']);
  const validate = ajv.compile(z.record(z.unknown()).parse(JSON.parse(await readFile(path, 'utf8'))));
  validators.set(path, validate);
  return validate;
}
