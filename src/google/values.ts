import type { Cell, Grid } from '../sheet/cell';
import type { Clock } from './clock';

type Value = string | number | boolean | GoogleAppsScript.Base.Date;

function isDate(value: unknown): value is GoogleAppsScript.Base.Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

/** What Google's getValues gave, as cells: in place, for a copy of millions of cells takes as long as reading them. */
export function cellsOf(values: unknown[][], clock: Clock): Cell[][] {
  for (const row of values) {
    for (let i = 0; i < row.length; i++) {
      if (typeof row[i] === 'object') row[i] = cellOf(row[i], clock);
    }
  }
  return values as Cell[][];
}

function cellOf(value: unknown, clock: Clock): Cell {
  if (isDate(value)) {
    // Google gives a broken Date for a serial far outside its calendar.
    return Number.isNaN(value.getTime()) ? '' : { date: clock.textOf(value) };
  }
  return value === null || value === undefined ? '' : String(value);
}

/** A cell takes 50,000 signs, the apostrophe among them. */
const MOST = 49_999;

/** As much of a text as a cell takes: what people typed fits, what the program puts together of it may not. */
function fitting(text: string): string {
  return text.length > MOST ? `${text.slice(0, MOST - 1)}…` : text;
}

/** Text that Google would keep as it is: it starts with a letter, holds no digit and is no truth value. */
const PLAIN = /^(?!(?:true|false)$)[^\W\d_][^\d]*$|^[\u3400-\u9fff][^\d]*$/i;

/**
 * Text as it must be handed to setValues to stay text. Google reads a string as a person's typing:
 * `=` starts a formula, `3-4` is a date, `007` is 7. A leading apostrophe keeps it, and is not
 * part of the value.
 */
export function literal(text: string): string {
  const kept = fitting(text);
  return kept === '' || PLAIN.test(kept) ? kept : `'${kept}`;
}

/**
 * Whether a text would be run as a formula where somebody has taken a column's text format away: then the format
 * is set again first.
 */
export function isFormulaLike(text: string): boolean {
  return /^(?:=|[+-][^\d\s])/.test(text);
}

/** Cells as setValues wants them. Columns in `plain` (from 0 in the grid) are formatted '@' and need no apostrophe. */
export function valuesOf(grid: Grid, clock: Clock, plain: ReadonlySet<number>): Value[][] {
  return grid.map((row) =>
    row.map((cell, column) => {
      if (typeof cell === 'string') return plain.has(column) ? fitting(cell) : literal(cell);
      return typeof cell === 'object' ? clock.dateOf(cell.date) : cell;
    }),
  );
}
