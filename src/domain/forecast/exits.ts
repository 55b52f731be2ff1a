import { countUpTo } from './dayOrder';
import { BITS, type Panel, type Spells, UNSEEN } from './panel';

/**
 * How often deals left each state, by the evenings they had sat there. Evenings from `cap` - 1 on
 * share the last cell.
 */
export interface Exits {
  readonly cap: number;
  readonly states: number;
  /** Deal-evenings that were followed up, [state][evening]. */
  readonly exposed: Float64Array;
  /** Exits by where to, [state][evening][state ..., won, lost]. */
  readonly left: Float64Array;
  /** The same without evenings, of visits of unknown length too: [state][state ..., won, lost]. */
  readonly leftState: Float64Array;
  /** Closed deals that had sat in the state, however often. */
  readonly resolved: Float64Array;
  /** New deals by where they stood on their first evening, [state ..., won, lost]. */
  readonly born: Float64Array;
}

/** A table with nothing in it, for a panel's states. */
export function noExits(panel: Pick<Panel, 'states'>, cap: number): Exits {
  const states = panel.states.length;
  return {
    cap,
    states,
    exposed: new Float64Array(states * cap),
    left: new Float64Array(states * cap * (states + 2)),
    leftState: new Float64Array(states * (states + 2)),
    resolved: new Float64Array(states),
    born: new Float64Array(states + 2),
  };
}

/** The steps from one evening to the next that end on the days after .. upTo. */
export interface Window {
  readonly after: number;
  readonly upTo: number;
}

/** How much each deal counts, by its position in the panel's histories. */
export type Weights = Float64Array;

/**
 * Adds what happened in a window to the table. `spells` are positions of the spells that may
 * reach into it. One pass over them and their evenings.
 */
export function addExits(
  exits: Exits,
  panel: Panel,
  { spells, weights, window }: { spells: Int32Array; weights: Weights; window: Window },
): void {
  for (const spell of spells) {
    const weight = weights[panel.spells.deal[spell]!]!;
    addSpell(exits, panel.spells, { spell, weight, window });
  }
  const { births, closings } = panel;
  const lastBirth = countUpTo(births.day, window.upTo);
  for (let birth = countUpTo(births.day, window.after); birth < lastBirth; birth++) {
    const into = births.into[birth]!;
    if (into !== UNSEEN) exits.born[into]! += weights[births.deal[birth]!]!;
  }
  const lastClosing = countUpTo(closings.day, window.upTo);
  for (let closing = countUpTo(closings.day, window.after); closing < lastClosing; closing++) {
    const weight = weights[closings.deal[closing]!]!;
    for (let state = 0; state < Math.min(exits.states, BITS); state++) {
      if ((closings.satIn[closing]! >> state) & 1) exits.resolved[state]! += weight;
    }
  }
}

function addSpell(
  exits: Exits,
  spells: Spells,
  { spell, weight, window }: { spell: number; weight: number; window: Window },
): void {
  const { after, upTo } = window;
  const from = spells.from[spell]!;
  const to = spells.to[spell]!;
  if (to <= after) return;
  const width = exits.states + 2;
  const state = spells.state[spell]!;
  const exit = spells.exit[spell]!;
  const leaves = exit !== UNSEEN && to <= upTo;
  if (leaves) exits.leftState[state * width + exit]! += weight;
  if (spells.known[spell] === 0) return;
  const first = Math.max(from, after) - from;
  const last = Math.min(leaves ? to : to - 1, upTo) - from;
  const end = exits.cap - 1;
  const row = state * exits.cap;
  for (let evening = first; evening < Math.min(last, end); evening++) {
    exits.exposed[row + evening]! += weight;
  }
  const beyond = last - Math.max(end, first);
  if (beyond > 0) exits.exposed[row + end]! += weight * beyond;
  if (leaves) exits.left[(row + Math.min(to - 1 - from, end)) * width + exit]! += weight;
}

/** Lets older counts fade: everything in the table weighs `factor` of what it did. */
export function fade(exits: Exits, factor: number): void {
  const { exposed, left, leftState, resolved, born } = exits;
  for (const counts of [exposed, left, leftState, resolved, born]) {
    for (let index = 0; index < counts.length; index++) counts[index]! *= factor;
  }
}
