/** A forecast beside what came. */
export interface Judged {
  readonly forecast: number;
  readonly actual: number;
}

/** A forecast range beside what came. */
export interface JudgedRange {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly actual: number;
}

/** A chance beside whether it came true. */
export interface JudgedChance {
  readonly chance: number;
  readonly won: boolean;
}

/** Sum |F - A| / sum |A|; `null` without periods or when every actual is 0. */
export function wape(periods: readonly Judged[]): number | null {
  const scale = sum(periods, (period) => Math.abs(period.actual));
  if (scale === 0) return null;
  return sum(periods, (period) => Math.abs(period.forecast - period.actual)) / scale;
}

/** Sum (F - A) / sum |A|: above 0 the forecasts were too high. `null` as for WAPE. */
export function bias(periods: readonly Judged[]): number | null {
  const scale = sum(periods, (period) => Math.abs(period.actual));
  if (scale === 0) return null;
  return sum(periods, (period) => period.forecast - period.actual) / scale;
}

/** Mean pinball (quantile) loss over P10, P50 and P90, in the unit of the actuals. */
export function pinball(periods: readonly JudgedRange[]): number | null {
  const losses = periods.flatMap(({ p10, p50, p90, actual }) => [
    quantileLoss(0.1, p10, actual),
    quantileLoss(0.5, p50, actual),
    quantileLoss(0.9, p90, actual),
  ]);
  return mean(losses);
}

/** Loss of one quantile: q x the shortfall when too low, (1 - q) x the excess when too high. */
export function quantileLoss(q: number, forecast: number, actual: number): number {
  return actual >= forecast ? q * (actual - forecast) : (1 - q) * (forecast - actual);
}

/** Share of periods whose actual lies within P10 to P90, ends included. */
export function hitRate(periods: readonly JudgedRange[]): number | null {
  return mean(periods.map(({ p10, p90, actual }) => (p10 <= actual && actual <= p90 ? 1 : 0)));
}

/** Mean squared error of chances: 0 is perfect, 0.25 is a coin. */
export function brier(chances: readonly JudgedChance[]): number | null {
  return mean(chances.map(({ chance, won }) => (chance - (won ? 1 : 0)) ** 2));
}

/** A chance of exactly 0 or 1 that is wrong would cost infinitely: chances are kept this far off. */
const SURE = 1e-6;

/** Mean log loss in nats. */
export function logLoss(chances: readonly JudgedChance[]): number | null {
  return mean(
    chances.map(({ chance, won }) => {
      const kept = Math.min(1 - SURE, Math.max(SURE, chance));
      return -Math.log(won ? kept : 1 - kept);
    }),
  );
}

export interface CalibrationBand {
  readonly from: number;
  readonly to: number;
  readonly deals: number;
  readonly meanChance: number;
  readonly shareWon: number;
}

/** Chances in ten equal bands beside the share that came true; empty bands are left out. */
export function calibration(chances: readonly JudgedChance[]): readonly CalibrationBand[] {
  const bands = Array.from({ length: 10 }, () => [] as JudgedChance[]);
  for (const judged of chances) {
    bands[Math.min(9, Math.floor(judged.chance * 10))]?.push(judged);
  }
  return bands.flatMap((band, index) =>
    band.length === 0
      ? []
      : [
          {
            from: index / 10,
            to: (index + 1) / 10,
            deals: band.length,
            meanChance: sum(band, ({ chance }) => chance) / band.length,
            shareWon: band.filter(({ won }) => won).length / band.length,
          },
        ],
  );
}

/** Expected calibration error: the bands' |mean chance - share won|, weighted by their deals. */
export function calibrationError(chances: readonly JudgedChance[]): number | null {
  if (chances.length === 0) return null;
  const off = sum(
    calibration(chances),
    ({ deals, meanChance, shareWon }) => deals * Math.abs(meanChance - shareWon),
  );
  return off / chances.length;
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values, (value) => value) / values.length;
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
