import { isoOf, type Instant } from '../sla/index.js';
import type { TicketPhoto } from '../tickets/index.js';
import { cleanPhoto, type PhotoProblem } from './clean-photo.js';
import { download, type DownloadProblem, type DownloadRules, type PhotoSource } from './download.js';
import { isPhotoId, newPhotoId } from './photo-id.js';
import type { PhotoStore } from './photo-store.js';

/** What became of the pictures of one message. */
export interface Received {
  readonly photos: readonly TicketPhoto[];
  /** Why some were not taken, each reason once. */
  readonly problems: readonly ReceivingProblem[];
}

export type ReceivingProblem = PhotoProblem | DownloadProblem;

/** All pictures of one message together may take this long, in wall milliseconds: the turn has 10 s. */
const receiveLimitMs = 6_000;

export interface PhotoAlbumParts {
  readonly store: PhotoStore;
  /** The address under which others reach this service; null where none is known. */
  readonly baseUrl: () => string | null;
  /** Whether pictures may come from this machine, over plain HTTP: only in trials and tests. */
  readonly allowsLoopback: boolean;
}

/** Who brings the pictures: the channel service, and what opens its doors. */
export type Bringer = Pick<DownloadRules, 'serviceUrl' | 'authorization'>;

/** Takes pictures in, clean and under names that nobody can guess, and lets them go again. */
export class PhotoAlbum {
  constructor(private readonly parts: PhotoAlbumParts) {}

  /** Fetches, checks, cleans and keeps pictures. @throws PhotoStoreError */
  async receive(sources: readonly PhotoSource[], bringer: Bringer, now: Instant): Promise<Received> {
    const rules = { ...bringer, allowsLoopback: this.parts.allowsLoopback };
    const signal = AbortSignal.timeout(receiveLimitMs);
    const all = await Promise.all(
      sources.map(async (source) => this.#receiveOne(source, rules, signal, now)),
    );
    const problems = all.filter((each) => typeof each === 'string');
    return { photos: all.filter((each) => typeof each !== 'string'), problems: [...new Set(problems)] };
  }

  async #receiveOne(
    source: PhotoSource,
    rules: DownloadRules,
    signal: AbortSignal,
    now: Instant,
  ): Promise<TicketPhoto | ReceivingProblem> {
    const file = await download(source, rules, signal);
    if (typeof file === 'string') return file;
    const clean = await cleanPhoto(file);
    if (typeof clean === 'string') return clean;
    const id = newPhotoId();
    await this.parts.store.put(id, clean.jpeg);
    return { id, at: isoOf(now), width: clean.width, height: clean.height };
  }

  /** The JPEG, or null where there is none; `id` may be anybody's word. @throws PhotoStoreError */
  async get(id: string): Promise<Uint8Array | null> {
    return isPhotoId(id) ? this.parts.store.get(id) : null;
  }

  /**
   * The same picture under a new id, or null where it is gone. A picture that waits for a decision is moved by it, so that
   * it never belongs to two tickets. @throws PhotoStoreError
   */
  async copy(photo: TicketPhoto): Promise<TicketPhoto | null> {
    const jpeg = await this.get(photo.id);
    if (!jpeg) return null;
    const id = newPhotoId();
    await this.parts.store.put(id, jpeg);
    return { ...photo, id };
  }

  /** @throws PhotoStoreError where one could not be removed; the same again removes the rest */
  async remove(photos: readonly Pick<TicketPhoto, 'id'>[]): Promise<void> {
    for (const { id } of photos) await this.parts.store.remove(id);
  }

  /** Where a card finds the picture; null where this service has no address that others reach. */
  urlOf(id: string): string | null {
    const base = this.parts.baseUrl();
    return base === null ? null : `${base}/photos/${id}.jpg`;
  }
}
