import type { Language } from '../words/language';
import type { Problem, Row, TabId } from './cell';
import type { AsOf, Generated } from './generated';

export interface HealthInput extends AsOf {
  readonly problems: readonly Problem[];
  readonly language: Language;
}

/** The Health tab: every problem with its cell, a sentence and what to do. */
export function healthTab(_input: HealthInput): Generated {
  throw new Error('not yet');
}

/** The Check column of an admin tab, for the rows `from` to `to`: each row's problems in words, else empty. */
export function checkCells(
  _problems: readonly Problem[],
  _tab: TabId,
  _rows: { readonly from: number; readonly to: number },
  _language: Language,
): Row[] {
  throw new Error('not yet');
}

/** A problem's cell as people write it: "Deals!H12", "Deals row 12", "Deals". */
export function cellName(_problem: Problem, _tabName: string): string {
  throw new Error('not yet');
}
