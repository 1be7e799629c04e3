import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A place on this machine from which files can be fetched, as OneDrive and the channel service are. */
export class FileHost {
  readonly asked: { readonly path: string; readonly authorization: string | undefined }[] = [];
  readonly #answers = new Map<string, Answer>();
  readonly #server = createServer((request, response) => {
    const path = request.url ?? '';
    this.asked.push({ path, authorization: request.headers.authorization });
    const answer = this.#answers.get(path);
    if (answer) answer(request, response);
    else reply(response, 404);
  });

  static async start(): Promise<FileHost> {
    const host = new FileHost();
    await new Promise<void>((resolve) => host.#server.listen(0, '127.0.0.1', resolve));
    return host;
  }

  get address(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** Puts a file there; returns its address. */
  holds(name: string, content: Uint8Array | string): string {
    return this.answers(name, (_, response) => {
      reply(response, 200, { 'content-type': 'application/octet-stream' }, content);
    });
  }

  answers(name: string, answer: Answer): string {
    this.#answers.set(`/${name}`, answer);
    return `${this.address}/${name}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** In three steps: restify, loaded in the same process, changes what `writeHead` returns. */
export function reply(
  response: ServerResponse,
  status: number,
  headers: Record<string, string> = {},
  content: Uint8Array | string = '',
): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.statusCode = status;
  response.end(content);
}
