import { normalLabel, type Pipeline, type Stage, type StageKey } from '../domain/pipeline';
import { flushWrites } from '../google/lock';
import type { Place, Tab } from '../google/tab';
import { pipelineNamed } from '../sheet/askedStage';
import type { TabId } from '../sheet/cell';
import { cellText } from '../sheet/cellText';
import { findHeaders, HEADER_SEARCH_ROWS } from '../sheet/headers';
import { stageFinder } from '../sheet/stageFinder';
import { readTable } from '../sheet/tableRows';
import type { TableTab } from '../words/tabs';
import { begunExchange, type Exchange, forgetExchange, noteExchange } from './begunExchange';
import { notedStages, noteStages } from './notedStages';
import type { OpenPipeline } from './openPipeline';

/** New labels by what the cells may still say, as labels are compared. */
type Renames = ReadonlyMap<string, string>;

interface Naming {
  /** Where it is another than the one whose columns it has. */
  readonly tab?: TabId;
  readonly table: TableTab;
  readonly column: string;
  readonly owner: 'people' | 'program';
}

/** Columns that name stages. Those of the program are written whole, people's only where they change. */
const NAMING: readonly Naming[] = [
  { table: 'ledger', column: 'from', owner: 'program' },
  { table: 'ledger', column: 'to', owner: 'program' },
  { tab: 'archivedEntries', table: 'ledger', column: 'from', owner: 'program' },
  { tab: 'archivedEntries', table: 'ledger', column: 'to', owner: 'program' },
  { table: 'deals', column: 'stage', owner: 'people' },
  { table: 'deals', column: 'acceptedStage', owner: 'program' },
  { tab: 'archive', table: 'deals', column: 'stage', owner: 'people' },
  { tab: 'archive', table: 'deals', column: 'acceptedStage', owner: 'program' },
  { table: 'gates', column: 'stage', owner: 'people' },
];

function renamesIn(open: OpenPipeline): Renames {
  const before = new Map(notedStages().map(({ key, label }) => [key, label]));
  const { stages, retired = [] } = open.configuration.pipeline;
  const renames = new Map<string, string>();
  for (const { key, label } of [...stages, ...retired]) {
    const was = before.get(key);
    if (was !== undefined && was !== label) renames.set(normalLabel(was), label);
  }
  return renames;
}

/** Whether cells may still say an old name of a stage or of a pipeline. */
export function isRenamed(open: OpenPipeline): boolean {
  const { stages } = open.configuration.pipeline;
  return (
    begunExchange() !== null ||
    renamesIn(open).size > 0 ||
    stages.some(({ pipelineBefore }) => pipelineBefore !== undefined)
  );
}

/**
 * Whether a stage now has the name that another one had: until every cell is relabelled, its name
 * would be read as the wrong stage.
 */
export function isNameReused(open: OpenPipeline): boolean {
  const labels = new Set(open.configuration.pipeline.stages.map(({ label }) => normalLabel(label)));
  return [...renamesIn(open)].some(([was, label]) => was !== normalLabel(label) && labels.has(was));
}

/**
 * Brings every cell that names a renamed stage to its new name, and keeps the old one as an earlier
 * name. Calls do not grow with rows. Answers whether there was anything to do. The caller holds the lock.
 */
export function relabelStages(open: OpenPipeline): boolean {
  const isRenamed = relabelPipelines(open);
  const begun = begunExchange();
  if (begun !== null) finishExchange(open, begun);
  const renames = renamesIn(open);
  if (renames.size === 0) return isRenamed || begun !== null;
  const { stages, retired = [] } = open.configuration.pipeline;
  keepEarlierNames(open, [...stages, ...retired]);
  if (isNameReused(open)) {
    finishExchange(open, exchangeOf(open));
    return true;
  }
  relabelAll(open, renames);
  noteLabels(new Map([...stages, ...retired].map(({ key, label }) => [key, label])));
  return true;
}

function noteLabels(labels: ReadonlyMap<StageKey, string>): void {
  noteStages(notedStages().map((was) => ({ ...was, label: labels.get(was.key) ?? was.label })));
}

/** For real: a note is kept at once, cells are not, and what is noted must stand. */
function relabelAll(open: OpenPipeline, renames: Renames): void {
  for (const naming of NAMING) relabel(open, naming, renames);
  flushWrites();
}

function exchangeOf(open: OpenPipeline): Exchange {
  const { stages, retired = [] } = open.configuration.pipeline;
  const labels = new Map([...stages, ...retired].map(({ key, label }) => [key, label]));
  const moving = notedStages().flatMap(({ key, label }): Exchange['moving'][number][] => {
    const target = labels.get(key) ?? label;
    return target === label ? [] : [[key, label, target]];
  });
  const exchange = { moving, isAway: false };
  noteExchange(exchange);
  return exchange;
}

/**
 * Where a stage takes over the name of another, a cell that says it could mean either once some are relabelled and an
 * execution was stopped. So all go to a name that no stage has first, and only then to the new one: either half can be done again,
 * and is done to its end whatever the stages are called by then.
 */
