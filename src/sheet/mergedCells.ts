import type { Problem } from './cell';
import { columnOf, type Headers } from './headers';
import { cellName } from './healthTab';

/** Merged cells: only the top left one of them holds anything. Rows and columns count from 1. */
export interface Merged {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Whether a cell lies behind a merged one: it cannot hold anything, so nothing may be concluded from it. */
export function isUnseen(merged: readonly Merged[], row: number, column: number): boolean {
  return merged.some(
    (block) =>
      row >= block.row &&
      row < block.row + block.rows &&
      column >= block.column &&
      column < block.column + block.columns &&
      (row !== block.row || column !== block.column),
  );
}

/** `'J2:J4'` */
export function mergedName(block: Merged): string {
  const end = { row: block.row + block.rows - 1, column: block.column + block.columns - 1 };
  return `${cellName(block, 'en')}:${cellName(end, 'en')}`;
}

/**
 * Merged cells that hide something of a deal: in a column of the program's, or in one that a criterion asks for. What
 * people merge elsewhere is theirs.
 */
export function mergedProblems(
  headers: Headers<'deals'>,
  merged: readonly Merged[],
  asked: readonly string[],
): readonly Problem[] {
  const known = new Set([
    ...headers.columns.values(),
    ...asked.map((field) => columnOf(headers, field as never)),
  ]);
  return merged
    .filter((block) => hides(block, headers.row, known))
    .map((block) => ({
      tab: 'deals',
      row: block.row,
      column: block.column,
      code: 'mergedCells',
      about: [mergedName(block)],
    }));
}

function hides(
  { row, column, rows, columns }: Merged,
  headerRow: number,
  known: ReadonlySet<number>,
): boolean {
  const isBelow = row + rows - 1 > headerRow;
  const reached = Array.from({ length: columns }, (_, i) => column + i).filter((at) =>
    known.has(at),
  );
  return isBelow && reached.some((at) => rows > 1 || at > column);
}
