import type { JudgedForecast, TrackRecord } from '../domain/trackRecord';
import type { Row } from './cell';
import { AMOUNT, type Drafting, SECOND_CHART, SHARE } from './forecastDraft';
import type { Placed } from './gridDraft';

/** Fewer forecasts than this say nothing about the next one. */
const ENOUGH_FORECASTS = 4;

/** Weeks that are listed of each horizon. */
const WEEKS = 26;

/** How right earlier forecasts were by horizon, then week by week; answers the weeks' table. */
export function accuracyTables({ draft, input, words, money }: Drafting): Placed | null {
  const { accuracyColumns, weeksColumns } = words;
  draft.heading(words.accuracyTitle);
  draft.note(words.notes.accuracy);
  draft.table({
    block: 'accuracy',
    columns: [
      { name: 'horizon_days', header: accuracyColumns.days, format: '0' },
      { name: 'forecasts', header: accuracyColumns.forecasts, format: '0' },
      { name: 'wape', header: accuracyColumns.wape, format: SHARE },
      { name: 'bias', header: accuracyColumns.bias, format: SHARE },
      { name: 'hit_rate', header: accuracyColumns.hitRate, format: SHARE },
      { name: 'brier', header: accuracyColumns.brier, format: '0.000' },
      { name: 'kept', header: accuracyColumns.kept, format: '0' },
      { name: 'replayed', header: accuracyColumns.replayed, format: '0' },
      { name: 'note', header: accuracyColumns.note, format: '' },
    ],
    rows: input.accuracy.map((record) => recordCells(record, words.notEnough)),
  });
  if (input.judged.length === 0) return null;
  draft.heading(words.weeksTitle);
  return draft.table({
    block: 'weeks',
    columns: [
      { name: 'week', header: weeksColumns.week, format: '@' },
      { name: 'horizon_days', header: weeksColumns.days, format: '0' },
      { name: 'forecast', header: weeksColumns.forecast, format: AMOUNT },
      { name: 'p10', header: weeksColumns.p10, format: AMOUNT },
      { name: 'p90', header: weeksColumns.p90, format: AMOUNT },
      { name: 'came', header: weeksColumns.came, format: AMOUNT },
      { name: 'made', header: weeksColumns.made, format: '' },
    ],
    rows: listedWeeks(input.judged).map(({ week, days, mean, range, came, made }): Row => {
      const [low, high] = [money(range?.p10 ?? null), money(range?.p90 ?? null)];
      return [week, days, money(mean), low, high, money(came), words.made[made]];
    }),
  });
}

function recordCells(record: TrackRecord, notEnough: (n: number) => string): Row {
  const n = record.kept + record.replayed;
  const isEnough = n >= ENOUGH_FORECASTS && record.wape !== null;
  const shown = (figure: number | null) => (isEnough && figure !== null ? figure : '');
  return [
    record.days,
    n,
    shown(record.wape),
    shown(record.bias),
    shown(record.hitRate),
    shown(record.brier),
    record.kept,
    record.replayed,
    isEnough ? '' : notEnough(n),
  ];
}

/** The last weeks of each horizon. */
function listedWeeks(judged: readonly JudgedForecast[]): readonly JudgedForecast[] {
  const horizons = [...new Set(judged.map(({ days }) => days))];
  return horizons.flatMap((horizon) => judged.filter(({ days }) => days === horizon).slice(-WEEKS));
}

/** The shortest horizon's forecasts beside what came, week by week. */
export function accuracyChart({ draft, input, words }: Drafting, weeks: Placed, row: number): void {
  const shown = listedWeeks(input.judged);
  const days = shown[0]?.days ?? 0;
  const count = shown.filter((forecast) => forecast.days === days).length;
  const { weeksColumns } = words;
  draft.chart({
    key: 'forecast.accuracy',
    title: words.accuracyChart(days),
    kind: 'combo',
    stacked: false,
    ranges: [1, 6, 3, 4, 5].map((column) => weeks.range(column, count)),
    series: [
      { title: weeksColumns.came, colour: '#188038', as: 'column' },
      { title: weeksColumns.forecast, colour: '#5f6368', as: 'line' },
      { title: weeksColumns.p10, colour: '#fbbc04', as: 'line' },
      { title: weeksColumns.p90, colour: '#81c995', as: 'line' },
    ],
    horizontalTitle: '',
    verticalTitle: '',
    anchor: { row, column: SECOND_CHART },
    width: 600,
    height: 340,
    legend: true,
  });
}
