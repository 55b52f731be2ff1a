import type { Tab } from '../google/tab';
import type { Cell } from '../sheet/cell';

/** Writes single cells of one column, in one call: from the first to the last, the cells between as they are. */
export function fillEmpty(
  tab: Tab,
  cells: readonly { readonly row: number; readonly column: number; readonly value: Cell }[],
): void {
  const first = cells[0];
  if (first === undefined) return;
  const rows = cells.map(({ row }) => row);
  const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
  const grid = tab.read({ row: top, column: first.column }, bottom - top + 1, 1);
  for (const { row, value } of cells) grid[row - top] = [value];
  tab.write({ row: top, column: first.column }, grid);
}
