import type { Tab } from '../google/tab';
import type { Grid, Row } from '../sheet/cell';
import { cellText } from '../sheet/cellText';
import type { Headers } from '../sheet/headers';
import type { OpenPipeline } from './openPipeline';
import { plainDealColumns } from './plainDealColumns';

/** Who inserts more rows than these at once, in the very moment of writing, may lose some. */
const KEPT = 20;

/**
 * Appends rows below the last filled one of Deals, and answers which rows they are. Who inserts rows between the look for the
 * end and the moment itself has the last deals written over: those come back at the end, as they read right before, and their rows
 * are among the answer. Two reads more than the writing itself.
 */
export function appendDeals(
  open: OpenPipeline,
  deals: Tab,
  headers: Headers<'deals'>,
  grid: Grid,
): readonly number[] {
  const plain = plainDealColumns(open, headers);
  const column = headers.columns.get('id') ?? 1;
  const idOf = (row: Row | undefined) => cellText(row?.[column - 1]);
  const { last, kept } = endOf(deals, headers);
  deals.append(last, grid, plain);
  const there = new Set(deals.readColumn(column).map(cellText));
  const lost: Row[] = [];
  for (const row of [...kept].reverse()) {
    if (idOf(row) === '' || there.has(idOf(row))) break;
    lost.unshift(row);
  }
  const added = rowsAfter(last, grid.length);
  if (lost.length === 0) return added;
  const end = deals.lastRow();
  deals.append(end, lost, plain);
  return [...added, ...rowsAfter(end, lost.length)];
}

/** The last filled row, and what stands in the last rows; a little more is read, for somebody may have inserted some just now. */
function endOf(
  deals: Tab,
  { row: header }: Headers<'deals'>,
): { readonly last: number; readonly kept: readonly Row[] } {
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
