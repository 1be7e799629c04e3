import { existsSync } from 'node:fs';
import { appendFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultCalendar, isoOf, type CalendarFile } from '../../sla/index.js';
import { CommandFailed, type Output } from '../output.js';
import { botEnvironment } from './bot-environment.js';
import { startScript, type Child } from './children.js';
import { DemoClock } from './demo-clock.js';
import { instructions } from './instructions.js';
import { answer, startPlayground } from './playground.js';
import { busyPort } from './ports.js';
import { demoWorlds } from './worlds.js';

export interface DemoOptions {
  /** How many times as fast as the machine's the service clock runs. */
  readonly speed: number;
  /** The bot's port; the windows of teacher, manager and help desk have the next three. */
  readonly port: number;
  /** Whether to delete what earlier demonstrations stored. */
  readonly fresh: boolean;
}

const packageRoot = fileURLToPath(new URL('../../../', import.meta.url));
const builtService = join(packageRoot, 'dist', 'main.js');
const builtCommands = join(packageRoot, 'dist', 'cli', 'main.js');
const folder = join(packageRoot, 'data', 'demo');
const database = join(folder, 'campusdesk.sqlite');
const calendar = join(folder, 'calendar.json');
const clockFile = join(folder, 'clock.json');

const wholeDay = ['00:00-24:00'];

/** A fast clock soon comes to a night, and nobody wants to wait for the next opening to see a reminder. */
const alwaysOpen: CalendarFile = {
  timeZone: defaultCalendar.timeZone,
  weekly: {
    mon: wholeDay,
    tue: wholeDay,
    wed: wholeDay,
    thu: wholeDay,
    fri: wholeDay,
    sat: wholeDay,
    sun: wholeDay,
  },
};

/** Wall milliseconds until a bot that does not answer is given up. */
const startTimeout = 60_000;

/**
 * Runs the demonstration until the person ends it (Ctrl-C) or a part of it ends by itself. Whatever it
 * started is gone afterwards; the data stays in data/demo.
 *
 * @throws CommandFailed where something is missing or in the way
 */
export async function runDemo(options: DemoOptions, output: Output): Promise<void> {
  if (!existsSync(builtService))
    throw new CommandFailed('Not built yet: run "npm run demo" or "npm run build".');
  await refuseBusyPorts(options.port);
  const demo = new Demo(options, output);
  const stop = (): void => {
    demo.stop();
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, stop);
  try {
    await demo.run();
  } finally {
    await demo.close();
    for (const signal of signals) process.off(signal, stop);
  }
}

async function refuseBusyPorts(base: number): Promise<void> {
  const busy = await busyPort([base, base + 1, base + 2, base + 3]);
  if (busy === null) return;
  throw new CommandFailed(
    `Port ${busy} is in use (the demonstration needs ${base} to ${base + 3}). ` +
      `Choose another: npm run demo -- --port ${base < 60_000 ? base + 1000 : base - 1000}`,
  );
}

/** The parts of one demonstration, and their common end. */
class Demo {
  readonly #leaving = new AbortController();
  /** What runs as long as the demonstration does. */
  readonly #parts: Child[] = [];
  #clock: DemoClock | undefined;

  constructor(
    private readonly options: DemoOptions,
    private readonly output: Output,
  ) {}

  /** Resolves when the person wants to stop. @throws CommandFailed if a part fails before that */
  async run(): Promise<void> {
    try {
      await this.prepare();
      await this.startBot();
      await this.startWindows();
      await this.somethingEnds();
    } catch (error) {
      if (!this.#leaving.signal.aborted) throw error;
    }
  }

  stop(): void {
    if (!this.#leaving.signal.aborted) this.output.tell('\nStopping ...');
    this.#leaving.abort();
  }

  async close(): Promise<void> {
    this.#leaving.abort();
    await Promise.all(this.#parts.map((child) => child.stop()));
    await this.#clock?.stop();
  }

  /** The sample directory goes in once; later starts go on with what people made of it. */
  private async prepare(): Promise<void> {
    if (this.options.fresh) await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    this.#clock = await DemoClock.open(clockFile, this.options.speed);
    await writeFile(calendar, JSON.stringify(alwaysOpen));
    if (existsSync(database)) return;
    this.output.tell('Loading the sample directory, its visiting rota and its checks ...');
    for (const room of ['directory', 'rota', 'maintenance']) {
      const log = `load-${room}.log`;
      const code = await this.start(log, builtCommands, [room, 'sample', '--load']).ended;
      if (code === 0) continue;
      await rm(database, { force: true });
      throw new CommandFailed(`The sample could not be loaded; see ${join(folder, log)}.`);
    }
  }

  private async startBot(): Promise<void> {
    const bot = this.start('bot.log', builtService, []);
    this.#parts.push(bot);
    this.#clock?.start();
    const url = `http://127.0.0.1:${this.options.port}/health/live`;
    const problem = await Promise.race([
      answer(url, startTimeout),
      bot.ended.then((code) => `ended with exit code ${code}`),
    ]);
    if (problem !== null) throw new CommandFailed(`The bot ${problem}; see ${join(folder, 'bot.log')}.`);
  }

  private async startWindows(): Promise<void> {
    const { port, speed } = this.options;
    const worlds = demoWorlds();
    const [teacher, manager, helpdesk] = await Promise.all(
      [worlds.teacher, worlds.manager, worlds.helpdesk].map(async (world, index) => {
        const window = await startPlayground({
          endpoint: `http://127.0.0.1:${port}/api/messages`,
          port: port + 1 + index,
          folder: join(folder, world.name),
          world,
          signal: this.#leaving.signal,
        });
        this.#parts.push(window.process);
        return window.url;
      }),
    );
    if (teacher === undefined || manager === undefined || helpdesk === undefined) return;
    const lines = instructions({ teacher, manager, helpdesk, worlds, speed });
    for (const line of lines) this.output.tell(line);
  }

  private async somethingEnds(): Promise<void> {
    const code = await Promise.race(this.#parts.map((child) => child.ended));
    if (this.#leaving.signal.aborted) return;
    throw new CommandFailed(
      `A part of the demonstration ended (exit code ${code}); see the files in ${folder}.`,
    );
  }

  private start(logName: string, script: string, args: readonly string[]): Child {
    const log = join(folder, logName);
    const { port, speed } = this.options;
    let written = writeFile(log, '');
    return startScript(script, args, {
      cwd: packageRoot,
      signal: this.#leaving.signal,
      environment: botEnvironment({
        port,
        database,
        speed,
        clockStart: isoOf(this.#clock?.origin ?? Date.now()),
        logLevel: 'info',
        calendar: speed === 1 ? null : calendar,
      }),
      onOutput: (text) => {
        written = written.then(() => appendFile(log, text));
      },
    });
  }
}
