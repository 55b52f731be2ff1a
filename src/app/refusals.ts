import { rejectsNoMore } from '../google/layTab';
import { flushWrites } from '../google/lock';
import { findHeaders, HEADER_SEARCH_ROWS } from '../sheet/headers';
import { PROGRAM_COLUMNS } from '../words/tabs';
import { openPipeline } from './openPipeline';

/** Columns of Deals that a move may write. */
export const WRITTEN = ['stage', 'closeDate', ...PROGRAM_COLUMNS] as const;

/** What `work` answers; `null` when it breaks. */
export function quietly<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    console.warn(error);
    return null;
  }
}

/** What still waits to be written fails as before, and would fail whatever is asked next. */
export function letWritesFail(): void {
  for (let i = 0; i < WRITTEN.length && quietly(flushed) === null; i++);
}

function flushed(): true {
  flushWrites();
  return true;
}

/**
 * After a check that broke: data validation of somebody's own that rejects, in columns where the program has to write, only warns
 * from now on. Nobody could say whether Google lets a script pass such a rule; where it does not, one cell would keep the whole
 * workbook from being checked. Whether there was any such rule.
 */
export function softenRules(): boolean {
  return quietly(softened) ?? false;
}

function softened(): boolean {
  letWritesFail();
  const deals = openPipeline()?.workbook.tab('deals') ?? null;
  const headers = findHeaders('deals', deals?.readRows(1, HEADER_SEARCH_ROWS) ?? []);
  if (deals === null || headers === null) return false;
  const rows: [number, number] = [headers.row + 1, Math.max(headers.row + 1, deals.lastRow())];
  const columns = [...WRITTEN, 'pipeline' as const].flatMap(
    (key) => headers.columns.get(key) ?? [],
  );
  return columns.filter((column) => rejectsNoMore(deals.sheet, column, rows)).length > 0;
}
