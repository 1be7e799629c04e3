import { channelCard, commandsCard, listCard, withWayBack, type ListView } from '../../src/cards/index.js';
import { texts, type Language } from '../../src/i18n/index.js';
import { channelView, everyOpen, mostCounted } from '../../src/tickets/index.js';
import { directory, now, rules, situations, surroundings, ticket } from './fixtures.js';
import { samplesOf, type SampleCard } from './sample.js';

const placement = { as: 'channel', detour: null, mentions: [], hasThread: true } as const;

/** Lists of tickets for the staff, a ticket that was opened from one, and the words by which they are shown. */
export function listSamples(language: Language): readonly SampleCard[] {
  const view = listView(language);
  const { help } = texts(language).lists;
  const opened = channelCard(channelView(ticket({}, language), surroundings), language, placement);
  return [
    ...samplesOf('list', language, {
      open: listCard(view, language),
      page: listCard({ ...view, target: secondPage, next: 'x'.repeat(80), total: mostCounted }, language),
      found: listCard({ ...view, target: { search: view.title }, choices: null, bulk: null }, language),
      solved: listCard(solvedView(language), language),
      none: listCard({ ...view, tickets: [], total: 0 }, language),
    }),
    ...samplesOf('channel', language, { listed: withWayBack(opened, view.target, language) }),
    ...samplesOf('help', language, { staff: commandsCard(Object.values(help), language) }),
  ];
}

const secondPage = { filter: { ...everyOpen, overdue: true }, pages: ['x'.repeat(80)] };

/** For the help desk: more than stand on the page wait for the answer whether that holds. */
function solvedView(language: Language): ListView {
  const view = listView(language);
  const solved = Object.values(situations(language)).filter(({ state }) => state === 'resolved');
  return {
    ...view,
    target: { filter: { ...everyOpen, state: 'resolved' }, pages: [] },
    title: `${texts(language).lists.titles.resolved} · ${texts(language).lists.city}`,
    tickets: solved.map((one) => channelView(one, surroundings)),
    total: 12,
    next: 'x'.repeat(80),
  };
}

function listView(language: Language): ListView {
  const city = directory();
  const open = Object.values(situations(language)).filter(({ state }) =>
    ['new', 'claimed', 'waiting'].includes(state),
  );
  const tickets = open.slice(0, 10).map((one) => channelView(one, surroundings));
  return {
    target: { filter: everyOpen, pages: [] },
    title: `${texts(language).lists.titles.open} · ${city.campus('campus-7')?.name ?? ''}`,
    tickets,
    total: tickets.length,
    next: null,
    choices: {
      parties: city.campuses.map(({ id, name }) => ({ key: `campus-${id}`, name })),
      school: city.school('100001')?.name ?? '',
    },
    bulk: {
      mayClose: true,
      assignees: [{ key: 'campus:campus-7', name: city.campus('campus-7')?.name ?? '' }],
    },
    now,
    timeZone: rules.calendar.timeZone,
  };
}
