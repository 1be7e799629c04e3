import { z } from 'zod';
import type { PhotoSource } from '../photos/index.js';

/** A file that Teams has put into the sender's OneDrive; its address opens it for some minutes, without a token. */
const fileType = 'application/vnd.microsoft.teams.file.download.info';

const attachmentSchema = z.object({
  contentType: z.string(),
  contentUrl: z.string().nullish().catch(null),
  content: z
    .object({ downloadUrl: z.string() })
    .nullish()
    // The formatted text of a message, and cards, have other contents.
    .catch(null),
});

type Attachment = z.infer<typeof attachmentSchema>;

/** What came with a message. Attachments of a wrong form are none. */
export const attachmentsSchema = z.array(attachmentSchema).nullish().catch(null);

/** Teams sends the formatted text of a message as an attachment too. */
export function isFile({ contentType }: Attachment): boolean {
  return !contentType.startsWith('text/') && !contentType.startsWith('application/vnd.microsoft.card.');
}

/**
 * Where a file can be fetched: a pasted picture lies at the channel service, which wants the bot's token, a chosen file in
 * the sender's OneDrive. Null where it says neither.
 */
export function sourceOf({ contentType, contentUrl, content }: Attachment): PhotoSource | null {
  if (contentType === fileType) return content ? { url: content.downloadUrl, isOpen: true } : null;
  if (!contentType.startsWith('image/')) return null;
  const url = contentUrl ?? content?.downloadUrl;
  return url === undefined ? null : { url, isOpen: false };
}
