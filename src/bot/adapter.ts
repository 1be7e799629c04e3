import { CloudAdapter } from 'botbuilder';
import type { AuthSettings } from '../config.js';
import { ConnectorAuthentication } from './connector-authentication.js';

/** The adapter that checks who calls and signs what the bot says, by the configuration. */
export function createAdapter(auth: AuthSettings): CloudAdapter {
  return new CloudAdapter(new ConnectorAuthentication(settings(auth)));
}

/** The names that the Bot Framework's SDK gives to these settings. Without an app id it believes everyone. */
function settings(auth: AuthSettings): Record<string, string> {
  if (auth.mode === 'off') return {};
  const { appType, appId, tenantId, password, ownIssuer } = auth;
  return {
    MicrosoftAppType: appType,
    MicrosoftAppId: appId,
    MicrosoftAppTenantId: tenantId,
    ...(password !== null && { MicrosoftAppPassword: password }),
    ...(ownIssuer && {
      ToBotFromChannelOpenIdMetadataUrl: ownIssuer.openIdMetadataUrl,
      ToBotFromChannelTokenIssuer: ownIssuer.tokenIssuer,
      ToChannelFromBotLoginUrl: ownIssuer.loginUrl,
      ToChannelFromBotOAuthScope: ownIssuer.oauthScope,
      ValidateAuthority: 'false',
    }),
  };
}
