/** A deal as the estimator sees it: at risk from just after day `entry` up to day `time`. */
export interface Spell {
  /** Age in days when first seen; 0 when seen from the start. A spell with time <= entry > 0 says nothing and is left out. */
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

/** The people behind one moment of the curve, counted before it is computed. */
interface Moment {
  readonly time: number;
  readonly atRisk: number;
  readonly won: number;
  readonly lost: number;
}

/**
 * Share of deals open, won and lost by each day on which any left or was last seen: the
 * Aalen-Johansen estimator with delayed entry. A deal that is still open leaves the risk set and
 * decides nothing; a lost one stays lost, so won + lost + open = 1 on every day.
 * Standard errors are the infinitesimal jackknife's, as in R's survival::survfit (Therneau,
 * "Multi-state models and competing risks", 2024). O(deals x days).
 */
export function aalenJohansen(spells: readonly Spell[]): readonly CurvePoint[] {
  const seen = spells.filter(({ entry, time }) => time > entry || entry === 0);
  const influenceOpen = new Float64Array(seen.length);
  const influenceWon = new Float64Array(seen.length);
  const points: CurvePoint[] = [];
  let open = 1;
  let won = 0;
  let lost = 0;

  for (const moment of momentsOf(seen)) {
    const wonHazard = moment.won / moment.atRisk;
    const hazard = (moment.won + moment.lost) / moment.atRisk;
    let variance = 0;
    seen.forEach((spell, i) => {
      let wonShift = 0;
      let shift = 0;
      if (isAtRisk(spell, moment.time)) {
        const leaves = spell.time === moment.time && spell.outcome !== 'open';
        wonShift = ((leaves && spell.outcome === 'won' ? 1 : 0) - wonHazard) / moment.atRisk;
        shift = ((leaves ? 1 : 0) - hazard) / moment.atRisk;
      }
      influenceWon[i]! += influenceOpen[i]! * wonHazard + open * wonShift;
      influenceOpen[i] = influenceOpen[i]! * (1 - hazard) - open * shift;
      variance += influenceWon[i]! ** 2;
    });
    won += open * wonHazard;
    lost += open * (hazard - wonHazard);
    open *= 1 - hazard;
    const { time, atRisk } = moment;
    points.push({ time, atRisk, open, won, lost, seWon: Math.sqrt(variance) });
  }
  return points;
}

/** The curve on any day: its last point up to then, or everyone open before the first. */
export function curveAt(points: readonly CurvePoint[], time: number): Omit<CurvePoint, 'atRisk'> {
  let last: Omit<CurvePoint, 'atRisk'> = { time, open: 1, won: 0, lost: 0, seWon: 0 };
  for (const point of points) {
    if (point.time > time) break;
    last = point;
  }
  return { ...last, time };
}

/** A deal that is first seen on day 0 can leave on day 0; one first seen later cannot leave on its first day. */
function isAtRisk({ entry, time }: Spell, at: number): boolean {
  return at <= time && (at > entry || entry === 0);
}

function momentsOf(spells: readonly Spell[]): readonly Moment[] {
  const times = [...new Set(spells.map(({ time }) => time))].sort((a, b) => a - b);
  const index = new Map(times.map((time, at) => [time, at]));
  const won = new Float64Array(times.length);
  const lost = new Float64Array(times.length);
  const steps = new Float64Array(times.length + 1);
  for (const spell of spells) {
    const leaves = index.get(spell.time)!;
    if (spell.outcome === 'won') won[leaves]! += 1;
    if (spell.outcome === 'lost') lost[leaves]! += 1;
    steps[firstAtRisk(times, spell.entry)]! += 1;
    steps[leaves + 1]! -= 1;
  }
  let atRisk = 0;
  return times.map((time, at) => {
    atRisk += steps[at]!;
    return { time, atRisk, won: won[at]!, lost: lost[at]! };
  });
}

/** Position of the first time at which a deal seen from `entry` on is at risk, by halving. */
function firstAtRisk(times: readonly number[], entry: number): number {
  if (entry === 0) return 0;
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! > entry) high = middle;
    else low = middle + 1;
  }
  return low;
}
