import type { BrokenRule } from './organisation-check.js';
import type { Organisation, PersonRecord } from './organisation.js';
import type { FilePath } from './yaml-file.js';
import { personIdOf, personIdOfReference } from './pins.js';
import type { Pins } from './pins.js';
import { contactsAlone } from './staff.js';

type Absence = PersonRecord['absences'][number];

/** What is wrong with the absences of each person, in the order of the people: days, overlaps, and who stands in. */
export function absenceCheck(organisation: Organisation, pins: Pins): (index: number) => BrokenRule[] {
  const { people } = organisation;
  const known = new Set(people.map((person) => personIdOf(person, pins)));
  const onlyContacts = contactsAlone(organisation, pins);

  const deputyFault = (person: PersonRecord, reference: string): string | null => {
    const deputy = personIdOfReference(reference, pins);
    if (!known.has(deputy)) return `${reference} is not among the people`;
    if (deputy === personIdOf(person, pins)) return 'nobody can be the own deputy';
    return onlyContacts.has(deputy) ? `${reference} is only a school's contact and cannot stand in` : null;
  };

  return (index) => {
    const person = people[index];
    if (!person) return [];
    return person.absences.flatMap((absence, position) => {
      const path: FilePath = ['people', index, 'absences', position];
      const fault = absence.deputy === null ? null : deputyFault(person, absence.deputy);
      const earlier = person.absences.slice(0, position);
      const faults = [...faultsOfDays(absence), ...overlapFaults(absence, earlier, pins)];
      return [
        ...faults.map((message) => ({ path, message })),
        ...(fault === null ? [] : [{ path: [...path, 'deputy'], message: fault }]),
      ];
    });
  };
}

function faultsOfDays({ from, to }: Absence): string[] {
  return to < from ? [`the absence ends (${to}) before it begins (${from})`] : [];
}

/** Two absences that share a day and name two people contradict; one that names nobody contradicts none. */
function overlapFaults(absence: Absence, earlier: readonly Absence[], pins: Pins): string[] {
  const deputy = deputyOf(absence, pins);
  return earlier.flatMap((other, index) => {
    const otherDeputy = deputyOf(other, pins);
    if (deputy === null || otherDeputy === null || otherDeputy === deputy) return [];
    const sharesADay = other.from <= absence.to && absence.from <= other.to;
    return sharesADay ? [`overlaps absences[${index}], which names another deputy`] : [];
  });
}

function deputyOf({ deputy }: Absence, pins: Pins): string | null {
  return deputy === null ? null : personIdOfReference(deputy, pins);
}
