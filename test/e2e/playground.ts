import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { z } from 'zod';
import type { PlaygroundWorld } from '../../src/cli/demo/playground-config.js';
import { startPlayground, type PlaygroundOptions } from '../../src/cli/demo/playground.js';

/** What a person does and sees in one Playground window. Every wait gives up after {@link patience}. */
export interface PlaygroundWindow {
  /** For whatever the verbs below do not know. */
  readonly page: Page;
  /** Writes in the personal chat (which it opens first). */
  say(text: string): Promise<void>;
  /** Sends a picture with words (or none) in the personal chat. The client cannot, so its server is asked to. */
  sendPicture(png: Buffer, text: string): Promise<void>;
  openPersonalChat(): Promise<void>;
  /** Opens the channel beside "General". The first time the bot hears of its installation there. */
  openChannel(): Promise<void>;
  /** A new post in the open channel, which the bot does not hear. */
  post(text: string): Promise<void>;
  /** A new post in the open channel that mentions the bot. */
  mentionBot(text: string): Promise<void>;
  /** Answers in the thread that holds this text, mentioning the bot if asked to; the bot hears nothing else there. */
  replyInThread(threadText: string, text: string, options?: { mention: boolean }): Promise<void>;
  /**
   * The newest card in the open conversation that holds this text (a channel has its newest post on top).
   * Looked up anew on each use, so edits do not matter.
   */
  card(text: string | RegExp): Locator;
  /** Presses a button of the card by its words, also one behind "…". Not a hidden form's: open it first. */
  press(card: Locator, title: string): Promise<void>;
  /**
   * Fills inputs by their labels: text, number (`'3'`), date (`'2026-11-30'`), a choice by its words, a toggle by
   * true or false.
   */
  fill(card: Locator, values: Readonly<Record<string, string | boolean>>): Promise<void>;
  /** Types a part into a list that filters itself, and takes the choice that holds these words. */
  find(card: Locator, label: string, part: string, choice: string): Promise<void>;
  /** Waits until the open conversation shows the text: words of a message or card, or the notice under a card. */
  see(text: string | RegExp): Promise<void>;
  /** Waits until the open conversation shows the text no more. */
  seeNoMore(text: string | RegExp): Promise<void>;
  /** The words of all cards in the open conversation, in the order of the page. */
  cardTexts(): Promise<string[]>;
  /** All words of the open conversation. */
  conversationText(): Promise<string>;
  /** Writes `test-output/NAME.png` and returns its path. */
  screenshot(name: string): Promise<string>;
  /** The same of one card alone, as wide as on a phone. */
  phoneScreenshot(card: Locator, name: string): Promise<string>;
  close(): Promise<void>;
}

export type WindowOptions = Omit<PlaygroundOptions, 'onOutput'>;

/** Wall milliseconds that a person waits for something to appear. */
const patience = 15_000;

/** Smaller windows hide the list of chats. */
const windowSize = { width: 1500, height: 1400 };
/** On a phone of 400 points a card is so wide. */
const phoneCardWidth = 340;
/** What does not fit into the window is cut off: so high is none of the cards. */
const longCardHeight = 3500;

const outerCard = '.ac-preview-panel > .ac-adaptiveCard';
const editor = '[data-lexical-editor]';

/** Starts a Playground of its own at the bot and opens it in the browser, as its current user sees it. */
export async function openPlayground(browser: Browser, options: WindowOptions): Promise<PlaygroundWindow> {
  const playground = await startPlayground(options);
  const window = await lookAt(browser, playground.url, options.world);
  return {
    ...window,
    close: async () => {
      await window.close();
      await playground.process.stop();
    },
  };
}

