import { storeErrorOf } from './cosmos-errors.js';
import { StoreUnavailable } from './errors.js';

/** Ends each request after a while and gives its failure the store's name. */
export class Connection {
  readonly host: string;

  constructor(
    readonly endpoint: string,
    private readonly timeoutMs: number,
  ) {
    if (!URL.canParse(endpoint)) throw new StoreUnavailable(`COSMOS_ENDPOINT is no address: ${endpoint}`);
    this.host = new URL(endpoint).hostname;
  }

  async request<R>(what: string, send: (abortSignal: AbortSignal) => Promise<R>): Promise<R> {
    try {
      return await send(AbortSignal.timeout(this.timeoutMs));
    } catch (error) {
      throw storeErrorOf(error, what, this.endpoint);
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
