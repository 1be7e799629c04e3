import { absenceCard, absenceLine, type AbsenceView } from '../../src/cards/index.js';
import { createBannerRenderer } from '../../src/delivery/index.js';
import { texts, type Language } from '../../src/i18n/index.js';
import { deputy, directory, dispatcher, manager, now, rules } from './fixtures.js';
import { samplesOf, type SampleCard } from './sample.js';

const view: AbsenceView = {
  result: [],
  absences: [
    { name: manager.name, from: '2026-11-23', to: '2026-11-27', deputy: deputy.name, id: 'a1', inFile: null },
    { name: manager.name, from: '2026-12-21', to: '2026-12-21', deputy: null, id: 'a2', inFile: null },
    {
      name: manager.name,
      from: '2027-07-19',
      to: '2027-08-06',
      deputy: null,
      id: null,
      inFile: { personId: manager.id, deputyId: null },
    },
  ],
  page: 1,
  pages: 1,
  people: directory().people,
  self: manager.id,
  forOthers: false,
  today: '2026-11-24',
  now,
  timeZone: rules.calendar.timeZone,
};

/**
 * Absences as they are entered: nothing known yet, one's own, for others after a press, and what was refused. And what stands
 * in a channel in which nobody is there.
 */
export function absenceSamples(language: Language): readonly SampleCard[] {
  const { absences: w } = texts(language);
  const line = absenceLine(
    { name: manager.name, from: '2026-11-23', to: '2026-11-27', deputy: deputy.name },
    view,
    language,
  );
  const entered = [w.entered(line), w.visits(2), w.noDeputy('Campus 7')];
  const refused = [w.refusal({ code: 'ends-before-it-begins' })];
  const banners = createBannerRenderer({ directory: () => directory(), rules, channelLanguage: language });
  const banner = (unattended: { readonly until: string | null } | null) =>
    banners.banner('campus-campus-7', unattended, now).card ?? {};
  return [
    ...samplesOf('absence', language, {
      empty: absenceCard({ ...view, absences: [] }, language),
      own: absenceCard(view, language),
      others: absenceCard({ ...view, result: entered, self: dispatcher.id, forOthers: true }, language),
      'second-page': absenceCard({ ...view, page: 2, pages: 3, forOthers: true }, language),
      refused: absenceCard({ ...view, absences: [], result: refused }, language),
    }),
    ...samplesOf('notice', language, {
      'nobody-there': banner({ until: '2026-11-27' }),
      'nobody-there-open-end': banner({ until: null }),
      'somebody-there-again': banner(null),
    }),
  ];
}
