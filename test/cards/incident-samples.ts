import { createIncidentRenderer } from '../../src/delivery/index.js';
import type { IncidentView } from '../../src/cards/index.js';
import type { Language } from '../../src/i18n/index.js';
import type { Incident } from '../../src/incidents/index.js';
import { channelView } from '../../src/tickets/index.js';
import { knownIncident, now, report, rules, schools, solution, surroundings, ticket } from './fixtures.js';
import { samplesOf, type SampleCard } from './sample.js';

/** The help desk's card of an outage from the suspicion to the end, its reminder, and what stays where it was. */
export function incidentSamples(language: Language): readonly SampleCard[] {
  const renderer = createIncidentRenderer(language);
  const all = views();
  const cards = Object.entries(all).map(([name, view]) => [name, renderer.card(view).card ?? {}] as const);
  const call = { key: '', stage: 'resolution-75' } as const;
  const reminder = (dueAt: string) => renderer.reminder(all.open, { ...call, dueAt }).card ?? {};
  return [
    ...samplesOf('incident', language, Object.fromEntries(cards)),
    ...samplesOf('notice', language, {
      'incident-reminder': reminder('2026-11-24T11:30:00.000Z'),
      'incident-overdue': reminder('2026-11-24T07:30:00.000Z'),
      'incident-moved': renderer.moved().card ?? {},
    }),
  ];
}

function views(): Readonly<
  Record<'suspected' | 'open' | 'open-untold' | 'resolved' | 'dismissed' | 'city', IncidentView>
> {
  const reports = Array.from({ length: 12 }, (_, index) =>
    channelView(
      ticket({
        id: `AAAA${String(index).padStart(2, '0')}`,
        report: { ...report, category: 'network', title: 'WLAN', room: String(201 + index) },
      }),
      surroundings,
    ),
  );
  const view = (changes: Partial<Incident>, more: Partial<IncidentView> = {}): IncidentView => ({
    incident: { ...suspected, ...changes },
    school: schools[0]?.name ?? null,
    members: [],
    candidates: [],
    lastedServiceMinutes: null,
    now,
    timeZone: rules.calendar.timeZone,
    ...more,
  });
  const members = reports.slice(0, 5);
  const solved = members.map((member) => ({ ...member, state: 'resolved' as const }));
  const declared = {
    title: knownIncident.title,
    status: knownIncident.status,
    statusAt: suspected.suspectedAt,
    openedAt: suspected.suspectedAt,
  };
  return {
    suspected: view({}, { candidates: reports.slice(0, 3) }),
    city: view(
      { schoolId: null, fault: { kind: 'service', service: 'moodle' } },
      { school: null, candidates: reports },
    ),
    open: view(
      { ...declared, state: 'open', resolutionDueAt: '2026-11-24T11:30:00.000Z' },
      { members, candidates: reports.slice(5, 6) },
    ),
    'open-untold': view({ ...declared, status: '', state: 'open' }, { members }),
    resolved: view(
      { ...declared, state: 'resolved', solution, resolvedAt: suspected.suspectedAt },
      { members: solved, lastedServiceMinutes: 95 },
    ),
    dismissed: view({ state: 'dismissed', fault: { kind: 'display', wing: 'b' } }),
  };
}

/** A suspicion with nothing else in it; tests change what they are about. */
export const suspected: Incident = {
  id: 'network:100001:2026-11-24:1',
  schemaVersion: 1,
  state: 'suspected',
  fault: { kind: 'network' },
  schoolId: '100001',
  title: '',
  status: '',
  statusAt: '',
  solution: '',
  suspects: [],
  dismissedIds: [],
  suspectedAt: '2026-11-24T07:50:00.000Z',
  openedAt: null,
  resolvedAt: null,
  startedAt: '2026-11-24T07:30:00.000Z',
  priority: 'P2',
  resolutionDueAt: null,
  reminded: [],
  history: [],
  commandIds: [],
  revision: 3,
  followUps: [],
  calls: [],
  card: null,
  attempts: 0,
  lease: null,
  wakeAt: null,
};
