import { describe, expect, it } from 'vitest';
import { channelView, draftView, requesterView } from '../../src/tickets/index.js';
import { responsible } from '../../src/tickets/ticket-facts.js';
import {
  comment,
  claim,
  deputy,
  directory,
  entry,
  handledByCampus,
  manager,
  note,
  now,
  question,
  report,
  situations,
  submitted,
  surroundings,
  ticket,
  rules,
} from '../cards/fixtures.js';

describe('the requester', () => {
  it('never sees an internal note', () => {
    const noted = ticket({ history: [submitted, claim, comment, note] });
    const view = requesterView(noted, surroundings);
    expect(view.lastComment?.text).toBe(question);
    expect(JSON.stringify(view)).not.toContain('Verteiler');
  });

  it('sees the last of their own and the help desk’s comments, and whose it is', () => {
    const answer = entry({ verb: 'comment', text: 'Es leuchtet rot.' }, 'requester', 25);
    const view = requesterView(ticket({ history: [submitted, comment, answer] }), surroundings);
    expect(view.lastComment).toMatchObject({ text: 'Es leuchtet rot.', fromRequester: true });
  });

  it('sees the question that came with being put on hold', () => {
    const hold = entry(
      { verb: 'hold', waitingFor: 'requester', until: null, note: 'Leuchtet es noch?' },
      'staff',
      26,
    );
    expect(requesterView(ticket({ history: [submitted, hold] }), surroundings).lastComment?.text).toBe(
      'Leuchtet es noch?',
    );
  });

  it('edits everything until somebody claimed it, afterwards description and room', () => {
    const all = situations();
    const edits = ['new', 'claimed', 'waiting-visit', 'resolved'].map(
      (name) => requesterView(all[name] ?? ticket(), surroundings).can.edit,
    );
    expect(edits).toEqual(['all', 'description-and-room', 'description-and-room', 'nothing']);
  });

  it('reopens a closed ticket for seven days, and a withdrawn one never', () => {
    const closed = situations()['closed-solved'] ?? ticket();
    const eightDays = now + 8 * 86_400_000;
    expect(requesterView(closed, surroundings).can.reopen).toBe(true);
    expect(requesterView(closed, { ...surroundings, now: eightDays }).can.reopen).toBe(false);
    expect(requesterView(situations()['closed-withdrawn'] ?? ticket(), surroundings).can.reopen).toBe(false);
  });

  it('rates once', () => {
    expect(requesterView(situations()['resolved'] ?? ticket(), surroundings).can.rate).toBe(true);
    expect(requesterView(situations()['rated'] ?? ticket(), surroundings).can.rate).toBe(false);
  });

  it('reads the solution as long as the ticket counts as resolved', () => {
    const resolved = situations()['resolved'] ?? ticket();
    expect(requesterView(resolved, surroundings).solution).toContain('Steckdose');
    expect(requesterView({ ...resolved, state: 'claimed' }, surroundings).solution).toBeNull();
  });
});

describe('the channel', () => {
  it('reads no more of a question once a solution has answered it, but what is said afterwards', () => {
    const solved = entry({ verb: 'resolve', solution: 'Kabel getauscht' }, 'staff', 40);
    const asked = entry({ verb: 'comment', text: 'Wann kommt jemand?' }, 'requester', 25);
    const thanks = entry({ verb: 'comment', text: 'Danke!' }, 'requester', 50);
    const resolved = ticket({ state: 'resolved', history: [submitted, claim, asked, solved] });
    expect(channelView(resolved, surroundings).lastComment).toBeNull();
    const thanked = { ...resolved, history: [...resolved.history, thanks] };
    expect(channelView(thanked, surroundings).lastComment?.text).toBe('Danke!');
  });

  it('sees the last note and who reported it', () => {
    const view = channelView(ticket({ history: [submitted, comment, note] }), surroundings);
    expect(view).toMatchObject({ requesterName: 'Anna Beispiel', lastNote: { by: manager.name } });
  });

  it('can close what is resolved only at the help desk', () => {
    const resolved = situations()['resolved'] ?? ticket();
    const atHelpdesk = {
      ...resolved,
      handledBy: { ...handledByCampus, party: 'helpdesk' as const, campusId: null },
    };
    expect(channelView(resolved, surroundings).can.close).toBe(false);
    expect(channelView(atHelpdesk, surroundings).can.close).toBe(true);
  });

  it('plans a visit before claiming, but waits for others only afterwards', () => {
    expect(channelView(ticket(), surroundings).can.hold).toEqual(['visit']);
    expect(channelView(situations()['claimed'] ?? ticket(), surroundings).can.hold).toEqual([
      'requester',
      'vendor',
      'visit',
    ]);
  });

  it('reads to whom the ticket was offered', () => {
    expect(channelView(situations()['offered'] ?? ticket(), surroundings).offer).toMatchObject({
      to: 'Campus 8',
      by: manager.name,
    });
  });
});

describe('who is responsible', () => {
  it('is the deputy while the manager is away, and the card can say for whom and until when', () => {
    const away = { directory: directory({ absent: true }), now, rules };
    expect(responsible(ticket(), away)).toMatchObject({
      person: deputy.name,
      assigned: false,
      standsInFor: { manager: manager.name, until: '2026-11-27' },
    });
  });

  it('is the assignee, once there is one', () => {
    expect(responsible(situations()['claimed'] ?? ticket(), surroundings)).toMatchObject({
      person: manager.name,
      assigned: true,
    });
  });

  it('is nobody for a draft', () => {
    expect(responsible(ticket({ state: 'draft', handledBy: null }), surroundings)).toBeNull();
  });
});

describe('a draft', () => {
  it('offers sites only where the school has several', () => {
    const draft = ticket({ state: 'draft' });
    const oneSite = { ...draft, report: { ...report, schoolId: '100014' } };
    expect(draftView(draft, directory()).sites).toHaveLength(2);
    expect(draftView(oneSite, directory()).sites).toEqual([]);
  });
});
