const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 6;

/**
 * A new id: six characters of Crockford's base 32, short enough to be read out on the phone.
 * A collision is found when the draft is created.
 * @param randomByte gives a random whole number from 0 to 255
 */
export function newTicketId(randomByte: () => number): string {
  return Array.from({ length }, () => alphabet.charAt(randomByte() % alphabet.length)).join('');
}

/** As people read it: `K7M-3QX`. */
export function formatTicketId(id: string): string {
  return `${id.slice(0, 3)}-${id.slice(3)}`;
}

const spoken = /^([0-9A-Z]{3})[-\s]?([0-9A-Z]{3})$/i;

/** The id that a person typed, forgiving case, a missing hyphen and letters taken for digits; null where it is none. */
export function parseTicketId(text: string): string | null {
  const match = spoken.exec(text.trim());
  if (!match) return null;
  const id = `${match[1] ?? ''}${match[2] ?? ''}`.toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return [...id].every((character) => alphabet.includes(character)) ? id : null;
}
