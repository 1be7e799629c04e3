/**
 * What people typed, made safe for the text of a card: it reads as it was typed and is never markup.
 *
 * Backslashes would do in Teams' Markdown, but show up in clients that render text as it is. So markup is
 * broken by characters instead that look the same or like nothing: U+2217 for an asterisk, U+02CB for a back
 * quote, and the invisible word joiner U+2060 wherever two characters only mean something side by side.
 */
const joiner = '\u2060';

/** One line of user text for a card: line breaks become spaces. */
export function plainLine(text: string): string {
  return escapeLine(withoutControls(text).replace(/\s+/gu, ' ').trim());
}

/** User text with its line breaks kept as paragraphs, the only break that every client honours. */
export function plain(text: string): string {
  return withoutControls(text)
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .split('\n')
    .map((line) => escapeLine(line.trim()))
    .filter((line) => line !== '')
    .join('\n\n');
}

/** The first `limit` characters of a text, cut between words where possible, with an ellipsis where something is missing. */
export function excerpt(text: string, limit: number): string {
  const characters = [...text];
  if (characters.length <= limit) return text;
  const cut = characters.slice(0, limit - 1).join('');
  const lastSpace = cut.lastIndexOf(' ');
  return `${(lastSpace > limit * 0.6 ? cut.slice(0, lastSpace) : cut).trimEnd()}…`;
}

/** Control and invisible format characters, those that turn the direction of text around among them; line ends stay. */
function withoutControls(text: string): string {
  return text.replace(/(?![\n\r\t\u200D])[\p{Cc}\p{Cf}]/gu, '');
}

function escapeLine(line: string): string {
  return (
    line
      .replace(/\*/gu, '∗')
      .replace(/`/gu, 'ˋ')
      // Inside a word an underscore is text everywhere (R_204); elsewhere it could open or close emphasis.
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, `${joiner}_${joiner}`)
      .replace(/\\/gu, `\\${joiner}`)
      .replace(/~(?=~)/gu, `~${joiner}`)
      // Links and images, reference definitions, automatic links; what stands behind the text may begin with a sign, too.
      .replace(/\](?=[([:]|$)/gu, `]${joiner}`)
      .replace(/\/(?=\/)/gu, `/${joiner}`)
      .replace(/\b(www)\./giu, `$1${joiner}.`)
      .replace(/\b(mailto|tel|javascript|data):/giu, `$1${joiner}:`)
      // HTML, mentions (<at>), entities, date functions ({{DATE()}}) and templates.
      .replace(/<(?=[\p{L}/!?])/gu, `<${joiner}`)
      .replace(/&(?=#|\w+;)/gu, `&${joiner}`)
      .replace(/\{(?=\{)/gu, `{${joiner}`)
      .replace(/\$(?=\{)/gu, `$${joiner}`)
      // Lists, headings, quotes, rules and tables begin a line.
      .replace(/^(?=[-+#>=|]|\d{1,9}[.)])/u, joiner)
  );
}
