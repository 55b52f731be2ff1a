import type { Book } from './book';
import type { ChartModel } from './chart';
import type { ConditionalFormat } from './conditionalFormat';
import { displayText } from './format';
import { Layer } from './layer';
import { mergeAt } from './merges';
import { type CellValue, lastColumnOf, lastRowOf, type Rect } from './rect';
import type { CellStyle } from './style';
import type { ValidationRule } from './validation';

/** What a whole row or column has; nothing said is the default. */
export interface LineProperties {
  readonly size?: number;
  readonly hidden?: boolean;
}

interface Change {
  readonly revision: number;
  readonly rect: Rect;
}

export interface SheetLayers {
  readonly formulas: Layer<string>;
  readonly formats: Layer<string>;
  readonly styles: Layer<CellStyle>;
  readonly notes: Layer<string>;
  readonly validations: Layer<ValidationRule>;
  readonly rowLines: Layer<LineProperties>;
  readonly columnLines: Layer<LineProperties>;
}

const CHANGES_KEPT = 500;

/** One tab: values in arrays of rows, everything else in layers of runs. Cells count from 1. */
export class SheetModel {
  hidden = false;
  frozenRows = 0;
  frozenColumns = 0;
  tabColor: string | null = null;
  charts: readonly ChartModel[] = [];
  conditionalFormats: readonly ConditionalFormat[] = [];
  /** Merged blocks; none overlap. */
  merges: readonly Rect[] = [];
  readonly formulas: Layer<string>;
  readonly formats: Layer<string>;
  readonly styles: Layer<CellStyle>;
  readonly notes: Layer<string>;
  readonly validations: Layer<ValidationRule>;
  /** Read at column 1. */
  readonly rowLines: Layer<LineProperties>;
  /** Read at row 1. */
  readonly columnLines: Layer<LineProperties>;
  /** Goes up with every change of anything on this sheet. */
  revision = 0;
  maxRows: number;
  maxColumns: number;
  /** Whether any cell may hold a formula: then reading computes first. */
  private mayCompute: boolean;
  private rows: CellValue[][] = [];
  private changes: Change[] = [];

  constructor(
    readonly book: Book,
    readonly id: number,
    public name: string,
    size: { readonly rows: number; readonly columns: number },
    layers: Partial<SheetLayers> = {},
  ) {
    this.formulas = layers.formulas ?? new Layer();
    this.mayCompute = this.formulas.lastRow() > 0;
    this.formats = layers.formats ?? new Layer();
    this.styles = layers.styles ?? new Layer();
    this.notes = layers.notes ?? new Layer();
    this.validations = layers.validations ?? new Layer();
    this.rowLines = layers.rowLines ?? new Layer();
    this.columnLines = layers.columnLines ?? new Layer();
    this.maxRows = size.rows;
    this.maxColumns = size.columns;
  }

  get all(): Rect {
    return { row: 1, column: 1, rows: this.maxRows, columns: this.maxColumns };
  }

  /** The last row with content, 0 when there is none. A FALSE tick box is content. */
  get lastRow(): number {
    return Math.max(this.rows.length, this.formulas.lastRow());
  }

  get lastColumn(): number {
    if (this.mayCompute) this.book.calculate();
    let last = 0;
    for (const row of this.rows) if (row.length > last) last = row.length;
    return last;
  }

  value(row: number, column: number): CellValue {
    if (this.mayCompute) this.book.calculate();
    return this.rows[row - 1]?.[column - 1] ?? '';
  }

  /** Raw values in fresh arrays: dates are serial numbers. */
  values(rect: Rect): CellValue[][] {
    if (this.mayCompute) this.book.calculate();
    const from = rect.column - 1;
    const grid: CellValue[][] = [];
    for (let r = rect.row; r <= lastRowOf(rect); r += 1) {
      const row = (this.rows[r - 1] ?? []).slice(from, from + rect.columns);
      while (row.length < rect.columns) row.push('');
      grid.push(row);
    }
    return grid;
  }

  /** The text that the cell shows. */
  display(row: number, column: number): string {
    return displayText(this.value(row, column), this.formats.get(row, column), this.book.locale);
  }

  displays(rect: Rect): string[][] {
    const readers = Array.from({ length: rect.columns }, (_, i) =>
      this.formats.reader(rect.column + i),
    );
    return this.values(rect).map((cells, i) =>
      cells.map((cell, j) => displayText(cell, readers[j]?.(rect.row + i), this.book.locale)),
    );
  }

