import { labelWithoutNames, shapeOf, withoutNames } from '../intake/index.js';
import type { Report, Ticket, Understood } from '../tickets/index.js';
import { fields, type Example, type Labels } from './example.js';

/** What a person made of the desk's reading of a message. Nothing in it names anybody; `changed` is empty where all was right. */
export type Correction = Pick<Example, 'guessed' | 'corrected' | 'changed' | 'language' | 'day'> & {
  readonly text: string;
};

/**
 * What was understood beside what was sent; null where no message began the ticket. Later changes, by whomever, do not
 * count: they may follow from what happened.
 *
 * @param people names that must not remain: of the directory's people; the requester's is added
 */
export function correctionOf(ticket: Ticket, people: readonly string[]): Correction | null {
  const sent = ticket.history.find(({ command }) => command.verb === 'submit');
  const { understood } = ticket;
  if (understood === null || sent?.command.verb !== 'submit') return null;
  const { report } = sent.command;
  const known = [...people, ticket.requester.name];
  const guessed = labelsOf(understood);
  const corrected = labelsOf(report);
  return {
    text: withoutNames(report.description, {
      people: known,
      rooms: present([guessed.room, corrected.room]),
      deviceTags: present([guessed.deviceTag, corrected.deviceTag]),
    }),
    guessed: nameless(guessed, known),
    corrected: nameless(corrected, known),
    changed: fields.filter((field) => !isSame(guessed[field], corrected[field])),
    language: understood.language,
    day: sent.at.slice(0, 'YYYY-MM-DD'.length),
  };
}

function labelsOf({ category, room, deviceTag, scope, blocked }: Understood | Report): Labels {
  return { category, room: written(room), deviceTag: written(deviceTag), scope, blocked };
}

function written(text: string | null): string | null {
  const bare = text?.trim() ?? '';
  return bare === '' ? null : bare;
}

/** Case is no correction. */
function isSame(one: string | boolean | null, other: string | boolean | null): boolean {
  return String(one).toLowerCase() === String(other).toLowerCase();
}

function nameless(labels: Labels, people: readonly string[]): Labels {
  const { room, deviceTag } = labels;
  return {
    ...labels,
    room: room === null ? null : labelWithoutNames(room, { people }),
    deviceTag: deviceTag === null ? null : shapeOf(deviceTag),
  };
}

function present(texts: readonly (string | null)[]): string[] {
  return texts.flatMap((text) => (text === null ? [] : [text]));
}
