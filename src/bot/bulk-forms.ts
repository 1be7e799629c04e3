import { z } from 'zod';
import type { BulkCommand } from '../bulk/index.js';
import type { ListTarget } from '../cards/index.js';
import { ticketId, toggle, type CardClick } from './card-click.js';
import { handOver } from './forms.js';
import { readTarget } from './list-forms.js';
import { optionalText, requiredText } from './text-inputs.js';

/** What was ordered on a list's card, checked at the edge. */
export interface BulkSaid {
  readonly target: ListTarget;
  /** When the card was drawn. */
  readonly drawn: number;
  readonly command: BulkCommand;
  /** The whole list instead of the chosen ones. */
  readonly all: boolean;
  readonly ticketIds: readonly string[];
}

interface Wrong {
  readonly wrong: 'assignee' | 'note' | 'solution' | 'visitNote';
}

const common = z.object({
  drawn: z.number().int().min(0).max(1e14),
  all: toggle,
  /** As clients send several choices: divided by commas. */
  tickets: z
    .string()
    .max(2_000)
    .nullish()
    .transform((text) => (text ?? '').split(',').filter((id) => id !== ''))
    .pipe(z.array(ticketId)),
});

const assignee = z.string().min(1).max(200);

/** Null where it is none of these orders, or the card's own data are not what a card holds. */
export function readBulk({ verb, data }: CardClick): BulkSaid | Wrong | null {
  const target = readTarget(data);
  const read = common.safeParse(data);
  const command = target && read.success ? readCommand(verb, data) : null;
  if (!target || !read.success || command === null) return null;
  if ('wrong' in command) return command;
  const { drawn, all, tickets } = read.data;
  return { target, drawn, command, all, ticketIds: tickets };
}

function readCommand(verb: string, data: CardClick['data']): BulkCommand | Wrong | null {
  switch (verb) {
    case 'bulk.assign':
      return readAssign(data);
    case 'bulk.resolve': {
      const read = requiredText.safeParse(data['solution']);
      return read.success ? { verb: 'resolve', solution: read.data } : { wrong: 'solution' };
    }
    case 'bulk.close':
      return { verb: 'close' };
    case 'bulk.visit': {
      const read = optionalText.safeParse(data['note']);
      return read.success ? { verb: 'next-visit', note: read.data } : { wrong: 'visitNote' };
    }
    default:
      return null;
  }
}

/** As the form of one ticket reads it. */
function readAssign(data: CardClick['data']): BulkCommand | Wrong {
  const note = optionalText.safeParse(data['note']);
  if (!note.success) return { wrong: 'note' };
  const to = assignee.safeParse(data['assignee']);
  return to.success ? handOver(to.data, note.data) : { wrong: 'assignee' };
}
