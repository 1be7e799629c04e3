import { once } from 'node:events';
import { createServer as createHttpServer, request as httpRequest, Agent } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import { afterEach, describe, expect, it } from 'vitest';

import type { Log } from '../src/logging.js';
import { createMetrics } from '../src/metrics.js';
import { createServer, ListenError, type ProcessServer, type ServerParts } from '../src/server.js';

const running: ProcessServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop(0)));
});

/** A server on a free port that answers each activity with 200, unless told otherwise. */
async function start(parts: Partial<ServerParts> = {}) {
  const lines: string[] = [];
  const server = createServer({
    config: { host: '127.0.0.1', port: 0 },
    log: recordingLog(lines),
    onActivity: async (_request, response) => {
      response.send(200);
    },
    ready: async () => ({ ready: true, problems: [], notes: [] }),
    metrics: createMetrics().registry,
    photos: { get: async () => null },
    ...parts,
  });
  running.push(server);
  const url = await server.listen();
  return { server, url, messages: `${url}/api/messages`, lines };
}

function recordingLog(lines: string[]): Log {
  const write = (_fields: unknown, message: string, error?: unknown) => {
    lines.push(error instanceof Error ? `${message}: ${error.name}` : message);
  };
  return { info: write, warn: write, error: write, child: () => recordingLog(lines) };
}

function post(url: string, body: string | Uint8Array, headers: Record<string, string> = {}) {
  return fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
}

/** A gate that a test opens: the turn waits in it. */
function gate() {
  const { promise, resolve } = deferred();
  const entered = deferred();
  return {
    entered: entered.promise,
    open: resolve,
    pass: async () => {
      entered.resolve();
      await promise;
    },
  };
}

function deferred() {
  let finish: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    finish = done;
  });
  return { promise, resolve: () => finish() };
}

describe('POST /api/messages', () => {
  it('hands on the parsed body of an activity', async () => {
    const bodies: unknown[] = [];
    const { messages } = await start({
      onActivity: async (request, response) => {
        bodies.push(request.body);
        response.send(200);
      },
    });
    const answer = await post(messages, '{"type":"message","text":"Grüße"}', {
      'content-type': 'application/json; charset=utf-8',
    });
    expect(answer.status).toBe(200);
    expect(bodies).toEqual([{ type: 'message', text: 'Grüße' }]);
  });

  it.each([
    ['broken JSON', '{"type":', 400],
    ['an array', '[{"type":"message"}]', 400],
    ['a text', '"message"', 400],
    ['null', 'null', 400],
    ['nothing', '', 400],
    ['an object without a type', '{"hello":"world"}', 400],
    ['a type that is no text', '{"type":{}}', 400],
    ['more than 256 KB', JSON.stringify({ text: 'x'.repeat(256 * 1024) }), 413],
  ])('refuses %s as a body before anything sees it', async (_, body, status) => {
    let seen = 0;
    const { messages } = await start({
      onActivity: async () => {
        seen += 1;
      },
    });
    const answer = await post(messages, body);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({
      code: expect.any(String) as string,
      message: expect.any(String) as string,
    });
    expect(seen).toBe(0);
  });

  it('takes a body of just under 256 KB', async () => {
    const { messages } = await start();
    expect(
      (await post(messages, JSON.stringify({ type: 'message', text: 'x'.repeat(255 * 1024) }))).status,
    ).toBe(200);
  });

  it('refuses a body that grows past 256 KB without having announced its length', async () => {
    const { messages } = await start();
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let i = 0; i < 300; i++) controller.enqueue(new Uint8Array(1024).fill(32));
        controller.close();
      },
    });
    const answer = await fetch(messages, {
      method: 'POST',
      body: stream,
      headers: { 'content-type': 'application/json' },
      // The types of fetch lag behind: Node demands this for streams.
      ...{ duplex: 'half' },
    });
    expect(answer.status).toBe(413);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/octet-stream',
  ])('refuses the content type %s, which a web page could send unasked', async (type) => {
    const { messages } = await start();
    expect((await post(messages, '{"type":"message"}', { 'content-type': type })).status).toBe(415);
  });

  it.each([
    ['a small body that inflates to a hundred megabytes', gzipSync(Buffer.alloc(100 * 1024 * 1024, 32))],
    ['broken compression', Buffer.from('not gzip at all')],
  ])('refuses %s, and lives on', async (_, body) => {
    const { messages } = await start();
    expect((await post(messages, body, { 'content-encoding': 'gzip' })).status).toBe(415);
    expect((await post(messages, '{"type":"message"}')).status).toBe(200);
  });

  it('lives on when a sender goes away in the middle', async () => {
    const { messages } = await start();
    const { port } = new URL(messages);
    const socket = connect(Number(port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"type"',
    );
    socket.destroy();
    expect((await post(messages, '{"type":"message"}')).status).toBe(200);
  });

  it('answers 500 without details when the turn fails, and logs the failure', async () => {
    const { messages, lines } = await start({
      onActivity: async () => {
        throw new Error('the secret of the inner works');
      },
    });
    const answer = await post(messages, '{"type":"message"}');
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toMatch(/secret|at |\.ts/);
    expect(lines).toEqual(['an activity could not be handled: Error']);
  });

  it('answers 500 when the turn forgets to answer', async () => {
    const { messages, lines } = await start({ onActivity: async () => undefined });
    expect((await post(messages, '{"type":"message"}')).status).toBe(500);
    expect(lines).toEqual(['an activity was left without an answer']);
  });

  it('answers GET with 405 and an unknown path with 404, without a stack trace', async () => {
    const { url, messages } = await start();
    const answers = [await fetch(messages), await fetch(`${url}/admin`)];
    expect(answers.map((answer) => answer.status)).toEqual([405, 404]);
    for (const answer of answers) expect(await answer.text()).not.toMatch(/at .*\.js/);
  });

  it('does not say which software it is', async () => {
    const { messages } = await start();
    expect((await post(messages, '{"type":"message"}')).headers.get('server')).toBeNull();
  });
});

