import type { CellValue } from './rect';

/** The text that a cell shows for this value under this number format. */
export function displayText(
  value: CellValue,
  _format: string | undefined,
  _locale: string,
): string {
  return String(value);
}

/** Does this number format show a date or a time? Then getValues gives a Date. */
export function isDateFormat(_format: string | undefined): boolean {
  return false;
}
