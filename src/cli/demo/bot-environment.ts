export interface DemoBot {
  readonly port: number;
  /** The SQLite file. */
  readonly database: string;
  /** How many times as fast as the machine's the service clock runs. */
  readonly speed: number;
  /** What the service clock shows at the start (ISO). */
  readonly clockStart: string;
  readonly logLevel: string;
  /** A file with service hours, or null for the default ones. */
  readonly calendar: string | null;
}

/** Everything that the bot's configuration knows, so that nothing from outside mixes in; empty is not set. */
export function botEnvironment({
  port,
  database,
  speed,
  clockStart,
  logLevel,
  calendar,
}: DemoBot): Record<string, string> {
  const notSet = [
    'BOT_LOGIN_URL',
    'BOT_OAUTH_SCOPE',
    'BOT_OPENID_METADATA',
    'BOT_TOKEN_ISSUER',
    'COSMOS_DATABASE',
    'COSMOS_ENDPOINT',
    'COSMOS_KEY',
    'COSMOS_MANAGED_IDENTITY_CLIENT_ID',
    'INSTANCE',
    'MICROSOFT_APP_ID',
    'MICROSOFT_APP_PASSWORD',
    'MICROSOFT_APP_TENANT_ID',
    'MICROSOFT_APP_TYPE',
    'MOVABLE_HOLIDAYS',
    'PHOTOS_BLOB_CONTAINER',
    'PHOTOS_BLOB_KEY',
    'PHOTOS_BLOB_MANAGED_IDENTITY_CLIENT_ID',
    'PHOTOS_BLOB_URL',
    'PHOTOS_PATH',
    'SERVICE_POLICY',
  ];
  return {
    ...Object.fromEntries(notSet.map((name) => [name, ''])),
    HOST: '127.0.0.1',
    PORT: String(port),
    AUTH: 'off',
    STORE: 'sqlite',
    SQLITE_PATH: database,
    CLOCK_SPEED: String(speed),
    CLOCK_START: clockStart,
    LOG_LEVEL: logLevel,
    SERVICE_CALENDAR: calendar ?? '',
  };
}
