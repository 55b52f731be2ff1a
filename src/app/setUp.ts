import * as z from 'zod/mini';
import { pipelineNames } from '../domain/pipelines';
import {
  addSheet,
  type ChoiceRange,
  emptyOnlySheet,
  layChoices,
  layColumns,
  layTab,
  type PlacedColumn,
} from '../google/layTab';
import { underLock } from '../google/lock';
import { activeAddress } from '../google/people';
import { columnName, type Tab } from '../google/tab';
import { openWorkbook, spreadsheetTimeZone, type TabIds } from '../google/workbook';
import type { Grid, TabId } from '../sheet/cell';
import { gateRows } from '../sheet/gatesTab';
import { findHeaders, HEADER_SEARCH_ROWS, type Headers } from '../sheet/headers';
import { layoutOf, TABS_NOW, type TabLayout } from '../sheet/layout';
import { defaultSettings, type Settings, settingsRows } from '../sheet/settingsTab';
import { criteriaOfSet, stagesOfSet } from '../sheet/stageSetRows';
import { stageRows } from '../sheet/stagesTab';
import { type Member, teamRows } from '../sheet/teamTab';
import { STAGE_SETS, stageSetOf } from '../stageSets/allStageSets';
import type { StageSet } from '../stageSets/stageSet';
import { LANGUAGES, type Language } from '../words/language';
import type { TableTab } from '../words/tabs';
import { startAutomations } from './automate';
import { keepConfiguration } from './keepConfiguration';
import { keepRights } from './keepRights';
import { addNewSettings } from './newSettings';
import {
  findTabs,
  forgetPipeline,
  noteTabs,
  type OpenPipeline,
  openPipeline,
} from './openPipeline';
import { readerLanguage } from './readerLanguage';
import { installTriggers } from './runner';
import { sweep } from './sweep';

const LOCK_MS = 30_000;

const optionsGiven = () =>
  z.object({
    language: z.optional(z.enum(LANGUAGES as [Language, ...Language[]])),
    stages: z.optional(z.string()),
  });
export type SetUpOptions = z.infer<ReturnType<typeof optionsGiven>>;

export interface SetUp {
  /** Tabs that were not there before. */
  readonly created: readonly TabId[];
  /** Columns added to tabs that were there. */
  readonly columns: number;
}

/** Reads what a menu (nothing, or an event) or a script (JSON) hands to set up. */
export function setUpOptions(given: unknown): SetUpOptions {
  try {
    const value: unknown = typeof given === 'string' ? JSON.parse(given) : given;
    const read = optionsGiven().safeParse(value);
    return read.success ? read.data : {};
  } catch {
    return {};
  }
}

/**
 * Makes this workbook a pipeline: the tabs that are missing, the columns that are missing, the
 * triggers. Every cell that is filled stays as it is, so running it again changes nothing.
 */
export function setUp(options: SetUpOptions): SetUp | null {
  const done = underLock(LOCK_MS, () => build(options));
  if (done === null) return null;
  forgetPipeline();
  const open = openPipeline();
  if (open !== null) {
    underLock(LOCK_MS, () => addNewSettings(open));
    keepConfiguration(open);
    keepRights(open);
    installTriggers(open);
  }
  // People may have had deals in a tab of that name before: they become deals of the pipeline.
  if (done.columns > 0 || done.created.includes('ledger')) sweep();
  if (open !== null) startAutomations(open);
  return done;
}

/** A tab that is there now, made just now or found. */
interface Built {
  readonly tab: Tab;
  readonly layout: TabLayout;
  readonly isNew: boolean;
}

function build(options: SetUpOptions): SetUp {
  const was = openPipeline();
  const language = was?.language ?? options.language ?? readerLanguage();
  const set = chosenSet(options, was);
  const several = was !== null && pipelineNames(was.configuration.pipeline).length > 0;
  const { tabs, built } = sheetsFor(language, set, several);
  const settings = was?.configuration.settings ?? startingSettings(language, set);
  const choiceRange = choicesIn(built, settings);
  let columns = 0;
  for (const id of TABS_NOW) {
    const one = built.get(id);
    if (one !== undefined) columns += lay(id, one, choiceRange);
  }
  for (const [id, grid] of seeds(language, set)) {
    const one = built.get(id);
    if (one?.isNew === true) one.tab.append(1, grid);
  }
  const created = TABS_NOW.filter((id) => built.get(id)?.isNew === true);
  if (created.length > 0) noteTabs(tabs);
  return { created, columns };
}

/**
 * The set that the workbook was built from; in a new one the set that was asked for, the first one
 * when nobody asked, none when an import is to bring the stages.
 */
function chosenSet({ stages }: SetUpOptions, was: OpenPipeline | null): StageSet | undefined {
  if (was !== null) return setBehind(was);
  return stages === 'from-data' ? undefined : (stageSetOf(stages ?? '') ?? STAGE_SETS[0]);
}

