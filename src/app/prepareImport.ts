import type { Stage } from '../domain/pipeline';
import { insertColumns, insertRow, layColumns } from '../google/layTab';
import type { Tab } from '../google/tab';
import type { ImportSetUp } from '../rpc';
import type { Row } from '../sheet/cell';
import { gateRows } from '../sheet/gatesTab';
import { columnOf, findHeaders, HEADER_SEARCH_ROWS } from '../sheet/headers';
import { type ColumnLayout, layoutOf } from '../sheet/layout';
import { longestRuns } from '../sheet/rowRuns';
import { settingOf } from '../sheet/setting';
import { stageRows } from '../sheet/stagesTab';
import { readTable } from '../sheet/tableRows';
import { underHeaders } from '../sheet/underHeaders';
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
  if (plan.replacesStages && isEmpty(open)) {
    rewrite(tab, 'stages', stageRows(inOrder(planned), open.language));
    dropStrayGates(open, planned);
    dropStrayStarts(open, planned);
  } else {
    insertStages(open, tab, inOrder(keepingAll(stages, planned)));
  }
  return true;
}

/** New stages at their places among those that are there, whose rows stay as they are but for their order. */
function insertStages(open: OpenPipeline, tab: Tab, all: readonly Stage[]): void {
  const grid = tab.readAll();
  const headers = findHeaders('stages', grid.slice(0, HEADER_SEARCH_ROWS));
  if (headers === null) return;
  const rowOf = new Map<string, number>();
  readTable('stages', grid, [], (row) => {
    const label = row.text('stage');
    const key = row.text('key') || (all.find((stage) => stage.label === label)?.key ?? '');
    rowOf.set(key, row.number);
  });
  let before = grid.length + 1;
  for (const stage of [...all].reverse()) {
    const standing = rowOf.get(stage.key);
    before = standing ?? before;
    if (standing !== undefined) continue;
    insertRow(tab.sheet, before);
    tab.write({ row: before, column: 1 }, underHeaders(headers, stageRows([stage], open.language)));
    for (const [key, row] of rowOf) if (row >= before) rowOf.set(key, row + 1);
    rowOf.set(stage.key, before);
  }
  const column = columnOf(headers, 'order');
  if (column === 0) return;
  all.forEach(({ key }, i) => {
    const row = rowOf.get(key);
    if (row !== undefined) tab.write({ row, column }, [[i + 1]]);
  });
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
  rewrite(gates, 'gates', gateRows(kept, stages, open.language));
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

/**
 * Puts these rows below the header, and empties what was longer: a workbook without deals has nothing to lose there. People's own
 * columns stay as they are. A write for each stretch of the program's columns.
 */
function rewrite(tab: Tab, id: 'stages' | 'gates', rows: readonly Row[]): void {
  const before = tab.readAll();
  const headers = findHeaders(id, before.slice(0, HEADER_SEARCH_ROWS));
  if (headers === null) return;
  const grid = underHeaders(headers, rows);
  const empty: Row = headers.texts.map(() => '');
  while (grid.length < before.length - headers.row) grid.push(empty);
  if (grid.length === 0) return;
  for (const { first, rows: width } of longestRuns([...headers.columns.values()], Infinity)) {
    const cells = grid.map((row) => row.slice(first - 1, first - 1 + width));
    tab.write({ row: headers.row + 1, column: first }, cells);
  }
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
