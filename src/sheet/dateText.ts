import type { Day } from '../domain/day';

/** Which part of a day comes first where numbers do not tell. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** The day that a text names, `null` when it names none, or when only `order` could tell which and it is not given. */
export function readDay(_text: string, _order?: DateOrder): Day | null {
  throw new Error('not yet');
}
