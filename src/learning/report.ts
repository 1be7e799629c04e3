import { clean, tokensOf } from '../intake/index.js';
import { categories, type Category } from '../tickets/index.js';
import { fields, type ConfirmedMonth, type Example, type Field } from './example.js';

/** How well messages are read, as the people who wrote them say. */
export interface IntakeReport {
  /** The first day that counts (YYYY-MM-DD); null for all. */
  readonly since: string | null;
  /** Reports that began with a message. */
  readonly reports: number;
  /** Sent as they were understood. */
  readonly confirmed: number;
  readonly fields: readonly FieldReport[];
  /** What was taken for what, most frequent first. */
  readonly confusions: readonly Confusion[];
}

export interface FieldReport {
  readonly field: Field;
  readonly corrected: number;
  /** Share of the reports in which it was left as it was understood, 0 to 1; null where there is none. */
  readonly right: number | null;
}

export interface Confusion {
  readonly guessed: Category;
  readonly corrected: Category;
  readonly count: number;
  /** Share of all reports that were taken for `guessed`, 0 to 1. */
  readonly share: number;
  /** Words that stand in these messages more often than in the other corrected ones, most telling first. */
  readonly words: readonly Word[];
}

interface Word {
  readonly word: string;
  /** In how many of these messages. */
  readonly count: number;
  readonly logOdds: number;
}

/** More are not read. */
const wordsShown = 8;
/** A word of one message tells of that message. */
const fewestMessages = 2;

/** Takes in examples one by one, so that only their words are held. */
export class ReportBuilder {
  readonly #corrected = new Map<Field, number>();
  readonly #guessed = new Map<Category, number>();
  readonly #confusions = new Map<
    string,
    { guessed: Category; corrected: Category; count: number; texts: WordCount }
  >();
  readonly #all = new WordCount();
  #examples = 0;
  #confirmed = 0;

  /** @param since the first day that counts (YYYY-MM-DD), or null */
  constructor(private readonly since: string | null) {}

  addConfirmed({ days }: Pick<ConfirmedMonth, 'days'>): void {
    for (const [day, counts] of Object.entries(days)) {
      if (this.since !== null && day < this.since) continue;
      for (const category of categories) {
        const count = counts[category] ?? 0;
        this.#confirmed += count;
        raise(this.#guessed, category, count);
      }
    }
  }

  add({ guessed, corrected, changed, text, day }: Example): void {
    if (this.since !== null && day < this.since) return;
    this.#examples += 1;
    raise(this.#guessed, guessed.category, 1);
    for (const field of changed) raise(this.#corrected, field, 1);
    const words = text === null ? null : wordsIn(text);
    if (words) this.#all.add(words);
    if (!changed.includes('category')) return;
    const key = `${guessed.category} ${corrected.category}`;
    const confusion = this.#confusions.get(key) ?? {
      guessed: guessed.category,
      corrected: corrected.category,
      count: 0,
      texts: new WordCount(),
    };
    confusion.count += 1;
    if (words) confusion.texts.add(words);
    this.#confusions.set(key, confusion);
  }

  report(): IntakeReport {
    const reports = this.#examples + this.#confirmed;
    return {
      since: this.since,
      reports,
      confirmed: this.#confirmed,
      fields: fields.map((field) => {
        const corrected = this.#corrected.get(field) ?? 0;
        return { field, corrected, right: reports === 0 ? null : rounded(1 - corrected / reports) };
      }),
      confusions: [...this.#confusions.values()]
        .map(({ texts, ...confusion }) => ({
          ...confusion,
          share: rounded(confusion.count / (this.#guessed.get(confusion.guessed) ?? confusion.count)),
          words: texts.against(this.#all),
        }))
        .toSorted((one, other) => other.count - one.count || one.guessed.localeCompare(other.guessed)),
    };
  }
}

/** In how many messages each word stands. */
class WordCount {
  readonly #messages = new Map<string, number>();
  #total = 0;

  add(words: ReadonlySet<string>): void {
    this.#total += 1;
    for (const word of words) raise(this.#messages, word, 1);
  }

  /** Words by their log-odds against the messages of `all` that are not among these; one half is added to each count. */
  against(all: WordCount): readonly Word[] {
    return [...this.#messages]
      .filter(([, count]) => count >= fewestMessages)
      .map(([word, count]) => {
        const elsewhere = (all.#messages.get(word) ?? count) - count;
        const odds = logOdds(count, this.#total) - logOdds(elsewhere, all.#total - this.#total);
        return { word, count, logOdds: rounded(odds) };
      })
      .filter((each) => each.logOdds > 0)
      .toSorted((one, other) => other.logOdds - one.logOdds || one.word.localeCompare(other.word))
      .slice(0, wordsShown);
  }
}

function logOdds(count: number, total: number): number {
  return Math.log((count + 0.5) / (total - count + 0.5));
}

/** Folded words; numbers and single letters tell nothing. */
function wordsIn(text: string): ReadonlySet<string> {
  const words = tokensOf(clean(text)).map(({ word }) => word);
  return new Set(words.filter((word) => word.length > 1 && /\p{L}/u.test(word)));
}

function raise<Key>(counts: Map<Key, number>, key: Key, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
