import { languages, type Language } from '../../src/i18n/index.js';
import { absenceSamples } from './absence-samples.js';
import { boardSamples } from './board-samples.js';
import { bulkSamples } from './bulk-samples.js';
import { callSamples } from './call-samples.js';
import { dialogSamples } from './dialog-samples.js';
import { draftSamples } from './draft-samples.js';
import { extensionSamples } from './extension-samples.js';
import { incidentSamples } from './incident-samples.js';
import { listSamples } from './list-samples.js';
import { maintenanceSamples } from './maintenance-samples.js';
import { manageSamples } from './manage-samples.js';
import { photoSamples } from './photo-samples.js';
import type { SampleCard } from './sample.js';
import { talkSamples } from './talk-samples.js';
import { ticketSamples } from './ticket-samples.js';
import { visitSamples } from './visit-samples.js';
import { whySamples } from './why-samples.js';
import { worklistSamples } from './worklist-samples.js';

/** Every card that there is comes from one of these. A new card gets its samples in the file that it fits, or in a new one. */
const groups: readonly ((language: Language) => readonly SampleCard[])[] = [
  ticketSamples,
  callSamples,
  draftSamples,
  dialogSamples,
  talkSamples,
  photoSamples,
  whySamples,
  manageSamples,
  boardSamples,
  absenceSamples,
  incidentSamples,
  listSamples,
  bulkSamples,
  maintenanceSamples,
  extensionSamples,
  worklistSamples,
  visitSamples,
];

/** Every card in every state and language. */
export function sampleCards(): readonly SampleCard[] {
  return languages.flatMap((language) => groups.flatMap((samples) => samples(language)));
}
