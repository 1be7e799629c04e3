import { afterEach, describe, expect, it } from 'vitest';
import { SendError } from '../../src/delivery/index.js';
import { createBannerRenderer } from '../../src/delivery/board-banner.js';
import { instantOf } from '../../src/sla/index.js';
import { directory, rules } from '../cards/fixtures.js';
import { at } from './board-talk.js';
import { City } from './city.js';

/** The Thursday of the week in which the city opens on a Tuesday morning. */
const thursday = { until: '2026-03-05' };

let city: City;
const banners = () => city.teams.messages.filter(({ shown }) => shown[0]?.startsWith('nobody'));

describe('a campus with nobody in force', () => {
  afterEach(async () => {
    await city.close();
  });
  const begins = async () => {
    city = await City.open();
    await city.one.delivery.unattend('north', thursday);
    await at(city, '2026-03-03T09:01:00.000Z');
  };

  it('has its channel told once, and once somebody is back, by the same message', async () => {
    await begins();
    expect(banners().map(({ conversationId, shown }) => [conversationId, shown])).toEqual([
      ['channel-north', ['nobody in campus-north until 2026-03-05']],
    ]);
    await city.one.delivery.unattend('north', thursday);
    await at(city, '2026-03-03T09:02:00.000Z');
    expect(banners()).toHaveLength(1);
    await city.one.delivery.unattend('north', null);
    await at(city, '2026-03-03T09:03:00.000Z');
    expect(banners().map(({ shown }) => shown.at(-1))).toEqual(['somebody in campus-north']);
  });

  it('is told at the opening where it begins at night, and the message follows another last day', async () => {
    city = await City.open();
    await at(city, '2026-03-03T20:00:00.000Z');
    await city.one.delivery.unattend('north', thursday);
    await at(city, '2026-03-03T23:00:00.000Z');
    expect(banners()).toEqual([]);
    await at(city, '2026-03-04T06:31:00.000Z');
    expect(banners()).toHaveLength(1);
    await city.one.delivery.unattend('north', { until: null });
    await at(city, '2026-03-04T06:32:00.000Z');
    expect(banners().map(({ shown }) => shown.at(-1))).toEqual(['nobody in campus-north until ?']);
  });

  it('is tried again where the channel takes nothing for now', async () => {
    city = await City.open();
    let fails = true;
    city.teams.disturbance = ({ message }) =>
      fails && message.summary.startsWith('nobody') ? new SendError('throttled', 'busy') : undefined;
    await city.one.delivery.unattend('north', thursday);
    city.clock.skip(60_000);
    await city.clock.until(city.looks(city.one));
    expect(banners()).toEqual([]);
    fails = false;
    city.clock.skip(120_000);
    await city.clock.until(city.looks(city.one));
    expect(banners()).toHaveLength(1);
  });

  it('without a channel of its own is told nowhere, and says nothing when somebody is back', async () => {
    city = await City.open(['helpdesk']);
    await city.one.delivery.unattend('north', thursday);
    await at(city, '2026-03-03T09:01:00.000Z');
    await city.one.delivery.unattend('north', null);
    await at(city, '2026-03-03T09:02:00.000Z');
    expect(city.teams.attempts).toEqual([]);
  });
});

describe('the words of it', () => {
  it('name the year of a last day in another one, so that nobody takes January for the one that is over', () => {
    const inDecember = (until: string): string =>
      createBannerRenderer({ directory: () => directory(), rules, channelLanguage: 'en' }).banner(
        'campus-campus-7',
        { until },
        instantOf('2026-12-31T08:00:00.000Z'),
      ).summary;
    expect(inDecember('2026-12-31')).toMatch(/Campus 7 until Thu 31 Dec\./u);
    expect(inDecember('2027-01-01')).toMatch(/Campus 7 until Fri 1 Jan 2027\./u);
  });
});
