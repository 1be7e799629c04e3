import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import {
  ConfigError,
  readConfig,
  readStoreSettings,
  variableNames,
  type Environment,
} from '../src/config.js';

const appId = '11111111-2222-4333-8444-555555555555';
const tenantId = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
const production: Environment = {
  MICROSOFT_APP_ID: appId,
  MICROSOFT_APP_PASSWORD: 'a secret',
  MICROSOFT_APP_TENANT_ID: tenantId,
};
const cosmos: Environment = { STORE: 'cosmos', COSMOS_ENDPOINT: 'https://city.documents.azure.example/' };
const trial: Environment = { AUTH: 'off' };
const ownIssuer: Environment = {
  BOT_OPENID_METADATA: 'http://127.0.0.1:9000/metadata',
  BOT_TOKEN_ISSUER: 'http://127.0.0.1:9000',
  BOT_LOGIN_URL: 'http://127.0.0.1:9000/token',
  BOT_OAUTH_SCOPE: 'scope',
};

/** The sentences with which this environment is refused. */
function problemsOf(environment: Environment): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  it('needs only the registration of the bot: the rest has defaults for production on SQLite', () => {
    expect(readConfig(production)).toMatchObject({
      host: '0.0.0.0',
      port: 3978,
      auth: { mode: 'on', appType: 'SingleTenant', appId, tenantId, password: 'a secret', ownIssuer: null },
      store: { kind: 'sqlite', path: 'data/campusdesk.sqlite' },
      photos: { kind: 'folder', path: 'data/photos' },
      publicUrl: null,
      logLevel: 'info',
      clockSpeed: 1,
      leaseWallMs: 30_000,
      rulesPaths: { calendar: null, policy: null, movableHolidays: null },
      warnings: [],
    });
  });

  it('takes everything from the environment that can be set', () => {
    const config = readConfig({
      ...production,
      HOST: '10.0.0.5',
      PORT: '8080',
      LOG_LEVEL: 'warn',
      LEASE_SECONDS: '60',
      SERVICE_CALENDAR: '/etc/campusdesk/calendar.json',
      SERVICE_POLICY: '/etc/campusdesk/policy.json',
      MOVABLE_HOLIDAYS: '/etc/campusdesk/movable.json',
      INSTANCE: 'campusdesk-2',
      SQLITE_PATH: '/var/lib/campusdesk/tickets.sqlite',
    });
    expect(config).toMatchObject({
      host: '10.0.0.5',
      port: 8080,
      logLevel: 'warn',
      leaseWallMs: 60_000,
      rulesPaths: {
        calendar: '/etc/campusdesk/calendar.json',
        policy: '/etc/campusdesk/policy.json',
        movableHolidays: '/etc/campusdesk/movable.json',
      },
      instance: 'campusdesk-2',
      store: { kind: 'sqlite', path: '/var/lib/campusdesk/tickets.sqlite' },
    });
  });

  it.each(['1', '601', '2.5', 'long'])('refuses a lease of %s seconds', (seconds) => {
    expect(problemsOf({ ...production, LEASE_SECONDS: seconds })).toEqual([
      'LEASE_SECONDS must be a whole number from 2 to 600.',
    ]);
  });

  it('names each process differently, so that two never hold one lease', () => {
    expect(readConfig(production).instance).not.toBe(readConfig(production).instance);
  });

  it('treats an empty variable as one that is not set', () => {
    expect(readConfig({ ...production, PORT: '', STORE: ' ', COSMOS_KEY: '' })).toMatchObject({
      port: 3978,
      store: { kind: 'sqlite' },
    });
  });

  it('ignores variables of other programs', () => {
    expect(problemsOf({ ...production, PATH: '/bin', NODE_ENV: 'production' })).toEqual([]);
  });

  it('tells everything that is missing, malformed or contradictory at once', () => {
    const problems = problemsOf({
      PORT: 'http',
      LOG_LEVEL: 'loud',
      STORE: 'cosmos',
      SQLITE_PATH: 'x.sqlite',
      MICROSOFT_APP_ID: 'campusdesk',
      CLOCK_SPEED: '60',
    });
    expect(problems).toEqual([
      expect.stringMatching(/^PORT must be a whole number/),
      expect.stringMatching(/^MICROSOFT_APP_ID must be a GUID/),
      expect.stringMatching(/^LOG_LEVEL must be one of info, warn/),
      expect.stringMatching(/^MICROSOFT_APP_TENANT_ID is missing/),
      expect.stringMatching(/^MICROSOFT_APP_PASSWORD is missing/),
      expect.stringMatching(/^SQLITE_PATH is set, but STORE=cosmos/),
      expect.stringMatching(/^COSMOS_ENDPOINT is missing/),
      expect.stringMatching(/^CLOCK_SPEED can differ from 1 only with AUTH=off/),
    ]);
  });

  it('never repeats a value, which may be a secret in the wrong place', () => {
    const message = new ConfigError(
      problemsOf({ ...production, ...cosmos, COSMOS_ENDPOINT: 'AccountEndpoint=x;AccountKey=c2VjcmV0' }),
    ).message;
    expect(message).toContain('COSMOS_ENDPOINT must be an http or https URL');
    expect(message).not.toContain('c2VjcmV0');
  });

  it.each(['-1', '65536', '80a', '1e3', '3978.5'])('refuses %s as a port', (PORT) => {
    expect(problemsOf({ ...production, PORT })).toEqual([expect.stringMatching(/^PORT must/)]);
  });

  it('starts the clock of a demonstration where it is told, and says so', () => {
    const config = readConfig({ ...trial, CLOCK_START: '2026-11-24T08:00:00Z' });
    expect(config.clockStart).toBe('2026-11-24T08:00:00Z');
    expect(config.warnings).toContainEqual(expect.stringContaining('CLOCK_START'));
    expect(problemsOf({ ...trial, CLOCK_START: 'yesterday' })).toEqual([
      expect.stringMatching(/^CLOCK_START must be an instant/),
    ]);
  });

  it.each(['0', '-1', 'fast', 'Infinity', '10001'])('refuses %s as the speed of the clock', (CLOCK_SPEED) => {
    expect(problemsOf({ ...trial, CLOCK_SPEED })).toEqual([expect.stringMatching(/^CLOCK_SPEED must/)]);
  });
});

