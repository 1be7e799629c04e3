import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Fleet } from './fleet.js';
import type { Instance } from './instance.js';

/** What a button was answered with. */
export interface ClickAnswer {
  readonly type: string;
  readonly value?: unknown;
}

const clickAnswerSchema = z.object({ type: z.string(), value: z.unknown() });

/** A connection on which no answer came. */
class Unanswered extends Error {
  override readonly name = 'Unanswered';
  constructor(
    readonly instance: string,
    readonly wasRefused: boolean,
  ) {
    super(`${instance} gave no answer`);
  }
}

/** Brings activities to the bot as Teams does: what got no answer is repeated unchanged, to whoever answers. */
export class Client {
  /** Repetitions that were needed. */
  repeated = 0;
  /** Requests that had been taken and were never answered, by instance. */
  readonly cutOff: string[] = [];
  /** Told of each request when it is on its way. */
  onRequest: (instance: Instance, body: string) => void = () => undefined;

  constructor(private readonly fleet: Fleet) {}

  /** The answer to a button. @throws Error where the bot answers with something else */
  async click(activity: object): Promise<ClickAnswer> {
    return clickAnswerSchema.parse(JSON.parse(await this.send(activity)));
  }

  /** Resolves with the body of the answer. */
  async send(activity: object): Promise<string> {
    const body = JSON.stringify(activity);
    for (;;) {
      const instance = await this.fleet.one();
      try {
        const { status, text } = await this.#post(instance, body);
        if (status < 300) return text;
        if (status < 500) throw new Error(`${instance.name} answered ${status}: ${text}\n${body}`);
      } catch (error) {
        if (!(error instanceof Unanswered)) throw error;
        if (!error.wasRefused) this.cutOff.push(error.instance);
      }
      this.repeated += 1;
      await sleep(30);
    }
  }

  async #post({ port, name }: Instance, body: string): Promise<{ status: number; text: string }> {
    return new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      const path = '/api/messages';
      const outgoing = request({ host: '127.0.0.1', port, path, method: 'POST', headers, agent: false });
      const fail = (error: Error & { code?: string }): void => {
        reject(new Unanswered(name, error.code === 'ECONNREFUSED'));
      };
      outgoing.on('error', fail);
      outgoing.on('response', (response) => {
        let text = '';
        response.on('error', fail);
        response.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      });
      outgoing.end(body);
      const instance = this.fleet.find(name);
      if (instance) this.onRequest(instance, body);
    });
  }
}
