import { monthOf } from '../domain/day';
import type { StageChance } from '../domain/forecast/chances';
import type { MonthlyForecast, MonthRow } from '../domain/forecast/months';
import { toMajor } from '../domain/money';
import type { CashMonth } from '../domain/payment';
import type { Pipeline } from '../domain/pipeline';
import type { JudgedForecast, TrackRecord } from '../domain/trackRecord';
import { FORECAST_WORDS, type ForecastWords } from '../words/forecastWords';
import type { Language } from '../words/language';
import { listed } from '../words/marks';
import { REPORT_WORDS } from '../words/reports';
import type { Row } from './cell';
import { cashTable } from './forecastCash';
import { type Drafting, ROUND } from './forecastDraft';
import { type ForecastMovement, movementTable, waterfallChart } from './forecastMovement';
import { type ForecastOutlook, fanChart, outlookTables } from './forecastOutlook';
import { accuracyChart, accuracyTables } from './forecastRecord';
import type { AsOf, Generated } from './generated';
import { GridDraft, type Placed, type TableColumn } from './gridDraft';

export interface ForecastTabInput extends AsOf {
  readonly months: MonthlyForecast;
  /** The default chances, to say where a ladder stands in. */
  readonly chances: readonly StageChance[];
  readonly outlook: ForecastOutlook | null;
  readonly movement: ForecastMovement | null;
  /** Earlier forecasts beside what came, by horizon; the oldest week first. */
  readonly judged: readonly JudgedForecast[];
  readonly accuracy: readonly TrackRecord[];
  /** Instalments by month; none when not given. */
  readonly cash?: readonly CashMonth[];
  readonly pipeline: Pipeline;
  /** The team's currency: all amounts are in it. */
  readonly currency: string;
  readonly language: Language;
}

/** The month that goes on now stands out. */
const NOW = { bold: true, background: '#fef7e0' };
/** The Forecast tab: amounts by close-date month, the outlook, what changed, and how right it has been. */
export function forecastTab(input: ForecastTabInput): Generated {
  const words = FORECAST_WORDS[input.language];
  const draft = new GridDraft('forecast');
  const money = (minor: number | null) =>
    minor === null ? '' : toMajor(Math.round(minor), input.currency);
  const drafting: Drafting = { draft, input, words, money };
  draft.title(words.title);
  draft.note(REPORT_WORDS[input.language].asOf(input.at, input.moves));
  for (const note of notesOf(input, words)) draft.note(note);
  draft.skip(1);
  const chartRow = draft.chartSpace();
  const months = monthsTable(drafting);
  chart(drafting, months, chartRow);
  fanChart(drafting, months.headerRow, chartRow);
  outlookTables(drafting);
  cashTable(drafting);
  const movement = movementTable(drafting);
  const weeks = accuracyTables(drafting);
  if (movement !== null || weeks !== null) {
    draft.skip(1);
    const row = draft.chartSpace();
    if (movement !== null) waterfallChart(drafting, movement, row);
    if (weeks !== null) accuracyChart(drafting, weeks, row);
  }
  return draft.finish([150, 120, 120, 120, 120, 120, 120, 120, 110, 110, 240]);
}

function notesOf(input: ForecastTabInput, words: ForecastWords) {
  const { months, chances, pipeline, currency, language } = input;
  const notes = words.notes;
  const told = [notes.currency(currency), notes.apart];
  const currencies = [...new Set(months.withoutRate.map((deal) => deal.currency))].sort();
  if (currencies.length > 0) {
    told.push(notes.withoutRate(months.withoutRate.length, listed(currencies, language)));
  }
  if (months.withoutAmount.length > 0) told.push(notes.withoutAmount(months.withoutAmount.length));
  const ladder = chances.filter(({ from }) => from === 'ladder').map(({ stage }) => stage);
  const labels = pipeline.stages
    .filter(({ key }) => ladder.includes(key))
    .map(({ label }) => label);
  if (labels.length > 0) told.push(notes.ladder(listed(labels, language)));
  return told;
}

function monthColumns({ columns: months }: ForecastWords): readonly TableColumn[] {
  return [
    { name: 'month', header: months.month, format: '@' },
    { name: 'closed', header: months.closed, format: ROUND },
    { name: 'commit', header: months.commit, format: ROUND },
    { name: 'best_case', header: months.bestCase, format: ROUND },
    { name: 'pipeline', header: months.pipeline, format: ROUND },
    { name: 'weighted', header: months.weighted, format: ROUND },
    { name: 'target', header: months.target, format: ROUND },
    { header: months.gap, format: ROUND },
    { header: months.coverage, format: '0.0' },
    { header: months.deals, format: '0' },
  ];
}

function monthsTable({ draft, input: { months, at }, words, money }: Drafting): Placed {
  const placed = draft.table({
    block: 'months',
    columns: monthColumns(words),
    rows: months.rows.map((row): Row => monthCells(row, words, money)),
  });
  months.rows.forEach(({ bucket }, i) => {
    if (bucket.kind !== 'month' || bucket.month !== monthOf(at)) return;
    const place = { row: placed.headerRow + 1 + i, column: 1, rows: 1 };
    draft.style({ ...place, columns: monthColumns(words).length, ...NOW });
  });
  const { total } = months;
  const deals = months.rows.reduce((sum, row) => sum + row.deals.length, 0);
  draft.totals(
    [
      words.rows.total,
      money(total.closed),
      money(total.commit),
      money(total.bestCase),
      money(total.pipeline),
      money(total.weighted),
      '',
      '',
      '',
      deals,
    ],
    monthColumns(words),
  );
  return placed;
}

function monthCells(row: MonthRow, words: ForecastWords, money: Drafting['money']): Row {
  const { bucket } = row;
  return [
    bucket.kind === 'month' ? bucket.month : words.rows[bucket.kind],
    money(row.closed),
    money(row.commit),
    money(row.bestCase),
    money(row.pipeline),
    money(row.weighted),
    money(row.target),
    money(row.gap),
    row.coverage ?? '',
    row.deals.length,
  ];
}

/** Bars of what is won and expected by month, with the weighted amount as a line. */
function chart({ draft, input: { months }, words }: Drafting, table: Placed, row: number): void {
  const { columns } = words;
  const count = months.rows.filter(({ bucket }) => bucket.kind === 'month').length;
  draft.chart({
    key: 'forecast.months',
    title: words.chart,
    kind: 'combo',
    stacked: true,
    ranges: [1, 2, 3, 4, 5, 6].map((column) => table.range(column, count)),
    series: [
      { title: columns.closed, colour: '#188038', as: 'column' },
      { title: columns.commit, colour: '#34a853', as: 'column' },
      { title: columns.bestCase, colour: '#81c995', as: 'column' },
      { title: columns.pipeline, colour: '#dadce0', as: 'column' },
      { title: columns.weighted, colour: '#5f6368', as: 'line' },
    ],
    horizontalTitle: '',
    verticalTitle: '',
    anchor: { row, column: 1 },
    width: 740,
    height: 340,
    legend: true,
  });
}
