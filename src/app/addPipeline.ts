import { normalLabel, openStages, type Stage } from '../domain/pipeline';
import { pipelineNames } from '../domain/pipelines';
import { insertColumns, layColumns } from '../google/layTab';
import { flushWrites, underLock } from '../google/lock';
import { documentStore } from '../google/store';
import { columnName, type Tab } from '../google/tab';
import { askFor, say } from '../google/ui';
import type { Cell, Grid, Row } from '../sheet/cell';
import { cellText } from '../sheet/cellText';
import { gateRows } from '../sheet/gatesTab';
import { findHeaders, HEADER_SEARCH_ROWS, type Headers } from '../sheet/headers';
import { layoutOf } from '../sheet/layout';
import { ownSwitchRows } from '../sheet/settingsTab';
import { criteriaOfSet, stagesOfSet } from '../sheet/stageSetRows';
import { stageRows } from '../sheet/stagesTab';
import { underHeaders } from '../sheet/underHeaders';
import { STAGE_SETS } from '../stageSets/allStageSets';
import type { StageSet } from '../stageSets/stageSet';
import { APP_WORDS } from '../words/app';
import { PIPELINE_WORDS } from '../words/pipelines';
import type { TableTab } from '../words/tabs';
import { addColumns, missingFields } from './addColumns';
import { Refused } from './answer';
import { dealsTab } from './findRows';
import { keepConfiguration } from './keepConfiguration';
import { type OpenPipeline, reloadPipeline } from './openPipeline';
import { numbered, pickOf } from './pick';
import { readerLanguage } from './readerLanguage';
import { sweepAll } from './sweep';
import { writeChecks } from './writeChecks';

const LOCK_MS = 20_000;

/** The pipeline that is being added: one whose adding was stopped is finished by adding it again. */
const BEGUN_KEY = 'begunPipeline';

/**
 * Adds a pipeline beside the present ones: asks what it is called and which stages it starts with.
 * Its columns are laid now, for a workbook with one pipeline shows none of them.
 */
export function addPipeline(): void {
  const open = reloadPipeline();
  const app = APP_WORDS[open?.language ?? readerLanguage()];
  const message = open === null ? app.notSetUp : asked(open);
  if (message !== null) say(app.menu.addPipeline, message);
}

/** What to tell in the end; `null` when the person thought better of it. */
function asked(open: OpenPipeline): string | null {
  const words = PIPELINE_WORDS[open.language];
  const title = APP_WORDS[open.language].menu.addPipeline;
  const name = askFor(title, words.askName);
  if (name === null) return null;
  if (name === '') return words.noName;
  const names = pipelineNames(open.configuration.pipeline);
  const isThere = [...names, words.main].some((one) => normalLabel(one) === normalLabel(name));
  const isBegun = documentStore.get(BEGUN_KEY) === name;
  if (isThere && !isBegun) return words.thereAlready(name);
  const sets = STAGE_SETS.map((set) => set.name[open.language]);
  const typed = askFor(title, `${words.askStages(name)}\n\n${numbered(sets)}`);
  if (typed === null) return null;
  const set = typed === '' ? STAGE_SETS[0] : STAGE_SETS[pickOf(sets, typed)];
  if (set === undefined) return words.noSuchSet(typed);
  const added = underLock(LOCK_MS, () => add(name, set));
  if (added === null) return APP_WORDS[open.language].busy;
  const now = reloadPipeline();
  if (now !== null) keepConfiguration(now);
  return words.done(name, added, names[0] ?? words.main);
}

/** The caller holds the lock. Answers how many stages were added. */
function add(name: string, set: StageSet): number {
  const open = reloadPipeline();
  if (open === null) return 0;
  const written = open.configuration.pipeline.stages.filter(({ pipeline }) => pipeline === name);
  const stages = written.length > 0 ? written : stagesFor(open, name, set);
  if (written.length === 0) {
    documentStore.set(BEGUN_KEY, name);
    addSwitches(open, name);
    addCriteria(open, set, stages);
    addStages(open, name, stages);
  }
  addPipelineColumn(open);
  const now = reloadPipeline();
  if (now !== null) addColumns(now, missingFields(now, dealsTab(now).headers));
  const whole = reloadPipeline();
  if (whole === null) return stages.length;
  for (const tab of ['stages', 'gates', 'settings'] as const) writeChecks(whole, tab);
  sweepAll(whole);
  flushWrites();
  documentStore.remove(BEGUN_KEY);
  return stages.length;
}

/** The set's open stages, and the closing ones of a kind that the workbook has not; a name means one stage. */
function stagesFor(open: OpenPipeline, name: string, set: StageSet): readonly Stage[] {
  const { stages, retired = [] } = open.configuration.pipeline;
  const kinds = new Set(stages.map(({ kind }) => kind));
  const taken = new Set(
    [...stages, ...retired].flatMap(({ label, aliases }) => [label, ...aliases].map(normalLabel)),
  );
  const { stageIn } = PIPELINE_WORDS[open.language];
  return stagesOfSet(set, open.language)
    .filter(({ kind }) => kind === 'open' || !kinds.has(kind))
    .map((stage) =>
      taken.has(normalLabel(stage.label)) ? { ...stage, label: stageIn(stage.label, name) } : stage,
    );
}

