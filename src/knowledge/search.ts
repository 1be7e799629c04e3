import type { Understanding } from '../intake/index.js';
import type { Language } from '../i18n/language.js';
import type { Category } from '../tickets/index.js';
import type { Article } from './article.js';
import { weakConcepts } from './lexicon/concepts.js';
import { Vocabulary, type Reading } from './terms.js';

/** An article, how well it fits a text (0 to 1), and the sign by which. */
export interface Match {
  readonly article: Article;
  readonly fit: number;
  readonly sign: string;
}

/** From here on an article comes with a draft; set so that at least nine of ten offers are right (test/knowledge). */
const leastFit = 0.6;
/** A search that somebody typed shows more, because the person chooses. */
const leastFitChosen = 0.15;

/** How much an article counts by the place of its category among the understood ones. */
const rankWeights = [1, 0.75, 0.75] as const;
/** What stands in steps only explains a word, but less surely than a sign. */
const stepWeight = 0.4;
const weakWeight = 0.7;
/** So much weight of matched words makes half of the certainty. */
const halfWeight = 1;
const coverageSharpness = 1.5;
const explainedSharpness = 0.4;
/** A word that no article knows tells that the message may be about something else. */
const unknownWeight = 0.15;
/** "No picture" and "a crooked picture" have the picture in common only. */
const withoutTrouble = 0.5;

/** Whether nobody needs to be asked if this is what is meant. */
export function surelyFits({ fit }: Match): boolean {
  return fit >= leastFit;
}

interface Phrase {
  readonly entry: Entry;
  readonly text: string;
  readonly terms: ReadonlySet<string>;
}

/** An article in all of its languages. */
interface Entry {
  readonly id: string;
  readonly versions: readonly Article[];
  readonly categories: ReadonlySet<Category>;
  readonly said: ReadonlySet<string>;
  readonly inSteps: ReadonlySet<string>;
}

/** The articles, ready to be searched. Build it once, and again where an article changed. */
export class Library {
  readonly #vocabulary = new Vocabulary();
  readonly #phrases = new Map<string, Phrase[]>();
  readonly #rarity = new Map<string, number>();
  readonly #entries: readonly Entry[];

  constructor(readonly articles: readonly Article[]) {
    const ids = [...new Set(articles.map(({ id }) => id))];
    this.#entries = ids.map((id) => this.#enter(articles.filter((article) => article.id === id)));
    const counts = new Map<string, number>();
    for (const { said } of this.#entries)
      for (const term of said) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, count] of counts) this.#rarity.set(term, Math.log(1 + ids.length / count));
  }

  /** The article in this language, or in the other one where it is written in that only; undefined where there is none. */
  article(id: string, language: Language): Article | undefined {
    const versions = this.#entries.find((entry) => entry.id === id)?.versions ?? [];
    return versions.find((version) => version.language === language) ?? versions[0];
  }

  /**
   * The one article that fits a report, about a category that the report may have; null where none surely does. Where
   * the one that fits best is for others than teachers, none is better than the second best.
   */
  find(
    { alternatives }: Pick<Understanding, 'alternatives'>,
    text: string,
    language: Language,
  ): Match | null {
    const [best] = this.#ranked(text, language, ({ categories }) => {
      const rank = alternatives.findIndex((category) => categories.has(category));
      return rankWeights[rank] ?? 0;
    });
    return best && surelyFits(best) && best.article.who === 'teacher' ? best : null;
  }

  /** What fits a text, best first, whatever it is about; `mayRead` says whose articles are searched. */
  search(
    text: string,
    language: Language,
    mayRead: (article: Article) => boolean,
    most = 3,
  ): readonly Match[] {
    return this.#ranked(text, language, ({ versions }) => (versions.every(mayRead) ? 1 : 0))
      .filter(({ fit }) => fit >= leastFitChosen)
      .slice(0, most);
  }

  #enter(versions: readonly Article[]): Entry {
    const said = new Set<string>();
    const inSteps = new Set<string>();
    const entry: Entry = {
      id: versions[0]?.id ?? '',
      versions,
      categories: new Set(versions.flatMap(({ categories }) => categories)),
      said,
      inSteps,
    };
    for (const text of versions.flatMap(({ title, signs }) => [title, ...signs])) {
      const terms = this.#vocabulary.learn(text);
      const phrase = { entry, text, terms };
      for (const term of terms) {
        said.add(term);
        const known = this.#phrases.get(term);
        if (known) known.push(phrase);
        else this.#phrases.set(term, [phrase]);
      }
    }
    for (const step of versions.flatMap(({ steps }) => steps)) {
      for (const term of this.#vocabulary.learn(step)) inSteps.add(term);
    }
    return entry;
  }

  #ranked(text: string, language: Language, weigh: (entry: Entry) => number): Match[] {
    const reading = this.#vocabulary.read(text);
    const best = new Map<Entry, { readonly strength: number; readonly phrase: Phrase }>();
    for (const phrase of this.#touched(reading)) {
      const strength = this.#strength(phrase, reading);
      if (strength > (best.get(phrase.entry)?.strength ?? 0)) best.set(phrase.entry, { strength, phrase });
    }
    const matches: Match[] = [];
    for (const [entry, { strength, phrase }] of best) {
      const article = this.article(entry.id, language);
      const fit = strength * this.#explained(entry, reading) ** explainedSharpness * weigh(entry);
      if (article && fit > 0) matches.push({ article, fit, sign: phrase.text });
    }
    return matches.sort((one, other) => other.fit - one.fit || (one.article.id < other.article.id ? -1 : 1));
  }

  #touched({ terms }: Reading): ReadonlySet<Phrase> {
    const touched = new Set<Phrase>();
    for (const term of terms.keys()) for (const phrase of this.#phrases.get(term) ?? []) touched.add(phrase);
    return touched;
  }

  /** How much of a sign stands in the text, and how much that says. */
  #strength({ terms: wanted }: Phrase, { terms }: Reading): number {
    let met = 0;
    let all = 0;
    for (const term of wanted) {
      const weight = this.#weightOf(term);
      all += weight;
      met += weight * (terms.get(term) ?? 0);
    }
    const lacksTrouble = wanted.has(negation) && !troubles.some((trouble) => terms.has(trouble));
    return (
      (lacksTrouble ? withoutTrouble : 1) * (met / all) ** coverageSharpness * (met / (met + halfWeight))
    );
  }

  /** How much of the text the article speaks of. Names, rooms and all other words that no article has do not count. */
  #explained({ said, inSteps }: Entry, { terms, unknownWords }: Reading): number {
    let spoken = 0;
    let all = unknownWords * unknownWeight;
    for (const [term, sure] of terms) {
      const weight = this.#weightOf(term) * sure;
      all += weight;
      if (said.has(term)) spoken += weight;
      else if (inSteps.has(term)) spoken += weight * stepWeight;
    }
    return all === 0 ? 0 : spoken / all;
  }

  #weightOf(term: string): number {
    return weak.has(term) ? weakWeight : (this.#rarity.get(term) ?? 1);
  }
}

const weak: ReadonlySet<string> = new Set(weakConcepts.map((concept) => `@${concept}`));

const negation = '@not';
const troubles = ['not', 'fail', 'dead', 'black', 'missing', 'off', 'frozen', 'mute', 'empty', 'drop'].map(
  (concept) => `@${concept}`,
);
