import { letTimePass, hears, newTeacher, presses, chatOf, type Seen } from './teacher.js';
import { dataOf, hasAction, type Someone, type World } from './world.js';

let met = 20_000;

/** Somebody new who works at a school, as the bot knows from an earlier day. */
export async function teacherOf(world: World, school: string, name?: string): Promise<Someone> {
  const number = (met += 1);
  const who = { ...newTeacher(number), ...(name !== undefined && { name }) };
  letTimePass(world);
  await world.clicks(who, chatOf(who), 'school.choose', { school });
  return who;
}

/** The draft of what somebody writes. Where the bot asks first what it is about, it is told. */
export async function drafts(world: World, who: Someone, text: string, category: string): Promise<Seen> {
  letTimePass(world);
  const first = await hears(world, who, text);
  if (!hasAction(first.card, 'question.category')) return first;
  const { ticketId, drawn } = dataOf(first.card, 'question.category');
  const reply = await world.clicks(who, first, 'question.category', { ticketId, drawn, category });
  if (typeof reply.value === 'string') throw new Error(`no draft: ${reply.value}`);
  return { ...first, card: reply.value };
}

/** Sends a draft with what the inputs say; returns the ticket's id. */
export async function sends(world: World, who: Someone, draft: Seen, inputs: object = {}): Promise<string> {
  letTimePass(world);
  await presses(world, who, draft, 'draft.submit', inputs);
  return String(dataOf(draft.card, 'draft.submit')['ticketId']);
}