/** The set whose open stages are all there, whatever they are called now; none when the team made its own. */
function setBehind({ configuration }: OpenPipeline): StageSet | undefined {
  const keys = new Set(configuration.pipeline.stages.map(({ key }) => key));
  return STAGE_SETS.find(({ stages }) =>
    stages.every(({ key, kind }) => kind !== 'open' || keys.has(key)),
  );
}

function sheetsFor(
  language: Language,
  set: StageSet | undefined,
  several: boolean,
): { readonly tabs: TabIds; readonly built: ReadonlyMap<TabId, Built> } {
  const found = findTabs();
  const tabs: Partial<Record<TabId, number>> = { ...found };
  const isNew = new Set<TabId>();
  for (const id of TABS_NOW) {
    if (tabs[id] !== undefined) continue;
    const { name } = layoutOf(id, language, set);
    const sheet = isNew.size === 0 ? emptyOnlySheet()?.setName(name) : undefined;
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

/** Lays the columns that a tab lacks; answers how many an existing tab got. */
function lay(id: TabId, { tab, layout, isNew }: Built, choiceRange: ChoiceRange): number {
  if (layout.columns.length === 0) {
    if (isNew) layTab(tab.sheet, layout);
    return 0;
  }
  const top = isNew ? [] : tab.readRows(1, HEADER_SEARCH_ROWS);
  const headers = isNew ? null : findHeaders(id as TableTab, top);
  const isEmpty = top.every((row) => row.every((cell) => cell === ''));
  // A tab with cells but without a single header that we know is somebody's own: it is left alone.
  if (headers === null && !isEmpty) return 0;
  const placed = headers === null ? allColumns(layout) : missingColumns(layout, headers);
  if (placed.length > 0) layColumns(tab.sheet, layout, headers?.row ?? 1, placed, choiceRange);
  if (isNew) layChoices(tab.sheet, layout.choiceCells);
  if (isNew) layTab(tab.sheet, layout);
  return isNew ? 0 : placed.length;
}

function allColumns(layout: TabLayout): PlacedColumn[] {
  return layout.columns.map((column, i) => ({ layout: column, column: i + 1 }));
}

function missingColumns(layout: TabLayout, headers: Headers): PlacedColumn[] {
  const own = new Set(headers.own.keys());
  const missing = layout.columns.filter(
    ({ key, header }) => !headers.columns.has(key as never) && !own.has(header),
  );
  const filled = headers.texts.reduce((last, text, i) => (text === '' ? last : i + 1), 0);
  return missing.map((column, i) => ({ layout: column, column: filled + 1 + i }));
}

/** Stage and owner cells offer what the Stages and Team tabs hold at the time. */
function choicesIn(built: ReadonlyMap<TabId, Built>, settings: Settings): ChoiceRange {
  const below = (id: TabId, key: string) => {
    const one = built.get(id);
    const column = one === undefined ? 0 : columnIn(id as TableTab, one, key);
    if (one === undefined || column === 0) return null;
    const name = columnName(column);
    return one.tab.sheet.getRange(`${name}2:${name}`);
  };
  return (choices) => {
    if (choices === 'stages') return below('stages', 'stage');
    if (choices === 'pipelines') return below('stages', 'pipeline');
    if (choices === 'owners') return below('team', 'name');
    if (choices === 'templates') return below('templates', 'template');
    if (choices !== 'fields') return settings[choices];
    return built.get('deals')?.tab.sheet.getRange('1:1') ?? null;
  };
}

/** Where a column stands: as laid out in a new tab, else as its headers say. */
function columnIn(id: TableTab, { tab, layout, isNew }: Built, key: string): number {
  if (isNew) return layout.columns.findIndex((column) => column.key === key) + 1;
  const headers = findHeaders(id, tab.readRows(1, HEADER_SEARCH_ROWS));
  return headers?.columns.get(key) ?? 0;
}

/** What new admin tabs hold to begin with. */
function seeds(language: Language, set: StageSet | undefined): readonly (readonly [TabId, Grid])[] {
  const stages = set === undefined ? [] : stagesOfSet(set, language);
  const criteria = set === undefined ? [] : criteriaOfSet(set, language);
  const settings = startingSettings(language, set);
  return [
    ['stages', stageRows(stages, language)],
    ['gates', gateRows(criteria, stages, language)],
    ['team', teamRows([founder()], language)],
    ['settings', settingsRows(settings, stages)],
  ];
}

function startingSettings(language: Language, set: StageSet | undefined): Settings {
  const settings = defaultSettings(language);
  return { ...settings, switches: { ...settings.switches, startIn: set?.startIn ?? [] } };
}

/** Whoever sets the workbook up manages the pipeline until the Team tab says otherwise. */
function founder(): Member {
  const address = activeAddress();
  const name = address.split('@')[0] ?? '';
  return { name, address, role: 'manager', language: null, target: null, mayOverride: true };
}
