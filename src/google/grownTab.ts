import type { Cell } from '../sheet/cell';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Everything from A1 to the last filled cell, as it was read in this execution; `basis` is what it was read for. */
interface Known {
  readonly basis: string;
  readonly grid: Cell[][];
}

/** By sheet. Google starts each execution with a script of its own: nothing here outlives one. */
const known = new Map<number, Known>();

/** What is read of a sheet, each one call. */
interface Reading {
  readonly id: number;
  readonly sheet: Sheet;
  readAll(): Cell[][];
  read(row: number, rows: number, columns: number): Cell[][];
}

/**
 * As `readAll`, for a tab to which rows are only ever added: what this execution has read already is not read again, when its
 * last row still stands where it stood. Another basis, or rows that went elsewhere: all is read anew.
 */
export function readGrown(reading: Reading, basis: string): Cell[][] {
  const before = known.get(reading.id);
  const grid = (before?.basis === basis ? grown(reading, before.grid) : null) ?? reading.readAll();
  known.set(reading.id, { basis, grid });
  return grid;
}

function grown({ sheet, read }: Reading, grid: Cell[][]): Cell[][] | null {
  const rows = grid.length;
  const last = sheet.getLastRow();
  if (last < rows) return null;
  const end = read(rows, last - rows + 1, grid[0]?.length ?? 1);
  const isThere = JSON.stringify(end[0]) === JSON.stringify(grid[rows - 1]);
  return isThere ? [...grid.slice(0, -1), ...end] : null;
}

/** The script itself writes into these rows or takes them out: what was read of them is no longer so. */
export function forgetGrown(id: number, row: number): void {
  if (row <= (known.get(id)?.grid.length ?? 0)) known.delete(id);
}
