import type { Application } from '@microsoft/teams-ai';
import { ActivityTypes, type TurnContext } from 'botbuilder';
import { z } from 'zod';
import { dialogs } from './extension-dialog.js';
import { sentenceInDialog, sentenceInList, results, type ExtensionAnswer } from './extension-answer.js';
import { submitReport } from './extension-report.js';
import { searches } from './extension-search.js';
import { answerInvoke } from './invoke-answer.js';
import type { BotParts } from './parts.js';
import { entryOf } from './table-entry.js';
import { openPassingTurn } from './turn-opening.js';
import type { Turn } from './turn.js';

const invoke: string = ActivityTypes.Invoke;

/** How each invoke of a message extension is answered, and with what words where it cannot be. */
interface Route {
  readonly answer: (turn: Turn, parts: BotParts, value: unknown) => Promise<ExtensionAnswer>;
  readonly sentence: (words: string) => ExtensionAnswer;
}

const routes: Readonly<Record<string, Route>> = {
  'composeExtension/query': { answer: answerQuery, sentence: sentenceInList },
  'composeExtension/fetchTask': { answer: answerFetch, sentence: sentenceInDialog },
  'composeExtension/submitAction': { answer: answerSubmit, sentence: sentenceInDialog },
};

/** What Teams calls a message extension: searches beside the text that somebody writes, and dialogs that make reports. */
export function addExtension(app: Application, parts: BotParts, tenantId: string | null): void {
  const isOurs = async ({ activity: { type, name } }: TurnContext): Promise<boolean> =>
    Promise.resolve(type === invoke && Object.hasOwn(routes, name ?? ''));
  app.addRoute(
    isOurs,
    async (context) => {
      const route = routes[context.activity.name ?? ''];
      if (!route) return;
      const opening = await openPassingTurn(context, parts, tenantId);
      const value: unknown = context.activity.value;
      const answer =
        'refused' in opening
          ? route.sentence(opening.refused)
          : await route.answer(opening.turn, parts, value);
      await answerInvoke(context, answer);
    },
    true,
  );
}

const querySchema = z.object({
  commandId: z.string(),
  parameters: z
    .array(z.object({ name: z.string().nullish(), value: z.unknown() }))
    .nullish()
    .catch(null),
  queryOptions: z
    .object({ skip: z.number().nullish().catch(null) })
    .nullish()
    .catch(null),
});

const longestTyped = 200;

async function answerQuery(turn: Turn, parts: BotParts, value: unknown): Promise<ExtensionAnswer> {
  const parsed = querySchema.safeParse(value);
  const search = parsed.success ? entryOf(searches, parsed.data.commandId) : undefined;
  if (!parsed.success || !search) return sentenceInList(turn.t.chat.unreadable);
  const { parameters, queryOptions } = parsed.data;
  // All that is found stands on the first page.
  if ((queryOptions?.skip ?? 0) > 0) return results([]);
  const typed = (parameters ?? []).find(({ name }) => name !== 'initialRun')?.value;
  return search(turn, parts, typeof typed === 'string' ? typed.slice(0, longestTyped).trim() : '');
}

const commandSchema = z.object({
  commandId: z.string(),
  data: z.unknown(),
  messagePayload: z.unknown(),
});

async function answerFetch(turn: Turn, parts: BotParts, value: unknown): Promise<ExtensionAnswer> {
  const parsed = commandSchema.safeParse(value);
  const open = parsed.success ? entryOf(dialogs, parsed.data.commandId) : undefined;
  if (!parsed.success || !open) return sentenceInDialog(turn.t.chat.unreadable);
  return open(turn, parts, parsed.data.messagePayload);
}

async function answerSubmit(turn: Turn, parts: BotParts, value: unknown): Promise<ExtensionAnswer> {
  const parsed = commandSchema.safeParse(value);
  if (!parsed.success || !entryOf(dialogs, parsed.data.commandId))
    return sentenceInDialog(turn.t.chat.unreadable);
  return submitReport(turn, parts, parsed.data.data);
}
