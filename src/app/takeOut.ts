import type { Tab } from '../google/tab';
import type { Row } from '../sheet/cell';
import { cellText } from '../sheet/cellText';
import { longestRuns } from '../sheet/rowRuns';
import type { Places } from './stillThere';

/** Taking rows out is a call for each run of them: their number does not grow with the deals. */
const MOST_RUNS = 20;

/**
 * Takes these rows out of a tab, those in the longest runs, from below; answers what the cells by which they are known said. Each
 * run is looked at once more right before, so that who sorts the rows in between loses none.
 */
export function takeOut(tab: Tab, { column, names }: Places): readonly string[] {
  const taken: string[] = [];
  for (const { first, rows } of longestRuns([...names.keys()], MOST_RUNS)) {
    const run = Array.from({ length: rows }, (_, i) => names.get(first + i) ?? '');
    const now = tab.read({ row: first, column }, rows, 1);
    if (now.some(([cell], i) => cellText(cell) !== run[i])) return taken;
    tab.deleteRows(first, rows);
    taken.push(...run);
  }
  return taken;
}

/**
 * The rows that went in place of those that were to be taken out: somebody has sorted the tab between the last look and the
 * moment itself. `before` is how all rows read, by the cell by which they are known. One read, and none where nothing was taken.
 */
export function takenInstead(
  tab: Tab,
  { column }: Places,
  taken: readonly string[],
  before: ReadonlyMap<string, Row>,
): readonly Row[] {
  if (taken.length === 0) return [];
  const there = new Set(tab.readColumn(column).map(cellText));
  if (!taken.some((name) => there.has(name))) return [];
  const meant = new Set(taken);
  return [...before].flatMap(([name, row]) => (there.has(name) || meant.has(name) ? [] : [row]));
}
