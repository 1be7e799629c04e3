import { onlyVersion, type CollectionSpec } from '../store/index.js';
import type { Worklist } from './worklist.js';

/** Where worklists are stored; found by id and by `wakeAt` alone. */
export const worklistCollection: CollectionSpec<Worklist> = {
  name: 'worklists',
  fields: {},
  upgrade: onlyVersion<Worklist>(1),
};
