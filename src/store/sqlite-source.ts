import type { Order } from './checked-query.js';
import type { Condition, Scalar } from './document-store.js';
import { conditionOn } from './sqlite-conditions.js';
import type { Statement } from './sqlite-conditions.js';
import { quoted } from './sqlite-names.js';
import type { ListTable, Names } from './sqlite-names.js';
import type { Way } from './sqlite-ways.js';

/** What a statement reads on a way, how it names the columns there, and what it asks of them. */
export class Source {
  /** The rows of the way alone, without documents where these are not in it. */
  readonly rows: string;
  /** The same with the documents. */
  readonly sql: string;
  private readonly index: readonly string[];
  private readonly listed: ListTable | null;

  /** @param way null where SQLite shall plan by itself */
  constructor(
    private readonly names: Names,
    private readonly way: Way | null,
  ) {
    const documents = quoted(names.table);
    this.listed = way && 'list' in way.source ? names.listTable(way.source.list) : null;
    this.index = way && 'index' in way.source ? way.source.index : [];
    if (this.listed) {
      this.rows = `${quoted(this.listed.name)} AS listed`;
      this.sql = `${this.rows} CROSS JOIN ${documents} ON ${documents}.id = listed.id`;
    } else {
      this.rows = way ? `${documents} INDEXED BY ${quoted(names.index(this.index))}` : documents;
      this.sql = this.rows;
    }
  }

  /** The column of a text or number; of the list's table where that has it, so that no document need be read for it. */
  readonly column = (field: string): string => {
    if (this.listed && field === 'id') return 'listed.id';
    if (this.listed?.orderedBy === field) return `listed.${this.listed.by}`;
    return this.names.owned(field);
  };

  /** That the rows begin with the values of a branch; for an index also what makes a row belong into it. */
  begin(given: readonly Scalar[]): Statement[] {
    const begun = this.listed
      ? ['listed.value']
      : this.index.slice(0, given.length).map((field) => this.names.owned(field));
    const present = this.index.slice(given.length).map((field) => isPresent(this.names.owned(field)));
    return [
      ...begun.map((column, i) => ({ sql: `${column} = ?`, values: given.slice(i, i + 1) })),
      ...present,
    ];
  }

  /** The conditions that the way does not meet by itself. */
  others(where: readonly Condition[]): Statement[] {
    return where
      .filter((condition) => !this.way?.met.has(condition))
      .map((condition) => conditionOn(condition, this.names, this.column));
  }

  /** That there is a value to order by. */
  having(order: Order, goesOn: boolean): Statement[] {
    const by = this.column(order.field);
    if (this.listed?.orderedBy !== order.field || order.field === 'id') return [isPresent(by)];
    // A document without the field has a blob there, behind all values. Going on backwards has passed it.
    return goesOn && order.descending ? [] : [{ sql: `${by} < x''`, values: [] }];
  }
}

function isPresent(column: string): Statement {
  return { sql: `${column} IS NOT NULL`, values: [] };
}
