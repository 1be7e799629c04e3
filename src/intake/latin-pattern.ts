/**
 * Letters and digits of the scripts that European languages are written in. Classes of Unicode (`\p{L}`) hold hundreds of
 * ranges, and with the flag `u` the long patterns of this room take ten times as long to compile at the first message.
 */
const letters = 'A-Za-z\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02af\\u0370-\\u1fff';
const classes: Readonly<Record<string, string>> = { '\\p{L}': letters, '\\p{Ll}': letters, '\\p{N}': '0-9' };

/**
 * A pattern whose `\p{L}` and `\p{N}` stand for letters and digits of European scripts; `\p{Ll}` is any letter, as it is
 * where case is ignored.
 * @param flags without `u`
 */
export function latinPattern(source: string, flags: '' | 'i' | 'g' | 'gi'): RegExp {
  let inClass = false;
  const plain = source.replace(/\\p\{\w+\}|\\.|[[\]]/g, (part) => {
    if (part === '[' || part === ']') inClass = part === '[';
    const members = classes[part];
    if (members === undefined) return part;
    return inClass ? members : `[${members}]`;
  });
  return new RegExp(plain, flags);
}
