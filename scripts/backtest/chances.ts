import { addDays, type Day, daysBetween } from '../../src/domain/day';
import {
  brier,
  calibrationError,
  type JudgedChance,
  logLoss,
} from '../../src/domain/forecast/accuracy';
import { dealOutlooks } from '../../src/domain/forecast/dealOutlook';
import { hindsight, naiveBayes, openDeals, type Seen, stageRates } from './comparisons';
import { type DataSet, dealsOn, originsOf } from './sets';
import { percent, printTable, shown } from './table';
import { isWonWithin, type Truth } from './truth';

const HORIZONS = [7, 14, 28, 60, 90];
const METHODS = ['Sluice', 'fixed percentages', 'plain stage rates', 'Naive Bayes'] as const;
type Method = (typeof METHODS)[number];
/** Before two horizons of history nobody can know what happens to deals that old. */
const LONG_HISTORY = 56;

/** One open deal on one origin: what each method said, and what came. */
interface Case {
  readonly seen: Seen;
  readonly won: boolean;
  readonly learned: boolean;
  readonly said: Readonly<Record<Method, number>>;
}

/** How much lower the 28-day Brier score is than with fixed percentages, 0 to 1, and who was learned. */
export interface ChancesFound {
  readonly belowFixed: number;
  /** Of the origins with two horizons of history; `null` when there are none. */
  readonly belowFixedLong: number | null;
  /** What hindsight would have reached on all origins. */
  readonly hindsight: number;
  readonly learned: number;
}

/** Chances to be won within each horizon, per method, over all origins. */
export function backtestChances(set: DataSet, truth: Truth): ChancesFound {
  console.log(`Chances to be won within a horizon, ${set.name}`);
  const rows: string[][] = [];
  let found: ChancesFound | null = null;
  for (const days of HORIZONS) {
    const origins = originsOf(set, days);
    if (origins.length === 0) continue;
    const judged = origins.map((origin) => judgeOrigin(set, truth, origin, days));
    const all = judged.flat();
    const fixed = brier(chancesOf(all, 'fixed percentages'))!;
    const tell = (what: string, chances: readonly JudgedChance[], learned: string) =>
      rows.push([
        `${days} days, ${what}`,
        String(chances.length),
        shown(brier(chances)),
        percent(1 - brier(chances)! / fixed),
        shown(logLoss(chances)),
        shown(calibrationError(chances), 3),
        learned,
      ]);
    for (const method of METHODS) {
      tell(method, chancesOf(all, method), method === 'Sluice' ? percent(learnedShare(all)) : '-');
    }
    const known = hindsight(all);
    const withHindsight = all.map(({ won }, index) => ({ won, chance: known[index]! }));
    tell('table with hindsight', withHindsight, '-');
    const split = hindsight(all, 'amount');
    const byAmount = all.map(({ won }, index) => ({ won, chance: split[index]! }));
    tell('table with hindsight, by amount too', byAmount, '-');
    if (days !== 28) continue;
    const long = longOf(set, origins, judged);
    found = {
      belowFixed: belowFixed(all),
      belowFixedLong: long && belowFixed(long),
      hindsight: 1 - brier(withHindsight)! / fixed,
      learned: learnedShare(all),
    };
    printOrigins(set, origins, judged);
  }
  printTable(
    ['horizon, method', 'cases', 'Brier', 'below fixed', 'log loss', 'calib. err', 'learned'],
    rows,
  );
  console.log(
    'Naive Bayes sees stage, days and amount of earlier weeks whose horizon is over, and says the fixed percentages before there are any. The table with hindsight counts, for each deal, how all others of its stage and days ended, later weeks too: what no table could have known.\n',
  );
  return found!;
}

function judgeOrigin(set: DataSet, truth: Truth, origin: Day, days: number): readonly Case[] {
  const histories = dealsOn(set, origin);
  const rates = stageRates(set, histories);
  const bayes = naiveBayes(set, truth, { origin, days });
  const seenOf = new Map(openDeals(set, origin).map((seen) => [seen.deal, seen]));
  const asked = { histories, pipeline: set.pipeline, asOf: origin, horizons: [days] };
  return dealOutlooks(asked).map(({ deal, stage, within, source }) => {
    const seen = seenOf.get(deal)!;
    const fixed = set.fixed.get(stage)!;
    return {
      seen,
      won: isWonWithin(truth, deal, origin, days),
      learned: source === 'learned',
      said: {
        Sluice: within[0]!,
        'fixed percentages': fixed,
        'plain stage rates': rates.get(stage)!,
        'Naive Bayes': bayes?.(seen) ?? fixed,
      },
    };
  });
}

function chancesOf(cases: readonly Case[], method: Method): readonly JudgedChance[] {
  return cases.map(({ said, won }) => ({ chance: said[method], won }));
}

function learnedShare(cases: readonly Case[]): number {
  return cases.filter(({ learned }) => learned).length / cases.length;
}

function belowFixed(cases: readonly Case[]): number {
  const of = (method: Method) => brier(chancesOf(cases, method))!;
  return 1 - of('Sluice') / of('fixed percentages');
}

function longOf(
  set: DataSet,
  origins: readonly Day[],
  judged: readonly (readonly Case[])[],
): readonly Case[] | null {
  const long = origins.findIndex((origin) => daysBetween(set.begins, origin) >= LONG_HISTORY);
  return long < 0 ? null : judged.slice(long).flat();
}

function printOrigins(
  set: DataSet,
  origins: readonly Day[],
  judged: readonly (readonly Case[])[],
): void {
  const long = longOf(set, origins, judged);
  printTable(
    ['28 days from', 'to', 'deals', 'expected', 'won', 'Brier', 'below fixed'],
    [
      ...origins.map((origin, index) => [origin, addDays(origin, 28), ...figures(judged[index]!)]),
      ['all origins', '', ...figures(judged.flat())],
      ...(long === null ? [] : [['with 8 weeks before', '', ...figures(long)]]),
    ],
  );
}

function figures(cases: readonly Case[]): readonly string[] {
  const expected = cases.reduce((sum, { said }) => sum + said.Sluice, 0);
  return [
    String(cases.length),
    shown(expected, 1),
    String(cases.filter(({ won }) => won).length),
    shown(brier(chancesOf(cases, 'Sluice'))),
    percent(belowFixed(cases)),
  ];
}
