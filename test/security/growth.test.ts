import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reports } from '../conversation/staff.js';
import { chatOf, ticketsOf } from '../conversation/teacher.js';
import { city, World } from '../conversation/world.js';

describe('a ticket that somebody fills on purpose', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open('sqlite');
    await world.links(city.manager, city.campusChannel, city.campus.id);
  });
  afterEach(async () => world.close());

  test('can still be resolved, and the clock closes it', async () => {
    const ticket = await reports(world, { who: city.teacher });
    let revision = 1;
    let last = '';
    for (let edits = 0; edits < 200; edits += 1) {
      const description = `${String(edits)} ${'\u6f22'.repeat(3_990)}`;
      const reply = await world.clicks(city.teacher, chatOf(city.teacher), 'ticket.edit', {
        ticketId: ticket.ticketId,
        drawn: revision++,
        description,
      });
      last = typeof reply.value === 'string' ? reply.value : '';
      if (last !== '') break;
    }
    expect(last).not.toBe('');
    const reply = await world.clicks(
      city.manager,
      { conversationId: city.campusChannel, activityId: 'm-none' },
      'ticket.resolve',
      { ticketId: ticket.ticketId, drawn: 1, solution: '\u6f22'.repeat(3_000) },
    );
    expect(typeof reply.value).not.toBe('string');
    world.clock.advance(14 * 24 * 60);
    const tickets = await ticketsOf(world);
    let closed = false;
    for (let tries = 0; tries < 300 && !closed; tries += 1) {
      closed = (await tickets.get(ticket.ticketId)).state === 'closed';
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(closed).toBe(true);
  });
});
