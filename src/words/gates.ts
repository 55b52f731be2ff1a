import type { Field } from '../domain/fact';
import type { Shortfall } from '../domain/gate';
import type { StageKey } from '../domain/pipeline';
import type { Language } from './language';

/** How fields and stages are called where the sentence will be read. */
export interface GateNames {
  readonly fieldName: (field: Field) => string;
  readonly stageName: (key: StageKey) => string;
}

/** One sentence that says what to do: "Amount must be at least 500". */
export function shortfallText(
  _shortfall: Shortfall,
  _language: Language,
  _names: GateNames,
): string {
  throw new Error('not yet');
}

/** What the Gate cell says. */
export type GateState =
  /** Nothing is missing for the next stage. */
  | { readonly kind: 'ready'; readonly next: StageKey }
  | { readonly kind: 'needs'; readonly next: StageKey; readonly shortfalls: readonly Shortfall[] }
  /** The last move was held. */
  | { readonly kind: 'held'; readonly to: StageKey; readonly shortfalls: readonly Shortfall[] }
  /** The deal is closed or nurtured: no gate ahead. */
  | { readonly kind: 'none' };

/** The Gate cell's text. */
export function gateText(_state: GateState, _language: Language, _names: GateNames): string {
  throw new Error('not yet');
}
