import { areSet, hostOf, isLoopback, setNames, type Given, type Name, type Values } from './variables.js';

/** How it is made sure who is calling. */
export type AuthSettings =
  /** Everyone who reaches the port is believed; only on a loopback address. */
  | { readonly mode: 'off'; readonly appId: string | null }
  | {
      readonly mode: 'on';
      readonly appType: 'SingleTenant' | 'UserAssignedMSI';
      readonly appId: string;
      readonly tenantId: string;
      /** Null exactly for UserAssignedMSI. */
      readonly password: string | null;
      /** Tests of authentication bring their own issuer; null in production. */
      readonly ownIssuer: OwnIssuer | null;
    };

/** An issuer of tokens on this machine that stands in for Microsoft's. */
export interface OwnIssuer {
  readonly openIdMetadataUrl: string;
  readonly tokenIssuer: string;
  readonly loginUrl: string;
  readonly oauthScope: string;
}

/** Everyone is believed; what contradicts that is added to the problems. */
export function readAuthOff(given: Given, values: Values, host: string, problems: string[]): AuthSettings {
  if (!isLoopback(host)) {
    problems.push(
      `AUTH=off is possible only on a loopback address; HOST is ${host}. Use 127.0.0.1 or AUTH=on.`,
    );
  }
  if (given['MICROSOFT_APP_PASSWORD'] !== undefined) {
    problems.push('MICROSOFT_APP_PASSWORD is set, but AUTH=off: remove one of the two.');
  }
  const ownIssuer = setNames(given, ownIssuerNames);
  if (ownIssuer.length > 0) {
    problems.push(`${areSet(ownIssuer)}, but AUTH=off: that is for AUTH=on.`);
  }
  const endpoint = values.STORE === 'cosmos' ? values.COSMOS_ENDPOINT : undefined;
  if (endpoint !== undefined && !isLoopback(hostOf(endpoint))) {
    problems.push(
      'AUTH=off together with a Cosmos DB that is not on this machine would open real data to anybody.',
    );
  }
  return { mode: 'off', appId: values.MICROSOFT_APP_ID ?? null };
}

/** Callers are checked; null where something is missing that the problems name. */
export function readAuthOn(
  given: Given,
  values: Values,
  host: string,
  problems: string[],
): AuthSettings | null {
  const appType = values.MICROSOFT_APP_TYPE ?? 'SingleTenant';
  const needed: Name[] = ['MICROSOFT_APP_ID', 'MICROSOFT_APP_TENANT_ID'];
  if (appType === 'SingleTenant') needed.push('MICROSOFT_APP_PASSWORD');
  // A wrong AUTH is reported already; what it would have needed is anybody's guess.
  const missing = given['AUTH'] === values.AUTH ? needed.filter((name) => given[name] === undefined) : [];
  for (const name of missing) {
    problems.push(
      `${name} is missing (AUTH=on, ${appType}); for a trial on this machine alone set AUTH=off.`,
    );
  }
  if (appType === 'UserAssignedMSI' && given['MICROSOFT_APP_PASSWORD'] !== undefined) {
    problems.push('MICROSOFT_APP_PASSWORD is set, but a UserAssignedMSI bot has none: remove it.');
  }
  const ownIssuer = readOwnIssuer(given, values, host, problems);
  const { MICROSOFT_APP_ID: appId, MICROSOFT_APP_TENANT_ID: tenantId } = values;
  if (appId === undefined || tenantId === undefined) return null;
  return { mode: 'on', appType, appId, tenantId, password: values.MICROSOFT_APP_PASSWORD ?? null, ownIssuer };
}

const ownIssuerNames = [
  'BOT_OPENID_METADATA',
  'BOT_TOKEN_ISSUER',
  'BOT_LOGIN_URL',
  'BOT_OAUTH_SCOPE',
] as const;

/** Whoever may name the issuer may be anybody, so all of it has to stay on this machine. */
function readOwnIssuer(given: Given, values: Values, host: string, problems: string[]): OwnIssuer | null {
  const names = setNames(given, ownIssuerNames);
  if (names.length === 0) return null;
  if (names.length < ownIssuerNames.length) {
    problems.push(`${ownIssuerNames.join(', ')} go together, but only ${areSet(names)}.`);
  }
  const {
    BOT_OPENID_METADATA: openIdMetadataUrl,
    BOT_TOKEN_ISSUER: tokenIssuer,
    BOT_LOGIN_URL: loginUrl,
    BOT_OAUTH_SCOPE: oauthScope,
  } = values;
  const hosts = [host, hostOf(openIdMetadataUrl), hostOf(loginUrl)];
  if (!hosts.every((each) => each === null || isLoopback(each))) {
    problems.push(
      'An issuer of your own (BOT_...) is for tests: HOST and its URLs must be loopback addresses.',
    );
  }
  if (!openIdMetadataUrl || !tokenIssuer || !loginUrl || !oauthScope) return null;
  return { openIdMetadataUrl, tokenIssuer, loginUrl, oauthScope };
}
