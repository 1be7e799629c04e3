import { isIPv4 } from 'node:net';

import { z } from 'zod';

import { logLevels } from '../logging.js';

/** The environment of a process, or of a test. */
export type Environment = Readonly<Record<string, string | undefined>>;

const guid = z.string().uuid('must be a GUID');
const text = z.string();
const httpUrl = z
  .string()
  .refine((url) => /^https?:$/.test(parsedUrl(url)?.protocol ?? ''), 'must be an http or https URL');

/** Each variable by itself; the messages go on after its name. */
const variables = z
  .object({
    PORT: z
      .string()
      .regex(/^\d{1,5}$/, 'must be a whole number from 0 to 65535')
      .transform(Number)
      .refine((port) => port <= 65_535, 'must be a whole number from 0 to 65535'),
    HOST: text,
    AUTH: z.enum(['on', 'off'], { message: 'must be on or off' }),
    MICROSOFT_APP_TYPE: z.enum(['SingleTenant', 'UserAssignedMSI'], {
      message: 'must be SingleTenant or UserAssignedMSI (multi-tenant bots can no longer be registered)',
    }),
    MICROSOFT_APP_ID: guid,
    MICROSOFT_APP_TENANT_ID: guid,
    MICROSOFT_APP_PASSWORD: text,
    BOT_OPENID_METADATA: httpUrl,
    BOT_TOKEN_ISSUER: text,
    BOT_LOGIN_URL: httpUrl,
    BOT_OAUTH_SCOPE: text,
    STORE: z.enum(['sqlite', 'cosmos'], { message: 'must be sqlite or cosmos' }),
    SQLITE_PATH: text,
    COSMOS_ENDPOINT: httpUrl,
    COSMOS_KEY: text,
    COSMOS_DATABASE: z.string().regex(/^[^/\\#?]{1,255}$/, 'must be at most 255 characters without / \\ # ?'),
    COSMOS_MANAGED_IDENTITY_CLIENT_ID: guid,
    LOG_LEVEL: z.enum(logLevels, { message: `must be one of ${logLevels.join(', ')}` }),
    CLOCK_SPEED: z
      .string()
      .transform(Number)
      .refine((speed) => speed > 0 && speed <= 10_000, 'must be a number above 0, at most 10000'),
    CLOCK_START: z.string().datetime('must be an instant such as 2026-11-24T08:00:00Z'),
    LEASE_SECONDS: z
      .string()
      .regex(/^\d{1,3}$/, 'must be a whole number from 2 to 600')
      .transform(Number)
      .refine((seconds) => seconds >= 2 && seconds <= 600, 'must be a whole number from 2 to 600'),
    SERVICE_CALENDAR: text,
    SERVICE_POLICY: text,
    MOVABLE_HOLIDAYS: text,
    INTAKE_MODEL: text,
    KNOWLEDGE_PATH: text,
    PUBLIC_URL: httpUrl,
    PHOTOS_PATH: text,
    PHOTOS_BLOB_URL: httpUrl,
    PHOTOS_BLOB_CONTAINER: z
      .string()
      .regex(
        /^(?!.*--)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/,
        'must be 3 to 63 small letters, digits or single hyphens',
      ),
    PHOTOS_BLOB_KEY: z.string().regex(/^[A-Za-z0-9+/]+=*$/, 'must be a key of a storage account'),
    PHOTOS_BLOB_MANAGED_IDENTITY_CLIENT_ID: guid,
    INSTANCE: z.string().regex(/^[\w.:-]{1,100}$/, 'must be at most 100 letters, digits or . : _ -'),
  })
  .partial();

/** The names of all variables that are read; .env.example explains each. */
export const variableNames: readonly string[] = Object.keys(variables.shape);

/** The name of a variable. */
export type Name = keyof z.output<typeof variables>;
/** The variables that are set and well-formed, as values. */
export type Values = z.output<typeof variables>;
/** The variables that are set, well-formed or not. */
export type Given = Readonly<Record<string, string>>;

/** The variables that Campusdesk knows and that are set; an empty one counts as not set. */
export function withoutEmpty(environment: Environment): Given {
  const given: Record<string, string> = {};
  for (const name of variableNames) {
    const value = environment[name]?.trim();
    if (value) given[name] = value;
  }
  return given;
}

/** What is well-formed; the rest is reported and left out, so that contradictions show in the same run. */
export function readValues(given: Given, problems: string[]): Values {
  const all = variables.safeParse(given);
  if (all.success) return all.data;
  const wrong = new Map(all.error.issues.map((issue) => [String(issue.path[0]), issue.message]));
  for (const [name, message] of wrong) problems.push(`${name} ${message}.`);
  return variables.parse(Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name))));
}

/** Those of the names that are set. */
export function setNames(given: Given, names: readonly Name[]): Name[] {
  return names.filter((name) => given[name] !== undefined);
}

/** `A, B are set`, the beginning of a sentence. */
export function areSet(names: readonly Name[]): string {
  return `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} set`;
}

/** Whether nobody outside of this machine can reach the host. */
export function isLoopback(host: string | null): boolean {
  return host === 'localhost' || host === '::1' || (host !== null && isIPv4(host) && host.startsWith('127.'));
}

/** The host of a URL; null where there is no URL. */
export function hostOf(url: string | undefined): string | null {
  // URL keeps the brackets of an IPv6 address.
  return url === undefined ? null : (parsedUrl(url)?.hostname.replace(/^\[|\]$/g, '') ?? null);
}

function parsedUrl(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}
