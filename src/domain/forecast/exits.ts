import { type Panel, UNSEEN } from './panel';

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
  /** The same without evenings, of all visits, those of unknown length too. */
  readonly exposedInState: Float64Array;
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
    exposedInState: new Float64Array(states),
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

/** Adds what happened in a window to the table. One pass over spells and their evenings. */
export function addExits(exits: Exits, panel: Panel, window: Window): void {
  const width = exits.states + 2;
  for (const { state, from, to, exit, known } of panel.spells) {
    if (from >= window.upTo || to <= window.after) continue;
    const first = Math.max(from, window.after);
    const leaves = exit !== UNSEEN && to <= window.upTo;
    const last = Math.min(leaves ? to : to - 1, window.upTo);
    if (last <= first) continue;
    exits.exposedInState[state]! += last - first;
    if (leaves) exits.leftState[state * width + exit]! += 1;
    if (!known) continue;
    const row = state * exits.cap;
    const end = Math.min(last - from, exits.cap - 1);
    for (let evening = first - from; evening < end; evening++) exits.exposed[row + evening]! += 1;
    const beyond = last - from - Math.max(exits.cap - 1, first - from);
    if (beyond > 0) exits.exposed[row + exits.cap - 1]! += beyond;
    if (leaves) exits.left[(row + Math.min(to - 1 - from, exits.cap - 1)) * width + exit]! += 1;
  }
  for (const { day, into } of panel.births) {
    if (day > window.after && day <= window.upTo && into !== UNSEEN) exits.born[into]! += 1;
  }
  for (const { day, states } of panel.closings) {
    if (day <= window.after || day > window.upTo) continue;
    for (const state of states) exits.resolved[state]! += 1;
  }
}

/** Lets older counts fade: everything in the table weighs `factor` of what it did. */
export function fade(exits: Exits, factor: number): void {
  const { exposed, left, exposedInState, leftState, resolved, born } = exits;
  for (const counts of [exposed, left, exposedInState, leftState, resolved, born]) {
    for (let index = 0; index < counts.length; index++) counts[index]! *= factor;
  }
}
