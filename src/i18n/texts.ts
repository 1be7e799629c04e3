import { absences as absencesDe } from './de/absences.js';
import { board as boardDe } from './de/board.js';
import { calls as callsDe } from './de/calls.js';
import { cards as cardsDe } from './de/cards.js';
import { chat as chatDe } from './de/chat.js';
import { filters as filtersDe } from './de/filters.js';
import { incidents as incidentsDe } from './de/incidents.js';
import { dialog as dialogDe } from './de/dialog.js';
import { extension as extensionDe } from './de/extension.js';
import { known as knownDe } from './de/known.js';
import { lists as listsDe } from './de/lists.js';
import { maintenance as maintenanceDe } from './de/maintenance.js';
import { photos as photosDe } from './de/photos.js';
import { refusals as refusalsDe } from './de/refusals.js';
import { school as schoolDe } from './de/school.js';
import { selfHelp as selfHelpDe } from './de/self-help.js';
import { split as splitDe } from './de/split.js';
import { times as timesDe } from './de/times.js';
import { together as togetherDe } from './de/together.js';
import { visits as visitsDe } from './de/visits.js';
import { vocabulary as vocabularyDe } from './de/vocabulary.js';
import { why as whyDe } from './de/why.js';
import { absences as absencesEn } from './en/absences.js';
import { board as boardEn } from './en/board.js';
import { calls as callsEn } from './en/calls.js';
import { cards as cardsEn } from './en/cards.js';
import { chat as chatEn } from './en/chat.js';
import { filters as filtersEn } from './en/filters.js';
import { incidents as incidentsEn } from './en/incidents.js';
import { dialog as dialogEn } from './en/dialog.js';
import { extension as extensionEn } from './en/extension.js';
import { known as knownEn } from './en/known.js';
import { lists as listsEn } from './en/lists.js';
import { maintenance as maintenanceEn } from './en/maintenance.js';
import { photos as photosEn } from './en/photos.js';
import { refusals as refusalsEn } from './en/refusals.js';
import { school as schoolEn } from './en/school.js';
import { selfHelp as selfHelpEn } from './en/self-help.js';
import { split as splitEn } from './en/split.js';
import { times as timesEn } from './en/times.js';
import { together as togetherEn } from './en/together.js';
import { visits as visitsEn } from './en/visits.js';
import { vocabulary as vocabularyEn } from './en/vocabulary.js';
import { why as whyEn } from './en/why.js';
import type { Language } from './language.js';

const de = {
  absences: absencesDe,
  vocabulary: vocabularyDe,
  cards: cardsDe,
  calls: callsDe,
  board: boardDe,
  incidents: incidentsDe,
  extension: extensionDe,
  filters: filtersDe,
  known: knownDe,
  lists: listsDe,
  maintenance: maintenanceDe,
  refusals: refusalsDe,
  school: schoolDe,
  selfHelp: selfHelpDe,
  split: splitDe,
  times: timesDe,
  together: togetherDe,
  visits: visitsDe,
  chat: chatDe,
  dialog: dialogDe,
  photos: photosDe,
  why: whyDe,
};

/** Every sentence that a person can read, in one language. German decides the shape. */
export type Texts = typeof de;

const all: Readonly<Record<Language, Texts>> = {
  de,
  en: {
    absences: absencesEn,
    vocabulary: vocabularyEn,
    cards: cardsEn,
    calls: callsEn,
    board: boardEn,
    incidents: incidentsEn,
    extension: extensionEn,
    filters: filtersEn,
    known: knownEn,
    lists: listsEn,
    maintenance: maintenanceEn,
    refusals: refusalsEn,
    school: schoolEn,
    selfHelp: selfHelpEn,
    split: splitEn,
    times: timesEn,
    together: togetherEn,
    visits: visitsEn,
    chat: chatEn,
    dialog: dialogEn,
    photos: photosEn,
    why: whyEn,
  },
};

/** All sentences of a language: `texts('de').vocabulary.categories.network`. */
export function texts(language: Language): Texts {
  return all[language];
}
