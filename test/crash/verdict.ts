import { isoOf } from '../../src/sla/index.js';
import type { Place, Ticket } from '../../src/tickets/index.js';
import { personalChat } from '../activities.js';
import { cardsInChannel, type Story } from './story.js';
import { drawnOf, type Message, type Teams } from './teams.js';

/** What a run came to. Each fault is a sentence; there should be none. */
export interface Verdict {
  readonly faults: readonly string[];
  /** Messages that called somebody, and cards in channels; edits are not counted. */
  readonly messages: number;
  /** Second copies whose first one's sender was killed before it could write down that it had sent it. */
  readonly duplicatesInWindow: number;
  /** Commands and messages that were promised and are not there. */
  readonly lost: number;
}

export interface Evidence {
  readonly stories: readonly Story[];
  readonly tickets: ReadonlyMap<string, Ticket>;
  readonly teams: Teams;
  readonly killed: ReadonlySet<string>;
}

/** Judges each ticket by what people were answered and by what they have seen. */
export function judge({ stories, tickets, teams, killed }: Evidence): Verdict {
  const judges = stories.map((story) => {
    const judgement = new Judge(story, tickets.get(story.ticketId), teams, killed);
    judgement.run();
    return judgement;
  });
  const known = new Set(stories.map(({ ticketId }) => ticketId));
  const strangers = [...tickets.keys()].filter((id) => !known.has(id));
  return {
    faults: [
      ...judges.flatMap(({ faults }) => faults),
      ...strangers.map((id) => `${id}: a ticket that nobody was promised`),
    ],
    messages: sum(judges.map(({ messages }) => messages)),
    duplicatesInWindow: sum(judges.map(({ duplicates }) => duplicates)),
    lost: sum(judges.map(({ lost }) => lost)),
  };
}

class Judge {
  readonly faults: string[] = [];
  messages = 0;
  duplicates = 0;
  lost = 0;

  constructor(
    private readonly story: Story,
    private readonly ticket: Ticket | undefined,
    private readonly teams: Teams,
    private readonly killed: ReadonlySet<string>,
  ) {}

  run(): void {
    if (!this.ticket) {
      this.#lose('the ticket');
      return;
    }
    this.#judgeHistory(this.ticket);
    this.#judgeRest(this.ticket);
    this.#judgeCards(this.ticket);
    this.#judgeCalls();
  }

  #judgeHistory({ history, state }: Ticket): void {
    const found = history.map(({ actor, command }) => {
      const by = actor.kind === 'person' ? actor.id : 'the clock';
      return `${command.verb} ${by} ${wordsIn(command)}`;
    });
    const promised = this.story.accepted.map(({ verb, by, said }) => `${verb} ${by} ${said}`);
    for (const command of without(promised, found)) this.#lose(command);
    for (const command of without(found, promised)) this.#fault(`not promised or twice: ${command}`);
    if (state !== this.story.state) this.#fault(`is ${state} in place of ${this.story.state}`);
  }

  #judgeRest({ outbox, lease, wakeAt }: Ticket): void {
    if (outbox.length > 0) this.#fault(`still to be sent: ${outbox.map(({ key }) => key).join(', ')}`);
    if (lease) this.#fault(`a lease of ${lease.owner} is left`);
    if (wakeAt !== null && wakeAt <= isoOf(Date.now() - 60_000)) this.#fault(`due since ${wakeAt}`);
  }

  #judgeCards({ places, revision, history }: Ticket): void {
    const cards = cardsInChannel(this.teams, this.story);
    this.#judgeCopies('card in the channel', cards);
    const channel = places.find(({ name }) => name === 'channel');
    if (!cards.some(({ id }) => id === channel?.activityId)) this.#fault('its card is none of those posted');
    this.#judgeShown(channel, revision);
    // A note is nothing that the requester's card would show.
    const told = history.findLastIndex(({ command }) => command.verb !== 'note') + 1;
    this.#judgeShown(
      places.find(({ name }) => name === 'requester'),
      revision - history.length + told,
    );
    const others = places.filter(({ name }) => name !== 'channel' && name !== 'requester');
    if (others.length > 0) this.#fault(`unexpected places: ${others.map(({ name }) => name).join(', ')}`);
  }

  #judgeShown(place: Place | undefined, revision: number): void {
    const shown = drawnOf(this.teams.message(place?.activityId ?? '')?.versions.at(-1));
    const isCurrent = place !== undefined && place.shownRevision >= revision;
    // A card of a ticket that is over has no buttons, and so nothing that says how old it is.
    if (!isCurrent || (shown !== null && shown < revision)) {
      this.#fault(`${place?.name ?? 'a place'} shows revision ${String(shown)} in place of ${revision}`);
    }
  }

  #judgeCalls(): void {
    const personal = this.teams
      .in(personalChat(this.story.teacher))
      .filter(({ versions }) => !JSON.stringify(versions[0]).includes('draft.submit'));
    const inThread = this.teams.in(this.story.campus.channel).filter(({ threadRoot }) => threadRoot !== null);
    for (const { said, place } of this.story.expected) {
      const messages = place === 'personal' ? personal : inThread;
      const copies = messages.filter(({ versions }) => versions.some((shown) => tells(shown, said)));
      if (copies.length === 0) this.#lose(`the message "${said}" (${place})`);
      this.#judgeCopies(`message "${said}"`, copies);
    }
  }

  #judgeCopies(what: string, copies: readonly Message[]): void {
    this.messages += copies.length;
    for (const [index, copy] of copies.slice(1).entries()) {
      const earlier = copies[index];
      const sender = earlier?.postedBy ?? 'nobody';
      this.duplicates += 1;
      const isInWindow = this.killed.has(sender) && copy.postedBy !== sender;
      if (!isInWindow) {
        const both = `${earlier?.id} by ${sender}, ${copy.id} by ${copy.postedBy}`;
        this.#fault(`a second ${what} without a kill between: ${both}`);
      }
    }
  }

  #lose(what: string): void {
    this.lost += 1;
    this.#fault(`lost: ${what}`);
  }

  #fault(what: string): void {
    this.faults.push(`${this.story.ticketId} (story ${this.story.number}): ${what}`);
  }
}

function wordsIn(command: object): string {
  return /words \d+ of \d+ end/.exec(JSON.stringify(command))?.[0] ?? '';
}

function tells(shown: unknown, said: string): boolean {
  return JSON.stringify(shown).includes(said);
}

/** What of `all` is not matched by one each of `others`. */
function without(all: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return all.filter((each) => {
    const at = left.indexOf(each);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
