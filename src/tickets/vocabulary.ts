/** The closed lists of the help desk's field. Their words in German and English stand in the language files. */
export const categories = [
  'ipad-hardware',
  'ipad-software',
  'app-request',
  'network',
  'display',
  'computer',
  'printer',
  'account',
  'loss',
  'lending',
  'workshop',
  'smalltalk',
  'other',
] as const;
export type Category = (typeof categories)[number];

/** Who is affected: one person or device, two to nine, a class, the whole building or staff. */
export const scopes = ['one', 'several', 'class', 'school'] as const;
export type Scope = (typeof scopes)[number];

/** P1 is the most urgent. People read words, not these codes. */
export const priorities = ['P1', 'P2', 'P3', 'P4'] as const;
export type Priority = (typeof priorities)[number];

/** Whether a manager is called for a ticket of this priority when it is new, and when it rises to it. */
export function isUrgent(priority: Priority | null): boolean {
  return priority === 'P1' || priority === 'P2';
}

export const ticketStates = ['draft', 'new', 'claimed', 'waiting', 'resolved', 'closed'] as const;
export type TicketState = (typeof ticketStates)[number];

/** States in which somebody still has to work on the ticket. */
export const openStates = ['new', 'claimed', 'waiting'] as const satisfies readonly TicketState[];

/** The open ones, and a solution that nobody has confirmed: tickets whose cards are still kept and talked about. */
export const unclosedStates = [...openStates, 'resolved'] as const satisfies readonly TicketState[];

/** Whether somebody still has to work on a ticket in this state. */
export function isOpen(state: TicketState): boolean {
  return openStates.some((open) => open === state);
}

export const waitingReasons = ['requester', 'vendor', 'visit'] as const;
export type WaitingReason = (typeof waitingReasons)[number];

/** How a ticket ended. `withdrawn` and `duplicate` are final. */
export const closings = ['solved', 'no-reply', 'withdrawn', 'duplicate'] as const;
export type Closing = (typeof closings)[number];

/**
 * What a person is to one ticket; always decided on the server from the directory. `contact` answers for IT at the school,
 * `provider` works for the firm that employs the managers and deals with the makers of the devices.
 */
export const roles = [
  'requester',
  'contact',
  'manager',
  'provider',
  'dispatcher',
  'administrator',
  'system',
] as const;
export type Role = (typeof roles)[number];
