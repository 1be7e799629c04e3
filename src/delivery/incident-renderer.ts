import {
  incidentCard,
  incidentSummary,
  incidentTitle,
  noticeCard,
  plainLine,
  type IncidentView,
} from '../cards/index.js';
import { channelLanguage, texts, type Language } from '../i18n/index.js';
import type { IncidentCall } from '../incidents/index.js';
import { instantOf } from '../sla/index.js';
import type { OutgoingMessage } from './sender.js';

/** Turns an incident into what the help desk's channel sees, in the channels' language. */
export interface IncidentRenderer {
  card(view: IncidentView): OutgoingMessage;
  /** A reminder under the card, as things stand when it is said. */
  reminder(view: IncidentView, call: IncidentCall): OutgoingMessage;
  /** What stays where the card stood before the help desk's channel was linked anew. */
  moved(): OutgoingMessage;
}

/** The help desk's channel reads German unless told otherwise. */
export function createIncidentRenderer(language: Language = channelLanguage): IncidentRenderer {
  return {
    moved: () => {
      const { incidents, cards } = texts(language);
      const look = { icon: 'moved', tone: 'emphasis', word: cards.lines.movedWord } as const;
      return { summary: incidents.moved, card: noticeCard(incidents.moved, language, look) };
    },
    card: (view) => ({ summary: incidentSummary(view, language), card: incidentCard(view, language) }),
    reminder: (view, { dueAt }) => {
      const { incidents, times } = texts(language);
      const { now, timeZone } = view;
      const due = instantOf(dueAt);
      const isLate = due <= now;
      const when = isLate ? times.since(due, now, timeZone) : times.until(due, now, timeZone);
      const title = incidentTitle(view, language);
      const look = { icon: 'urgent', tone: isLate ? 'attention' : 'warning' } as const;
      return {
        summary: incidents.reminder(title, when, isLate),
        card: noticeCard(incidents.reminder(plainLine(title), when, isLate), language, {
          ...look,
          word: incidents.states[view.incident.state],
        }),
      };
    },
  };
}
