import type { DealId } from '../domain/ledger';
import type { Cell } from '../sheet/cell';
import { cellText } from '../sheet/cellText';
import type { Book } from './readBook';
import { type Written, writeCells } from './writeColumn';

/** A cell of people's own that was written just now, and the deal that it was meant for; `''` for a row without an ID. */
export interface Meant extends Written {
  readonly id: DealId;
}

/**
 * Looks whether cells went to the deals that they were meant for: who sorts, inserts or deletes rows in the very moment has them
 * written beside other deals. There comes back what the book says of those, as values, and rows that hold no deal are emptied; `true`
 * when there were any, and the deals that were meant still wait. A read of the IDs, and one a column where any is elsewhere.
 */
export function takeBackStrays(
  { deals, headers, cells }: Pick<Book, 'deals' | 'headers' | 'cells'>,
  written: readonly Meant[],
): boolean {
  const column = headers.columns.get('id') ?? 0;
  if (written.length === 0 || column === 0) return false;
  const ids = deals.readColumn(column).map(cellText);
  const moved = written.filter(({ id, row }) => id !== '' && ids[row - 1] !== id);
  if (moved.length === 0) return false;
  const rowOf = new Map(cells.map((row, i) => [cellText(row[column - 1]), i]));
  const meant = new Map(written.map(({ id, column: at, cell }) => [`${id}:${at}`, cellText(cell)]));
  const now = new Map<number, readonly Cell[]>();
  for (const { column: at } of moved) if (!now.has(at)) now.set(at, deals.readColumn(at));
  const strays = moved.filter(({ row, column: at, cell }) => {
    const text = cellText(now.get(at)?.[row - 1]);
    return text === cellText(cell) && meant.get(`${ids[row - 1] ?? ''}:${at}`) !== text;
  });
  const before = strays.map(({ row, column: at }) => {
    const id = ids[row - 1] ?? '';
    const known = id === '' ? undefined : rowOf.get(id);
    const cell = known === undefined ? '' : (cells[known]?.[at - 1] ?? '');
    return { row, column: at, cell };
  });
  writeCells(deals, before);
  return strays.length > 0;
}
