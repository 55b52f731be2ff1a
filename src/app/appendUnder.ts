import type { Tab } from '../google/tab';
import type { Grid } from '../sheet/cell';
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

/** The same where the headers have been read; in the standard order when there are none. */
export function appendTo(
  open: OpenPipeline,
  tab: Tab,
  id: TableTab,
  headers: Headers | null,
  rows: Grid,
): void {
  const { columns } = layoutOf(id, open.language);
  const plain = new Set(
    columns.flatMap(({ key, format }, i) => {
      const column = headers === null ? i + 1 : headers.columns.get(key);
      return format === '@' && column !== undefined ? [column] : [];
    }),
  );
  const after = Math.max(headers?.row ?? 1, tab.lastRow());
  tab.append(after, headers === null ? rows : underHeaders(headers, rows), plain);
}
