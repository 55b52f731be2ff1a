/** A deal as the estimator sees it: at risk from the end of day `entry` to day `time`. */
export interface Spell {
  /** Age in days when first seen; 0 when seen from the start. Spells with time <= entry > 0 are left out. */
  readonly entry: number;
  readonly time: number;
  readonly outcome: 'won' | 'lost' | 'open';
}

export interface CurvePoint {
  readonly time: number;
  /** Deals at risk just before `time`. */
  readonly atRisk: number;
  readonly open: number;
  readonly won: number;
  readonly lost: number;
  /** Standard error of `won`. */
  readonly seWon: number;
}

/** Share of deals open, won and lost by each day on which any left or was last seen. */
export function aalenJohansen(spells: readonly Spell[]): readonly CurvePoint[] {
  throw new Error(`not yet: ${spells.length}`);
}
