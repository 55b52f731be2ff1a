import type { FileTable } from '../rpc';

/** Why a file cannot be read as a table at all. */
export type Unreadable = 'empty' | 'notText' | 'noHeader';

/** A row that does not fit under the headers. */
export interface BadRow {
  readonly line: number;
  readonly code: 'tooManyCells' | 'openQuote';
  readonly row: readonly string[];
}

export type ReadTable =
  | { readonly kind: 'table'; readonly table: FileTable; readonly bad: readonly BadRow[] }
  | { readonly kind: 'unreadable'; readonly why: Unreadable };

/**
 * A CSV file's bytes as a table, whatever its encoding and delimiter. Lines count from 1 as an
 * editor shows them; a cell may hold line breaks. Runs in a page or in Node, never in the script.
 */
export function readTable(_bytes: Uint8Array, _name: string): ReadTable {
  throw new Error('not built yet: readTable');
}
