import type { Tab } from '../google/tab';
import type { Cell, Grid, Row } from '../sheet/cell';
import { cellText, isFilled } from '../sheet/cellText';
import { findHeaders, HEADER_SEARCH_ROWS, type Headers } from '../sheet/headers';
import { layoutOf } from '../sheet/layout';
import { underHeaders } from '../sheet/underHeaders';
import type { TableTab } from '../words/tabs';
import type { OpenPipeline } from './openPipeline';

/**
 * Appends rows that are given in a tab's standard column order under its columns as they stand now:
 * people move them. Nothing happens without rows, or where the tab is gone.
 */
export function appendUnder(open: OpenPipeline, id: TableTab, rows: Grid): void {
  const tab = open.workbook.tab(id);
  if (tab === null || rows.length === 0) return;
  appendTo(open, tab, id, findHeaders(id, tab.readRows(1, HEADER_SEARCH_ROWS)), rows);
}

/**
 * The same where the headers have been read; in the standard order when there are none. `beside` are the cells of other
 * columns, one for each row, by the column from 1.
 */
export function appendTo(
  open: OpenPipeline,
  tab: Tab,
  id: TableTab,
  headers: Headers | null,
  rows: Grid,
  beside: ReadonlyMap<number, readonly Cell[]> = new Map(),
): void {
  const { columns } = layoutOf(id, open.language);
  const plain = new Set(
    columns.flatMap(({ key, format }, i) => {
      const column = headers === null ? i + 1 : headers.columns.get(key);
      return format === '@' && column !== undefined ? [column] : [];
    }),
  );
  const under = headers === null ? rows : underHeaders(headers, rows);
  const grid = beside.size === 0 ? under : withCells(under, beside);
  if (headers === null) tab.append(Math.max(1, tab.lastRow()), grid, plain);
  else appendBelow(tab, headers, grid, plain);
}

/** Who inserts more rows than these at once, in the very moment of writing, may lose some. */
const KEPT = 3;

/**
 * Who inserts a row between the look for the end and the moment itself has the last rows written over: those come back below, as
 * they read right before. Two reads, and one more of the whole tab where rows have moved.
 */
function appendBelow(tab: Tab, headers: Headers, grid: Grid, plain: ReadonlySet<number>): void {
  const noted = Math.max(headers.row, tab.lastRow());
  const first = Math.max(headers.row + 1, noted - KEPT + 1);
  const read = tab.readRows(first, noted + KEPT);
  const kept = read.slice(0, read.map(isFilled).lastIndexOf(true) + 1);
  const last = Math.max(noted, first + kept.length - 1);
  tab.append(last, grid, plain);
  const key = headers.columns.get('key') ?? 0;
  const nameOf = (row: Row) => cellText(row[key - 1]) || row.map(cellText).join('\n').trim();
  const now = kept.length === 0 ? [] : tab.readRows(first, last).map(nameOf);
  if (kept.every((row, i) => nameOf(row) === now[i])) return;
  const there = new Set(tab.readWhole().map(nameOf));
  const lost = kept.filter((row) => isFilled(row) && !there.has(nameOf(row)));
  tab.append(tab.lastRow(), lost, plain);
}

function withCells(rows: Grid, beside: ReadonlyMap<number, readonly Cell[]>): Grid {
  const width = Math.max(rows[0]?.length ?? 0, ...beside.keys());
  return rows.map((row, i) =>
    Array.from({ length: width }, (_, place) => beside.get(place + 1)?.[i] ?? row[place] ?? ''),
  );
}
