import type { Directory } from '../../src/campus/index.js';
import {
  ConversationBook,
  ConversationLimits,
  noMetrics,
  teamsLimits,
  undeliveredCollection,
  worklistRenderer,
  type Sender,
} from '../../src/delivery/index.js';
import { Routing } from '../../src/delivery/routing.js';
import { Transport } from '../../src/delivery/transport.js';
import { UndeliveredList } from '../../src/delivery/undelivered.js';
import { WorklistDelivery } from '../../src/delivery/worklist-delivery.js';
import { rotaJobCollection, RotaJobSource, VisitSource, WorklistSource } from '../../src/scheduler/index.js';
import type { DocumentStore } from '../../src/store/index.js';
import { ticketCollection, TicketDesk } from '../../src/tickets/index.js';
import { buildRota, type Rota } from '../../src/visits/index.js';
import { WorklistDesk, worklistCollection, worklistId } from '../../src/worklists/index.js';
import { thursdays } from '../conversation/visit-week.js';
import { directory as town, leaseMs, people, rules, silent } from './city.js';
import type { FakeClock } from './fake-clock.js';

/** A Thursday on which somebody comes to the one site, and the list of that day. */
export const date = '2026-11-26';
export const listId = worklistId('north', date);

const contact = { id: people.teacher, name: 'teacher', language: 'en' as const, absences: [] };
export const directory = { ...town, contactsOf: () => [contact] };
const content = { travelMinutes: 15, rules: [thursdays({ siteId: 'n1' })], exceptions: [] };
export const rota = buildRota({ revision: 1, content }, directory, rules);

/** What of a process has to do with worklists. */
export async function worklistProcess(
  store: DocumentStore,
  sender: Sender,
  clock: FakeClock,
  owner: string,
  city = { directory: (): Directory => directory, rota: (): Rota => rota },
) {
  const lease = { owner, milliseconds: leaseMs };
  const [tickets, worklists] = [
    await store.collection(ticketCollection),
    await store.collection(worklistCollection),
  ];
  const conversations = await ConversationBook.open(store, clock);
  const shared = { tickets, worklists, directory: city.directory, rules, lease, clock, log: silent };
  const desk = new TicketDesk({ ...shared, onWritten: () => undefined });
  const worklistDesk = new WorklistDesk({
    ...shared,
    rota: city.rota,
    onUnreadable: () => undefined,
    onWritten: (written) => {
      delivery.deliver(written);
    },
  });
  const limits = new ConversationLimits(clock, teamsLimits);
  const delivery = new WorklistDelivery({
    ...shared,
    worklistDesk: () => worklistDesk,
    maintenance: { due: async () => Promise.resolve([]) },
    nextVisits: (siteId, from, count) => city.rota().nextVisits(siteId, from, count),
    photoUrl: () => null,
    desk: () => desk,
    conversations,
    undelivered: new UndeliveredList(await store.collection(undeliveredCollection), silent, noMetrics),
    routing: new Routing(conversations, city.directory),
    transport: new Transport({ sender, limits, clock, random: () => 0, metrics: noMetrics }),
    renderer: worklistRenderer,
    languageOf: async () => Promise.resolve('en'),
    signal: new AbortController().signal,
  });
  const source = new WorklistSource({
    ...shared,
    worklistDesk,
    delivery: {
      deliverWorklist: (written) => {
        delivery.deliver(written);
      },
    },
    digestOf: async () => Promise.resolve('same'),
  });
  const visits = new VisitSource({
    ...shared,
    worklistDesk,
    rota: city.rota,
    rotaVersion: () => city.rota().version,
    campusIds: () => ['north'],
  });
  const rotaJob = new RotaJobSource({
    ...shared,
    rotaJobs: await store.collection(rotaJobCollection),
    desk,
    rota: city.rota,
    rotaVersion: () => city.rota().version,
    rotaGrounds: () => 'same',
    siteIds: () => city.rota().siteIdsOf('north'),
    claimMs: leaseMs,
  });
  return { desk, worklistDesk, delivery, source, visits, rotaJob };
}
