import { BookError } from './bookError';
import { displayText, isTextFormat } from './format';
import type { CellValue } from './rect';
import { serialOfInstant } from './serial';
import type { SheetModel } from './sheet';
import { defaultDateFormat } from './typedDate';
import { readTyped } from './typing';

const MAX_TEXT = 50_000;

/** Throws when a cell cannot hold so much text. */
export function assertFits(text: string): void {
  if (text.length > MAX_TEXT) {
    throw new BookError(
      `Your input contains more than the maximum of ${MAX_TEXT} characters in a single cell.`,
    );
  }
}

/** Writes text as if typed: it may become a number, a date, a formula; checks nothing but size. */
export function writeText(sheet: SheetModel, at: CellAddress, text: string): void {
  assertFits(text);
  const { row, column } = at;
  const format = sheet.formats.get(row, column);
  const { locale, facts } = sheet.book;
  const isApostropheInText = format === '@' && text.startsWith("'");
  const keepsApostrophe = isApostropheInText && facts.apostropheInTextCell === 'kept';
  const typed = readTyped(text, { locale, format, year: at.year, keepsApostrophe });
  if (typed.formula !== undefined) {
    sheet.putFormula(row, column, typed.formula);
    return;
  }
  sheet.put(row, column, typed.value);
  if (typed.format !== undefined && isAutomatic(format)) {
    sheet.formats.fill({ row, column, rows: 1, columns: 1 }, typed.format);
  }
}

export interface CellAddress {
  readonly row: number;
  readonly column: number;
  /** For dates typed without a year. */
  readonly year: number;
}

/** Writes an instant as a date of the spreadsheet's time zone. */
export function writeInstant(sheet: SheetModel, at: CellAddress, instant: number): void {
  const { row, column } = at;
  const { locale, timeZone } = sheet.book;
  const serial = serialOfInstant(instant, timeZone);
  const format = sheet.formats.get(row, column);
  const dateFormat = defaultDateFormat(locale, !Number.isInteger(serial));
  if (isTextFormat(format)) {
    sheet.put(row, column, displayText(serial, dateFormat, locale));
    return;
  }
  sheet.put(row, column, serial);
  if (isAutomatic(format)) {
    sheet.formats.fill({ row, column, rows: 1, columns: 1 }, dateFormat);
  }
}

/** Writes a ready value: numbers, ticks and text are kept as they are. */
export function writeRaw(sheet: SheetModel, at: CellAddress, value: CellValue): void {
  if (typeof value === 'string') assertFits(value);
  sheet.put(at.row, at.column, value);
}

function isAutomatic(format: string | undefined): boolean {
  return format === undefined || /^general$/i.test(format);
}
