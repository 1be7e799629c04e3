import type { Language } from '../i18n/language.js';
import type { Instant } from '../sla/instant.js';
import type { HandledBy } from '../tickets/ticket.js';

/** A school of the official register. */
export interface School {
  /** Official school number, six digits. */
  readonly id: string;
  readonly name: string;
  /** Second and third line of the official name, where they say something. */
  readonly fullName: string;
  readonly type: string;
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
}

/** A building or place of a school. Each school has at least one. */
export interface Site {
  readonly id: string;
  readonly schoolId: string;
  readonly name: string;
  readonly street: string;
  readonly campusId: string;
}

export interface Campus {
  readonly id: string;
  readonly name: string;
  readonly managerId: string;
  readonly deputyId: string | null;
}

export interface Person {
  /** Entra object id, lower case. */
  readonly id: string;
  readonly name: string;
  readonly language: Language;
  /** Days on which the person is away, first and last day inclusive (YYYY-MM-DD, in the service's time zone). */
  readonly absences: readonly { readonly from: string; readonly to: string }[];
}

/** Who a campus' tickets go to on a day. */
export interface InForce {
  readonly person: Person | null;
  /** `deputy` stands in for the manager; `nobody` means both are away and the help desk takes over. */
  readonly as: 'manager' | 'deputy' | 'nobody';
  /** Last day on which that is so because of absences (YYYY-MM-DD); null while the manager is in force. */
  readonly until: string | null;
}

/** A school that a search found, best first. */
export interface SchoolHit {
  readonly school: School;
  /** 0 to 1; 1 is an exact name or number. */
  readonly score: number;
}

/**
 * The city as one loaded, immutable value. All lookups are in memory.
 * `version` changes with each import or apply.
 */
export interface Directory {
  readonly version: string;
  readonly schools: readonly School[];
  readonly campuses: readonly Campus[];
  school(id: string): School | undefined;
  sitesOf(schoolId: string): readonly Site[];
  site(id: string): Site | undefined;
  /** The site of a school that is meant: the named one where it is the school's, else the only one that the school has. */
  siteMeant(schoolId: string, siteId: string | null): Site | undefined;
  campus(id: string): Campus | undefined;
  person(id: string): Person | undefined;
  isDispatcher(personId: string): boolean;
  isAdministrator(personId: string): boolean;
  readonly dispatchers: readonly Person[];
  readonly administrators: readonly Person[];
  /** Campuses that this person manages, or is the deputy of (whether in force today or not). */
  campusesOf(personId: string): readonly Campus[];
  /** Manager or deputy of the campus on that day, by the service's time zone. */
  inForce(campusId: string, at: Instant): InForce;
  /** Whether this person may act for the campus then: its manager, or its deputy on days on which the manager is away. */
  mayActFor(campusId: string, personId: string, at: Instant): boolean;
  /** People of one campus to whom a ticket can be assigned: manager and deputy, who are not away. */
  colleagues(campusId: string, at: Instant): readonly Person[];
  /** Who answers for a ticket of this site (or of this school if the site is not known), and why. */
  responsibleFor(schoolId: string | null, siteId: string | null, at: Instant): HandledBy;
  /** By name, number or street; umlauts and typing errors forgiven. An empty query finds nothing. */
  searchSchools(query: string, limit: number): readonly SchoolHit[];
}
