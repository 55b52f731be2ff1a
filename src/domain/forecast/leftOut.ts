import { EXITS, LEFT_OUT } from './constants';
import { addExits, type Exits, noExits, type Weights } from './exits';
import { type Panel, UNSEEN } from './panel';

/**
 * The first day whose closings are in the data. A file that leaves out what closed before a day
 * still holds the deals that outlived it: until then they could not have closed, and counting
 * those days would teach that deals close seldom (delayed entry). The file says nothing about it,
 * so it is told by its silence: deals were there, many should have closed, none did.
 */
export function seenFrom(panel: Panel): number {
  const { closings, lastDay, spells } = panel;
  const start = spells.reduce((first, { from }) => Math.min(first, from), lastDay);
  const firstClosing = firstOf(closings.map(({ day }) => day)) ?? lastDay;
  const begin = Math.max(Math.min(start, firstClosing), lastDay - LEFT_OUT.oldestDays);
  if (firstClosing <= begin + 1 || closings.length === 0) return begin;
  const weights = new Float64Array(panel.histories.length).fill(1);
  const before = noExits(panel, EXITS.cap);
  addExits(before, panel, weights, { after: begin - 1, upTo: firstClosing - 1 });
  const after = noExits(panel, EXITS.cap);
  addExits(after, panel, weights, { after: firstClosing - 1, upTo: lastDay });
  return expectedClosings(before, after) > LEFT_OUT.closings ? firstClosing : begin;
}

/** The first of many days, past odd ones far before the others that were mistyped. */
function firstOf(days: readonly number[]): number | undefined {
  const sorted = [...days].sort((a, b) => a - b);
  const near = Math.floor(sorted.length * LEFT_OUT.oddShare);
  return sorted.find((day, index) => (sorted[index + near] ?? Infinity) - day <= LEFT_OUT.oddDays);
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
 * deals beside twenty closed ones would teach that nothing ever closes.
 */
export function weightsOf(panel: Panel, from: number): Weights {
  const weights = new Float64Array(panel.histories.length).fill(1);
  const open = new Set<number>();
  for (const { deal, exit, to } of panel.spells) {
    if (exit === UNSEEN && to > panel.lastDay) open.add(deal);
  }
  const weight = openWeight(panel, open, from);
  for (const deal of open) weights[deal] = weight;
  return weights;
}

/** Closed deals among those born some time ago, beside how many there must be at a third of the present rate of new deals. */
function openWeight(panel: Panel, open: ReadonlySet<number>, from: number): number {
  const days = panel.lastDay - from + 1;
  const recentDays = Math.min(LEFT_OUT.recentDays, Math.floor(days / 3));
  let recent = 0;
  let closedBefore = 0;
  let openBefore = 0;
  for (const { deal, day } of panel.births) {
    if (day < from) continue;
    if (day > panel.lastDay - recentDays) recent += 1;
    else if (open.has(deal)) openBefore += 1;
    else closedBefore += 1;
  }
  if (recent < LEFT_OUT.recentDeals) return 1;
  const atLeast = recent / recentDays / LEFT_OUT.growth;
  const missing = atLeast * (days - recentDays) - openBefore;
  return missing <= closedBefore ? 1 : (closedBefore + 1) / (missing + 1);
}
