import type { Language } from '../i18n/language.js';
import type { StoredDocument } from '../store/index.js';
import type { TicketCommand } from './commands.js';
import type { Call, CallSubject, OutboxEntry, Place } from './outbox.js';
import type { Category, Closing, Priority, Role, Scope, TicketState, WaitingReason } from './vocabulary.js';

/** One ticket is one document: its history, its outbox and its clock live inside. */
export interface Ticket extends StoredDocument {
  readonly schemaVersion: 4;
  readonly state: TicketState;
  /** Set exactly while `state` is waiting. */
  readonly waitingFor: WaitingReason | null;
  /** The day or instant until which it waits, where one was named (ISO). */
  readonly waitingUntil: string | null;
  /** Set exactly while `state` is closed. */
  readonly closedAs: Closing | null;
  readonly requester: Requester;
  readonly report: Report;
  /** Set from submit on; computed from the report. */
  readonly priority: Priority | null;
  /** Who has it; set from submit on. The school's campus only gives its default. */
  readonly handledBy: HandledBy | null;
  /** A hand-over that was not answered yet; the giver stays responsible. */
  readonly offer: Offer | null;
  readonly rating: { readonly stars: number; readonly text: string } | null;
  /** The ticket that this one continues, where a closed one could not be reopened any more. */
  readonly follows: string | null;
  readonly createdAt: string;
  readonly submittedAt: string | null;
  /** When the first response is promised; computed from history, stored so that lists can be sorted by it. */
  readonly firstResponseDueAt: string | null;
  /** When there was one; frozen once it happened. */
  readonly firstRespondedAt: string | null;
  /** When the solution is promised; null for drafts, while the clock stands still, and once the ticket is closed. */
  readonly resolutionDueAt: string | null;
  /** When the requester shall have heard from us again; null where nobody waits for that. */
  readonly nextUpdateDueAt: string | null;
  /** The next of these promises that is still to be kept, so that lists can be sorted by it; null where there is none. */
  readonly nextPromiseAt: string | null;
  /** How promises were kept; frozen when it happened, whatever the rules say later. */
  readonly results: {
    readonly firstResponse: PromiseResult | null;
    readonly resolution: PromiseResult | null;
  };
  /** What of the directory the promises are measured by, as it was at submit, edit or the last recomputation. */
  readonly grounds: TicketGrounds;
  /** The rules with which deadlines were last computed; empty for drafts and documents of earlier releases. */
  readonly rulesVersion: string;
  /** When the ticket was last resolved, while it is. */
  readonly resolvedAt: string | null;
  readonly closedAt: string | null;
  /** What was read in the first message, to be compared with what was sent; null where no message began it. */
  readonly understood: Understood | null;
  /** What has to be asked before the draft can be shown for sending; null where nothing is. */
  readonly question: DraftQuestion | null;
  /** The self-help article that came with the draft; null where none fitted. */
  readonly help: HelpGiven | null;
  /** Pictures that the requester sent; the files themselves lie elsewhere. Oldest first. */
  readonly photos: readonly TicketPhoto[];
  /** The incident that this ticket is a part of; null where it is none, or none any more. */
  readonly incident: IncidentLink | null;
  /** The visit for which it is planned, while it waits for one of the rota; null where another day was named. */
  readonly visit: PlannedVisit | null;
  /** The ticket with which it shall become one, until that one has answered. */
  readonly merging: Merging | null;
  /** Set where it was closed as a duplicate by a merge: the ticket that goes on for both, as last heard of it. */
  readonly followed: FollowedTicket | null;
  /** Tickets that became one with this one; their requesters hear of its progress, and never of one another. */
  readonly absorbed: readonly AbsorbedTicket[];
  /** Ids of tickets that somebody put in relation to this one. */
  readonly links: readonly string[];
  /** The ticket from which this one was split off. */
  readonly splitFrom: string | null;
  /** Set while somebody has decided the priority by hand; else it follows from the report. */
  readonly prioritySet: PrioritySet | null;
  /** Who wrote it down for the requester, at the telephone or from somebody's message; null where that was the requester. */
  readonly openedBy: PersonRef | null;
  /** What the requester has to be told by phone, oldest first, because the bot does not reach that person. */
  readonly toInform: readonly ToInform[];
  /** By what lists of open tickets find it; null for drafts and from the solution on, so that lists never grow with the archive. */
  readonly open: OpenFacts | null;
  /** By what the list of solved tickets finds it, until it is closed; null before and afterwards. */
  readonly solved: SolvedFacts | null;
  /** The words by which a search finds it, folded; empty for drafts. */
  readonly search: readonly string[];
  /** One entry for each accepted command, oldest first. */
  readonly history: readonly HistoryEntry[];
  /** Ids of the last 50 accepted commands. */
  readonly commandIds: readonly string[];
  /** Grows by one with each accepted command; cards remember which one they show. */
  readonly revision: number;
  /** Intentions that still have to reach people. */
  readonly outbox: readonly OutboxEntry[];
  /** Cards that show this ticket. */
  readonly places: readonly Place[];
  /** The last message that called each person to this ticket, so that two events within 60 s become one. */
  readonly calls: { readonly requester?: Call; readonly channel?: Call };
  /** Keys of the last 20 calls that the channel's own document handed back; none yet where it is missing. */
  readonly handedBack?: readonly string[];
  readonly lease: Lease | null;
  readonly wakeAt: string | null;
}

