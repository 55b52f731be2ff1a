import { isDay } from '../domain/day';
import { type Field, STANDARD_FIELDS, type StandardField } from '../domain/fact';
import type { Tab } from '../google/tab';
import { readAmount } from '../sheet/amount';
import type { Cell, Row } from '../sheet/cell';
import { readDay } from '../sheet/dateText';
import { columnOf, fieldNamed, type Headers } from '../sheet/headers';
import { APP_WORDS } from '../words/app';
import { PROGRAM_COLUMNS } from '../words/tabs';
import { Refused } from './answer';
import type { OpenPipeline } from './openPipeline';

/** Facts that a page sent, as cells of columns of Deals. */
export interface FactCells {
  readonly cells: readonly {
    readonly column: number;
    readonly cell: Cell;
    readonly plain: boolean;
  }[];
}

const DAYS: ReadonlySet<string> = new Set<StandardField>([
  'closeDate',
  'nextStepDate',
  'revisitOn',
  'planDue',
]);

/** Only people's own columns: a page may not type into Stage or the program's block. */
const CLOSED: ReadonlySet<string> = new Set(['stage']);

/**
 * Reads facts by header or field key. Refuses a column that Deals does not have, before anything
 * is written.
 */
export function factCells(
  open: OpenPipeline,
  headers: Headers<'deals'>,
  facts: Readonly<Record<string, Cell | null>>,
): FactCells {
  const cells = Object.entries(facts).map(([name, value]) => {
    const field: Field = isStandard(name) ? name : fieldNamed(name);
    const column = columnOf(headers, field);
    if (column === 0 || CLOSED.has(field) || isProgramColumn(headers, column)) {
      throw new Refused('unknownField', APP_WORDS[open.language].unknownField(name));
    }
    return { column, cell: cellFor(field, value), plain: field === 'phone' };
  });
  return { cells };
}

function isStandard(name: string): name is StandardField {
  return (STANDARD_FIELDS as readonly string[]).includes(name);
}

function isProgramColumn(headers: Headers<'deals'>, column: number): boolean {
  return PROGRAM_COLUMNS.some((key) => headers.columns.get(key) === column);
}

/** What a page sent, as a person's typing would have become a cell of that column. */
function cellFor(field: string, value: Cell | null): Cell {
  if (value === null) return '';
  if (typeof value !== 'string') return value;
  const text = value.trim();
  if (DAYS.has(field)) {
    const day = readDay(text);
    return day === null ? text : { date: day };
  }
  if (field === 'amount') return readAmount(text)?.amount ?? text;
  return field.startsWith('own:') && isDay(text) ? { date: text } : text;
}

/** A row as it would read with these cells in it. */
export function overlaid(
  row: Row,
  cells: readonly { readonly column: number; readonly cell: Cell }[],
): Row {
  const copy = [...row];
  for (const { column, cell } of cells) {
    while (copy.length < column) copy.push('');
    copy[column - 1] = cell;
  }
  return copy;
}

/** Writes the facts into these rows: one call a fact, however many rows. */
export function writeFacts(deals: Tab, facts: FactCells, rows: readonly number[]): void {
  for (const { column, cell, plain } of facts.cells) {
    deals.writeSame(
      rows.map((row) => ({ row, column })),
      cell,
      plain,
    );
  }
}
