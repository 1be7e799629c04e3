import { createServer } from 'node:http';
import type { Server } from 'node:http';

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A server that speaks just enough of the protocol to say what a real account says and the emulator does not. */
export interface ScriptedAccount {
  readonly endpoint: string;
  consistency: string;
  writesInSeveralRegions: boolean;
  /** What is answered to every request; undefined for an answer in order. */
  answers: () => Answer | 'silence' | 'hang up' | undefined;
  close(): Promise<void>;
}

export async function startScriptedAccount(): Promise<ScriptedAccount> {
  const server = createServer((request, response) => {
    request.resume();
    const answer = account.answers();
    if (answer === 'silence') return;
    if (answer === 'hang up') {
      request.socket.destroy();
      return;
    }
    const { status, headers } = answer ?? { status: request.method === 'POST' ? 201 : 200 };
    response.writeHead(status, { 'content-type': 'application/json', etag: '"1"', ...headers });
    response.end(JSON.stringify(status < 300 ? bodyFor(request.url ?? '/', account) : { message: 'no' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const account: ScriptedAccount = {
    endpoint: `http://127.0.0.1:${portOf(server)}`,
    consistency: 'Strong',
    writesInSeveralRegions: false,
    answers: () => undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return account;
}

function bodyFor(url: string, account: ScriptedAccount): object {
  if (url === '/') {
    return {
      writableLocations: [],
      readableLocations: [],
      enableMultipleWriteLocations: account.writesInSeveralRegions,
      userConsistencyPolicy: { defaultConsistencyLevel: account.consistency },
    };
  }
  return {
    id: url.split('/').at(-1),
    partitionKey: { paths: ['/id'] },
    indexingPolicy: { includedPaths: [{ path: '/*' }] },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}
