import { beforeEach, describe, expect, it } from 'vitest';
import { buildDirectory, sampleDirectory, type Directory } from '../../src/campus/index.js';
import { withRecentCards } from '../../src/delivery/recent-cards.js';
import type { Renderer } from '../../src/delivery/index.js';
import { Story } from '../tickets/given.js';

describe('a card that was drawn a moment ago', () => {
  const { ticket } = Story.submitted();
  const channel = { name: 'channel', detour: null } as const;
  const now = Date.parse('2026-11-24T09:00:00Z');
  let drawn: string[] = [];
  let directory: Directory = sampleDirectory();
  let renderer: Renderer;

  beforeEach(() => {
    drawn = [];
    directory = sampleDirectory();
    const plain: Renderer = {
      card: ({ id }, { name }) => {
        drawn.push(`${id} ${name}`);
        return { summary: name };
      },
      call: () => ({ summary: 'call' }),
    };
    renderer = withRecentCards(plain, () => directory);
  });

  it('is used again for the same version of the ticket at the same place', () => {
    const first = renderer.card(ticket, channel, now);
    expect(renderer.card(ticket, channel, now + 500)).toBe(first);
    expect(drawn).toHaveLength(1);
  });

  it.each([
    ['a newer version of the ticket', () => renderer.card({ ...ticket, revision: 9 }, channel, now)],
    ['another place', () => renderer.card(ticket, { ...channel, name: 'requester' }, now)],
    ['a detour', () => renderer.card(ticket, { ...channel, detour: 'not-linked' }, now)],
    ['a later moment', () => renderer.card(ticket, channel, now + 1_000)],
    ['an earlier moment, when the clock was set back', () => renderer.card(ticket, channel, now - 60_000)],
    [
      'a changed directory',
      () => {
        directory = buildDirectory(null, null);
        return renderer.card(ticket, channel, now);
      },
    ],
  ])('is drawn anew for %s', (_, drawAgain) => {
    renderer.card(ticket, channel, now);
    drawAgain();
    expect(drawn).toHaveLength(2);
  });
});
