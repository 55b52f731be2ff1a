import type { Reply } from '../rpc';
import { englishHeaders, findHeaders, HEADER_SEARCH_ROWS } from '../sheet/headers';
import { TAB_WORDS, type TableTab } from '../words/tabs';
import { needOpen } from './openPipeline';
import { placedTab } from './placedTabs';

type Answer = Omit<Reply<'describeWorkbook'>, 'ok'>;

/** English names of tabs and headers, and where the generated blocks lie: for scripts that export the workbook. */
export function describeWorkbook(): Answer {
  const open = needOpen();
  const tabs: Answer['tabs'] = [];
  const blocks: Answer['blocks'] = [];
  for (const id of Object.keys(open.tabs) as (keyof typeof open.tabs)[]) {
    const tab = open.workbook.tab(id);
    if (tab === null) continue;
    const english = TAB_WORDS.en.names[id];
    const isTable = id in TAB_WORDS.en.headings;
    const headers = isTable
      ? findHeaders(id as TableTab, tab.readRows(1, HEADER_SEARCH_ROWS))
      : null;
    tabs.push({
      sheetId: tab.sheet.getSheetId(),
      name: tab.sheet.getName(),
      english,
      headers: headers === null ? {} : englishHeaders(headers),
    });
    for (const block of placedTab(id)?.blocks ?? []) {
      blocks.push({ tab: english, ...block, columns: [...block.columns] });
    }
  }
  return { language: open.language, tabs, blocks };
}
