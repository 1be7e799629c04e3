import { once } from 'node:events';
import { createServer } from 'node:net';

/** The first of these ports of this machine on which somebody listens, or null. */
export async function busyPort(ports: readonly number[]): Promise<number | null> {
  for (const port of ports) {
    // One after the other: the second address includes the first.
    for (const host of ['127.0.0.1', undefined]) {
      if (!(await canListen(port, host))) return port;
    }
  }
  return null;
}

async function canListen(port: number, host: string | undefined): Promise<boolean> {
  const server = createServer().listen({ port, host, exclusive: true });
  try {
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}
