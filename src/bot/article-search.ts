import { articleCard, articleChoiceCard, excerpt, plainLine } from '../cards/index.js';
import { languages, texts, type Language } from '../i18n/index.js';
import { surelyFits } from '../knowledge/index.js';
import { withoutStops } from './command-words.js';
import type { BotParts } from './parts.js';
import { onCard } from './self-help.js';
import { inLanguage, words, type Turn } from './turn.js';

interface Search {
  readonly typed: string;
  readonly spoken: Language;
  /** False where the words may as well begin a report: "help printer". */
  readonly certain: boolean;
}

/** More is a report that begins with a cry for help. */
const mostWords = 4;

/** Answers "instructions airplay" with the article, or asks which of a few. False where the text is no such search. */
export async function answerArticleSearch(caller: Turn, parts: BotParts, text: string): Promise<boolean> {
  const search = readSearch(text);
  if (!search) return false;
  const turn = inLanguage(caller, search.spoken);
  const found = parts.knowledge().search(search.typed, turn.language, ({ who }) => who === 'teacher');
  const [best] = found;
  if (!best) {
    if (search.certain)
      await turn.reply(words(turn.t.selfHelp.nothing(plainLine(excerpt(search.typed, 60)))));
    return search.certain;
  }
  const { language, t } = turn;
  await turn.reply(
    found.length === 1 || surelyFits(best)
      ? {
          summary: t.selfHelp.searched(best.article.title),
          card: articleCard(onCard(best.article), language),
        }
      : {
          summary: t.selfHelp.which,
          card: articleChoiceCard(
            found.map(({ article }) => article),
            language,
          ),
        },
  );
  return true;
}

/** Longest words first: "help with" before "help". A single word after "help" is a search, more of them are a report. */
function readSearch(text: string): Search | null {
  const typed = withoutStops(text.trim());
  for (const spoken of languages) {
    const { long, short } = texts(spoken).selfHelp.commands;
    const clear = argumentOf(typed, long);
    if (clear !== null && wordCount(clear) <= mostWords) return { typed: clear, spoken, certain: true };
    const single = argumentOf(typed, short);
    if (single !== null && wordCount(single) === 1) return { typed: single, spoken, certain: false };
  }
  return null;
}

function argumentOf(typed: string, commands: readonly string[]): string | null {
  const command = commands
    .toSorted((one, other) => other.length - one.length)
    .find((each) => typed.toLowerCase().startsWith(`${each} `));
  return command === undefined ? null : typed.slice(command.length).trim();
}

function wordCount(text: string): number {
  return text.split(/\s+/u).length;
}
