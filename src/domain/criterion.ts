import type { Field } from './fact';
import type { StageKey } from './pipeline';

/** What a criterion asks of a field. Values are what the Gates tab holds, already checked. */
export type Must =
  | { readonly kind: 'isFilled' }
  | { readonly kind: 'isTicked' }
  | { readonly kind: 'atLeast'; readonly number: number }
  | { readonly kind: 'atMost'; readonly number: number }
  | { readonly kind: 'equals'; readonly text: string }
  | { readonly kind: 'oneOf'; readonly texts: readonly string[] }
  | { readonly kind: 'contains'; readonly text: string }
  | { readonly kind: 'isDate' }
  /** Later than today plus `days` (0 when not said). */
  | { readonly kind: 'afterToday'; readonly days: number }
  | { readonly kind: 'beforeToday'; readonly days: number }
  | { readonly kind: 'afterField'; readonly other: Field }
  | { readonly kind: 'activities'; readonly atLeast: number; readonly activity: string }
  | { readonly kind: 'taskDone'; readonly task: string };

export type MustKind = Must['kind'];

/** One requirement on a deal's facts. Rows of one non-empty `group` at one gate are alternatives: one of them is enough. */
export interface Criterion {
  readonly stage: StageKey;
  readonly side: 'entering' | 'leaving';
  readonly field: Field;
  readonly must: Must;
  readonly group: string;
  /** The team's own words for what is missing; empty lets the program word it. */
  readonly say: string;
}
