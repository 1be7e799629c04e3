import { absenceCard, type AbsenceView } from '../../src/cards/index.js';
import type { Language } from '../../src/i18n/index.js';
import { deputy, directory, dispatcher, manager, now, rules } from './fixtures.js';
import { samplesOf, type SampleCard } from './sample.js';

const view: AbsenceView = {
  result: [],
  absences: [
    { name: manager.name, from: '2026-11-23', to: '2026-11-27', deputy: deputy.name, id: 'a1' },
    { name: manager.name, from: '2026-12-21', to: '2026-12-21', deputy: null, id: 'a2' },
    { name: manager.name, from: '2027-07-19', to: '2027-08-06', deputy: null, id: null },
  ],
  people: directory().people,
  self: manager.id,
  forOthers: false,
  today: '2026-11-24',
  now,
  timeZone: rules.calendar.timeZone,
};

/** Absences as they are entered: nothing known yet, one's own, and for others after a press. */
export function absenceSamples(language: Language): readonly SampleCard[] {
  return samplesOf('absence', language, {
    empty: absenceCard({ ...view, absences: [] }, language),
    own: absenceCard(view, language),
    others: absenceCard({ ...view, result: ['✔', '2'], self: dispatcher.id, forOthers: true }, language),
  });
}
