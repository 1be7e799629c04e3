import {
  articleCard,
  articleChoiceCard,
  answerOrNewCard,
  channelCard,
  discardedCard,
  draftCard,
  helpCard,
  languageCard,
  linkCard,
  linkedCard,
  noExtras,
  noteOrCommentCard,
  noticeCard,
  relinkCard,
  schoolPickerCard,
  statusCard,
  stillBrokenCard,
  ticketListCard,
  whyCard,
  type Card,
} from '../../src/cards/index.js';
import { createTicketRenderer } from '../../src/delivery/ticket-renderer.js';
import { languages, texts, type Language } from '../../src/i18n/index.js';
import { instantOf } from '../../src/sla/index.js';
import { callSubjects, type CallSubject } from '../../src/tickets/outbox.js';
import { channelView, draftView, requesterView, whyView, type Ticket } from '../../src/tickets/index.js';
import { boardCards } from './board-samples.js';
import { knownCards } from './known-samples.js';
import { incidentCards } from './incident-samples.js';
import { photoCards } from './photo-samples.js';
import { talkCards } from './talk-samples.js';
import {
  claim,
  directory,
  entry,
  now,
  report,
  schools,
  situations,
  submitted,
  surroundings,
  ticket,
  rules,
} from './fixtures.js';

/** A card as it is sent, with a name for its picture. `form` is a button whose form is worth a second picture. */
export interface SampleCard {
  readonly name: string;
  readonly language: Language;
  readonly card: Card;
  readonly form?: string;
}

/** Every card in every state and language. */
export function sampleCards(): readonly SampleCard[] {
  return languages.flatMap((language) => [
    ...ticketCards(language),
    ...whyCards(language),
    ...dialogCards(language),
    ...messageCards(language),
    ...boardCards(language),
    ...knownCards(language),
    ...photoCards(language),
    ...incidentCards(language),
    ...talkCards(language),
  ]);
}

function ticketCards(language: Language): SampleCard[] {
  const { actions } = texts(language).cards;
  const all = Object.entries(situations(language));
  const status = all.map(([name, one]) => ({
    name: `status-${name}-${language}`,
    language,
    card: statusCard(requesterView(one, surroundings), language),
    ...(name === 'new' && { form: actions.edit }),
    ...(name === 'resolved' && { form: actions.rate }),
  }));
  const channel = all.map(([name, one]) => ({
    name: `channel-${name}-${language}`,
    language,
    card: channelCard(channelView(one, surroundings), language, {
      as: 'channel',
      detour: name === 'new-calm' ? 'not-linked' : null,
      mentions: name === 'new' ? [{ id: 'id-manager', name: 'Petra Muster' }] : [],
      hasThread: true,
    }),
    ...(name === 'claimed' && { form: actions.hold }),
    ...(name === 'new' && { form: actions.resolve }),
    ...(name === 'new-calm' && { form: actions.planVisit }),
    ...(name === 'commented' && { form: actions.assign }),
  }));
  const renderer = createTicketRenderer({
    directory: () => directory({ absent: true }),
    rules,
    channelLanguage: language,
  });
  const offered = situations(language)['offered'] ?? ticket();
  const places = (['offer', 'former-1', 'requester', 'channel'] as const).map((place) => ({
    name: `place-${place}-${language}`,
    language,
    card:
      renderer.card(place === 'offer' ? offered : ticket({}, language), { name: place, detour: null }, now)
        .card ?? {},
  }));
  return [...status, ...channel, ...places];
}

/** Why a deadline is what it is: a short way to it, one over holidays and a question, one that stands still, one that was kept. */
function whyCards(language: Language): SampleCard[] {
  const asked = entry({ verb: 'hold', waitingFor: 'requester', until: null, note: '?' }, 'staff', 30);
  const christmas = (changes: Partial<Ticket>): Ticket =>
    ticket({ priority: 'P3', submittedAt: '2026-12-22T13:30:00.000Z', ...changes }, language);
  const claimedBy = { ...claim, at: '2026-12-22T13:40:00.000Z' };
  const started = { ...submitted, at: '2026-12-22T13:30:00.000Z' };
  const firstRespondedAt = claimedBy.at;
  const tickets: Readonly<Record<string, Ticket>> = {
    short: ticket({}, language),
    holidays: christmas({
      state: 'claimed',
      firstRespondedAt,
      resolutionDueAt: '2026-12-30T10:00:00.000Z',
      history: [
        started,
        claimedBy,
        { ...asked, at: '2026-12-22T14:00:00.000Z' },
        { ...entry({ verb: 'resume' }, 'staff', 31), at: '2026-12-23T09:00:00.000Z' },
      ],
    }),
    still: ticket({
      ...situations(language)['waiting-requester'],
      history: [submitted, claim, { ...asked, at: '2026-11-24T07:50:00.000Z' }],
    }),
    kept: ticket({
      ...situations(language)['resolved'],
      results: {
        firstResponse: {
          at: '2026-11-24T07:45:00.000Z',
          dueAt: '2026-11-24T08:00:00.000Z',
          target: 30,
          used: 15,
          met: true,
        },
        resolution: {
          at: '2026-11-24T07:58:00.000Z',
          dueAt: '2026-11-24T11:30:00.000Z',
          target: 240,
          used: 28,
          met: true,
        },
      },
    }),
    long: ticket(
      { priority: 'P4', firstRespondedAt, state: 'claimed', history: [submitted, claim] },
      language,
    ),
  };
  return Object.entries(tickets).flatMap(([name, one]) => {
    const view = whyView(one, { ...surroundings, now: instantOf('2026-12-23T10:00:00.000Z') });
    const card = view && whyCard(view, 'requester', language);
    return card ? [{ name: `why-${name}-${language}`, language, card }] : [];
  });
}

