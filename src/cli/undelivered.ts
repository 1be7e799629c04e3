import type { Command } from 'commander';
import { undeliveredCollection, type Undelivered } from '../delivery/index.js';
import { findAll, type Unreadable } from '../store/index.js';
import { formatTicketId, parseTicketId } from '../tickets/index.js';
import { withStore } from './open-store.js';
import { columns, processOutput, type Output } from './output.js';

const reasons = {
  nowhere: 'no channel is linked and no administrator has opened the chat with the bot',
  gone: 'the conversation does not exist any more',
  blocked: 'the bot is not installed or is blocked there',
  rejected: 'Teams refused the message for good',
  'gave-up': 'Teams could not be reached for about an hour',
} as const;

/** `campusdesk undelivered`: messages that reached nobody, for administrators to look after. */
export function registerUndelivered(program: Command, output: Output = processOutput): void {
  program
    .command('undelivered')
    .description('Lists the messages that reached nobody, oldest first')
    .option('--json', 'one JSON line for each message on standard output')
    .action(async (options: { readonly json?: true }) => {
      const { listed, unreadable } = await undeliveredMessages();
      for (const { message } of unreadable) output.tell(message);
      if (options.json) {
        for (const { ticketId, meantFor, reason, at } of listed)
          output.result({ ticketId, meantFor, reason, at });
        return;
      }
      if (listed.length + unreadable.length === 0) output.tell('Every message reached somebody.');
      const rows = listed.map(({ at, ticketId, meantFor, reason }) => [
        at,
        nameOf(ticketId),
        `for ${meantFor}`,
        reasons[reason],
      ]);
      for (const row of columns(rows)) output.tell(row);
    });
}

/** Messages about an incident, or a channel's own ones, are about no single ticket. */
function nameOf(id: string): string {
  return parseTicketId(id) === id ? formatTicketId(id) : id;
}

/** The list, and what of it this release cannot read. */
async function undeliveredMessages(): Promise<{
  readonly listed: readonly Undelivered[];
  readonly unreadable: readonly Unreadable[];
}> {
  return withStore(async (store) => {
    const listed: Undelivered[] = [];
    const unreadable: Unreadable[] = [];
    const query = {
      orderBy: { field: 'at', direction: 'asc' },
      pageSize: 200,
      onUnreadable: (document: Unreadable) => unreadable.push(document),
    } as const;
    for await (const { document } of findAll(await store.collection(undeliveredCollection), query)) {
      listed.push(document);
    }
    return { listed, unreadable };
  });
}
