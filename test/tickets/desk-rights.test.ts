import { describe, expect, it } from 'vitest';
import { mayEnterAbsence } from '../../src/campus/index.js';
import { mayHandleIncidents } from '../../src/incidents/index.js';
import { mayMaintain } from '../../src/maintenance/index.js';
import { deskActs, type DeskAct } from '../../src/tickets/desk-rights.js';
import { reachOf } from '../../src/tickets/index.js';
import { at } from '../sla/berlin.js';
import { northSchool, southSchool, staffedCity, who, type Name } from './staffed-city.js';

const directory = staffedCity();
const usual = at('2026-11-18 10:00');
const away = at('2026-11-24 10:00');

/** How far each person may go, said once more and independently of the code; who is not named may nothing. */
const statement: Readonly<Record<DeskAct, Readonly<Partial<Record<Name, string>>>>> = {
  list: {
    contact: northSchool,
    otherContact: southSchool,
    managingContact: `${northSchool} west`,
    northManager: 'north',
    southManager: 'south',
    provider: 'provider',
    dispatcher: 'city',
    administrator: 'city',
  },
  search: {
    teacher: 'own',
    colleague: 'own',
    guest: 'own',
    former: 'own',
    contact: `own ${northSchool}`,
    otherContact: `own ${southSchool}`,
    managingContact: `own ${northSchool} west`,
    northManager: 'own north',
    northDeputy: 'own',
    southManager: 'own south',
    provider: 'own provider',
    dispatcher: 'own city',
    administrator: 'own city',
  },
  bulk: {
    managingContact: 'west',
    northManager: 'north',
    southManager: 'south',
    dispatcher: 'city',
    administrator: 'city',
  },
  telephone: {
    managingContact: 'city',
    northManager: 'city',
    northDeputy: 'city',
    southManager: 'city',
    dispatcher: 'city',
    administrator: 'city',
  },
  'enter-own-absence': {
    managingContact: 'own',
    northManager: 'own',
    northDeputy: 'own',
    southManager: 'own',
    provider: 'own',
    dispatcher: 'own',
    administrator: 'own',
  },
  'enter-absence-of-others': { dispatcher: 'city', administrator: 'city' },
  worklist: {
    managingContact: 'west',
    northManager: 'north',
    southManager: 'south',
    dispatcher: 'city',
    administrator: 'city',
  },
  'record-maintenance': {
    managingContact: 'west',
    northManager: 'north',
    southManager: 'south',
    dispatcher: 'city',
    administrator: 'city',
  },
  'link-channel': {
    managingContact: 'west',
    northManager: 'north',
    northDeputy: 'north',
    southManager: 'south',
    provider: 'provider',
    dispatcher: 'helpdesk',
    administrator: 'city',
  },
  'handle-incidents': { dispatcher: 'city', administrator: 'city' },
};

const names = Object.keys(who).filter((name): name is Name => name in who);

function reach(name: Name, act: DeskAct, now = usual): string {
  const { own, city, schoolIds, campusIds, parties } = reachOf(who[name], act, directory, now);
  return [own ? 'own' : '', ...schoolIds, ...campusIds, ...parties, city ? 'city' : '']
    .filter((word) => word !== '')
    .join(' ');
}

describe('at the help desk', () => {
  it.each(deskActs.flatMap((act) => names.map((name) => ({ act, name }))))('$act: $name', ({ act, name }) => {
    expect(reach(name, act)).toBe(statement[act][name] ?? '');
  });

  it('a deputy works for the campus while the manager is away, and the manager goes on', () => {
    for (const act of ['list', 'bulk', 'worklist', 'record-maintenance'] as const) {
      expect(reach('northDeputy', act, away).replace('own ', '')).toBe('north');
      expect(reach('northManager', act, away).replace('own ', '')).toBe('north');
    }
  });

  it('an id in capitals is the same person', () => {
    expect(reachOf(who.dispatcher.toUpperCase(), 'bulk', directory, usual).city).toBe(true);
  });
});

describe('what other rooms ask by themselves agrees with the table:', () => {
  it.each(names)('absences, checks and incidents of %s', (name) => {
    const id = who[name];
    const others = names.filter((other) => other !== name && directory.person(who[other]));
    expect(mayEnterAbsence(directory, id, id)).toBe(reachOf(id, 'enter-own-absence', directory, usual).own);
    for (const other of others) {
      const mayForOthers = reachOf(id, 'enter-absence-of-others', directory, usual).city;
      expect(mayEnterAbsence(directory, id, who[other])).toBe(mayForOthers);
    }
    for (const now of [usual, away]) {
      const { city, campusIds } = reachOf(id, 'record-maintenance', directory, now);
      for (const campus of directory.campuses) {
        const may = city || campusIds.includes(campus.id);
        expect(mayMaintain(id, { campusId: campus.id }, directory, now)).toBe(may);
      }
    }
    const incidents = reachOf(id, 'handle-incidents', directory, usual).city;
    expect(mayHandleIncidents(id, directory, usual)).toBe(incidents);
  });
});
