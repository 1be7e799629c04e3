import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from './chance.js';
import { Instance, type InstanceOptions } from './instance.js';

export type FleetOptions = Omit<InstanceOptions, 'name'>;

/** Two instances on one database. Where one ends, the next takes its place. */
export class Fleet {
  /** Names of all that were killed. */
  readonly killed = new Set<string>();
  /** Names of all that stopped when asked to, and how they exited. */
  readonly stopped = new Map<string, number | null>();
  readonly #ready = new Set<Instance>();
  readonly #all: Instance[] = [];
  readonly #starting = new Set<Promise<void>>();
  #failure: Error | undefined;

  private constructor(
    private readonly options: FleetOptions,
    private readonly chance: Chance,
  ) {}

  static async start(options: FleetOptions, chance: Chance): Promise<Fleet> {
    const fleet = new Fleet(options, chance);
    await Promise.all([fleet.#launch('A'), fleet.#launch('B')]);
    return fleet;
  }

  /** Those that take requests now. @throws what kept one from starting */
  get ready(): readonly Instance[] {
    if (this.#failure) throw this.#failure;
    return [...this.#ready].filter(({ isOver }) => !isOver);
  }

  /** Waits for one that takes requests. */
  async one(): Promise<Instance> {
    for (;;) {
      const [first, ...others] = this.ready;
      if (first) return this.chance.oneOf([first, ...others]);
      await sleep(20);
    }
  }

  /** Waits until both take requests. */
  async both(): Promise<void> {
    while (this.ready.length < 2) await sleep(20);
  }

  find(name: string): Instance | undefined {
    return this.ready.find((instance) => instance.name === name);
  }

  /** Kill -9; the next one of its place starts at once. False where it was over already. */
  async kill(instance: Instance): Promise<boolean> {
    if (instance.isOver || this.killed.has(instance.name)) return false;
    this.killed.add(instance.name);
    this.#ready.delete(instance);
    await instance.kill();
    this.#replace(instance);
    return true;
  }

  /** SIGTERM; it takes no new requests from now on, and the next one of its place starts when it is over. */
  async stop(instance: Instance): Promise<void> {
    this.#ready.delete(instance);
    this.stopped.set(instance.name, await instance.stop());
    this.#replace(instance);
  }

  /** Ends all without ceremony, and starts no more. */
  async end(): Promise<void> {
    await Promise.allSettled(this.#starting);
    await Promise.all(this.#all.filter(({ isOver }) => !isOver).map((instance) => instance.kill()));
  }

  /** What the instances complained of, for whoever has to find out what went wrong. */
  complaints(): string {
    const lines = this.#all.flatMap(({ name, log }) => log.split('\n').map((line) => `${name} ${line}`));
    return lines.filter((line) => /"level":"?(error|50)|^\S+ [^{\s]/.test(line)).join('\n');
  }

  #replace({ name }: Instance): void {
    const starting = this.#launch(name.charAt(0)).catch((error: unknown) => {
      this.#failure ??= error instanceof Error ? error : new Error(String(error));
    });
    this.#starting.add(starting);
    void starting.then(() => this.#starting.delete(starting));
  }

  async #launch(place: string): Promise<void> {
    const instance = await Instance.spawn({ ...this.options, name: `${place}${this.#all.length + 1}` });
    this.#all.push(instance);
    await instance.ready();
    this.#ready.add(instance);
  }
}
