import { lastColumnOf, lastRowOf, overlap, type Rect } from './rect';
import type { SheetModel } from './sheet';

/** The merged block that this cell is part of, or null. */
export function mergeAt(sheet: SheetModel, row: number, column: number): Rect | null {
  return (
    sheet.merges.find(
      (merge) =>
        row >= merge.row &&
        row <= lastRowOf(merge) &&
        column >= merge.column &&
        column <= lastColumnOf(merge),
    ) ?? null
  );
}

/** Merges a block: its top left cell keeps its content, what the others held is gone. */
export function mergeCells(sheet: SheetModel, rect: Rect): void {
  const { row, column, rows, columns } = rect;
  sheet.clearCells({ row, column: column + 1, rows: 1, columns: columns - 1 });
  sheet.clearCells({ row: row + 1, column, rows: rows - 1, columns });
  const others = sheet.merges.filter((merge) => overlap(merge, rect) === null);
  sheet.merges = rows * columns > 1 ? [...others, rect] : others;
  sheet.touch(rect);
}

/** Takes merged blocks that reach into this one apart; their contents stay where they are. */
export function unmergeCells(sheet: SheetModel, rect: Rect): void {
  sheet.merges = sheet.merges.filter((merge) => overlap(merge, rect) === null);
  sheet.touch(rect);
}

/** Merged blocks that reach over several rows of this one: Google sorts no such range. */
export function hasTallMerge(sheet: SheetModel, rect: Rect): boolean {
  return sheet.merges.some((merge) => merge.rows > 1 && overlap(merge, rect) !== null);
}
