import { EXITS, UNSEEN_CLOSINGS } from './constants';
import { addExits, type Exits, fade, noExits } from './exits';
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
  let reached = seenFrom(panel) - 1;
  for (const stop of stops) {
    while (reached < stop) {
      const upTo = Math.min(stop, reached + STRIDE);
      fade(exits, 0.5 ** ((upTo - reached) / EXITS.halfLifeDays));
      addExits(exits, panel, { after: reached, upTo });
      reached = upTo;
    }
    if (reached === stop) visit(exits, stop);
  }
}

/**
 * The first day whose closings are in the data. A file that leaves out what closed before a day
 * still holds the deals that outlived it: until then they could not have closed, and counting
 * those days would teach that deals close seldom (delayed entry). The file says nothing about it,
 * so it is told by its silence: deals were there, many should have closed, none did.
 */
export function seenFrom(panel: Panel): number {
  const start = panel.spells.reduce((first, { from }) => Math.min(first, from), panel.lastDay);
  const firstClosing = panel.closings.reduce((first, { day }) => Math.min(first, day), Infinity);
  const begin = Math.min(start, firstClosing);
  if (!(firstClosing > begin + 1) || firstClosing > panel.lastDay) return begin;
  const before = noExits(panel, EXITS.cap);
  addExits(before, panel, { after: begin - 1, upTo: firstClosing - 1 });
  const after = noExits(panel, EXITS.cap);
  addExits(after, panel, { after: firstClosing - 1, upTo: panel.lastDay });
  return expectedClosings(before, after) > UNSEEN_CLOSINGS ? firstClosing : begin;
}

/** Closings that the evenings before would have brought at the later evenings' rates, band by band. */
function expectedClosings(before: Exits, after: Exits): number {
  const { cap, states } = after;
  const width = states + 2;
  const firsts = EXITS.bands;
  let expected = 0;
  for (let state = 0; state < states; state++) {
    firsts.forEach((first, band) => {
      let closings = 0;
      let exposed = 0;
      let waiting = 0;
      for (let evening = first; evening < Math.min(cap, firsts[band + 1] ?? cap); evening++) {
        const cell = state * cap + evening;
        closings += after.left[cell * width + states]! + after.left[cell * width + states + 1]!;
        exposed += after.exposed[cell]!;
        waiting += before.exposed[cell]!;
      }
      if (exposed > 0) expected += (waiting * closings) / exposed;
    });
  }
  return expected;
}
