import {
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  MessageFactory,
  TurnContext,
  type Activity,
} from 'botbuilder';
import { createServer, plugins } from 'restify';

/** A bot of a few lines to try the Playground on: a card with each kind of input, and each kind of answer. */
export interface PracticeBot {
  readonly endpoint: string;
  readonly received: readonly Activity[];
  stop(): Promise<void>;
}

/** Listens on a free port of this machine. */
export async function startPracticeBot(): Promise<PracticeBot> {
  const received: Activity[] = [];
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const server = createServer();
  server.use(plugins.bodyParser());
  server.post('/api/messages', async (request, response) => {
    const { headers, method = 'POST' } = request;
    const body = request.body as Record<string, unknown>;
    await adapter.process({ body, headers, method }, response, async (context) => {
      received.push(context.activity);
      await turn(context);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    endpoint: `http://127.0.0.1:${server.address().port}/api/messages`,
    received,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}

async function turn(context: TurnContext): Promise<void> {
  const { activity } = context;
  if (activity.type === 'message') {
    TurnContext.removeRecipientMention(activity);
    const text = activity.text.trim();
    if (text === 'form') await context.sendActivity(withCard(form));
    else if (text === 'edit') await sendAndEdit(context);
    else await context.sendActivity(`You said: ${text}`);
  }
  if (activity.type === 'invoke')
    await context.sendActivity({ type: 'invokeResponse', value: await answer(activity) });
}

async function sendAndEdit(context: TurnContext): Promise<void> {
  const sent = await context.sendActivity(withCard(told('Before')));
  await context.updateActivity({ ...withCard(told('After')), id: sent?.id ?? '' });
}

async function answer(activity: Activity): Promise<{ status: number; body: object }> {
  const { verb, data } = (activity.value as { action: { verb: string; data: object } }).action;
  if (verb === 'text') {
    return {
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Only a text' },
    };
  }
  return {
    status: 200,
    body: {
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: told(`${verb}: ${JSON.stringify(data)}`),
    },
  };
}

function withCard(card: object) {
  return MessageFactory.attachment(CardFactory.adaptiveCard(card)) as Activity;
}

function told(text: string) {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [{ type: 'TextBlock', text, wrap: true }],
    actions: [{ type: 'Action.Execute', title: 'Text', verb: 'text' }],
  };
}

const form = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: 'A form', weight: 'bolder' },
    { type: 'Input.Text', id: 'room', label: 'Room', isRequired: true, errorMessage: 'A room, please' },
    { type: 'Input.Text', id: 'story', label: 'What happened?', isMultiline: true },
    { type: 'Input.Toggle', id: 'blocked', title: 'A lesson cannot go on' },
    { type: 'Input.Date', id: 'day', label: 'Day' },
    { type: 'Input.Time', id: 'time', label: 'Time' },
    { type: 'Input.Number', id: 'count', label: 'Count' },
    { type: 'Input.ChoiceSet', id: 'kind', label: 'Kind', value: 'a', choices: choices('Apple', 'Pear') },
    {
      type: 'Input.ChoiceSet',
      id: 'school',
      label: 'School',
      style: 'filtered',
      choices: choices('Anne School', 'Berta School', 'Anton School'),
    },
    {
      type: 'Input.ChoiceSet',
      id: 'stars',
      label: 'Stars',
      style: 'expanded',
      choices: choices('one', 'two'),
    },
  ],
  actions: [
    { type: 'Action.Execute', title: 'Send', verb: 'send', data: { hidden: 'kept' } },
    {
      type: 'Action.ShowCard',
      title: 'Comment',
      card: {
        type: 'AdaptiveCard',
        body: [{ type: 'Input.Text', id: 'comment', label: 'Your comment' }],
        actions: [{ type: 'Action.Execute', title: 'Send comment', verb: 'comment' }],
      },
    },
    { type: 'Action.Execute', title: 'Text', verb: 'text' },
    { type: 'Action.Execute', title: 'Hidden', verb: 'hidden', mode: 'secondary' },
  ],
};

function choices(...titles: string[]) {
  return titles.map((title) => ({ title, value: title.toLowerCase() }));
}
