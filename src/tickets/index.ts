export {
  countAttempt,
  dropIntention,
  recentCall,
  recordCalled,
  recordShown,
  restUntilOpening,
  callStillMatters,
  stillMatters,
  waitsForOpening,
} from './bookkeeping.js';
export { commentLimit, textLimit } from './change.js';
export { type ChannelView, channelView } from './channel-view.js';
export { type PromiseState, type TicketClocks, clocksOf } from './clocks.js';
export { type ClockEffect, type ClockEvent, clockEvents } from './clock-events.js';
export { ticketCollection } from './collection.js';
export type { CardRef, CommandEnvelope, ReminderStage, TicketCommand, Verb } from './commands.js';
export { dueCommand, nextDeadline } from './deadlines.js';
export { decide } from './decide.js';
export type { Decision, Refusal } from './decision.js';
export { type DraftBeginning, newDraft } from './draft.js';
export { type DraftView, draftView } from './draft-view.js';
export {
  type KnownTickets,
  categoriesMeant,
  isOfSameDevice,
  knownTickets,
  likelyDuplicates,
} from './duplicates.js';
export { formerly } from './handover-changes.js';
export { groundsOf, isSameGrounds } from './grounds.js';
export { handBack, tellTaken } from './hand-back.js';
export { showIntention } from './intentions.js';
export {
  type LeaseTerms,
  holdsLongEnough,
  isLeasedBy,
  isLeasedByOther,
  lacksSender,
  leased,
  releaseLease,
  takeLease,
} from './lease.js';
export { waitForPhone } from './inform-changes.js';
export { answerTo } from './orders.js';
export { followedOf } from './followed.js';
export { isOfferedWithin, partyKey } from './party.js';
export type { PauseReason, TicketPause } from './pauses.js';
export { mayRead, type Reader } from './people.js';
export { type DeskAct, type Reach, reachOf } from './desk-rights.js';
export { type ContactView, contactView } from './contact-view.js';
export { isOfSchool } from './school-voice.js';
export { type RequesterView, requesterView } from './requester-view.js';
export type { TicketRequest } from './requests.js';
export { reroutingOf } from './rerouting.js';
export type { Rules } from './rules.js';
export type {
  Call,
  CallIntention,
  CallSubject,
  CheckIntention,
  CheckSubject,
  ConversationKey,
  Detour,
  OrderIntention,
  OutboxEntry,
  Place,
  PlaceName,
  ShowIntention,
  TellIntention,
} from './outbox.js';
export type {
  Actor,
  DraftReading,
  HandledBy,
  HandlingReason,
  HelpGiven,
  IncidentLink,
  Lease,
  Offer,
  PersonRef,
  PlannedVisit,
  PromiseResult,
  Report,
  Requester,
  Ticket,
  TicketGrounds,
  TicketPhoto,
  Understood,
} from './ticket.js';
export { type Order, type Outcome, type PersonOrder, TicketDesk } from './ticket-desk.js';
export type { CommentView, Responsible, Surroundings, TicketFacts } from './ticket-facts.js';
export { formatTicketId, newTicketId, parseTicketId } from './ticket-id.js';
export {
  type Category,
  type Closing,
  type Priority,
  type Role,
  type Scope,
  type TicketState,
  type WaitingReason,
  categories,
  isOpen,
  isUrgent,
  openStates,
  priorities,
  roles,
  scopes,
  ticketStates,
  unclosedStates,
  waitingReasons,
} from './vocabulary.js';
export {
  everyOpen,
  listedIds,
  listedParties,
  mostCounted,
  pageAfter,
  readTicketList,
  listedStates,
  type ListFilter,
  type TicketList,
} from './ticket-lists.js';
export { findTickets, type TicketSearch, type TicketSearchParts } from './ticket-search.js';
export { publicView } from './public-view.js';
export { partOfReport } from './split-changes.js';
export type { InformView } from './inform-view.js';
export { plannedVisit, type NextVisits, type VisitTime, type VisitWindow } from './visit-times.js';
export { lastVisitOf, visitInMind } from './last-visit.js';
export { withWake } from './wake.js';
export { wordsOf } from './words.js';
export {
  type DeadlineWhy,
  type PromiseName,
  type PromiseSource,
  type StillBecause,
  type WhyView,
  whyView,
} from './why-view.js';
export { photoLimit } from './photo-changes.js';
