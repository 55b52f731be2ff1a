import { seqOf } from '../domain/fingerprint';
import type { DealId } from '../domain/ledger';
import type { Standing } from '../domain/standing';
import type { Cell, Grid } from '../sheet/cell';
import { cellDay, cellText } from '../sheet/cellText';
import type { DealRow } from '../sheet/dealsTab';
import type { Headers } from '../sheet/headers';
import { PROGRAM_COLUMNS } from '../words/tabs';

/** What is known of deals, and which of them each entry is of. */
interface Known {
  readonly standings: ReadonlyMap<DealId, Standing>;
  readonly newest: ReadonlyMap<DealId, number>;
  readonly dealOf: ReadonlyMap<number, DealId>;
}

/** The newest entry that any block in the tab names of each deal, in rows that are empty otherwise too. */
export function newestBlocks(
  { columns, row: header }: Headers<'deals'>,
  cells: Grid,
  dealOf: ReadonlyMap<number, DealId>,
): ReadonlyMap<DealId, number> {
  const version = columns.get('version') ?? 0;
  const newest = new Map<DealId, number>();
  for (const row of cells.slice(header)) {
    const seq = seqOf(cellText(row[version - 1])) ?? 0;
    const deal = dealOf.get(seq);
    if (deal !== undefined && seq > (newest.get(deal) ?? 0)) newest.set(deal, seq);
  }
  return newest;
}

/** Whether what was written for the deal last went to another row: then its own does not say yet what was noted. */
export function isBehind(
  { program }: DealRow,
  deal: DealId,
  { newest, dealOf }: Pick<Known, 'newest' | 'dealOf'>,
): boolean {
  const seq = seqOf(program.version) ?? 0;
  const own = dealOf.get(seq) === deal ? seq : 0;
  return own < (newest.get(deal) ?? 0);
}

/** The program's block, and what it writes into people’s cells by itself. */
export const WRITTEN_CELLS = [...PROGRAM_COLUMNS, 'stage', 'pipeline', 'closeDate'] as const;

/**
 * Rows in which nothing stands but what was written for a deal of another row: rows were inserted or deleted in the very
 * moment of writing.
 */
export function echoes(
  rows: readonly DealRow[],
  { headers, cells }: { readonly headers: Headers<'deals'>; readonly cells: Grid },
  known: Pick<Known, 'dealOf' | 'standings'>,
): ReadonlySet<DealRow> {
  const { columns } = headers;
  const written = new Set(WRITTEN_CELLS.map((key) => columns.get(key)));
  const isBare = ({ row, stage, stageTyped, accepted, id, program }: DealRow) => {
    const deal = dealIn(id, program.version, known);
    const cellsOfRow = cells[row - 1] ?? [];
    return (
      deal !== '' &&
      (stageTyped === '' || stage?.key === accepted?.key) &&
      isOwnDay(cellsOfRow[(columns.get('closeDate') ?? 0) - 1], known.standings.get(deal)) &&
      cellsOfRow.every((cell, i) => cell === '' || typeof cell === 'boolean' || written.has(i + 1))
    );
  };
  const bare = new Set(rows.filter(isBare));
  if (bare.size === 0) return bare;
  const others = rows.filter((row) => !bare.has(row));
  const ids = new Set(others.map(({ id }) => id));
  const deals = new Set(others.map(({ id, program }) => dealIn(id, program.version, known)));
  const isElsewhere = ({ id, program }: DealRow) =>
    id === '' ? deals.has(dealIn(id, program.version, known)) : ids.has(id);
  return new Set([...bare].filter(isElsewhere));
}

/** Whether nobody has typed another close date than the deal's. */
function isOwnDay(cell: Cell | undefined, standing: Standing | undefined): boolean {
  return cellText(cell) === '' || cellDay(cell) === (standing?.last.closeDate ?? '');
}

/** Which deal a block is of: by its ID, and one that was written where no ID stood by the entry that it names; `''` for none. */
export function dealIn(id: DealId, version: string, { dealOf }: Pick<Known, 'dealOf'>): DealId {
  return id || (dealOf.get(seqOf(version) ?? -1) ?? '');
}