  /** Writes a raw value; a formula that stood there is gone. */
  put(row: number, column: number, value: CellValue): void {
    if (this.mayCompute) this.formulas.clear(row, column);
    this.putValue(row, column, value);
    this.book.isStale = true;
  }

  putFormula(row: number, column: number, formula: string): void {
    this.formulas.fill({ row, column, rows: 1, columns: 1 }, formula);
    this.mayCompute = true;
    this.book.isStale = true;
  }

  /** What a formula has come to. */
  putResult(row: number, column: number, value: CellValue): void {
    this.putValue(row, column, value);
  }

  /** Takes values and formulas away from a block; asks only for the cells that hold something. */
  clearCells(rect: Rect): void {
    this.formulas.fill(rect, undefined);
    const end = Math.min(lastRowOf(rect), this.rows.length);
    for (let row = end; row >= rect.row; row -= 1) {
      const last = Math.min(lastColumnOf(rect), this.rows[row - 1]?.length ?? 0);
      for (let column = last; column >= rect.column; column -= 1) this.putEmpty(row, column);
    }
  }

  /** Says that these cells changed: every change ends with this. */
  touch(rect: Rect = this.all): void {
    this.book.isStale = true;
    this.revision += 1;
    this.changes.push({ revision: this.revision, rect });
    if (this.changes.length > 2 * CHANGES_KEPT) this.changes = this.changes.slice(-CHANGES_KEPT);
  }

  /** The blocks that changed after that revision; null when it is too long ago to say. */
  changedSince(revision: number): readonly Rect[] | null {
    if (revision === this.revision) return [];
    const known = this.changes.filter((change) => change.revision > revision);
    return known.length === this.revision - revision ? known.map((change) => change.rect) : null;
  }

  /** The arrays of rows themselves, for what moves whole rows; ends without empty cells or rows. */
  get store(): CellValue[][] {
    return this.rows;
  }

  /** Takes these arrays as the sheet's values, cutting empty ends. */
  replaceStore(rows: CellValue[][]): void {
    for (const row of rows) cutEnd(row);
    this.rows = rows;
    this.cutRows();
  }

  isColumnHidden(column: number): boolean {
    return this.columnLines.get(1, column)?.hidden === true;
  }

  isRowHidden(row: number): boolean {
    return this.rowLines.get(row, 1)?.hidden === true;
  }

  columnWidth(column: number): number {
    return this.columnLines.get(1, column)?.size ?? 100;
  }

  setColumns(column: number, count: number, change: LineProperties): void {
    for (let c = column; c < column + count; c += 1) {
      const rect = { row: 1, column: c, rows: 1, columns: 1 };
      this.columnLines.update(rect, (line) => ({ ...line, ...change }));
    }
    this.touch({ row: 1, column, rows: this.maxRows, columns: count });
  }

  setRows(row: number, count: number, change: LineProperties): void {
    for (let r = row; r < row + count; r += 1) {
      const rect = { row: r, column: 1, rows: 1, columns: 1 };
      this.rowLines.update(rect, (line) => ({ ...line, ...change }));
    }
    this.touch({ row, column: 1, rows: count, columns: this.maxColumns });
  }

  /** Is the block inside the sheet? */
  holds(rect: Rect): boolean {
    return (
      rect.row >= 1 &&
      rect.column >= 1 &&
      lastRowOf(rect) <= this.maxRows &&
      lastColumnOf(rect) <= this.maxColumns
    );
  }

  private putValue(row: number, column: number, value: CellValue): void {
    if (value === '') {
      this.putEmpty(row, column);
      return;
    }
    if (this.merges.length > 0 && this.isUnseen(row, column)) return;
    while (this.rows.length < row) this.rows.push([]);
    const cells = this.rows[row - 1]!;
    while (cells.length < column - 1) cells.push('');
    cells[column - 1] = value;
  }

  /** Whether what is put here is lost behind a merged cell. */
  private isUnseen(row: number, column: number): boolean {
    const merge = mergeAt(this, row, column);
    const isBehind = merge !== null && (merge.row !== row || merge.column !== column);
    return isBehind && this.book.facts.writeBehindMerge === 'dropped';
  }

  private putEmpty(row: number, column: number): void {
    const cells = this.rows[row - 1];
    if (cells === undefined || column > cells.length) return;
    cells[column - 1] = '';
    cutEnd(cells);
    if (row === this.rows.length) this.cutRows();
  }

  private cutRows(): void {
    while (this.rows.length > 0 && this.rows.at(-1)!.length === 0) this.rows.pop();
  }
}

function cutEnd(cells: CellValue[]): void {
  while (cells.length > 0 && cells.at(-1) === '') cells.pop();
}
