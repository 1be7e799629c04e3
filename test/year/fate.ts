import type { Clock } from '../../src/clock.js';
import type { Instant } from '../../src/sla/index.js';
import { Died, Life } from '../delivery/mortal.js';

/** The life of a process that may be told to die after some more steps, or to stand still for a while between two of them. */
export class Fate extends Life {
  #stepsLeft = Infinity;
  #standsStillUntil: Instant = -Infinity;
  /** When it was to die, stood still and went on: what it was doing then may have been done twice. */
  readonly mishaps: Instant[] = [];

  constructor(private readonly clock: Clock) {
    super(Infinity);
  }

  /** Whether it lives and answers. */
  get isAwake(): boolean {
    return !this.isOver && this.#standsStillUntil <= this.clock.now();
  }

  /** When it goes on, if it stands still now; else Infinity. */
  get awakensAt(): Instant {
    return this.#standsStillUntil > this.clock.now() ? this.#standsStillUntil : Infinity;
  }

  /** It dies after so many more reads, writes and messages, before or after the last of them. */
  dieAfter(steps: number): void {
    this.#stepsLeft = steps;
  }

  /** It does nothing until then, wherever it is, and goes on as if nothing had been. */
  standStill(until: Instant): void {
    this.#standsStillUntil = until;
    this.mishaps.push(this.clock.now(), until);
  }

  override end(): void {
    if (!this.isOver) this.mishaps.push(this.clock.now());
    super.end();
  }

  override async step<T>(deed: () => Promise<T>): Promise<T> {
    await this.#pass();
    const result = await super.step(deed);
    await this.#pass();
    return result;
  }

  async #pass(): Promise<void> {
    while (this.#standsStillUntil > this.clock.now()) {
      await this.clock.wait(this.#standsStillUntil - this.clock.now());
    }
    this.#stepsLeft -= 1;
    if (this.#stepsLeft > 0) return;
    this.end();
    throw new Died();
  }
}
