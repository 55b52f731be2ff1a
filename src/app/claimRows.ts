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
 * elsewhere: somebody has moved the rows meanwhile. What a formula says does not count. Then those IDs are taken out again; `false`
 * asks the caller to write nothing and to leave all to the next check. A write and a read, and neither where every row has its ID.
 */
export function claimRows(
  deals: Tab,
  { headers, first, cells }: RowsRead,
  rows: readonly Claimed[],
): boolean {
  const column = headers.columns.get('id') ?? 0;
  const version = headers.columns.get('version') ?? 0;
  const fresh = new Map(
    rows.flatMap(({ row, id }) => (row.program.id === id ? [] : [[row.row, id] as const])),
  );
  if (fresh.size === 0 || column === 0) return true;
  const at = [...fresh.keys()];
  const rowAt = (row: number): Row => cells[row - first] ?? [];
  for (const run of runsOf(at, version > 0)) {
    const ids = rowsIn(run).map((row) => [fresh.get(row) ?? rowAt(row)[column - 1] ?? '']);
    deals.write({ row: run.first, column }, ids, new Set([column]));
  }
  const span = spanOf(at);
  const there = deals.readRows(span.first, span.first + span.rows - 1);
  const now = (row: number): Row => there[row - span.first] ?? [];
  const astray = rowsIn(span).filter(
    (row) => version > 0 && cellText(now(row)[version - 1]) !== cellText(rowAt(row)[version - 1]),
  );
  const isThere = (row: number, formulas?: readonly string[]) =>
    isStillThere(rowAt(row), now(row), headers, formulas);
  const gone = withoutFormulas(
    deals,
    at.filter((row) => !isThere(row)),
    isThere,
  );
  if (astray.length + gone.length === 0) return true;
  deals.writeSame(
    [...new Set([...astray, ...at])].map((row) => ({ row, column })),
    '',
  );
  return false;
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

/** Without its Version no deal between these rows could be told again: then IDs are written into these rows alone. */
function runsOf(at: readonly number[], hasVersions: boolean): readonly RowRun[] {
  return hasVersions ? [spanOf(at)] : longestRuns(at, at.length);
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
