import type { School, Site } from '../campus/index.js';
import { texts, type Language } from '../i18n/index.js';
import { scopes, type Category, type Scope } from '../tickets/index.js';
import { plainLine } from './escape.js';
import { choices, common, type Choice, type CommonData } from './pieces.js';
import { reportable } from './report-form.js';
import { schoolChoice, siteChoices } from './school-choices.js';
import { cardTemplate, type Card } from './template.js';

/** The dialog in which somebody writes a report down, from a message or at the telephone, as far as it is filled in. */
export interface ReportDialog {
  readonly kind: 'message' | 'call';
  /** Whom it is for where that is somebody else than who writes; null for oneself, and for a caller, who has a name only. */
  readonly forName: string | null;
  readonly callerName: string;
  readonly phone: string;
  /** As it was typed. */
  readonly school: string;
  /** Those of which one is meant; empty where that is clear or nothing was typed yet. */
  readonly schools: readonly School[];
  /** Those of the school to choose from; empty where it has only one. */
  readonly sites: readonly Site[];
  readonly siteId: string | null;
  readonly description: string;
  /** Null: to be recognised from the description. */
  readonly category: Category | null;
  readonly room: string;
  readonly scope: Scope | null;
  readonly blocked: boolean;
  /** Why it could not be made yet; empty at first. Our own words, in which what people typed is escaped. */
  readonly problem: string;
  /** What the button sends back, beside the inputs. */
  readonly data: Readonly<Record<string, unknown>>;
}

interface DialogData extends CommonData {
  readonly labels: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly problem: string;
  readonly whose: string;
  readonly isCall: boolean;
  readonly callerName: string;
  readonly phone: string;
  readonly school: string;
  readonly hasSchools: boolean;
  readonly schools: readonly Choice[];
  readonly hasSites: boolean;
  readonly sites: readonly Choice[];
  readonly site: string;
  readonly description: string;
  readonly categories: readonly Choice[];
  readonly category: string;
  readonly room: string;
  readonly scopes: readonly Choice[];
  readonly scope: string;
  readonly blocked: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const template = cardTemplate<DialogData>('extension-report');

/** The dialog as a card for a task module, whose one button is an `Action.Submit`. */
export function extensionReportCard(dialog: ReportDialog, language: Language): Card {
  const t = texts(language);
  const { dialog: words, errors } = t.extension;
  const isCall = dialog.kind === 'call';
  return template({
    ...common(language, 'draft', isCall ? words.ofCall : words.ofMessage, 'accent'),
    labels: {
      callerName: words.callerName,
      phone: isCall ? words.phone : words.phoneOptional,
      school: words.school,
      whichSchool: words.whichSchool,
      problem: words.problem,
      problemHint: words.problemHint,
      categoryByText: words.categoryByText,
      submit: words.submit,
    },
    errors: {
      callerName: errors.callerName,
      phone: errors.phone,
      school: errors.school,
      whichSchool: errors.whichSchool,
      problem: errors.problem,
      category: errors.category,
    },
    problem: dialog.problem,
    whose: whose(dialog, words),
    isCall,
    callerName: dialog.callerName,
    phone: dialog.phone,
    school: dialog.school,
    hasSchools: dialog.schools.length > 0,
    schools: dialog.schools.map(schoolChoice),
    hasSites: dialog.sites.length > 0,
    sites: siteChoices(dialog.sites),
    site: dialog.siteId ?? '',
    description: dialog.description,
    categories: choices(reportable, t.vocabulary.categories),
    category: dialog.category ?? '',
    room: dialog.room,
    scopes: choices(scopes, t.vocabulary.scopes),
    scope: dialog.scope ?? '',
    blocked: String(dialog.blocked),
    data: dialog.data,
  });
}

function whose(
  { kind, forName }: ReportDialog,
  words: { readonly forWhom: (name: string) => string; readonly forSelf: string },
): string {
  if (kind === 'call') return '';
  return forName === null ? words.forSelf : words.forWhom(plainLine(forName));
}
