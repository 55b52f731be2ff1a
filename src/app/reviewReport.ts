import { dealsAtRisk } from '../domain/atRisk';
import type { Day } from '../domain/day';
import type { DealOutlook } from '../domain/forecast/dealOutlook';
import { converted } from '../domain/forecast/rates';
import type { DealHistory } from '../domain/history';
import type { DealId } from '../domain/ledger';
import { changesBetween, promisesDue } from '../domain/review';
import { byExcess } from '../domain/stall';
import type { AsOf, Generated } from '../sheet/generated';
import { reviewTab } from '../sheet/reviewTab';
import { ratesOf } from './forecasting';
import type { OpenPipeline } from './openPipeline';
import { planDueIn } from './planNoted';
import type { Stock } from './stock';

export interface ReviewReport {
  readonly open: OpenPipeline;
  readonly stock: Stock;
  readonly outlooks: readonly DealOutlook[];
  /** Chances of four weeks ago. */
  readonly earlier: ReadonlyMap<DealId, number>;
  readonly before: ReadonlyMap<DealId, DealHistory>;
  readonly since: Day;
  readonly asOf: AsOf;
}

/** The Review tab as of today. */
export function reviewReport({
  open,
  stock,
  outlooks,
  earlier,
  before,
  since,
  asOf,
}: ReviewReport): Generated {
  const rates = ratesOf(open);
  const { histories, stalls, rows } = stock;
  const standing = [...stalls.values()];
  return reviewTab({
    ...asOf,
    atRisk: dealsAtRisk({
      histories,
      outlooks,
      earlier,
      stalls,
      convert: (minor, currency) => converted(minor, currency, rates),
    }),
    changes: changesBetween(before, histories),
    since,
    stalled: standing.filter(({ stalled }) => stalled).sort(byExcess),
    promises: promisesDue(standing, (deal) => datesOf(stock, deal), open.today),
    named: (deal) => {
      const state = histories.get(deal)?.state;
      const name = rows.get(deal)?.name ?? '';
      return { name, amount: state?.amount ?? null, currency: state?.currency ?? '' };
    },
    today: open.today,
    pipeline: open.configuration.pipeline,
    language: open.language,
  });
}

function datesOf({ histories, rows }: Stock, deal: DealId) {
  const row = rows.get(deal);
  return {
    nextStep: histories.get(deal)?.state.nextStepDate ?? null,
    plan: row === undefined ? null : planDueIn(row),
  };
}
