import type { Command } from 'commander';
import { photoSettingsFromProcess } from '../config.js';
import { openPhotoStore, PhotoStoreError, SweepRefused, sweepPhotos, type Swept } from '../photos/index.js';
import { ticketCollection } from '../tickets/index.js';
import { withStore } from './open-store.js';
import { CommandFailed, processOutput, type Output } from './output.js';

/** `campusdesk photos`: what those who run the service do with photos. */
export function registerPhotos(program: Command, output: Output = processOutput): void {
  program
    .command('photos')
    .description('Photos that teachers sent')
    .command('sweep')
    .description('Removes photos that no ticket holds and that came more than 7 days ago; safe to repeat')
    .option('--json', 'one JSON line with what was kept and removed on standard output')
    .action(async (options: { readonly json?: true }) => {
      const swept = await sweep();
      if (options.json) output.result({ ...swept });
      else output.tell(`Removed ${swept.removed} photo(s), kept ${swept.kept}.`);
    });
}

/** @throws CommandFailed where the photos cannot be reached or a ticket cannot be read */
async function sweep(): Promise<Swept> {
  const photos = await openPhotoStore(photoSettingsFromProcess());
  try {
    return await withStore(async (store) =>
      sweepPhotos(photos, await store.collection(ticketCollection), Date.now()),
    );
  } catch (error) {
    if (error instanceof PhotoStoreError || error instanceof SweepRefused)
      throw new CommandFailed(error.message);
    throw error;
  }
}
