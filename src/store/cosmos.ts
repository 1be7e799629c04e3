import type {
  Container,
  ContainerDefinition,
  CosmosClient,
  CosmosClientOptions,
  Database,
  DatabaseAccount,
  ItemDefinition,
} from '@azure/cosmos';

import { bodyOf, documentOf, isStorableId, readEach, valueAt } from './body.js';
import { checkCount, checkDue, checkQuery, continuationAfter } from './checked-query.js';
import type { Order } from './checked-query.js';
import { Connection, warningsOf } from './cosmos-connection.js';
import { containerGone } from './cosmos-errors.js';
import { indexedPaths, widened } from './cosmos-index.js';
import { countQuery, dueQuery, selectQuery } from './cosmos-statements.js';
import type { SqlQuery } from './cosmos-statements.js';
import { declaredBy } from './declared.js';
import type { Declared } from './declared.js';
import type {
  Collection,
  CollectionSpec,
  Condition,
  DocumentStore,
  Page,
  Query,
  StoredDocument,
  Versioned,
} from './document-store.js';
import { NotFound, StoreError, StoreUnavailable } from './errors.js';

export interface CosmosOptions {
  /** The account's address, `https://NAME.documents.azure.com`. */
  readonly endpoint: string;
  /** The account's key; without one the machine's managed identity (or the developer's login) is used. */
  readonly key?: string;
  /** Client id of a user-assigned managed identity, where the machine has more than one. */
  readonly managedIdentityClientId?: string;
  /** Created where it is missing. */
  readonly database: string;
  /** Wall milliseconds after which an unanswered request is given up, retries included; 8000 by default. */
  readonly timeoutMs?: number;
}

export interface CosmosStore extends DocumentStore {
  /** What an operator should know of the account's settings, in whole sentences; empty where all is well. */
  readonly warnings: readonly string[];
}

/**
 * Opens a Cosmos DB account (API for NoSQL). One container for each collection, partitioned by id.
 * @throws StoreUnavailable with one line that says what to do
 */
export async function openCosmosStore(options: CosmosOptions): Promise<CosmosStore> {
  const connection = new Connection(options.endpoint, options.timeoutMs ?? 8000);
  const { CosmosClient } = await import('@azure/cosmos');
  const clientOptions = await clientOptionsOf(options, connection);
  const account = await readAccount(new CosmosClient(withoutDiscovery(clientOptions)), connection);
  const client = new CosmosClient(clientOptions);
  try {
    const database = client.database(options.database);
    await connection.setUp(`database ${database.id}`, (abortSignal) =>
      unlessRaced(client.databases.createIfNotExists({ id: database.id }, { abortSignal })),
    );
    return new AccountStore(client, database, connection, warningsOf(account));
  } catch (error) {
    client.dispose();
    throw error;
  }
}

async function clientOptionsOf(options: CosmosOptions, connection: Connection): Promise<CosmosClientOptions> {
  const emulator = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(connection.host);
  const common: CosmosClientOptions = {
    endpoint: options.endpoint,
    userAgentSuffix: 'campusdesk',
    connectionPolicy: {
      // An emulator names itself by an address that need not be the one by which it is reached.
      enableEndpointDiscovery: !emulator,
      // The library would sit out a pause of any length; the connection knows how long a turn can wait.
      retryOptions: { maxRetryAttemptCount: 0 },
    },
  };
  if (options.key !== undefined) return { ...common, key: options.key };
  if (!connection.isEncrypted) {
    throw new StoreUnavailable(`${options.endpoint} takes no managed identity without https: set COSMOS_KEY`);
  }
  const { DefaultAzureCredential } = await import('@azure/identity');
  const { managedIdentityClientId } = options;
  const credential = new DefaultAzureCredential(managedIdentityClientId ? { managedIdentityClientId } : {});
  return { ...common, aadCredentials: credential };
}

/** With discovery on, the library tries an unknown host again for two minutes. */
function withoutDiscovery(options: CosmosClientOptions): CosmosClientOptions {
  return { ...options, connectionPolicy: { ...options.connectionPolicy, enableEndpointDiscovery: false } };
}

