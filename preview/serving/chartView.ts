import type { Book } from '../google/book/book';
import type { ChartModel, ChartRange } from '../google/book/chart';
import type { ChartView, SeriesView } from './api';

type Options = ReadonlyMap<string, unknown>;

/** A chart as Google would draw it from its ranges: categories, series, titles, colours. */
export function chartView(book: Book, chart: ChartModel): ChartView {
  const options = flattened(chart.options);
  const columns = columnsOf(book, chart);
  const [categories, ...rest] = columns;
  const headers = chart.numHeaders;
  const stacked = readText(options, 'isStacked', 'stacked');
  return {
    id: chart.id,
    kind: kindOf(chart.type),
    title: readText(options, 'title', 'title.text'),
    stacked: stacked !== '' && stacked !== 'false',
    ...chart.position,
    width: readNumber(options, 'width') ?? 600,
    height: readNumber(options, 'height') ?? 371,
    labels: (categories?.shown ?? []).slice(headers),
    series: rest.map((column, at) => seriesView(chart, options, column, at)),
    ...titles(chart, options),
    legend: legendOf(options, rest.length),
    format: rest[rest.length - 1]?.format ?? '',
  };
}

interface Column {
  readonly shown: readonly string[];
  readonly values: readonly (number | null)[];
  readonly format: string;
}

/** The chart's data column by column: ranges that stand side by side are merged as Google merges columns. */
function columnsOf(book: Book, chart: ChartModel): readonly Column[] {
  const columns = chart.ranges.flatMap((range) => rangeColumns(book, range));
  return chart.transpose ? transposed(columns) : columns;
}

function rangeColumns(book: Book, range: ChartRange): readonly Column[] {
  const sheet = book.sheetById(range.sheetId);
  if (sheet === null) return [];
  const shown = sheet.displays(range);
  const values = sheet.values(range);
  const lastRow = range.row + range.rows - 1;
  return Array.from({ length: range.columns }, (_, x) => ({
    shown: shown.map((row) => row[x] ?? ''),
    values: values.map((row) => (typeof row[x] === 'number' ? row[x] : null)),
    format: sheet.formats.get(lastRow, range.column + x) ?? '',
  }));
}

function transposed(columns: readonly Column[]): readonly Column[] {
  const rows = columns[0]?.shown.length ?? 0;
  return Array.from({ length: rows }, (_, y) => ({
    shown: columns.map((column) => column.shown[y] ?? ''),
    values: columns.map((column) => column.values[y] ?? null),
    format: columns[1]?.format ?? '',
  }));
}

function seriesView(chart: ChartModel, options: Options, column: Column, at: number): SeriesView {
  const own = (name: string) => options.get(`series.${at}.${name}`);
  const listed = options.get(`colors.${at}`);
  const colour = String(own('color') ?? listed ?? '');
  const label = own('labelInLegend');
  const opacity = Number(own('areaOpacity') ?? own('dataOpacity') ?? 1);
  return {
    name: String(label ?? (chart.numHeaders > 0 ? column.shown[0] : '') ?? ''),
    values: column.values.slice(chart.numHeaders),
    colour: isInvisible(colour, opacity) ? 'transparent' : colour,
    kind: seriesKind(chart.type, String(own('type') ?? options.get('seriesType') ?? '')),
    secondAxis: Number(own('targetAxisIndex') ?? 0) === 1,
  };
}

/** A spacer: drawn in the paper's colour, or not at all. */
function isInvisible(colour: string, opacity: number): boolean {
  return /^(transparent|none|#fff|#ffffff|white)$/i.test(colour) || opacity === 0;
}

function seriesKind(type: string, own: string): SeriesView['kind'] {
  const kind = type === 'COMBO' ? (own === '' ? 'bars' : own) : type;
  if (/line/i.test(kind)) return 'line';
  if (/area/i.test(kind)) return 'area';
  return 'bar';
}

function kindOf(type: string): ChartView['kind'] {
  const kinds: Record<string, ChartView['kind']> = {
    BAR: 'bar',
    COLUMN: 'column',
    LINE: 'line',
    AREA: 'area',
    STEPPED_AREA: 'area',
    COMBO: 'combo',
  };
  return kinds[type.toUpperCase()] ?? 'column';
}

/** Google's horizontal axis holds the categories, except in a bar chart, where it holds the values. */
function titles(chart: ChartModel, options: Options) {
  const horizontal = readText(options, 'hAxis.title', 'hAxes.0.title');
  const vertical = readText(options, 'vAxis.title', 'vAxes.0.title');
  const sideways = kindOf(chart.type) === 'bar';
  return { xTitle: sideways ? vertical : horizontal, yTitle: sideways ? horizontal : vertical };
}

function legendOf(options: Options, series: number): ChartView['legend'] {
  const position = readText(options, 'legend.position', 'legend').toLowerCase();
  if (position === 'none' || position === 'top' || position === 'bottom' || position === 'right') {
    return position;
  }
  return series > 1 ? 'top' : 'none';
}

function readText(options: Options, ...names: readonly string[]): string {
  for (const name of names) {
    const found = options.get(name);
    if (found !== undefined && found !== null && typeof found !== 'object') return String(found);
  }
  return '';
}

function readNumber(options: Options, name: string): number | null {
  const number = Number(options.get(name) ?? Number.NaN);
  return Number.isFinite(number) ? number : null;
}

/** Options by dotted name, whether they were set as `series.0.color` or as nested objects. */
function flattened(options: Readonly<Record<string, unknown>>): Options {
  const flat = new Map<string, unknown>();
  const add = (prefix: string, value: unknown) => {
    if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) add(`${prefix}.${key}`, inner);
    } else flat.set(prefix, value);
  };
  for (const [key, value] of Object.entries(options)) add(key, value);
  return flat;
}
