import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';

import { readAuthOff, readAuthOn, type AuthSettings } from './config/auth-settings.js';
import { photoNames, readPhotos, readPublicUrl, type PhotoSettings } from './config/photo-settings.js';
import { readRulesPaths, type RulesPaths } from './config/rules-paths.js';
import { readStore, storeNames, type StoreSettings } from './config/store-settings.js';
import {
  readValues,
  setNames,
  withoutEmpty,
  type Environment,
  type Given,
  type Name,
  type Values,
} from './config/variables.js';
import type { LogLevel } from './logging.js';

export type { AuthSettings } from './config/auth-settings.js';
export type { PhotoSettings } from './config/photo-settings.js';
export type { RulesPaths } from './config/rules-paths.js';
export type { StoreSettings } from './config/store-settings.js';
export { variableNames, type Environment } from './config/variables.js';

/** Everything that is configured from outside, checked. */
export interface Config {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly auth: AuthSettings;
  readonly store: StoreSettings;
  readonly photos: PhotoSettings;
  /** The address under which Teams reaches this service, `https://desk.example.org`; null where it is not said. */
  readonly publicUrl: string | null;
  readonly logLevel: LogLevel;
  /** How many times as fast as the machine's clock the service's runs; 1 in production. */
  readonly clockSpeed: number;
  /** What the service's clock shows at the start (ISO); null: the machine's time. */
  readonly clockStart: string | null;
  /** For how long an instance reserves the sending for a ticket; after its death another goes on when it has run out. */
  readonly leaseWallMs: number;
  /** The files with service hours and promises, where the defaults do not fit. */
  readonly rulesPaths: RulesPaths;
  /** The folder of the help desk's own self-help articles; null where the shipped ones are all. */
  readonly knowledgePath: string | null;
  /** A model of one's own that reads reports; null: the shipped one. */
  readonly intakeModel: string | null;
  /** Names this process in leases and in the log; unique among the processes that share a store. */
  readonly instance: string;
  /** What whoever runs this should read on every start. */
  readonly warnings: readonly string[];
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

/** The configuration of this process. @throws ConfigError */
export function configFromProcess(): Config {
  return readConfig(process.env);
}

/** Where this process keeps its documents, for commands that need no bot. @throws ConfigError */
export function storeSettingsFromProcess(): StoreSettings {
  return readStoreSettings(process.env);
}

/** Which files the rules of the service come from, for commands that count as it does. Other variables do not matter. */
export function rulesPathsFromProcess(): RulesPaths {
  return readRulesPaths(withoutEmpty(process.env));
}

/** Where this process keeps photos, for commands that need no bot. @throws ConfigError */
export function photoSettingsFromProcess(): PhotoSettings {
  return readPart(process.env, [...storeNames, ...photoNames], (given, values, problems) =>
    readPhotos(given, values, readStore(given, values, problems), problems),
  );
}

/** The help desk's own articles, for commands that search as the service does; null where the shipped ones are all. */
export function knowledgePathFromProcess(): string | null {
  return withoutEmpty(process.env)['KNOWLEDGE_PATH'] ?? null;
}

/** The model that this process reads reports with, for commands that read as it does; null: the shipped one. */
export function intakeModelFromProcess(): string | null {
  return withoutEmpty(process.env)['INTAKE_MODEL'] ?? null;
}

/** Checks only what concerns the store; the bot's variables may be missing. @throws ConfigError */
export function readStoreSettings(environment: Environment): StoreSettings {
  return readPart(environment, storeNames, readStore);
}

/** Reads as if these variables were all that is set: a command needs no others. @throws ConfigError */
function readPart<T>(
  environment: Environment,
  names: readonly Name[],
  read: (given: Given, values: Values, problems: string[]) => T | null,
): T {
  const problems: string[] = [];
  const all = withoutEmpty(environment);
  const given = Object.fromEntries(setNames(all, names).map((name) => [name, all[name] ?? '']));
  const part = read(given, readValues(given, problems), problems);
  if (problems.length > 0 || part === null) throw new ConfigError(problems);
  return part;
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
  const photos = readPhotos(given, values, store, problems);
  const publicUrl = readPublicUrl(values, problems);
  if (mode === 'on' && (values.CLOCK_SPEED ?? 1) !== 1) {
    problems.push('CLOCK_SPEED can differ from 1 only with AUTH=off: it is for demonstrations.');
  }
  if (mode === 'on' && values.CLOCK_START !== undefined) {
    problems.push('CLOCK_START is possible only with AUTH=off: it is for demonstrations.');
  }
  if (problems.length > 0 || !auth || !store || !photos) throw new ConfigError(problems);

  const config = {
    host,
    port: values.PORT ?? 3978,
    auth,
    store,
    photos,
    publicUrl,
    logLevel: values.LOG_LEVEL ?? 'info',
    clockSpeed: values.CLOCK_SPEED ?? 1,
    clockStart: values.CLOCK_START ?? null,
    leaseWallMs: (values.LEASE_SECONDS ?? 30) * 1_000,
    rulesPaths: readRulesPaths(given),
    knowledgePath: values.KNOWLEDGE_PATH ?? null,
    intakeModel: values.INTAKE_MODEL ?? null,
    instance: values.INSTANCE ?? `${hostname()}-${randomBytes(4).toString('hex')}`,
  };
  return { ...config, warnings: warningsOf(config) };
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
  if (config.store.kind === 'cosmos' && config.photos.kind === 'folder') {
    warnings.push(
      `Photos are kept in the folder ${config.photos.path} of this machine: other instances do not see them. Set PHOTOS_BLOB_URL.`,
    );
  }
  if (config.clockStart !== null) {
    warnings.push(`CLOCK_START=${config.clockStart}: the service's clock does not show the real time.`);
  }
  if (config.clockSpeed !== 1) {
    warnings.push(`CLOCK_SPEED=${config.clockSpeed}: the service's clock does not show the real time.`);
  }
  return warnings;
}
