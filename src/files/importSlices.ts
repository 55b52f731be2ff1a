import type { FileTable } from '../rpc';

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

/**
 * Cuts an import into slices of at most `size` deals, each with all of its deals' history. History
 * rows of deals that no row has go with the last slice, where they are rejected by name.
 */
export function importSlices(
  _deals: FileTable,
  _history: FileTable | null,
  _cut: SliceColumns & { readonly size: number },
): readonly ImportSlice[] {
  throw new Error('not built yet: importSlices');
}
