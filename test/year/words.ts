import type { BoardMessage } from '../../src/board/index.js';
import type { Directory } from '../../src/campus/index.js';
import { mentionsFor } from '../../src/delivery/mentions.js';
import type { BoardRenderer, OutgoingMessage, Renderer } from '../../src/delivery/index.js';
import type { Call, CallIntention, CallSubject, Rules } from '../../src/tickets/index.js';

/** What a message of the simulated year says: which events of which ticket, or what a channel's own message holds. */
export type Words =
  | { readonly kind: 'card' }
  | {
      readonly kind: 'call';
      readonly ticketId: string;
      readonly to: CallIntention['to'];
      readonly told: Call['told'];
    }
  | {
      readonly kind: 'board';
      readonly reminders: readonly BoardLine[];
      /** Open tickets of the digest; null without one. */
      readonly open: number | null;
      readonly hasSummary: boolean;
    };

interface BoardLine {
  readonly ticketId: string;
  readonly to: CallIntention['to'];
  readonly about: CallSubject;
  readonly entryId: string | null;
}

const card: OutgoingMessage = { summary: JSON.stringify({ kind: 'card' } satisfies Words) };

/** Draws nothing, since the clock is what is looked at: a message's notification says in JSON what it is about. */
export function plainWords(directory: Directory, rules: Rules): Renderer & BoardRenderer {
  return {
    card: () => card,
    call: (ticket, { to, told }, now) => {
      const mentions = mentionsFor(ticket, to, told, { directory, now, rules });
      return {
        summary: JSON.stringify({ kind: 'call', ticketId: ticket.id, to, told } satisfies Words),
        mentions,
      };
    },
    board: (message) => ({ summary: JSON.stringify(boardWords(message)) }),
  };
}

/** What a message says. */
export function wordsOf({ summary }: OutgoingMessage): Words {
  return JSON.parse(summary) as Words;
}

function boardWords({ reminders, open, summary }: BoardMessage): Words {
  return {
    kind: 'board',
    reminders: reminders.flatMap(({ ticket, items }) =>
      items.map(({ to, about, entryId }) => ({ ticketId: ticket.id, to, about, entryId })),
    ),
    open: open?.length ?? null,
    hasSummary: summary !== null,
  };
}
