/**
 * Whether a reader sees anything of a text. Zero-width characters, fillers and control characters are sent by broken
 * keyboards and by people who want an empty ticket.
 */
export function isVisible(text: string): boolean {
  return /[^\s\p{Cc}\p{Cf}\p{Z}\p{DI}\u2800]/u.test(text);
}

/** The first characters of a text, at most `limit` UTF-16 units, and never half a character. */
export function beginningOf(text: string, limit: number): string {
  return text.slice(0, limit).replace(/[\uD800-\uDBFF]$/u, '');
}
