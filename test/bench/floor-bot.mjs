// The least that a bot on this stack can do: the same input and output as Campusdesk, with nothing thought in between.
// The same connector calls and the same number of durable commits, but fixed cards, no checks, no domain.
import { Application } from '@microsoft/teams-ai';
import {
  ActivityTypes,
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
} from 'botbuilder';
import Database from 'libsql';
import { readFileSync } from 'node:fs';
import restify from 'restify';

const [file, cardsFile, port] = process.argv.slice(2);
const cards = JSON.parse(readFileSync(cardsFile, 'utf8'));

const database = new Database(file);
database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000');
database.exec('CREATE TABLE documents (id TEXT PRIMARY KEY, version INTEGER, body TEXT)');
const insert = database.prepare('INSERT INTO documents (id, version, body) VALUES (?, 1, ?)');
const update = database.prepare('UPDATE documents SET version = version + 1, body = ? WHERE id = ?');
const document = JSON.stringify(cards.document);

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const app = new Application({ startTypingTimer: false, removeRecipientMention: true });
const message = (card) => ({
  type: 'message',
  summary: 'summary',
  attachments: [CardFactory.adaptiveCard(card)],
});

let next = 0;
app.activity(ActivityTypes.Message, async (context) => {
  insert.run(`d${(next += 1)}`, document);
  await context.sendActivity(message(cards.draft));
});

app.adaptiveCards.actionExecute('claim', async (context) => {
  const { id, channel, personal } = context.activity.value.action.data;
  update.run(document, id);
  void deliver(context.activity.serviceUrl, id, channel, personal);
  return cards.channel;
});

async function deliver(serviceUrl, id, channel, personal) {
  await Promise.all([
    edit(serviceUrl, channel, 'channel', cards.channel),
    edit(serviceUrl, personal, 'personal', cards.status),
  ]);
  update.run(document, id);
}

async function edit(serviceUrl, place, conversationType, card) {
  const reference = {
    serviceUrl,
    channelId: 'msteams',
    bot: { id: '28:bot', name: 'Floor' },
    conversation: {
      id: place.conversationId,
      conversationType,
      isGroup: conversationType === 'channel',
      name: '',
    },
  };
  await adapter.continueConversationAsync('', reference, async (context) => {
    await context.updateActivity({ ...message(card), id: place.activityId });
  });
}

const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  await adapter.process(request, response, async (context) => {
    await app.run(context);
  });
});
server.get('/health/live', async (_request, response) => {
  response.json(200, { live: true });
});
server.listen(Number(port), '127.0.0.1');
