/** A typed message without the marks around it; a question mark alone asks for help. */
export function bare(text: string): string {
  const typed = text
    .trim()
    .replace(/^["„“”»«']+|["„“”»«'.!]+$/gu, '')
    .trim();
  return typed === '?' ? typed : typed.replace(/[\s?.!]+$/u, '');
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
