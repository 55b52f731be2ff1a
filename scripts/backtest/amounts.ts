import { addDays, addMonths, type Day, daysBetween, monthOf } from '../../src/domain/day';
import {
  bias,
  hitRate,
  type Judged,
  type JudgedRange,
  pinball,
  wape,
} from '../../src/domain/forecast/accuracy';
import { outlookOf } from '../../src/domain/forecast/outlook';
import { quantile } from '../../src/domain/statistics';
import { stageRates } from './comparisons';
import { type DataSet, dealsOn, originsOf } from './sets';
import { percent, printTable, shown } from './table';
import { type Truth, wonWithin } from './truth';

const HORIZONS = [7, 14, 28, 60, 90];
/** Amounts are in one currency. */
export const OWN = { currency: '', perUnit: new Map<string, number>() };
/** The run rate's own range looks back over this many days of windows. */
const RUN_DAYS = 84;

interface Line {
  readonly origin: Day;
  readonly methods: ReadonlyMap<string, Judged & { readonly range: JudgedRange | null }>;
}

/** How each method did. WAPE and bias are shares of what came; pinball is in minor units or deals. */
export interface MethodFound {
  readonly wape: number;
  readonly bias: number;
  readonly pinball: number | null;
  readonly hits: number | null;
}

export type AmountsFound = ReadonlyMap<string, MethodFound>;

/** What each horizon brought beside what each method said, over all origins; found at 28 days. */
export function backtestAmounts(set: DataSet, truth: Truth): AmountsFound {
  const measure = set.hasAmounts ? 'amount' : 'count';
  console.log(`${set.hasAmounts ? 'Amount' : 'Deals'} won within a horizon, ${set.name}`);
  const rows: string[][] = [];
  let found: AmountsFound = new Map();
  for (const days of HORIZONS) {
    const origins = originsOf(set, days);
    const lines = origins.map((origin) => judge(set, truth, { origin, days, measure }));
    if (lines.length === 0) continue;
    rows.push(...summary(`${days} days`, lines, unitOf(set)));
    if (days !== 28) continue;
    found = foundOf(lines);
    printLines(lines, { days, step: set.step, unit: unitOf(set) });
  }
  printTable(['horizon, method', 'origins', 'WAPE', 'bias', 'pinball', 'P10-P90 hits'], rows);
  console.log(
    'Plain stage rates and fixed percentages know no time: they promise whatever the open deals bring, ever, and nothing of deals to come. Where they look right at one horizon, the two errors cancel; the other horizons tell.\n',
  );
  return found;
}

/** The next calendar month from each month's last evening, with the quarter's season and without. */
export function backtestMonths(set: DataSet, truth: Truth): AmountsFound {
  const ends: Day[] = [];
  for (let month = monthOf(set.begins); ; month = addMonths(month, 1)) {
    const end = addDays(`${addMonths(month, 1)}-01`, -1);
    if (addDays(`${addMonths(month, 2)}-01`, -1) > set.cut) break;
    ends.push(end);
  }
  if (ends.length === 0) return new Map();
  console.log(`Next calendar month's ${set.hasAmounts ? 'revenue' : 'wins'}, ${set.name}`);
  const measure = set.hasAmounts ? 'amount' : 'count';
  const lines = ends.map((origin) => {
    const days = daysBetween(origin, addDays(`${addMonths(monthOf(origin), 2)}-01`, -1));
    const line = judge(set, truth, { origin, days, measure });
    const flat = judge(set, truth, { origin, days, measure, seasonal: false });
    const methods = new Map(line.methods);
    methods.set('Sluice without season', flat.methods.get('Sluice')!);
    return { origin, methods };
  });
  printLines(lines, { days: 31, step: 31, unit: unitOf(set) });
  printTable(
    ['method', 'months', 'WAPE', 'bias', 'pinball', 'P10-P90 hits'],
    summary('next month', lines, unitOf(set)),
  );
  return foundOf(lines);
}

interface Asked {
  readonly origin: Day;
  readonly days: number;
  readonly measure: 'amount' | 'count';
  readonly seasonal?: boolean;
}

