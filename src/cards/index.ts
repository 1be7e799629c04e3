export { excerpt, plain, plainLine } from './escape.js';
export { type Mention } from './pieces.js';
export { prepareCards, type Card } from './template.js';
export { absenceCard, absenceLine, type AbsenceView } from './absence-card.js';
export { boardCard, type BoardLine, type BoardMention } from './board-card.js';
export { bulkCard, bulkSummary, type BulkView } from './bulk-card.js';
export { articleCard, articleChoiceCard } from './article-cards.js';
export { draftCard } from './draft-card.js';
export {
  type DraftArticle,
  type DraftExtras,
  type KnownIncident,
  type KnownReport,
  noExtras,
} from './draft-extras.js';
export {
  roomAddedCard,
  talkCard,
  whichReportCard,
  worksAgainCard,
  type AskedChange,
} from './follow-up-cards.js';
export { questionCard } from './question-card.js';
export { contactCard } from './contact-card.js';
export { statusCard } from './status-card.js';
export { channelCard, type ChannelPlacement } from './channel-card.js';
export { incidentCard, incidentSummary, incidentTitle, type IncidentView } from './incident-card.js';
export {
  maintenanceCheckCard,
  maintenanceLeaveOutCard,
  notChecked,
  type CheckView,
} from './maintenance-card.js';
export type { MaintenancePlace } from './maintenance-lines.js';
export {
  maintenanceListCard,
  maintenancePageLength,
  type MaintenanceListView,
} from './maintenance-list-card.js';
export { maintenanceResultCard, type CheckResultView } from './maintenance-result-card.js';
export { manageCard, relatedCard, type RelatedTicket } from './manage-card.js';
export {
  type BulkChoices,
  type FilterChoices,
  type ListTarget,
  type ListView,
  listCard,
  listPageLength,
  withWayBack,
} from './list-card.js';
export { messageCard, type CallingMessage } from './message-card.js';
export { linkCard, linkedCard } from './link-cards.js';
export {
  answerOrNewCard,
  languageCard,
  noteOrCommentCard,
  relinkCard,
  stillBrokenCard,
  type AskedTicket,
} from './choice-cards.js';
export {
  commandsCard,
  discardedCard,
  helpCard,
  movedCard,
  noticeCard,
  offerEndedCard,
  schoolPickerCard,
  schoolListCard,
  type ListPages,
  ticketListCard,
  ticketListLength,
} from './small-cards.js';
export { schoolChoice } from './school-choices.js';
export { extensionReportCard, type ReportDialog } from './extension-report-card.js';
export {
  schoolCard,
  ticketExtractCard,
  ticketExtractLines,
  type SchoolFacts,
  type SiteFacts,
} from './extension-cards.js';
export { stateWord } from './ticket-lines.js';
export { withToldLine } from './told.js';
export { whyCard } from './why-card.js';
export { whyLines, type WhyLines } from './why-lines.js';
export { photoChoiceCard } from './photo-choice-card.js';
export { visitChangeCard, type ChangedVisit, type VisitChangeView } from './visit-change-card.js';
export { windowOf, windowWords } from './visit-line.js';
export {
  worklistCard,
  worklistSummary,
  type WorklistSiteView,
  type WorklistTicketView,
  type WorklistView,
} from './worklist-card.js';