describe('the Bot Framework behind it', () => {
  /** A bot that answers with what it heard, and the connector that takes its answer. */
  async function startEcho() {
    const sent: unknown[] = [];
    const connector = createHttpServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        sent.push(JSON.parse(body));
        response.setHeader('content-type', 'application/json');
        response.end('{"id":"1"}');
      });
    }).listen(0, '127.0.0.1');
    await once(connector, 'listening');
    const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
    const logic = async (context: TurnContext) => {
      if (context.activity.type === 'invoke') {
        await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: { seen: true } } });
      } else await context.sendActivity(`heard: ${context.activity.text}`);
    };
    const started = await start({
      onActivity: (request, response) => adapter.process(request, response, logic),
    });
    const { port } = connector.address() as AddressInfo;
    const activity = {
      type: 'message',
      id: 'a1',
      text: 'hello',
      channelId: 'msteams',
      serviceUrl: `http://127.0.0.1:${port}`,
      conversation: { id: 'c1' },
      from: { id: 'u1' },
      recipient: { id: 'b1' },
    };
    return { ...started, sent, activity, close: () => connector.close() };
  }

  it('hears a message and answers through the connector', async () => {
    const { messages, activity, sent, close } = await startEcho();
    const answer = await post(messages, JSON.stringify(activity));
    expect(answer.status).toBe(200);
    expect(sent).toMatchObject([{ type: 'message', text: 'heard: hello' }]);
    close();
  });

  it('answers an invoke with a JSON body', async () => {
    const { messages, activity, close } = await startEcho();
    const answer = await post(
      messages,
      JSON.stringify({ ...activity, type: 'invoke', name: 'adaptiveCard/action' }),
    );
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(await answer.json()).toEqual({ seen: true });
    close();
  });
});

