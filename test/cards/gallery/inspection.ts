import type { Drawing } from './drawings.js';
import { themeNames } from './themes.js';
import { widthNames, type Look, type Stage } from './stage.js';

/** What is wrong with a card that was drawn: what the parser, the look at its layout and axe say. */
export interface Faults {
  readonly warnings: readonly string[];
  readonly layout: readonly string[];
  readonly axe: readonly string[];
}

/** Each theme at each width. */
export const allLooks: readonly Look[] = widthNames.flatMap((width) =>
  themeNames.map((theme) => ({ theme, width })),
);

/**
 * Draws a card and looks it over; it stays on the stage.
 * @param rules axe's rules, where not all of them are asked for; an empty list asks for none
 */
export async function inspect(
  stage: Stage,
  { card }: Drawing,
  look: Look,
  rules?: readonly string[],
): Promise<Faults> {
  const warnings = await stage.show(card, look);
  const axe = rules?.length === 0 ? [] : await stage.axeFaults(rules);
  return { warnings, layout: await stage.layoutFaults(), axe };
}

/** `status-new-de, dark on a phone: …` for each fault. */
export function sentencesOf(name: string, { theme, width }: Look, faults: Faults): readonly string[] {
  return [...faults.warnings, ...faults.layout, ...faults.axe].map(
    (fault) => `${name}, ${theme}, ${width}: ${fault}`,
  );
}

/** Works a list off on several stages at once. */
export async function onStages<Work>(
  stages: readonly Stage[],
  list: readonly Work[],
  perform: (stage: Stage, work: Work) => Promise<void>,
): Promise<void> {
  const left = [...list];
  await Promise.all(
    stages.map(async (stage) => {
      for (let work = left.shift(); work !== undefined; work = left.shift()) await perform(stage, work);
    }),
  );
}
