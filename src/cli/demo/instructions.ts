import { demoReport } from '../../i18n/index.js';
import { defaultPolicy } from '../../sla/index.js';
import type { DemoWorlds } from './worlds.js';

export interface DemoAddresses {
  readonly teacher: string;
  readonly manager: string;
  readonly worlds: DemoWorlds;
  readonly speed: number;
}

/** What the person who started the demonstration reads: where the windows are and three things to try. */
export function instructions({ teacher, manager, worlds, speed }: DemoAddresses): string[] {
  const { campus, schoolName } = worlds;
  const clock =
    speed === 1
      ? ['With "npm run demo -- --speed 60" an hour passes in a minute, and reminders can be watched.']
      : [
          `The service clock runs ${speed} times as fast, day and night. A report with the tick that a lesson cannot go on`,
          `is reminded of in the channel after ${firstReminder(speed)} seconds, if nobody claims it.`,
        ];
  return [
    '',
    `  Teacher  ${teacher}   (${worlds.teacher.currentUser.name})`,
    `  Manager  ${manager}   (${worlds.manager.currentUser.name} of ${campus.name})`,
    '',
    'Open both, in windows of at least 1400 x 900 points. Three things to try:',
    `  1. Manager: open the channel "${worlds.manager.channelName}" and post "@Campusdesk link"; choose ${campus.name}.`,
    `  2. Teacher: write "${demoReport.de}",`,
    `     or "${demoReport.en}". Choose the school "${schoolName}", submit.`,
    "  3. Manager: claim the card that appears in the channel, write a comment, resolve. Watch the teacher's card,",
    '     then rate the help.',
    '',
    ...clock,
    'Ctrl-C ends; the data stays for the next start, "npm run demo -- --fresh" forgets it.',
  ];
}

/** Wall seconds until three quarters of the time for the first response to the most urgent reports have passed. */
function firstReminder(speed: number): number {
  const { P1 } = defaultPolicy.targets;
  return Math.ceil((P1.firstResponse * 0.75 * 60) / speed);
}
