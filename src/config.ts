import { randomBytes } from 'node:crypto';
import { isIPv4 } from 'node:net';
import { hostname } from 'node:os';

import { z } from 'zod';

import { logLevels, type LogLevel } from './logging.js';

/** Everything that is configured from outside, checked. */
export interface Config {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly auth: AuthSettings;
  readonly store: StoreSettings;
  readonly logLevel: LogLevel;
  /** How many times as fast as the machine's clock the service's runs; 1 in production. */
  readonly clockSpeed: number;
  /** What the service's clock shows at the start (ISO); null: the machine's time. */
  readonly clockStart: string | null;
  /** For how long an instance reserves the sending for a ticket; after its death another goes on when it has run out. */
  readonly leaseWallMs: number;
  /** Path of the file with the service hours, where the default does not fit. */
  readonly serviceCalendarPath: string | null;
  /** Names this process in leases and in the log; unique among the processes that share a store. */
  readonly instance: string;
  /** What whoever runs this should read on every start. */
  readonly warnings: readonly string[];
}

export type AuthSettings =
  /** Everyone who reaches the port is believed; only on a loopback address. */
  | { readonly mode: 'off'; readonly appId: string | null }
  | {
      readonly mode: 'on';
      readonly appType: 'SingleTenant' | 'UserAssignedMSI';
      readonly appId: string;
      readonly tenantId: string;
      /** Null exactly for UserAssignedMSI. */
      readonly password: string | null;
      /** Tests of authentication bring their own issuer; null in production. */
      readonly ownIssuer: OwnIssuer | null;
    };

/** An issuer of tokens on this machine that stands in for Microsoft's. */
export interface OwnIssuer {
  readonly openIdMetadataUrl: string;
  readonly tokenIssuer: string;
  readonly loginUrl: string;
  readonly oauthScope: string;
}

export type StoreSettings = SqliteSettings | CosmosSettings;

export interface SqliteSettings {
  readonly kind: 'sqlite';
  readonly path: string;
}

export interface CosmosSettings {
  readonly kind: 'cosmos';
  readonly endpoint: string;
  readonly database: string;
  /** Null: the managed identity signs in. */
  readonly key: string | null;
  /** Client id of a user-assigned managed identity; null: the system's own. */
  readonly managedIdentityClientId: string | null;
}

/** The environment is incomplete or contradicts itself. One sentence for each problem, all of them at once. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly problems: readonly string[]) {
    super(
      `The configuration has ${problems.length} problem(s):\n${problems.map((p) => `- ${p}`).join('\n')}`,
    );
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** The configuration of this process. @throws ConfigError */
export function configFromProcess(): Config {
  return readConfig(process.env);
}

/** Where this process keeps its documents, for commands that need no bot. @throws ConfigError */
export function storeSettingsFromProcess(): StoreSettings {
  return readStoreSettings(process.env);
}

/** Checks only what concerns the store; the bot's variables may be missing. @throws ConfigError */
export function readStoreSettings(environment: Environment): StoreSettings {
  const problems: string[] = [];
  const all = withoutEmpty(environment);
  const given = Object.fromEntries(setNames(all, storeNames).map((name) => [name, all[name] ?? '']));
  const store = readStore(given, readValues(given, problems), problems);
  if (problems.length > 0 || !store) throw new ConfigError(problems);
  return store;
}

/**
 * Checks an environment (.env.example explains each variable). An empty variable counts as not set.
 * @throws ConfigError with all problems together
 */
export function readConfig(environment: Environment): Config {
  const problems: string[] = [];
  const given = withoutEmpty(environment);
  const values = readValues(given, problems);
  const mode = values.AUTH ?? 'on';
  const host = values.HOST ?? (mode === 'off' ? '127.0.0.1' : '0.0.0.0');
  const auth =
    mode === 'off' ? readAuthOff(given, values, host, problems) : readAuthOn(given, values, host, problems);
  const store = readStore(given, values, problems);
  if (mode === 'on' && (values.CLOCK_SPEED ?? 1) !== 1) {
    problems.push('CLOCK_SPEED can differ from 1 only with AUTH=off: it is for demonstrations.');
  }
  if (mode === 'on' && values.CLOCK_START !== undefined) {
    problems.push('CLOCK_START is possible only with AUTH=off: it is for demonstrations.');
  }
  if (problems.length > 0 || !auth || !store) throw new ConfigError(problems);

  const config = {
    host,
    port: values.PORT ?? 3978,
    auth,
    store,
    logLevel: values.LOG_LEVEL ?? 'info',
    clockSpeed: values.CLOCK_SPEED ?? 1,
    clockStart: values.CLOCK_START ?? null,
    leaseWallMs: (values.LEASE_SECONDS ?? 30) * 1_000,
    serviceCalendarPath: values.SERVICE_CALENDAR ?? null,
    instance: values.INSTANCE ?? `${hostname()}-${randomBytes(4).toString('hex')}`,
  };
  return { ...config, warnings: warningsOf(config) };
}

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
    INSTANCE: z.string().regex(/^[\w.:-]{1,100}$/, 'must be at most 100 letters, digits or . : _ -'),
  })
  .partial();

