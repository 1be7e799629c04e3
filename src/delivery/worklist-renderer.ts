import {
  noticeCard,
  plain,
  plainLine,
  windowWords,
  worklistCard,
  worklistSummary,
  type WorklistSiteView,
  type WorklistView,
} from '../cards/index.js';
import { texts, type Language } from '../i18n/index.js';
import { instantOf, startOfDay } from '../sla/index.js';
import type { OutgoingMessage } from './sender.js';

/** Turns a worklist into what people see, in the language of whoever reads it. */
export interface WorklistRenderer {
  card(view: WorklistView, language: Language): OutgoingMessage;
  /** What stays where the card stood before. */
  former(language: Language): OutgoingMessage;
  /** To a contact of the school: nobody comes. */
  missed(site: WorklistSiteView, view: WorklistView, language: Language): OutgoingMessage;
  /** To the help desk's channel: nobody of the campus is at work that day. */
  unmanned(view: WorklistView, language: Language): OutgoingMessage;
}

export const worklistRenderer: WorklistRenderer = {
  card: (view, language) => ({
    summary: worklistSummary(view, language),
    card: worklistCard(view, language),
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
