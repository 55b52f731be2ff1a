import { BookError } from '../book/bookError';
import type { SheetModel } from '../book/sheet';
import {
  deleteColumns,
  deleteRows,
  type Inherit,
  insertColumns,
  insertRows,
  moveColumns,
} from '../book/structure';
import { type FaceClass, ScriptObject } from './faces';
import { RangePlace } from './rangePlace';
import { mismatch, type Run } from './run';

/** A sheet's rows and columns: how many, how wide, hidden, frozen, inserted, deleted, moved. */
export abstract class SheetLines extends ScriptObject {
  abstract override readonly face: FaceClass;

  constructor(
    protected readonly run: Run,
    readonly model: SheetModel,
  ) {
    super();
  }

  getMaxRows(): number {
    return this.model.maxRows;
  }

  getMaxColumns(): number {
    return this.model.maxColumns;
  }

  getFrozenRows(): number {
    return this.model.frozenRows;
  }

  getFrozenColumns(): number {
    return this.model.frozenColumns;
  }

  setFrozenRows(rows: unknown): void {
    const [count] = this.numbers('setFrozenRows', rows);
    if (count! >= this.model.maxRows) {
      throw new BookError("You can't freeze all visible rows on the sheet.");
    }
    this.change(() => {
      this.model.frozenRows = count!;
    });
  }

  setFrozenColumns(columns: unknown): void {
    const [count] = this.numbers('setFrozenColumns', columns);
    if (count! >= this.model.maxColumns) {
      throw new BookError("You can't freeze all visible columns on the sheet.");
    }
    this.change(() => {
      this.model.frozenColumns = count!;
    });
  }

  insertRowsAfter(after: unknown, count: unknown): this {
    return this.addRows('insertRowsAfter', [after, count], 'before');
  }

  insertRowsBefore(before: unknown, count: unknown): this {
    return this.addRows('insertRowsBefore', [before, count], 'after');
  }

  insertRowAfter(after: unknown): this {
    return this.addRows('insertRowAfter', [after, 1], 'before');
  }

  insertRowBefore(before: unknown): this {
    return this.addRows('insertRowBefore', [before, 1], 'after');
  }

  insertColumnsAfter(after: unknown, count: unknown): this {
    return this.addColumns('insertColumnsAfter', [after, count], 'before');
  }

  insertColumnsBefore(before: unknown, count: unknown): this {
    return this.addColumns('insertColumnsBefore', [before, count], 'after');
  }

  insertColumnAfter(after: unknown): this {
    return this.addColumns('insertColumnAfter', [after, 1], 'before');
  }

  insertColumnBefore(before: unknown): this {
    return this.addColumns('insertColumnBefore', [before, 1], 'after');
  }

  deleteRows(row: unknown, count: unknown): void {
    const [at, many] = this.numbers('deleteRows', row, count);
    const rect = { ...this.model.all, row: at!, rows: many! };
    this.run.now(this.model, rect, () => deleteRows(this.model, { at: at!, count: many! }));
  }

  deleteRow(row: unknown): this {
    this.deleteRows(row, 1);
    return this;
  }

  deleteColumns(column: unknown, count: unknown): void {
    const [at, many] = this.numbers('deleteColumns', column, count);
    const rect = { ...this.model.all, column: at!, columns: many! };
    this.run.now(this.model, rect, () => deleteColumns(this.model, { at: at!, count: many! }));
  }

  deleteColumn(column: unknown): this {
    this.deleteColumns(column, 1);
    return this;
  }

  /** Moves the columns of the range before column `destination`, as numbered before the move. */
  moveColumns(range: unknown, destination: unknown): void {
    if (!(range instanceof RangePlace)) throw mismatch('Sheet.moveColumns', [range, destination]);
    const [to] = this.numbers('moveColumns', destination);
    const { column: at, columns: count } = range.rect;
    const rect = { ...this.model.all, column: at, columns: count };
    this.run.now(this.model, rect, () => moveColumns(this.model, { at, count }, to!));
  }

  hideColumns(column: unknown, count: unknown = 1): void {
    this.setHidden('hideColumns', [column, count ?? 1], true);
  }

