export type { Understand, Understanding } from './understanding.js';
export { createUnderstand } from './understand.js';
export type { Classification, Classify } from './classify.js';
export { longestTitle, titleOf } from './title.js';
