export { bannerShown, unattend, type Banner, type Unattended } from './banner.js';
export {
  boardCollection,
  targetId,
  boardTarget,
  campusOfBoard,
  type Board,
  type BoardItem,
  type BoardTarget,
} from './board.js';
export {
  countRound,
  detoured,
  giveAway,
  newBoard,
  releaseBoardLease,
  settle,
  takeBoardLease,
  takeIn,
} from './bookkeeping.js';
export { isOverdue } from './digest.js';
export { dueWord, isBannerDue, withBoardWake, type BoardRules, type DueWord } from './due.js';
export { asCalls, type Reminded } from './reminders.js';
export { weekBefore, WeeklyCount, type WeeklySummary } from './weekly-summary.js';
export { wordOf, type BoardFacts, type BoardMessage, type BoardWord } from './word.js';
