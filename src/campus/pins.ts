import { addressOfUnpinned, unpinnedId } from './organisation.js';
import type { Organisation, PersonRecord } from './organisation.js';

/** Entra object ids found for addresses: `{address: objectId}`, both in lower case. */
export type Pins = Readonly<Record<string, string>>;

export type Pinning =
  | { readonly kind: 'pinned'; readonly pins: Pins }
  /** It was pinned to the same id before. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'unknown-address' }
  /** The address belongs to another id already, or the id to another person: somebody has to look. */
  | { readonly kind: 'conflict'; readonly with: string };

/**
 * Pins an address of the organisation to an object id, once and for good: addresses are handed on to other
 * people in time, object ids never are.
 */
export function pinAddress(
  organisation: Organisation,
  pins: Pins,
  address: string,
  objectId: string,
): Pinning {
  const wantedAddress = address.toLowerCase();
  const wantedId = objectId.toLowerCase();
  if (!organisation.people.some((person) => person.address === wantedAddress))
    return { kind: 'unknown-address' };
  const pinnedTo = pinOf(pins, wantedAddress);
  if (pinnedTo === wantedId) return { kind: 'unchanged' };
  if (pinnedTo !== undefined) return { kind: 'conflict', with: pinnedTo };
  const other = organisation.people.find((person) => personIdOf(person, pins) === wantedId);
  if (other !== undefined) return { kind: 'conflict', with: other.name };
  return { kind: 'pinned', pins: { ...pins, [wantedAddress]: wantedId } };
}

/** Pins of people who are still named by this address; a person who left takes the pin along. */
export function pinsStillNamed(organisation: Organisation, pins: Pins): Pins {
  const named = new Set(organisation.people.map((person) => person.address));
  return Object.fromEntries(Object.entries(pins).filter(([address]) => named.has(address)));
}

/** The id under which the directory knows this person. */
export function personIdOf(person: PersonRecord, pins: Pins): string {
  return person.id ?? personIdOfReference(person.address ?? '', pins);
}

/** The id that a reference (object id or address) of the organisation file stands for. */
export function personIdOfReference(reference: string, pins: Pins): string {
  return reference.includes('@') ? (pinOf(pins, reference) ?? unpinnedId(reference)) : reference;
}

/** The id of today of somebody who was perhaps written down while only the address was known. */
export function pinnedId(personId: string, pins: Pins): string {
  const address = addressOfUnpinned(personId);
  return address === null ? personId : personIdOfReference(address, pins);
}

function pinOf(pins: Pins, address: string): string | undefined {
  return Object.hasOwn(pins, address) ? pins[address] : undefined;
}