describe('the health endpoints', () => {
  it('say that the process lives', async () => {
    const { url } = await start();
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
  });

  it('say that it is ready, and what somebody should see to', async () => {
    const report = { ready: true, problems: [], notes: ['campus Nord has no channel'] };
    const { url } = await start({ ready: async () => report });
    const answer = await fetch(`${url}/health/ready`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual(report);
  });

  it('answer 503 and name the reasons when it is not ready', async () => {
    const report = { ready: false, problems: ['the store does not answer'], notes: [] };
    const { url } = await start({ ready: async () => report });
    const answer = await fetch(`${url}/health/ready`);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual(report);
  });

  it('count a check that fails as not ready, without its details', async () => {
    const { url, lines } = await start({ ready: () => Promise.reject(new Error('AccountKey=x')) });
    const answer = await fetch(`${url}/health/ready`);
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toContain('AccountKey');
    expect(lines).toEqual(['readiness could not be checked: Error']);
  });
});

describe('GET /metrics', () => {
  it('shows the counters in the text format of Prometheus', async () => {
    const metrics = createMetrics();
    metrics.turn('invoke', 0.3);
    metrics.turn('made up by somebody', 0.3);
    metrics.command('claim', 'accepted');
    metrics.command('claim', 'accepted');
    metrics.delivery.increment('perhapsSent');
    metrics.scheduler.failed('tickets');
    const { url } = await start({ metrics: metrics.registry });
    const answer = await fetch(`${url}/metrics`);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    const text = await answer.text();
    expect(text).toContain('campusdesk_turn_seconds_bucket{le="0.5",kind="invoke"} 1');
    expect(text).toContain('campusdesk_turn_seconds_bucket{le="0.5",kind="other"} 1');
    expect(text).toContain('campusdesk_commands_total{verb="claim",outcome="accepted"} 2');
    expect(text).toContain('campusdesk_messages_total{outcome="perhapsSent"} 1');
    expect(text).toContain('campusdesk_due_total{source="tickets",outcome="failed"} 1');
  });

  it('shows the process itself where wanted', async () => {
    const { url } = await start({ metrics: createMetrics({ withProcess: true }).registry });
    expect(await (await fetch(`${url}/metrics`)).text()).toContain(
      'campusdesk_process_resident_memory_bytes',
    );
  });
});

describe('a stop', () => {
  it('lets a running turn finish and takes no new one', async () => {
    const door = gate();
    const { server, url, messages } = await start({
      onActivity: async (_request, response) => {
        await door.pass();
        response.send(200);
      },
    });
    const first = post(messages, '{"type":"message"}');
    await door.entered;
    const stopped = server.stop(10_000);

    const second = await post(messages, '{"type":"message"}');
    expect(second.status).toBe(503);
    expect(second.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(second.headers.get('connection')).toBe('close');
    const ready = await fetch(`${url}/health/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ problems: ['the service is stopping'] });

    door.open();
    expect((await first).status).toBe(200);
    expect(await stopped).toBe(0);
    await expect(fetch(`${url}/health/live`)).rejects.toThrow();
  });

  it('cuts off a turn that runs longer than it may wait, and says so', async () => {
    const door = gate();
    const { server, messages, lines } = await start({ onActivity: door.pass });
    const turn = post(messages, '{"type":"message"}');
    const cut = expect(turn).rejects.toThrow();
    await door.entered;
    expect(await server.stop(50)).toBe(1);
    await cut;
    expect(lines).toEqual(['turns were cut off, because they ran longer than a stop waits']);
    door.open();
  });

  it('does not wait for connections on which nothing runs', async () => {
    const { server, url } = await start();
    const agent = new Agent({ keepAlive: true });
    const request = httpRequest(`${url}/health/live`, { agent });
    request.end();
    const [response] = (await once(request, 'response')) as [NodeJS.ReadableStream];
    response.resume();
    await once(response, 'end');
    expect(await server.stop(60_000)).toBe(0);
    agent.destroy();
  });

  it('can be asked for twice', async () => {
    const { server } = await start();
    expect(await Promise.all([server.stop(1_000), server.stop(1_000)])).toEqual([0, 0]);
  });
});

describe('a port that is in use', () => {
  it('is told in one sentence with a way out', async () => {
    const { url } = await start();
    const port = Number(new URL(url).port);
    const failed = start({ config: { host: '127.0.0.1', port } });
    await expect(failed).rejects.toThrow(ListenError);
    await expect(failed).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is in use by another program: stop that one, or choose another with PORT.`,
    );
  });

  it('differs from an address that this machine does not have', async () => {
    await expect(start({ config: { host: '192.0.2.1', port: 0 } })).rejects.toThrow(
      'This machine has no address 192.0.2.1: correct HOST.',
    );
  });
});
