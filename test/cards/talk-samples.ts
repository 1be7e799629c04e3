import { roomAddedCard, talkCard, whichReportCard, worksAgainCard } from '../../src/cards/index.js';
import { texts, type Language } from '../../src/i18n/index.js';
import { asked, report, said } from './fixtures.js';
import { samplesOf, type SampleCard } from './sample.js';

/** What the bot asks where a message leaves open what it is about, and what it answers. */
export function talkSamples(language: Language): readonly SampleCard[] {
  const one = [asked];
  const several = [asked, { ...asked, title: report.title }, { ...asked, title: 'Drucker' }];
  const room = report.room ?? '';
  return [
    ...samplesOf('choice', language, {
      'works-again-draft': worksAgainCard('discard', one, said.text, language),
      'works-again-one': worksAgainCard('withdraw', one, '', language),
      'works-again-several': worksAgainCard('withdraw', several, said.text, language),
      'also-in-one': whichReportCard(one, { also: room }, said, language),
      'also-in-several': whichReportCard(several, { also: room }, said, language),
      'which-of-several': whichReportCard(several, {}, said, language),
      chat: talkCard(texts(language).dialog.talk.chat, '', language),
    }),
    ...samplesOf('notice', language, { 'room-added': roomAddedCard(room, 'K7M-3QX', language) }),
  ];
}
