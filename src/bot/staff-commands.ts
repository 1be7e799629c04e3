import { campusOfTarget, type ChannelTarget } from '../delivery/index.js';
import { languages, texts, type Language, type Texts } from '../i18n/index.js';
import { everyOpen, reachOf, type DeskAct, type ListFilter, type Reach } from '../tickets/index.js';
import { argumentAfter, bare } from './command-words.js';
import { replyList, showList, showSchool } from './list-command.js';
import { staffChannel } from './linked-channel.js';
import { maintenanceMessage } from './maintenance-cards.js';
import type { BotParts } from './parts.js';
import { inLanguage, words, type Turn } from './turn.js';
import { offerVisits } from './visit-command.js';
import { showWorklists } from './worklist-command.js';

export type StaffCommandName = keyof Texts['lists']['commands'];

/** Where a command was given, as far as that says what is meant by it. */
interface Said {
  /** What followed the command's words; empty where nothing did. */
  readonly argument: string;
  /** Whose channel it is; null in a chat. */
  readonly channel: ChannelTarget | null;
}

/** A command of those who work on tickets. */
interface StaffCommand {
  readonly name: StaffCommandName;
  /** Whether words follow, such as the name of a school. */
  readonly takes: 'nothing' | 'words' | 'perhaps-words';
  /** Who may: whoever may do this somewhere. */
  readonly act: DeskAct;
  /** Whether the answer decides that itself for anybody of the staff: what somebody has stays theirs, and days of visits are to come. */
  readonly isForStaff?: true;
  /** False where the words mean something else after all. */
  readonly answer: (turn: Turn, parts: BotParts, said: Said) => Promise<boolean>;
}

const searching: StaffCommand = { name: 'search', takes: 'words', act: 'search', answer: search };

/** All of them: what is read, what help names, and what the app package offers follows from it. */
export const staffCommands: readonly StaffCommand[] = [
  { name: 'open', takes: 'perhaps-words', act: 'list', answer: listing({}) },
  { name: 'mine', takes: 'perhaps-words', act: 'list', isForStaff: true, answer: listing({ mine: true }) },
  { name: 'overdue', takes: 'perhaps-words', act: 'list', answer: listing({ overdue: true }) },
  { name: 'waiting', takes: 'perhaps-words', act: 'list', answer: listing({ state: 'waiting' }) },
  { name: 'solved', takes: 'perhaps-words', act: 'list', answer: listing({ state: 'resolved' }) },
  { name: 'ofSchool', takes: 'words', act: 'list', answer: listSchool },
  searching,
  { name: 'maintenance', takes: 'nothing', act: 'record-maintenance', answer: showMaintenance },
  { name: 'worklist', takes: 'perhaps-words', act: 'worklist', isForStaff: true, answer: showVisits },
  { name: 'changeVisit', takes: 'perhaps-words', act: 'worklist', answer: changeVisits },
  { name: 'newTicket', takes: 'nothing', act: 'telephone', answer: tellHow },
];

/** The commands that this person may give. */
export function commandsFor({ person, now }: Turn, parts: BotParts): readonly StaffCommand[] {
  const directory = parts.directory.current();
  return staffCommands.filter(({ act }) => isPart(reachOf(person.id, act, directory, now)));
}

/** What this person can write beside what everybody can: the words, and what they do. */
export function helpRows(turn: Turn, parts: BotParts): readonly (readonly [string, string])[] {
  const { person, now, t } = turn;
  const directory = parts.directory.current();
  if (!directory.isStaff(person.id)) return [];
  const mayLink = isPart(reachOf(person.id, 'link-channel', directory, now));
  const names = [
    ...commandsFor(turn, parts).map(({ name }) => name),
    'status' as const,
    'absence' as const,
    ...(mayLink ? (['link'] as const) : []),
  ];
  return names.map((name) => t.lists.help[name]);
}

/** Answers a command of the staff. False where the text is none, or this person may mean something else by it. */
export async function answerStaffCommand(turn: Turn, parts: BotParts, text: string): Promise<boolean> {
  const read = readStaffCommand(text);
  if (!read) return false;
  const { command, argument, spoken } = read;
  return give(spoken === null ? turn : inLanguage(turn, spoken), parts, command, argument);
}

/** Answers as the search does. */
export async function searchFor(turn: Turn, parts: BotParts, typed: string): Promise<boolean> {
  return give(turn, parts, searching, typed);
}

async function give(turn: Turn, parts: BotParts, command: StaffCommand, argument: string): Promise<boolean> {
  const isInChannel = turn.incoming.conversation.kind === 'channel';
  if (!mayGive(turn, parts, command)) {
    if (isInChannel) await turn.reply(words(turn.t.lists.notAllowed));
    return isInChannel;
  }
  if (!isInChannel) return command.answer(turn, parts, { argument, channel: null });
  const channel = await staffChannel(turn, parts);
  return channel === null || command.answer(turn, parts, { argument, channel });
}

