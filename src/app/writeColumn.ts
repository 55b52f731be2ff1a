import type { Place, Tab } from '../google/tab';
import type { Cell } from '../sheet/cell';
import { longestRuns } from '../sheet/rowRuns';

/** Cells of one column, by their rows; `null` leaves a cell alone. */
export type ColumnCells = readonly (readonly [row: number, cell: Cell | null])[];

/** One call a value, however many rows have it, and no neighbour's cell is touched: for few values. */
export function writeByValue(tab: Tab, column: number, cells: ColumnCells): void {
  if (column === 0) return;
  for (const [cell, places] of placesByValue(column, cells).values()) tab.writeSame(places, cell);
}

/**
 * Writes cells of people's own that may each say something else: a call each value, or each block of neighbouring rows where
 * those are fewer. Cells between are other people's and stay untouched, so calls grow with what is scattered and differs, too.
 */
export function writeColumn(tab: Tab, column: number, cells: ColumnCells): void {
  const values = new Map<number, Cell>();
  for (const [row, cell] of cells) if (cell !== null) values.set(row, cell);
  const runs = longestRuns([...values.keys()], values.size);
  if (column === 0 || placesByValue(column, cells).size <= runs.length) {
    writeByValue(tab, column, cells);
    return;
  }
  for (const { first, rows } of runs) {
    const grid = Array.from({ length: rows }, (_, i): Cell[] => [values.get(first + i) ?? '']);
    tab.write({ row: first, column }, grid);
  }
}

/** A cell of people's own in one of several columns. */
export interface Written {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
}

/** As `writeColumn`, for cells of several columns. */
export function writeCells(tab: Tab, cells: readonly Written[]): void {
  for (const column of new Set(cells.map((one) => one.column))) {
    const own = cells.filter((one) => one.column === column);
    writeColumn(
      tab,
      column,
      own.map(({ row, cell }) => [row, cell]),
    );
  }
}

function placesByValue(column: number, cells: ColumnCells): Map<string, [Cell, Place[]]> {
  const places = new Map<string, [Cell, Place[]]>();
  for (const [row, cell] of cells) {
    if (cell === null) continue;
    const key = JSON.stringify(cell);
    const [, same] = places.get(key) ?? [cell, []];
    same.push({ row, column });
    places.set(key, [cell, same]);
  }
  return places;
}
