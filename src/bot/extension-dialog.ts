import { extensionReportCard, type ReportDialog } from '../cards/index.js';
import { isSure, type Understanding } from '../intake/index.js';
import { reachOf, textLimit, type Category } from '../tickets/index.js';
import { dialogWith, sentenceInDialog, type ExtensionAnswer } from './extension-answer.js';
import { readMessage, type PickedMessage } from './extension-message.js';
import type { DialogData } from './extension-inputs.js';
import type { BotParts } from './parts.js';
import type { Turn } from './turn.js';
import { beginningOf, isVisible } from './visible.js';

/** Opens the dialog of a command; the second value is the message on which it was chosen, as the client hands it over. */
type Opener = (turn: Turn, parts: BotParts, payload: unknown) => Promise<ExtensionAnswer>;

/** Each command of the app package that opens a dialog. */
export const dialogs: Readonly<Record<string, Opener>> = {
  ticketFromMessage: async (turn, parts, payload) => {
    const message = readMessage(payload) ?? { text: '', author: null };
    const dialog = await dialogOf(turn, parts, message);
    // A picture or a card may say what is broken. The form is to be filled in: not every client shows a sentence in its place.
    if (!isVisible(message.text))
      return showDialog(turn, { ...dialog, problem: turn.t.extension.emptyMessage });
    return showDialog(turn, dialog);
  },
  ticketForCaller: async (turn, parts) => {
    if (!mayWriteForOthers(turn, parts)) return Promise.resolve(sentenceInDialog(turn.t.extension.staffOnly));
    return Promise.resolve(
      showDialog(turn, { ...emptyDialog, kind: 'call', data: dataOf(parts, 'call', null) }),
    );
  },
};

/** The dialog as it is now. */
export function showDialog(turn: Turn, dialog: ReportDialog): ExtensionAnswer {
  const { ofCall, ofMessage } = turn.t.extension.dialog;
  return dialogWith(extensionReportCard(dialog, turn.language), dialog.kind === 'call' ? ofCall : ofMessage);
}

/** Whether somebody may write a report down for another one. */
export function mayWriteForOthers({ person, now }: Turn, { directory }: BotParts): boolean {
  return reachOf(person.id, 'telephone', directory.current(), now).city;
}

const emptyDialog: Omit<ReportDialog, 'kind' | 'data'> = {
  forName: null,
  callerName: '',
  phone: '',
  school: '',
  schools: [],
  sites: [],
  siteId: null,
  description: '',
  category: null,
  room: '',
  scope: null,
  blocked: false,
  problem: '',
};

async function dialogOf(turn: Turn, parts: BotParts, { text, author }: PickedMessage): Promise<ReportDialog> {
  const isForOther = author !== null && author.id !== turn.person.id && mayWriteForOthers(turn, parts);
  const requester = isForOther ? author : null;
  const profile = requester ? await parts.profiles.get(requester.id) : turn.profile;
  const school = profile.schoolId === null ? undefined : parts.directory.current().school(profile.schoolId);
  const sites = school ? parts.directory.current().sitesOf(school.id) : [];
  const site = school && parts.directory.current().siteMeant(school.id, profile.siteId);
  const understood = parts.understand(text);
  return {
    ...emptyDialog,
    kind: 'message',
    forName: requester?.name ?? null,
    school: school?.name ?? '',
    sites: sites.length > 1 ? sites : [],
    siteId: site?.id ?? null,
    description: beginningOf(text, textLimit),
    category: categoryOf(understood),
    room: understood.room ?? '',
    scope: understood.scope,
    blocked: understood.blocked,
    data: dataOf(parts, 'message', requester, school?.id ?? null),
  };
}

/** The category, where the text says it clearly; null where a person has to. */
export function categoryOf(understood: Understanding): Category | null {
  return isSure(understood) && understood.category !== 'smalltalk' ? understood.category : null;
}

const nonceBytes = 12;

function dataOf(
  parts: BotParts,
  kind: ReportDialog['kind'],
  requester: PickedMessage['author'],
  schoolId: string | null = null,
): DialogData {
  const bytes = Uint8Array.from({ length: nonceBytes }, () => parts.randomByte());
  return { kind, nonce: Buffer.from(bytes).toString('hex'), requester, schoolId, asked: null };
}
