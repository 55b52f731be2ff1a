import { BookError } from '../book/bookError';
import { a1Of, lastColumnOf, lastRowOf, type Rect } from '../book/rect';
import type { SheetModel } from '../book/sheet';
import { type FaceClass, ScriptObject } from './faces';
import { mismatch, OUTSIDE, type Run } from './run';

/** Where a range is: a sheet and a block, both fixed when it was made. */
export abstract class RangePlace extends ScriptObject {
  abstract override readonly face: FaceClass;

  constructor(
    protected readonly run: Run,
    readonly model: SheetModel,
    readonly rect: Rect,
  ) {
    super();
  }

  /** Event handlers read the corners of a range as plain numbers: no call. */
  override openData(): Readonly<Record<string, number | undefined>> {
    const hasCorners = this.run.book.facts.eventRangeHasCorners;
    const { rect } = this;
    return {
      rowStart: hasCorners ? rect.row : undefined,
      rowEnd: hasCorners ? lastRowOf(rect) : undefined,
      columnStart: hasCorners ? rect.column : undefined,
      columnEnd: hasCorners ? lastColumnOf(rect) : undefined,
    };
  }

  override cellsOf(method: string): number {
    return METHODS_OF_ONE_CELL.test(method) ? 1 : this.rect.rows * this.rect.columns;
  }

  getRow(): number {
    return this.rect.row;
  }

  getColumn(): number {
    return this.rect.column;
  }

  getRowIndex(): number {
    return this.rect.row;
  }

  getLastRow(): number {
    return lastRowOf(this.rect);
  }

  getLastColumn(): number {
    return lastColumnOf(this.rect);
  }

  getNumRows(): number {
    return this.rect.rows;
  }

  getNumColumns(): number {
    return this.rect.columns;
  }

  getHeight(): number {
    return this.rect.rows;
  }

  getWidth(): number {
    return this.rect.columns;
  }

  getA1Notation(): string {
    return a1Of(this.rect);
  }

  getGridId(): number {
    return this.model.id;
  }

  getSheet(): ScriptObject {
    return this.run.make.sheet(this.model);
  }

  /** A cell of this block, counted from 1 inside it. */
  getCell(row: number, column: number): ScriptObject {
    if (row < 1 || column < 1 || row > this.rect.rows || column > this.rect.columns) {
      throw new BookError('Cell reference out of range');
    }
    return this.offset(row - 1, column - 1, 1, 1);
  }

  offset(
    rowOffset: unknown,
    columnOffset: unknown,
    rows: unknown = this.rect.rows,
    columns: unknown = this.rect.columns,
  ): ScriptObject {
    return this.run.make.range(
      this.model,
      checkedRect(this.model, {
        method: 'Range.offset',
        numbers: [
          this.rect.row + Number(rowOffset),
          this.rect.column + Number(columnOffset),
          rows ?? this.rect.rows,
          columns ?? this.rect.columns,
        ],
      }),
    );
  }
}

const METHODS_OF_ONE_CELL =
  /^get(Value|DisplayValue|Formula|NumberFormat|Background|FontColor|FontWeight|Note|DataValidation|Wrap|HorizontalAlignment|FontSize)$/;

/** The block of these numbers inside the sheet, or Google's refusal. */
export function checkedRect(
  sheet: SheetModel,
  { method, numbers }: { readonly method: string; readonly numbers: readonly unknown[] },
): Rect {
  if (!numbers.every((number) => typeof number === 'number' && Number.isFinite(number))) {
    throw mismatch(method, numbers);
  }
  const [row, column, rows, columns] = numbers.map((number) => Math.trunc(Number(number)));
  const rect = { row: row!, column: column!, rows: rows ?? 1, columns: columns ?? 1 };
  if (rect.row < 1) throw new BookError('The starting row of the range is too small.');
  if (rect.column < 1) throw new BookError('The starting column of the range is too small.');
  if (rect.rows < 1) throw new BookError('The number of rows in the range must be at least 1.');
  if (rect.columns < 1) {
    throw new BookError('The number of columns in the range must be at least 1.');
  }
  if (!sheet.holds(rect)) throw new BookError(OUTSIDE);
  return rect;
}
