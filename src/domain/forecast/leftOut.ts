import { EXITS, LEFT_OUT } from './constants';
import { addExits, type Exits, noExits, type Weights, type Window } from './exits';
import { agesOf, shareByAges } from './keptShare';
import type { Panel } from './panel';

/**
 * The first day whose closings are in the data. A file that leaves out what closed before a day
 * still holds the deals that outlived it: until then they could not have closed, and counting
 * those days would teach that deals close seldom (delayed entry). The file says nothing about it,
 * so it is told by its silence: deals were there, many should have closed, none did.
 */
export function seenFrom(panel: Panel): number {
  const { closings, lastDay } = panel;
  const start = panel.spells.from[0] ?? lastDay;
  const firstClosing = firstOf(closings.day) ?? lastDay;
  const begin = Math.max(Math.min(start, firstClosing), lastDay - LEFT_OUT.oldestDays);
  const before = exitsOver(panel, { after: begin - 1, upTo: firstClosing - 1 });
  const after = exitsOver(panel, { after: firstClosing - 1, upTo: lastDay });
  return expectedClosings(before, after) > LEFT_OUT.closings ? firstClosing : begin;
}

/** The first of many ascending days, past odd ones far before the others that were mistyped. */
function firstOf(days: Int32Array): number | undefined {
  const near = Math.floor(days.length * LEFT_OUT.oddShare);
  return days.find((day, index) => (days[index + near] ?? Infinity) - day <= LEFT_OUT.oddDays);
}

function exitsOver(panel: Panel, window: Window): Exits {
  const exits = noExits(panel, EXITS.cap);
  const weights = new Float64Array(panel.histories.length).fill(1);
  const spells = Int32Array.from(panel.spells.from, (_, index) => index);
  addExits(exits, panel, { spells, weights, window });
  return exits;
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

/**
 * What each deal counts. Files often hold every open deal but few of the closed ones; then open
 * deals are made to weigh as little as the closed ones that are missing, or hundreds of waiting
 * deals beside twenty closed ones would teach that nothing ever closes. Two clues tell: arrivals,
 * and the share of closed deals among those of one age (keptShare.ts).
 */
export function weightsOf(panel: Panel, from: number): Weights {
  const weights = new Float64Array(panel.histories.length).fill(1);
  const open = new Set<number>();
  const { deal, to } = panel.spells;
  to.forEach((day, spell) => {
    if (day > panel.lastDay) open.add(deal[spell]!);
  });
  const byArrivals = shareByArrivals(panel, open, from);
  const weight = Math.min(byArrivals, shareByAges(agesOf(panel, open, from)));
  for (const each of open) weights[each] = weight;
  return weights;
}

/** Closed deals among those born some time ago, beside how many there must be at a third of the present rate of new deals. */
function shareByArrivals(panel: Panel, open: ReadonlySet<number>, from: number): number {
  const days = panel.lastDay - from + 1;
  const recentDays = Math.min(LEFT_OUT.recentDays, Math.floor(days / 3));
  let recent = 0;
  let closedBefore = 0;
  let openBefore = 0;
  panel.births.day.forEach((day, birth) => {
    if (day < from) return;
    if (day > panel.lastDay - recentDays) recent += 1;
    else if (open.has(panel.births.deal[birth]!)) openBefore += 1;
    else closedBefore += 1;
  });
  if (recent < LEFT_OUT.recentDeals) return 1;
  const atLeast = recent / recentDays / LEFT_OUT.growth;
  const missing = atLeast * (days - recentDays) - openBefore;
  return missing <= closedBefore ? 1 : (closedBefore + 1) / (missing + 1);
}
