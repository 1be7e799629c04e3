import type { IncomingHttpHeaders } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import { pino } from 'pino';
import type { Registry } from 'prom-client';
import restify, { type Next, type Request, type Response, type Server } from 'restify';

import type { Config } from './config.js';
import type { Log } from './logging.js';
import { servePhotos, type PhotoShelf } from './server-photos.js';

/** Whether this process can do its work now. */
export interface ReadinessReport {
  readonly ready: boolean;
  /** Why it is not ready, one sentence each: the store does not answer. */
  readonly problems: readonly string[];
  /** What somebody should see to although the service works: a campus without a linked channel. */
  readonly notes: readonly string[];
}

/** A request as the Bot Framework wants it: parsed, and with the headers that say who signed it. */
export interface ActivityRequest {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Record<string, unknown>;
}

export interface ServerParts {
  readonly config: Pick<Config, 'host' | 'port'>;
  readonly log: Log;
  /** Answers one activity. Its body has a type; who sent it is not checked yet. */
  onActivity(request: ActivityRequest, response: Response): Promise<void>;
  ready(): Promise<ReadinessReport>;
  readonly metrics: Pick<Registry, 'contentType' | 'metrics'>;
  readonly photos: PhotoShelf;
}

export interface ProcessServer {
  /** Begins to listen; returns the address, `http://127.0.0.1:3978`. @throws ListenError */
  listen(): Promise<string>;
  /**
   * Takes no new turn (503), waits for running ones for at most `limitMs` wall milliseconds, then closes.
   * Returns how many turns were cut off.
   */
  stop(limitMs: number): Promise<number>;
}

/** The server cannot listen there; the message is one sentence that says what to do. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

/** Teams' activities stay far below; what is larger is not from Teams. */
const largestBody = 256 * 1024;

/** Wall milliseconds after which a readiness check that has not answered counts as failed. */
const readinessLimitMs = 5_000;

/**
 * The process' only door: activities from Teams at POST /api/messages, photos for cards at GET /photos/, and for those who run it
 * GET /health/live, /health/ready and /metrics.
 */
export function createServer(parts: ServerParts): ProcessServer {
  const turns = new Turns(parts);
  const server = restify.createServer({
    name: '',
    ...withoutOwnLog,
  });
  setTimeouts(server);
  server.post(
    '/api/messages',
    refuseUnreadable,
    ...restify.plugins.bodyParser({ maxBodySize: largestBody }),
    async (request: Request, response: Response) => turns.take(request, response),
  );
  server.get('/health/live', async (_request: Request, response: Response) => {
    response.json(200, { live: true });
  });
  server.get('/health/ready', async (_request: Request, response: Response) => {
    const report = turns.stopping ? stoppingReport : await checkReadiness(parts);
    response.json(report.ready ? 200 : 503, report);
  });
  server.get('/metrics', async (_request: Request, response: Response) => {
    response.sendRaw(200, await parts.metrics.metrics(), { 'Content-Type': parts.metrics.contentType });
  });
  servePhotos(server, parts.photos, parts.log);
  return { listen: () => listen(server, parts.config), stop: (limitMs) => turns.stop(server, limitMs) };
}

/** restify's own lines could hold a request's headers. Its types still expect another logger than it uses. */
const withoutOwnLog: object = { log: pino({ level: 'silent' }) };

const stoppingReport: ReadinessReport = { ready: false, problems: ['the service is stopping'], notes: [] };

/** The turns that are running, so that a stop can wait for them. */
class Turns {
  readonly #running = new Set<Promise<void>>();
  #stopped: Promise<number> | undefined;

  constructor(private readonly parts: Pick<ServerParts, 'onActivity' | 'log'>) {}

  get stopping(): boolean {
    return this.#stopped !== undefined;
  }

  async take(request: Request, response: Response): Promise<void> {
    const body: unknown = request.body;
    if (this.stopping) {
      response.header('Connection', 'close');
      response.header('Retry-After', '5');
      refuse(response, 503, 'Stopping', 'The service is stopping; try again.');
      return;
    }
    if (!isActivity(body)) {
      refuse(response, 400, 'BadRequest', 'The body must be an activity, a JSON object with a type.');
      return;
    }
    const turn = this.#run({ method: 'POST', headers: request.headers, body }, response);
    this.#running.add(turn);
    await turn;
    this.#running.delete(turn);
  }

  async stop(server: Server, limitMs: number): Promise<number> {
    this.#stopped ??= this.#stop(server, limitMs);
    return this.#stopped;
  }

