import type { Tab } from '../google/tab';
import type { Row } from '../sheet/cell';
import { cellText } from '../sheet/cellText';
import { longestRuns } from '../sheet/rowRuns';
import { isAs, type Places } from './stillThere';

/** Taking rows out is a call for each run of them: their number does not grow with the deals. */
const MOST_RUNS = 20;

/** By what their cells in the column of names said. */
export interface TakenOut {
  readonly taken: readonly string[];
  /** Rows that said otherwise right before they would have gone: they are there still. */
  readonly changed: readonly string[];
}

/**
 * Takes these rows out of a tab, those in the longest runs, from below. Each run is looked at once more right before, so that
 * who sorts the rows in between loses none, nor who types into one of them.
 */
export function takeOut(tab: Tab, places: Places): TakenOut {
  const { column, names, looks } = places;
  const width = Math.max(column, ...[...(looks?.values() ?? [])].map((look) => look.length));
  const taken: string[] = [];
  for (const { first, rows } of longestRuns([...names.keys()], MOST_RUNS)) {
    const run = Array.from({ length: rows }, (_, i) => names.get(first + i) ?? '');
    const now =
      looks === undefined
        ? tab.read({ row: first, column }, rows, 1)
        : tab.read({ row: first, column: 1 }, rows, width);
    const at = looks === undefined ? 0 : column - 1;
    const changed = run.filter((name, i) => {
      const row = now[i] ?? [];
      return cellText(row[at]) !== name || !isAs(row, looks?.get(first + i));
    });
    if (changed.length > 0) return { taken, changed };
    tab.deleteRows(first, rows);
    taken.push(...run);
  }
  return { taken, changed: [] };
}

/**
 * The rows that went in place of those that were to be taken out: somebody has sorted the tab between the last look and the
 * moment itself. `before` are all rows as they read last; one without a name is known by what it says. One read, a second one where some
 * went, and none where nothing was taken.
 */
export function takenInstead(
  tab: Tab,
  { column }: Places,
  taken: readonly string[],
  before: readonly Row[],
): readonly Row[] {
  if (taken.length === 0) return [];
  const names = new Set(tab.readColumn(column).map(cellText));
  if (!taken.some((name) => names.has(name))) return [];
  const meant = new Set(taken);
  const texts = new Set(tab.readAll().map(textOf));
  return before.filter((row) => {
    const name = cellText(row[column - 1]);
    const isThere = name === '' ? texts.has(textOf(row)) : names.has(name) || meant.has(name);
    return !isThere && row.some((cell) => cell !== '');
  });
}

/** Trailing empty cells do not count: tabs are read to different widths. */
function textOf(row: Row): string {
  const width = row.map((cell) => cell !== '').lastIndexOf(true) + 1;
  return JSON.stringify(row.slice(0, width));
}