/** The names of all variables that are read; .env.example explains each. */
export const variableNames: readonly string[] = Object.keys(variables.shape);

type Name = keyof z.output<typeof variables>;
type Values = z.output<typeof variables>;
/** The variables that are set, well-formed or not. */
type Given = Readonly<Record<string, string>>;

function withoutEmpty(environment: Environment): Given {
  const given: Record<string, string> = {};
  for (const name of variableNames) {
    const value = environment[name]?.trim();
    if (value) given[name] = value;
  }
  return given;
}

/** What is well-formed; the rest is reported and left out, so that contradictions show in the same run. */
function readValues(given: Given, problems: string[]): Values {
  const all = variables.safeParse(given);
  if (all.success) return all.data;
  const wrong = new Map(all.error.issues.map((issue) => [String(issue.path[0]), issue.message]));
  for (const [name, message] of wrong) problems.push(`${name} ${message}.`);
  return variables.parse(Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name))));
}

function readAuthOff(given: Given, values: Values, host: string, problems: string[]): AuthSettings {
  if (!isLoopback(host)) {
    problems.push(
      `AUTH=off is possible only on a loopback address; HOST is ${host}. Use 127.0.0.1 or AUTH=on.`,
    );
  }
  if (given['MICROSOFT_APP_PASSWORD'] !== undefined) {
    problems.push('MICROSOFT_APP_PASSWORD is set, but AUTH=off: remove one of the two.');
  }
  const ownIssuer = setNames(given, ownIssuerNames);
  if (ownIssuer.length > 0) {
    problems.push(`${areSet(ownIssuer)}, but AUTH=off: that is for AUTH=on.`);
  }
  const endpoint = values.STORE === 'cosmos' ? values.COSMOS_ENDPOINT : undefined;
  if (endpoint !== undefined && !isLoopback(hostOf(endpoint))) {
    problems.push(
      'AUTH=off together with a Cosmos DB that is not on this machine would open real data to anybody.',
    );
  }
  return { mode: 'off', appId: values.MICROSOFT_APP_ID ?? null };
}

function readAuthOn(given: Given, values: Values, host: string, problems: string[]): AuthSettings | null {
  const appType = values.MICROSOFT_APP_TYPE ?? 'SingleTenant';
  const needed: Name[] = ['MICROSOFT_APP_ID', 'MICROSOFT_APP_TENANT_ID'];
  if (appType === 'SingleTenant') needed.push('MICROSOFT_APP_PASSWORD');
  // A wrong AUTH is reported already; what it would have needed is anybody's guess.
  const missing = given['AUTH'] === values.AUTH ? needed.filter((name) => given[name] === undefined) : [];
  for (const name of missing) {
    problems.push(
      `${name} is missing (AUTH=on, ${appType}); for a trial on this machine alone set AUTH=off.`,
    );
  }
  if (appType === 'UserAssignedMSI' && given['MICROSOFT_APP_PASSWORD'] !== undefined) {
    problems.push('MICROSOFT_APP_PASSWORD is set, but a UserAssignedMSI bot has none: remove it.');
  }
  const ownIssuer = readOwnIssuer(given, values, host, problems);
  const { MICROSOFT_APP_ID: appId, MICROSOFT_APP_TENANT_ID: tenantId } = values;
  if (appId === undefined || tenantId === undefined) return null;
  return { mode: 'on', appType, appId, tenantId, password: values.MICROSOFT_APP_PASSWORD ?? null, ownIssuer };
}

const ownIssuerNames = [
  'BOT_OPENID_METADATA',
  'BOT_TOKEN_ISSUER',
  'BOT_LOGIN_URL',
  'BOT_OAUTH_SCOPE',
] as const;

