import type { ChartRange } from './chart';
import type { CellStyle } from './style';

/** A conditional format rule as data. */
export interface ConditionalFormat {
  readonly ranges: readonly ChartRange[];
  /** Google's BooleanCriteria name: 'TEXT_EQUAL_TO', 'CUSTOM_FORMULA', ... */
  readonly criteria: string;
  readonly args: readonly (string | number | boolean)[];
  readonly style: CellStyle;
}
