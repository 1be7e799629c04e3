import { setTimeout as sleep } from 'node:timers/promises';
import type { TicketState, Verb } from '../../src/tickets/index.js';
import { personalChat, type Activities, type Someone } from '../activities.js';
import type { Chance } from './chance.js';
import type { Client, ClickAnswer } from './client.js';
import { dispatcher, type Campus } from './people.js';
import { drawnOf, ticketIdOf, type Message, type Teams } from './teams.js';

/** A command that was answered with a card, so that it counts. */
export interface Accepted {
  readonly verb: Verb;
  readonly by: string;
  /** The words that it was given with, like no other's; empty where it has none. */
  readonly said: string;
}

/** Words that somebody must be called with by a message of its own, or may be where the ticket went on at once. */
export interface Expected {
  readonly said: string;
  readonly place: 'personal' | 'thread';
}

export interface StoryParts {
  readonly chance: Chance;
  readonly client: Client;
  readonly teams: Teams;
  readonly activities: Activities;
}

const cardType = 'application/vnd.microsoft.card.adaptive';

/** What happens to one ticket, from the report on. It remembers what was promised by answers. */
export class Story {
  ticketId = '';
  state: TicketState = 'draft';
  readonly accepted: Accepted[] = [];
  readonly expected: Expected[] = [];
  #status: Message | undefined;
  /** The revision of the card that a person's last click was answered with. */
  readonly #answered = new Map<string, number>();
  #words = 0;

  constructor(
    readonly number: number,
    readonly teacher: Someone,
    readonly campus: Campus,
    private readonly parts: StoryParts,
  ) {}

  /** @throws Error where an answer is not what it should be */
  async live(): Promise<void> {
    const { chance } = this.parts;
    await this.#report();
    await this.#claim();
    for (let deed = 0; deed < 3; deed += 1) {
      await sleep(chance.between(0, 100));
      await chance.oneOf([this.#talk, this.#ask, this.#jot, this.#handBack]).call(this);
    }
    await chance.oneOf([this.#resolve, this.#resolve, this.#resolve, this.#withdraw, this.#talk]).call(this);
  }

  async #report(): Promise<void> {
    const { client, activities, teams } = this.parts;
    const words = `Der Beamer in unserem Raum zeigt seit heute frueh kein Bild mehr an, Fall ${this.number}`;
    await client.send(activities.message(this.teacher, words));
    // A report whose answer was lost is written again; both drafts are there then, and the last one is used.
    const draft = teams
      .in(personalChat(this.teacher))
      .findLast(({ versions }) => drawnOf(versions[0]) !== null);
    if (!draft) throw new Error(`no draft for ${this.teacher.name}`);
    this.#status = draft;
    this.ticketId = ticketIdOf(draft.versions[0]) ?? '';
    const inputs = { school: this.campus.school, category: 'display', title: `Beamer ${this.number}` };
    await this.#give('submit', this.teacher, 'draft.submit', inputs, '');
    this.state = 'new';
  }

  /** Sometimes a dispatcher wants it in the same moment. */
  async #claim(): Promise<void> {
    const { chance } = this.parts;
    const rivals = chance.is(0.3) ? [this.campus.manager, dispatcher] : [this.campus.manager];
    const answers = await Promise.all(rivals.map((who) => this.#click(who, 'ticket.claim', {})));
    const winners = rivals.filter((_, index) => isCard(answers[index]));
    const [winner] = winners;
    if (!winner || winners.length !== 1) throw this.#unexpected('claim', answers);
    this.accepted.push({ verb: 'claim', by: winner.id, said: '' });
    this.state = 'claimed';
  }

  /** Both sides at once. */
  async #talk(): Promise<void> {
    await Promise.all([this.#comment(this.campus.manager), this.#comment(this.teacher)]);
  }

  async #ask(): Promise<void> {
    const said = this.#newWords();
    const inputs = { 'hold.waitingFor': 'requester', 'hold.note': said };
    await this.#give('hold', this.campus.manager, 'ticket.hold', inputs, said);
    this.expected.push({ said, place: 'personal' });
    this.state = 'waiting';
    if (this.parts.chance.is(0.5)) await this.#comment(this.teacher);
    else await this.#give('resume', this.campus.manager, 'ticket.resume', {}, '');
    this.state = 'claimed';
  }

  async #jot(): Promise<void> {
    const said = this.#newWords();
    await this.#give('note', this.campus.manager, 'ticket.note', { 'note.text': said }, said);
  }

  async #handBack(): Promise<void> {
    await this.#give('release', this.campus.manager, 'ticket.release', {}, '');
    this.state = 'new';
    await this.#claim();
  }

  async #resolve(): Promise<void> {
    const said = this.#newWords();
    await this.#give('resolve', this.campus.manager, 'ticket.resolve', { 'resolve.solution': said }, said);
    this.expected.push({ said, place: 'personal' });
    this.state = 'resolved';
    if (this.parts.chance.is(0.5)) return;
    const praise = this.#newWords();
    const inputs = { 'rate.stars': '5', 'rate.text': praise };
    await this.#give('rate', this.teacher, 'ticket.rate', inputs, praise);
  }

  async #withdraw(): Promise<void> {
    const said = this.#newWords();
    await this.#give('withdraw', this.teacher, 'ticket.withdraw', { 'withdraw.text': said }, said);
    this.expected.push({ said, place: 'thread' });
    this.state = 'closed';
  }