export interface TicketGrounds {
  /** The kind of school, as the register has it. */
  readonly schoolType: string | null;
  /** The campus of the ticket's site, whoever handles it. */
  readonly campusId: string | null;
}

/** How a promise was kept. Service minutes throughout. */
export interface PromiseResult {
  readonly at: string;
  readonly dueAt: string | null;
  readonly target: number;
  readonly used: number;
  readonly met: boolean;
}

export interface Requester {
  /** Entra object id. */
  readonly id: string;
  /** As the client named the person when the draft was made; for people to read, never to decide by. */
  readonly name: string;
  readonly language: Language;
  /** `phone` where the bot has no way to this person: an id that begins with `phone:` is nobody's in the directory of persons. */
  readonly reach?: 'phone';
}

/** A visit of the rota as it stood when the ticket was planned for it. */
export interface PlannedVisit {
  readonly id: string;
  readonly siteId: string;
  /** YYYY-MM-DD, in the service's time zone. */
  readonly date: string;
  /** When it begins and ends (ISO). */
  readonly from: string;
  readonly to: string;
}

export interface Merging {
  readonly into: string;
  readonly by: PersonRef;
  readonly at: string;
}

/** How far the ticket is that goes on for a duplicate; without anybody's name and words but the solution. */
export interface FollowedTicket {
  readonly id: string;
  /** Its revision when it told this, so that what comes late is known. */
  readonly revision: number;
  readonly state: TicketState;
  readonly closedAs: Closing | null;
  readonly waitingFor: WaitingReason | null;
  readonly waitingUntil: string | null;
  readonly solution: string | null;
}

/** A duplicate, as the ticket that goes on for it keeps it. */
export interface AbsorbedTicket {
  readonly id: string;
  readonly submittedAt: string;
  readonly absorbedAt: string;
  /** For the staff. */
  readonly requesterName: string;
}

export interface PrioritySet {
  readonly priority: Priority;
  readonly reason: string;
  readonly by: PersonRef;
  readonly at: string;
}

export interface ToInform {
  readonly entryId: string;
  readonly about: CallSubject;
  readonly at: string;
}

/** What a ticket is listed by as long as it is not closed. */
interface ListedFacts {
  /** Whose list: `campus-<id>`, `helpdesk` or `provider`. */
  readonly party: string;
  /** The assignee's id. */
  readonly personId: string | null;
  readonly requesterId: string;
  readonly schoolId: string | null;
  readonly siteId: string | null;
  readonly category: Category;
  readonly priority: Priority | null;
}

/** What an open ticket is listed by. */
export interface OpenFacts extends ListedFacts {
  readonly state: 'new' | 'claimed' | 'waiting';
  /** The next promise, or a day far off where none is running: what is most pressing comes first (ISO). */
  readonly dueAt: string;
}

/** What a ticket is listed by that waits for the answer whether its solution holds. */
export interface SolvedFacts extends ListedFacts {
  /** When it was solved: what waits longest comes first (ISO). */
  readonly at: string;
}

