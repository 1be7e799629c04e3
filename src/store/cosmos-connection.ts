import { setTimeout as sleep } from 'node:timers/promises';

import { storeErrorOf } from './cosmos-errors.js';
import { StoreUnavailable, Throttled } from './errors.js';

/** A turn must answer within seconds: a longer pause is the caller's to plan. */
const longestPauseMs = 3000;
/** Creating a database or a container takes an account several seconds. */
const setUpTimeoutMs = 60_000;

/** Ends each request after a while, sits out short pauses and gives a failure the store's name. */
export class Connection {
  readonly host: string;
  readonly isEncrypted: boolean;

  constructor(
    readonly endpoint: string,
    private readonly timeoutMs: number,
  ) {
    const address = URL.canParse(endpoint) ? new URL(endpoint) : null;
    if (!address || !/^https?:$/.test(address.protocol)) {
      throw new StoreUnavailable(`COSMOS_ENDPOINT is no web address: ${endpoint || '(empty)'}`);
    }
    this.host = address.hostname;
    this.isEncrypted = address.protocol === 'https:';
  }

  /** A request of the running service. `what` names it in errors. */
  request<R>(what: string, send: (abortSignal: AbortSignal) => Promise<R>): Promise<R> {
    return this.ask(what, send, this.timeoutMs);
  }

  /** A request that may create something, and so take longer. */
  setUp<R>(what: string, send: (abortSignal: AbortSignal) => Promise<R>): Promise<R> {
    return this.ask(what, send, setUpTimeoutMs);
  }

  private async ask<R>(
    what: string,
    send: (abortSignal: AbortSignal) => Promise<R>,
    timeoutMs: number,
  ): Promise<R> {
    let patienceMs = longestPauseMs;
    for (;;) {
      try {
        return await send(AbortSignal.timeout(timeoutMs));
      } catch (error) {
        const failure = storeErrorOf(error, what, this.endpoint);
        if (!(failure instanceof Throttled) || failure.retryAfterMs > patienceMs) throw failure;
        // At least a little, so that the loop ends however short the pauses are.
        const pauseMs = Math.max(failure.retryAfterMs, 50);
        patienceMs -= pauseMs;
        await sleep(pauseMs);
      }
    }
  }
}

interface AccountSettings {
  readonly consistencyPolicy?: unknown;
  readonly enableMultipleWritableLocations?: boolean;
}

/** What is wrong with an account's settings, as far as it tells them; whole sentences for an operator. */
export function warningsOf(account: AccountSettings | undefined): string[] {
  const consistency = account?.consistencyPolicy;
  const warnings: string[] = [];
  if (typeof consistency === 'string' && consistency !== 'Strong') {
    warnings.push(
      `The Cosmos DB account's consistency is ${consistency}: set it to Strong, otherwise one instance may refuse ` +
        'what another has just made possible.',
    );
  }
  if (account?.enableMultipleWritableLocations) {
    warnings.push(
      'The Cosmos DB account writes in several regions: use one, otherwise two persons may both claim a ticket.',
    );
  }
  return warnings;
}
