import type { Cell, Row } from '../sheet/cell';
import { cellText } from '../sheet/cellText';
import type { DealRow } from '../sheet/dealsTab';
import { findHeaders, HEADER_SEARCH_ROWS } from '../sheet/headers';
import type { Book } from './readBook';

/** Rows, each with what its cell in one column says: by that it is known again. */
export interface Places {
  readonly column: number;
  readonly names: ReadonlyMap<number, string>;
  /** Where more than the name counts: what each of these rows says. */
  readonly looks?: ReadonlyMap<number, Look>;
}

/** A row's cells; `null` for one that says something else each time that it is read, as the time does. */
export type Look = readonly (Cell | null)[];

/** Where deals stand now, and those that are there and say otherwise by now. */
export interface DealPlaces extends Places {
  /** All rows below the headers, as they read now. */
  readonly rows: readonly Row[];
  readonly changed: ReadonlySet<string>;
}

/** A row that does not say what it said: which cells differ. */
interface Differing {
  readonly id: string;
  readonly row: number;
  readonly columns: readonly number[];
}

/**
 * Where the rows of these deals stand now, of those that still say what was read: reading and copying a large workbook takes
 * seconds, and people sort, insert and type meanwhile. What a formula says by itself, the time for one, does not count.
 * One read, and one more where some differ.
 */
export function dealRowsNow(book: Book, read: readonly DealRow[]): DealPlaces {
  const { deals, headers, cells } = book;
  const now = deals.readAll();
  const column = headers.columns.get('id') ?? 0;
  const places = placesById(now, headers.row, column);
  const found = read.flatMap(({ id, row }): Differing[] => {
    const [at, ...others] = places.get(id) ?? [];
    if (at === undefined || others.length > 0) return [];
    return [{ id, row: at, columns: differences(cells[row - 1] ?? [], now[at - 1] ?? []) }];
  });
  const differing = found.filter(({ columns }) => columns.length > 0);
  const changed = new Set(withoutFormulas(book, differing));
  const same = found.filter(({ row }) => !changed.has(row));
  const others = found.filter(({ row }) => changed.has(row));
  return {
    column,
    rows: now.slice(headers.row),
    names: new Map(same.map(({ row, id }) => [row, id])),
    looks: new Map(same.map(({ row, columns }) => [row, lookOf(now[row - 1] ?? [], columns)])),
    changed: new Set(others.map(({ id }) => id)),
  };
}

function lookOf(row: Row, unsteady: readonly number[]): Look {
  return row.map((cell, i) => (unsteady.includes(i) ? null : cell));
}

/** Whether a row says what it is meant to say; without a look any does. */
export function isAs(row: Row, look: Look | undefined): boolean {
  if (look === undefined) return true;
  const meant = look.map((cell, i) => cell ?? row[i] ?? '');
  return differences(meant, row).length === 0;
}

function placesById(
  grid: readonly Row[],
  headerRow: number,
  column: number,
): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  grid.forEach((row, i) => {
    const id = i < headerRow ? '' : cellText(row[column - 1]);
    if (id !== '') places.set(id, [...(places.get(id) ?? []), i + 1]);
  });
  return places;
}

function differences(before: Row, after: Row): readonly number[] {
  const text = (cell: Cell | undefined) => JSON.stringify(cell ?? '');
  const width = Math.max(before.length, after.length);
  return Array.from({ length: width }, (_, i) => i).filter(
    (i) => text(before[i]) !== text(after[i]),
  );
}

/** Those of these rows that differ in a cell without a formula. */
function withoutFormulas({ deals }: Book, differing: readonly Differing[]): readonly number[] {
  if (differing.length === 0) return [];
  const rows = differing.map(({ row }) => row);
  const first = rows.reduce((a, b) => Math.min(a, b));
  const last = rows.reduce((a, b) => Math.max(a, b));
  const formulas = deals.readFormulas(first, last);
  return differing
    .filter(({ row, columns }) => columns.some((i) => (formulas[row - first]?.[i] ?? '') === ''))
    .map(({ row }) => row);
}

/** Where these entries stand in the Ledger now. Two reads. */
export function entryRowsNow({ ledger }: Book, entries: ReadonlySet<number>): Places {
  const headers = findHeaders('ledger', ledger.readRows(1, HEADER_SEARCH_ROWS));
  const column = headers?.columns.get('seq');
  if (headers === null || column === undefined) return { column: 1, names: new Map() };
  const names = ledger
    .readColumn(column)
    .flatMap((cell, i): [number, string][] =>
      i >= headers.row && entries.has(Number(cell)) ? [[i + 1, cellText(cell)]] : [],
    );
  return { column, names: new Map(names) };
}
