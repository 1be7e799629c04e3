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

/** Answers the request in place of the connector, or returns false to let it through. */
export type Fault = (call: {
  method: 'post' | 'edit';
  conversationId: string;
  activityId: string | null;
}) => {
  readonly status: number;
  readonly headers?: Record<string, string>;
} | null;

/** A channel service on this machine that keeps what the bot sends. */
export class RecordingConnector {
  readonly recorded: Recorded[] = [];
  fault: Fault = () => null;
  #next = 1;

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

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const match = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/?]+))?/.exec(request.url ?? '');
    if (!match) {
      respond(response, 404, {});
      return;
    }
    const [conversationId = '', threadRoot = null] = decodeURIComponent(match[1] ?? '').split(';messageid=');
    const method = request.method === 'PUT' ? 'edit' : 'post';
    const named = match[2] === undefined ? null : decodeURIComponent(match[2]);
    const fault = this.fault({ method, conversationId, activityId: named });
    if (fault) {
      respond(response, fault.status, {}, fault.headers);
      return;
    }
    const activityId = method === 'edit' && named !== null ? named : `m${this.#next++}`;
    this.recorded.push({
      method,
      conversationId,
      threadRoot,
      activityId,
      activity: JSON.parse(body) as RecordedActivity,
    });
    respond(response, 200, { id: activityId });
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
