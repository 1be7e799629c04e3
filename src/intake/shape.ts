/**
 * Numbers that could be traced to a device or a person, turned into others of the same shape: `DO-40817` is `DO-12345`
 * for everybody. Years, error codes (`0x80070035`), short numbers and what is in `kept` stay.
 */
export function withoutNumbers(text: string, kept: readonly string[] = []): string {
  return text.replace(numbered, (found) =>
    isTraceable(found) && !kept.includes(found) ? shapeOf(found) : found,
  );
}

/**
 * A text of the same shape: digits count up, and so do the letters of a serial number; those of a prefix stay.
 *
 * @example shapeOf('INV 20231') // 'INV 12345'
 */
export function shapeOf(tag: string): string {
  let digits = 0;
  let letters = 0;
  const isSerial = serial.test(tag);
  return tag.replace(/\d|[A-Z]/g, (sign) => {
    if (/\d/.test(sign)) return String((digits += 1) % 10);
    if (!isSerial) return sign;
    letters += 1;
    return String.fromCharCode(firstLetter + ((letters - 1) % 26));
  });
}

const firstLetter = 'A'.charCodeAt(0);
const numbered = /(?<![\p{L}\p{N}])[A-Za-z0-9](?:[A-Za-z0-9_-]{0,40}[A-Za-z0-9])?(?![\p{L}\p{N}])/gu;
/** As makers write them: capitals and digits, both, where the letters are not only a prefix. */
const serial = /^(?=[A-Z0-9]{8,14}$)[A-Z0-9]*\d[A-Z0-9]*[A-Z][A-Z0-9]*$/;
const digitsToTrace = 4;

function isTraceable(found: string): boolean {
  if (/^0x/i.test(found) || /^(?:19|20)\d\d$/.test(found)) return false;
  return serial.test(found) || found.replace(/\D/g, '').length >= digitsToTrace;
}