  async #comment(who: Someone): Promise<void> {
    const said = this.#newWords();
    await this.#give('comment', who, 'ticket.comment', { 'comment.text': said }, said);
    this.expected.push({ said, place: who === this.teacher ? 'thread' : 'personal' });
  }

  /** Gives a command that nothing stands against: any other answer than a card is a fault. */
  async #give(verb: Verb, who: Someone, button: string, inputs: object, said: string): Promise<void> {
    const answer = await this.#click(who, button, inputs);
    if (!isCard(answer)) throw this.#unexpected(verb, answer);
    this.accepted.push({ verb, by: who.id, said });
  }

  async #click(who: Someone, button: string, inputs: object): Promise<ClickAnswer> {
    const { client, activities } = this.parts;
    const card = await this.#cardOf(who);
    const where = { conversationId: card.conversationId, activityId: card.id };
    const shown = card.versions.map(drawnOf).findLast((each) => each !== null) ?? 0;
    const drawn = Math.max(shown, this.#answered.get(who.id) ?? 0);
    const data = { ticketId: this.ticketId, drawn, ...inputs };
    const answer = await client.click(activities.click(who, where, button, data));
    this.#answered.set(who.id, drawnOf(answer.value) ?? drawn);
    return answer;
  }

  /** Where a crash has doubled the card in the channel, people press the buttons of either. */
  async #cardOf(who: Someone): Promise<Message> {
    const { teams, chance } = this.parts;
    if (who === this.teacher && this.#status) return this.#status;
    return teams.until(`a card of ${this.ticketId} in ${this.campus.channel}`, () => {
      const [first, ...more] = cardsInChannel(teams, this);
      return first && chance.oneOf([first, ...more]);
    });
  }

  #newWords(): string {
    this.#words += 1;
    return `words ${this.number} of ${this.#words} end`;
  }

  #unexpected(what: string, answer: unknown): Error {
    return new Error(`${what} of ${this.ticketId} was answered with ${JSON.stringify(answer)}`);
  }
}

/** The cards that were posted for the ticket in its channel; all but one are orphans. */
export function cardsInChannel(
  teams: Teams,
  { ticketId, campus }: Pick<Story, 'ticketId' | 'campus'>,
): readonly Message[] {
  return teams
    .in(campus.channel)
    .filter(({ threadRoot, versions }) => threadRoot === null && ticketIdOf(versions[0]) === ticketId);
}

function isCard(answer: ClickAnswer | undefined): boolean {
  return answer?.type === cardType;
}