async function readAccount(
  client: CosmosClient,
  connection: Connection,
): Promise<DatabaseAccount | undefined> {
  try {
    const { resource } = await connection.request('account', (abortSignal) =>
      client.getDatabaseAccount({ abortSignal }),
    );
    return resource;
  } finally {
    client.dispose();
  }
}

class AccountStore implements CosmosStore {
  private closed = false;

  constructor(
    private readonly client: CosmosClient,
    private readonly database: Database,
    private readonly connection: Connection,
    readonly warnings: readonly string[],
  ) {}

  async collection<T extends StoredDocument>(spec: CollectionSpec<T>): Promise<Collection<T>> {
    const declared = declaredBy(spec);
    this.refuseIfClosed();
    const container = await this.connection.setUp(`container ${spec.name}`, (abortSignal) =>
      ensureContainer(this.database, declared, abortSignal),
    );
    return new ContainerCollection(container, this, this.connection.endpoint, spec, declared);
  }

  async ping(): Promise<void> {
    try {
      await this.request(`database ${this.database.id}`, (abortSignal) =>
        this.database.read({ abortSignal }),
      );
    } catch (error) {
      if (error instanceof NotFound)
        throw containerGone(`database ${this.database.id}`, this.connection.endpoint);
      if (!(error instanceof StoreError) || error instanceof StoreUnavailable) throw error;
      throw new StoreUnavailable(error.message, { cause: error });
    }
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    this.client.dispose();
  }

  async request<R>(what: string, send: (abortSignal: AbortSignal) => Promise<R>): Promise<R> {
    this.refuseIfClosed();
    return this.connection.request(what, send);
  }

  private refuseIfClosed(): void {
    if (this.closed) throw new StoreUnavailable(`the connection to ${this.connection.endpoint} was closed`);
  }
}

/**
 * The container of a collection, created where it is missing, partitioned by id. The index policy of an
 * existing one is widened to what is declared now.
 * @throws StoreUnavailable where a container of this name is partitioned otherwise, and what the library throws
 */
async function ensureContainer(
  database: Database,
  declared: Declared,
  abortSignal: AbortSignal,
): Promise<Container> {
  const { name } = declared;
  const container = database.container(name);
  const existing = await readDefinition(database, declared, abortSignal);
  const partitionedBy = existing.partitionKey?.paths.join(', ');
  if (partitionedBy !== '/id') {
    throw new StoreUnavailable(
      `the container ${name} of the database ${database.id} is partitioned by ${partitionedBy}, not by /id: ` +
        'name another database, or remove the container',
    );
  }
  const paths = widened(existing.indexingPolicy ?? {}, declared);
  if (paths) {
    const indexingPolicy = { ...existing.indexingPolicy, ...paths };
    await container.replace({ ...existing, indexingPolicy }, { abortSignal });
  }
  return container;
}

async function readDefinition(
  database: Database,
  declared: Declared,
  abortSignal: AbortSignal,
): Promise<ContainerDefinition> {
  const { name } = declared;
  const definition: ContainerDefinition = {
    id: name,
    partitionKey: { paths: ['/id'] },
    indexingPolicy: {
      indexingMode: 'consistent',
      excludedPaths: [{ path: '/*' }],
      ...indexedPaths(declared),
    },
  };
  await unlessRaced(database.containers.createIfNotExists(definition, { abortSignal }));
  const { resource } = await database.container(name).read({ abortSignal });
  return resource ?? definition;
}

/** Another instance may create the same between the library's look and its own attempt. */
async function unlessRaced(creation: Promise<unknown>): Promise<void> {
  try {
    await creation;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 409)) throw error;
  }
}

class ContainerCollection<T extends StoredDocument> implements Collection<T> {
  constructor(
    private readonly container: Container,
    private readonly store: AccountStore,
    private readonly endpoint: string,
    private readonly spec: CollectionSpec<T>,
    private readonly declared: Declared,
  ) {}

