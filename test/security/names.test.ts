import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { processOutput } from '../../src/cli/output.js';
import { hears } from '../conversation/teacher.js';
import { reports } from '../conversation/staff.js';
import { city, World } from '../conversation/world.js';

const sequences = '\u001b]0;owned\u0007\u001b[2J\u009b31mCampus\u202Eevil';

describe('words in a terminal', () => {
  afterEach(() => vi.restoreAllMocks());

  test('a name from a file or the store moves no cursor and turns no text around', () => {
    const written: string[] = [];
    vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => written.push(String(chunk)) > 0);
    processOutput.tell(`Campus: ${sequences}\nnext line\tcolumn`);
    expect(written.join('')).toBe('Campus: ]0;owned[2J31mCampusevil\nnext line\tcolumn\n');
  });
});

describe('names and words of people on cards', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open('sqlite');
    await world.links(city.manager, city.campusChannel, city.campus.id);
  });
  afterEach(async () => world.close());

  const odd =
    '<at>Campus manager 1</at> **bold** [x](https://evil.example) ${title} {{DATE(1)}} \u202Eabc\u200B';
  test('a display name or report with markup, mentions, templates or turned text is only text', async () => {
    const who = { id: city.teacher.id, name: odd };
    const { ticketId } = await reports(world, { who, text: `Der Drucker ${odd} geht nicht`, urgent: true });
    await hears(world, who, `status ${ticketId}`);
    await world.quiet();
    for (const { conversationId, activity } of world.connector.recorded) {
      if (conversationId !== city.campusChannel) continue;
      const said = textsIn(activity);
      expect(
        said.filter((text) => /<at>Campus manager 1<\/at> |\*\*|\]\(|\{\{|[\u202E\u200B]/.test(text)),
      ).toEqual([]);
    }
  });
});

/** All texts that a card or message shows; what an input holds is shown as it was typed. */
function textsIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string'
      ? key === 'text' || key === 'title' || key === 'summary'
        ? [value]
        : []
      : textsIn(value),
  );
}
