import {
  addSheet,
  type ChoiceRange,
  dropWarnings,
  emptyOnlySheet,
  layChoices,
  layColumns,
  layTab,
  type PlacedColumn,
} from '../google/layTab';
import { columnName, type Tab } from '../google/tab';
import { openWorkbook, spreadsheetTimeZone, type TabIds } from '../google/workbook';
import type { Grid, TabId } from '../sheet/cell';
import { isFilled } from '../sheet/cellText';
import { findHeaders, HEADER_SEARCH_ROWS, type Headers } from '../sheet/headers';
import { type ColumnLayout, layoutOf, TABS_NOW, type TabLayout } from '../sheet/layout';
import type { Settings } from '../sheet/settingsTab';
import type { StageSet } from '../stageSets/stageSet';
import type { TableTab } from '../words/tabs';
import type { BegunSetUp } from './begunSetUp';
import { findTabs } from './openPipeline';

/** A tab that is there now. */
export interface Built {
  readonly tab: Tab;
  readonly layout: TabLayout;
  /** Made just now. */
  readonly isNew: boolean;
}

export type Tabs = ReadonlyMap<TabId, Built>;

/** The tabs, those that are missing added as empty sheets. */
export function sheetsFor(
  { language, several }: BegunSetUp,
  set: StageSet | undefined,
): { readonly tabs: TabIds; readonly built: Tabs } {
  const found = findTabs();
  const tabs: Partial<Record<TabId, number>> = { ...found };
  const isNew = new Set<TabId>();
  // One that is found is a tab already: an earlier set-up got no further than to name it.
  const isFirst = () => isNew.size === 0 && Object.keys(found).length === 0;
  for (const id of TABS_NOW) {
    if (tabs[id] !== undefined) continue;
    const { name } = layoutOf(id, language, set);
    const sheet = isFirst() ? emptyOnlySheet()?.setName(name) : undefined;
    isNew.add(id);
    tabs[id] = (sheet ?? addSheet(name)).getSheetId();
  }
  const workbook = openWorkbook(tabs, spreadsheetTimeZone());
  const built = new Map<TabId, Built>();
  for (const id of TABS_NOW) {
    const tab = workbook.tab(id);
    const layout = layoutOf(id, language, set, several);
    if (tab !== null) built.set(id, { tab, layout, isNew: isNew.has(id) });
  }
  return { tabs, built };
}

/** Lays the columns that a tab lacks, or that a stopped set-up may have left half laid; answers how many. */
export function lay(
  id: TabId,
  { tab, layout, isNew }: Built,
  begun: BegunSetUp,
  choiceRange: ChoiceRange,
): number {
  const isMade = begun.made.includes(id);
  if (isMade && !isNew) {
    const named = [layout.name, ...layout.columns.map(({ header }) => header)];
    dropWarnings(tab.sheet, new Set(named));
  }
  const keys = isMade ? layout.columns.map(({ key }) => key) : (begun.laid[id] ?? []);
  const top = isNew || keys.length === 0 ? EMPTY : topOf(id, tab);
  const placed = top.isOwn ? [] : placesOf(layout, tab, top.headers, new Set(keys));
  if (placed.length > 0) {
    layColumns(tab.sheet, layout, top.headers?.row ?? 1, placed, choiceRange);
  }
  if (isMade) layChoices(tab.sheet, layout.choiceCells);
  if (isMade) layTab(tab.sheet, layout);
  return isMade ? 0 : placed.length;
}

/** Writes what a new tab holds to begin with; one that holds something already is left as it is. */
export function fill({ tab, isNew }: Built, grid: Grid): void {
  if (isNew || !tab.readSmall().slice(1).some(isFilled)) tab.append(1, grid);
}

/** The columns that a tab should have and has not. */
export function missingKeys(id: TabId, tab: Tab, layout: TabLayout): readonly string[] {
  if (layout.columns.length === 0) return [];
  const { headers, isOwn } = topOf(id, tab);
  return isOwn ? [] : missingIn(layout, headers).map(({ key }) => key);
}

interface Top {
  readonly headers: Headers | null;
  /** Cells without a single header that we know: the tab is somebody's own and is left alone. */
  readonly isOwn: boolean;
}

const EMPTY: Top = { headers: null, isOwn: false };

function topOf(id: TabId, tab: Tab): Top {
  const top = tab.readRows(1, HEADER_SEARCH_ROWS);
  const headers = findHeaders(id as TableTab, top);
  const isEmpty = top.every((row) => row.every((cell) => cell === ''));
  return { headers, isOwn: headers === null && !isEmpty };
}

function missingIn(layout: TabLayout, headers: Headers | null): readonly ColumnLayout[] {
  if (headers === null) return layout.columns;
  const own = new Set(headers.own.keys());
  return layout.columns.filter(
    ({ key, header }) => !headers.columns.has(key as never) && !own.has(header),
  );
}

/** Where these columns stand, or will: missing ones behind everything that is there, with a heading or without. */
function placesOf(
  layout: TabLayout,
  tab: Tab,
  headers: Headers | null,
  keys: ReadonlySet<string>,
): readonly PlacedColumn[] {
  const missing = missingIn(layout, headers);
  const filled = headers === null || missing.length === 0 ? 0 : tab.lastColumn();
  return layout.columns
    .filter((column) => keys.has(column.key))
    .flatMap((column) => {
      const place = headers?.columns.get(column.key as never);
      const behind = missing.indexOf(column);
      if (place === undefined && behind < 0) return [];
      return [{ layout: column, column: place ?? filled + 1 + behind }];
    });
}

/** Stage and owner cells offer what the Stages and Team tabs hold at the time. */
export function choicesIn(built: Tabs, settings: Settings): ChoiceRange {
  const below = (id: TabId, key: string) => {
    const one = built.get(id);
    const { column, header } = one === undefined ? NOWHERE : columnIn(id as TableTab, one, key);
    if (one === undefined || column === 0) return null;
    const name = columnName(column);
    return one.tab.sheet.getRange(`${name}${header + 1}:${name}`);
  };
  return (choices) => {
    if (choices === 'stages') return below('stages', 'stage');
    if (choices === 'pipelines') return below('stages', 'pipeline');
    if (choices === 'owners') return below('team', 'name');
    if (choices === 'templates') return below('templates', 'template');
    if (choices !== 'fields') return settings[choices];
    const deals = built.get('deals');
    const header =
      deals === undefined || deals.isNew ? 1 : (topOf('deals', deals.tab).headers?.row ?? 1);
    return deals?.tab.sheet.getRange(`${header}:${header}`) ?? null;
  };
}

interface Stands {
  /** 0 for nowhere. */
  readonly column: number;
  readonly header: number;
}

const NOWHERE: Stands = { column: 0, header: 1 };

/** Where a column stands: as laid out in a tab that is still empty, else as its headers say. */
function columnIn(id: TableTab, { tab, layout, isNew }: Built, key: string): Stands {
  const { headers, isOwn } = isNew ? EMPTY : topOf(id, tab);
  if (headers !== null) return { column: headers.columns.get(key) ?? 0, header: headers.row };
  if (isOwn) return NOWHERE;
  return { column: layout.columns.findIndex((column) => column.key === key) + 1, header: 1 };
}
