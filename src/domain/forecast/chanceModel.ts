import { EXITS } from './constants';
import type { Exits } from './exits';

/** The chances of one evening's step, by state and evenings sat there. */
export interface ChanceModel {
  readonly cap: number;
  readonly states: number;
  /** Chance to be still there the next evening, [state][evening]. */
  readonly stay: Float64Array;
  /** Chance to be in another state or won, [state][evening][state ..., won, lost]. */
  readonly go: Float64Array;
  /** Where a new deal stands on its first evening, [state ..., won, lost]. */
  readonly born: Float64Array;
  /** What the table weighs against the defaults, 0 to 1, by state. */
  readonly weight: Float64Array;
}

/** A rate of leaving and where it leads: what one level of the table hands down to the next. */
interface Level {
  readonly rate: number;
  readonly mix: Float64Array;
}

/**
 * Learns how deals leave each state from the table of exits. Each evening is shrunk to its band,
 * a band to all evenings from its first on, these to the stage, the stage to the defaults; what
 * comes out is blended with the defaults by the number of resolved deals.
 */
export function fitChances(exits: Exits, defaults: Float64Array): ChanceModel {
  const { cap, states } = exits;
  const model = {
    cap,
    states,
    stay: new Float64Array(states * cap),
    go: new Float64Array(exits.left.length),
    born: bornShares(exits),
    weight: exits.resolved.map((resolved) => resolved / (resolved + EXITS.defaultIsWorth)),
  };
  for (let state = 0; state < states; state++) fitState(model, state, { exits, defaults });
  return model;
}

/** Fills in one state of the model. `defaults` are where exits lead before anything is learned. */
function fitState(
  model: ChanceModel,
  state: number,
  { exits, defaults }: { exits: Exits; defaults: Float64Array },
): void {
  const { cap, states } = exits;
  const width = states + 2;
  const byDefault = defaults.subarray(state * width, (state + 1) * width);
  const ofState = exits.leftState.subarray(state * width, (state + 1) * width);
  const start = { rate: 1 / EXITS.usualDwell, mix: byDefault };
  const worth = { rate: EXITS.stageIsWorth, mix: EXITS.stageMixIsWorth };
  let pool: Level = {
    rate: shrunk(counted(exits, state, [0, cap]), start, worth).rate,
    mix: shrunk({ left: ofState, exposed: 0 }, start, worth).mix,
  };
  const ofPool = { rate: EXITS.poolIsWorth, mix: EXITS.poolMixIsWorth };
  for (const [first, last] of bandsUpTo(cap)) {
    pool = shrunk(counted(exits, state, [first, cap]), pool, ofPool);
    const fallback = { rate: pool.rate, mix: byDefault };
    refine({ exits, state, run: [first, last] }, pool, (evening, learned) => {
      blend(model, state * cap + evening, { learned, fallback, weight: model.weight[state]! });
    });
  }
}

/** Evenings first .. last - 1. */
type Run = readonly [first: number, last: number];

/**
 * Learns a run of evenings from what it is part of, then its two halves from it, down to single evenings. Where no
 * deal has been followed nothing is learned: every evening there has the level above.
 */
function refine(
  { exits, state, run }: { exits: Exits; state: number; run: Run },
  above: Level,
  learned: (evening: number, level: Level) => void,
): void {
  const [first, last] = run;
  const seen = counted(exits, state, run);
  if (seen.exposed === 0) {
    for (let evening = first; evening < last; evening++) learned(evening, above);
    return;
  }
  const level = shrunk(seen, above, { rate: EXITS.runIsWorth, mix: EXITS.runMixIsWorth });
  if (last - first === 1) {
    learned(first, level);
    return;
  }
  const middle = (first + last) >> 1;
  refine({ exits, state, run: [first, middle] }, level, learned);
  refine({ exits, state, run: [middle, last] }, level, learned);
}

interface Blended {
  readonly learned: Level;
  readonly fallback: Level;
  /** Of what was learned, 0 to 1. */
  readonly weight: number;
}

