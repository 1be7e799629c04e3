import type { LabelledMessage, Understand } from '../intake/index.js';

/** Most confusions that are listed. */
const mostPairs = 15;

/** How well messages of other writers are read, and what is taken for what, as lines for people. */
export function confusionLines(messages: readonly LabelledMessage[], understand: Understand): string[] {
  const answers = messages.map((message) => ({ message, read: understand(message.text) }));
  const percent = (right: (answer: (typeof answers)[number]) => boolean): string =>
    `${((100 * answers.filter(right).length) / Math.max(1, answers.length)).toFixed(1)} %`;
  const confused = new Map<string, number>();
  for (const { message, read } of answers) {
    if (message.category === read.category) continue;
    const pair = `${message.category} taken for ${read.category}`;
    confused.set(pair, (confused.get(pair) ?? 0) + 1);
  }
  const pairs = [...confused].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  return [
    `on ${answers.length} messages of writers that nothing was learned from:`,
    `  category ${percent(({ message, read }) => message.category === read.category)}, ` +
      `within three ${percent(({ message, read }) => read.alternatives.includes(message.category))}, ` +
      `scope ${percent(({ message, read }) => message.scope === read.scope)}, ` +
      `blocked ${percent(({ message, read }) => message.blocked === read.blocked)}`,
    ...pairs.slice(0, mostPairs).map(([pair, count]) => `  ${String(count).padStart(3)}  ${pair}`),
  ];
}
