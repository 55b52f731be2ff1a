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
  const last = Math.max(headers.row, deals.lastRow());
  const from = Math.max(headers.row + 1, last - KEPT + 1);
  const kept = from > last ? [] : deals.readRows(from, last);
  deals.append(last, grid, plain);
  const added = rowsAfter(last, grid.length);
  const now = deals.readColumn(column).map(cellText);
  const before = idOf(kept[kept.length - 1]);
  const inItsPlace = now[last - 1] ?? '';
  if (before === '' || inItsPlace === '' || inItsPlace === before) return added;
  const there = new Set(now);
  const lost = kept.filter((row) => idOf(row) !== '' && !there.has(idOf(row)));
  if (lost.length === 0) return added;
  const end = deals.lastRow();
  deals.append(end, lost, plain);
  return [...added, ...rowsAfter(end, lost.length)];
}

function rowsAfter(last: number, rows: number): readonly number[] {
  return Array.from({ length: rows }, (_, i) => last + 1 + i);
}
