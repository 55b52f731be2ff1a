import type { ChartRange } from './chart';

export type RangeRef = ChartRange;

/** A data validation rule. Equal cells of one call share one object. */
export interface ValidationRule {
  /** Google's DataValidationCriteria name: 'VALUE_IN_LIST', 'CHECKBOX', 'DATE_AFTER', ... */
  readonly criteria: string;
  /** List items, bounds (dates as serial numbers), or a formula. */
  readonly args: readonly (string | number | boolean)[];
  /** For VALUE_IN_RANGE. */
  readonly range?: RangeRef;
  readonly showDropdown: boolean;
  /** true warns, false rejects what a person types. */
  readonly allowInvalid: boolean;
  readonly helpText: string | null;
}