describe('the identity of the bot', () => {
  it('is a managed identity without a password, where so registered', () => {
    const { MICROSOFT_APP_PASSWORD: _, ...withoutPassword } = production;
    expect(readConfig({ ...withoutPassword, MICROSOFT_APP_TYPE: 'UserAssignedMSI' }).auth).toMatchObject({
      appType: 'UserAssignedMSI',
      password: null,
    });
  });

  it('contradicts itself as a managed identity with a password', () => {
    expect(problemsOf({ ...production, MICROSOFT_APP_TYPE: 'UserAssignedMSI' })).toEqual([
      expect.stringContaining('a UserAssignedMSI bot has none'),
    ]);
  });

  it('cannot be multi-tenant any more', () => {
    expect(problemsOf({ ...production, MICROSOFT_APP_TYPE: 'MultiTenant' })).toEqual([
      expect.stringContaining('multi-tenant bots can no longer be registered'),
    ]);
  });

  it('points whoever only wants to try it to AUTH=off', () => {
    expect(problemsOf({})).toHaveLength(3);
    expect(problemsOf({}).every((problem) => problem.includes('AUTH=off'))).toBe(true);
  });

  it('asks for nothing else where only AUTH is misspelt', () => {
    expect(problemsOf({ AUTH: 'of' })).toEqual(['AUTH must be on or off.']);
  });
});

describe('AUTH=off', () => {
  it('listens on this machine alone, and says loudly what it means', () => {
    const config = readConfig(trial);
    expect(config).toMatchObject({ host: '127.0.0.1', auth: { mode: 'off', appId: null } });
    expect(config.warnings).toEqual([expect.stringMatching(/^AUTH=off: .*any person/)]);
  });

  it.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost'])('is possible on %s', (HOST) => {
    expect(problemsOf({ ...trial, HOST })).toEqual([]);
  });

  it.each(['0.0.0.0', '::', '10.0.0.5', '127.0.0.1.example.org', 'campusdesk.example'])(
    'is refused on %s, which others can reach',
    (HOST) => {
      expect(problemsOf({ ...trial, HOST })).toEqual([
        expect.stringContaining('possible only on a loopback address'),
      ]);
    },
  );

  it('is refused together with real data in the cloud', () => {
    expect(problemsOf({ ...trial, ...cosmos })).toEqual([expect.stringContaining('would open real data')]);
  });

  it('goes together with an emulator of Cosmos DB on this machine', () => {
    const emulator = { STORE: 'cosmos', COSMOS_ENDPOINT: 'http://localhost:8081', COSMOS_KEY: 'key' };
    expect(readConfig({ ...trial, ...emulator }).store).toEqual({
      kind: 'cosmos',
      endpoint: 'http://localhost:8081',
      database: 'campusdesk',
      key: 'key',
      managedIdentityClientId: null,
    });
  });

  it('contradicts a password', () => {
    expect(problemsOf({ ...trial, MICROSOFT_APP_PASSWORD: 'x' })).toEqual([
      expect.stringContaining('remove one of the two'),
    ]);
  });

  it('lets the clock of a demonstration run faster, and says so', () => {
    const config = readConfig({ ...trial, CLOCK_SPEED: '60' });
    expect(config.clockSpeed).toBe(60);
    expect(config.warnings).toContainEqual(expect.stringContaining('CLOCK_SPEED=60'));
  });
});

