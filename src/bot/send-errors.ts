import { z } from 'zod';
import { SendError } from '../delivery/index.js';

const restErrorSchema = z.object({
  statusCode: z.number().optional(),
  code: z.string().optional(),
  response: z.object({ headers: z.custom<HeaderReader>(readsHeaders) }).optional(),
});

interface HeaderReader {
  get(name: string): string | undefined | null;
}

const notSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const temporaryStatuses = new Set([412, 429, 502, 503, 504]);

/** What an error of the connector means for delivery. Only the status is told on, never the content. */
export function toSendError(error: unknown): SendError {
  if (error instanceof SendError) return error;
  const parsed = restErrorSchema.safeParse(error);
  const { statusCode, code, response } = parsed.success ? parsed.data : {};
  if (statusCode === undefined) {
    if (code !== undefined && notSent.has(code)) return new SendError('temporary', `not reached (${code})`);
    return new SendError('unknown', `no answer (${code ?? 'unknown'})`);
  }
  const says = `answered with ${String(statusCode)}`;
  if (temporaryStatuses.has(statusCode)) {
    const wait = retryAfter(response?.headers);
    return new SendError(
      statusCode === 429 ? 'throttled' : 'temporary',
      says,
      ...(wait === null ? [] : [wait]),
    );
  }
  if (statusCode === 404) return new SendError('gone', says);
  if (statusCode === 403) return new SendError('blocked', says);
  return new SendError(statusCode >= 500 || statusCode === 408 ? 'unknown' : 'rejected', says);
}

/** Wall milliseconds from a Retry-After header in seconds, or null. */
function retryAfter(headers: HeaderReader | undefined): number | null {
  const seconds = Number(headers?.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}

function readsHeaders(headers: unknown): boolean {
  return (
    typeof headers === 'object' && headers !== null && 'get' in headers && typeof headers.get === 'function'
  );
}
