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
  /** Those entered in Teams or at the command line by their first day, then those of the organisation file. */
  readonly absences: readonly Absence[];
}

/** Days on which a person is away. */
export interface Absence {
  /** First day, YYYY-MM-DD in the organisation's time zone. */
  readonly from: string;
  /** Last day, inclusive. */
  readonly to: string;
  /** Who stands in before the campus' own deputy; null where nobody is named. */
  readonly deputyId: string | null;
  readonly source: 'file' | 'entered';
  /** By which an entered one is ended; null for those of the file. */
  readonly id: string | null;
}

/** The company that employs the managers; hardware and contracts are its matter. */
export interface Provider {
  readonly name: string;
  readonly people: readonly Person[];
}

/** Who a campus' tickets go to on a day. */
export interface InForce {
  readonly person: Person | null;
  /** `deputy` stands in for the manager; `nobody` means both are away and the help desk takes over. */
  readonly as: 'manager' | 'deputy' | 'nobody';
  /** Last day on which that is so because of absences (YYYY-MM-DD); null while the manager is in force. */
  readonly until: string | null;
  /** The manager whom a deputy stands in for; null while no deputy does. */
  readonly standsInFor: Person | null;
}

/** A school that a search found, best first. */
export interface SchoolHit {
  readonly school: School;
  /** 0 to 1; 1 is an exact name or number. */
  readonly score: number;
}

/**
 * The city as one loaded, immutable value. All lookups are in memory.
 * `version` changes with each import or apply, and with each absence that is entered or ended.
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
  /** Everybody whom the organisation file names, in its order. */
  readonly people: readonly Person[];
  person(id: string): Person | undefined;
  /** Whether this person works for the help desk: anybody of the people who is not there as a school's contact alone. */
  isStaff(personId: string): boolean;
  isDispatcher(personId: string): boolean;
  isAdministrator(personId: string): boolean;
  readonly dispatchers: readonly Person[];
  readonly administrators: readonly Person[];
  /** Null where the organisation has none. */
  readonly provider: Provider | null;
  isProvider(personId: string): boolean;
  /** Media officers of the school. */
  contactsOf(schoolId: string): readonly Person[];
  /** Schools that this person is a contact of. */
  schoolsOfContact(personId: string): readonly School[];
  /** Campuses that this person manages, or is the deputy of (whether in force today or not). */
  campusesOf(personId: string): readonly Campus[];
  /** The day of an instant (YYYY-MM-DD) in the organisation's time zone, in which absences count. */
  dayOf(at: Instant): string;
  /** Manager or deputy of the campus on that day. A deputy's own deputy never counts. */
  inForce(campusId: string, at: Instant): InForce;
  /** Whether this person may act for the campus then: its manager, and whoever is in force while the manager is away. */
  mayActFor(campusId: string, personId: string, at: Instant): boolean;
  /**
   * Something that differs between two instants or directories whenever, for any campus, another person, in another
   * capacity or until another day is in force, or any site has another campus. For comparing only; may be long.
   */
  inForceVersion(at: Instant): string;
  /** People of one campus to whom a ticket can be assigned: manager, whoever is in force, and deputy, who are not away. */
  colleagues(campusId: string, at: Instant): readonly Person[];
  /** Who answers for a ticket of this site (or of this school if the site is not known), and why. */
  responsibleFor(schoolId: string | null, siteId: string | null, at: Instant): HandledBy;
  /** By name, number or street; umlauts and typing errors forgiven. An empty query finds nothing. */
  searchSchools(query: string, limit: number): readonly SchoolHit[];
}
