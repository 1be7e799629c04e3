import { setTimeout as sleep } from 'node:timers/promises';
import { Activities, personalChat, type Someone } from '../activities.js';
import { RecordingConnector, type Recorded } from '../conversation/connector.js';
import { cardOf, dataOf, hasAction, wordsOf } from '../conversation/world.js';

/** Wall milliseconds that somebody waits for an answer. */
const patience = 15_000;

/** Teachers whose windows nobody looks at: their activities come over HTTP, as from a second channel service. */
export class TeachersElsewhere {
  readonly #activities: Activities;

  private constructor(
    private readonly endpoint: string,
    private readonly connector: RecordingConnector,
  ) {
    this.#activities = new Activities(connector.serviceUrl);
  }

  /** @param endpoint the bot's */
  static async open(endpoint: string): Promise<TeachersElsewhere> {
    return new TeachersElsewhere(endpoint, await RecordingConnector.start());
  }

  async close(): Promise<void> {
    await this.connector.stop();
  }

  /** Opens the chat with the bot, which can speak there from then on. */
  async opensChat(who: Someone): Promise<void> {
    await this.#send(this.#activities.message(who, 'deutsch'));
  }

  /** Writes what is wrong, and sends the draft as it stands, with the school chosen. */
  async report(who: Someone, text: string, school: string): Promise<void> {
    await this.#send(this.#activities.message(who, text));
    const draft = await this.#heard(who, `a draft of ${text}`, ({ activity }) =>
      hasAction(activity, 'draft.submit'),
    );
    const data = { ...dataOf(cardOf(draft), 'draft.submit'), school };
    await this.#send(this.#activities.click(who, draft, 'draft.submit', data));
  }

  /** Every message to that person that holds these words, once there is one. */
  async hears(who: Someone, words: string): Promise<readonly Recorded[]> {
    const says = (each: Recorded): boolean => wordsOf(each.activity).includes(words);
    await this.#heard(who, words, says);
    return this.connector.in(personalChat(who)).filter(says);
  }

  /** Waits for a new message to that person that holds these words; an edited card calls nobody. */
  async isCalled(who: Someone, words: string): Promise<void> {
    await this.#heard(
      who,
      `a message with ${words}`,
      ({ method, activity }) => method === 'post' && wordsOf(activity).includes(words),
    );
  }

  async #send(activity: object): Promise<void> {
    const response = await fetch(this.endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    if (!response.ok) throw new Error(`The bot answered ${response.status}`);
  }

  async #heard(who: Someone, what: string, isIt: (each: Recorded) => boolean): Promise<Recorded> {
    const giveUpAt = Date.now() + patience;
    while (Date.now() < giveUpAt) {
      const found = this.connector.in(personalChat(who)).findLast(isIt);
      if (found) return found;
      await sleep(50);
    }
    throw new Error(`${who.name} did not hear: ${what}`);
  }
}
