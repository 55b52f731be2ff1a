import type { FileTable } from '../rpc/importCalls';

export interface SliceColumns {
  /** Column of the deals file that holds the identifier, from 0; -1 when it has none. */
  readonly dealId: number;
  /** Column of the history file that names the deal, from 0; -1 when it has none. */
  readonly historyDeal: number;
}

export interface ImportSlice {
  readonly deals: FileTable;
  readonly history: FileTable | null;
}

function part(table: FileTable, indexes: readonly number[]): FileTable {
  return {
    name: table.name,
    headers: table.headers,
    rows: indexes.map((i) => table.rows[i] as string[]),
    lines: indexes.map((i) => table.lines[i] as number),
  };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

/**
 * Cuts an import into slices of at most `size` deals, each with all of its deals' history. History
 * rows of deals that no row has go with the last slice, where they are rejected by name.
 */
export function importSlices(
  deals: FileTable,
  history: FileTable | null,
  cut: SliceColumns & { readonly size: number },
): readonly ImportSlice[] {
  const count = Math.max(1, Math.ceil(deals.rows.length / cut.size));
  const sliceOf = new Map<string, number>();
  deals.rows.forEach((row, i) => {
    const id = (row[cut.dealId] ?? '').trim();
    // A repeated identifier's history stays with its first row.
    if (id !== '' && !sliceOf.has(id)) sliceOf.set(id, Math.floor(i / cut.size));
  });
  const histories: number[][] = Array.from({ length: count }, () => []);
  history?.rows.forEach((row, i) => {
    const slice = sliceOf.get((row[cut.historyDeal] ?? '').trim()) ?? count - 1;
    (histories[slice] as number[]).push(i);
  });
  return range(0, count).map((slice) => ({
    deals: part(
      deals,
      range(slice * cut.size, Math.min((slice + 1) * cut.size, deals.rows.length)),
    ),
    history: history === null ? null : part(history, histories[slice] as number[]),
  }));
}
