import { buildDirectory, type Directory, type Organisation } from '../../src/campus/index.js';

/** A person away from one day to another (YYYY-MM-DD), perhaps with somebody named to stand in. */
export interface Away {
  readonly who: string;
  readonly from: string;
  readonly to: string;
  readonly deputy?: string;
}

/** What of the city changes from test to test. */
export interface City {
  /** The campus of the school of all stories; null where its site is gone. */
  readonly campusOfSchool?: string | null;
  readonly campuses?: readonly ('north' | 'south')[];
  /** The deputy of the campus in the north. */
  readonly deputy?: string | null;
  readonly away?: readonly Away[];
  readonly provider?: boolean;
}

const names: Readonly<Record<string, string>> = {
  manager: 'Manager',
  deputy: 'Deputy',
  'other-manager': 'Other manager',
  dispatcher: 'Dispatcher',
  'other-dispatcher': 'Other dispatcher',
  provider: 'Provider',
  'other-provider': 'Other provider',
};

/** A directory of two campuses with the people of the stories: `manager` and `deputy` in the north, `other-manager` in the south. */
export function cityOf({
  campusOfSchool = 'north',
  campuses = ['north', 'south'],
  deputy = 'deputy',
  away = [],
  provider = true,
}: City = {}): Directory {
  const school = { id: '100001', name: 'North school', fullName: '', type: 'Grundschule' };
  const staff = { north: { manager: 'manager', deputy }, south: { manager: 'other-manager', deputy: null } };
  const organisation: Organisation = {
    timeZone: 'Europe/Berlin',
    people: Object.entries(names).map(([id, name]) => ({
      id,
      name,
      language: 'en',
      absences: away
        .filter(({ who }) => who === id)
        .map(({ from, to, deputy: named = null }) => ({ from, to, deputy: named })),
    })),
    campuses: campuses.map((id) => ({ id, name: `Campus ${id}`, ...staff[id] })),
    sites:
      campusOfSchool === null
        ? []
        : [{ id: '100001-1', school: '100001', name: 'Main', street: '', campus: campusOfSchool }],
    helpdesk: ['dispatcher', 'other-dispatcher'],
    administrators: [],
    provider: provider ? { name: 'School IT', people: ['provider', 'other-provider'] } : null,
    contacts: [],
  };
  return buildDirectory(
    { revision: 1, schools: [{ ...school, street: '', postcode: '', town: '' }] },
    { revision: 1, pins: {}, organisation },
  );
}
