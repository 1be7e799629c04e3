import { gatherWallMs } from '../../gathering.js';
import { demoReports } from '../../i18n/index.js';
import { defaultPolicy } from '../../sla/index.js';
import type { DemoWorlds } from './worlds.js';

export interface DemoAddresses {
  readonly teacher: string;
  readonly manager: string;
  readonly helpdesk: string;
  readonly worlds: DemoWorlds;
  readonly speed: number;
}

/** What the person who started the demonstration reads: where the windows are and what to try. */
export function instructions({ teacher, manager, helpdesk, worlds, speed }: DemoAddresses): string[] {
  const { campus, schoolName } = worlds;
  return [
    '',
    `  Teacher    ${teacher}   (${worlds.teacher.currentUser.name})`,
    `  Manager    ${manager}   (${worlds.manager.currentUser.name} of ${campus.name})`,
    `  Help desk  ${helpdesk}   (${worlds.helpdesk.currentUser.name})`,
    '',
    'Open them in windows of at least 1400 x 900 points. What to try:',
    `  1. Manager: open the channel "${worlds.manager.channelName}" and post "@Campusdesk link"; choose ${campus.name}.`,
    `     Help desk: the same in "${worlds.helpdesk.channelName}"; choose Helpdesk.`,
    `  2. Teacher: write "${demoReports.first.de}",`,
    `     or "${demoReports.first.en}". Choose the school "${schoolName}", submit.`,
    "  3. Manager: claim the card that appears in the channel, write a comment, resolve. Watch the teacher's card,",
    '     then rate the help.',
    '  4. Either: "Why this deadline?" behind the dots of a card ("Warum diese Frist?") lists what made it.',
    `  5. Teacher: "${demoReports.selfHelp.de}" brings an article; press "Das hat geholfen".`,
    `     "${demoReports.unclear.de}" is asked about, "${demoReports.several.de}"`,
    `     becomes two drafts, "${demoReports.worksAgain.de}" offers to withdraw. The same report once more is noticed.`,
    `  6. Teacher: report "${demoReports.outage.de}". Manager: the same in the personal chat, for the same`,
    '     school. In the channel of the help desk: it looks like an outage. Make it an incident, tell how it stands,',
    '     resolve it, and watch both chats.',
    ...onTheStaffSide(worlds),
    '',
    ...(speed === 1 ? realClock : fastClock(speed)),
    'Ctrl-C ends; the data stays for the next start, "npm run demo -- --fresh" forgets it.',
  ];
}

/** Windows read no app package, so that commands beside the text field are called by their ids there. */
function onTheStaffSide({ helpdesk, campus }: DemoWorlds): string[] {
  return [
    `  7. Help desk, in "${helpdesk.channelName}": "+" at the text field, "Action Command", command id "ticketForCaller" takes a`,
    '     report at the telephone. Manager: claim it and ask something; the card says whom to call.',
    '     Behind the dots of any message: "Action Command" with "ticketFromMessage" makes a report of it. At the text field:',
    '     "Search Command" with "searchTickets" and the parameter "typed" puts a report into a message.',
    '  8. Help desk: "@Campusdesk offen" ("open") lists what is open. Behind the dots of the list: assign, resolve or plan',
    '     many at once. Open a report; "Mehr …" ("More …") behind its dots merges, divides and links it, and sets its priority.',
    '  9. Manager: "Abwesenheit" ("absence") enters who is away, "Besuchsliste" ("visit list") shows what is to be done at the',
    `     next visits of ${campus.name}, "Wartung" ("maintenance") which checks are due. "help" lists all commands.`,
  ];
}

const realClock = [
  'With "npm run demo -- --speed 60" an hour passes in a minute, and reminders can be watched.',
];

/** What the clock does while one watches. There is service day and night, so that no reminder waits for a morning. */
function fastClock(speed: number): string[] {
  const { firstResponse } = defaultPolicy.ladder;
  const gathered = gatherWallMs / 1000;
  return [
    `The service clock runs ${speed} times as fast, day and night: a day takes ${inWords(wallSeconds(24 * 60, speed))}.`,
    '  10. Teacher: tick in the draft that a lesson cannot go on, submit; and let nobody claim it. After about',
    `     ${inWords(ofFirstResponse(firstResponse.atRiskPercent, speed))} the teacher reads that the answer may be late; after about ${inWords(ofFirstResponse(firstResponse.warnPercent, speed) + gathered)}`,
    `     the channel is reminded (${gathered} seconds of that the bot waits for what else is due: several are one list).`,
    "  11. Leave it open until midnight of that clock: the channel gets the new day's list of open reports.",
  ];
}

/** Wall seconds until this share of the time for the first response to the most urgent reports has passed. */
function ofFirstResponse(percent: number | null, speed: number): number {
  return wallSeconds((defaultPolicy.targets.P1.firstResponse * (percent ?? 100)) / 100, speed);
}

function wallSeconds(serviceMinutes: number, speed: number): number {
  return (serviceMinutes * 60) / speed;
}

function inWords(seconds: number): string {
  return seconds < 120 ? `${Math.ceil(seconds)} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}
