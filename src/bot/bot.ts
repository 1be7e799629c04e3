import { Application, AdaptiveCardActionExecuteResponseType } from '@microsoft/teams-ai';
import { ActivityTypes, type CloudAdapter, type TurnContext } from 'botbuilder';
import { clickAbsence } from './absence-click.js';
import { clickStandIn } from './absence-stand-in.js';
import { clickBulk } from './bulk-click.js';
import { answerChannel } from './channel-message.js';
import { clickArticle } from './article-click.js';
import { clickLink } from './channel-link.js';
import { readClick, type CardClick } from './card-click.js';
import { clickChat } from './chat-click.js';
import { addExtension } from './extension.js';
import { clickFollowUp } from './follow-up-click.js';
import { clickIncident } from './incident-click.js';
import { clickList, keepWayBack } from './list-click.js';
import { clickMaintenance } from './maintenance-click.js';
import { noteInstallation, welcome } from './installation.js';
import { clickManage } from './manage-click.js';
import { clickKnown } from './known-click.js';
import type { BotParts } from './parts.js';
import { clickPage } from './page-click.js';
import { clickPhotos } from './photo-click.js';
import { answerMessage } from './personal-message.js';
import { clickQuestion } from './question.js';
import { searchSchools } from './school-type-ahead.js';
import { clickTicket, type ClickAnswer } from './ticket-click.js';
import { openTurn, type Opening } from './turn-opening.js';
import { answerFailure } from './turn-failure.js';
import { answerUnknownInvoke } from './unknown-invoke.js';
import type { Turn } from './turn.js';
import { clickWhy } from './why-click.js';
import { clickVisit } from './visit-click.js';
import { clickWorklist } from './worklist-click.js';

const invoke: string = ActivityTypes.Invoke;
const clickInvoke = 'adaptiveCard/action';

/**
 * Routes activities to their handlers. The application is the router and nothing else: its turn state is never
 * stored, and edits of cards are delivery's.
 */
export function createBot(adapter: CloudAdapter, parts: BotParts, tenantId: string | null): Application {
  const app = new Application({
    startTypingTimer: false,
    removeRecipientMention: true,
    adaptiveCards: {
      actionExecuteResponseType: AdaptiveCardActionExecuteResponseType.REPLACE_FOR_INTERACTOR,
    },
  });
  adapter.onTurnError = async (context, error) => {
    await answerFailure(context, error, parts.log);
  };
  app.activity(ActivityTypes.Message, async (context) => {
    await answerInTurn(context, await openTurn(context, parts, tenantId), async (turn) => {
      await (turn.incoming.conversation.kind === 'personal' ? answerMessage : answerChannel)(turn, parts);
    });
  });
  app.adaptiveCards.actionExecute(isClick, async (context) => {
    const opening = await openTurn(context, parts, tenantId);
    const answer = 'refused' in opening ? { text: opening.refused } : await click(opening.turn, parts);
    return 'card' in answer ? { ...answer.card, type: 'AdaptiveCard' } : answer.text;
  });
  app.adaptiveCards.search('schools', async (_context, _state, { parameters, count }) =>
    Promise.resolve(searchSchools(parameters.queryText, count, parts)),
  );
  addExtension(app, parts, tenantId);
  app.addRoute(isInvoke, answerUnknownInvoke, true);
  app.activity([ActivityTypes.InstallationUpdate, ActivityTypes.ConversationUpdate], async (context) => {
    if (!(await noteInstallation(context.activity, parts, tenantId))) return;
    const opening = await openTurn(context, parts, tenantId);
    if ('turn' in opening) await welcome(opening.turn);
  });
  return app;
}

async function answerInTurn(
  context: TurnContext,
  opening: Opening,
  handle: (turn: Turn) => Promise<void>,
): Promise<void> {
  if ('refused' in opening) await context.sendActivity(opening.refused);
  else await handle(opening.turn);
}

async function isClick(context: TurnContext): Promise<boolean> {
  const { type, name } = context.activity;
  const value: unknown = context.activity.value;
  return Promise.resolve(type === invoke && name === clickInvoke && readClick(value) !== null);
}

async function isInvoke(context: TurnContext): Promise<boolean> {
  return Promise.resolve(context.activity.type === invoke);
}

async function click(turn: Turn, parts: BotParts): Promise<ClickAnswer> {
  const pressed = readClick(turn.incoming.value);
  if (!pressed) return { text: turn.t.chat.unreadable };
  return keepWayBack(await answerTo(turn, parts, pressed), pressed, turn);
}

async function answerTo(turn: Turn, parts: BotParts, pressed: CardClick): Promise<ClickAnswer> {
  return (
    (await clickTicket(turn, parts, pressed)) ??
    (await clickWhy(turn, parts, pressed)) ??
    (await clickManage(turn, parts, pressed)) ??
    (await clickList(turn, parts, pressed)) ??
    (await clickBulk(turn, parts, pressed)) ??
    (await clickPage(turn, parts, pressed)) ??
    (await clickIncident(turn, parts, pressed)) ??
    (await clickMaintenance(turn, parts, pressed)) ??
    (await clickWorklist(turn, parts, pressed)) ??
    (await clickVisit(turn, parts, pressed)) ??
    (await clickPhotos(turn, parts, pressed)) ??
    (await clickQuestion(turn, parts, pressed)) ??
    (await clickFollowUp(turn, parts, pressed)) ??
    (await clickKnown(turn, parts, pressed)) ??
    (await clickArticle(turn, parts, pressed)) ??
    (await clickChat(turn, parts, pressed)) ??
    (await clickLink(turn, parts, pressed)) ??
    (await clickAbsence(turn, parts, pressed)) ??
    (await clickStandIn(turn, parts, pressed)) ?? { text: turn.t.chat.unreadable }
  );
}
