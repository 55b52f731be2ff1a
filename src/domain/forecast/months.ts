import type { Day, Month } from '../day';
import type { DealHistory } from '../history';
import type { DealId } from '../ledger';
import type { Category, Pipeline } from '../pipeline';
import type { Rates } from './rates';

/** Where an amount stands in time. Overdue and undated deals belong to no month. */
export type Bucket =
  | { readonly kind: 'month'; readonly month: Month }
  | { readonly kind: 'overdue' }
  | { readonly kind: 'noDate' };

/** Minor units of the team's currency, one category each; they exclude one another. */
export interface ByCategory {
  readonly closed: number;
  readonly commit: number;
  readonly bestCase: number;
  readonly pipeline: number;
  readonly omitted: number;
}

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
  /** The chance of an open deal, 0 to 1: see dealOutlooks, or defaultChance while nothing is learned. */
  readonly chanceOf: (deal: DealHistory) => number;
}

/** Won and open amounts by close-date month. */
export function monthlyForecast(input: MonthlyInput): MonthlyForecast {
  throw new Error(`not yet: ${input.today}`);
}

/** The category that a deal is forecast under; `null` when it is in no forecast (lost, nurtured, deleted). */
export function categoryOf(history: DealHistory, pipeline: Pipeline): Category | null {
  throw new Error(`not yet: ${history.deal} ${pipeline.stages.length}`);
}
