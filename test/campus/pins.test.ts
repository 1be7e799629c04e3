import { describe, expect, it } from 'vitest';
import { checkOrganisation, pinAddress } from '../../src/campus/index.js';
import { ada, dot, organisation, organisationText, schools } from './city.js';

const city = organisation();
const address = 'admin.d@city.example';

describe('an address of the organisation', () => {
  it('is pinned to an object id, however it is written', () => {
    expect(pinAddress(city, {}, 'ADMIN.d@City.example', dot.toUpperCase())).toEqual({
      kind: 'pinned',
      pins: { [address]: dot },
    });
  });

  it('is pinned once: the same again changes nothing, another person is a conflict', () => {
    const pins = { [address]: dot };
    expect(pinAddress(city, pins, address, dot)).toEqual({ kind: 'unchanged' });
    expect(pinAddress(city, pins, address, ada)).toEqual({ kind: 'conflict', with: dot });
  });

  it('cannot be pinned to somebody who has a record already', () => {
    expect(pinAddress(city, {}, address, ada)).toEqual({ kind: 'conflict', with: 'Manager A' });
  });

  it('must stand in the organisation', () => {
    expect(pinAddress(city, {}, 'nobody@city.example', dot)).toEqual({ kind: 'unknown-address' });
    expect(pinAddress(city, {}, 'constructor', dot)).toEqual({ kind: 'unknown-address' });
  });

  it('and its object id together are two records of one person', () => {
    const twice = organisation(
      organisationText.replace('campuses:', `  - { id: ${dot}, name: Again }\ncampuses:`),
    );
    expect(checkOrganisation(twice, schools)).toEqual([]);
    expect(checkOrganisation(twice, schools, { [address]: dot })).toEqual([
      { path: ['people', 4], message: `${dot} has two records, the first is people[3]` },
    ]);
  });
});
