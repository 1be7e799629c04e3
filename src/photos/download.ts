import { largestPhotoBytes } from './clean-photo.js';

/** Where a picture can be fetched, as the message says. */
export interface PhotoSource {
  readonly url: string;
  /** Whether the address by itself opens the file; else the bot's own token is needed. */
  readonly isOpen: boolean;
}

/** Where files may be fetched from, and with what. */
export interface DownloadRules {
  /** The channel service that sent the message: the only one that gets the bot's token. */
  readonly serviceUrl: string;
  /** Only for trials and tests: plain HTTP on this machine. */
  readonly allowsLoopback: boolean;
  /** `Bearer ...` for the channel service; null where nobody signs. */
  readonly authorization: () => Promise<string | null>;
}

/** Why there is no file. */
export type DownloadProblem =
  /** The address is none of Microsoft's, or the file's place refused, was too slow or does not exist. */
  'not-reached' | 'too-large';

/** Microsoft's places for files of chats. A message could name any other address, also inside our own network. */
const trustedSuffixes: readonly string[] = [
  '.botframework.com',
  '.skype.com',
  '.teams.microsoft.com',
  '.sharepoint.com',
  '.svc.ms',
];

const mostRedirects = 2;

/**
 * Fetches a file that came with a message, whatever it is.
 * @param signal ends the waiting; the turn has to answer within seconds
 */
export async function download(
  source: PhotoSource,
  rules: DownloadRules,
  signal: AbortSignal,
): Promise<Uint8Array | DownloadProblem> {
  if (source.url.startsWith('data:')) return fromDataUrl(source.url);
  try {
    return await fetchFrom(source, rules, signal);
  } catch {
    // Timeouts, broken connections, and a token that cannot be had: the person can only send it again.
    return 'not-reached';
  }
}

async function fetchFrom(
  source: PhotoSource,
  rules: DownloadRules,
  signal: AbortSignal,
): Promise<Uint8Array | DownloadProblem> {
  let address = allowed(source.url, rules);
  if (!address) return 'not-reached';
  const getsToken = !source.isOpen && address.host === new URL(rules.serviceUrl).host;
  const authorization = getsToken ? await rules.authorization() : null;
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const response = await fetch(address, {
      redirect: 'manual',
      signal,
      headers: { accept: 'image/*', ...(authorization !== null && { authorization }) },
    });
    if (response.ok) return read(response);
    await response.body?.cancel();
    const next = nextAddress(response, address);
    if (!next) return 'not-reached';
    address = next;
  }
  return 'not-reached';
}

/** The address, where files may be fetched from it. */
function allowed(url: string, { serviceUrl, allowsLoopback }: DownloadRules): URL | null {
  if (!URL.canParse(url)) return null;
  const address = new URL(url);
  if (address.username !== '' || address.password !== '') return null;
  if (allowsLoopback && isLoopbackName(address.hostname)) return address;
  if (address.protocol !== 'https:' || address.port !== '') return null;
  const isTrusted = trustedSuffixes.some((suffix) => address.hostname.endsWith(suffix));
  return isTrusted || address.host === new URL(serviceUrl).host ? address : null;
}

/** Only on the same host: a redirect to another could lead anywhere, and would take the token along. */
function nextAddress(response: Response, from: URL): URL | null {
  const location = response.headers.get('location');
  if (response.status < 300 || response.status >= 400 || location === null) return null;
  if (!URL.canParse(location, from.href)) return null;
  const next = new URL(location, from);
  return next.origin === from.origin ? next : null;
}

/** Reads no more than may be: what a server says about the length is only its word. */
async function read(response: Response): Promise<Uint8Array | DownloadProblem> {
  if (Number(response.headers.get('content-length') ?? 0) > largestPhotoBytes) {
    await response.body?.cancel();
    return 'too-large';
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) break;
    const bytes: unknown = part.value;
    if (!(bytes instanceof Uint8Array)) return 'not-reached';
    length += bytes.length;
    if (length > largestPhotoBytes) {
      await reader?.cancel();
      return 'too-large';
    }
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

/** Some clients send a small picture within the message itself. */
function fromDataUrl(url: string): Uint8Array | DownloadProblem {
  const [head = '', content = ''] = url.split(',', 2);
  return head.endsWith(';base64') ? Buffer.from(content, 'base64') : 'not-reached';
}

function isLoopbackName(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
}