/** Opens a Playground that runs already. Closing the window leaves it running. */
export async function lookAt(
  browser: Browser,
  url: string,
  world: PlaygroundWorld,
): Promise<PlaygroundWindow> {
  const context = await browser.newContext({
    viewport: windowSize,
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  await page.goto(url);
  await page.getByRole('button', { name: 'Hide log panel' }).click();
  await page.locator(editor).first().waitFor();
  const view: View = { newestFirst: false };
  return {
    ...conversationVerbs(page, view, world),
    ...cardVerbs(page, view),
    page,
    screenshot: async (name) => {
      const path = await placeFor(name);
      await page.screenshot({ path });
      return path;
    },
    phoneScreenshot: async (card, name) => {
      const path = await placeFor(name);
      await page.setViewportSize({ ...windowSize, height: longCardHeight });
      await card.screenshot({ path, style: `${outerCard} { width: ${phoneCardWidth}px !important }` });
      await page.setViewportSize(windowSize);
      return path;
    },
    close: async () => {
      await context.close();
    },
  };
}

async function placeFor(name: string): Promise<string> {
  const path = join('test-output', `${name}.png`);
  await mkdir(dirname(path), { recursive: true });
  return path;
}

/** What the verbs must remember of the conversation that is open. */
interface View {
  newestFirst: boolean;
}

type ConversationVerbs = Pick<
  PlaygroundWindow,
  | 'say'
  | 'sendPicture'
  | 'openPersonalChat'
  | 'openChannel'
  | 'post'
  | 'mentionBot'
  | 'replyInThread'
  | 'see'
  | 'seeNoMore'
  | 'conversationText'
>;

function conversationVerbs(page: Page, view: View, world: PlaygroundWorld): ConversationVerbs {
  const open = async (name: string): Promise<void> => {
    await page.getByRole('treeitem', { name, exact: true }).click();
    await page.locator(editor).first().waitFor();
  };
  const openPersonalChat = async () => {
    await open('Personal Chat');
    view.newestFirst = false;
  };
  const write = async (field: Locator, text: string, { mention } = { mention: false }): Promise<void> => {
    await field.click();
    if (mention) {
      await page.keyboard.type(`@${world.botName.slice(0, 3)}`);
      await page.getByRole('menuitem').filter({ hasText: world.botName }).first().click();
      await field.filter({ hasText: world.botName }).waitFor();
    }
    await page.keyboard.insertText(mention ? ` ${text}` : text);
    // The editor takes its time: what it does not show yet would not be sent.
    await field.filter({ hasText: text }).waitFor();
  };
  const post = async (text: string, options: { mention: boolean }): Promise<void> => {
    await write(page.locator(editor).first(), text, options);
    await page.getByRole('button', { name: 'Post', exact: true }).click();
  };
  return {
    openPersonalChat,
    openChannel: async () => {
      await open(`${world.teamName} - ${world.channelName}`);
      view.newestFirst = true;
    },
    say: async (text) => {
      await openPersonalChat();
      await write(page.locator(editor), text);
      await page.keyboard.press('Enter');
    },
    sendPicture: async (png, text) => {
      await openPersonalChat();
      await postPicture(page, world, png, text);
    },
    post: async (text) => post(text, { mention: false }),
    mentionBot: async (text) => post(text, { mention: true }),
    replyInThread: async (threadText, text, { mention } = { mention: true }) => {
      const thread = page
        .getByRole('group')
        .filter({ hasText: threadText })
        .filter({ has: page.locator(editor) })
        .first();
      await write(thread.locator(editor), text, { mention });
      await thread.getByRole('button', { name: 'Send Message' }).click();
    },
    see: (text) => conversation(page).getByText(text).last().waitFor(),
    seeNoMore: (text) => conversation(page).getByText(text).last().waitFor({ state: 'hidden' }),
    conversationText: () => conversation(page).innerText(),
  };
}

const activitySchema = z.object({ from: z.object({}).passthrough() }).passthrough();

/** What says who is writing, where, and to whom, is the same as in an activity that the Playground knows how to make. */
async function postPicture(page: Page, world: PlaygroundWorld, png: Buffer, text: string): Promise<void> {
  const address = new URL('/_internal/v1/customActivities', page.url()).href;
  const template = await page.request.get(`${address}/template`, {
    params: { conversationId: `${world.name}-personal-chat`, type: 'install' },
  });
  const known = activitySchema.parse(await template.json());
  const contentUrl = `data:image/png;base64,${png.toString('base64')}`;
  const attachments = [{ contentType: 'image/png', contentUrl, name: 'picture.png' }];
  const id = `picture-${Date.now()}`;
  const from = { ...known.from, name: world.currentUser.name };
  await page.request.post(address, { data: { ...known, from, id, type: 'message', text, attachments } });
}

function cardVerbs(
  page: Page,
  view: View,
): Pick<PlaygroundWindow, 'card' | 'press' | 'fill' | 'find' | 'cardTexts'> {
  return {
    card: (text) =>
      page
        .locator(outerCard)
        .filter({ hasText: text })
        .nth(view.newestFirst ? 0 : -1),
    press: async (card, title) => {
      const button = card.getByRole('button', { name: title, exact: true });
      const overflow = card.getByRole('button', { name: 'More options' });
      await button.or(overflow).first().waitFor();
      if ((await button.count()) > 0) return button.first().click();
      await overflow.click();
      await page.getByRole('menuitem', { name: title, exact: true }).click();
    },
    fill: async (card, values) => {
      for (const [label, value] of Object.entries(values)) await fillOne(page, card, label, value);
    },
    find: async (card, label, part, choice) => {
      const list = card.getByRole('combobox', { name: beginning(label) }).first();
      await list.click();
      await list.pressSequentially(part);
      await page.getByRole('option').filter({ hasText: choice }).first().click();
    },
    cardTexts: () => page.locator(outerCard).allInnerTexts(),
  };
}

/** The middle of the window: without the list of chats, whose previews repeat the last words. */
function conversation(page: Page): Locator {
  return page
    .getByRole('region', { name: 'Chat and Teams Channel' })
    .locator('xpath=../../following-sibling::*[1]');
}

/** Labels of required inputs end with a star. */
function beginning(label: string): RegExp {
  return new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}`);
}

async function fillOne(page: Page, card: Locator, label: string, value: string | boolean): Promise<void> {
  const name = beginning(label);
  if (typeof value === 'boolean') {
    await card.getByRole('checkbox', { name }).first().setChecked(value);
    return;
  }
  const box = card.getByRole('textbox', { name }).or(card.getByRole('spinbutton', { name }));
  const radios = card.getByRole('radiogroup', { name });
  const list = card.getByRole('combobox', { name });
  await box.or(radios).or(list).first().waitFor();
  if ((await box.count()) > 0) await box.first().fill(value);
  else if ((await radios.count()) > 0)
    await radios.first().getByRole('radio', { name: value, exact: true }).check();
  else if (/^\d{4}-\d\d-\d\d$/.test(value)) await pickDate(page, list.first(), value);
  else {
    await list.first().click();
    await page.getByRole('option', { name: value, exact: true }).first().click();
  }
}

/** Turns the calendar's pages forward until the day is there. */
async function pickDate(page: Page, field: Locator, isoDate: string): Promise<void> {
  await field.click();
  const date = new Date(`${isoDate}T12:00:00Z`);
  const month = date.toLocaleString('en', { month: 'long', timeZone: 'UTC' });
  const calendar = page.getByRole('dialog', { name: 'Calendar' });
  const day = calendar.getByRole('button', {
    name: `${date.getUTCDate()}, ${month}, ${date.getUTCFullYear()}`,
    exact: true,
  });
  await calendar.waitFor();
  for (let turned = 0; turned < 24 && (await day.count()) === 0; turned++) {
    await calendar.getByRole('button', { name: 'Next month' }).click();
  }
  await day.first().click();
}
