import type { ChartSpec } from '../sheet/generated';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Chart = GoogleAppsScript.Spreadsheet.EmbeddedChart;
type Builder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;

/** Charts by key: the ID that Google gave, and a digest of what was drawn. */
export type PlacedCharts = Readonly<
  Record<string, { readonly id: number; readonly title: string; readonly drawn: string }>
>;

/**
 * Draws charts that are new and redraws those whose ranges changed, wherever people have moved
 * them. A chart that somebody removed stays away. No call where nothing changed.
 */
export function placeCharts(
  sheet: Sheet,
  specs: readonly ChartSpec[],
  placed: PlacedCharts,
  digest: (text: string) => string,
): PlacedCharts {
  const drawn = specs.map((spec) => ({
    spec,
    text: digest(JSON.stringify({ ...spec, anchor: 0 })),
  }));
  if (drawn.every(({ spec, text }) => placed[spec.key]?.drawn === text)) return placed;
  const there = sheet.getCharts();
  const next: Record<string, PlacedCharts[string]> = {};
  for (const { spec, text } of drawn) {
    const known = placed[spec.key];
    if (known === undefined) sheet.insertChart(build(sheet, spec, sheet.newChart()));
    else if (known.drawn !== text) {
      const chart = find(there, known);
      if (chart !== null) sheet.updateChart(redraw(sheet, spec, chart));
    }
    next[spec.key] = { id: known?.id ?? 0, title: spec.title, drawn: text };
  }
  return withIds(sheet, next);
}

/** IDs as they are now, for finding the charts again; the title tells them apart. */
function withIds(sheet: Sheet, charts: PlacedCharts): PlacedCharts {
  const ids = new Map(sheet.getCharts().map((chart) => [titleOf(chart), chart.getChartId() ?? 0]));
  return Object.fromEntries(
    Object.entries(charts).map(([key, chart]) => [
      key,
      { ...chart, id: ids.get(chart.title) ?? chart.id },
    ]),
  );
}

function titleOf(chart: Chart): string {
  return String(chart.getOptions().get('title') ?? '');
}

function find(charts: readonly Chart[], known: PlacedCharts[string]): Chart | null {
  return (
    charts.find((chart) => chart.getChartId() === known.id) ??
    charts.find((chart) => titleOf(chart) === known.title) ??
    null
  );
}

function redraw(sheet: Sheet, spec: ChartSpec, chart: Chart): Chart {
  const builder = chart.modify().clearRanges();
  for (const range of spec.ranges) {
    builder.addRange(sheet.getRange(range.row, range.column, range.rows, range.columns));
  }
  return builder.build();
}

function build(sheet: Sheet, spec: ChartSpec, plain: Builder): Chart {
  let builder = plain;
  for (const range of spec.ranges) {
    builder = builder.addRange(sheet.getRange(range.row, range.column, range.rows, range.columns));
  }
  const typed = plain.setChartType(chartTypes()[spec.kind]);
  const colours = spec.series.map(({ colour }) => colour || 'transparent');
  const series = Object.fromEntries(
    spec.series.map(({ title, as, colour }, i) => [
      i,
      {
        labelInLegend: title,
        color: colour || 'transparent',
        ...(as === undefined ? {} : { type: { line: 'line', column: 'bars', area: 'area' }[as] }),
        ...(colour === '' ? { visibleInLegend: false, enableInteractivity: false } : {}),
      },
    ]),
  );
  return typed
    .setNumHeaders(1)
    .setMergeStrategy(Charts.ChartMergeStrategy.MERGE_COLUMNS)
    .setPosition(spec.anchor.row, spec.anchor.column, 8, 8)
    .setOption('title', spec.title)
    .setOption('width', spec.width)
    .setOption('height', spec.height)
    .setOption('isStacked', spec.stacked)
    .setOption('legend', { position: spec.legend ? 'top' : 'none' })
    .setOption('colors', colours)
    .setOption('series', series)
    .setOption('hAxis', { title: spec.horizontalTitle })
    .setOption('vAxis', { title: spec.verticalTitle })
    .setOption('useFirstColumnAsDomain', true)
    .build();
}

/** Looked up when a chart is drawn: nothing of Google's may be touched while the script loads. */
function chartTypes(): Readonly<Record<ChartSpec['kind'], GoogleAppsScript.Charts.ChartType>> {
  const { ChartType } = Charts;
  return {
    bar: ChartType.BAR,
    column: ChartType.COLUMN,
    line: ChartType.LINE,
    combo: ChartType.COMBO,
    area: ChartType.AREA,
  };
}
