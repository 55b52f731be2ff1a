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
 * or stands somewhere that evening from where it is won within h - 1. O(days x cells x ways to leave).
 */
export function curvesOf(model: ChanceModel, horizons: readonly number[]): Curves {
  const { cap, states } = model;
  const days = Math.max(0, ...horizons);
  const chance = new Float64Array(states * cap);
  const fromBirth = new Float64Array((days + 1) * states);
  const within = new Map<number, Float64Array>([[0, chance.slice()]]);
  const all = Array.from({ length: states }, (_, state) => stateOf(model, state, chance));
  for (let day = 1; day <= days; day++) {
    const fresh = fromBirth.subarray((day - 1) * states, day * states);
    for (const one of all) stepBack(one, fresh);
    for (let state = 0; state < states; state++) {
      fromBirth[day * states + state] = chance[state * cap]!;
    }
    if (horizons.includes(day)) within.set(day, chance.slice());
  }
  return { within: horizons.map((horizon) => within.get(horizon)!), fromBirth };
}

/** A state's chances by evenings there. */
interface State {
  /** To be won within the days that were worked back. */
  readonly chance: Float64Array;
  readonly stay: Float64Array;
  readonly won: Float64Array;
  /** Where its deals ever go to; most states are not among these. */
  readonly ways: readonly { readonly to: number; readonly go: Float64Array }[];
  /** To be won today or from where a deal goes today: the day's sum, worked out anew each day. */
  readonly moved: Float64Array;
}

function stateOf(model: ChanceModel, state: number, chance: Float64Array): State {
  const { cap, states, stay } = model;
  const ofState = (table: Float64Array) => table.subarray(state * cap, (state + 1) * cap);
  const ways: { to: number; go: Float64Array }[] = [];
  for (let to = 0; to < states; to++) {
    const go = goingTo(model, state, to);
    if (go.some((share) => share > 0)) ways.push({ to, go });
  }
  return {
    chance: ofState(chance),
    stay: ofState(stay),
    won: goingTo(model, state, states),
    ways,
    moved: new Float64Array(cap),
  };
}

/** By evenings: the chance to go from one state to another, or to be won. */
function goingTo({ cap, states, go }: ChanceModel, state: number, to: number): Float64Array {
  const chances = new Float64Array(cap);
  const width = states + 2;
  for (let evening = 0; evening < cap; evening++) {
    chances[evening] = go[(state * cap + evening) * width + to]!;
  }
  return chances;
}

/**
 * One day more to be won in. `fresh` is yesterday's chance of a deal that has just entered each state.
 * One way after the other over all evenings: a loop over short lists for each evening takes three times as long.
 */
function stepBack({ chance, stay, won, ways, moved }: State, fresh: Float64Array): void {
  moved.set(won);
  for (const { to, go } of ways) addTimes(moved, go, fresh[to]!);
  const last = chance.length - 1;
  for (let evening = 0; evening < last; evening++) {
    chance[evening] = moved[evening]! + stay[evening]! * chance[evening + 1]!;
  }
  chance[last] = moved[last]! + stay[last]! * chance[last]!;
}

function addTimes(sums: Float64Array, shares: Float64Array, times: number): void {
  for (let at = 0; at < sums.length; at++) sums[at]! += shares[at]! * times;
}
