import { blockedOf } from './blocked.js';
import { createLexiconClassifier, type Classify } from './classify.js';
import { deviceTagOf } from './device-tag.js';
import { evidenceOf } from './evidence.js';
import { languageOf } from './language.js';
import { clean, tokensOf } from './normalise.js';
import { roomOf } from './room.js';
import { scopeOf } from './scope.js';
import type { Understand } from './understanding.js';

/**
 * Builds the function that reads a report. Building takes some milliseconds, so do it once; reading
 * takes well under one. It never throws, whatever the text is, and the same text gives the same answer.
 *
 * @param classify what guesses the category; the lexicon unless told otherwise
 */
export function createUnderstand(classify: Classify = createLexiconClassifier()): Understand {
  return (text) => {
    const cleaned = clean(text);
    const evidence = evidenceOf(cleaned);
    const tokens = tokensOf(evidence);
    const { ranking, confidence } = classify(tokens);
    const [category] = ranking;
    return {
      category,
      alternatives: ranking,
      room: roomOf(evidence),
      deviceTag: deviceTagOf(evidence),
      scope: scopeOf(tokens, category),
      blocked: blockedOf(tokens, category),
      language: languageOf(/\p{L}/u.test(evidence) ? evidence : cleaned, tokens),
      confidence,
    };
  };
}
