/** What a person does to cells: typing, pasting, clearing; with rights and rules checked. */
import type { CellValue, Rect } from './rect';
import type { SheetModel } from './sheet';
import type { CellStyle } from './style';
import type { ValidationRule } from './validation';

export type TypedOutcome =
  | { readonly kind: 'typed' }
  /** Written, and marked: the rule only warns. */
  | { readonly kind: 'warned'; readonly message: string }
  /** Not written: the rule rejects it. */
  | { readonly kind: 'rejected'; readonly message: string };

/** Everything in a block of cells, for paste, cut, fill and undo. */
export interface Block {
  readonly values: readonly (readonly CellValue[])[];
  readonly formulas: readonly (readonly (string | undefined)[])[];
  readonly formats: readonly (readonly (string | undefined)[])[];
  readonly styles: readonly (readonly (CellStyle | undefined)[])[];
  readonly notes: readonly (readonly (string | undefined)[])[];
  readonly validations: readonly (readonly (ValidationRule | undefined)[])[];
}

/** Types text into a cell as `user`. Throws BookError when protected or not theirs to edit. */
export declare function typeInto(
  sheet: SheetModel,
  at: { readonly row: number; readonly column: number; readonly user: string },
  text: string,
): TypedOutcome;

/** Pastes text cells copied elsewhere (a CSV, another program): read as typed, rules bypassed. */
export declare function pasteText(
  sheet: SheetModel,
  rect: Rect,
  paste: {
    readonly values: readonly (readonly string[])[];
    readonly user: string;
    /** The pasted cells bring no rule: the rules of the target go (a plain paste from a sheet). */
    readonly replacesValidation?: boolean;
  },
): void;

/** Copies a block with everything in it. */
export declare function copyBlock(sheet: SheetModel, rect: Rect): Block;

/** Puts a copied block back with everything in it, values and rules alike; checks `user`'s rights. */
export declare function pasteBlock(
  sheet: SheetModel,
  at: { readonly row: number; readonly column: number; readonly user: string },
  block: Block,
): void;

/** The Delete key: contents go, tick boxes become FALSE, formats, notes and rules stay. */
export declare function clearByHand(sheet: SheetModel, rect: Rect, user: string): void;
