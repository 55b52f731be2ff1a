import { addDays, type Day, dayOf, daysBetween } from '../../src/domain/day';
import type { DealHistory } from '../../src/domain/history';
import { type DataSet, dealsOn } from './sets';
import { isWonWithin, type Truth } from './truth';

/** What a comparison may look at of one open deal. */
export interface Seen {
  readonly deal: string;
  readonly stage: string;
  readonly days: number;
  readonly amount: number | null;
}

/** First days in stage of the bands that comparisons count in. */
const BANDS = [0, 1, 2, 4, 7, 10, 14, 18, 22, 26, 29, 32, 40, 60, 120, 240];
/** Amounts are told apart in so many equally full classes. */
const CLASSES = 4;

/** The open deals of a set on the evening of a day. */
export function openDeals(set: DataSet, day: Day): readonly Seen[] {
  return dealsOn(set, day).flatMap((history) =>
    set.fixed.has(history.stage) ? [seenOn(history, day)] : [],
  );
}

function seenOn({ deal, stage, visits, state }: DealHistory, day: Day): Seen {
  const since = visits[visits.length - 1]!.from;
  return { deal, stage, days: daysBetween(dayOf(since), day), amount: state.amount };
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

/**
 * A Naive Bayes classifier of "won within so many days": stage, band of days in stage and class of
 * amount, each taken to be independent (add-one smoothing). It learns from the open deals of every
 * earlier evening of the same weekday whose horizon was over by the origin; without any it knows nothing.
 */
export function naiveBayes(
  set: DataSet,
  truth: Truth,
  { origin, days }: { readonly origin: Day; readonly days: number },
): ((seen: Seen) => number) | null {
  const cases: { readonly seen: Seen; readonly won: boolean }[] = [];
  for (let day = addDays(origin, -set.step); day > set.begins; day = addDays(day, -set.step)) {
    if (addDays(day, days) > origin) continue;
    for (const seen of openDeals(set, day)) {
      cases.push({ seen, won: isWonWithin(truth, seen.deal, day, days) });
    }
  }
  if (cases.length === 0) return null;
  const features = [
    ({ stage }: Seen) => stage,
    (seen: Seen) => String(bandOf(seen.days)),
    amountClasses(cases.map(({ seen }) => seen)),
  ];
  const won = cases.filter((one) => one.won);
  const not = cases.filter((one) => !one.won);
  const counted = features.map((featureOf) => ({
    featureOf,
    values: new Set(cases.map(({ seen }) => featureOf(seen))).size,
    won: tally(won, featureOf),
    not: tally(not, featureOf),
  }));
  return (seen) => {
    let odds = (won.length + 1) / (not.length + 1);
    for (const { featureOf, values, won: wins, not: others } of counted) {
      const value = featureOf(seen);
      odds *= ((wins.get(value) ?? 0) + 1) / (won.length + values);
      odds /= ((others.get(value) ?? 0) + 1) / (not.length + values);
    }
    return odds / (1 + odds);
  };
}

function tally(
  cases: readonly { readonly seen: Seen }[],
  featureOf: (seen: Seen) => string,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { seen } of cases) {
    const value = featureOf(seen);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function amountClasses(deals: readonly Seen[]): (seen: Seen) => string {
  const amounts = deals
    .flatMap(({ amount }) => (amount === null ? [] : [amount]))
    .sort((one, other) => one - other);
  const edges = Array.from(
    { length: CLASSES - 1 },
    (_, index) => amounts[Math.floor(((index + 1) * amounts.length) / CLASSES)] ?? 0,
  );
  return ({ amount }) =>
    amount === null ? '' : String(edges.filter((edge) => amount >= edge).length);
}

function bandOf(days: number): number {
  return BANDS.filter((first) => days >= first).length;
}

/**
 * What the best table of stage and days in stage would have said with hindsight: the share won of
 * all the other judged deals of a cell, over all origins, later ones too. No table that must go
 * by the past alone can be expected to do better. Cells may be split by class of amount as well.
 */
export function hindsight(
  cases: readonly { readonly seen: Seen; readonly won: boolean }[],
  splitBy: 'nothing' | 'amount' = 'nothing',
): readonly number[] {
  const classOf = splitBy === 'amount' ? amountClasses(cases.map(({ seen }) => seen)) : () => '';
  const cellOf = (seen: Seen) => `${seen.stage} ${bandOf(seen.days)} ${classOf(seen)}`;
  const cells = new Map<string, { won: number; all: number }>();
  for (const { seen, won } of cases) {
    const cell = cells.get(cellOf(seen)) ?? { won: 0, all: 0 };
    cells.set(cellOf(seen), { won: cell.won + (won ? 1 : 0), all: cell.all + 1 });
  }
  const share = cases.filter(({ won }) => won).length / cases.length;
  return cases.map(({ seen, won }) => {
    const cell = cells.get(cellOf(seen))!;
    return cell.all === 1 ? share : (cell.won - (won ? 1 : 0)) / (cell.all - 1);
  });
}
