import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import http, { type IncomingMessage, type RequestOptions, type ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { vi } from 'vitest';

const tokenIssuer = 'https://issuer.test';
const keyId = 'key-1';

/** What a token says beside the usual; `undefined` leaves a claim out. */
export type Claims = Readonly<Record<string, string | number | undefined>>;

/** An issuer of tokens on this machine: it signs what comes in, and gives out the token for what goes out. */
export class OwnIssuer {
  readonly keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  readonly issued = 'token-from-our-login';
  /** What the login endpoint was asked for. */
  readonly logins: URLSearchParams[] = [];
  /** The channels for which its key is good. */
  readonly endorses = ['msteams', 'webchat', 'directline', 'emulator'];
  /** Whether the login endpoint answers. */
  isOpen = true;

  private constructor(private readonly server: http.Server) {}

  static async start(): Promise<OwnIssuer> {
    const server = http.createServer();
    const issuer = new OwnIssuer(server);
    server.on('request', (request, response) => void issuer.#answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // The identity library logs in over TLS only; on the way to this issuer TLS is taken off.
    vi.spyOn(https, 'request').mockImplementation(((options: RequestOptions) =>
      http.request({
        ...options,
        protocol: 'http:',
        agent: undefined,
        hostname: '127.0.0.1',
        port: issuer.#port,
      })) as unknown as typeof https.request);
    return issuer;
  }

  get #port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** The variables under which a service believes this issuer. */
  environment(appId: string, tenantId: string): Record<string, string> {
    return {
      AUTH: 'on',
      HOST: '127.0.0.1',
      MICROSOFT_APP_ID: appId,
      MICROSOFT_APP_TENANT_ID: tenantId,
      MICROSOFT_APP_PASSWORD: 'not-a-secret',
      BOT_OPENID_METADATA: `http://127.0.0.1:${this.#port}/.well-known/openidconfiguration`,
      BOT_TOKEN_ISSUER: tokenIssuer,
      BOT_LOGIN_URL: `https://127.0.0.1:${this.#port}/${tenantId}`,
      BOT_OAUTH_SCOPE: 'https://api.botframework.test',
    };
  }

  /** A header with a token of this issuer, good for an hour unless the claims say otherwise. */
  header(claims: Claims, key: KeyObject = this.keys.privateKey): { readonly authorization: string } {
    const now = Math.floor(Date.now() / 1000);
    const payload = { iss: tokenIssuer, nbf: now - 60, exp: now + 3_600, ...claims };
    const text = `${encoded({ alg: 'RS256', typ: 'JWT', kid: keyId })}.${encoded(payload)}`;
    const signature = sign('RSA-SHA256', Buffer.from(text), key).toString('base64url');
    return { authorization: `Bearer ${text}.${signature}` };
  }

  async stop(): Promise<void> {
    vi.restoreAllMocks();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = this.#body(request.url ?? '', Buffer.concat(chunks).toString('utf8'));
    response.statusCode = body === null ? 503 : 200;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(body ?? {}));
  }

  #body(url: string, form: string): object | null {
    const own = `127.0.0.1:${this.#port}`;
    if (url.startsWith('/.well-known/openidconfiguration')) {
      return {
        issuer: tokenIssuer,
        jwks_uri: `http://${own}/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
      };
    }
    if (url.startsWith('/keys')) {
      const jwk = this.keys.publicKey.export({ format: 'jwk' });
      return { keys: [{ ...jwk, kid: keyId, use: 'sig', alg: 'RS256', endorsements: this.endorses }] };
    }
    if (url.startsWith('/common/discovery/instance')) {
      const metadata = [{ preferred_network: own, preferred_cache: own, aliases: [own] }];
      return {
        tenant_discovery_endpoint: `https://${own}/tenant/v2.0/.well-known/openid-configuration`,
        metadata,
      };
    }
    if (url.includes('/.well-known/openid-configuration')) {
      return {
        issuer: `https://${own}/tenant`,
        authorization_endpoint: `https://${own}/authorize`,
        token_endpoint: `https://${own}/token`,
        jwks_uri: `https://${own}/keys`,
      };
    }
    if (!this.isOpen) return null;
    this.logins.push(new URLSearchParams(form));
    return { token_type: 'Bearer', expires_in: 3_600, ext_expires_in: 3_600, access_token: this.issued };
  }
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
