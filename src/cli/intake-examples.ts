import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { CorpusError, parseCorpusFile } from '../intake/index.js';
import { faultOf } from '../input-file.js';
import { batchOf, ExampleBook, reviewFile, textDays, type Example } from '../learning/index.js';
import type { Unreadable } from '../store/index.js';
import { readTextInput } from './input-file.js';
import { withStore } from './open-store.js';
import { CommandFailed, WrongUse, type Output } from './output.js';

interface Options {
  readonly out?: string;
  readonly reviewed?: string;
  readonly expire?: true;
}

/** `campusdesk intake examples`: takes corrections to a person's review, and their texts out of the store afterwards. */
export function registerIntakeExamples(intake: Command, output: Output): void {
  intake
    .command('examples')
    .description('write corrections for review, note what was reviewed, remove what is too old')
    .option(
      '--out <file>',
      'write all corrections that nobody reviewed into a new file, in the format of the corpus',
    )
    .option('--reviewed <file>', 'the file was reviewed: remove the texts that it was made of from the store')
    .option('--expire', `remove texts that nobody reviewed within ${textDays} days`)
    .action(async ({ out, reviewed, expire }: Options) => {
      const asked = [out, reviewed, expire].filter((option) => option !== undefined);
      if (asked.length !== 1) throw new WrongUse('examples needs one of --out, --reviewed and --expire');
      const today = new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);
      await withStore(async (store) => {
        const desk = new ReviewDesk(await ExampleBook.open(store), today, output);
        if (out !== undefined) await desk.write(out);
        else if (reviewed !== undefined) await desk.takeBack(reviewed);
        else await desk.expire();
      });
    });
}

/** Each step can be repeated after it was interrupted. */
class ReviewDesk {
  readonly #onUnreadable = ({ message }: Unreadable): void => {
    this.output.tell(message);
  };

  constructor(
    private readonly book: ExampleBook,
    private readonly today: string,
    private readonly output: Output,
  ) {}

  /** @throws CommandFailed where the file exists or cannot be made */
  async write(file: string): Promise<void> {
    const waiting: Example[] = [];
    for await (const example of this.book.waiting(this.#onUnreadable)) waiting.push(example);
    if (waiting.length === 0) {
      this.output.tell('No correction waits for review.');
      return;
    }
    const batch = randomBytes(4).toString('hex');
    const { content, lines, repeated } = reviewFile(batch, waiting);
    try {
      await writeFile(file, content, { flag: 'wx', mode: 0o600 });
    } catch (error) {
      throw new CommandFailed(`${file} ${faultOf(error)}`);
    }
    for (const { id } of waiting) await this.book.change(id, (example) => ({ ...example, batch }));
    this.output.tell(
      `${lines} corrections written to ${file}; ${repeated} left out, whose words stand in it already.`,
    );
    this.output.tell(
      'Read each line: take out names that are left, put the labels right, throw out what teaches nothing. ' +
        'Then: campusdesk intake examples --reviewed FILE',
    );
  }

  /** @throws CommandFailed where the file is not one of `write`, holds wrong lines, or was replaced by a later one */
  async takeBack(file: string): Promise<void> {
    const content = await readTextInput(file);
    const batch = batchOf(content);
    if (batch === null) throw new CommandFailed(`${file} does not begin with the line that --out wrote`);
    const kept = messagesIn(file, content);
    let removed = 0;
    for await (const { id, reviewed } of this.book.inBatch(batch, this.#onUnreadable)) {
      if (reviewed === null && (await this.book.change(id, (each) => withoutText(each, this.today))))
        removed += 1;
    }
    if (removed === 0) {
      throw new CommandFailed(
        `no correction waits for ${file}: it was taken back already, or a later file replaced it`,
      );
    }
    this.output.tell(`${kept} lines to learn from; ${removed} texts removed from the store.`);
    this.output.tell(`Put ${file} into a folder, then: campusdesk intake train --corpus FOLDER`);
  }

  async expire(): Promise<void> {
    let removed = 0;
    for await (const { id } of this.book.waiting(this.#onUnreadable, this.today)) {
      if (await this.book.change(id, (example) => withoutText(example, example.reviewed))) removed += 1;
    }
    this.output.tell(`${removed} texts removed that nobody reviewed within ${textDays} days.`);
  }
}

/** What is counted stays. */
function withoutText(example: Example, reviewed: string | null): Example {
  return { ...example, text: null, textUntil: null, reviewed };
}

function messagesIn(file: string, content: string): number {
  try {
    return parseCorpusFile(file, content).messages.length;
  } catch (error) {
    if (error instanceof CorpusError) throw new CommandFailed(error.message);
    throw error;
  }
}
