import {
  noticeCard,
  plain,
  plainLine,
  windowOf,
  windowWords,
  worklistCard,
  worklistSummary,
  type WorklistSiteView,
  type WorklistView,
} from '../cards/index.js';
import { texts, type Language, type Texts } from '../i18n/index.js';
import { instantOf, startOfDay } from '../sla/index.js';
import type { OutgoingMessage } from './sender.js';

/** Turns a worklist into what people see, in the language of whoever reads it. */
export interface WorklistRenderer {
  card(view: WorklistView, language: Language): OutgoingMessage;
  /** What stays where the card stood before. */
  former(language: Language): OutgoingMessage;
  /** To a contact of the school: nobody comes, or at another time, or after all. */
  missed(site: WorklistSiteView, view: WorklistView, language: Language): OutgoingMessage;
  /** To the help desk's channel: nobody of the campus is at work that day. */
  unmanned(view: WorklistView, language: Language): OutgoingMessage;
}

/** A visit that was moved, or takes place after all; null for one that does not. */
function changedWords(
  { site, place }: WorklistSiteView,
  view: WorklistView,
  t: Texts,
): ((language: Language) => OutgoingMessage) | null {
  const { missed: w } = t.visits;
  const { movedTo, state } = site;
  const isMoved = movedTo !== null && (state === 'off' || state === 'planned');
  if (!isMoved && state !== 'planned') return null;
  const window = windowWords(windowOf(movedTo ?? site), view, t);
  const day = t.times.date(startOfDay(view.worklist.date, view.timeZone), view.now, view.timeZone);
  const school = plainLine(place.school);
  const word = isMoved ? w.movedWord : w.backWord;
  const sentences = [
    isMoved ? w.moved(school, day, window) : w.back(school, window),
    ...(site.reason === '' ? [] : [w.reason(plain(site.reason))]),
  ];
  return (language) => ({
    summary: `${word}: ${w.at(place.school, window)}`,
    card: noticeCard(sentences.join('\n\n'), language, { icon: 'waiting', tone: 'warning', word }),
  });
}

export const worklistRenderer: WorklistRenderer = {
  card: (view, language) => ({
    summary: worklistSummary(view, language),
    card: worklistCard(view, language, view.worklist.page),
  }),
  former: (language) => {
    const { visits, cards } = texts(language);
    const look = { icon: 'moved', tone: 'emphasis', word: cards.lines.movedWord } as const;
    return { summary: visits.worklist.asked, card: noticeCard(visits.worklist.asked, language, look) };
  },
  missed: (of, view, language) => {
    const t = texts(language);
    const { missed: w } = t.visits;
    const { site, place, nextVisit } = of;
    const changed = changedWords(of, view, t);
    if (changed) return changed(language);
    const window = windowWords({ from: instantOf(site.from), to: instantOf(site.to) }, view, t);
    const reason = site.reason === '' && view.worklist.isUnmanned ? w.unmanned : site.reason;
    const sentences = [
      w.text(plainLine(place.school), window),
      ...(reason === '' ? [] : [w.reason(plain(reason))]),
      nextVisit ? w.next(windowWords(nextVisit, view, t)) : w.noNext,
    ];
    const look = { icon: 'waiting', tone: 'warning', word: w.word } as const;
    return {
      summary: w.summary(place.school, window),
      card: noticeCard(sentences.join('\n\n'), language, look),
    };
  },
  unmanned: (view, language) => {
    const t = texts(language);
    const { visits, times } = t;
    const day = times.date(startOfDay(view.worklist.date, view.timeZone), view.now, view.timeZone);
    const places = view.sites.map(({ place }) => place.school).join(', ');
    const look = { icon: 'urgent', tone: 'warning', word: visits.missed.word } as const;
    return {
      summary: visits.unmanned(view.campus, day, places),
      card: noticeCard(visits.unmanned(plainLine(view.campus), day, plainLine(places)), language, look),
    };
  },
};