/** Whoever may name the issuer may be anybody, so all of it has to stay on this machine. */
function readOwnIssuer(given: Given, values: Values, host: string, problems: string[]): OwnIssuer | null {
  const names = setNames(given, ownIssuerNames);
  if (names.length === 0) return null;
  if (names.length < ownIssuerNames.length) {
    problems.push(`${ownIssuerNames.join(', ')} go together, but only ${areSet(names)}.`);
  }
  const {
    BOT_OPENID_METADATA: openIdMetadataUrl,
    BOT_TOKEN_ISSUER: tokenIssuer,
    BOT_LOGIN_URL: loginUrl,
    BOT_OAUTH_SCOPE: oauthScope,
  } = values;
  const hosts = [host, hostOf(openIdMetadataUrl), hostOf(loginUrl)];
  if (!hosts.every((each) => each === null || isLoopback(each))) {
    problems.push(
      'An issuer of your own (BOT_...) is for tests: HOST and its URLs must be loopback addresses.',
    );
  }
  if (!openIdMetadataUrl || !tokenIssuer || !loginUrl || !oauthScope) return null;
  return { openIdMetadataUrl, tokenIssuer, loginUrl, oauthScope };
}

const cosmosNames = [
  'COSMOS_ENDPOINT',
  'COSMOS_KEY',
  'COSMOS_DATABASE',
  'COSMOS_MANAGED_IDENTITY_CLIENT_ID',
] as const;
const storeNames = ['STORE', 'SQLITE_PATH', ...cosmosNames] as const;

function readStore(given: Given, values: Values, problems: string[]): StoreSettings | null {
  if (given['STORE'] !== values.STORE) return null;
  if (values.STORE === 'cosmos') return readCosmos(given, values, problems);
  const names = setNames(given, cosmosNames);
  if (names.length > 0) {
    problems.push(`${areSet(names)}, but STORE is not cosmos: set STORE=cosmos or remove what is not used.`);
  }
  return { kind: 'sqlite', path: values.SQLITE_PATH ?? 'data/campusdesk.sqlite' };
}

function readCosmos(given: Given, values: Values, problems: string[]): CosmosSettings | null {
  if (given['SQLITE_PATH'] !== undefined) {
    problems.push('SQLITE_PATH is set, but STORE=cosmos: remove one of the two.');
  }
  if (given['COSMOS_KEY'] !== undefined && given['COSMOS_MANAGED_IDENTITY_CLIENT_ID'] !== undefined) {
    problems.push('COSMOS_KEY and COSMOS_MANAGED_IDENTITY_CLIENT_ID are both set: only one can sign in.');
  }
  if (given['COSMOS_ENDPOINT'] === undefined) problems.push('COSMOS_ENDPOINT is missing (STORE=cosmos).');
  const endpoint = values.COSMOS_ENDPOINT;
  if (endpoint === undefined) return null;
  const local = isLoopback(hostOf(endpoint));
  if (!local && endpoint.startsWith('http:')) {
    problems.push('COSMOS_ENDPOINT must be https, except on a loopback address.');
  }
  if (local && given['COSMOS_KEY'] === undefined) {
    problems.push('COSMOS_KEY is missing: an emulator on this machine knows no managed identity.');
  }
  return {
    kind: 'cosmos',
    endpoint,
    database: values.COSMOS_DATABASE ?? 'campusdesk',
    key: values.COSMOS_KEY ?? null,
    managedIdentityClientId: values.COSMOS_MANAGED_IDENTITY_CLIENT_ID ?? null,
  };
}

function warningsOf(config: Omit<Config, 'warnings'>): string[] {
  const warnings: string[] = [];
  if (config.auth.mode === 'off') {
    warnings.push(
      'AUTH=off: every program on this machine can act as any person. Never run it like this with real data.',
    );
  } else if (config.auth.ownIssuer) {
    warnings.push('BOT_...: tokens of an issuer on this machine are believed. This is for tests only.');
  }
  if (config.clockStart !== null) {
    warnings.push(`CLOCK_START=${config.clockStart}: the service's clock does not show the real time.`);
  }
  if (config.clockSpeed !== 1) {
    warnings.push(`CLOCK_SPEED=${config.clockSpeed}: the service's clock does not show the real time.`);
  }
  return warnings;
}

function setNames(given: Given, names: readonly Name[]): Name[] {
  return names.filter((name) => given[name] !== undefined);
}

function areSet(names: readonly Name[]): string {
  return `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} set`;
}

function isLoopback(host: string | null): boolean {
  return host === 'localhost' || host === '::1' || (host !== null && isIPv4(host) && host.startsWith('127.'));
}

function hostOf(url: string | undefined): string | null {
  // URL keeps the brackets of an IPv6 address.
  return url === undefined ? null : (parsedUrl(url)?.hostname.replace(/^\[|\]$/g, '') ?? null);
}

function parsedUrl(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}
