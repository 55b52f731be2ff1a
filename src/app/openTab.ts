import { addSheet, layColumns, layTab } from '../google/layTab';
import { openWorkbook } from '../google/workbook';
import type { TabId } from '../sheet/cell';
import { layoutOf } from '../sheet/layout';
import { forgetPipeline, noteTabs, type OpenPipeline } from './openPipeline';

/** The pipeline with this tab in it: made now when it is not there yet, and shown to the person who asks. */
export function openTab(open: OpenPipeline, id: TabId): OpenPipeline {
  const there = open.workbook.tab(id);
  if (there !== null) {
    there.sheet.activate();
    return open;
  }
  const layout = layoutOf(id, open.language);
  const sheet = addSheet(layout.name);
  const placed = layout.columns.map((column, i) => ({ layout: column, column: i + 1 }));
  if (placed.length > 0) layColumns(sheet, layout, 1, placed, () => null);
  layTab(sheet, layout);
  const tabs = { ...open.tabs, [id]: sheet.getSheetId() };
  noteTabs(tabs);
  forgetPipeline();
  sheet.activate();
  return { ...open, tabs, workbook: openWorkbook(tabs, open.workbook.clock.timeZone) };
}