  showColumns(column: unknown, count: unknown = 1): void {
    this.setHidden('showColumns', [column, count ?? 1], false);
  }

  isColumnHiddenByUser(column: unknown): boolean {
    return this.model.isColumnHidden(this.numbers('isColumnHiddenByUser', column)[0]!);
  }

  hideRows(row: unknown, count: unknown = 1): void {
    const [at, many] = this.numbers('hideRows', row, count ?? 1);
    this.change(() => this.model.setRows(at!, many!, { hidden: true }));
  }

  showRows(row: unknown, count: unknown = 1): void {
    const [at, many] = this.numbers('showRows', row, count ?? 1);
    this.change(() => this.model.setRows(at!, many!, { hidden: false }));
  }

  isRowHiddenByUser(row: unknown): boolean {
    return this.model.isRowHidden(this.numbers('isRowHiddenByUser', row)[0]!);
  }

  getColumnWidth(column: unknown): number {
    return this.model.columnWidth(this.numbers('getColumnWidth', column)[0]!);
  }

  setColumnWidth(column: unknown, width: unknown): this {
    return this.setColumnWidths(column, 1, width);
  }

  setColumnWidths(column: unknown, count: unknown, width: unknown): this {
    const [at, many, size] = this.numbers('setColumnWidths', column, count, width);
    this.change(() => this.model.setColumns(at!, many!, { size: size! }));
    return this;
  }

  setRowHeight(row: unknown, height: unknown): this {
    return this.setRowHeights(row, 1, height);
  }

  setRowHeights(row: unknown, count: unknown, height: unknown): this {
    const [at, many, size] = this.numbers('setRowHeights', row, count, height);
    this.change(() => this.model.setRows(at!, many!, { size: size! }));
    return this;
  }

  /** Widths by the shown text, roughly: the page measures nothing here. */
  autoResizeColumns(column: unknown, count: unknown): this {
    const [at, many] = this.numbers('autoResizeColumns', column, count);
    this.change(() => {
      for (let c = at!; c < at! + many!; c += 1) {
        const rect = { row: 1, column: c, rows: this.model.lastRow, columns: 1 };
        const longest = this.model
          .displays(rect)
          .reduce((most, [text]) => Math.max(most, widthOf(text!)), 0);
        this.model.setColumns(c, 1, { size: Math.max(21, 7 * longest + 10) });
      }
    });
    return this;
  }

  protected change(change: () => void): void {
    this.run.now(this.model, null, change);
  }

  protected numbers(method: string, ...args: readonly unknown[]): number[] {
    if (!args.every((arg) => typeof arg === 'number' && Number.isFinite(arg))) {
      throw mismatch(`Sheet.${method}`, args);
    }
    return args.map((arg) => Math.trunc(Number(arg)));
  }

  private addRows(method: string, args: readonly unknown[], inherit: Inherit): this {
    const [place, count] = this.numbers(method, ...args);
    if (place! < 1 || place! > this.model.maxRows) {
      throw new BookError('Those rows are out of bounds.');
    }
    const at = inherit === 'before' ? place! + 1 : place!;
    this.run.now(this.model, EMPTY, () => insertRows(this.model, { at, count: count! }, inherit));
    return this;
  }

  private addColumns(method: string, args: readonly unknown[], inherit: Inherit): this {
    const [place, count] = this.numbers(method, ...args);
    if (place! < 1 || place! > this.model.maxColumns) {
      throw new BookError('Those columns are out of bounds.');
    }
    const at = inherit === 'before' ? place! + 1 : place!;
    const lines = { at, count: count! };
    this.run.now(this.model, EMPTY, () => insertColumns(this.model, lines, inherit));
    return this;
  }

  private setHidden(method: string, args: readonly unknown[], hidden: boolean): void {
    const place = args[0] instanceof RangePlace ? args[0].rect : null;
    const [at, count] = place ? [place.column, place.columns] : this.numbers(method, ...args);
    this.change(() => this.model.setColumns(at!, count!, { hidden }));
  }
}

/** Inserting lines writes no cell: only the protection of a whole sheet stands in its way. */
const EMPTY = { row: 0, column: 0, rows: 0, columns: 0 };

/** Characters of a text as wide ones count: a Chinese character takes two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);
}
