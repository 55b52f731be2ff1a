import type { Place, Tab } from '../google/tab';
import type { Cell } from '../sheet/cell';
import { longestRuns, type RowRun, spanOf } from '../sheet/rowRuns';

/** Cells of one column, by their rows; `null` leaves a cell alone. */
export type ColumnCells = readonly (readonly [row: number, cell: Cell | null])[];

/** Up to so many values are written by a call each. */
const MOST_VALUES = 5;
/** Up to so many rectangles, where the values are more. */
const MOST_RUNS = 5;

/** One call a value, however many rows have it, and no neighbour's cell is touched: for few values. */
export function writeByValue(tab: Tab, column: number, cells: ColumnCells): void {
  if (column === 0) return;
  for (const [cell, places] of placesByValue(column, cells).values()) tab.writeSame(places, cell);
}

/**
 * Writes cells of people's own that may each say something else: calls do not grow with the rows. Where the values are many,
 * neighbouring rows are written at once, and where the rows are scattered too, so are the cells between some of them: as they say right
 * before, and never over a formula.
 */
export function writeColumn(tab: Tab, column: number, cells: ColumnCells): void {
  const values = new Map<number, Cell>();
  for (const [row, cell] of cells) if (cell !== null) values.set(row, cell);
  if (column === 0 || placesByValue(column, cells).size <= MOST_VALUES) {
    writeByValue(tab, column, cells);
    return;
  }
  const runs = [...longestRuns([...values.keys()], values.size)].reverse();
  const between =
    runs.length > MOST_RUNS ? cellsBetween(tab, column, runs) : new Map<number, Cell>();
  for (const { first, rows } of longestRuns([...values.keys(), ...between.keys()], values.size)) {
    const grid = Array.from({ length: rows }, (_, i): Cell[] => {
      const cell = values.get(first + i) ?? between.get(first + i);
      return [cell ?? ''];
    });
    tab.write({ row: first, column }, grid);
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

/**
 * The cells in the smallest gaps between these runs, which stand in order: as many gaps as it takes to make few runs of many. A gap
 * with a formula in it stays one. Two reads.
 */
function cellsBetween(tab: Tab, column: number, runs: readonly RowRun[]): Map<number, Cell> {
  const span = spanOf(runs.flatMap(({ first, rows }) => [first, first + rows - 1]));
  const formulas = tab.readFormulas(span.first, span.first + span.rows - 1);
  const now = tab.read({ row: span.first, column }, span.rows, 1);
  const hasFormula = (row: number) => (formulas[row - span.first]?.[column - 1] ?? '') !== '';
  const gaps = runs.slice(1).map((run, i) => {
    const from = (runs[i]?.first ?? 0) + (runs[i]?.rows ?? 0);
    return Array.from({ length: run.first - from }, (_, j) => from + j);
  });
  const filled = gaps
    .filter((gap) => !gap.some(hasFormula))
    .sort((a, b) => a.length - b.length)
    .slice(0, runs.length - MOST_RUNS);
  return new Map(filled.flat().map((row) => [row, now[row - span.first]?.[0] ?? '']));
}
