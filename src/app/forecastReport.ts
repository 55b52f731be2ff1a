import { addDays, addMonths, monthOf } from '../domain/day';
import { stageChances } from '../domain/forecast/chances';
import { ratesOfDeal } from '../domain/forecast/closingRates';
import type { DealOutlook } from '../domain/forecast/dealOutlook';
import { type Learning, learn } from '../domain/forecast/learning';
import { monthlyForecast } from '../domain/forecast/months';
import type { SpansInput } from '../domain/forecast/outlook';
import { pastForecasts } from '../domain/forecast/pastForecasts';
import { periodOutlooks } from '../domain/forecast/periods';
import { converted } from '../domain/forecast/rates';
import type { DealHistory } from '../domain/history';
import type { DealId } from '../domain/ledger';
import { movementBetween } from '../domain/movement';
import { cashByMonth, type Payment } from '../domain/payment';
import type { Period } from '../domain/period';
import {
  judgeKept,
  keptBeforeReplayed,
  replayedForecasts,
  trackRecords,
  wonMoves,
} from '../domain/trackRecord';
import type { ForecastOutlook } from '../sheet/forecastOutlook';
import { forecastTab } from '../sheet/forecastTab';
import type { AsOf, Generated } from '../sheet/generated';
import { KEPT_HORIZONS, type Snapshots } from '../sheet/snapshotsTab';
import { ratesOf, targetsOf } from './forecasting';
import type { OpenPipeline } from './openPipeline';

export interface ForecastReport {
  readonly open: OpenPipeline;
  readonly histories: ReadonlyMap<DealId, DealHistory>;
  readonly outlooks: readonly DealOutlook[];
  /** What the histories teach by today, where it has been learned already. */
  readonly learning?: Learning;
  /** Everything as it stood a week ago. */
  readonly before: ReadonlyMap<DealId, DealHistory>;
  readonly since: string;
  readonly snapshots: Pick<Snapshots, 'forecasts' | 'chances'>;
  readonly asOf: AsOf;
  /** Instalments of won deals, and the deals as they were won, in their own currencies. */
  readonly payments?: readonly Payment[];
  readonly won?: ReadonlyMap<DealId, DealHistory>;
}

/** The Forecast tab as of the pipeline's today. */
export function forecastReport(report: ForecastReport): Generated {
  const { open, histories, asOf } = report;
  const { pipeline, settings } = open.configuration;
  const deals = [...histories.values()];
  const past = pastOf(report, deals);
  const judged = deals.length === 0 ? [] : judgedForecasts(report, past);
  return forecastTab({
    ...asOf,
    months: months(report, deals),
    chances: stageChances(pipeline),
    outlook: deals.length === 0 ? null : outlookAhead(open, past),
    movement: deals.length === 0 ? null : movement(report),
    judged,
    accuracy: trackRecords(judged, KEPT_HORIZONS),
    cash: cashByMonth(report.payments ?? [], open.today, (payment) => worthOf(report, payment)),
    pipeline,
    currency: settings.currency,
    language: open.language,
  });
}

function worthOf({ open, won }: ForecastReport, payment: Payment): number | null {
  const { deal, amount, currency } = payment;
  if (amount === null) return null;
  return converted(amount, currency, ratesOfDeal(won?.get(deal), ratesOf(open)));
}

/** What all forecasts of the tab start from: learned once. */
function pastOf({ open, learning }: ForecastReport, histories: readonly DealHistory[]): SpansInput {
  const past = { histories, pipeline: open.configuration.pipeline, asOf: open.today };
  return { ...past, learning: learning ?? learn(past), rates: ratesOf(open) };
}

/** What changed is told of the last week. */
export const WEEK_DAYS = 7;

/** A month further ahead than this is listed only when a deal stands in it. */
const MONTHS_IN_A_ROW = 12;

/**
 * Amounts by month, with the target of every month from the first that has deals to the last; far ahead, of those with
 * deals.
 */
