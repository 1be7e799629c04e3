import type { School } from './directory.js';
import { legalStatuses, regionalAssociation, registerColumns, stageOnly } from './lexicon/register-words.js';

export type RegisterColumn = keyof typeof registerColumns;
export type RegisterRow = Readonly<Record<RegisterColumn, string>>;

/** Why a school of the register is not one of the city's own. */
export type SkipReason =
  { readonly code: 'private' } | { readonly code: 'regional-association'; readonly association: string };

/** What is wrong with the row's fields, in sentences; empty where it is sound. */
export function faultsOf(row: RegisterRow): string[] {
  const faults: string[] = [];
  const required: readonly RegisterColumn[] = ['id', 'name', 'type', 'street', 'postcode', 'town'];
  for (const column of required) {
    if (row[column] === '') faults.push(`"${registerColumns[column]}" is empty`);
  }
  if (row.id !== '' && !/^\d{6}$/.test(row.id)) {
    faults.push(`"${registerColumns.id}" must be six digits, found "${shortened(row.id)}"`);
  }
  if (row.postcode !== '' && !/^\d{5}$/.test(row.postcode)) {
    faults.push(`"${registerColumns.postcode}" must be five digits, found "${shortened(row.postcode)}"`);
  }
  if (!hasStatus(row, 'public') && !hasStatus(row, 'private')) {
    const allowed = `${legalStatuses.public} or ${legalStatuses.private}`;
    const found = shortened(row.legalStatus);
    faults.push(`"${registerColumns.legalStatus}" must be ${allowed}, found "${found}"`);
  }
  return faults;
}

/** Why the city's own carrier does not run this school, or null where it does. */
export function skipReasonOf(row: RegisterRow): SkipReason | null {
  if (!hasStatus(row, 'public')) return { code: 'private' };
  const association = regionalAssociation.exec([row.name, row.nameSecond, row.nameThird].join(' '))?.[1];
  return association === undefined ? null : { code: 'regional-association', association };
}

/** The school of a sound row; of the name's further lines only those that say more than the stages taught. */
export function schoolOf(row: RegisterRow): School {
  const { id, name, type, street, postcode, town } = row;
  const fullName = [row.nameSecond, row.nameThird]
    .map((part) => part.replace(/^-\s*|\s*-$/g, ''))
    .filter((part) => part !== '' && !stageOnly.test(part))
    .join(' ');
  return { id, name, fullName, type, street, postcode, town };
}

function hasStatus(row: RegisterRow, status: keyof typeof legalStatuses): boolean {
  return row.legalStatus.toLowerCase() === legalStatuses[status].toLowerCase();
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
