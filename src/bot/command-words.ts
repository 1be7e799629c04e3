/** A typed message without the marks around it; a question mark alone asks for help. */
export function bare(text: string): string {
  const typed = withoutEnd(text.trim().replace(/^["„“”»«']+/u, ''), /["„“”»«'.!]/u).trim();
  return typed === '?' ? typed : withoutStops(typed);
}

/** A text without the spaces and the stops at its end. */
export function withoutStops(text: string): string {
  return withoutEnd(text, /[\s?.!]/u);
}

/** From the end, since a pattern tries anew at each place: a long row of stops would take its square of time. */
function withoutEnd(text: string, mark: RegExp): string {
  let end = text.length;
  while (end > 0 && mark.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** What follows a command's words, or null where the message does not begin with any of them. They are lower case. */
export function argumentAfter(typed: string, commandWords: readonly string[]): string | null {
  const prefix = commandWords
    .toSorted((one, other) => other.length - one.length)
    .find((words) => beginsWith(typed.toLowerCase(), words));
  return prefix === undefined
    ? null
    : typed
        .slice(prefix.length)
        .replace(/^[\s:]+/, '')
        .trim();
}

export function beginsWith(typed: string, words: string): boolean {
  return typed.startsWith(`${words} `) || typed.startsWith(`${words}:`);
}
