import type { Row } from '../sheet/cell';
import type { Headers } from '../sheet/headers';

/** Rows of Deals that were read together, to be written back together. */
export interface RowsRead {
  readonly headers: Headers<'deals'>;
  /** Sheet row of `cells[0]`. */
  readonly first: number;
  readonly cells: readonly Row[];
}
