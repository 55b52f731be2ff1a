import type { Stage } from '../domain/pipeline';
import { insertColumns, layColumns } from '../google/layTab';
import type { Tab } from '../google/tab';
import type { ImportSetUp } from '../rpc';
import type { Row } from '../sheet/cell';
import { gateRows } from '../sheet/gatesTab';
import { columnOf, findHeaders, HEADER_SEARCH_ROWS } from '../sheet/headers';
import { type ColumnLayout, layoutOf } from '../sheet/layout';
import { settingOf } from '../sheet/setting';
import { stageRows } from '../sheet/stagesTab';
import { readTable } from '../sheet/tableRows';
import { dealsTab } from './findRows';
import type { OpenPipeline } from './openPipeline';

/** Adds what an import's deals need and the workbook lacks: stages and own columns. True when stages changed. */
export function prepareImport(open: OpenPipeline, plan: ImportSetUp): boolean {
  addColumns(open, plan);
  return addStages(open, plan);
}

function addStages(open: OpenPipeline, plan: ImportSetUp): boolean {
  const tab = open.workbook.tab('stages');
  const { stages } = open.configuration.pipeline;
  const known = new Set(stages.map(({ key }) => key));
  const missing = plan.stages.filter(({ key }) => !known.has(key));
  if (tab === null || missing.length === 0) return false;
  const byKey = new Map(stages.map((stage) => [stage.key, stage]));
  const planned = plan.stages.map((stage) => byKey.get(stage.key) ?? stageFrom(stage));
  const replaces = plan.replacesStages && isEmpty(open);
  const next = replaces ? planned : keepingAll(stages, planned);
  const used = new Set(next.map(({ key }) => key));
  const retired = replaces ? [] : (open.configuration.pipeline.retired ?? []);
  const unused = retired.filter(({ key }) => !used.has(key));
  rewrite(tab, stageRows(inOrder(next), open.language, unused));
  if (replaces) {
    dropStrayGates(open, next);
    dropStrayStarts(open, next);
  }
  return true;
}

/** Deals stand in stages: a file's stages take the place of a workbook's own only before there are any. */
function isEmpty(open: OpenPipeline): boolean {
  const { deals, headers } = dealsTab(open);
  const ids = deals.readColumn(headers.columns.get('id') ?? 1).slice(headers.row);
  return ids.every((cell) => cell === '');
}

/** The stages in the plan's order; a stage that came into the workbook since the plan was made stays. */
function keepingAll(stages: readonly Stage[], planned: readonly Stage[]): readonly Stage[] {
  const keys = new Set(planned.map(({ key }) => key));
  return [...planned, ...stages.filter(({ key }) => !keys.has(key))];
}

function stageFrom({ key, label, kind, chance }: ImportSetUp['stages'][number]): Stage {
  return { key, label, kind, chance, aliases: [], limitDays: null, category: null, todo: '' };
}

/** Open stages stand before the closed ones. */
function inOrder(stages: readonly Stage[]): readonly Stage[] {
  const rank = { open: 0, won: 1, lost: 2, nurture: 3 } as const;
  return [...stages].sort((a, b) => rank[a.kind] - rank[b.kind]);
}

/** The criteria of stages that are no more: only a workbook's first import may take its stages from the file. */
function dropStrayGates(open: OpenPipeline, stages: readonly Stage[]): void {
  const gates = open.workbook.tab('gates');
  if (gates === null) return;
  const keys = new Set(stages.map(({ key }) => key));
  const kept = open.configuration.pipeline.criteria.filter(({ stage }) => keys.has(stage));
  rewrite(gates, gateRows(kept, stages, open.language));
}

/** Stages that are no more, among those that deals may start in. */
function dropStrayStarts(open: OpenPipeline, stages: readonly Stage[]): void {
  const tab = open.workbook.tab('settings');
  const { startIn } = open.configuration.pipeline.switches;
  const kept = stages.filter(({ key }) => startIn.includes(key));
  if (tab === null || kept.length === startIn.length) return;
  const grid = tab.readAll();
  readTable('settings', grid, [], (row) => {
    if (settingOf(row) !== 'startIn') return;
    const column = columnOf(row.headers, 'value');
    tab.writeSame([{ row: row.number, column }], kept.map(({ label }) => label).join('; '));
  });
}

/** Puts these rows below the header, and empties what was longer. */
function rewrite(tab: Tab, rows: readonly Row[]): void {
  const width = rows[0]?.length ?? tab.readAll()[0]?.length ?? 0;
  const last = tab.lastRow();
  const empty: Row = new Array(width).fill('');
  const grid = [...rows];
  while (grid.length < last - 1) grid.push(empty);
  if (grid.length > 0) tab.append(1, grid);
}

/** Own columns stand before the program's block, which stays at the right. */
function addColumns(open: OpenPipeline, plan: ImportSetUp): void {
  const { deals, headers } = dealsTab(open);
  const missing = plan.own.filter(({ header }) => columnOf(headers, `own:${header}`) === 0);
  if (missing.length === 0) return;
  const before = headers.columns.get('gate') ?? headers.texts.length + 1;
  insertColumns(deals.sheet, before, missing.length);
  const placed = missing.map(({ header, kind }, i) => ({
    layout: ownColumn(header, kind),
    column: before + i,
  }));
  layColumns(deals.sheet, layoutOf('deals', open.language), headers.row, placed, () => null);
  if (findHeaders('deals', deals.readRows(1, HEADER_SEARCH_ROWS)) === null) {
    throw new Error('The headers of Deals were lost while columns were added.');
  }
}

function ownColumn(header: string, kind: ColumnLayout['kind']): ColumnLayout {
  return {
    key: `own:${header}`,
    header,
    width: 120,
    format: kind === 'day' ? 'yyyy-mm-dd' : '',
    kind,
    choices: null,
    strict: false,
    hidden: false,
    note: '',
    program: false,
    wrap: false,
  };
}
