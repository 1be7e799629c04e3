import { describe, expect, test } from 'vitest';
import { namesSameThing } from '../../src/intake/index.js';

describe('two titles', () => {
  test.each([
    ['Drucker druckt nicht', 'Der Drucker geht immer noch nicht'],
    ['Moodle geht nicht', 'Login bei Moodle klappt nicht'],
    ['Mein iPad lädt nicht', 'iPad kaputt'],
    ['Beamer ohne Bild', 'Beamr zeigt nichts'],
    ['The printer is broken', 'printers do not work'],
    ['WLAN weg', 'W-LAN geht nicht'],
  ])('name one thing: %s / %s', (one, other) => {
    expect(namesSameThing(one, other)).toBe(true);
    expect(namesSameThing(other, one)).toBe(true);
  });

  test.each([
    ['Moodle geht nicht', 'Logineo geht nicht'],
    ['Drucker druckt nicht', 'Kopierer druckt nicht'],
    ['Geht nicht', 'Geht nicht'],
    ['', ''],
    ['Keyboard does not work', 'Monitor does not work'],
  ])('name different things, or none: %s / %s', (one, other) => {
    expect(namesSameThing(one, other)).toBe(false);
  });
});
