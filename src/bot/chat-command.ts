import { languages, texts, type Language, type Texts } from '../i18n/index.js';
import { parseTicketId } from '../tickets/index.js';
import { argumentAfter, bare, beginsWith } from './command-words.js';

/** A typed command. Anything that is none is what the person has to say. */
export type ChatCommand = (
  | { readonly kind: 'help' | 'myTickets' | 'mySchool' | 'link' | 'absence' }
  /** `certain` is false where it could as well be a word: "Status Beamer", "iPad12". */
  | { readonly kind: 'status'; readonly ticketId: string; readonly certain: boolean }
  | { readonly kind: 'language'; readonly chosen: Language | null }
  | { readonly kind: 'school'; readonly typed: string }
) & {
  /** The language whose words were used, where only one has them. */
  readonly spoken: Language | null;
};

/** A command with the name of a school, and room to spare. */
const longestCommand = 500;

type CommandName = keyof Texts['chat']['commands'];

/**
 * Reads a command in any language that the bot speaks. Only a message that is a command from its first to its last
 * word counts: "Status lamp blinks red" is a report, "status K7M-3QX" is not.
 */
export function readChatCommand(text: string): ChatCommand | null {
  // The expressions below look at a run of full stops from each of its places.
  if (text.length > longestCommand) return null;
  const typed = bare(text);
  const words = typed.toLowerCase();
  for (const kind of ['help', 'myTickets', 'mySchool', 'link', 'absence'] as const) {
    if (wordsFor(kind).includes(words)) return { kind, spoken: spokenIn(kind, words) };
  }
  // "Status" alone asks for all of them.
  if (wordsFor('status').includes(words)) return { kind: 'myTickets', spoken: spokenIn('status', words) };
  return readStatus(typed) ?? readLanguage(words) ?? readSchool(typed);
}

function readStatus(typed: string): ChatCommand | null {
  const named = argument(typed, 'status');
  const id = named ?? (/\d|-/.test(typed) ? typed : '');
  const ticketId = parseTicketId(id);
  if (ticketId === null) return null;
  const isPlainWord =
    !id.includes('-') && (!/\d/.test(id) || id.toUpperCase().replace(/\s/, '') !== ticketId);
  const spaced = named === null && /\s/.test(id);
  const spoken = spokenIn('status', typed.toLowerCase());
  return { kind: 'status', ticketId, certain: !isPlainWord && !spaced, spoken };
}

function readLanguage(words: string): ChatCommand | null {
  const named = languages.find((language) =>
    languages.some((speaking) => {
      const names = texts(speaking).chat.languageNames[language];
      return names.includes(words) || names.includes(argument(words, 'language') ?? '');
    }),
  );
  const spoken = spokenIn('language', words);
  if (named) return { kind: 'language', chosen: named, spoken };
  return wordsFor('language').includes(words) ? { kind: 'language', chosen: null, spoken } : null;
}

function readSchool(typed: string): ChatCommand | null {
  const words = typed.toLowerCase();
  if (wordsFor('otherSchool').includes(words))
    return { kind: 'school', typed: '', spoken: spokenIn('otherSchool', words) };
  const spoken = spokenIn('school', words);
  if (wordsFor('school').includes(words)) return { kind: 'school', typed: '', spoken };
  const name = argument(typed, 'school');
  return name === null ? null : { kind: 'school', typed: name, spoken };
}

/** What follows the command's words, or null where the message does not begin with them. */
function argument(typed: string, command: CommandName): string | null {
  return argumentAfter(typed, wordsFor(command));
}

function spokenIn(command: CommandName, typed: string): Language | null {
  const speaking = languages.filter((language) =>
    texts(language).chat.commands[command].some((words) => words === typed || beginsWith(typed, words)),
  );
  return speaking.length === 1 ? (speaking[0] ?? null) : null;
}

function wordsFor(command: CommandName): readonly string[] {
  return languages.flatMap((language) => texts(language).chat.commands[command]);
}
