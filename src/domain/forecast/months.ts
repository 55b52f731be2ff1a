import { addMonths, type Day, type Month, monthOf } from '../day';
import type { DealHistory } from '../history';
import type { DealId } from '../ledger';
import { type Category, type Pipeline, type Stage, type StageKey, stageOf } from '../pipeline';
import { converted, type Rates } from './rates';
import { wonDay } from './wonDay';

/** Where an amount stands in time. Overdue and undated deals belong to no month. */
export type Bucket =
  | { readonly kind: 'month'; readonly month: Month }
  | { readonly kind: 'overdue' }
  | { readonly kind: 'noDate' };

/** Minor units of the team's currency, one category each; they exclude one another. */
export type ByCategory = Readonly<Record<Category, number>>;

/** Each category with the surer ones inside it: bestCase = closed + commit + bestCase, and so on. */
export interface RollUp {
  readonly commit: number;
  readonly bestCase: number;
  readonly pipeline: number;
}

export interface MonthRow extends ByCategory {
  readonly bucket: Bucket;
  /** Sum over open, not omitted deals of amount x chance, rounded once a deal. Won deals are in `closed`. */
  readonly weighted: number;
  readonly cumulative: RollUp;
  readonly target: number | null;
  /** target - closed - commit; `null` without a target. */
  readonly gap: number | null;
  /** Open amount / (target - closed); `null` without a target or once it is met. */
  readonly coverage: number | null;
  /** The deals behind the row, in the order they were given. */
  readonly deals: readonly DealId[];
}

export interface MonthlyForecast {
  /** Months in order, then Overdue and No date, always present. */
  readonly rows: readonly MonthRow[];
  readonly total: ByCategory & { readonly weighted: number };
  /** Deals whose currency has no rate: in no figure. */
  readonly withoutRate: readonly { readonly deal: DealId; readonly currency: string }[];
  /** Deals without an amount: they count as 0. */
  readonly withoutAmount: readonly DealId[];
}

export interface MonthlyInput {
  readonly histories: Iterable<DealHistory>;
  readonly pipeline: Pipeline;
  readonly today: Day;
  readonly rates: Rates;
  /** Minor units of the team's currency. */
  readonly targets: ReadonlyMap<Month, number>;
  /** The chance of an open deal, 0 to 1: see dealOutlooks. */
  readonly chanceOf: (deal: DealHistory) => number;
}

interface Sums extends Record<Category, number> {
  weighted: number;
  readonly deals: DealId[];
}

const OVERDUE = 'overdue';
const NO_DATE = 'noDate';

/** Months that are listed even when nothing closes in them: this one and the next two. */
const MONTHS_AHEAD = 2;

/**
 * Won and open amounts by close-date month, in minor units of the team's currency. A won deal
 * stands in the month it closed, an open one in the month it is expected; an open deal whose day
 * has passed is Overdue and in no month. Lost, nurtured and deleted deals are in no row.
 */
export function monthlyForecast(input: MonthlyInput): MonthlyForecast {
  const sums = new Map<string, Sums>();
  for (const month of listedMonths(input)) sums.set(month, noSums());
  const withoutRate: { deal: DealId; currency: string }[] = [];
  const withoutAmount: DealId[] = [];
  const stages = new Map(input.pipeline.stages.map((stage) => [stage.key, stage]));

  for (const history of input.histories) {
    const category = categoryIn(history, stages);
    if (category === null) continue;
    const { amount, currency } = history.state;
    if (amount === null) withoutAmount.push(history.deal);
    const value = converted(amount ?? 0, currency, input.rates);
    if (value === null) {
      withoutRate.push({ deal: history.deal, currency });
      continue;
    }
    const row = sumsOf(sums, bucketOf(history, category, input.today));
    row[category] += value;
    if (category !== 'closed' && category !== 'omitted') {
      row.weighted += Math.round(value * input.chanceOf(history));
    }
    row.deals.push(history.deal);
  }
  return { ...rowsOf(sums, input.targets), withoutRate, withoutAmount };
}

/**
 * The category that a deal is forecast under; `null` when it is in no forecast (lost, nurtured,
 * deleted, or in a stage that the pipeline does not have). One set by hand wins over the stage's
 * until the deal closes; only winning makes a deal `closed`.
 */
export function categoryOf(history: DealHistory, pipeline: Pipeline): Category | null {
  const stage = stageOf(pipeline, history.stage);
  return categoryIn(history, new Map(stage === undefined ? [] : [[stage.key, stage]]));
}

function categoryIn(history: DealHistory, stages: ReadonlyMap<StageKey, Stage>): Category | null {
  const stage = stages.get(history.stage);
  if (stage === undefined || history.deleted) return null;
  if (stage.kind === 'won') return 'closed';
  if (stage.kind !== 'open') return null;
  const category = history.state.category ?? stage.category;
  return category === null || category === 'closed' ? 'pipeline' : category;
}

function bucketOf(history: DealHistory, category: Category, today: Day): string {
  const { closeDate } = history.state;
  if (category === 'closed') return monthOf(wonDay(history) ?? today);
  if (closeDate === null) return NO_DATE;
  return closeDate < today ? OVERDUE : monthOf(closeDate);
}

function listedMonths(input: MonthlyInput): readonly Month[] {
  const now = monthOf(input.today);
  const ahead = Array.from({ length: MONTHS_AHEAD + 1 }, (_, index) => addMonths(now, index));
  return [...ahead, ...input.targets.keys()];
}

function noSums(): Sums {
  return { closed: 0, commit: 0, bestCase: 0, pipeline: 0, omitted: 0, weighted: 0, deals: [] };
}

function sumsOf(sums: Map<string, Sums>, bucket: string): Sums {
  const known = sums.get(bucket);
  if (known !== undefined) return known;
  const fresh = noSums();
  sums.set(bucket, fresh);
  return fresh;
}

function rowsOf(
  sums: Map<string, Sums>,
  targets: ReadonlyMap<Month, number>,
): Pick<MonthlyForecast, 'rows' | 'total'> {
  const months = [...sums.keys()].filter((key) => key !== OVERDUE && key !== NO_DATE).sort();
  const rows = [
    ...months.map((month) =>
      rowOf({ kind: 'month', month }, sumsOf(sums, month), targets.get(month) ?? null),
    ),
    rowOf({ kind: 'overdue' }, sumsOf(sums, OVERDUE), null),
    rowOf({ kind: 'noDate' }, sumsOf(sums, NO_DATE), null),
  ];
  const { deals: _, ...total } = rows.reduce(added, noSums());
  return { rows, total };
}

function added(total: Sums, row: MonthRow): Sums {
  return {
    closed: total.closed + row.closed,
    commit: total.commit + row.commit,
    bestCase: total.bestCase + row.bestCase,
    pipeline: total.pipeline + row.pipeline,
    omitted: total.omitted + row.omitted,
    weighted: total.weighted + row.weighted,
    deals: total.deals,
  };
}

function rowOf(bucket: Bucket, sums: Sums, target: number | null): MonthRow {
  const { closed, commit, bestCase, pipeline } = sums;
  const open = commit + bestCase + pipeline;
  const missing = target === null ? null : target - closed;
  return {
    bucket,
    ...sums,
    cumulative: {
      commit: closed + commit,
      bestCase: closed + commit + bestCase,
      pipeline: closed + open,
    },
    target,
    gap: missing === null ? null : missing - commit,
    coverage: missing === null || missing <= 0 ? null : open / missing,
  };
}
