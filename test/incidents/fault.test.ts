import { describe, expect, it, test } from 'vitest';
import { faultKey, faultOf, wingOf, type FaultReport } from '../../src/incidents/fault.js';

const of = (report: Partial<FaultReport>): string | null => {
  const fault = faultOf({ category: 'network', room: null, title: '', description: '', ...report });
  return fault && faultKey(fault);
};

describe('the part of a building that a room lies in', () => {
  test.each([
    ['B12', 'b'],
    ['b 1.04', 'b'],
    ['A-Trakt', 'a'],
    ['Trakt C', 'c'],
    ['Gebäude D', 'd'],
    ['Neubau 12', 'new-building'],
    ['Pavillon 3', 'pavilion'],
    ['204', 'floor-2'],
    ['2.17', 'floor-2'],
    ['Aula', null],
    ['Lehrerzimmer', null],
    ['12', null],
  ])('of %s is %s', (room, wing) => {
    expect(wingOf(room)).toBe(wing);
  });
});

describe('the fault that a report tells of', () => {
  it('is the network of its school', () => {
    expect(of({ title: 'Kein WLAN im A-Trakt' })).toBe('network');
  });

  it('is a service of the city where one is named, however it is written', () => {
    expect(of({ category: 'account', title: 'Komme nicht in Web-Untis rein' })).toBe('service-webuntis');
    expect(of({ category: 'account', description: 'LOGINEO NRW sagt: Fehler 503' })).toBe('service-logineo');
    expect(of({ category: 'network', title: 'eduroam geht nicht' })).toBe('service-eduroam');
    expect(of({ category: 'account', title: 'Moodle oder Teams?' })).toBe('service-moodle');
  });

  it('is the network where that is named, whatever fails with it', () => {
    expect(of({ title: 'WLAN weg, Moodle geht auch nicht' })).toBe('network');
    expect(of({ title: 'Moodle ist nicht erreichbar' })).toBe('service-moodle');
  });

  it('is the displays of a wing, and none where nobody says which displays belong together', () => {
    expect(of({ category: 'display', room: 'B12' })).toBe('display-b');
    expect(of({ category: 'display', room: null })).toBeNull();
  });

  it('is none for what comes one by one', () => {
    expect(of({ category: 'printer', room: 'B12', title: 'Moodle-Arbeitsblatt druckt nicht' })).toBeNull();
    expect(of({ category: 'account', title: 'Kennwort vergessen' })).toBeNull();
  });

  it('does not take a part of another word for a service', () => {
    expect(of({ category: 'account', title: 'Steamsammlung' })).toBeNull();
  });
});
