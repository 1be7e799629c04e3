import { z } from 'zod';

/** A message on which somebody pressed "make a ticket of this", as the client hands it over. All of it is the client's word. */
export interface PickedMessage {
  /** Its words, without markup. */
  readonly text: string;
  /** Who wrote it, by Entra object id; null for bots, guests without one and connectors. */
  readonly author: { readonly id: string; readonly name: string } | null;
}

/** Longer ones are read up to here. */
const longestHtml = 60_000;

const identity = z.object({
  id: z.string().nullish(),
  displayName: z.string().nullish(),
  userIdentityType: z.string().nullish(),
});
const sender = z
  .object({ user: identity.nullish().catch(null), application: z.unknown() })
  .nullish()
  .catch(null);

const payloadSchema = z.object({
  from: sender,
  body: z.object({ contentType: z.string().nullish(), content: z.string() }),
  mentions: z
    .array(z.object({ id: z.union([z.number(), z.string()]), mentioned: sender }))
    .nullish()
    .catch(null),
});

/** Null where the client handed over no message. */
export function readMessage(payload: unknown): PickedMessage | null {
  const parsed = payloadSchema.safeParse(payload);
  if (!parsed.success) return null;
  const { from, body, mentions } = parsed.data;
  const isCut = body.content.length > longestHtml;
  // A tag may have been cut in two.
  const content = isCut ? body.content.slice(0, longestHtml).replace(/<[^<>]*$/u, '') : body.content;
  const ofApps = (mentions ?? []).filter(({ mentioned }) => Boolean(mentioned?.application));
  const text =
    body.contentType === 'text' ? content : textOf(content, new Set(ofApps.map(({ id }) => String(id))));
  return { text: text.trim(), author: authorOf(from) };
}

function authorOf(from: z.output<typeof sender>): PickedMessage['author'] {
  const user = from?.user;
  const id = user?.id?.toLowerCase() ?? '';
  const isKnown = (user?.userIdentityType ?? 'aadUser') === 'aadUser' && /^[\w-]{1,64}$/u.test(id);
  return isKnown ? { id, name: (user?.displayName ?? '').slice(0, 256) } : null;
}

/**
 * The words of a message's HTML, line by line. Mentions stay as the names they show, but not those of apps (by their ids);
 * pictures, cards and everything that is not shown go.
 */
function textOf(html: string, ofApps: ReadonlySet<string>): string {
  const words = html
    .replace(
      /<at\b[^<>]{0,200}\bid="(\d{1,9})"[^<>]{0,200}>([^<]*)<\/at>/giu,
      (_whole, id: string, name: string) => (ofApps.has(id) ? ' ' : name),
    )
    .replace(/<(style|script|attachment)\b[^<>]*>[^<]*(?:<\/\1>)?/giu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/<li\b[^<>]*>/giu, '\n- ')
    .replace(/<(?:br|\/p|\/div|\/li|\/h[1-6]|\/tr|\/blockquote)\b[^<>]*>/giu, '\n')
    .replace(/<\/?[a-z!][^<>]*>/giu, '');
  return decoded(words)
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** Signs that HTML writes as words; all others come as they are or by number. */
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  auml: '\u00E4',
  ouml: '\u00F6',
  uuml: '\u00FC',
  Auml: '\u00C4',
  Ouml: '\u00D6',
  Uuml: '\u00DC',
  szlig: '\u00DF',
  euro: '\u20AC',
  hellip: '\u2026',
  ndash: '\u2013',
  mdash: '\u2014',
};

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/giu, (whole, ...found: unknown[]) => {
    const [decimal, hexadecimal, name] = found;
    if (typeof name === 'string') return entities[name] ?? whole;
    const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hexadecimal), 16);
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : ' ';
  });
}
