import { type DaySpell, type Panel, UNSEEN } from './panel';

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

/** Adds what happened in a window to the table. One pass over spells and their evenings. */
export function addExits(exits: Exits, panel: Panel, weights: Weights, window: Window): void {
  const width = exits.states + 2;
  for (const spell of panel.spells) {
    if (spell.from >= window.upTo || spell.to <= window.after) continue;
    const weight = weights[spell.deal]!;
    const leaves = spell.exit !== UNSEEN && spell.to <= window.upTo;
    if (leaves) exits.leftState[spell.state * width + spell.exit]! += weight;
    if (spell.known) addEvenings(exits, spell, window, weight);
  }
  for (const { deal, day, into } of panel.births) {
    if (day > window.after && day <= window.upTo && into !== UNSEEN) {
      exits.born[into]! += weights[deal]!;
    }
  }
  for (const { deal, day, states } of panel.closings) {
    if (day <= window.after || day > window.upTo) continue;
    for (const state of states) exits.resolved[state]! += weights[deal]!;
  }
}

function addEvenings(exits: Exits, spell: DaySpell, window: Window, weight: number): void {
  const { state, from, to, exit } = spell;
  const leaves = exit !== UNSEEN && to <= window.upTo;
  const first = Math.max(from, window.after) - from;
  const last = Math.min(leaves ? to : to - 1, window.upTo) - from;
  const end = exits.cap - 1;
  const row = state * exits.cap;
  for (let evening = first; evening < Math.min(last, end); evening++) {
    exits.exposed[row + evening]! += weight;
  }
  const beyond = last - Math.max(end, first);
  if (beyond > 0) exits.exposed[row + end]! += weight * beyond;
  if (leaves) {
    const cell = row + Math.min(to - 1 - from, end);
    exits.left[cell * (exits.states + 2) + exit]! += weight;
  }
}

/** Lets older counts fade: everything in the table weighs `factor` of what it did. */
export function fade(exits: Exits, factor: number): void {
  const { exposed, left, leftState, resolved, born } = exits;
  for (const counts of [exposed, left, leftState, resolved, born]) {
    for (let index = 0; index < counts.length; index++) counts[index]! *= factor;
  }
}
