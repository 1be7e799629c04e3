import type { WorklistSiteView, WorklistTicketView } from './worklist-card.js';

/** A site on one page; one with much to do goes on on the next. */
export interface SitePart {
  readonly of: WorklistSiteView;
  readonly tickets: readonly WorklistTicketView[];
  /** Checks and buttons stand at the end. */
  readonly isEnd: boolean;
}

/** So many lines fit: a message may have 80 KB, of which each ticket with its form takes two or three. */
const pageLength = 10;

/**
 * The sites of a day in their order, page by page; there is always one. A ticket is a line, and so are a site with its
 * buttons, and two checks. Each ticket stands on exactly one page.
 */
export function pagesOf(sites: readonly WorklistSiteView[]): readonly (readonly SitePart[])[] {
  const pages: SitePart[][] = [[]];
  let free = pageLength;
  const turn = (): void => {
    pages.push([]);
    free = pageLength;
  };
  for (const of of sites) {
    const endLines = 1 + Math.ceil(of.checks.length / 2);
    let rest = of.tickets;
    for (;;) {
      if (free < Math.min(pageLength, rest.length > 0 ? 2 : endLines) && pages.at(-1)?.length !== 0) turn();
      const tickets = rest.slice(0, Math.max(1, free - 1));
      rest = rest.slice(tickets.length);
      free -= tickets.length;
      const isEnd =
        rest.length === 0 && (free >= endLines || (pages.at(-1)?.length === 0 && tickets.length === 0));
      pages.at(-1)?.push({ of, tickets, isEnd });
      if (isEnd) {
        free -= endLines;
        break;
      }
      turn();
    }
  }
  return pages;
}