describe('an issuer of tokens of one’s own', () => {
  it('is believed in tests on this machine, with a warning', () => {
    const config = readConfig({ ...production, ...ownIssuer, HOST: '127.0.0.1' });
    expect(config.auth).toMatchObject({
      ownIssuer: {
        openIdMetadataUrl: 'http://127.0.0.1:9000/metadata',
        tokenIssuer: 'http://127.0.0.1:9000',
        loginUrl: 'http://127.0.0.1:9000/token',
        oauthScope: 'scope',
      },
    });
    expect(config.warnings).toEqual([expect.stringContaining('for tests only')]);
  });

  it.each([
    ['when the bot can be reached from outside', { HOST: '0.0.0.0' }],
    [
      'when its keys come from elsewhere',
      { HOST: '127.0.0.1', BOT_OPENID_METADATA: 'https://evil.example/' },
    ],
    ['when the bot would sign in elsewhere', { HOST: '::1', BOT_LOGIN_URL: 'https://evil.example/' }],
  ])('is refused %s', (_, change) => {
    expect(problemsOf({ ...production, ...ownIssuer, ...change })).toEqual([
      expect.stringContaining('must be loopback addresses'),
    ]);
  });

  it('is complete or not at all', () => {
    expect(problemsOf({ ...production, HOST: '127.0.0.1', BOT_OAUTH_SCOPE: 'scope' })).toEqual([
      expect.stringContaining('go together, but only BOT_OAUTH_SCOPE is set'),
    ]);
  });

  it('makes no sense with AUTH=off', () => {
    expect(problemsOf({ ...trial, BOT_OAUTH_SCOPE: 'scope' })).toEqual([
      expect.stringContaining('BOT_OAUTH_SCOPE is set, but AUTH=off'),
    ]);
  });
});

describe('the store', () => {
  it('is Cosmos DB with a managed identity where no key is given', () => {
    expect(readConfig({ ...production, ...cosmos, COSMOS_MANAGED_IDENTITY_CLIENT_ID: appId }).store).toEqual({
      kind: 'cosmos',
      endpoint: 'https://city.documents.azure.example/',
      database: 'campusdesk',
      key: null,
      managedIdentityClientId: appId,
    });
  });

  it('is never a local file by mistake, when Cosmos DB was configured', () => {
    expect(
      problemsOf({ ...production, COSMOS_ENDPOINT: cosmos['COSMOS_ENDPOINT'], COSMOS_KEY: 'k' }),
    ).toEqual([expect.stringMatching(/^COSMOS_ENDPOINT, COSMOS_KEY are set, but STORE is not cosmos/)]);
  });

  it('can be read by itself, for commands that need no bot', () => {
    const environment = { SQLITE_PATH: 'x.sqlite', PORT: 'wrong', MICROSOFT_APP_ID: 'wrong' };
    expect(readStoreSettings(environment)).toEqual({ kind: 'sqlite', path: 'x.sqlite' });
    expect(() => readStoreSettings({ STORE: 'cosmos' })).toThrow(ConfigError);
  });

  it.each([
    [
      'two ways to sign in',
      { COSMOS_KEY: 'k', COSMOS_MANAGED_IDENTITY_CLIENT_ID: appId },
      'only one can sign in',
    ],
    ['plain http to another machine', { COSMOS_ENDPOINT: 'http://city.example' }, 'must be https'],
    ['an emulator without a key', { COSMOS_ENDPOINT: 'https://[::1]:8081' }, 'knows no managed identity'],
    ['a database name that Cosmos DB refuses', { COSMOS_DATABASE: 'a/b' }, 'COSMOS_DATABASE must be'],
  ])('refuses %s', (_, change, sentence) => {
    expect(problemsOf({ ...production, ...cosmos, ...change })).toEqual([expect.stringContaining(sentence)]);
  });
});

