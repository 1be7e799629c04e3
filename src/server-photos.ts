import type { Request, Response, Server } from 'restify';
import type { Log } from './logging.js';
import { photoIdOf } from './photos/index.js';

/** What serves a photo: by its id, which may be anybody's word; null where there is none. */
export interface PhotoShelf {
  get(id: string): Promise<Uint8Array | null>;
}

/**
 * Whoever knows the name may see the photo (cards can show only what needs no login), but nothing may be made of the answer
 * except a picture, and no search engine or shared cache keeps it.
 */
const headers = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'",
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex',
} as const;

/** GET and HEAD /photos/ID.jpg; 404 for anything else below /photos/. */
export function servePhotos(server: Server, shelf: PhotoShelf, log: Log): void {
  const answer = async (request: Request, response: Response): Promise<void> => {
    const params: unknown = request.params;
    const id = photoIdOf(nameIn(params));
    try {
      const photo = id === null ? null : await shelf.get(id);
      if (!photo) {
        response.writeHead(404, { ...headers, 'Cache-Control': 'no-store', 'Content-Length': 0 });
        response.end();
        return;
      }
      response.writeHead(200, {
        ...headers,
        'Content-Type': 'image/jpeg',
        'Content-Length': photo.length,
        'Cache-Control': 'private, max-age=86400',
      });
      response.end(request.method === 'HEAD' ? undefined : Buffer.from(photo));
    } catch (error) {
      log.error({}, 'a photo could not be read', error);
      response.writeHead(503, { ...headers, 'Cache-Control': 'no-store', 'Content-Length': 0 });
      response.end();
    }
  };
  server.get('/photos/:name', answer);
  server.head('/photos/:name', answer);
}

function nameIn(params: unknown): string {
  const isObject = typeof params === 'object' && params !== null;
  return isObject && 'name' in params && typeof params.name === 'string' ? params.name : '';
}
