export type { Understand, Understanding } from './understanding.js';
export { createUnderstand } from './understand.js';
export {
  CorpusError,
  corpusLine,
  parseCorpusFile,
  type CorpusFile,
  type LabelledMessage,
} from './corpus-line.js';
export { ModelFileError, parseModel, type IntakeModel } from './model/model.js';
export { type Corpus, trainModel } from './model/train-model.js';
export { longestTitle, titleOf } from './title.js';
export { clean, foldSpelling, tokensOf } from './normalise.js';
export { labelWithoutNames, withoutNames } from './names.js';
export { shapeOf } from './shape.js';
export { isSlip } from './slip.js';
export { type Correction, type FollowUp, followUpOf } from './follow-up.js';
export { type Problem, problemsOf } from './problems.js';
export { namesSameThing } from './same-thing.js';
export { isSure } from './sure.js';
export { type Talk, talkOf } from './talk.js';
