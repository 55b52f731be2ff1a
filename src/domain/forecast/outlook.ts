import type { DealId } from '../ledger';
import type { OutlookInput } from './dealOutlook';
import type { Rates } from './rates';

/** A mean with its range; the range is `null` while there is not enough history for one. */
export interface Estimate {
  readonly mean: number;
  readonly range: { readonly p10: number; readonly p50: number; readonly p90: number } | null;
}

/** What will be won within `days` days after the day, in minor units of the team's currency or in deals. */
export interface HorizonOutlook {
  readonly days: number;
  readonly measure: 'amount' | 'count';
  readonly open: Estimate;
  /** From deals that do not exist yet. */
  readonly fresh: Estimate;
  /** Open and new together, mixed with the run rate as far as replay showed that it helps. */
  readonly total: Estimate;
  /** Mean a day of the trailing 84 days (of all if fewer) x days; `null` without history. */
  readonly runRate: number | null;
  /** Share of the run rate in the total, 0 to 1. */
  readonly runRateShare: number;
  /** Replayed earlier periods behind range and share. */
  readonly replays: number;
}

export interface Outlook {
  readonly horizons: readonly HorizonOutlook[];
  /** False: fewer closed deals or days than a range needs; means are from defaults, ranges `null`. */
  readonly enoughHistory: boolean;
  readonly withoutRate: readonly { readonly deal: DealId; readonly currency: string }[];
  /** Open deals without an amount: counted at the mean won amount. */
  readonly withoutAmount: readonly DealId[];
}

/** What the pipeline will bring within each horizon: open deals, deals to come, and the run rate beside them. */
export function outlookOf(input: OutlookInput & { readonly rates: Rates }): Outlook {
  throw new Error(`not yet: ${input.asOf}`);
}
