import { isoOf, type Instant } from '../sla/index.js';
import { draftExpiresAt } from './deadlines.js';
import type { DraftQuestion, HelpGiven, PersonRef, Report, Requester, Ticket, Understood } from './ticket.js';

/** What a draft starts from. */
export interface DraftBeginning {
  readonly id: string;
  readonly requester: Requester;
  readonly report: Report;
  /** The ticket that this one continues, or null. */
  readonly follows: string | null;
  /** The ticket from which it is split off. */
  readonly splitFrom?: string | null;
  /** Who writes it down for the requester. */
  readonly openedBy?: PersonRef | null;
  readonly understood?: Understood | null;
  readonly question?: DraftQuestion | null;
  readonly help?: HelpGiven | null;
}

/** A draft: the document that will be the ticket, created before its card is sent, so that submitting twice makes one. */
export function newDraft(beginning: DraftBeginning, now: Instant): Ticket {
  return {
    id: beginning.id,
    schemaVersion: 4,
    state: 'draft',
    waitingFor: null,
    waitingUntil: null,
    closedAs: null,
    requester: beginning.requester,
    report: beginning.report,
    priority: null,
    handledBy: null,
    offer: null,
    rating: null,
    follows: beginning.follows,
    createdAt: isoOf(now),
    submittedAt: null,
    firstResponseDueAt: null,
    firstRespondedAt: null,
    resolutionDueAt: null,
    nextUpdateDueAt: null,
    nextPromiseAt: null,
    results: { firstResponse: null, resolution: null },
    grounds: { schoolType: null, campusId: null },
    rulesVersion: '',
    resolvedAt: null,
    closedAt: null,
    understood: beginning.understood ?? null,
    question: beginning.question ?? null,
    help: beginning.help ?? null,
    photos: [],
    incident: null,
    visit: null,
    merging: null,
    followed: null,
    absorbed: [],
    links: [],
    splitFrom: beginning.splitFrom ?? null,
    prioritySet: null,
    openedBy: beginning.openedBy ?? null,
    toInform: [],
    open: null,
    solved: null,
    search: [],
    history: [],
    commandIds: [],
    revision: 0,
    outbox: [],
    places: [],
    calls: {},
    lease: null,
    wakeAt: isoOf(draftExpiresAt(isoOf(now))),
  };
}