function months({ open, outlooks }: ForecastReport, deals: readonly DealHistory[]) {
  const chances = new Map(outlooks.map(({ deal, chance }) => [deal, chance]));
  const input = {
    histories: deals,
    pipeline: open.configuration.pipeline,
    today: open.today,
    rates: ratesOf(open),
    chanceOf: ({ deal }: DealHistory) => chances.get(deal) ?? 0,
  };
  const listed = monthlyForecast({ ...input, targets: new Map() }).rows.flatMap(({ bucket }) =>
    bucket.kind === 'month' ? [bucket.month] : [],
  );
  const [first = '', last = ''] = [listed[0], listed[listed.length - 1]];
  const near = addMonths(monthOf(open.today), MONTHS_IN_A_ROW);
  const targets = [...targetsOf(open)].filter(
    ([month]) => listed.includes(month) || (month >= first && month <= last && month <= near),
  );
  return monthlyForecast({ ...input, targets: new Map(targets) });
}

/** Months and quarters that are looked ahead to: this one and the next ones. */
const MONTHS = 4;
const QUARTERS = 2;

/** Days, months and quarters ahead, from one look. */
function outlookAhead(open: OpenPipeline, past: SpansInput): ForecastOutlook {
  const { today } = open;
  const days = KEPT_HORIZONS.map((ahead) => ({
    from: addDays(today, 1),
    to: addDays(today, ahead),
  }));
  const { periods, notes } = periodOutlooks(past, [...days, ...periodsAhead(today)]);
  const ahead = 2 * days.length;
  const horizons = periods.slice(0, ahead).map((one, i) => {
    return { ...one, days: KEPT_HORIZONS[Math.floor(i / 2)] ?? 0 };
  });
  return { horizons, periods: periods.slice(ahead), notes };
}

/** This month and the next ones, then this quarter and the next; those that end today are over. */
export function periodsAhead(today: string): readonly Period[] {
  const month = monthOf(today);
  const quarter = monthOf(quarterOf(today).from);
  return [
    ...Array.from({ length: MONTHS }, (_, i) => monthsFrom(addMonths(month, i), 1)),
    ...Array.from({ length: QUARTERS }, (_, i) => monthsFrom(addMonths(quarter, 3 * i), 3)),
  ];
}

/** The calendar quarter that the day is in. */
export function quarterOf(today: string): Period {
  const month = monthOf(today);
  return monthsFrom(addMonths(month, -((Number(month.slice(5)) - 1) % 3)), 3);
}

function monthsFrom(first: string, months: number): Period {
  return { from: `${first}-01`, to: addDays(`${addMonths(first, months)}-01`, -1) };
}

/** What changed of all open deals, and of those that are to close in this quarter. */
function movement({ open, histories, before, since }: ForecastReport) {
  const rates = ratesOf(open);
  const span = { from: since, to: open.today };
  const convert = (minor: number, currency: string) => converted(minor, currency, rates);
  const { pipeline } = open.configuration;
  const options = { ...span, convert };
  const quarter = quarterOf(open.today);
  return {
    span,
    report: movementBetween(before, histories, pipeline, options),
    quarter,
    inQuarter: movementBetween(before, histories, pipeline, { ...options, closing: quarter }),
  };
}

/** What was kept, judged; where nothing was kept, what would have been said. */
function judgedForecasts({ open, snapshots }: ForecastReport, past: SpansInput) {
  const { histories, pipeline, rates } = past;
  const moves = wonMoves(histories, pipeline, (minor, currency) =>
    converted(minor, currency, rates),
  );
  const { forecasts, chances } = snapshots;
  const kept = judgeKept(forecasts, chances, { moves, today: open.today });
  const replayed = replayedForecasts(pastForecasts(past, KEPT_HORIZONS), open.today);
  return keptBeforeReplayed(kept, replayed);
}
