import { monthOf } from '../domain/day';
import type { StageChance } from '../domain/forecast/chances';
import type { MonthlyForecast, MonthRow } from '../domain/forecast/months';
import type { HorizonOutlook, Outlook } from '../domain/forecast/outlook';
import { toMajor } from '../domain/money';
import type { MovementReport } from '../domain/movement';
import type { Period } from '../domain/period';
import type { Pipeline } from '../domain/pipeline';
import { FORECAST_WORDS, type ForecastWords } from '../words/forecastWords';
import type { Language } from '../words/language';
import { numberText } from '../words/numberText';
import { REPORT_WORDS } from '../words/reports';
import type { Cell, Row } from './cell';
import type { AsOf, Generated } from './generated';
import { GridDraft, type Placed, type TableColumn } from './gridDraft';

/** How right the forecasts of one horizon have been, over the weeks that are kept. */
export interface AccuracyRow {
  readonly days: number;
  readonly forecasts: number;
  readonly wape: number | null;
  readonly bias: number | null;
  readonly hitRate: number | null;
  readonly brier: number | null;
}

export interface ForecastTabInput extends AsOf {
  readonly months: MonthlyForecast;
  /** The default chances, to say where a ladder stands in. */
  readonly chances: readonly StageChance[];
  readonly outlook: Outlook | null;
  readonly movement: { readonly span: Period; readonly report: MovementReport } | null;
  readonly accuracy: readonly AccuracyRow[];
  readonly pipeline: Pipeline;
  /** The team's currency: all amounts are in it. */
  readonly currency: string;
  readonly language: Language;
}

interface Drafting {
  readonly draft: GridDraft;
  readonly input: ForecastTabInput;
  readonly words: ForecastWords;
  /** Minor units of the team's currency as a cell. */
  readonly money: (minor: number | null) => Cell;
}

const AMOUNT = '#,##0.00';
/** Months are read at a glance: cents stay in the cells. */
const ROUND = '#,##0';

/** The month that goes on now stands out. */
const NOW = { bold: true, background: '#fef7e0' };
const SHARE = '0.0%';

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
  chart(drafting, monthsTable(drafting), chartRow);
  outlookTable(drafting);
  movementTable(drafting);
  accuracyTable(drafting);
  return draft.finish([130, 120, 120, 120, 120, 120, 120, 120, 90, 90]);
}

function notesOf({ months, chances, pipeline, currency }: ForecastTabInput, words: ForecastWords) {
  const notes = words.notes;
  const told = [notes.currency(currency), notes.apart];
  const currencies = [...new Set(months.withoutRate.map((deal) => deal.currency))].sort();
  if (currencies.length > 0) {
    told.push(notes.withoutRate(months.withoutRate.length, currencies.join(', ')));
  }
  if (months.withoutAmount.length > 0) told.push(notes.withoutAmount(months.withoutAmount.length));
  const ladder = chances.filter(({ from }) => from === 'ladder').map(({ stage }) => stage);
  const labels = pipeline.stages
    .filter(({ key }) => ladder.includes(key))
    .map(({ label }) => label);
  if (labels.length > 0) told.push(notes.ladder(labels.join(', ')));
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
    width: 860,
    height: 340,
    legend: true,
  });
}

function outlookTable({ draft, input: { outlook }, words, money }: Drafting): void {
  if (outlook === null) return;
  const { outlookColumns, notes } = words;
  draft.heading(words.outlookTitle);
  if (!outlook.enoughHistory) draft.note(notes.notEnoughHistory);
  const figure = ({ measure }: HorizonOutlook) =>
    measure === 'amount' ? money : (count: number | null): Cell => count ?? '';
  draft.table({
    block: 'outlook',
    columns: [
      { name: 'horizon_days', header: outlookColumns.days, format: '0' },
      { name: 'measure', header: outlookColumns.measure, format: '' },
      { name: 'open', header: outlookColumns.open, format: AMOUNT },
      { name: 'new', header: outlookColumns.fresh, format: AMOUNT },
      { name: 'total', header: outlookColumns.total, format: AMOUNT },
      { name: 'p10', header: outlookColumns.p10, format: AMOUNT },
      { name: 'p50', header: outlookColumns.p50, format: AMOUNT },
      { name: 'p90', header: outlookColumns.p90, format: AMOUNT },
      { name: 'run_rate', header: outlookColumns.runRate, format: AMOUNT },
      { header: outlookColumns.note, format: '' },
    ],
    rows: outlook.horizons.map((horizon): Row => {
      const show = figure(horizon);
      const { range } = horizon.total;
      return [
        horizon.days,
        words.outlookMeasures[horizon.measure],
        show(horizon.open.mean),
        show(horizon.fresh.mean),
        show(horizon.total.mean),
        show(range?.p10 ?? null),
        show(range?.p50 ?? null),
        show(range?.p90 ?? null),
        show(horizon.runRate),
        range === null
          ? words.notEnough(horizon.replays)
          : notes.replays(horizon.replays, horizon.runRateShare),
      ];
    }),
  });
}

const PARTS = [
  'start',
  'created',
  'pulledIn',
  'reopened',
  'raised',
  'lowered',
  'pushedOut',
  'nurtured',
  'won',
  'lost',
  'removed',
  'end',
  'difference',
] as const;

function movementTable({ draft, input: { movement, currency }, words, money }: Drafting): void {
  if (movement === null) return;
  const { span, report } = movement;
  const { movementColumns, notes } = words;
  const off = numberText(toMajor(report.difference, currency));
  draft.heading(words.movementTitle);
  draft.note(notes.span(span.from, span.to));
  draft.note(report.difference === 0 ? notes.addsUp : notes.doesNotAddUp(off));
  draft.table({
    block: 'movement',
    columns: [
      { name: 'part', header: movementColumns.part, format: '' },
      { name: 'amount', header: movementColumns.amount, format: AMOUNT },
    ],
    rows: PARTS.map((part): Row => [words.parts[part], money(report[part])]),
  });
}

function accuracyTable({ draft, input: { accuracy }, words }: Drafting): void {
  if (accuracy.length === 0) return;
  const { accuracyColumns } = words;
  draft.heading(words.accuracyTitle);
  draft.table({
    block: 'accuracy',
    columns: [
      { name: 'horizon_days', header: accuracyColumns.days, format: '0' },
      { name: 'forecasts', header: accuracyColumns.forecasts, format: '0' },
      { name: 'wape', header: accuracyColumns.wape, format: SHARE },
      { name: 'bias', header: accuracyColumns.bias, format: SHARE },
      { name: 'hit_rate', header: accuracyColumns.hitRate, format: SHARE },
      { name: 'brier', header: accuracyColumns.brier, format: '0.000' },
      { header: accuracyColumns.note, format: '' },
    ],
    rows: accuracy.map(
      (row): Row => [
        row.days,
        row.forecasts,
        row.wape ?? '',
        row.bias ?? '',
        row.hitRate ?? '',
        row.brier ?? '',
        row.wape === null ? words.notEnough(row.forecasts) : '',
      ],
    ),
  });
}
