import {
  manageCard,
  relatedCard,
  statusCard,
  channelCard,
  whyCard,
  withToldLine,
} from '../../src/cards/index.js';
import { texts, type Language } from '../../src/i18n/index.js';
import { channelView, requesterView, whyView, type Ticket } from '../../src/tickets/index.js';
import { absorbed, duplicate, merging, prioritySet, situations, surroundings, ticket } from './fixtures.js';
import { samplesOf, type SampleCard } from './sample.js';

const placement = { as: 'channel', detour: null, mentions: [], hasThread: true } as const;

/** How tickets are merged, divided and linked, and what their cards say then. */
export function manageSamples(language: Language): readonly SampleCard[] {
  const view = (one: Ticket) => channelView(one, surroundings);
  const one = ticket({ absorbed, links: ['Q2W3E4'], splitFrom: 'R5T6Y7', prioritySet }, language);
  const other = ticket({ id: 'A2B3C4' }, language);
  const related = [
    { relation: 'duplicate', ticket: view(other) },
    { relation: 'split-from', ticket: view(ticket({ id: 'R5T6Y7' }, language)) },
    { relation: 'linked', ticket: view(ticket({ ...situations(language)['resolved'], id: 'Q2W3E4' })) },
  ] as const;
  const why = whyView(one, surroundings);
  const duplicates = Object.entries(duplicate).map(([name, changes]) => {
    const card = statusCard(requesterView(ticket(changes, language), surroundings), language);
    return [`duplicate-${name}`, card] as const;
  });
  const { done, mergeRefused } = texts(language).together;
  const arranged = manageCard({ ticket: view(one), related, likely: [] }, language);
  return [
    ...samplesOf('manage', language, {
      told: withToldLine(arranged, done.linked('Q2W-3E4'), 'good'),
      'told-refused': withToldLine(arranged, mergeRefused('Q2W-3E4', 'wrong-state'), 'warning'),
      alone: manageCard({ ticket: view(ticket({}, language)), related: [], likely: [view(other)] }, language),
      together: arranged,
      duplicate: manageCard(
        { ticket: view(ticket(duplicate.worked, language)), related: [], likely: [] },
        language,
      ),
    }),
    ...samplesOf('related', language, { duplicate: relatedCard(related[0], one, language) }),
    ...samplesOf('channel', language, {
      together: channelCard(view(one), language, placement),
      merging: channelCard(view(ticket({ merging: merging }, language)), language, placement),
    }),
    ...samplesOf('status', language, Object.fromEntries(duplicates)),
    ...(why ? samplesOf('why', language, { 'by-hand': whyCard(why, 'channel', language) }) : []),
  ];
}
