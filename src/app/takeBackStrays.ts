import type { Cell } from '../sheet/cell';
import { cellText } from '../sheet/cellText';
import type { Book } from './readBook';

/** A cell of people's own that was written just now, for the deal whose row it was when the book was read. */
export interface Written {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
}

/**
 * Looks whether cells went to the deals that they were meant for: who sorts, inserts or deletes rows in the very moment has them
 * written beside other deals. There comes back what the book says of those, as values, and rows that hold no deal are emptied; `true`
 * when there were any, and the deals that were meant still wait. A read a column and one of the IDs.
 */
export function takeBackStrays(
  { deals, headers, cells }: Pick<Book, 'deals' | 'headers' | 'cells'>,
  written: readonly Written[],
): boolean {
  const column = headers.columns.get('id') ?? 0;
  if (written.length === 0 || column === 0) return false;
  const ids = deals.readColumn(column).map(cellText);
  const was = cells.map((row) => cellText(row[column - 1]));
  if (written.every(({ row }) => ids[row - 1] === was[row - 1])) return false;
  const rowOf = new Map(was.flatMap((id, i) => (id === '' ? [] : [[id, i] as const])));
  const meant = new Map(
    written.map(({ row, column: at, cell }) => [`${was[row - 1]}:${at}`, cellText(cell)]),
  );
  const now = new Map<number, readonly Cell[]>();
  for (const { column: at } of written) if (!now.has(at)) now.set(at, deals.readColumn(at));
  const strays = written.filter(({ row, column: at, cell }) => {
    const [id = '', before = ''] = [ids[row - 1], was[row - 1]];
    const text = cellText(now.get(at)?.[row - 1]);
    return (
      before !== '' && id !== before && text === cellText(cell) && meant.get(`${id}:${at}`) !== text
    );
  });
  for (const { row, column: at } of strays) {
    const known = rowOf.get(ids[row - 1] ?? '');
    deals.writeSame(
      [{ row, column: at }],
      known === undefined ? '' : (cells[known]?.[at - 1] ?? ''),
    );
  }
  return strays.length > 0;
}
