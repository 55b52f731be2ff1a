import type { ChanceModel } from './chanceModel';

/** Chances to be won by a fixed last evening. */
export interface Curves {
  /** By the deal's state and evenings there, for each asked horizon in order, [state][evening]. */
  readonly within: readonly Float64Array[];
  /** To be won within h days after its first evening, for a deal born into each state, [h][state]; h from 0. */
  readonly fromBirth: Float64Array;
}

/**
 * Works back from the last evening: a deal is won within h days if it is won on the first of them,
 * or stands somewhere that evening from where it is won within h - 1. O(days x cells x states).
 */
export function curvesOf(model: ChanceModel, horizons: readonly number[]): Curves {
  const { cap, states } = model;
  const days = Math.max(0, ...horizons);
  const chance = new Float64Array(states * cap);
  const fromBirth = new Float64Array((days + 1) * states);
  const within = new Map<number, Float64Array>([[0, chance.slice()]]);
  for (let day = 1; day <= days; day++) {
    const fresh = fromBirth.subarray((day - 1) * states, day * states);
    stepBack(model, chance, fresh);
    for (let state = 0; state < states; state++) {
      fromBirth[day * states + state] = chance[state * cap]!;
    }
    if (horizons.includes(day)) within.set(day, chance.slice());
  }
  return { within: horizons.map((horizon) => within.get(horizon)!), fromBirth };
}

/** One day more to be won in. `fresh` is yesterday's chance of a deal that has just entered each state. */
function stepBack(model: ChanceModel, chance: Float64Array, fresh: Float64Array): void {
  const { cap, states, stay, go } = model;
  const width = states + 2;
  for (let state = 0; state < states; state++) {
    for (let evening = 0; evening < cap; evening++) {
      const cell = state * cap + evening;
      let sum = go[cell * width + states]!;
      for (let to = 0; to < states; to++) sum += go[cell * width + to]! * fresh[to]!;
      chance[cell] = sum + stay[cell]! * chance[evening + 1 < cap ? cell + 1 : cell]!;
    }
  }
}