/** Writes one evening's chances. */
function blend(model: ChanceModel, cell: number, { learned, fallback, weight }: Blended): void {
  const width = model.states + 2;
  let leaving = 0;
  for (let to = 0; to < width; to++) {
    const byDefault = fallback.rate * fallback.mix[to]!;
    const chance = weight * learned.rate * learned.mix[to]! + (1 - weight) * byDefault;
    model.go[cell * width + to] = chance;
    leaving += chance;
  }
  model.stay[cell] = Math.max(0, 1 - leaving);
}

/** Exits by where to, of so many evenings exposed. */
interface Counted {
  readonly left: Float64Array;
  readonly exposed: number;
}

/** Counts that are shrunk to the level above, which is worth so many exits. */
function shrunk(
  { left, exposed }: Counted,
  above: Level,
  worth: { readonly rate: number; readonly mix: number },
): Level {
  let exits = 0;
  for (let to = 0; to < left.length; to++) exits += left[to]!;
  const rate = (exits + worth.rate) / (exposed + worth.rate / above.rate);
  const mix = new Float64Array(left.length);
  for (let to = 0; to < left.length; to++) {
    mix[to] = (left[to]! + worth.mix * above.mix[to]!) / (exits + worth.mix);
  }
  return { rate: Math.min(1, rate), mix };
}

/** What the table holds of a run of evenings. */
function counted(exits: Exits, state: number, [first, last]: Run): Counted {
  const width = exits.states + 2;
  const [from, end] = [state * exits.cap + first, state * exits.cap + last];
  const left = new Float64Array(width);
  for (let to = 0; to < width; to++) {
    if (exits.leftState[state * width + to] === 0) continue;
    let sum = 0;
    for (let cell = from; cell < end; cell++) sum += exits.left[cell * width + to]!;
    left[to] = sum;
  }
  let exposed = 0;
  for (let cell = from; cell < end; cell++) exposed += exits.exposed[cell]!;
  return { left, exposed };
}

/** The bands [first, after last) of evenings below `cap`. */
export function bandsUpTo(cap: number): readonly Run[] {
  const firsts = EXITS.bands.filter((first) => first < cap);
  return firsts.map((first, index) => [first, firsts[index + 1] ?? cap]);
}

function bornShares({ born, states }: Exits): Float64Array {
  const total = born.reduce((sum, count) => sum + count, 0);
  if (total > 0) return born.map((count) => count / total);
  const first = new Float64Array(states + 2);
  if (states > 0) first[0] = 1;
  return first;
}

/**
 * Where exits lead before anything is learned, [state][state ..., won, lost]: mixes that give each
 * open stage exactly its default chance. From a stage with chance p before one with n, a share p/n
 * goes on and the rest is lost; where p is above n some are won at once. Nurtured deals come back
 * to the first stage as seldom as its chance says. `lasts` are the stages before won: one a pipeline.
 */
export function defaultExits(
  chances: readonly number[],
  states: number,
  lasts: readonly number[] = [chances.length - 1],
): Float64Array {
  const width = states + 2;
  const mixes = new Float64Array(states * width);
  for (let state = 0; state < states; state++) {
    const isOpen = state < chances.length;
    const here = isOpen ? chances[state]! : (chances[0] ?? 0);
    const isLast = !isOpen || lasts.includes(state);
    const ahead = isLast ? 1 : chances[state + 1]!;
    const next = isOpen ? (isLast ? states : state + 1) : 0;
    const row = state * width;
    if (here <= ahead) {
      const share = ahead > 0 ? here / ahead : 0;
      mixes[row + next]! += share;
      mixes[row + states + 1]! += 1 - share;
    } else {
      const wonAtOnce = (here - ahead) / (1 - ahead);
      mixes[row + states]! += wonAtOnce;
      mixes[row + next]! += 1 - wonAtOnce;
    }
  }
  return mixes;
}
