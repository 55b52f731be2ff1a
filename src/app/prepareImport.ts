import type { Stage } from '../domain/pipeline';
import { insertColumns, layColumns } from '../google/layTab';
import type { Tab } from '../google/tab';
import type { Row } from '../sheet/cell';
import { gateRows } from '../sheet/gatesTab';
import { columnOf, findHeaders, HEADER_SEARCH_ROWS } from '../sheet/headers';
import type { ImportPlan } from '../sheet/importing/importPlan';
import { ownColumnsOf } from '../sheet/importing/readDeals';
import { type ColumnLayout, layoutOf } from '../sheet/layout';
import { stageRows } from '../sheet/stagesTab';
import { dealsTab } from './findRows';
import type { OpenPipeline } from './openPipeline';

/** Adds what the plan's deals need and the workbook lacks: stages and own columns. True when stages changed. */
export function prepareImport(open: OpenPipeline, plan: ImportPlan): boolean {
  addColumns(open, plan);
  return addStages(open, plan);
}

function addStages(open: OpenPipeline, plan: ImportPlan): boolean {
  const tab = open.workbook.tab('stages');
  const { stages } = open.configuration.pipeline;
  const known = new Set(stages.map(({ key }) => key));
  const missing = plan.stages.filter(({ key }) => !known.has(key));
  if (tab === null || missing.length === 0) return false;
  const byKey = new Map(stages.map((stage) => [stage.key, stage]));
  const next = plan.replacesStages
    ? plan.stages.map((planned) => byKey.get(planned.key) ?? stageFrom(planned))
    : [...stages, ...missing.map(stageFrom)];
  rewrite(tab, stageRows(inOrder(next), open.language));
  if (plan.replacesStages) dropStrayGates(open, next);
  return true;
}

function stageFrom({ key, label, kind, chance }: ImportPlan['stages'][number]): Stage {
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
function addColumns(open: OpenPipeline, plan: ImportPlan): void {
  const { deals, headers } = dealsTab(open);
  const missing = ownColumnsOf(plan).filter(({ field }) => columnOf(headers, field) === 0);
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
