import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import type { PlaygroundWindow } from './playground.js';

/** Takes pictures whose names begin alike: of a window as it is, and of a card in it as on a phone. */
export function picturesOf(
  beginning: string,
): (window: PlaygroundWindow, name: string, card?: Locator) => Promise<void> {
  return async (window, name, card) => {
    await card?.scrollIntoViewIfNeeded();
    await window.screenshot(join('e2e', `${beginning}-${name}`));
    if (card) await window.phoneScreenshot(card, join('e2e', `${beginning}-${name}-phone`));
  };
}
