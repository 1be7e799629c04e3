import type { Ticket } from './ticket.js';

/** More words than these of one ticket are not looked for. */
const mostWords = 60;

/** The words of a text as the search compares them: lower case, without accents, umlauts written out; one letter is none. */
export function foldedWords(text: string): readonly string[] {
  const folded = text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
  return folded.match(/[\p{L}\p{N}]{2,}/gu) ?? [];
}

/** What a search finds a ticket by: its id, what is broken and where, the device, and who reported it. Each word once. */
export function searchWords({ id, report, requester }: Ticket): readonly string[] {
  const { title, room, deviceTag } = report;
  const words = [id, title, room ?? '', deviceTag ?? '', requester.name].flatMap(foldedWords);
  return [...new Set([...oneWord(deviceTag ?? ''), ...words])].slice(0, mostWords);
}

/** A device's tag as one word, however it is divided by hyphens and spaces; none where too little is left of it. */
export function oneWord(tag: string): readonly string[] {
  return foldedWords(tag.replace(/[^\p{L}\p{N}\p{M}]/gu, ''));
}
