import type { Day } from '../domain/day';
import type { Facts, StandardField } from '../domain/fact';
import type { DealId, Tracked } from '../domain/ledger';
import type { Pipeline, Stage } from '../domain/pipeline';
import type { Grid, Problem, Row } from './cell';
import type { Headers } from './headers';
import type { Memo } from './memo';

/** The program's block of one row: a cache of the deal's last accepted entry. */
export interface ProgramBlock {
  readonly gate: string;
  readonly daysInStage: number | null;
  readonly stageSince: Day | null;
  readonly created: Day | null;
  readonly id: DealId;
  /** The accepted stage as the cell holds it: a label. */
  readonly accepted: string;
  readonly version: string;
  readonly memo: Memo;
}

/** One row of Deals as it stands. */
export interface DealRow {
  readonly row: number;
  readonly id: DealId;
  /** The deal's name, else its customer. */
  readonly name: string;
  readonly customer: string;
  /** Looks into the row when asked. */
  readonly facts: Facts;
  readonly tracked: Tracked;
  /** Fields of `tracked` that hold something unreadable: their `tracked` value says nothing. */
  readonly unreadable: readonly StandardField[];
  /** The Stage cell's text, and the stage that it means. */
  readonly stageTyped: string;
  readonly stage: Stage | undefined;
  readonly program: ProgramBlock;
  /** The stage that the Accepted cell means. */
  readonly accepted: Stage | undefined;
  /** Some cell other than a tick box and the program's own is filled. */
  readonly isDeal: boolean;
  readonly problems: readonly Problem[];
}

export interface DealsContext {
  /** The team's currency, for amounts without one. */
  readonly currency: string;
  readonly pipeline: Pipeline;
}

/** Reads one row of Deals; `row` holds the tab's cells from column 1 on. */
export function readDeal(
  _headers: Headers<'deals'>,
  _row: Row,
  _rowNumber: number,
  _context: DealsContext,
): DealRow {
  throw new Error('not yet');
}

/** Reads every deal of the whole tab (from row 1); rows that are no deals are left out. */
export function readDeals(
  _headers: Headers<'deals'>,
  _grid: Grid,
  _context: DealsContext,
): readonly DealRow[] {
  throw new Error('not yet');
}

/** The eight cells of the program's block, in the order of PROGRAM_COLUMNS. */
export function programRow(_block: ProgramBlock): Row {
  throw new Error('not yet');
}

/** Reads the program's block alone from a row of the tab. */
export function readProgram(_headers: Headers<'deals'>, _row: Row): ProgramBlock {
  throw new Error('not yet');
}

/**
 * A new deal's row under the tab's headers: `cells` by field, the rest empty. Own fields are found
 * by their header.
 */
export function dealCells(
  _headers: Headers<'deals'>,
  _cells: ReadonlyMap<string, Row[number]>,
  _program?: ProgramBlock,
): Row {
  throw new Error('not yet');
}
