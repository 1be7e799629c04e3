import { sampleDirectory } from '../../src/campus/index.js';
import { readWorklistView, worklistRenderer } from '../../src/delivery/index.js';
import { MaintenanceDesk, openMaintenance, readPlan, visitDatesOf } from '../../src/maintenance/index.js';
import { readSamplePlan } from '../../src/maintenance-files.js';
import { defaultCalendar, defaultPolicy, localDateIn, serviceRules } from '../../src/sla/index.js';
import type { DocumentStore } from '../../src/store/index.js';
import { ticketCollection } from '../../src/tickets/index.js';
import { buildRota, sampleRota } from '../../src/visits/index.js';
import { WorklistDesk, worklistCollection } from '../../src/worklists/index.js';
import { now, type Question } from './lists-questions.js';
import { asked } from './many-tickets.js';

const directory = sampleDirectory();
const rules = serviceRules({ version: 'bench', calendar: defaultCalendar, policy: defaultPolicy });
const { timeZone } = rules.calendar;
const rota = buildRota({ revision: 1, content: sampleRota(directory) }, directory, rules);
const { campusId } = asked;

/** The worklists of a campus: the document, open tickets, maintenance that is due and later visits are read, the card is drawn. */
export const worklistQuestions: readonly Question[] = [0, 1, 2].map((later) => ({
  name: `worklist: a manager’s visits ${later === 0 ? 'of the day' : `${later} days later`}`,
  prepare: async (store) => {
    const date = localDateIn(timeZone)(now + later * 24 * 60 * 60_000);
    const { desk, maintenance } = await desksOf(store);
    if ((await desk.open(campusId, date, now)) === null) throw new Error(`nobody comes anywhere on ${date}`);
    const nextVisits = (siteId: string, from: number, count: number) => rota.nextVisits(siteId, from, count);
    const parts = {
      worklistDesk: () => desk,
      maintenance,
      directory: () => directory,
      rules,
      nextVisits,
      photoUrl: () => null,
    };
    return async () => {
      const worklist = await desk.open(campusId, date, now);
      if (!worklist) return 0;
      const view = await readWorklistView(worklist, parts, now);
      worklistRenderer.card(view, 'de');
      return view.sites.reduce((lines, { tickets, checks }) => lines + tickets.length + checks.length, 0);
    };
  },
}));

async function desksOf(
  store: DocumentStore,
): Promise<{ readonly desk: WorklistDesk; readonly maintenance: MaintenanceDesk }> {
  const records = await openMaintenance(store);
  const reading = readPlan(await readSamplePlan());
  if (reading.kind !== 'read') throw new Error('the sample of a maintenance plan cannot be read');
  await records.plan.apply(reading.content, directory, { source: 'sample', at: now, timeZone });
  const maintenance = new MaintenanceDesk({
    ...records,
    directory: () => directory,
    visits: () => visitDatesOf(rota),
    timeZone,
    onUnreadable: (error) => {
      throw error;
    },
  });
  const desk = new WorklistDesk({
    worklists: await store.collection(worklistCollection),
    tickets: await store.collection(ticketCollection),
    directory: () => directory,
    rota: () => rota,
    rules,
    lease: { owner: 'bench', milliseconds: 60_000 },
    onUnreadable: (ticket) => {
      throw ticket;
    },
    onWritten: () => undefined,
  });
  return { desk, maintenance };
}
