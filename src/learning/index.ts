export { withCorrections } from './correction-check.js';
export type { Example } from './example.js';
export { ExampleBook, textDays } from './example-book.js';
export { ReportBuilder, type Confusion, type IntakeReport } from './report.js';
export { batchOf, reviewFile } from './review-file.js';