  /** Never rejects. Answers in the handler's place where that failed or forgot to. */
  async #run(request: ActivityRequest, response: Response): Promise<void> {
    const { log } = this.parts;
    try {
      await this.parts.onActivity(request, response);
      if (response.headersSent) return;
      log.error({}, 'an activity was left without an answer');
    } catch (error) {
      log.error({}, 'an activity could not be handled', error);
    }
    if (response.headersSent) response.end();
    else refuse(response, 500, 'Internal', 'The activity could not be handled.');
  }

  async #stop(server: Server, limitMs: number): Promise<number> {
    const closed = new AbortController();
    const limit = sleep(limitMs, undefined, { signal: closed.signal }).catch(() => undefined);
    await Promise.race([Promise.all(this.#running), limit]);
    const cutOff = this.#running.size;
    await answerWhatArrived();
    const closing = new Promise<void>((resolve) => {
      server.close(resolve);
    });
    if (cutOff > 0) {
      this.parts.log.warn({ turns: cutOff }, 'turns were cut off, because they ran longer than a stop waits');
      server.server.closeAllConnections();
    }
    await Promise.race([closing, limit]);
    server.server.closeAllConnections();
    await closing;
    closed.abort();
    return cutOff;
  }
}

/**
 * What had arrived before the stop and was not read yet gets its answer: a closed connection would look like a crash.
 * Several short pauses, because after each the event loop reads what is there, however late it comes to it.
 */
async function answerWhatArrived(): Promise<void> {
  for (let pause = 0; pause < 5; pause += 1) await sleep(50);
}

/** Before the body is read: its type, its coding and its announced length. */
function refuseUnreadable(request: Request, response: Response, next: Next): void {
  const { headers } = request;
  if (request.getContentType() !== 'application/json') {
    // This also keeps out web pages: a browser asks for permission before it sends JSON elsewhere.
    refuseUnread(response, 415, 'UnsupportedMediaType', 'The body must be application/json.');
    next(false);
  } else if ((headers['content-encoding'] ?? 'identity') !== 'identity') {
    // restify would inflate without a limit, and die of a broken stream.
    refuseUnread(response, 415, 'UnsupportedMediaType', 'The body must not be compressed.');
    next(false);
  } else if (Number(headers['content-length'] ?? 0) > largestBody) {
    refuseUnread(response, 413, 'PayloadTooLarge', `The body is larger than ${largestBody} bytes.`);
    next(false);
  } else {
    next();
  }
}

/** The rest of the request is not read, so the connection cannot be used again. */
function refuseUnread(response: Response, status: number, code: string, message: string): void {
  response.header('Connection', 'close');
  refuse(response, status, code, message);
}

function refuse(response: Response, status: number, code: string, message: string): void {
  response.json(status, { code, message });
}

function isActivity(body: unknown): body is Record<string, unknown> {
  return typeof body === 'object' && body !== null && 'type' in body && typeof body.type === 'string';
}

async function checkReadiness(parts: ServerParts): Promise<ReadinessReport> {
  const answered = new AbortController();
  try {
    const late = sleep(readinessLimitMs, 'late' as const, { signal: answered.signal });
    late.catch(() => undefined);
    const report = await Promise.race([parts.ready(), late]);
    if (report !== 'late') return report;
    const problem = `readiness could not be checked within ${readinessLimitMs / 1000} seconds`;
    return { ready: false, problems: [problem], notes: [] };
  } catch (error) {
    parts.log.error({}, 'readiness could not be checked', error);
    return { ready: false, problems: ['readiness could not be checked; see the log'], notes: [] };
  } finally {
    answered.abort();
  }
}

function setTimeouts({ server }: Server): void {
  server.headersTimeout = 20_000;
  server.requestTimeout = 30_000;
  // Longer than the minute for which load balancers keep a connection: the one who sends must close first.
  server.keepAliveTimeout = 65_000;
}

function listen(server: Server, { host, port }: ServerParts['config']): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new ListenError(listenProblem(error, host, port), { cause: error }));
    });
    server.listen(port, host, () => {
      resolve(server.url);
    });
  });
}

function listenProblem(error: NodeJS.ErrnoException, host: string, port: number): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is in use by another program: stop that one, or choose another with PORT.`;
    case 'EACCES':
      return `This user may not listen on port ${port} of ${host}: choose one above 1023 with PORT.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no address ${host}: correct HOST.`;
    default:
      return `Cannot listen on port ${port} of ${host}: ${error.code ?? error.message}.`;
  }
}