describe('.env.example', () => {
  const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  const documented = [...example.matchAll(/^#? ?([A-Z_]+)=/gm)].map(([, name]) => name);

  it('explains exactly the variables that are read', () => {
    expect(documented.toSorted()).toEqual(variableNames.toSorted());
  });

  it('starts a trial on this machine as it stands', () => {
    const environment: Record<string, string> = {};
    for (const [, name = '', value = ''] of example.matchAll(/^([A-Z_]+)=(.*)$/gm)) environment[name] = value;
    expect(readConfig(environment)).toMatchObject({
      port: 3978,
      auth: { mode: 'off' },
      store: { kind: 'sqlite' },
    });
  });
});

describe('the place for photos', () => {
  const blob = { ...production, PHOTOS_BLOB_URL: 'https://school.blob.core.windows.net' };

  it('is a folder beside the tickets, unless another is named', () => {
    const beside = readConfig({ ...production, SQLITE_PATH: '/var/lib/campusdesk/tickets.sqlite' });
    expect(beside.photos).toEqual({ kind: 'folder', path: '/var/lib/campusdesk/photos' });
    const named = readConfig({ ...production, PHOTOS_PATH: '/mnt/photos' });
    expect(named.photos).toEqual({ kind: 'folder', path: '/mnt/photos' });
  });

  it('is Azure Blob Storage where its address is set, with the managed identity unless there is a key', () => {
    expect(readConfig(blob).photos).toEqual({
      kind: 'blob',
      url: blob.PHOTOS_BLOB_URL,
      container: 'campusdesk-photos',
      key: null,
      managedIdentityClientId: null,
    });
    expect(
      readConfig({ ...blob, PHOTOS_BLOB_KEY: 'c2VjcmV0', PHOTOS_BLOB_CONTAINER: 'p-1' }).photos,
    ).toMatchObject({
      container: 'p-1',
      key: 'c2VjcmV0',
    });
  });

  it('is never two places, nor one without its address, nor one that others can listen to', () => {
    expect(problemsOf({ ...blob, PHOTOS_PATH: 'x' })).toEqual([expect.stringContaining('one place only')]);
    expect(problemsOf({ ...production, PHOTOS_BLOB_CONTAINER: 'photos' })).toEqual([
      expect.stringContaining('PHOTOS_BLOB_URL is missing'),
    ]);
    expect(problemsOf({ ...production, PHOTOS_BLOB_URL: 'http://school.example.org' })).toEqual([
      expect.stringContaining('must be https'),
    ]);
    expect(
      problemsOf({ ...blob, PHOTOS_BLOB_KEY: 'c2VjcmV0', PHOTOS_BLOB_MANAGED_IDENTITY_CLIENT_ID: appId }),
    ).toEqual([expect.stringContaining('only one can sign in')]);
    expect(problemsOf({ ...blob, PHOTOS_BLOB_CONTAINER: 'No--Name' })).toEqual([
      expect.stringContaining('PHOTOS_BLOB_CONTAINER must be'),
    ]);
  });

  it('that is a folder of this machine is warned of where the tickets are shared', () => {
    const shared = { ...production, STORE: 'cosmos', COSMOS_ENDPOINT: 'https://school.documents.azure.com' };
    expect(readConfig(shared).warnings).toEqual([expect.stringContaining('other instances do not see them')]);
    expect(readConfig({ ...shared, ...blob }).warnings).toEqual([]);
  });
});

describe('the public address', () => {
  it('is https and stands without a slash at its end', () => {
    expect(readConfig({ ...production, PUBLIC_URL: 'https://desk.example.org/' }).publicUrl).toBe(
      'https://desk.example.org',
    );
    expect(problemsOf({ ...production, PUBLIC_URL: 'http://desk.example.org' })).toEqual([
      expect.stringContaining('PUBLIC_URL must be https'),
    ]);
    expect(problemsOf({ ...production, PUBLIC_URL: 'https://desk.example.org/?a=b' })).toEqual([
      expect.stringContaining('PUBLIC_URL must be an address and a path'),
    ]);
  });
});

describe('the articles and the model for reports', () => {
  it('are the shipped ones unless a path is named', () => {
    expect(readConfig(production)).toMatchObject({ knowledgePath: null, intakeModel: null });
    expect(readConfig({ ...production, KNOWLEDGE_PATH: '', INTAKE_MODEL: '' })).toMatchObject({
      knowledgePath: null,
      intakeModel: null,
    });
    expect(
      readConfig({ ...production, KNOWLEDGE_PATH: '/srv/articles', INTAKE_MODEL: '/srv/own.model' }),
    ).toMatchObject({ knowledgePath: '/srv/articles', intakeModel: '/srv/own.model' });
  });
});
