import { languages, texts, type Language, type Texts } from '../i18n/index.js';
import { parseTicketId } from '../tickets/index.js';

/** A typed command. Anything that is none is what the person has to say. */
export type ChatCommand =
  | { readonly kind: 'help' | 'myTickets' | 'link' }
  | { readonly kind: 'status'; readonly ticketId: string }
  | { readonly kind: 'language'; readonly language: Language | null }
  | { readonly kind: 'school'; readonly typed: string };

type CommandName = keyof Texts['chat']['commands'];

/**
 * Reads a command in any language that the bot speaks. Only a message that is a command from its first to its last
 * word counts: "Status lamp blinks red" is a report, "status K7M-3QX" is not.
 */
export function readChatCommand(text: string): ChatCommand | null {
  const typed = text
    .trim()
    .replace(/[.!]+$/, '')
    .trim();
  const words = typed.toLowerCase();
  const bareId = /^\S*[\d-]\S*$/.test(typed) ? parseTicketId(typed) : null;
  if (bareId !== null) return { kind: 'status', ticketId: bareId };
  for (const kind of ['help', 'myTickets', 'link'] as const) {
    if (wordsFor(kind).includes(words)) return { kind };
  }
  return readStatus(typed) ?? readLanguage(words) ?? readSchool(typed);
}

function readStatus(typed: string): ChatCommand | null {
  const id = parseTicketId(argument(typed, 'status') ?? '');
  return id === null ? null : { kind: 'status', ticketId: id };
}

function readLanguage(words: string): ChatCommand | null {
  const named = languages.find((language) =>
    languages.some((speaking) => {
      const names = texts(speaking).chat.languageNames[language];
      return names.includes(words) || names.includes(argument(words, 'language') ?? '');
    }),
  );
  if (named) return { kind: 'language', language: named };
  return wordsFor('language').includes(words) ? { kind: 'language', language: null } : null;
}

function readSchool(typed: string): ChatCommand | null {
  if (wordsFor('school').includes(typed.toLowerCase())) return { kind: 'school', typed: '' };
  const name = argument(typed, 'school');
  return name === null ? null : { kind: 'school', typed: name };
}

/** What follows the command's words, or null where the message does not begin with them. */
function argument(typed: string, command: CommandName): string | null {
  const prefix = wordsFor(command)
    .toSorted((one, other) => other.length - one.length)
    .find((words) => typed.toLowerCase().startsWith(`${words} `));
  return prefix === undefined
    ? null
    : typed
        .slice(prefix.length)
        .replace(/^[\s:]+/, '')
        .trim();
}

function wordsFor(command: CommandName): readonly string[] {
  return languages.flatMap((language) => texts(language).chat.commands[command]);
}