interface Table<T extends TableTab> {
  readonly tab: Tab;
  readonly headers: Headers<T>;
  readonly grid: Grid;
}

function tableOf<T extends TableTab>(open: OpenPipeline, id: T): Table<T> {
  const tab = open.workbook.tab(id);
  const grid = tab?.readAll() ?? [];
  const headers = findHeaders(id, grid.slice(0, HEADER_SEARCH_ROWS));
  if (tab === null || headers === null) {
    throw new Refused('noHeaders', APP_WORDS[open.language].notSetUp);
  }
  return { tab, headers, grid };
}

/** Rows of which none like it is there yet: a run that was stopped may have written some. */
function fresh(rows: readonly Row[], grid: Grid): readonly Row[] {
  const said = (row: Row) => row.map(cellText).join('\n').trim();
  const there = new Set(grid.map(said));
  return rows.filter((row) => !there.has(said(row)));
}

function addSwitches(open: OpenPipeline, name: string): void {
  const table = tableOf(open, 'settings');
  const { settings, pipeline } = open.configuration;
  const { main } = PIPELINE_WORDS[open.language];
  const before = pipelineNames(pipeline).length === 0 ? [main] : [];
  const rows = [...before, name].flatMap((one) => ownSwitchRows(settings, one));
  table.tab.append(table.grid.length, fresh(underHeaders(table.headers, rows), table.grid));
}

function addCriteria(open: OpenPipeline, set: StageSet, stages: readonly Stage[]): void {
  const table = tableOf(open, 'gates');
  const keys = new Set(stages.map(({ key }) => key));
  const criteria = criteriaOfSet(set, open.language).filter(({ stage }) => keys.has(stage));
  const rows = underHeaders(table.headers, gateRows(criteria, stages, open.language));
  table.tab.append(table.grid.length, fresh(rows, table.grid));
}

/** Names the pipeline of the open stages so far, and writes the new ones below. */
function addStages(open: OpenPipeline, name: string, stages: readonly Stage[]): void {
  const column = layPipelineColumn(open);
  const table = tableOf(open, 'stages');
  const { main } = PIPELINE_WORDS[open.language];
  const known = openStages(open.configuration.pipeline);
  const key = table.headers.columns.get('key') ?? 0;
  const unnamed = table.grid.flatMap((row, i) => {
    const isOpen = known.some((stage) => stage.key === cellText(row[key - 1]));
    return isOpen && cellText(row[column - 1]) === '' ? [{ row: i + 1, column }] : [];
  });
  table.tab.writeSame(unnamed, pipelineNames(open.configuration.pipeline)[0] ?? main);
  const rows = stages.flatMap((stage) => {
    const cells = stageRows([{ ...stage, key: '' }], open.language);
    return underHeaders(table.headers, cells, { pipeline: stage.kind === 'open' ? name : '' });
  });
  const order = table.headers.columns.get('order') ?? 0;
  rows.forEach((row, i) => {
    if (order > 0) (row as Cell[])[order - 1] = table.grid.length + i;
  });
  table.tab.append(table.grid.length, rows);
}

/** The Pipeline column of Stages; answers where it stands. */
function layPipelineColumn(open: OpenPipeline): number {
  const { tab, headers } = tableOf(open, 'stages');
  const standing = headers.columns.get('pipeline');
  if (standing !== undefined) return standing;
  const layout = layoutOf('stages', open.language, undefined, true);
  const column = tab.lastColumn() + 1;
  const look = layout.columns.filter(({ key }) => key === 'pipeline');
  const placed = look.map((one) => ({ layout: one, column }));
  layColumns(tab.sheet, layout, headers.row, placed, () => null);
  return column;
}

/** The Pipeline column of Deals, before Stage: its cells offer what the Stages tab names. */
function addPipelineColumn(open: OpenPipeline): void {
  const { deals, headers } = dealsTab(open);
  if (headers.columns.has('pipeline')) return;
  const column = headers.columns.get('stage') ?? headers.texts.length + 1;
  const layout = layoutOf('deals', open.language, undefined, true);
  const look = layout.columns.filter(({ key }) => key === 'pipeline');
  const stages = tableOf(open, 'stages');
  const name = columnName(stages.headers.columns.get('pipeline') ?? 1);
  const offered = stages.tab.sheet.getRange(`${name}${stages.headers.row + 1}:${name}`);
  insertColumns(deals.sheet, column, 1);
  const placed = look.map((one) => ({ layout: one, column }));
  layColumns(deals.sheet, layout, headers.row, placed, () => offered);
}
