export { withCorrections } from './correction-check.js';
export { ExampleBook } from './example-book.js';
