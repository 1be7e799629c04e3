import {
  channelCard,
  extensionReportCard,
  schoolCard,
  ticketExtractCard,
  type ReportDialog,
  type SiteFacts,
} from '../../src/cards/index.js';
import { texts, type Language } from '../../src/i18n/index.js';
import { channelView, publicView, type Ticket } from '../../src/tickets/index.js';
import {
  comment,
  deputy,
  directory,
  dispatcher,
  manager,
  now,
  report,
  said,
  schools,
  situations,
  surroundings,
  ticket,
} from './fixtures.js';
import { samplesOf, type SampleCard } from './sample.js';

const hour = 3_600_000;

/** What a message extension puts into messages, its dialogs, and the channel's card of somebody who is to be called. */
export function extensionSamples(language: Language): readonly SampleCard[] {
  const extracts = Object.entries(situations(language)).map(
    ([name, one]) => [name, ticketExtractCard(publicView(one, surroundings), language)] as const,
  );
  return [
    ...samplesOf('ticket-extract', language, Object.fromEntries(extracts)),
    ...samplesOf('school', language, schoolCards(language)),
    ...samplesOf('extension-report', language, dialogCards(language)),
    ...samplesOf('channel', language, {
      'inform-by-phone': channelCard(channelView(byPhone(language), surroundings), language, {
        as: 'channel',
        detour: null,
        mentions: [],
        hasThread: true,
      }),
    }),
  ];
}

function schoolCards(language: Language) {
  const city = directory();
  const [school] = schools;
  if (!school) throw new Error('the city has no school');
  const [main, branch] = city.sitesOf('100001');
  if (!main || !branch) throw new Error('the school has no sites');
  const campus = city.campuses[0]?.name ?? '';
  const nextVisit = { from: now + 48 * hour, to: now + 51 * hour };
  const here: SiteFacts = { site: main, campus, person: manager.name, standsInFor: null, nextVisit };
  const standsInFor = { manager: manager.name, until: now + 72 * hour };
  const there: SiteFacts = { ...here, site: branch, person: deputy.name, standsInFor, nextVisit: null };
  const facts = { school, now, timeZone: 'Europe/Berlin' };
  const lost: SiteFacts = { site: main, campus: null, person: null, standsInFor: null, nextVisit: null };
  return {
    'one-site': schoolCard({ ...facts, sites: [here] }, language),
    'two-sites': schoolCard({ ...facts, sites: [here, there] }, language),
    'nobody-there': schoolCard({ ...facts, sites: [{ ...here, person: null }] }, language),
    'no-campus': schoolCard({ ...facts, sites: [lost] }, language),
  };
}

function dialogCards(language: Language) {
  const { errors } = texts(language).extension;
  const city = directory();
  const ofMessage: ReportDialog = {
    kind: 'message',
    forName: manager.name,
    callerName: '',
    phone: '',
    school: schools[0]?.name ?? '',
    schools: [],
    sites: [],
    siteId: null,
    description: report.description,
    category: 'network',
    room: report.room ?? '',
    scope: 'school',
    blocked: true,
    problem: '',
    data: { kind: 'message', nonce: '0123456789abcdef01234567', requester: null, schoolId: null },
  };
  const ofCall: ReportDialog = {
    ...ofMessage,
    kind: 'call',
    forName: null,
    callerName: manager.name,
    phone: '0231 000000',
    school: said.text,
    category: null,
  };
  return {
    message: extensionReportCard(ofMessage, language),
    own: extensionReportCard({ ...ofMessage, forName: null }, language),
    call: extensionReportCard(
      { ...ofCall, callerName: '', phone: '', school: '', description: '' },
      language,
    ),
    'which-school': extensionReportCard(
      { ...ofCall, schools: schools.slice(0, 8), problem: errors.whichSchool },
      language,
    ),
    'which-site': extensionReportCard(
      { ...ofCall, sites: city.sitesOf('100001'), problem: texts(language).cards.errors.site },
      language,
    ),
  };
}

/** A caller without Teams, of whom something was asked, and for whom a visit is planned. */
function byPhone(language: Language): Ticket {
  const entry = ticket().history[0];
  const visit = {
    ...comment,
    id: 'visit',
    command: {
      verb: 'plan-visit',
      until: new Date(now + 48 * hour).toISOString(),
      note: said.text,
    } as const,
  };
  return ticket(
    {
      requester: { id: 'phone:K7M3QX', name: manager.name, language: 'de', reach: 'phone' },
      openedBy: { id: dispatcher.id, name: dispatcher.name },
      history: [...(entry ? [entry] : []), comment, visit],
      toInform: [
        { entryId: comment.id, about: 'comment', at: comment.at },
        { entryId: 'visit', about: 'visit', at: comment.at },
      ],
    },
    language,
  );
}
