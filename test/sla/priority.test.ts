import { describe, expect, it } from 'vitest';
import { priorityOf } from '../../src/sla/index.js';
import {
  categories,
  scopes,
  type Category,
  type Priority,
  type Scope,
} from '../../src/tickets/vocabulary.js';

/** Priority blocked / not blocked. */
type Pair = readonly [Priority, Priority];

function pair(category: Category, scope: Scope | null): Pair | null {
  const blocked = priorityOf({ category, scope, blocked: true });
  const notBlocked = priorityOf({ category, scope, blocked: false });
  return blocked && notBlocked && [blocked, notBlocked];
}

const anyScope = [...scopes, null];
const byScopeAlone: Category[] = [
  'ipad-hardware',
  'ipad-software',
  'computer',
  'printer',
  'account',
  'other',
];

describe('the priority of a report', () => {
  it('does not exist for smalltalk, which is no ticket', () => {
    for (const scope of anyScope) expect(pair('smalltalk', scope)).toBeNull();
  });

  it.each(['app-request', 'lending', 'workshop'] as const)('of %s is low whoever is affected', (category) => {
    for (const scope of anyScope) expect(pair(category, scope)).toEqual(['P3', 'P4']);
  });

  it.each(byScopeAlone)('of %s follows who is affected and whether teaching is blocked', (category) => {
    expect(pair(category, 'school')).toEqual(['P1', 'P2']);
    expect(pair(category, 'class')).toEqual(['P1', 'P3']);
    expect(pair(category, 'several')).toEqual(['P1', 'P3']);
    expect(pair(category, 'one')).toEqual(['P2', 'P3']);
  });

  it.each(byScopeAlone)('of %s is that of one person where nobody said who is affected', (category) => {
    expect(pair(category, null)).toEqual(['P2', 'P3']);
  });

  it.each(['network', 'display'] as const)('of %s is at least that of a class', (category) => {
    expect(pair(category, null)).toEqual(['P1', 'P3']);
    expect(pair(category, 'one')).toEqual(['P1', 'P3']);
    expect(pair(category, 'several')).toEqual(['P1', 'P3']);
    expect(pair(category, 'class')).toEqual(['P1', 'P3']);
    expect(pair(category, 'school')).toEqual(['P1', 'P2']);
  });

  it('of a loss is at least P2', () => {
    expect(pair('loss', null)).toEqual(['P2', 'P2']);
    expect(pair('loss', 'one')).toEqual(['P2', 'P2']);
    expect(pair('loss', 'several')).toEqual(['P1', 'P2']);
    expect(pair('loss', 'class')).toEqual(['P1', 'P2']);
    expect(pair('loss', 'school')).toEqual(['P1', 'P2']);
  });

  it('is said here for every category', () => {
    const said: Category[] = [
      ...byScopeAlone,
      'smalltalk',
      'app-request',
      'lending',
      'workshop',
      'network',
      'display',
      'loss',
    ];
    expect(said.toSorted()).toEqual(categories.toSorted());
  });
});
