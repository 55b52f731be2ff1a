import type { DealId } from '../domain/ledger';
import type { Tab } from '../google/tab';
import type { Cell } from '../sheet/cell';
import { cellText } from '../sheet/cellText';
import type { DealRow } from '../sheet/dealsTab';
import { spanOf } from '../sheet/rowRuns';
import type { RowsRead } from './record';

/** A row that was read, and the deal that it is. */
interface Claimed {
  readonly row: Pick<DealRow, 'row' | 'program'>;
  readonly id: DealId;
}

/**
 * Writes the IDs of rows that lack their own, before anything is noted of them, and looks whether they went where they belong:
 * a Version that was not there when the row was read is another deal's, and somebody has moved the rows meanwhile. Then those
 * IDs are taken out again; `false` asks the caller to write nothing and to leave all to the next check. A write and a read,
 * and neither where every row has its ID.
 */
export function claimRows(
  deals: Tab,
  { headers, first, cells }: RowsRead,
  rows: readonly Claimed[],
): boolean {
  const column = headers.columns.get('id') ?? 0;
  const version = headers.columns.get('version') ?? 0;
  const fresh = new Map(
    rows.flatMap(({ row, id }) => (row.program.id === id ? [] : [[row.row, id] as const])),
  );
  if (fresh.size === 0 || column === 0) return true;
  const at = [...fresh.keys()];
  const { first: from, rows: length } = spanOf(at);
  const was = (i: number, of: number): Cell => cells[from - first + i]?.[of - 1] ?? '';
  const ids = Array.from({ length }, (_, i) => [fresh.get(from + i) ?? was(i, column)]);
  deals.write({ row: from, column }, ids, new Set([column]));
  // Somebody has taken the column away: nothing tells where they went.
  if (version === 0) return true;
  const there = deals.read({ row: from, column: version }, length, 1);
  const isMoved = (i: number) => cellText(there[i]?.[0]) !== cellText(was(i, version));
  const strange = ids.flatMap((_, i) => (isMoved(i) ? [from + i] : []));
  if (strange.length === 0) return true;
  const places = [...new Set([...strange, ...at])].map((row) => ({ row, column }));
  deals.writeSame(places, '');
  return false;
}
