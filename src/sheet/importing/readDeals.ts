import type { Day, LocalTime } from '../../domain/day';
import type { Field, OwnField, StandardField } from '../../domain/fact';
import type { DealId, LedgerEntry } from '../../domain/ledger';
import type { Stage, StageKey } from '../../domain/pipeline';
import type { FileTable, Reject } from '../../rpc';
import type { Language } from '../../words/language';
import type { Cell } from '../cell';
import type { ImportPlan } from './importPlan';

/** An entry as the ledger will hold it; seq, batch and digest are given when it is written. */
export type ImportedEntry = Omit<LedgerEntry, 'seq' | 'batch'>;

/** A row of the deals file, read. */
export interface ImportedDeal {
  readonly id: DealId;
  /** Its line in the file. */
  readonly line: number;
  /** What its cells are to hold; the stage is `stage`, not among these. Empty cells are left out. */
  readonly cells: Readonly<Partial<Record<StandardField | OwnField, Cell>>>;
  /** Where it is now: the last entry's `to`. */
  readonly stage: StageKey;
  /** Its life in order: created, moves. Never empty. */
  readonly entries: readonly ImportedEntry[];
}

export interface ImportSlice {
  readonly deals: FileTable;
  /** The history of these deals; rows of deals that are not among them are rejected. */
  readonly history: FileTable | null;
  readonly asOf: Day;
  readonly language: Language;
  /** The workbook's currency: for amounts that name none. */
  readonly currency: string;
  /** Who imports: an address. */
  readonly by: string;
  /** IDs that the workbook has already: their rows are rejected. */
  readonly taken: ReadonlySet<DealId>;
  /** A new random ID, for a row without an identifier of its own. */
  readonly newId: () => DealId;
  /**
   * Strict gates: where the deal may really stand, given its cells. Left out when files are
   * trusted. Answers the stage that was asked for, or the furthest one it qualifies for.
   */
  readonly furthest?: (asked: Stage, deal: ImportedDeal) => StageKey;
}

/**
 * The deals of a slice with their ledger entries. A row is either among `deals` or among
 * `rejects`, with its line, column and reason in the reader's language; none vanishes.
 */
export function readDeals(
  _plan: ImportPlan,
  _slice: ImportSlice,
): { readonly deals: readonly ImportedDeal[]; readonly rejects: readonly Reject[] } {
  throw new Error('not built yet: readDeals');
}

/** The team's own columns that an import brings along, in the file's order, with how their cells look. */
export function ownColumnsOf(plan: ImportPlan): readonly {
  readonly field: Field;
  readonly header: string;
  readonly kind: 'text' | 'number' | 'day' | 'tick';
}[] {
  return plan.columns.flatMap(({ role, reading, header }) =>
    role.kind === 'field' && role.field.startsWith('own:')
      ? [{ field: role.field as OwnField, header, kind: reading.kind }]
      : [],
  );
}

/** A moment as a day's first second, for files that know days only. */
export function startOf(day: Day): LocalTime {
  return `${day}T00:00:00`;
}
