/** Letters that no normal form takes apart, as people write them who do not have them on the keyboard. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** A word in the form in which names are compared: case, accents and the three spellings of an umlaut are the same. */
export function nameSpelling(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/gu, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([aou])e/gu, '$1');
}
