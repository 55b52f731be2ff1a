import type { DealId } from '../domain/ledger';
import type { Tab } from '../google/tab';
import type { Cell, Row } from '../sheet/cell';
import { cellText, isErrorText } from '../sheet/cellText';
import type { DealRow } from '../sheet/dealsTab';
import type { Headers } from '../sheet/headers';
import { longestRuns, type RowRun, spanOf } from '../sheet/rowRuns';
import { PROGRAM_COLUMNS } from '../words/tabs';
import type { RowsRead } from './rowsRead';

/** A row that was read, and the deal that it is. */
interface Claimed {
  readonly row: Pick<DealRow, 'row' | 'program'>;
  readonly id: DealId;
}

/**
 * Writes the IDs of rows that lack their own, before anything is noted of them, and looks whether they went where they belong:
 * a Version that was not there when the row was read is another deal's, and where the texts that were read are gone the row is
 * elsewhere, or says something else by now. What a formula says does not count. Answers the rows that may be noted; what it leaves out
 * waits for the next check. `null`, with those IDs taken out again: somebody has moved the rows meanwhile, and nothing may be
 * written. A write and a read, and neither where every row has its ID.
 */
export function claimRows<T extends Claimed>(
  deals: Tab,
  read: RowsRead,
  rows: readonly T[],
): readonly T[] | null {
  const column = read.headers.columns.get('id') ?? 0;
  const lacking = new Map(
    rows.flatMap(({ row, id }) => (row.program.id === id ? [] : [[row.row, id] as const])),
  );
  if (lacking.size === 0 || column === 0) return rows;
  const ids = writeIds(deals, read, lacking);
  const { astray, gone } = lookAgain(deals, read, [...ids.keys()]);
  const clear = (cells: readonly number[]) =>
    deals.writeSame(
      [...new Set(cells)].map((row) => ({ row, column })),
      '',
    );
  if (astray.length === 0) {
    clear(gone);
    for (const row of gone) ids.set(row, '');
    if (gone.length === 0 || areInPlace(deals, read, ids)) {
      return rows.filter(({ row: { row } }) => !lacking.has(row) || (ids.get(row) ?? '') !== '');
    }
  }
  clear([...astray, ...ids.keys()]);
  return null;
}

/** Answers the IDs that it wrote. */
function writeIds(
  deals: Tab,
  read: RowsRead,
  lacking: ReadonlyMap<number, DealId>,
): Map<number, DealId> {
  const column = read.headers.columns.get('id') ?? 0;
  const written = new Map<number, DealId>();
  for (const run of runsOf([...lacking.keys()], read.headers.columns.has('version'))) {
    const grid = rowsIn(run).map((row) => {
      const id = lacking.get(row);
      if (id !== undefined) written.set(row, id);
      return [id ?? cellsAt(read, row)[column - 1] ?? ''];
    });
    deals.write({ row: run.first, column }, grid, new Set([column]));
  }
  return written;
}

/** Rows in which another deal stands now, and those of the claimed ones that do not say any more what was read. */
function lookAgain(
  deals: Tab,
  read: RowsRead,
  claimed: readonly number[],
): { readonly astray: readonly number[]; readonly gone: readonly number[] } {
  const version = read.headers.columns.get('version') ?? 0;
  const span = spanOf(claimed);
  const there = deals.readRows(span.first, span.first + span.rows - 1);
  const now = (row: number): Row => there[row - span.first] ?? [];
  const versionIn = (cells: Row) => (version === 0 ? '' : cellText(cells[version - 1]));
  const isThere = (row: number, formulas?: readonly string[]) =>
    isStillThere(cellsAt(read, row), now(row), read.headers, formulas);
  const changed = claimed.filter((row) => !isThere(row));
  return {
    astray: rowsIn(span).filter((row) => versionIn(now(row)) !== versionIn(cellsAt(read, row))),
    gone: withoutFormulas(deals, changed, isThere),
  };
}

/** Whether every row that was read has the ID that it had, or that it was given since. One read. */
function areInPlace(deals: Tab, read: RowsRead, given: ReadonlyMap<number, DealId>): boolean {
  const column = read.headers.columns.get('id') ?? 0;
  const now = deals.readColumn(column);
  return read.cells.every((cells, i) => {
    const row = read.first + i;
    return cellText(now[row - 1]) === (given.get(row) ?? cellText(cells[column - 1]));
  });
}

function cellsAt({ first, cells }: RowsRead, row: number): Row {
  return cells[row - first] ?? [];
}

/**
 * Those of these rows that are not there for all that formulas may say by now: one may look at the ID that was just written, or
 * at the time. One read, and none where there are no such rows.
 */
function withoutFormulas(
  deals: Tab,
  rows: readonly number[],
  isThere: (row: number, formulas: readonly string[]) => boolean,
): readonly number[] {
  if (rows.length === 0) return rows;
  const span = spanOf(rows);
  const formulas = deals.readFormulas(span.first, span.first + span.rows - 1);
  return rows.filter((row) => !isThere(row, formulas[row - span.first] ?? []));
}

/** Where there are no Versions, a call for each of so many runs: their number does not grow with the deals. */
const MOST_RUNS = 10;

/** Without its Version no deal between these rows could be told again: then IDs are written into these rows alone. */
function runsOf(at: readonly number[], hasVersions: boolean): readonly RowRun[] {
  return hasVersions ? [spanOf(at)] : longestRuns(at, MOST_RUNS);
}

function rowsIn({ first, rows }: RowRun): readonly number[] {
  return Array.from({ length: rows }, (_, i) => first + i);
}

const PROGRAM: ReadonlySet<string> = new Set(PROGRAM_COLUMNS);

/** Cells that people choose anew, while they are being read even. */
const ASKING: ReadonlySet<string> = new Set(['stage', 'pipeline']);

/** Whether each cell that people had filled still is, and says the same where it is a text; they may have typed more. */
function isStillThere(
  was: Row,
  now: Row,
  { columns }: Headers<'deals'>,
  formulas: readonly string[] = [],
): boolean {
  return [...columns].every(([key, column]) => {
    if (PROGRAM.has(key) || (formulas[column - 1] ?? '') !== '') return true;
    const [before, after] = [was[column - 1], now[column - 1]];
    if (typeof before === 'boolean' || cellText(before) === '') return true;
    const isTelling = isText(before) && !ASKING.has(key) && !key.startsWith('own:');
    return isTelling ? cellText(after) === cellText(before) : cellText(after) !== '';
  });
}

function isText(cell: Cell | undefined): boolean {
  return typeof cell === 'string' && !isErrorText(cell);
}
