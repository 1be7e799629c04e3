import {
  AlreadyExists,
  NotFound,
  StoreError,
  StoreUnavailable,
  Throttled,
  TooLarge,
  VersionMismatch,
} from './errors.js';

const ownerIsGone = 1003;
const defaultPauseMs = 1000;

/**
 * What a failed request means to callers; a fault of our own (400 and the like) is passed on as it is.
 * @param what the request in words, such as `document K7M-3QX of tickets`
 * @param endpoint the account's address, for the advice
 */
export function storeErrorOf(error: unknown, what: string, endpoint: string): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error;
  const { status, substatus, retryAfterMs } = answerOf(error);
  if (status === undefined) return connectionError(error, endpoint);
  const cause = { cause: error };
  if (status === 404)
    return substatus === ownerIsGone ? containerGone(what, endpoint) : new NotFound(`no ${what}`, cause);
  if (status === 409) return new AlreadyExists(`there is a ${what} already`, cause);
  if (status === 412) return new VersionMismatch(`${what} was written since it was read`, cause);
  if (status === 413) return new TooLarge(`${what} is too large`, cause);
  if (status === 429 || status === 449) {
    return new Throttled(`Cosmos DB asks for a pause (${status}, ${what})`, retryAfterMs ?? defaultPauseMs);
  }
  if (status === 401) {
    return new StoreUnavailable(
      `${endpoint} refuses the key (401): check COSMOS_KEY, and this machine's clock`,
      cause,
    );
  }
  if (status === 403) {
    return new StoreUnavailable(
      `${endpoint} forbids it (403, ${what}): check the account's firewall, and that the managed identity has the role ` +
        'Cosmos DB Built-in Data Contributor; it cannot create databases or containers, so start once with COSMOS_KEY',
      cause,
    );
  }
  if (status === 408 || status === 410 || status >= 500) {
    return new StoreUnavailable(
      `${endpoint} fails at the moment (${status}, ${what}): try again later`,
      cause,
    );
  }
  return error;
}

/** A container or database that somebody removed while the service runs. */
export function containerGone(what: string, endpoint: string): StoreUnavailable {
  return new StoreUnavailable(`${endpoint} lost the container of ${what}: start again, which creates it`);
}

function connectionError(error: Error, endpoint: string): Error {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const cause = { cause: error };
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new StoreUnavailable(
      `the host of ${endpoint} is not known (${code}): check COSMOS_ENDPOINT`,
      cause,
    );
  }
  if (code === 'ECONNREFUSED') {
    return new StoreUnavailable(
      `${endpoint} refuses the connection: check COSMOS_ENDPOINT and its port`,
      cause,
    );
  }
  if (/^(AbortError|TimeoutError)$/.test(error.name) || code === 'TimeoutError') {
    return new StoreUnavailable(`${endpoint} does not answer: check COSMOS_ENDPOINT and the network`, cause);
  }
  if (/Credential|Authentication/.test(error.name)) {
    return new StoreUnavailable(
      `no managed identity gives access to ${endpoint}: set COSMOS_KEY, or give this machine an identity ` +
        `(${firstLineOf(error.message)})`,
      cause,
    );
  }
  if (error.name === 'RestError' || code !== '') {
    return new StoreUnavailable(
      `${endpoint} cannot be reached (${code || firstLineOf(error.message)})`,
      cause,
    );
  }
  return error;
}

/** The HTTP answer behind an error of the library, whose fields are loosely typed. */
function answerOf(error: Error): { status?: number; substatus?: number; retryAfterMs?: number } {
  const numberAt = (name: string): number | undefined => {
    const value: unknown = Object.getOwnPropertyDescriptor(error, name)?.value;
    return typeof value === 'number' ? value : undefined;
  };
  const status = numberAt('code');
  const substatus = numberAt('substatus');
  const retryAfterMs = numberAt('retryAfterInMs');
  return {
    ...(status !== undefined && { status }),
    ...(substatus !== undefined && { substatus }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}

function firstLineOf(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
