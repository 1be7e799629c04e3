import {
  answerOrNewCard,
  discardedCard,
  helpCard,
  languageCard,
  linkCard,
  linkedCard,
  noteOrCommentCard,
  noticeCard,
  relinkCard,
  schoolPickerCard,
  stillBrokenCard,
} from '../../src/cards/index.js';
import { texts, type Language } from '../../src/i18n/index.js';
import { asked, directory, said, schools } from './fixtures.js';
import { samplesOf, type SampleCard } from './sample.js';

/** Short questions and answers, in the chat and in channels. */
export function dialogSamples(language: Language): readonly SampleCard[] {
  const city = directory();
  const schoolId = '100001';
  const sites = city.sitesOf(schoolId);
  const [campus] = city.campuses;
  const name = campus?.name ?? '';
  return [
    ...samplesOf('notice', language, {
      refusal: noticeCard(texts(language).refusals.sentence({ code: 'site-missing' }), language),
      discarded: discardedCard(language),
      linked: linkedCard(name, language),
    }),
    ...samplesOf('school-picker', language, {
      all: schoolPickerCard(schools, language),
      'with-sites': schoolPickerCard(schools, language, { schoolId, sites }),
    }),
    ...samplesOf('link', language, {
      channel: linkCard(city.campuses, { helpdesk: true, provider: 'School IT Ltd' }, language),
    }),
    ...samplesOf('help', language, {
      chat: helpCard(language),
      'chat-of-staff': helpCard(language, Object.values(texts(language).lists.help)),
    }),
    ...samplesOf('choice', language, {
      'answer-or-new': answerOrNewCard(said, asked, language),
      'still-broken': stillBrokenCard(said, asked, language),
      'note-or-comment': noteOrCommentCard(said.text, asked, language),
      relink: relinkCard({ title: name, value: 'campus-7' }, language),
      language: languageCard(language),
    }),
  ];
}
