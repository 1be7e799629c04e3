export {
  countWorklistRound,
  dropFormer,
  dropMove,
  dropTell,
  giveUpCard,
  recordAnnounced,
  recordWorklistCard,
  releaseWorklistLease,
  takeWorklistLease,
} from './bookkeeping.js';
export { worklistCollection } from './collection.js';
export type { WorklistCommand, WorklistRefusal } from './commands.js';
export { leftAt, listedTickets, type ListedAs, type ListedTicket } from './contents.js';
export { daysToPrepare, mayBeSent, nextLookAt } from './days.js';
export { reasonLimit } from './decide.js';
export { movedVisit, moveIdOf } from './moved-visit.js';
export { worklistId } from './new-worklist.js';
export { hasWork, isCardOutdated, withWorklistWake } from './wake.js';
export type {
  ContactCall,
  TicketMove,
  VisitState,
  Worklist,
  WorklistPlace,
  WorklistSite,
} from './worklist.js';
export { WorklistDesk, type VisitChange, type WorklistOutcome } from './worklist-desk.js';
