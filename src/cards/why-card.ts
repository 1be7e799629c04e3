import { texts, type Language } from '../i18n/index.js';
import { formatTicketId, type WhyView } from '../tickets/index.js';
import { plainLine } from './escape.js';
import { common, type CommonData } from './pieces.js';
import { cardTemplate, type Card } from './template.js';
import { whyLines } from './why-lines.js';

interface WhyData extends CommonData {
  readonly ticketId: string;
  readonly drawn: number;
  readonly title: string;
  readonly promise: string;
  readonly source: string;
  readonly steps: readonly { readonly line: string }[];
  readonly deadline: string;
  readonly notes: readonly { readonly note: string }[];
}

const template = cardTemplate<WhyData>('why');

/** So many lines stand at the beginning and at the end of a long list; the command line has them all. */
const linesAtEachEnd = 14;

/**
 * How the deadline that counts came about, for the person who asked; a button leads back to the ticket's card. A channel
 * also reads what of the work is its own.
 */
export function whyCard(view: WhyView, reader: 'requester' | 'channel', language: Language): Card {
  const {
    why,
    split,
    cards: { actions },
  } = texts(language);
  const counting = view.deadlines.find(({ of }) => of === view.counts) ?? view.deadlines[0];
  if (!counting) throw new RangeError('a ticket without any promise');
  const lines = whyLines(view, counting, reader, language);
  const results = view.deadlines.map((each) => whyLines(view, each, reader, language).result);
  return template({
    ...common(language, 'info', actions.why, 'accent', formatTicketId(view.id)),
    ticketId: view.id,
    drawn: view.revision,
    title: plainLine(view.title),
    promise: lines.promise,
    source: `${plainLine(lines.source)} ${why.serviceTime}`,
    steps: shortened(lines.steps, language).map((line) => ({ line })),
    deadline: lines.deadline,
    notes: [...results, ...lines.notes, reader === 'channel' ? split.here(view.category) : '']
      .filter((note) => note !== '')
      .map((note) => ({ note: plainLine(note) })),
  });
}

function shortened(lines: readonly string[], language: Language): readonly string[] {
  const hidden = lines.length - 2 * linesAtEachEnd;
  if (hidden <= 1) return lines;
  const between = texts(language).why.moreLines(hidden);
  return [...lines.slice(0, linesAtEachEnd), between, ...lines.slice(-linesAtEachEnd)];
}
