import type { School } from '../campus/index.js';
import { languages, texts } from '../i18n/index.js';
import { foldSpelling } from '../intake/index.js';
import { categories, priorities, type ListFilter } from '../tickets/index.js';
import type { BotParts } from './parts.js';
import { schoolNamed } from './school-choice.js';

/** What was written behind a list's command: by what it is narrowed. */
export interface Narrowing {
  readonly filter: Pick<ListFilter, 'category' | 'priority'> & { readonly party: string | null };
  /** Those of which one was named; none where no school was. */
  readonly schools: readonly School[];
}

type Kind = keyof Narrowing['filter'];

interface Meaning {
  readonly words: readonly string[];
  readonly kind: Kind;
  readonly means: Partial<Narrowing['filter']>;
}

/** Topics, urgency and campuses in any language and order, and at last a school; null where the words are anything else. */
export function readNarrowing(typed: string, parts: BotParts): Narrowing | null {
  const { filter, left } = takeWords(typed, meaningsOf(parts));
  if (left.length === 0) return { filter, schools: [] };
  const named = schoolNamed(left.join(' '), parts);
  if (named.kind === 'none') return null;
  return { filter, schools: named.kind === 'one' ? [named.school] : named.schools };
}

/** At each word the longest that has a meaning counts; of each kind the first, so that a second one is left, as is any other word. */
function takeWords(
  typed: string,
  meanings: readonly Meaning[],
): { readonly filter: Narrowing['filter']; readonly left: readonly string[] } {
  const tokens = typed.split(/[\s,;]+/u).filter((token) => token !== '');
  const folded = tokens.map(foldSpelling);
  const left: string[] = [];
  let filter: Narrowing['filter'] = { category: null, priority: null, party: null };
  for (let at = 0; at < tokens.length;) {
    const meaning = meanings.find(
      ({ words, kind }) => filter[kind] === null && words.every((word, index) => folded[at + index] === word),
    );
    if (meaning) filter = { ...filter, ...meaning.means };
    else if (!isBetween(folded[at] ?? '')) left.push(tokens[at] ?? '');
    at += meaning?.words.length ?? 1;
  }
  return { filter, left };
}

/** The longest first. */
function meaningsOf({ directory }: BotParts): readonly Meaning[] {
  const ofCampuses = directory
    .current()
    .campuses.map(({ id, name }) => meaning(name, { party: `campus-${id}` }));
  const { provider } = directory.current();
  const ofProvider = provider ? [meaning(provider.name, { party: 'provider' })] : [];
  return [...spoken, ...ofCampuses, ...ofProvider].toSorted(
    (one, other) => other.words.length - one.words.length,
  );
}

const spoken: readonly Meaning[] = languages.flatMap((language) => {
  const { filters, vocabulary } = texts(language);
  return [
    ...categories
      .filter((category) => category !== 'smalltalk')
      .flatMap((category) =>
        [vocabulary.categories[category], ...filters.categories[category]].map((name) =>
          meaning(name, { category }),
        ),
      ),
    meaning(vocabulary.helpdesk, { party: 'helpdesk' }),
    ...(['urgent', ...priorities] as const).flatMap((priority) =>
      filters.priorities[priority].map((name) => meaning(name, { priority })),
    ),
  ];
});

const between = new Set(languages.flatMap((language) => texts(language).filters.between.map(foldSpelling)));

function isBetween(word: string): boolean {
  return between.has(word);
}

function meaning(name: string, means: Partial<Narrowing['filter']>): Meaning {
  const kind = 'category' in means ? 'category' : 'priority' in means ? 'priority' : 'party';
  const words = name.split(/[\s,;]+/u).map(foldSpelling);
  return { words, kind, means };
}
