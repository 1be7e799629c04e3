import type { TicketCommand } from './commands.js';

/**
 * What whoever gave a command wrote with it, for those whom it calls; empty where it holds no words. Internal notes call
 * nobody, so that theirs are no such words.
 */
export function wordsOf(command: TicketCommand): string {
  switch (command.verb) {
    case 'comment':
    case 'reopen':
    case 'withdraw':
    case 'escalate':
    case 'unmerge':
    case 'comment-of-duplicate':
      return command.text;
    case 'order-refused':
      return command.said?.text ?? '';
    case 'resolve':
      return command.solution;
    case 'offer':
    case 'decline':
    case 'hold':
    case 'plan-visit':
      return command.note;
    case 'assign':
      return command.note ?? '';
    case 'set-priority':
      return command.reason;
    case 'news':
    case 'merged':
      return command.followed.solution ?? '';
    default:
      return '';
  }
}

/** What a command says from the help desk to the requester or back; empty where it says nothing. */
export function wordsBetween(command: TicketCommand): string {
  switch (command.verb) {
    case 'comment':
    case 'reopen':
    case 'escalate':
    case 'hold':
    case 'plan-visit':
      return wordsOf(command);
    default:
      return '';
  }
}
