import type { Criterion } from '../domain/criterion';
import type { Stage } from '../domain/pipeline';
import type { Language } from '../words/language';
import type { Grid, Problem } from './cell';

export interface ReadGates {
  readonly criteria: readonly Criterion[];
  readonly problems: readonly Problem[];
}

export interface GatesContext {
  readonly stages: readonly Stage[];
  /** The headers of Deals. When given, a criterion on a column that is not there is a problem and holds nothing. */
  readonly dealHeaders?: readonly string[];
}

/** Reads the whole Gates tab. Rows that say nothing clear are problems and hold nothing. */
export function readGates(_grid: Grid, _context: GatesContext): ReadGates {
  throw new Error('not yet');
}

/** Rows of the Gates tab in its standard column order, one a criterion. */
export function gateRows(
  _criteria: readonly Criterion[],
  _stages: readonly Stage[],
  _language: Language,
): Grid {
  throw new Error('not yet');
}
