import { addSheet, layColumns, layTab } from '../google/layTab';
import { openWorkbook } from '../google/workbook';
import type { TabId } from '../sheet/cell';
import { layoutOf, type TabLayout } from '../sheet/layout';
import { forgetPipeline, noteTabs, type OpenPipeline } from './openPipeline';

/** The pipeline with this tab in it: made now when it is not there yet, and shown to the person who asks. */
export function openTab(open: OpenPipeline, id: TabId): OpenPipeline {
  const ready = withTab(open, id);
  ready.workbook.tab(id)?.sheet.activate();
  return ready;
}

/** The pipeline with this tab in it, made now when it is not there yet; its columns are those of `columns`, else its own. */
export function withTab(
  open: OpenPipeline,
  id: TabId,
  columns?: TabLayout['columns'],
): OpenPipeline {
  if (open.workbook.tab(id) !== null) return open;
  const own = layoutOf(id, open.language);
  const layout = columns === undefined ? own : { ...own, columns, frozenRows: 1 };
  const sheet = unusedSheet(open, layout) ?? addSheet(freeName(open, layout.name));
  const placed = layout.columns.map((column, i) => ({ layout: column, column: i + 1 }));
  if (placed.length > 0) layColumns(sheet, layout, 1, placed, () => null);
  layTab(sheet, layout);
  const tabs = { ...open.tabs, [id]: sheet.getSheetId() };
  noteTabs(tabs);
  forgetPipeline();
  return { ...open, tabs, workbook: openWorkbook(tabs, open.workbook.clock.timeZone) };
}

/** A sheet of this name in which nothing stands but headers: an execution that was stopped had just made it. */
function unusedSheet({ workbook }: OpenPipeline, layout: TabLayout) {
  const tab = workbook.tabNamed(layout.name);
  if (tab === null) return null;
  const [top = [], ...below] = tab.readSmall();
  const headers = layout.columns.map(({ header }) => header);
  const isUnused = below.length === 0 && top.every((cell, i) => cell === '' || cell === headers[i]);
  return isUnused ? tab.sheet : null;
}

/** Somebody's own tab may have our name. */
function freeName({ workbook }: OpenPipeline, name: string): string {
  let free = name;
  for (let n = 2; workbook.tabNamed(free) !== null; n++) free = `${name} ${n}`;
  return free;
}
