import type { ChangeOf } from './change.js';

/**
 * The other ticket has not done what this one wanted of it, or there is none. A link stands in both or in neither; words
 * that were meant for the other one's people reach this one's.
 */
export const orderRefused: ChangeOf<'order-refused'> = ({ links }, { order, target }) => {
  if (order === 'comment-of-duplicate')
    return { patch: {}, shows: ['channel'], calls: [{ to: 'channel', about: 'requester-comment' }] };
  return {
    patch: { links: links.filter((id) => id !== target) },
    shows: ['channel'],
    calls: [{ to: 'channel', about: 'order-refused' }],
  };
};
