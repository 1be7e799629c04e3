import type { TicketState, VisitWindow } from '../tickets/index.js';
import type { ShownPhoto } from './photos.js';

/** What stands on a draft beside the report itself. All texts are data, shown as plain text. */
export interface DraftExtras {
  /** The self-help article that fits; at most one. */
  readonly article: DraftArticle | null;
  /** The title of the article that was tried and did not help. */
  readonly tried: string | null;
  /** A running incident that this may be a part of. */
  readonly incident: KnownIncident | null;
  /** What the person, or somebody at the school about the same device, has reported already. */
  readonly duplicate: KnownReport | null;
  /** Open faults of the school that look like this one, of other people, without names. */
  readonly known: readonly KnownReport[];
  /** The pictures that the person sent with it. */
  readonly photos: readonly ShownPhoto[];
  /** When somebody comes to the school next, and from when and where that is told; null where it is not known. */
  readonly nextVisit: (VisitWindow & { readonly now: number; readonly timeZone: string }) | null;
}

export interface DraftArticle {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly string[];
  /** What to know beside the steps; may be empty. */
  readonly note: string;
}

export interface KnownIncident {
  readonly id: string;
  readonly title: string;
  /** What is said to its requesters; may be empty. */
  readonly status: string;
}

export interface KnownReport {
  readonly ticketId: string;
  readonly title: string;
  readonly room: string | null;
  readonly state: TicketState;
  /** `own`: of the same person; `device`: of somebody else about the same device; `school`: of the same school. */
  readonly relation: 'own' | 'device' | 'school';
}

/** A draft of which nothing is known beside the report itself. */
export const noExtras: DraftExtras = {
  article: null,
  tried: null,
  incident: null,
  duplicate: null,
  known: [],
  photos: [],
  nextVisit: null,
};
