import type { ProblemCode } from '../words/problems';
import type { ColumnOf, TableTab } from '../words/tabs';
import type { Cell, Grid, Problem, Row } from './cell';
import { cellText, isBlank, isErrorText } from './cellText';
import { columnOf, findHeaders, type Headers } from './headers';

/** One row of a table tab under its headers, with a place for what is wrong in it. */
export class TableRow<T extends TableTab> {
  constructor(
    readonly headers: Headers<T>,
    readonly cells: Row,
    /** From 1. */
    readonly number: number,
    private readonly problems: Problem[],
  ) {}

  cell(key: ColumnOf<T>): Cell | undefined {
    const column = columnOf(this.headers, key);
    return column > 0 ? this.cells[column - 1] : undefined;
  }

  text(key: ColumnOf<T>): string {
    return cellText(this.cell(key));
  }

  /** Lists a problem at one of the row's cells; it names what stands there, the header, then `about`. */
  report(key: ColumnOf<T>, code: ProblemCode, ...about: readonly string[]): void {
    const { tab } = this.headers;
    const column = columnOf(this.headers, key);
    const named = [this.text(key), this.headers.texts[column - 1] ?? '', ...about];
    this.problems.push({ tab, row: this.number, column, code, about: named });
  }

  /** The first of these columns that holds a formula's error value, which says nothing. */
  errorIn(keys: readonly ColumnOf<T>[]): ColumnOf<T> | undefined {
    return keys.find((key) => isErrorText(this.text(key)));
  }
}

/**
 * Goes through a tab's rows below its headers, leaving out rows where nothing but tick boxes or the
 * program's own columns is filled. Gives the problems: of the headers, and those that `read` reports.
 */
export function readTable<T extends TableTab>(
  tab: T,
  grid: Grid,
  kept: readonly ColumnOf<T>[],
  read: (row: TableRow<T>) => void,
): Problem[] {
  if (grid.length === 0) return [];
  const headers = findHeaders(tab, grid);
  if (!headers) return [{ tab, row: 0, column: 0, code: 'noHeaders', about: [] }];
  const problems: Problem[] = [...headers.problems];
  const passed = new Set(kept.map((key) => columnOf(headers, key)));
  for (let i = headers.row; i < grid.length; i++) {
    const cells = grid[i] ?? [];
    const isFilled = cells.some(
      (cell, at) => typeof cell !== 'boolean' && !isBlank(cell) && !passed.has(at + 1),
    );
    if (isFilled) read(new TableRow(headers, cells, i + 1, problems));
  }
  return problems;
}
