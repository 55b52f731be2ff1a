import { addDays, type Day, daysBetween } from '../../src/domain/day';
import {
  brier,
  calibrationError,
  type JudgedChance,
  logLoss,
} from '../../src/domain/forecast/accuracy';
import { dealOutlooks } from '../../src/domain/forecast/dealOutlook';
import type { DealHistory } from '../../src/domain/history';
import { type DataSet, dealsOn, originsOf } from './sets';
import { percent, printTable, shown } from './table';
import { isWonWithin, type Truth } from './truth';

const HORIZONS = [7, 14, 28, 60, 90];
const METHODS = ['Sluice', 'fixed percentages', 'plain stage rates'] as const;
type Method = (typeof METHODS)[number];
/** Before two horizons of history nobody can know what happens to deals that old. */
const LONG_HISTORY = 56;

interface Judged extends JudgedChance {
  readonly learned: boolean;
}

/** Chances to be won within each horizon, per method, over all origins. */
export function backtestChances(set: DataSet, truth: Truth): void {
  console.log(`Chances to be won within a horizon, ${set.name}`);
  const rows: string[][] = [];
  for (const days of HORIZONS) {
    const origins = originsOf(set, days);
    if (origins.length === 0) continue;
    const judged = origins.map((origin) => judgeOrigin(set, truth, origin, days));
    const all = (method: Method) => judged.flatMap((one) => one[method]);
    const fixed = brier(all('fixed percentages'))!;
    for (const method of METHODS) {
      const chances = all(method);
      rows.push([
        `${days} days, ${method}`,
        String(chances.length),
        shown(brier(chances)),
        percent(1 - brier(chances)! / fixed),
        shown(logLoss(chances)),
        shown(calibrationError(chances), 3),
        percent(chances.filter(({ learned }) => learned).length / chances.length),
      ]);
    }
    if (days === 28) printOrigins(set, origins, judged);
  }
  printTable(
    ['horizon, method', 'cases', 'Brier', 'below fixed', 'log loss', 'calib. err', 'learned'],
    rows,
  );
}

function judgeOrigin(
  set: DataSet,
  truth: Truth,
  origin: Day,
  days: number,
): Readonly<Record<Method, readonly Judged[]>> {
  const histories = dealsOn(set, origin);
  const rates = stageRates(set, histories);
  const outlooks = dealOutlooks({
    histories,
    pipeline: set.pipeline,
    asOf: origin,
    horizons: [days],
  });
  const judge = (chanceOf: (stage: string) => number) =>
    outlooks.map(({ deal, stage }) => ({
      chance: chanceOf(stage),
      won: isWonWithin(truth, deal, origin, days),
      learned: false,
    }));
  return {
    Sluice: outlooks.map(({ deal, within, source }) => ({
      chance: within[0]!,
      won: isWonWithin(truth, deal, origin, days),
      learned: source === 'learned',
    })),
    'fixed percentages': judge((stage) => set.fixed.get(stage)!),
    'plain stage rates': judge((stage) => rates.get(stage)!),
  };
}

/** Won / (won + lost) of the closed deals that were ever in a stage; the fixed chance where none was. */
export function stageRates(
  set: DataSet,
  histories: readonly DealHistory[],
): ReadonlyMap<string, number> {
  const won = new Map<string, number>();
  const closed = new Map<string, number>();
  for (const { visits, stage, closed: at } of histories) {
    if (at === null) continue;
    for (const key of new Set(visits.map((visit) => visit.stage))) {
      closed.set(key, (closed.get(key) ?? 0) + 1);
      if (stage === 'Won') won.set(key, (won.get(key) ?? 0) + 1);
    }
  }
  return new Map(
    [...set.fixed].map(([key, fixed]) => [
      key,
      closed.has(key) ? (won.get(key) ?? 0) / closed.get(key)! : fixed,
    ]),
  );
}

type ByMethod = Readonly<Record<Method, readonly Judged[]>>;

function printOrigins(set: DataSet, origins: readonly Day[], judged: readonly ByMethod[]): void {
  const long = origins.findIndex((origin) => daysBetween(set.begins, origin) >= LONG_HISTORY);
  printTable(
    ['28 days from', 'to', 'deals', 'expected', 'won', 'Brier', 'below fixed'],
    [
      ...origins.map((origin, index) => [
        origin,
        addDays(origin, 28),
        ...figures([judged[index]!]),
      ]),
      ['all origins', '', ...figures(judged)],
      ...(long < 0 ? [] : [['with 8 weeks before', '', ...figures(judged.slice(long))]]),
    ],
  );
}

function figures(judged: readonly ByMethod[]): readonly string[] {
  const ours = judged.flatMap((one) => one.Sluice);
  const fixed = judged.flatMap((one) => one['fixed percentages']);
  const expected = ours.reduce((sum, { chance }) => sum + chance, 0);
  return [
    String(ours.length),
    shown(expected, 1),
    String(ours.filter(({ won }) => won).length),
    shown(brier(ours)),
    percent(1 - brier(ours)! / brier(fixed)!),
  ];
}
