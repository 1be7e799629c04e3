import type { Texts } from '../i18n/index.js';
import type { DraftExtras, KnownIncident, KnownReport } from './draft-extras.js';
import { excerpt, plain, plainLine } from './escape.js';
import { roomWords } from './ticket-lines.js';

/** So much of a title, and of what is said of an incident, stands on the draft. */
const titleLimit = 100;
const statusLimit = 400;

/** What is known already: an incident, a report of the same, open faults of the school. */
export interface KnownData {
  readonly incident: Question & { readonly incidentId: string; readonly status: string };
  readonly duplicate: Question & { readonly reportId: string };
  readonly ofSchool: { readonly shown: boolean; readonly heading: string; readonly lines: readonly Line[] };
}

/** Something to be looked at before sending, with a button where there is something to press. */
interface Question {
  readonly shown: boolean;
  readonly heading: string;
  readonly hint: string;
  readonly button: string;
}

interface Line {
  readonly text: string;
}

const noQuestion: Question = { shown: false, heading: '', hint: '', button: '' };

/** What is known already: an incident, a report of the same, open faults of the school, ready for the template. */
export function draftKnown({ incident, duplicate, known }: DraftExtras, t: Texts): KnownData {
  return {
    incident: incidentQuestion(incident, t),
    duplicate: duplicateQuestion(duplicate, t),
    ofSchool: {
      shown: known.length > 0,
      heading: t.known.ofSchool,
      lines: known.map((report) => ({ text: reportWords(report, t) })),
    },
  };
}

function incidentQuestion(incident: KnownIncident | null, t: Texts): KnownData['incident'] {
  if (!incident) return { ...noQuestion, incidentId: '', status: '' };
  return {
    shown: true,
    heading: t.known.incident(plainLine(excerpt(incident.title, titleLimit))),
    status: plain(excerpt(incident.status, statusLimit)),
    hint: `${t.known.isItThis} ${t.known.joinHint}`,
    button: t.known.join,
    incidentId: incident.id,
  };
}

/** Of another person's report nobody reads more than that the device is known. */
function duplicateQuestion(duplicate: KnownReport | null, t: Texts): KnownData['duplicate'] {
  if (!duplicate) return { ...noQuestion, reportId: '' };
  const { own, ownHint, addToIt, device, deviceHint } = t.known;
  if (duplicate.relation === 'own') {
    const heading = own(reportWords(duplicate, t));
    return { shown: true, heading, hint: ownHint, button: addToIt, reportId: duplicate.ticketId };
  }
  const heading = device(t.vocabulary.states[duplicate.state]);
  return { shown: true, heading, hint: deviceHint, button: '', reportId: '' };
}

function reportWords({ title, room, state }: KnownReport, t: Texts): string {
  return t.cards.lines.list([
    plainLine(excerpt(title, titleLimit)),
    ...(room === null ? [] : [roomWords(room, t)]),
    t.vocabulary.states[state],
  ]);
}
