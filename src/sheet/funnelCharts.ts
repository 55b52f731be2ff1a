import type { Funnel } from '../domain/funnel';
import type { Limit } from '../domain/limits';
import { type Pipeline, type StageKey, stageOf } from '../domain/pipeline';
import { FUNNEL_WORDS } from '../words/funnelWords';
import type { Language } from '../words/language';
import type { Row } from './cell';
import type { ChartRange, ChartSpec } from './generated';
import type { GridDraft, Placed } from './gridDraft';

export interface FunnelChartsInput {
  /** Of one of several pipelines; empty where there is only one. */
  readonly name: string;
  readonly funnel: Funnel;
  readonly pipeline: Pipeline;
  readonly limits: ReadonlyMap<StageKey, Limit>;
  readonly language: Language;
}

/** Where the figures that only charts need stand: beyond the widest table. */
const CHART_DATA = 21;
const FORMATS = ['', '0.0', '#,##0', '0.0', '0.0'];
const SIZE = { width: 620, height: 340, horizontalTitle: '', verticalTitle: '' };

/**
 * Draws the funnel, and what is usual in a stage beside its limit. `table` is the table of all funnels,
 * `after` how many of its rows stand before this one's, `chartRow` the first of the rows that are kept free.
 */
export function funnelCharts(
  draft: GridDraft,
  input: FunnelChartsInput,
  {
    table,
    chartRow,
    after,
  }: { readonly table: Placed; readonly chartRow: number; readonly after: number },
): void {
  const rows = figures(input);
  const words = FUNNEL_WORDS[input.language];
  const titles = [words.forChart, words.spacer, words.columns.reached, words.usual, words.limit];
  // The titles of the first funnel stand beside the table's header; those of another, over the last row before it.
  const top = table.headerRow + after;
  draft.beside(top, CHART_DATA, [titles, ...rows], FORMATS);
  const open = input.funnel.rows.filter((row) => row.kind === 'open').length;
  const ranges = (offsets: readonly number[], count: number): ChartRange[] =>
    offsets.map((offset) => ({
      row: top,
      column: CHART_DATA + offset,
      rows: count + 1,
      columns: 1,
    }));
  for (const chart of [
    reachedChart(input.language, ranges([0, 1, 2], rows.length), chartRow),
    dwellChart(input.language, ranges([0, 3, 4], open), chartRow),
  ]) {
    const { name } = input;
    const own = { key: `${chart.key}.${name}`, title: `${name}: ${chart.title}` };
    draft.chart(name === '' ? chart : { ...chart, ...own });
  }
}

/** By stage: its label, the spacer that centres its bar, deals reached, usual days, limit. */
function figures({ funnel, pipeline, limits }: FunnelChartsInput): readonly Row[] {
  const shown = funnel.rows.filter((row) => row.reached !== null);
  const widest = shown.reduce((most, row) => Math.max(most, row.reached ?? 0), 0);
  return shown.map((row): Row => {
    const reached = row.reached ?? 0;
    const limit = limits.get(row.stage);
    const label = stageOf(pipeline, row.stage)?.label ?? row.stage;
    return [label, (widest - reached) / 2, reached, limit?.usual ?? '', limit?.days ?? ''];
  });
}

/** There is no funnel chart: it is a stacked bar whose first series, the spacer, has no colour. */
function reachedChart(language: Language, ranges: readonly ChartRange[], row: number): ChartSpec {
  const words = FUNNEL_WORDS[language];
  return {
    key: 'funnel.reached',
    title: words.reachedChart,
    kind: 'bar',
    stacked: true,
    ranges,
    series: [
      { title: words.spacer, colour: '' },
      { title: words.columns.reached, colour: '#34a853' },
    ],
    anchor: { row, column: 1 },
    legend: false,
    ...SIZE,
  };
}

function dwellChart(language: Language, ranges: readonly ChartRange[], row: number): ChartSpec {
  const words = FUNNEL_WORDS[language];
  return {
    key: 'funnel.dwell',
    title: words.dwellChart,
    kind: 'column',
    stacked: false,
    ranges,
    series: [
      { title: words.usual, colour: '#81c995' },
      { title: words.limit, colour: '#9aa0a6' },
    ],
    anchor: { row, column: 8 },
    legend: true,
    ...SIZE,
  };
}
