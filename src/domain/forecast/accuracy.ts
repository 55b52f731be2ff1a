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

/** Sum |F - A| / sum |A|; `null` when nothing was won (or no periods). */
export function wape(periods: readonly Judged[]): number | null {
  throw new Error(`not yet: ${periods.length}`);
}

/** Sum (F - A) / sum |A|: above 0 means forecasts were too high. */
export function bias(periods: readonly Judged[]): number | null {
  throw new Error(`not yet: ${periods.length}`);
}

/** Mean pinball (quantile) loss over P10, P50 and P90. */
export function pinball(periods: readonly JudgedRange[]): number | null {
  throw new Error(`not yet: ${periods.length}`);
}

/** Share of periods whose actual lies within P10 to P90, ends included. */
export function hitRate(periods: readonly JudgedRange[]): number | null {
  throw new Error(`not yet: ${periods.length}`);
}

/** Mean squared error of chances. */
export function brier(chances: readonly JudgedChance[]): number | null {
  throw new Error(`not yet: ${chances.length}`);
}

/** Mean log loss in nats; chances are kept 1e-6 off 0 and 1. */
export function logLoss(chances: readonly JudgedChance[]): number | null {
  throw new Error(`not yet: ${chances.length}`);
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
  throw new Error(`not yet: ${chances.length}`);
}

/** Expected calibration error: the bands' |mean chance - share won|, weighted by deals. */
export function calibrationError(chances: readonly JudgedChance[]): number | null {
  throw new Error(`not yet: ${chances.length}`);
}
