/**
 * Brings a text into the form in which it is compared: lower case, umlauts and their spellings (ä, ae, a) the same,
 * ß as ss, every spelling of "street" the same, everything but letters and digits a space.
 */
export function foldName(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/([aou])e/g, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/stras?se(?= |$)/g, 'str')
    .trim();
}

/** The folded words of a text. */
export function foldedWords(text: string): string[] {
  const folded = foldName(text);
  return folded === '' ? [] : folded.split(' ');
}