function judge(set: DataSet, truth: Truth, { origin, days, measure, seasonal }: Asked): Line {
  const histories = dealsOn(set, origin);
  const outlook = outlookOf({
    ...{ histories, pipeline: set.pipeline, asOf: origin, horizons: [days], rates: OWN },
    seasonal: seasonal ?? true,
  });
  const ours = outlook.horizons.find((horizon) => horizon.measure === measure)!;
  const actual = wonWithin(truth, origin, days)[measure];
  const rates = stageRates(set, histories);
  const open = histories.filter(({ stage }) => set.fixed.has(stage));
  const typical = typicalAmount(truth, origin);
  const weighted = (chances: ReadonlyMap<string, number>) =>
    open.reduce((sum, { stage, state }) => {
      const value = measure === 'count' ? 1 : (state.amount ?? typical);
      return sum + value * chances.get(stage)!;
    }, 0);
  const runRate = ours.runRate ?? 0;
  const said = (forecast: number, range: JudgedRange | null) => ({ forecast, actual, range });
  return {
    origin,
    methods: new Map([
      ['Sluice', said(ours.total.mean, ours.total.range && { ...ours.total.range, actual })],
      ['run rate', said(runRate, runRange(set, truth, { origin, days, measure }, actual))],
      ['plain stage rates', said(weighted(rates), null)],
      ['fixed percentages', said(weighted(set.fixed), null)],
    ]),
  };
}

/** P10, P50, P90 of what equally long windows brought, ending on each of the trailing days. */
function runRange(
  set: DataSet,
  truth: Truth,
  { origin, days, measure }: Asked,
  actual: number,
): JudgedRange | null {
  const totals: number[] = [];
  for (let back = 0; back <= RUN_DAYS; back++) {
    const from = addDays(origin, -back - days);
    if (addDays(from, 1) < set.begins) break;
    totals.push(wonWithin(truth, from, days)[measure]);
  }
  const q = (share: number) => quantile(totals, share)!;
  return totals.length === 0 ? null : { p10: q(0.1), p50: q(0.5), p90: q(0.9), actual };
}

function typicalAmount(truth: Truth, origin: Day): number {
  const won = wonWithin(truth, addDays(origin, -RUN_DAYS), RUN_DAYS);
  return won.count === 0 ? 0 : won.amount / won.count;
}

/** What one printed unit is: a major unit of money, or a deal. */
function unitOf({ hasAmounts }: DataSet): number {
  return hasAmounts ? 100 : 1;
}

function foundOf(lines: readonly Line[]): AmountsFound {
  return new Map(
    [...lines[0]!.methods.keys()].map((method) => {
      const judged = lines.map(({ methods }) => methods.get(method)!);
      const ranges = rangesOf(lines, method);
      return [
        method,
        {
          wape: wape(judged)!,
          bias: bias(judged)!,
          pinball: ranges.length === 0 ? null : pinball(ranges),
          hits: ranges.length === 0 ? null : hitRate(ranges),
        },
      ];
    }),
  );
}

/** Those of the origins where Sluice gave a range, so that all methods are judged on the same ones. */
function rangesOf(lines: readonly Line[], method: string): readonly JudgedRange[] {
  return lines.flatMap(({ methods }) => {
    const range = methods.get(method)!.range;
    return methods.get('Sluice')!.range === null || range === null ? [] : [range];
  });
}

function summary(label: string, lines: readonly Line[], unit: number): string[][] {
  return [...foundOf(lines)].map(([method, found]) => [
    `${label}, ${method}`,
    String(lines.length),
    shown(found.wape, 3),
    shown(found.bias, 3),
    found.pinball === null ? '-' : shown(found.pinball / unit, unit === 1 ? 1 : 0),
    found.hits === null ? '-' : `${percent(found.hits)} of ${rangesOf(lines, method).length}`,
  ]);
}

interface Printed {
  readonly days: number;
  readonly step: number;
  readonly unit: number;
}

function printLines(lines: readonly Line[], { days, step, unit }: Printed): void {
  const aside = Math.min(lines.length, 1 + Math.floor(((lines.length - 1) * step) / days));
  console.log(
    `${lines.length} origins; windows of ${days} days every ${step} overlap: ${aside} lie side by side`,
  );
  const major = (value: number) => (value / unit).toFixed(0);
  const methods = [...lines[0]!.methods.keys()];
  printTable(
    ['origin', ...methods, 'P10', 'P90', 'came'],
    lines.map(({ origin, methods: all }) => {
      const { range, actual } = all.get('Sluice')!;
      return [
        origin,
        ...methods.map((method) => major(all.get(method)!.forecast)),
        range === null ? '-' : major(range.p10),
        range === null ? '-' : major(range.p90),
        major(actual),
      ];
    }),
  );
}
