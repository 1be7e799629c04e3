import type { Organisation } from './organisation.js';
import { personIdOfReference } from './pins.js';
import type { Pins } from './pins.js';

/**
 * Ids of those whom the organisation names as contacts of a school and as nothing else. They speak for their school, and
 * do not work for the help desk: nobody may leave a campus to them.
 */
export function contactsAlone(organisation: Organisation, pins: Pins): ReadonlySet<string> {
  const { campuses, helpdesk, administrators, provider, contacts } = organisation;
  const references = [
    ...campuses.flatMap(({ manager, deputy }) => (deputy === null ? [manager] : [manager, deputy])),
    ...helpdesk,
    ...administrators,
    ...(provider?.people ?? []),
  ];
  const staff = new Set(references.map((reference) => personIdOfReference(reference, pins)));
  const named = contacts.flatMap(({ people }) =>
    people.map((reference) => personIdOfReference(reference, pins)),
  );
  return new Set(named.filter((id) => !staff.has(id)));
}
