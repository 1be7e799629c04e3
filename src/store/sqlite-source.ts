import type { Order } from './checked-query.js';
import type { Condition, Scalar } from './document-store.js';
import { allOf, conditionOn } from './sqlite-conditions.js';
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
    this.listed = way && 'list' in way.source ? names.listTable(way.source.list, way.source.within) : null;
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
    if (this.listed?.within === field) return 'listed."within"';
    if (this.listed?.orderedBy === field) return `listed.${this.listed.by}`;
    return this.names.owned(field);
  };

  /** That the rows begin with the values of a branch; for an index also what makes a row belong into it. */
  begin(given: readonly Scalar[]): Statement[] {
    const begun = this.listed
      ? [...(this.listed.within === null ? [] : ['listed."within"']), 'listed.value']
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
      .map((condition) => {
        const asked = conditionOn(condition, this.names, this.column);
        // The blob of a document without the field is behind all values, and would meet a range without an end.
        return this.listedBy(condition.field) ? allOf([asked, this.hasValue()]) : asked;
      });
  }

  /** That there is a value to order by. */
  having(order: Order, goesOn: boolean): Statement[] {
    if (!this.listedBy(order.field)) return [isPresent(this.column(order.field))];
    // Going on backwards has passed the documents without the field.
    return goesOn && order.descending ? [] : [this.hasValue()];
  }

  /** Whether the rows of the list's table are in the order of this field. */
  private listedBy(field: string): boolean {
    return this.listed?.orderedBy === field && field !== 'id';
  }

  /** A document without the field by which the rows are ordered has a blob there, behind all values. */
  private hasValue(): Statement {
    return { sql: `${this.column(this.listed?.orderedBy ?? 'id')} < x''`, values: [] };
  }
}

function isPresent(column: string): Statement {
  return { sql: `${column} IS NOT NULL`, values: [] };
}
