import type { Texts } from '../i18n/index.js';
import type { TicketFacts } from '../tickets/index.js';
import { plain, plainLine } from './escape.js';
import { noBlock, type Block } from './pieces.js';

/** Of which incident a ticket is a part, and what is said to all of its requesters, with the time of it. */
export function incidentBlock({ incident, reader, now, timeZone }: TicketFacts, t: Texts): Block {
  if (!incident) return noBlock;
  const { partOf, memberOf, asOf, noStatus } = t.known;
  const at = asOf(t.times.stamp(incident.statusAt, now, timeZone));
  const title = plainLine(incident.title);
  const status = incident.status === '' ? noStatus : plain(incident.status);
  return {
    shown: true,
    heading: reader === 'requester' ? partOf(title) : memberOf(title),
    text: `${status}\n\n${at}`,
  };
}