function dialogCards(language: Language): SampleCard[] {
  const draft = ticket({ state: 'draft', priority: null, handledBy: null, history: [] }, language);
  const plainDraft = {
    ...draft,
    report: {
      ...report,
      category: 'printer' as const,
      schoolId: '100014',
      siteId: null,
      bestTime: null,
      phone: null,
    },
  };
  const city = directory();
  const views = Object.values(situations(language)).map((one) => requesterView(one, surroundings));
  const asked = { id: 'K7M3QX', revision: 3, title: report.title };
  const text = 'Das Gerät leuchtet rot.\nIch habe es aus- und wieder eingeschaltet.';
  const sentence = texts(language).refusals.sentence({ code: 'site-missing' });
  const calmDraft = { ...draft, report: { ...plainDraft.report, blocked: false } };
  const blockedDraft = { ...draft, report: { ...plainDraft.report, blocked: true } };
  const helpful = {
    id: 'projector-no-picture',
    title: 'HDMI',
    steps: ['HDMI 1', 'Input', 'HDMI 2'],
    note: 'HDMI 3',
  };
  const cards: Readonly<Record<string, Card>> = {
    draft: draftCard(draftView(plainDraft, city), language),
    'draft-refused': draftCard(draftView(draft, city, sentence), language),
    'draft-article': draftCard(draftView(calmDraft, city), language, { ...noExtras, article: helpful }),
    'draft-article-folded': draftCard(draftView(blockedDraft, city), language, {
      ...noExtras,
      article: helpful,
    }),
    'draft-article-tried': draftCard(draftView(plainDraft, city), language, {
      ...noExtras,
      tried: helpful.title,
    }),
    article: articleCard(helpful, language),
    'article-choice': articleChoiceCard([helpful, { id: 'b', title: 'Beamer' }], language),
    discarded: discardedCard(language),
    school: schoolPickerCard(schools, language),
    'school-sites': schoolPickerCard(schools, language, {
      schoolId: '100001',
      sites: city.sitesOf('100001'),
    }),
    link: linkCard(city.campuses, true, language),
    linked: linkedCard('Campus 7', language),
    relink: relinkCard({ title: 'Campus 7', value: 'campus-7' }, language),
    list: ticketListCard(views, language),
    'list-empty': ticketListCard([], language),
    help: helpCard(language),
    'answer-or-new': answerOrNewCard({ text }, asked, language),
    'still-broken': stillBrokenCard({ text }, asked, language),
    'note-or-comment': noteOrCommentCard(text, asked, language),
    language: languageCard(language),
    notice: noticeCard(sentence, language),
  };
  return Object.entries(cards).map(([name, card]) => ({
    name: `dialog-${name}-${language}`,
    language,
    card,
  }));
}

function messageCards(language: Language): SampleCard[] {
  const renderer = createTicketRenderer({
    directory: () => directory(),
    rules,
    channelLanguage: language,
  });
  const history = [
    ...(situations(language)['resolved']?.history ?? []),
    entry({ verb: 'plan-visit', until: '2026-11-25', note: '' }, 'staff', 30),
    entry({ verb: 'reopen', text: 'Geht wieder nicht.', assigneeInForce: true }, 'requester', 31),
  ];
  return (['requester', 'channel'] as const).flatMap((to) =>
    callSubjects.map((about) => {
      const verbs = {
        comment: 'comment',
        'requester-comment': 'reopen',
        visit: 'plan-visit',
        resolved: 'resolve',
      };
      const verb = Object.entries(verbs).find(([subject]) => subject === about)?.[1];
      const entryId = history.find(({ command }) => command.verb === verb)?.id ?? null;
      const known = situations(language)[situationOf(about)] ?? ticket();
      const one = verb === undefined ? known : { ...known, history };
      const message = renderer.call(one, { to, told: [{ about, entryId }] }, now);
      return { name: `call-${to}-${about}-${language}`, language, card: message.card ?? {} };
    }),
  );
}

/** The situation in which somebody is called about this. */
function situationOf(about: CallSubject): string {
  if (about === 'closed-for-silence') return 'closed-no-reply';
  if (about === 'requester-silent') return 'waiting-reminded';
  if (about === 'resolved') return 'resolved';
  if (about === 'resolution-100') return 'resolution-overdue';
  if (about.startsWith('resolution')) return 'resolution-short';
  return about.startsWith('first-response') ? 'overdue' : 'commented';
}