/** What the teacher tells. In a draft what was recognised; afterwards what was submitted. */
export interface Report {
  readonly category: Category;
  readonly alternatives: readonly Category[];
  readonly title: string;
  readonly description: string;
  readonly room: string | null;
  readonly deviceTag: string | null;
  readonly scope: Scope | null;
  /** A lesson or exam cannot go on or start now. */
  readonly blocked: boolean;
  /** Official school number. */
  readonly schoolId: string | null;
  readonly siteId: string | null;
  readonly bestTime: string | null;
  readonly phone: string | null;
}

/** What the bot read in a message, as a person later confirms or corrects it. */
export interface Understood {
  /** The first or main problem. */
  readonly category: Category;
  /** The affected place without the word for it: `R 204` is `204`; `Aula` stays. */
  readonly room: string | null;
  /** An inventory or serial number; never a ticket, error or phone number. */
  readonly deviceTag: string | null;
  readonly scope: Scope | null;
  /** Only if the text says that a lesson, exam or course cannot go on or start now. */
  readonly blocked: boolean;
  readonly language: Language;
  /** How sure the category is, 0 to 1. */
  readonly confidence: number;
}

/** What came of reading the message that a draft is made of. */
export type DraftReading = Pick<Ticket, 'understood' | 'question' | 'help'>;

/** Which of the likeliest categories is meant, where the message leaves it open. */
export type DraftQuestion = 'category';

export interface HelpGiven {
  readonly articleId: string;
  /** Null until the person says how it went. Whom it helped needs no ticket, so that the draft is then gone. */
  readonly outcome: 'still-broken' | null;
}

/** A picture of what is broken, without where and by whom it was taken. */
export interface TicketPhoto {
  /** Names the file and cannot be guessed. */
  readonly id: string;
  readonly at: string;
  readonly width: number;
  readonly height: number;
}

/** One's part in an incident, with what was last said to all of its requesters. */
export interface IncidentLink {
  readonly id: string;
  /** What is disturbed, in the words of whoever made it an incident. */
  readonly title: string;
  /** The state of things for all requesters; empty until somebody wrote it. */
  readonly status: string;
  readonly statusAt: string;
}

export interface PersonRef {
  readonly id: string;
  readonly name: string;
}

/** Who answers for a ticket, and in the directory's words why. */
export interface HandledBy {
  readonly party: 'campus' | 'helpdesk' | 'provider';
  /** Set where `party` is campus. */
  readonly campusId: string | null;
  /** The assignee, once somebody claimed it or was assigned. */
  readonly person: PersonRef | null;
  readonly reason: HandlingReason;
}

export type HandlingReason =
  | { readonly code: 'campus-of-school' }
  /** The campus' manager is away; `for` is that person's name, `until` the last day (YYYY-MM-DD), null where it is not known. */
  | { readonly code: 'deputy'; readonly for: string; readonly until: string | null }
  | { readonly code: 'no-school' }
  | { readonly code: 'no-campus' }
  | { readonly code: 'nobody-in-force' }
  | { readonly code: 'handed-over'; readonly by: string };

export interface Offer {
  readonly to: OfferedTo;
  /** Who gives it; where the system offers it because the assignee is away, that person. */
  readonly by: PersonRef;
  readonly at: string;
  readonly note: string;
  /** When an unanswered offer is shown to the help desk: 60 service minutes after it was made (ISO). */
  readonly answerDueAt: string;
  readonly reminded: boolean;
}

/** A party, or one person of it: the deputy of an assignee who is away. Documents of earlier versions hold no person. */
export interface OfferedTo {
  readonly party: HandledBy['party'];
  readonly campusId: string | null;
  readonly person?: PersonRef | null;
}

export type Actor =
  | { readonly kind: 'person'; readonly id: string; readonly name: string; readonly role: Role }
  | { readonly kind: 'system' };

/** What happened: the accepted command itself, who gave it and when. */
export interface HistoryEntry {
  readonly id: string;
  readonly at: string;
  readonly actor: Actor;
  readonly command: TicketCommand;
}

/** Who is sending for this document, and until when nobody else shall. */
export interface Lease {
  readonly owner: string;
  readonly until: string;
}
