import type { Locator } from 'playwright-core';
import type { PlaygroundWindow } from './playground.js';

/** Searches in the open channel, and opens what was found by its title. It stays in place of the list. */
export async function openFound(window: PlaygroundWindow, typed: string, title: string): Promise<Locator> {
  await window.mentionBot(`suche ${typed}`);
  const found = window.card(`Suche: ${typed}`);
  await found.getByRole('button', { name: title }).first().click();
  await window.seeNoMore(`Suche: ${typed}`);
  return window.card(title);
}

/** Opens the arranging card of the ticket whose card is in sight. It stays in its place. */
export async function arrange(window: PlaygroundWindow, title: string): Promise<Locator> {
  await window.press(window.card(title), 'Mehr …');
  const arranging = window.card('Meldung ordnen').filter({ hasText: title });
  await arranging.waitFor();
  return arranging;
}

/** The number of the ticket on a card. */
export async function numberOn(card: Locator): Promise<string> {
  return /\b[0-9A-Z]{3}-[0-9A-Z]{3}\b/.exec(await card.innerText())?.[0] ?? '';
}
