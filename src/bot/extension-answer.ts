import type { Card } from '../cards/index.js';

/** What the invoke of a message extension is answered with. */
export type ExtensionAnswer =
  | { readonly composeExtension: Results | { readonly type: 'message'; readonly text: string } }
  | { readonly task: Dialog | { readonly type: 'message'; readonly value: string } };

interface Results {
  readonly type: 'result';
  readonly attachmentLayout: 'list';
  readonly attachments: readonly object[];
}

interface Dialog {
  readonly type: 'continue';
  readonly value: {
    readonly title: string;
    readonly width: 'medium';
    readonly height: 'large';
    readonly card: { readonly contentType: string; readonly content: Card };
  };
}

/** One thing that was found: two lines in the list, and the card that is put into the message once it is chosen. */
export interface Finding {
  readonly title: string;
  readonly text: string;
  readonly card: Card;
}

const adaptiveCard = 'application/vnd.microsoft.card.adaptive';
const thumbnail = 'application/vnd.microsoft.card.thumbnail';
/** Teams shows no card of a message extension that is bigger. */
const mostCardBytes = 28 * 1024;

/** A list to choose from; a card that is too big for Teams is left out of it. */
export function results(findings: readonly Finding[]): ExtensionAnswer {
  const attachments = findings
    .filter(({ card }) => Buffer.byteLength(JSON.stringify(card)) < mostCardBytes)
    .map(({ title, text, card }) => ({
      contentType: adaptiveCard,
      content: card,
      preview: { contentType: thumbnail, content: { title, text } },
    }));
  return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } };
}

/** A sentence in place of a list. */
export function sentenceInList(text: string): ExtensionAnswer {
  return { composeExtension: { type: 'message', text } };
}

/** A dialog with one card. */
export function dialogWith(card: Card, title: string): ExtensionAnswer {
  const content = { contentType: adaptiveCard, content: card };
  return {
    task: { type: 'continue', value: { title, width: 'medium', height: 'large', card: content } },
  };
}

/** A sentence in place of a dialog. */
export function sentenceInDialog(value: string): ExtensionAnswer {
  return { task: { type: 'message', value } };
}
