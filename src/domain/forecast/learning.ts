import type { Day } from '../day';
import type { DealHistory } from '../history';
import type { Pipeline } from '../pipeline';
import { EXITS } from './constants';
import { countUpTo } from './dayOrder';
import { addExits, type Exits, fade, noExits, type Weights } from './exits';
import { seenFrom, weightsOf } from './leftOut';
import { numberOf, type Panel, panelOf } from './panel';

/** A panel, the first day that it can teach from, and what each deal counts. */
export interface Learning {
  readonly panel: Panel;
  readonly first: number;
  readonly weights: Weights;
}

/** Finds out what a panel's file left out, once. */
export function learningOf(panel: Panel): Learning {
  const first = seenFrom(panel);
  return { panel, first, weights: weightsOf(panel, first) };
}

/** Deals as their histories tell it at the end of a day. */
export interface Past {
  readonly histories: Iterable<DealHistory>;
  readonly pipeline: Pipeline;
  readonly asOf: Day;
  /** What these histories teach by that day, where the caller has learned it already. */
  readonly learning?: Learning;
}

/** Reads what histories teach by a day. Several outlooks of one day can share it. */
export function learn({ histories, pipeline, asOf, learning }: Past): Learning {
  return learning ?? learningOf(panelOf(histories, pipeline, asOf));
}

const WEEK = 7;
const SUNDAY = numberOf('1970-01-04');

/**
 * Walks through a panel's days and shows the table of exits as it stood on the evening of each
 * stop, oldest first, with the positions of the spells that go on over that evening. Stops before
 * anything was seen are passed over. Both go on changing after the call returns. What was seen fades
 * from week to week, on Sundays, so that a day teaches the same wherever else the walk stops.
 */
export function walkExits(
  { panel, first, weights }: Learning,
  stops: readonly number[],
  visit: (exits: Exits, day: number, standing: Int32Array) => void,
): void {
  const exits = noExits(panel, EXITS.cap);
  const { from, to } = panel.spells;
  const standing = new Int32Array(from.length);
  let count = 0;
  let begun = 0;
  let reached = first - 1;
  const halfLife = halfLifeOf(panel, first);
  const drop = (day: number) => {
    let kept = 0;
    for (let at = 0; at < count; at++) {
      if (to[standing[at]!]! > day) standing[kept++] = standing[at]!;
    }
    count = kept;
  };
  for (const stop of stops) {
    while (reached < stop) {
      const inWeek = daysSinceSunday(reached);
      const window = { after: reached, upTo: Math.min(stop, reached + WEEK - inWeek) };
      const last = countUpTo(from, window.upTo);
      while (begun < last) standing[count++] = begun++;
      if (inWeek === 0) fade(exits, 0.5 ** (WEEK / halfLife));
      addExits(exits, panel, { spells: standing.subarray(0, count), weights, window });
      reached = window.upTo;
      drop(reached);
    }
    if (reached === stop) visit(exits, stop, standing.subarray(0, count));
  }
}

/** 0 on a Sunday, 6 on a Saturday. */
function daysSinceSunday(day: number): number {
  return (((day - SUNDAY) % WEEK) + WEEK) % WEEK;
}

/** Days until what was seen counts half: as long as it takes to see enough closings, within bounds. */
function halfLifeOf({ closings, lastDay }: Panel, first: number): number {
  const seen = closings.day.length - countUpTo(closings.day, first - 1);
  const aDay = seen / (lastDay - first + 1);
  const { closings: wanted, least, most } = EXITS.halfLife;
  return Math.min(most, Math.max(least, wanted / Math.max(aDay, 1e-9)));
}
