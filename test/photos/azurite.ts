import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import type { PhotoSettings } from '../../src/config.js';

const require = createRequire(import.meta.url);

type BlobSettings = Extract<PhotoSettings, { kind: 'blob' }>;

/** The account that every Azurite knows, with its published key. */
const account = 'devstoreaccount1';
const publishedKey =
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

const patienceMs = 20_000;

/** Azure Blob Storage's protocol on a free port, in memory. */
export class Azurite {
  private constructor(
    private readonly port: number,
    readonly stop: () => Promise<void>,
  ) {}

  static async start(): Promise<Azurite> {
    const main = require.resolve('azurite/dist/src/blob/main.js');
    const options = [
      '--inMemoryPersistence',
      '--blobPort',
      '0',
      '--skipApiVersionCheck',
      '--disableTelemetry',
    ];
    const process_ = spawn(process.execPath, [main, ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise<void>((resolve) =>
      process_.once('exit', () => {
        resolve();
      }),
    );
    const stop = async (): Promise<void> => {
      process_.kill();
      await ended;
    };
    const port = await new Promise<number>((resolve, reject) => {
      let said = '';
      const late = setTimeout(() => {
        reject(new Error(`Azurite did not start: ${said}`));
      }, patienceMs);
      process_.stdout.on('data', (part: Buffer) => {
        said += part.toString();
        const listening = /listens on http:\/\/[\d.]+:(\d+)/.exec(said);
        if (!listening) return;
        clearTimeout(late);
        resolve(Number(listening[1]));
      });
    });
    return new Azurite(port, stop);
  }

  /** A container that does not exist yet. */
  container(name: string): BlobSettings {
    return {
      kind: 'blob',
      url: `http://127.0.0.1:${this.port}/${account}`,
      container: name,
      key: publishedKey,
      managedIdentityClientId: null,
    };
  }
}
