import { blockedOf } from './blocked.js';
import { deviceTagOf } from './device-tag.js';
import { languageOf } from './language.js';
import { createLexiconReader } from './lexicon-reading.js';
import type { Evidence } from './model/features.js';
import type { IntakeModel } from './model/model.js';
import { lexiconShares } from './lexicon-shares.js';
import { evidenceFor } from './model/reading.js';
import { rank, readWithModel, type ModelReading } from './model/read-with-model.js';
import { clean } from './normalise.js';
import { roomOf } from './room.js';
import { scopeOf } from './scope.js';
import type { Understand } from './understanding.js';

/**
 * From a text of a thousand characters on, the engine makes machine code of a pattern at once. From a short one it makes
 * byte code first, which takes longer, and machine code at the next: the first messages would wait for both. Few and long
 * words are soon read.
 */
const warmUpText = 'abcdefghijklmnopqrs '.repeat(52);

/**
 * Builds the function that reads a report. Building takes some tens of milliseconds, so do it once; reading
 * takes less than one. It never throws, whatever the text is, and the same text gives the same answer.
 *
 * @param model what was learned; without one the lexicon and the rules judge alone
 */
export function createUnderstand(model: IntakeModel | null = null): Understand {
  const readLexicon = createLexiconReader();
  const understand: Understand = (text) => {
    const cleaned = clean(text);
    const evidence = evidenceFor(cleaned, readLexicon);
    const { ranking, confidence, scope, blocked } =
      model === null ? readByRules(evidence) : readWithModel(model, evidence);
    return {
      category: ranking[0],
      alternatives: ranking,
      room: roomOf(evidence.text),
      deviceTag: deviceTagOf(evidence.text),
      scope,
      blocked,
      language: languageOf(/\p{L}/u.test(evidence.text) ? evidence.text : cleaned, evidence.tokens),
      confidence,
    };
  };
  understand(warmUpText);
  return understand;
}

function readByRules({ tokens, lexicon }: Evidence): ModelReading {
  const { ranking, confidence } = rank(lexiconShares(lexicon.scores), tokens);
  const [category] = ranking;
  return { ranking, confidence, scope: scopeOf(tokens, category), blocked: blockedOf(tokens, category) };
}
