import type { Tab } from '../google/tab';
import type { Grid, Row } from '../sheet/cell';
import { cellText, isFilled } from '../sheet/cellText';
import type { Headers } from '../sheet/headers';
import type { OpenPipeline } from './openPipeline';
import { plainDealColumns } from './plainDealColumns';

/** Who inserts more rows than these at once, in the very moment of writing, may lose some. */
const KEPT = 20;

/**
 * Appends rows below the last filled one of Deals, and answers which rows they are. Who inserts rows between the look for the
 * end and the moment itself has the last deals written over: those come back at the end, as they read right before, and their rows
 * are among the answer. Two reads more than the writing itself, four where a row without an ID may be among them.
 */
export function appendDeals(
  open: OpenPipeline,
  deals: Tab,
  headers: Headers<'deals'>,
  grid: Grid,
): readonly number[] {
  const plain = plainDealColumns(open, headers);
  const column = headers.columns.get('id') ?? 1;
  const end = endOf(deals, headers);
  const { last } = end;
  deals.append(last, grid, plain);
  const ids = deals.readColumn(column).map(cellText);
  const over = writtenOver(end, grid.length, { ids, column });
  const isNameless = (row: Row) => cellText(row[column - 1]) === '';
  const there = over.some(isNameless) ? rowsNow(deals) : [];
  const lost = over.filter((row) => !isNameless(row) || !there.some((now) => isSame(row, now)));
  const added = rowsAfter(last, grid.length);
  if (lost.length === 0) return added;
  const below = deals.lastRow();
  deals.append(below, lost, plain);
  return [...added, ...rowsAfter(below, lost.length)];
}

/** The last filled row, and what stood in the last rows. */
interface End {
  readonly last: number;
  readonly kept: readonly Row[];
}

/**
 * The last rows that rows inserted above them moved to where was written, as far as IDs tell: those that the last one that is
 * left shows to have moved there, and all from the first one below it whose ID is gone. Those without an ID are among them.
 */
function writtenOver(
  { last, kept }: End,
  written: number,
  { ids, column }: { readonly ids: readonly string[]; readonly column: number },
): readonly Row[] {
  const first = last - kept.length + 1;
  const rowNow = new Map(ids.map((id, i) => [id, i + 1]));
  const own = kept.map((row) => cellText(row[column - 1]));
  const left = own.map((id) => id !== '' && rowNow.has(id)).lastIndexOf(true);
  const moved = left === -1 ? 0 : (rowNow.get(own[left] ?? '') ?? 0) - (first + left);
  const gone = own.findIndex((id, i) => i > left && id !== '');
  const isOver = (i: number) => {
    const now = first + i + moved;
    return (gone !== -1 && i >= gone) || (moved > 0 && now > last && now <= last + written);
  };
  return kept.filter((row, i) => {
    const id = own[i] ?? '';
    return isOver(i) && (id === '' ? isFilled(row) : !rowNow.has(id));
  });
}

/** A row as it is now; `''` where a cell has no formula. */
interface RowNow {
  readonly cells: Row;
  readonly formulas: readonly string[];
}

function rowsNow(deals: Tab): readonly RowNow[] {
  const grid = deals.readAll();
  const formulas = deals.readFormulas(1, Math.max(1, grid.length));
  return grid.map((cells, i) => ({ cells, formulas: formulas[i] ?? [] }));
}

/** A row without an ID is known by its cells alone, and what a formula says may change with its place. */
function isSame(row: Row, { cells, formulas }: RowNow): boolean {
  const isTold = (i: number) => (formulas[i] ?? '') === '';
  const columns = Array.from({ length: Math.max(row.length, cells.length) }, (_, i) => i);
  return (
    columns.every((i) => !isTold(i) || cellText(row[i]) === cellText(cells[i])) &&
    columns.some((i) => isTold(i) && cellText(row[i]) !== '')
  );
}

/** The last filled row, and what stands in the last rows; a little more is read, for somebody may have inserted some just now. */
function endOf(deals: Tab, { row: header }: Headers<'deals'>): End {
  const noted = Math.max(header, deals.lastRow());
  const from = Math.max(header + 1, noted - KEPT + 1);
  const rows = deals.readRows(from, noted + KEPT);
  const filled = rows.map((row) => row.some((cell) => cell !== '')).lastIndexOf(true);
  const last = Math.max(noted, from + filled);
  return { last, kept: rows.slice(0, last - from + 1) };
}

function rowsAfter(last: number, rows: number): readonly number[] {
  return Array.from({ length: rows }, (_, i) => last + 1 + i);
}
