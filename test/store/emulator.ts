import type { IncomingMessage } from 'node:http';

import { createHttpServer } from '@vercel/cosmosdb-server';

/** A fresh, empty Cosmos DB emulator in this process, on a free port of the loopback. */
export interface Emulator {
  readonly endpoint: string;
  /** How many requests it has got so far. */
  requests(): number;
  close(): Promise<void>;
}

/** The emulator does not look at keys; the library wants base 64. */
export const emulatorKey = Buffer.from('no secret').toString('base64');

export async function startEmulator(): Promise<Emulator> {
  const server = createHttpServer({ keepAlive: true });
  let requests = 0;
  server.prependListener('request', answerMissingDocumentsWith404);
  server.prependListener('request', () => {
    requests += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the emulator has no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    requests: () => requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The emulator fails with 500 over a point read of a missing document unless the request is marked like this. */
function answerMissingDocumentsWith404(request: IncomingMessage): void {
  if (request.method === 'GET' && /\/docs\/./.test(request.url ?? '')) {
    request.headers['x-ms-documentdb-query-enablecrosspartition'] = 'True';
  }
}
