import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { z } from 'zod';
import { SendError } from '../delivery/index.js';

type Authenticated = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;
type ConnectorFactory = NonNullable<Authenticated['connectorFactory']>;
type ConnectorClient = Awaited<ReturnType<ConnectorFactory['create']>>;
type Credentials = ConnectorClient['credentials'];

/** So much of the pipeline of an Azure client as is needed here; the client keeps it to itself. */
interface Pipeline {
  removePolicy(policy: { readonly name: string }): unknown;
  addPolicy(policy: Policy): void;
}

interface Policy {
  readonly name: string;
  sendRequest<T>(
    request: { timeout: number },
    next: (request: { timeout: number }) => Promise<T>,
  ): Promise<T>;
}

const clientSchema = z.object({ client: z.object({ pipeline: z.custom<Pipeline>(isPipeline) }) });

/** The name of the policy by which the Azure clients repeat calls on their own. */
const ownRetries = 'defaultRetryPolicy';

/** Shorter than half a lease, so that no other process sends what may still be on its way. */
const answerWithinMs = 10_000;

/**
 * Checks who calls, and makes connectors that try each call once and not for ever. The client's own policy would
 * repeat a new message that perhaps arrived, sit out any Retry-After within the turn, and wait for an answer without
 * limit; when to repeat is delivery's to decide.
 */
export class ConnectorAuthentication extends ConfigurationBotFrameworkAuthentication {
  constructor(
    settings: Record<string, string>,
    private readonly limitMs: number = answerWithinMs,
  ) {
    super(settings);
  }

  override async authenticateRequest(
    ...[activity, header]: Parameters<ConfigurationBotFrameworkAuthentication['authenticateRequest']>
  ): Promise<Authenticated> {
    const authenticated = await super.authenticateRequest(activity, header).catch(async (error: unknown) => {
      // A false signature would be answered as a fault of ours (500): it is worth as much as no token at all.
      if (isTokenFault(error)) return super.authenticateRequest(activity, '');
      throw error;
    });
    if (authenticated.connectorFactory) tryingOnce(authenticated.connectorFactory, this.limitMs);
    return authenticated;
  }

  override createConnectorFactory(
    ...identity: Parameters<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>
  ): ConnectorFactory {
    return tryingOnce(super.createConnectorFactory(...identity), this.limitMs);
  }
}

function isTokenFault(error: unknown): boolean {
  return error instanceof Error && error.name === 'JsonWebTokenError';
}

function tryingOnce(factory: ConnectorFactory, limitMs: number): ConnectorFactory {
  const create = factory.create.bind(factory);
  factory.create = async (...target) => {
    const connector = await create(...target);
    // The client takes no option for this: it hands only some of its options on.
    const { pipeline } = clientSchema.parse(connector).client;
    pipeline.removePolicy({ name: ownRetries });
    pipeline.addPolicy(limited(limitMs));
    connector.credentials = tellingApart(connector.credentials);
    return connector;
  };
  return factory;
}

function limited(limitMs: number): Policy {
  return {
    name: 'campusdesk-limited',
    sendRequest: async (request, next) => {
      request.timeout = limitMs;
      return next(request);
    },
  };
}

function isPipeline(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'removePolicy' in value && 'addPolicy' in value;
}

/** Without a token the call never left this machine, so that it can be repeated: it was not perhaps sent. */
function tellingApart(credentials: Credentials): Credentials {
  return {
    signRequest: async (request) => {
      try {
        return await credentials.signRequest(request);
      } catch (error) {
        throw new SendError('temporary', `no token to sign with (${nameOf(error)})`);
      }
    },
  };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
