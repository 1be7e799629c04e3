/**
 * What speaks for a category: weight -> words. A weight is the logarithm of how much likelier the word
 * makes the category, so 1 is a hint, 2 a good sign and 3 nearly certain; below zero it speaks against.
 *
 * How a word is written (umlauts and case do not matter):
 * - `drucker`: a word that begins so (up to three letters: the word itself); from five letters on also inside a compound (Farblaserdrucker)
 *   and with a typing error (Druker)
 * - `=app`: this word only
 * - `@ipad`: any word of that group in groups.ts
 * - `bild weg`: both in this order, close together
 * - `lädt ~ @not`: both close together, in any order
 * - `@ipad & riss`: both somewhere in the text
 */
export type CategoryEntries = Readonly<Record<string, readonly string[]>>;
