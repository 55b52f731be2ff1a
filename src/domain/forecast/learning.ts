import { EXITS } from './constants';
import { addExits, type Exits, fade, noExits } from './exits';
import { seenFrom, weightsOf } from './leftOut';
import type { Panel } from './panel';

/** Days between two fadings when nobody asks for a stop. */
const STRIDE = 28;

/**
 * Walks through a panel's days and shows the table of exits as it stood on the evening of each
 * stop, oldest first; stops before anything was seen are passed over. The table goes on changing
 * after the call returns.
 */
export function walkExits(
  panel: Panel,
  stops: readonly number[],
  visit: (exits: Exits, day: number) => void,
): void {
  const exits = noExits(panel, EXITS.cap);
  const first = seenFrom(panel);
  const weights = weightsOf(panel, first);
  let reached = first - 1;
  for (const stop of stops) {
    while (reached < stop) {
      const upTo = Math.min(stop, reached + STRIDE);
      fade(exits, 0.5 ** ((upTo - reached) / EXITS.halfLifeDays));
      addExits(exits, panel, weights, { after: reached, upTo });
      reached = upTo;
    }
    if (reached === stop) visit(exits, stop);
  }
}
