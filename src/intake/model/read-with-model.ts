import { categories, scopes, type Category, type Scope } from '../../tickets/index.js';
import type { Token } from '../normalise.js';
import { blockedOf } from '../blocked.js';
import { scopeOf } from '../scope.js';
import { isVague } from '../vague.js';
import type { Evidence } from './features.js';
import type { IntakeModel } from './model.js';
import { activate, sharesOf } from './network.js';

/** What a model reads in a message. */
export interface ModelReading {
  /** The three likeliest, best first. */
  readonly ranking: readonly [Category, Category, Category];
  /** Share of the first, 0 to 1: so often such a first guess is right. */
  readonly confidence: number;
  readonly scope: Scope | null;
  readonly blocked: boolean;
}

/**
 * From which share on a report counts as blocking. Below one half, since few messages of the corpus are: with
 * writers who were left out of the training the model was nearly always right above one half, and missed a quarter.
 */
const blockedFrom = 0.35;
/** What the rule's word adds to that share; with those writers it found one in six of what was missed, for few false ones. */
const blockedRuleVote = 0.2;

/** Lets the model judge a message. What is no report has no scope and blocks nothing. */
export function readWithModel(model: IntakeModel, evidence: Evidence): ModelReading {
  const outputs = activate(model.network, model.vectorise(evidence));
  const [byCategory, byScope, byBlocked] = model.temperatures.map(
    (temperature, head) => sharesOf(outputs, temperature)[head] ?? new Float64Array(0),
  );
  const { ranking, confidence } = rank(byCategory ?? new Float64Array(0), evidence.tokens);
  if (ranking[0] === 'smalltalk') return { ranking, confidence, scope: null, blocked: false };
  return {
    ranking,
    confidence,
    scope: scopeBy(byScope ?? new Float64Array(0), ruleFor(evidence.tokens, ranking[0])),
    blocked:
      (byBlocked?.[1] ?? 0) + (blockedOf(evidence.tokens, ranking[0]) ? blockedRuleVote : 0) > blockedFrom,
  };
}

/** No more confidence than this where nothing is named; low enough to be asked about. */
const mostConfidenceOfVague = 0.45;

/**
 * The three categories with the greatest numbers, and the first one's number. Trouble that names nothing is sure to be no
 * talk, and of a kind that nobody can be sure of.
 */
export function rank(
  numbers: ArrayLike<number>,
  tokens: readonly Token[],
): Pick<ModelReading, 'ranking' | 'confidence'> {
  const vague = isVague(tokens);
  const order = categories
    .map((category, index) => ({
      category,
      share: vague && category === 'smalltalk' ? 0 : (numbers[index] ?? 0),
    }))
    .sort((a, b) => b.share - a.share);
  const [first, second, third] = order;
  if (first === undefined || second === undefined || third === undefined)
    throw new Error('There are fewer than three categories');
  return {
    ranking: [first.category, second.category, third.category],
    confidence: vague ? Math.min(first.share, mostConfidenceOfVague) : first.share,
  };
}

/** What the rule's word adds to a share; found with writers who were left out of the training. */
const ruleVote = 0.4;

/** What the rule for scope says; null: that nothing is said. It has no opinion about what is no trouble with devices. */
function ruleFor(tokens: readonly Token[], category: Category): Scope | null | undefined {
  return category === 'other' ? undefined : scopeOf(tokens, category);
}

/** The likeliest scope; the rule votes too, also where it finds none. */
function scopeBy(shares: Float64Array, rule: Scope | null | undefined): Scope | null {
  const votes = shares.map((share, index) => share + ((scopes[index] ?? null) === rule ? ruleVote : 0));
  return scopes[votes.indexOf(Math.max(...votes))] ?? null;
}
