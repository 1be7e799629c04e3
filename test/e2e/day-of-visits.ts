import { sampleDirectory } from '../../src/campus/index.js';
import { PlanBook, readPlan } from '../../src/maintenance/index.js';
import { readSamplePlan } from '../../src/maintenance-files.js';
import { defaultCalendar, type Instant } from '../../src/sla/index.js';
import type { DocumentStore } from '../../src/store/index.js';
import { worlds } from './three-windows.js';
import { keepRota, visitTo } from './week-of-visits.js';

const directory = sampleDirectory();
const [spokenFor, ...others] = directory.schools.filter(({ id }) =>
  directory.sitesOf(id).every(({ campusId }) => campusId === worlds.campus.id),
);
const further = others.find(({ name }) => name !== worlds.schoolName);
const [speaker] = directory.contactsOf(spokenFor?.id ?? '');
if (!spokenFor || !further || !speaker) throw new Error('The sample has no three schools to visit');

/** The school that is visited first on that day, and who speaks for it. */
export const firstSchool = spokenFor.name;
export const contact = speaker;
/** The school that is visited next, before the teacher's. */
export const secondSchool = further;

/** Three schools on the same day, the teacher's last, and the example of a maintenance plan. */
export async function keepVisitsAndChecks(store: DocumentStore, at: Instant): Promise<void> {
  await keepRota(store, at, [
    visitTo(worlds.schoolName, '12:00', '15:00'),
    visitTo(secondSchool.name, '10:00', '11:30'),
    visitTo(firstSchool, '08:00', '09:30'),
  ]);
  const plan = readPlan(await readSamplePlan());
  if (plan.kind === 'refused') throw new Error(JSON.stringify(plan.problems));
  const book = await PlanBook.open(store);
  const { timeZone } = defaultCalendar;
  const broken = await book.apply(plan.content, directory, { source: 'test', at, timeZone });
  if (broken.length > 0) throw new Error(JSON.stringify(broken));
}
