import type { PlaygroundWindow } from './playground.js';
import { worlds } from './three-windows.js';

/** Writes what is wrong, chooses the school where it is not known yet, and sends the draft. */
export async function reports(window: PlaygroundWindow, text: string): Promise<void> {
  await window.say(text);
  const draft = window.card('Neue Meldung: bitte prüfen und absenden');
  await draft.waitFor();
  if (await draft.getByRole('combobox', { name: /^Schule/ }).isVisible()) {
    await window.find(draft, 'Schule', 'Käthe', worlds.schoolName);
  }
  await window.press(draft, 'Absenden');
  await window.card('Eingegangen').filter({ hasText: text }).waitFor();
}
