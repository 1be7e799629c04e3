import type { Locator } from 'playwright-core';
import { z } from 'zod';
import type { PlaygroundPerson } from '../../src/cli/demo/playground-config.js';
import type { PlaygroundWindow } from './playground.js';

/**
 * What a person does with the app's message extension in one Playground window. It reads no manifest, so that
 * commands are called by their ids.
 */
export class MessageExtension {
  constructor(private readonly window: PlaygroundWindow) {}

  /** Opens the dialog of a command beside the text field, and returns it. Inputs are filled and buttons pressed as on a card. */
  async openDialog(commandId: string): Promise<Locator> {
    await this.#field.first().click();
    return this.#dialogOf(commandId);
  }

  /**
   * Opens the dialog of a command on the newest message that holds these words.
   * @param author who wrote it: everything in a window is written by its user, and the client names that one not as Teams does
   */
  async openDialogOn(words: string, commandId: string, author: PlaygroundPerson): Promise<Locator> {
    const { page } = this.window;
    const message = page
      .getByRole('group')
      .filter({ hasText: words })
      .filter({ has: page.getByRole('button', { name: 'Show more information' }) })
      .first();
    await message.getByRole('button', { name: 'Show more information' }).first().click();
    await this.#writtenBy(author);
    return this.#dialogOf(commandId);
  }

  async closeDialog(): Promise<void> {
    const { page } = this.window;
    await page.getByRole('dialog').last().getByRole('button', { name: 'Close' }).click();
    await page.getByRole('dialog').last().waitFor({ state: 'hidden' });
  }

  /** Types into a search command, and returns what it found, line by line, once that holds these words. */
  async search(commandId: string, typed: string, expected: string): Promise<Locator> {
    const { page } = this.window;
    await this.#field.first().click();
    await page.getByRole('menuitem', { name: 'Search Command' }).click();
    await page.getByText('Specify Command ID or Parameter').click();
    await page.getByPlaceholder('Command ID').fill(commandId);
    await page.getByPlaceholder('Parameter name').fill('typed');
    await page.getByPlaceholder('Enter a search term').fill(typed);
    const found = page.getByRole('group').filter({ hasText: 'Search-Based Message Extension' });
    const line = found.getByRole('heading').filter({ hasText: expected }).first();
    await line.waitFor();
    return line;
  }

  get #field(): Locator {
    return this.window.page.getByRole('button', { name: 'Trigger Message Extension App' });
  }

  async #dialogOf(commandId: string): Promise<Locator> {
    const { page } = this.window;
    await page.getByRole('menuitem', { name: 'Action Command' }).click();
    const dialog = page.getByRole('dialog').last();
    await dialog.getByPlaceholder('Input command id or leave blanks').fill(commandId);
    await dialog.getByRole('button', { name: 'Create' }).click();
    await dialog.locator('.ac-adaptiveCard').first().waitFor();
    return dialog;
  }

  /** Puts the author into the next dialog that is asked for, as Teams would: by Entra object id. */
  async #writtenBy({ id, name }: PlaygroundPerson): Promise<void> {
    await this.window.page.route(
      '**/_conversation/v1/invoke',
      async (route) => {
        const asked = fetchSchema.parse(route.request().postDataJSON());
        const user = { userIdentityType: 'aadUser', id, displayName: name };
        const messagePayload = { ...asked.value.messagePayload, from: { user } };
        await route.continue({ postData: { ...asked, value: { ...asked.value, messagePayload } } });
      },
      { times: 1 },
    );
  }
}

const fetchSchema = z
  .object({
    value: z.object({ messagePayload: z.object({}).passthrough() }).passthrough(),
  })
  .passthrough();
