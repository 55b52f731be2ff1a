import type { ChartSpec } from '../sheet/generated';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Chart = GoogleAppsScript.Spreadsheet.EmbeddedChart;
type Builder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;

type Anchor = ChartSpec['anchor'];

interface PlacedChart {
  readonly id: number;
  readonly title: string;
  readonly drawn: string;
  /** Where the program would have it; a chart that stands elsewhere was moved by a person. */
  readonly at?: Anchor | undefined;
}

/** Charts by key: the ID that Google gave, a digest of what was drawn, and where. */
export type PlacedCharts = Readonly<Record<string, PlacedChart>>;

/** Pixels between a cell's corner and the chart's. */
const OFFSET = [8, 8] as const;

/**
 * Draws charts that are new and redraws those whose ranges changed, wherever people have moved
 * them. One that nobody moved goes along with its table, so that it never covers one that has grown. A chart that
 * somebody removed stays away. No call where nothing changed.
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
  const isDone = ({ spec, text }: (typeof drawn)[number]) =>
    placed[spec.key]?.drawn === text && isAt(placed[spec.key]?.at, spec.anchor);
  if (drawn.every(isDone)) return placed;
  const there = sheet.getCharts();
  const next: Record<string, PlacedCharts[string]> = {};
  for (const { spec, text } of drawn) {
    const known = placed[spec.key];
    if (known === undefined) sheet.insertChart(build(sheet, spec, sheet.newChart()));
    else if (!isDone({ spec, text })) {
      const chart = find(there, known);
      if (chart !== null) sheet.updateChart(redraw(sheet, spec, { chart, was: known.at }));
    }
    const { title, anchor } = spec;
    next[spec.key] = { id: known?.id ?? 0, title, drawn: text, at: anchor };
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

function isAt(at: Anchor | undefined, { row, column }: Anchor): boolean {
  return at === undefined || (at.row === row && at.column === column);
}

function redraw(
  sheet: Sheet,
  spec: ChartSpec,
  { chart, was }: { readonly chart: Chart; readonly was: Anchor | undefined },
): Chart {
  const builder = chart.modify().clearRanges();
  if (was !== undefined && !isAt(was, spec.anchor)) {
    const place = chart.getContainerInfo();
    const isUnmoved = isAt(was, { row: place.getAnchorRow(), column: place.getAnchorColumn() });
    if (isUnmoved) builder.setPosition(spec.anchor.row, spec.anchor.column, ...OFFSET);
  }
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
    .setPosition(spec.anchor.row, spec.anchor.column, ...OFFSET)
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