function mayGive(turn: Turn, parts: BotParts, command: StaffCommand): boolean {
  const isOfStaff = command.isForStaff === true && parts.directory.current().isStaff(turn.person.id);
  return isOfStaff || commandsFor(turn, parts).includes(command);
}

interface Read {
  readonly command: StaffCommand;
  readonly argument: string;
  /** The language whose words were used, where only one has them. */
  readonly spoken: Language | null;
}

/** A command, a school and room to spare. */
const longest = 500;

/** Only a message that is a command from its first to its last word counts, or one followed by what it takes. */
export function readStaffCommand(text: string): Read | null {
  if (text.length > longest) return null;
  const typed = bare(text);
  return staffCommands
    .flatMap((command) => readAs(command, typed) ?? [])
    .reduce<Read | null>((best, read) => (best && isLonger(best, read) ? best : read), null);
}

/** Of two commands whose words begin the message, the one that says more is meant: "mine", "my visits". */
function isLonger(one: Read, other: Read): boolean {
  return one.argument.length <= other.argument.length;
}

function readAs(command: StaffCommand, typed: string): Read | null {
  const speaking = languages.flatMap((language): { language: Language; argument: string }[] => {
    const known = texts(language).lists.commands[command.name];
    const isAlone = command.takes !== 'words' && known.includes(typed.toLowerCase());
    const following = command.takes === 'nothing' ? null : argumentAfter(typed, known);
    const argument = isAlone ? '' : following === '' ? null : following;
    return argument === null ? [] : [{ language, argument }];
  });
  const [first, second] = speaking;
  return first ? { command, argument: first.argument, spoken: second ? null : first.language } : null;
}

function isPart({ city, campusIds, parties }: Reach): boolean {
  return city || campusIds.length > 0 || parties.length > 0;
}

/** In a team's channel that team's tickets; in a chat, and in the help desk's channel, all that one answers for. */
function listing(filter: Partial<ListFilter>): StaffCommand['answer'] {
  return async (turn, parts, { argument, channel }) =>
    showList(turn, parts, { ...everyOpen, party: partyHere(channel), ...filter }, argument);
}

async function listSchool(turn: Turn, parts: BotParts, { argument, channel }: Said): Promise<boolean> {
  return showSchool(turn, parts, argument, partyHere(channel));
}

async function search(turn: Turn, parts: BotParts, { argument, channel }: Said): Promise<boolean> {
  return replyList(turn, parts, { search: argument.slice(0, 200) }, partyHere(channel));
}

/** In a campus' channel that campus' checks; else the city's for the help desk, and those of each campus for which one acts. */
async function showMaintenance(turn: Turn, parts: BotParts, { channel }: Said): Promise<boolean> {
  if (channel === 'provider') return onlyInChat(turn);
  const directory = parts.directory.current();
  const { city, campusIds } = reachOf(turn.person.id, 'record-maintenance', directory, turn.now);
  const here = campusHere(channel);
  const asked = here !== null ? [here] : city ? [null] : campusIds;
  const theirs = asked.filter((id) => city || (id !== null && campusIds.includes(id)));
  for (const campusId of theirs) await turn.reply(await maintenanceMessage(turn, parts, campusId));
  if (theirs.length === 0) await turn.reply(words(turn.t.lists.notAllowed));
  return true;
}

/** In the help desk's channel there are the visits of thirteen campuses, and the provider's has none: a list stands with its campus. */
async function showVisits(turn: Turn, parts: BotParts, { argument, channel }: Said): Promise<boolean> {
  return showWorklists(turn, parts, argument, channel);
}

/** In the help desk's channel a school is named; in a campus' channel that campus' visits are meant. */
async function changeVisits(turn: Turn, parts: BotParts, { argument, channel }: Said): Promise<boolean> {
  return channel === 'provider' ? onlyInChat(turn) : offerVisits(turn, parts, argument, campusHere(channel));
}

async function onlyInChat(turn: Turn): Promise<true> {
  await turn.reply(words(turn.t.lists.onlyInChat));
  return true;
}

/** Whose tickets are shown in a channel, as lists name it; null where all that the reader answers for are. */
function partyHere(channel: ChannelTarget | null): string | null {
  return channel === 'helpdesk' ? null : channel;
}

function campusHere(channel: ChannelTarget | null): string | null {
  return channel === null ? null : campusOfTarget(channel);
}

async function tellHow(turn: Turn): Promise<boolean> {
  await turn.reply(words(turn.t.lists.newTicketHow));
  return true;
}
