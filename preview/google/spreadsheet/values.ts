import { BookError } from '../book/bookError';
import { isDateFormat } from '../book/format';
import { a1Of, type CellValue, cellAt, lastColumnOf, type Rect } from '../book/rect';
import { judge, refusal } from '../book/rules';
import { instantOfSerial } from '../book/serial';
import type { SheetModel } from '../book/sheet';
import { writeInstant, writeRaw, writeText } from '../book/write';
import type { Realm } from '../gate';
import { notBuilt } from '../guard';

interface Instant {
  readonly instant: number;
}

/** A value on its way into a cell: a Date of the script has become its instant. */
export type Input = CellValue | Instant;

/** The last row and column with content, 0 where there is none. */
export function contentEnd(sheet: SheetModel): { readonly row: number; readonly column: number } {
  const end = { row: sheet.lastRow, column: sheet.lastColumn };
  const isFilled = (cell: CellValue) => cell !== '' && cell !== false;
  const { store } = sheet;
  const isFull =
    (store[end.row - 1] ?? []).some(isFilled) &&
    store.some((row) => isFilled(row[end.column - 1] ?? ''));
  if (isFull || end.row === 0 || sheet.book.facts.hollowCells === 'counted') return end;
  return {
    row: store.reduce((last, row, i) => (row.some(isFilled) ? i + 1 : last), 0),
    column: store.reduce<number>((last, row) => Math.max(last, lastFilled(row, isFilled)), 0),
  };
}

function lastFilled(row: readonly CellValue[], isFilled: (cell: CellValue) => boolean): number {
  let last = row.length;
  while (last > 0 && !isFilled(row[last - 1] ?? '')) last -= 1;
  return last;
}

/** Cells as getValues gives them: a number under a date format is a Date of the script's own. */
export function valuesOut(sheet: SheetModel, rect: Rect, realm: Realm): unknown[][] {
  const grid: unknown[][] = sheet.values(rect);
  const { timeZone } = sheet.book;
  if (sheet.formulas.lastRow() > 0) emptyErrors(sheet, rect, grid);
  for (let column = rect.column; column <= lastColumnOf(rect); column += 1) {
    const formatAt = sheet.formats.reader(column);
    if (formatAt === null) continue;
    const at = column - rect.column;
    for (let i = 0; i < grid.length; i += 1) {
      const value = grid[i]![at];
      if (typeof value !== 'number' || !isDateFormat(formatAt(rect.row + i))) continue;
      grid[i]![at] = new realm.Date(instantOfSerial(value, timeZone));
    }
  }
  return grid;
}

function emptyErrors(sheet: SheetModel, rect: Rect, grid: unknown[][]): void {
  grid.forEach((row, i) => {
    row.forEach((value, j) => {
      const isError = typeof value === 'string' && value.startsWith('#');
      if (!isError || sheet.formulas.get(rect.row + i, rect.column + j) === undefined) return;
      if (sheet.book.facts.formulaErrors === 'empty') row[j] = '';
    });
  });
}

/** Takes a value from the script; null and undefined clear. */
export function inputOf(value: unknown): Input {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : '#NUM!';
  if (isDate(value)) return { instant: value.getTime() };
  throw notBuilt(`a cell value of type ${Object.prototype.toString.call(value).slice(8, -1)}`);
}

/** A Date of whatever realm. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

/** Writes a block as setValues does: strings are read as typed. */
export function writeInputs(
  sheet: SheetModel,
  rect: Rect,
  rows: readonly (readonly Input[])[],
): void {
  const year = sheet.book.year();
  rows.forEach((cells, i) => {
    cells.forEach((input, j) => {
      const at = { row: rect.row + i, column: rect.column + j, year };
      const rule = sheet.validations.get(at.row, at.column);
      const before = rule === undefined ? '' : sheet.value(at.row, at.column);
      writeInput(sheet, at, input);
      if (rule === undefined || judge(sheet, at, sheet.value(at.row, at.column)) !== 'rejected')
        return;
      if (!sheet.book.facts.scriptWriteIsValidated) return;
      sheet.put(at.row, at.column, before);
      throw new BookError(refusal(rule, a1Of(cellAt(at.row, at.column))));
    });
  });
}

function writeInput(
  sheet: SheetModel,
  at: { readonly row: number; readonly column: number; readonly year: number },
  input: Input,
): void {
  if (typeof input === 'string' && input !== '') writeText(sheet, at, input);
  else if (typeof input === 'object') writeInstant(sheet, at, input.instant);
  else writeRaw(sheet, at, input);
}

/** Checks that the data has the range's shape, in Google's words. */
export function assertShape(data: readonly (readonly unknown[])[], rect: Rect): void {
  if (data.length !== rect.rows) {
    throw new BookError(
      `The number of rows in the data does not match the number of rows in the range. The data has ${data.length} but the range has ${rect.rows}.`,
    );
  }
  for (const row of data) {
    if (row.length === rect.columns) continue;
    throw new BookError(
      `The number of columns in the data does not match the number of columns in the range. The data has ${row.length} but the range has ${rect.columns}.`,
    );
  }
}
