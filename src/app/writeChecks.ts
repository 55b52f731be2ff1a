import type { Tab } from '../google/tab';
import type { TabId } from '../sheet/cell';
import { findHeaders, HEADER_SEARCH_ROWS } from '../sheet/headers';
import { checkCells } from '../sheet/healthTab';
import type { TableTab } from '../words/tabs';
import { fillEmpty } from './fillEmpty';
import { dealsTab } from './findRows';
import type { OpenPipeline } from './openPipeline';
import { teamRules } from './teamRules';

/** Writes what is wrong with each row of an admin tab into its Check column, and the keys of new stages. */
export function writeChecks(open: OpenPipeline, id: TabId): void {
  const tab = open.workbook.tab(id);
  if (tab === null) return;
  const headers = findHeaders(id as TableTab, tab.readRows(1, HEADER_SEARCH_ROWS));
  const column = headers?.columns.get('check' as never);
  if (headers === null) return;
  if (id === 'stages') writeKeys(open, tab);
  if (column === undefined) return;
  const rows = { from: headers.row + 1, to: Math.max(headers.row + 1, tab.lastRow()) };
  const cells = checkCells(open.configuration.problems, id, rows, open.language);
  tab.write({ row: rows.from, column }, cells);
}

/** Writes what is wrong with each row of Automations and Templates into its Check column. */
export function writeRuleChecks(open: OpenPipeline): void {
  if (open.workbook.tab('deals') === null) return;
  const { problems } = teamRules(open, dealsTab(open).headers);
  for (const id of ['automations', 'templates'] as const) {
    const tab = open.workbook.tab(id);
    const headers = tab === null ? null : findHeaders(id, tab.readRows(1, HEADER_SEARCH_ROWS));
    const column = headers?.columns.get('check');
    if (tab === null || headers === null || column === undefined) continue;
    const rows = { from: headers.row + 1, to: Math.max(headers.row + 1, tab.lastRow()) };
    tab.write({ row: rows.from, column }, checkCells(problems, id, rows, open.language));
  }
}

/** A stage keeps its key for ever: rows that lack one get it as soon as they are read. */
function writeKeys(open: OpenPipeline, tab: Tab): void {
  fillEmpty(
    tab,
    open.configuration.keysToWrite.map(({ row, column, key }) => ({ row, column, value: key })),
  );
}
