import type { Declared } from './declared.js';

/**
 * A table that lists the entries of a list field: `value`, the ordering value and `id`; before them that of the field within
 * a choice of which entries are asked for, where the table is for such: documents without that field are not in there.
 */
export interface ListTable {
  readonly name: string;
  readonly list: string;
  /** Null for the table of all documents. */
  readonly within: string | null;
  /** The field by which its rows are ordered. */
  readonly orderedBy: string;
  /** The column with its value, `"by"` or `id`. A document without the field has an empty blob there. */
  readonly by: string;
}

/** How the tables, columns and indexes of a collection are called; the names in here are not yet quoted. */
export class Names {
  readonly table: string;

  constructor(readonly declared: Declared) {
    this.table = declared.name;
  }

  /** The type is part of the name, so that a field declared anew with another type gets a new column. */
  column(field: string): string {
    return field === 'id' ? 'id' : `${this.declared.fields.get(field)}:${field}`;
  }

  /** An index over these fields and the id behind them, which a last field `id` names again. */
  index(fields: readonly string[]): string {
    const columns = fields.filter((field) => field !== 'id').map((field) => this.column(field));
    return `${this.table}/${columns.join('+')}`;
  }

  listTable(list: string, within: string | null = null): ListTable {
    const orderedBy = this.declared.lists.get(list) ?? 'id';
    const choice = within === null ? '' : ` within ${this.column(within)}`;
    return {
      name: `${this.table}/${this.column(list)}${choice} by ${this.column(orderedBy)}`,
      list,
      within,
      orderedBy,
      by: orderedBy === 'id' ? 'id' : '"by"',
    };
  }

  /** A field's column as a statement over several tables names it. */
  owned(field: string): string {
    return `${quoted(this.table)}.${quoted(this.column(field))}`;
  }
}

/** A name as a statement holds it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