function finishExchange(open: OpenPipeline, { moving, isAway }: Exchange): void {
  const interim = (key: StageKey, was: string) => `${was} (${key})`;
  if (!isAway) {
    relabelAll(open, new Map(moving.map(([key, was]) => [normalLabel(was), interim(key, was)])));
    noteExchange({ moving, isAway: true });
  }
  const home = moving.map(([key, was, now]) => [normalLabel(interim(key, was)), now] as const);
  relabelAll(open, new Map(home));
  noteLabels(new Map(moving.map(([key, , target]) => [key, target])));
  forgetExchange();
}

/** Pipeline cells that still say what a pipeline was called before. A name that another one has by now is left. */
function relabelPipelines(open: OpenPipeline): boolean {
  const { pipeline } = open.configuration;
  const renamed = pipeline.stages.filter(({ pipelineBefore }) => pipelineBefore !== undefined);
  const deals = renamed.length === 0 ? null : open.workbook.tab('deals');
  const top = deals?.readRows(1, HEADER_SEARCH_ROWS) ?? [];
  const headers = findHeaders('deals', top);
  const [column, accepted] = ['pipeline', 'acceptedStage'].map((key) => headers?.columns.get(key));
  if (deals === null || headers === null || column === undefined) return false;
  const cells = deals.readColumn(column).slice(headers.row).map(cellText);
  const labels = accepted === undefined ? [] : deals.readColumn(accepted).slice(headers.row);
  const next = cells.map((cell, i) => newNameOf(pipeline, cell, cellText(labels[i])));
  writeByLabel(deals, { row: headers.row + 1, column }, next);
  const names = new Map(pipeline.stages.map(({ key, pipeline: name = '' }) => [key, name]));
  flushWrites();
  noteStages(
    notedStages().map((was) => ({ ...was, pipeline: names.get(was.key) ?? was.pipeline })),
  );
  return true;
}

/** What a Pipeline cell that says an old name is to say; `null` for any other. Shared stages go by the name alone. */
function newNameOf(pipeline: Pipeline, cell: string, accepted: string): string | null {
  const wasCalled = ({ pipelineBefore = '' }: Stage) =>
    cell !== '' && normalLabel(pipelineBefore) === normalLabel(cell);
  const stage = stageFinder(pipeline)(accepted);
  if (stage?.pipeline !== undefined) return wasCalled(stage) ? stage.pipeline : null;
  if (pipelineNamed(pipeline, cell) !== undefined) return null;
  const names = new Set(pipeline.stages.filter(wasCalled).map((one) => one.pipeline));
  return names.size === 1 ? ([...names][0] ?? null) : null;
}

function relabel(open: OpenPipeline, naming: Naming, renames: Renames): void {
  const { table, owner } = naming;
  const tab = open.workbook.tab(naming.tab ?? table);
  const headers = tab === null ? null : findHeaders(table, tab.readRows(1, HEADER_SEARCH_ROWS));
  const column = headers?.columns.get(naming.column);
  if (tab === null || headers === null || column === undefined) return;
  const cells = tab.readColumn(column).slice(headers.row);
  const next = cells.map((cell) => renames.get(normalLabel(cellText(cell))) ?? null);
  if (next.every((label) => label === null)) return;
  const first = headers.row + 1;
  if (owner === 'program') {
    const grid = next.map((label, i) => [label ?? cells[i] ?? '']);
    tab.write({ row: first, column }, grid, table === 'ledger' ? new Set([column]) : undefined);
  } else writeByLabel(tab, { row: first, column }, next);
}

function writeByLabel(tab: Tab, { row, column }: Place, next: readonly (string | null)[]): void {
  const places = new Map<string, Place[]>();
  next.forEach((label, i) => {
    if (label === null) return;
    const same = places.get(label) ?? [];
    same.push({ row: row + i, column });
    places.set(label, same);
  });
  for (const [label, same] of places) tab.writeSame(same, label);
}

/** The hidden column of earlier names, for cells that other programs and copied files bring. */
function keepEarlierNames(open: OpenPipeline, stages: readonly Stage[]): void {
  const tab = open.workbook.tab('stages');
  if (tab === null) return;
  const grid = tab.readAll();
  const headers = findHeaders('stages', grid.slice(0, HEADER_SEARCH_ROWS));
  const column = headers?.columns.get('aliases');
  if (headers === null || column === undefined) return;
  const names = new Map(stages.map(({ key, aliases }) => [key, aliases.join('\n')]));
  const cells = grid.slice(headers.row).map((row) => [row[column - 1] ?? '']);
  readTable('stages', grid, [], (row) => {
    const aliases = names.get(row.text('key'));
    if (aliases !== undefined) cells[row.number - headers.row - 1] = [aliases];
  });
  if (cells.length > 0) tab.write({ row: headers.row + 1, column }, cells, new Set([column]));
}
