import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A message as people see it now, with all that it ever showed. */
export interface Message {
  readonly id: string;
  readonly conversationId: string;
  readonly threadRoot: string | null;
  /** Its cards and words, first the post, then the edits. */
  readonly versions: unknown[];
  /** Who held the ticket's lease when it was posted; null for an answer within a turn. */
  readonly postedBy: string | null;
}

/** Hears of a post of delivery's when it has arrived and is not answered yet, and when it was answered. */
export type Watch = (postedBy: string, moment: 'arrived' | 'answered') => void;

/** Longer than any lease and any start of a process. */
const patienceMs = 120_000;

/** Teams, as far as the bot sees it: it takes posts and edits, and remembers who sent them. */
export class Teams {
  readonly messages: Message[] = [];
  edits = 0;
  watch: Watch = () => undefined;
  /** How long it takes over a post or an edit, in milliseconds. */
  pace: () => number = () => 0;
  /** The name of the process that holds the lease of a ticket. */
  leaseOwner: (ticketId: string) => Promise<string | null> = () => Promise.resolve(null);
  readonly #byId = new Map<string, Message>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Teams> {
    const server = createServer();
    const teams = new Teams(server);
    server.on('request', (request, response) => void teams.#answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return teams;
  }

  get serviceUrl(): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  in(conversationId: string): readonly Message[] {
    return this.messages.filter((message) => message.conversationId === conversationId);
  }

  message(id: string): Message | undefined {
    return this.#byId.get(id);
  }

  /** Waits for something that people will see. @throws Error where it never comes */
  async until<T>(what: string, look: () => T | undefined): Promise<T> {
    for (const until = Date.now() + patienceMs; Date.now() < until; await sleep(20)) {
      const seen = look();
      if (seen !== undefined) return seen;
    }
    throw new Error(`never seen: ${what}`);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/?]+))?/.exec(request.url ?? '');
    const body = await bodyOf(request);
    const named = path?.[2] === undefined ? undefined : this.#byId.get(decodeURIComponent(path[2]));
    await sleep(this.pace());
    if (path?.[1] === undefined || body === null) return respond(response, 404, {});
    if (request.method === 'PUT') {
      if (!named) return respond(response, 404, {});
      named.versions.push(body);
      this.edits += 1;
      return respond(response, 200, { id: named.id });
    }
    const posted = await this.#post(decodeURIComponent(path[1]), body);
    if (posted.postedBy !== null) this.watch(posted.postedBy, 'arrived');
    respond(response, 200, { id: posted.id }, () => {
      if (posted.postedBy !== null) this.watch(posted.postedBy, 'answered');
    });
  }

  async #post(conversation: string, body: unknown): Promise<Message> {
    const [conversationId = '', threadRoot = null] = conversation.split(';messageid=');
    const ticketId = ticketIdOf(body) ?? this.#ticketOf(conversationId, threadRoot);
    const postedBy = ticketId === null ? null : await this.leaseOwner(ticketId);
    const id = `m${this.messages.length + 1}`;
    const message = { id, conversationId, threadRoot, versions: [body], postedBy };
    this.messages.push(message);
    this.#byId.set(id, message);
    return message;
  }

  /** A personal chat holds one ticket here, and a thread always does. */
  #ticketOf(conversationId: string, threadRoot: string | null): string | null {
    const before = threadRoot === null ? this.in(conversationId) : [this.#byId.get(threadRoot)];
    return before.map((message) => ticketIdOf(message?.versions[0])).find((id) => id !== null) ?? null;
  }
}

/** The ticket that a card is about: by its buttons, or where it is over and has none, by the id that people read. */
export function ticketIdOf(shown: unknown): string | null {
  const text = JSON.stringify({ shown });
  const read = /\b([0-9A-HJKMNP-TV-Z]{3})-([0-9A-HJKMNP-TV-Z]{3})\b/.exec(text);
  return /"ticketId":"(\w{6})"/.exec(text)?.[1] ?? (read ? `${read[1] ?? ''}${read[2] ?? ''}` : null);
}

/** The revision that a card shows; null where it has no buttons left. */
export function drawnOf(shown: unknown): number | null {
  const drawn = /"drawn":"?(\d+)/.exec(JSON.stringify({ shown }))?.[1];
  return drawn === undefined ? null : Number(drawn);
}

function respond(response: ServerResponse, status: number, body: object, then?: () => void): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body), then);
}

/** Null where the sender died in the middle of it: Teams takes no half message. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return null;
  }
}
