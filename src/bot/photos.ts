import { photoChoiceCard } from '../cards/index.js';
import { PhotoStoreError, type ReceivingProblem } from '../photos/index.js';
import { photoLimit, type Ticket, type TicketPhoto } from '../tickets/index.js';
import { askedTicket } from './asked-ticket.js';
import { showDraft, startWithPhotos } from './drafts.js';
import { ownOpen } from './own-tickets.js';
import type { BotParts } from './parts.js';
import { putPhotos } from './photos-in-hand.js';
import { words, type Turn } from './turn.js';

/** With the button for a new report three in sight. */
const offeredTickets = 2;

/** Fetches the photos of a message and holds them ready for what the message turns out to be; says which were not taken. */
export async function receivePhotos(turn: Turn, parts: BotParts): Promise<void> {
  const { files, conversation } = turn.incoming;
  if (files.length === 0) return;
  const sources = files.filter((file) => file !== null);
  const { serviceUrl } = conversation;
  const problems = new Set<ReceivingProblem | 'not-kept'>(
    sources.length < files.length ? ['wrong-kind'] : [],
  );
  try {
    const bringer = { serviceUrl, authorization: turn.authorization };
    const received = await parts.photos.receive(sources.slice(0, photoLimit), bringer, turn.now);
    turn.photos.hold(received.photos);
    for (const problem of received.problems) problems.add(problem);
  } catch (error) {
    if (!(error instanceof PhotoStoreError)) throw error;
    // The words of the message are worth more than its photo.
    parts.log.error({}, 'photos could not be kept', error);
    problems.add('not-kept');
  }
  const sentences = [...problems].map((problem) => turn.t.photos.problems[problem]);
  if (sources.length > photoLimit) sentences.push(turn.t.photos.tooMany(photoLimit));
  if (sentences.length > 0) await turn.reply(words(sentences.join(' ')));
}

/**
 * Finds a place for the photos that nothing in the message has taken: the newest open draft; else the person says which
 * open ticket; else they begin a draft.
 */
export async function placePhotos(turn: Turn, parts: BotParts): Promise<void> {
  if (turn.photos.isEmpty) return;
  const { drafts, tickets } = await ownOpen(turn, parts);
  const [draft] = drafts;
  const taking = tickets.filter(({ state }) => state !== 'resolved');
  if (draft) {
    await showDraft(turn, parts, await putPhotos(turn, parts, draft), turn.t.photos.withDraft);
  } else if (taking.length > 0) {
    await askWhere(turn, parts, turn.photos.take(), taking.slice(0, offeredTickets));
  } else {
    await turn.reply(words(turn.t.photos.whatIsWrong));
    await startWithPhotos(turn, parts);
  }
}

async function askWhere(
  turn: Turn,
  parts: BotParts,
  photos: readonly TicketPhoto[],
  tickets: readonly Ticket[],
): Promise<void> {
  const asked = tickets.map(askedTicket);
  const shown = photos.map((photo) => ({ ...photo, url: parts.photos.urlOf(photo.id) }));
  await turn.reply({
    summary: turn.t.photos.whereSummary,
    card: photoChoiceCard(shown, asked, turn.language),
  });
}
