import { texts, type Language } from '../i18n/index.js';
import { formatTicketId, type Category, type DraftView } from '../tickets/index.js';
import { guessesOf } from './draft-card.js';
import { excerpt, plain } from './escape.js';
import { choices, common, type Choice, type CommonData } from './pieces.js';
import { reportable } from './report-form.js';
import { cardTemplate, type Card } from './template.js';

interface QuestionData extends CommonData {
  readonly question: string;
  readonly quote: string;
  readonly hint: string;
  readonly guesses: readonly GuessButton[];
  readonly allTopics: string;
  readonly others: readonly Choice[];
  readonly takeCategory: string;
  readonly ticketId: string;
  readonly drawn: number;
}

interface GuessButton {
  readonly title: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const template = cardTemplate<QuestionData>('question');
const quoteLimit = 200;

/**
 * Asks what a draft is about, where the message leaves it open: the likeliest topics as buttons (verb
 * `question.category`, `data.category`), all others in a list (verb `question.other`, input `category`).
 */
export function questionCard(view: DraftView, language: Language): Card {
  const t = texts(language);
  const { dialog } = t;
  const named = { ticketId: view.id, drawn: view.revision };
  return template({
    ...common(language, 'draft', dialog.questionWord, 'accent', formatTicketId(view.id)),
    question: dialog.question,
    quote: plain(excerpt(view.report.description, quoteLimit)),
    hint: dialog.questionHint,
    guesses: otherLast(guessesOf(view)).map((category) => ({
      title: t.vocabulary.categories[category],
      data: { ...named, category },
    })),
    allTopics: dialog.allTopics,
    others: choices(reportable, t.vocabulary.categories),
    takeCategory: dialog.takeCategory,
    ...named,
  });
}

/** "Something else" is read only after what it is else than. */
function otherLast(guesses: readonly Category[]): readonly Category[] {
  return guesses.toSorted((one, another) => Number(one === 'other') - Number(another === 'other'));
}
