import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the bot did in a conversation, as the channel service saw it. */
export interface Recorded {
  readonly method: 'post' | 'edit';
  /** Without the thread. */
  readonly conversationId: string;
  readonly threadRoot: string | null;
  readonly activityId: string;
  readonly activity: RecordedActivity;
  /** The header that says who is speaking; null while authentication is off. */
  readonly authorization: string | null;
}

export interface RecordedActivity {
  readonly type: string;
  readonly text?: string;
  readonly summary?: string;
  readonly attachments?: readonly {
    readonly contentType: string;
    readonly content: Record<string, unknown>;
  }[];
  readonly entities?: readonly unknown[];
}

/** Answers the request in place of the connector, or returns null to let it through. */
export type Fault = (call: {
  method: 'post' | 'edit';
  conversationId: string;
  activityId: string | null;
}) => FaultAnswer | null;

/** `lose-answer`: the message arrives, and the line breaks before anybody hears of it. */
export type FaultAnswer =
  { readonly status: number; readonly headers?: Record<string, string> } | 'hang-up' | 'lose-answer';

/** A channel service on this machine that keeps what the bot sends. */
export class RecordingConnector {
  readonly recorded: Recorded[] = [];
  fault: Fault = () => null;
  /** Each request is held until this resolves. */
  gate: Promise<void> | null = null;
  /** Who is whom to the channel service, by `29:…` id; anybody else is not a member (404). */
  readonly members = new Map<string, { readonly userPrincipalName: string }>();
  readonly #waiting = new Set<{ isIt: (each: Recorded) => boolean; resolve: (found: Recorded) => void }>();
  #activities = 1;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<RecordingConnector> {
    const server = createServer();
    const connector = new RecordingConnector(server);
    server.on('request', (request, response) => void connector.#answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return connector;
  }

  get serviceUrl(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** What was sent to a conversation, oldest first. */
  in(conversationId: string): readonly Recorded[] {
    return this.recorded.filter((each) => each.conversationId === conversationId);
  }

  /** The next edit of this message. */
  async nextEdit(activityId: string): Promise<Recorded> {
    return this.#next((each) => each.method === 'edit' && each.activityId === activityId);
  }

  /** The next new message in this conversation. */
  async nextPost(conversationId: string): Promise<Recorded> {
    return this.#next((each) => each.method === 'post' && each.conversationId === conversationId);
  }

  async #next(isIt: (each: Recorded) => boolean): Promise<Recorded> {
    return new Promise((resolve, reject) => {
      const tooLate = setTimeout(() => {
        reject(new Error('nothing of the kind was sent within 20 s'));
      }, 20_000);
      this.#waiting.add({
        isIt,
        resolve: (found) => {
          clearTimeout(tooLate);
          resolve(found);
        },
      });
    });
  }

  #keep(recorded: Recorded): void {
    this.recorded.push(recorded);
    for (const waiting of this.#waiting) {
      if (!waiting.isIt(recorded)) continue;
      this.#waiting.delete(waiting);
      waiting.resolve(recorded);
    }
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    if (this.gate) await this.gate;
    const member = /^\/v3\/conversations\/[^/]+\/members\/([^/?]+)/.exec(request.url ?? '');
    if (member) {
      const id = decodeURIComponent(member[1] ?? '');
      const known = this.members.get(id);
      respond(response, known ? 200 : 404, known ? { id, ...known } : {});
      return;
    }
    const match = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/?]+))?/.exec(request.url ?? '');
    if (!match) {
      respond(response, 404, {});
      return;
    }
    const [conversationId = '', threadRoot = null] = decodeURIComponent(match[1] ?? '').split(';messageid=');
    const method = request.method === 'PUT' ? 'edit' : 'post';
    const named = match[2] === undefined ? null : decodeURIComponent(match[2]);
    const fault = this.fault({ method, conversationId, activityId: named });
    if (fault === 'hang-up') {
      request.socket.destroy();
      return;
    }
    if (fault && fault !== 'lose-answer') {
      respond(response, fault.status, {}, fault.headers);
      return;
    }
    const activityId = method === 'edit' && named !== null ? named : `m${this.#activities++}`;
    this.#keep({
      method,
      conversationId,
      threadRoot,
      activityId,
      activity: JSON.parse(body) as RecordedActivity,
      authorization: request.headers.authorization ?? null,
    });
    if (fault === 'lose-answer') request.socket.destroy();
    else respond(response, 200, { id: activityId });
  }
}

function respond(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  // Two statements: restify replaces writeHead for the whole process by one that returns nothing.
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
