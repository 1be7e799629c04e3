import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { instantOf, isoOf, type Instant } from '../../sla/index.js';

const rememberEveryWallMs = 2_000;
const rememberedSchema = z.object({ at: z.string().datetime() });

/**
 * The service clock of a demonstration. It never runs back: a start after a fast run goes on where that one ended,
 * so that no deadline and no lease of the stored tickets lies in a far future.
 */
export class DemoClock {
  readonly #startedAtWall = Date.now();
  #remembering: NodeJS.Timeout | undefined;

  private constructor(
    private readonly file: string,
    /** What the service's clock shows at the start. */
    readonly origin: Instant,
    private readonly speed: number,
  ) {}

  /** @param file where the last reading is kept between starts */
  static async open(file: string, speed: number): Promise<DemoClock> {
    return new DemoClock(file, Math.max(Date.now(), await lastReading(file)), speed);
  }

  /** Keeps the reading every two seconds, until {@link stop}. */
  start(): void {
    this.#remembering = setInterval(() => void this.#remember(), rememberEveryWallMs);
  }

  async stop(): Promise<void> {
    if (!this.#remembering) return;
    clearInterval(this.#remembering);
    await this.#remember();
  }

  async #remember(): Promise<void> {
    const reading = this.origin + (Date.now() - this.#startedAtWall) * this.speed;
    // Without the file the next start begins at the machine's time, as the first one did.
    await writeFile(this.file, JSON.stringify({ at: isoOf(reading) })).catch(() => undefined);
  }
}

async function lastReading(file: string): Promise<Instant> {
  try {
    return instantOf(rememberedSchema.parse(JSON.parse(await readFile(file, 'utf8'))).at);
  } catch {
    return 0;
  }
}