  async get(id: string): Promise<Versioned<T>> {
    const { resource, etag, substatus } = await this.onDocument(id, (abortSignal) =>
      this.container.item(id, id).read<ItemDefinition>({ abortSignal }),
    );
    if (resource === undefined) {
      // The library answers a missing document and a missing container alike.
      if (substatus === 1003) throw containerGone(this.spec.name, this.endpoint);
      throw this.notFound(id);
    }
    return { document: documentOf(withoutSystemFields(resource), id, this.spec), version: etag };
  }

  async create(document: T): Promise<Versioned<T>> {
    bodyOf(document);
    const { etag } = await this.onDocument(document.id, (abortSignal) =>
      this.container.items.create<StoredDocument>(document, {
        abortSignal,
        disableAutomaticIdGeneration: true,
      }),
    );
    return { document, version: etag };
  }

  async replace(document: T, version: string): Promise<Versioned<T>> {
    bodyOf(document);
    const { etag } = await this.onDocument(document.id, (abortSignal) =>
      this.container.item(document.id, document.id).replace<StoredDocument>(document, {
        abortSignal,
        accessCondition: { type: 'IfMatch', condition: version },
      }),
    );
    return { document, version: etag };
  }

  async remove(id: string, version: string): Promise<void> {
    await this.onDocument(id, (abortSignal) =>
      this.container
        .item(id, id)
        .delete({ abortSignal, accessCondition: { type: 'IfMatch', condition: version } }),
    );
  }

  async query(query: Query): Promise<Page<T>> {
    const checked = checkQuery(query, this.declared.fields);
    const found = await this.fetch(selectQuery(this.declared, checked), checked.limit + 1);
    return this.pageOf(found.slice(0, checked.limit), found.length > checked.limit, checked.order);
  }

  async count(where: readonly Condition[], upTo: number): Promise<number> {
    const checked = checkCount(where, upTo, this.declared.fields);
    const found = await this.fetch(countQuery(checked, upTo, this.declared.fields), upTo);
    return found.length;
  }

  async due(now: string, limit: number, continuation?: string): Promise<Page<T>> {
    const checked = checkDue(now, limit, continuation);
    const found = await this.fetch(dueQuery(now, checked), limit);
    return this.pageOf(found, found.length === limit, checked.order);
  }

  private pageOf(found: readonly object[], mayBeMore: boolean, order: Order): Page<T> {
    const last = found.at(-1);
    const place = (raw: object) => continuationAfter(idOf(raw), valueAt(raw, order.field), order);
    return {
      ...readEach(found, (resource) => this.versioned(resource)),
      ...(mayBeMore && last && { continuation: place(last) }),
    };
  }

  private async fetch({ query, parameters }: SqlQuery, maxItemCount: number): Promise<object[]> {
    const { resources } = await this.store.request(`container ${this.spec.name}`, (abortSignal) =>
      this.container.items.query<object>({ query, parameters }, { abortSignal, maxItemCount }).fetchAll(),
    );
    return resources;
  }

  private async onDocument<R>(id: string, send: (abortSignal: AbortSignal) => Promise<R>): Promise<R> {
    if (!isStorableId(id)) throw this.notFound(id);
    return this.store.request(`document ${id} of ${this.spec.name}`, send);
  }

  private versioned(resource: object): Versioned<T> {
    const version: unknown = '_etag' in resource ? resource._etag : undefined;
    const document = documentOf(withoutSystemFields(resource), idOf(resource), this.spec);
    return { document, version: String(version) };
  }

  private notFound(id: string): NotFound {
    return new NotFound(`${this.spec.name} has no document ${id}`);
  }
}

const systemFields: ReadonlySet<string> = new Set(['_rid', '_self', '_etag', '_attachments', '_ts']);

function idOf(resource: object): string {
  return String(valueAt(resource, 'id'));
}

function withoutSystemFields(resource: object): object {
  return Object.fromEntries(Object.entries(resource).filter(([name]) => !systemFields.has(name)));
}
