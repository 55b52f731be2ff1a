import { addTickBoxes } from '../google/layTab';
import type { Tab } from '../google/tab';
import { columnOf, type Headers } from '../sheet/headers';
import type { Verdict } from './judgeRow';
import type { OpenPipeline } from './openPipeline';

/** Columns that the criteria want ticked, in order: their cells show a tick box in rows of deals. */
export function tickColumns(open: OpenPipeline, headers: Headers<'deals'>): readonly number[] {
  const fields = open.configuration.pipeline.criteria
    .filter(({ must }) => must.kind === 'isTicked')
    .map(({ field }) => columnOf(headers, field));
  return [...new Set(fields)].filter((column) => column > 0).sort((a, b) => a - b);
}

/** The rows of deals that had no ID before. */
export function newRows(verdicts: readonly Verdict[]): readonly number[] {
  return verdicts.filter(({ row }) => row.id === '').map(({ row }) => row.row);
}

/** Puts tick boxes into the rows of new deals. An empty row has none: it would no longer be empty. */
export function layTickBoxes(
  open: OpenPipeline,
  deals: Tab,
  headers: Headers<'deals'>,
  rows: readonly number[],
): void {
  const columns = tickColumns(open, headers);
  if (rows.length === 0 || columns.length === 0) return;
  const first = rows.reduce((a, b) => Math.min(a, b));
  const last = rows.reduce((a, b) => Math.max(a, b));
  addTickBoxes(deals.sheet, [first, last], columns);
}
