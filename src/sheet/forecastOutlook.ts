import type { HorizonOutlook, OutlookNotes, SpanOutlook } from '../domain/forecast/outlook';
import type { PeriodOutlook } from '../domain/forecast/periods';
import { clauses } from '../words/marks';
import type { Cell, Row } from './cell';
import { AMOUNT, CHART_DATA, type Drafting, ROUND, SECOND_CHART } from './forecastDraft';
import type { ChartRange } from './generated';
import type { TableColumn } from './gridDraft';

/** What the coming days, months and quarters will bring. */
export interface ForecastOutlook {
  readonly horizons: readonly HorizonOutlook[];
  /** Months, each by its first day's month, then quarters. */
  readonly periods: readonly PeriodOutlook[];
  readonly notes: OutlookNotes;
}

/** The outlook by days ahead, then by month and quarter. */
export function outlookTables(drafting: Drafting): void {
  const { draft, input, words } = drafting;
  const { outlook } = input;
  if (outlook === null) return;
  draft.heading(words.outlookTitle);
  draft.note(words.notes.outlook);
  if (!outlook.notes.enoughHistory) draft.note(words.notes.notEnoughHistory);
  draft.table({
    block: 'outlook',
    columns: [
      { name: 'horizon_days', header: words.outlookColumns.days, format: '0' },
      ...figureColumns(drafting),
    ],
    rows: outlook.horizons.map((horizon): Row => [horizon.days, ...figures(drafting, horizon)]),
  });
  draft.heading(words.periodsTitle);
  const { period, wonSoFar } = words.outlookColumns;
  const [measure, ...rest] = figureColumns(drafting);
  draft.table({
    block: 'periods',
    columns: [
      { name: 'period', header: period, format: '@' },
      ...(measure === undefined ? [] : [measure]),
      { name: 'won_so_far', header: wonSoFar, format: AMOUNT },
      ...rest,
    ],
    rows: outlook.periods.map((one): Row => {
      const [of = '', ...cells] = figures(drafting, one, one.wonSoFar);
      return [periodText(one), of, shown(drafting, one)(one.wonSoFar), ...cells];
    }),
  });
}

/** `'2026-02'`, `'2026 Q1'`. */
export function periodText({ period: { from, to } }: Pick<PeriodOutlook, 'period'>): string {
  if (isMonth({ period: { from, to } })) return from.slice(0, 7);
  return `${from.slice(0, 4)} Q${Math.ceil(Number(from.slice(5, 7)) / 3)}`;
}

function isMonth({ period: { from, to } }: Pick<PeriodOutlook, 'period'>): boolean {
  return from.slice(0, 7) === to.slice(0, 7);
}

function figureColumns({ words: { outlookColumns } }: Drafting): readonly TableColumn[] {
  return [
    { name: 'measure', header: outlookColumns.measure, format: '' },
    { name: 'open', header: outlookColumns.open, format: AMOUNT },
    { name: 'new', header: outlookColumns.fresh, format: AMOUNT },
    { name: 'total', header: outlookColumns.total, format: AMOUNT },
    { name: 'p10', header: outlookColumns.p10, format: AMOUNT },
    { name: 'p50', header: outlookColumns.p50, format: AMOUNT },
    { name: 'p90', header: outlookColumns.p90, format: AMOUNT },
    { name: 'run_rate', header: outlookColumns.runRate, format: AMOUNT },
    { name: 'note', header: outlookColumns.note, format: '' },
  ];
}

function shown({ money }: Drafting, { measure }: SpanOutlook): (figure: number | null) => Cell {
  if (measure === 'amount') return money;
  return (count) => (count === null ? '' : Math.round(count * 100) / 100);
}

/** `soFar` is what the period has brought already: a run rate of the days to come alone would look like a fall. */
function figures(drafting: Drafting, outlook: SpanOutlook, soFar = 0): Row {
  const { words } = drafting;
  const show = shown(drafting, outlook);
  const { range } = outlook.total;
  return [
    words.outlookMeasures[outlook.measure],
    show(outlook.open.mean),
    show(outlook.fresh.mean),
    show(outlook.total.mean),
    show(range?.p10 ?? null),
    show(range?.p50 ?? null),
    show(range?.p90 ?? null),
    show(outlook.runRate === null ? null : outlook.runRate + soFar),
    noteOf(outlook, drafting),
  ];
}

function noteOf(
  { total, replays, runRateShare }: SpanOutlook,
  { words, input: { language } }: Drafting,
): string {
  if (total.range !== null) return words.notes.replays(replays, runRateShare);
  const notEnough = words.notEnough(replays);
  return clauses(
    runRateShare > 0 ? [notEnough, words.notes.mixed(runRateShare)] : [notEnough],
    language,
  );
}

const FAN_MONTHS = 12;

/** What each past month brought, and P10, P50 and P90 of this month and the next ones. */
export function fanChart(
  { draft, input, words, money }: Drafting,
  headerRow: number,
  chartRow: number,
): void {
  const { outlook, months } = input;
  if (outlook === null) return;
  const coming = outlook.periods.filter(
    (one) => one.measure === 'amount' && one.total.range !== null && isMonth(one),
  );
  const first = coming[0];
  if (first === undefined) return;
  const { fan } = words;
  const past = months.rows.flatMap(({ bucket, closed }): Row[] =>
    bucket.kind === 'month' && bucket.month < periodText(first)
      ? [[bucket.month, money(closed), '', '', '']]
      : [],
  );
  const ahead = coming.map((one): Row => {
    const range = one.total.range ?? { p10: 0, p50: 0, p90: 0 };
    const so = one === first ? money(one.wonSoFar) : '';
    return [periodText(one), so, money(range.p10), money(range.p50), money(range.p90)];
  });
  const rows = [...past.slice(ahead.length - FAN_MONTHS), ...ahead];
  const titles = [fan.month, fan.actual, fan.p10, fan.p50, fan.p90];
  draft.makeRoom(headerRow + rows.length);
  draft.beside(headerRow, CHART_DATA, [titles, ...rows], ['@', ROUND, ROUND, ROUND, ROUND]);
  const range = (offset: number): ChartRange => {
    return { row: headerRow, column: CHART_DATA + offset, rows: rows.length + 1, columns: 1 };
  };
  draft.chart({
    key: 'forecast.fan',
    title: fan.title,
    kind: 'combo',
    stacked: false,
    ranges: [0, 1, 2, 3, 4].map(range),
    series: [
      { title: fan.actual, colour: '#188038', as: 'column' },
      { title: fan.p10, colour: '#fbbc04', as: 'line' },
      { title: fan.p50, colour: '#5f6368', as: 'line' },
      { title: fan.p90, colour: '#81c995', as: 'line' },
    ],
    horizontalTitle: '',
    verticalTitle: '',
    anchor: { row: chartRow, column: SECOND_CHART },
    width: 600,
    height: 340,
    legend: true,
  });
}
