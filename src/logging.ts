import { pino, type DestinationStream, type Logger } from 'pino';

/**
 * What a line of the log may say beside its sentence: ids, words of the domain, numbers.
 * Objects are not admitted, because they carry what people wrote.
 */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/**
 * The log as rooms receive it. A message is a fixed sentence of the code, never built from what a person
 * wrote; what varies stands in the fields. The domain does not log.
 */
export interface Log {
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string, error?: unknown): void;
  error(fields: LogFields, message: string, error?: unknown): void;
  /** The same log with fields that each of its lines carries. */
  child(fields: LogFields): Log;
}

export const logLevels = ['info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/**
 * The service's log: one JSON object a line, instants in UTC, on standard output unless told otherwise.
 * Nothing that a person wrote, no name and no secret gets in: fields of such names are withheld, and what
 * looks like a token or an e-mail address is blotted out wherever it stands.
 */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  return wrap(destination ? pino(options, destination) : pino(options));
}

function wrap(logger: Logger): Log {
  return {
    info: (fields, message) => {
      logger.info(admit(fields), message);
    },
    warn: (fields, message, error) => {
      logger.warn(withError(fields, error), message);
    },
    error: (fields, message, error) => {
      logger.error(withError(fields, error), message);
    },
    child: (fields) => wrap(logger.child(admit(fields))),
  };
}

const withheld = '[withheld]';

/** Names of fields whose values people wrote, or that name a person or open a door. */
const privateField =
  /(text|content|title|description|comment|note|solution|body|card|summary|name|mail|phone|address|upn|token|secret|password|authorization|cookie|accesskey|cosmoskey|connectionstring)s?$/i;

function admit(fields: LogFields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, admitted(name, value)]));
}

function admitted(name: string, value: unknown): unknown {
  if (value === undefined || value === null) return value;
  if (privateField.test(name) || typeof value === 'object' || typeof value === 'function') return withheld;
  return typeof value === 'string' ? blotOut(value) : value;
}

function withError(fields: LogFields, error: unknown): Record<string, unknown> {
  return error === undefined ? admit(fields) : { ...admit(fields), error: describeError(error) };
}

const longestText = 300;

/** Bearer tokens and JWTs, account keys, e-mail addresses. */
const secrets =
  /\bBearer\s+\S+|\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?|\b(?:AccountKey|client_secret|sig)=[^;&\s]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi;

function blotOut(text: string): string {
  const clean = text.replace(secrets, withheld);
  return clean.length > longestText ? `${clean.slice(0, longestText)}…` : clean;
}

/**
 * An error as the log shows it: class, code, HTTP status, first line and where it arose. Passages between
 * quotation marks are left out, since parsers and SDKs quote the input there, and so are the request
 * and response that SDK errors carry.
 */
function describeError(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  return {
    type: error.name,
    message: blotOut(firstLine(error.message).replace(/".*"|".*$/, '"…"')),
    ...code(error, 'code'),
    ...code(error, 'statusCode'),
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim())
      .slice(0, 8),
    ...(error.cause !== undefined && depth < 2 && { cause: describeError(error.cause, depth + 1) }),
  };
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

function code(error: object, field: 'code' | 'statusCode'): Record<string, unknown> {
  const value: unknown = Reflect.get(error, field);
  if (typeof value === 'number') return { [field]: value };
  return typeof value === 'string' ? { [field]: blotOut(value) } : {};
}
