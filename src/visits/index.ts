export { readRotaCsv, type ReadingGrounds } from './csv-read.js';
export { writeRotaCsv } from './csv-write.js';
export { readRotaCalendar, type CalendarReadingGrounds } from './ical-read.js';
export { writeRotaCalendar, type CalendarGrounds } from './ical-write.js';
export { keptExceptions } from './kept-exceptions.js';
export { RotaBook, type RotaImport, type RotaSurroundings } from './rota-book.js';
export {
  type ClashFault,
  type RotaChange,
  type RotaChanger,
  type RotaDecision,
  type RotaRefusal,
} from './rota-change.js';
export { checkRota } from './rota-check.js';
export {
  arrivalOf,
  exceptionThatTook,
  longestNote,
  type RotaContent,
  type RotaException,
  type VisitRule,
} from './rota-content.js';
export type { RotaDocument } from './rota-document.js';
export type { RotaGrounds } from './rota-grounds.js';
export { sentenceOf, type RotaFault, type RotaPlace, type RotaProblem } from './rota-problem.js';
export type { RotaReading } from './rota-reading.js';
export { buildRota, lookAheadDays, type Rota, type RotaState } from './rota.js';
export { sampleRota } from './sample-rota.js';
export { siteTitle } from './site-names.js';
export { siteAndDateOf, storableSiteId, visitIdOf, type Visit, type VisitException } from './visit.js';
export { timeOf, wallClockIn } from './wall-clock.js';
