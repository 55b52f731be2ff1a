import type { Layer } from './layer';
import { a1Of, type CellValue, cellAt, type Rect } from './rect';
import { assertMayWrite } from './rights';
import { isTickBox, judge, refusal } from './rules';
import type { SheetModel } from './sheet';
import type { CellStyle } from './style';
import type { ValidationRule } from './validation';
import { writeRaw, writeText } from './write';

/** What became of typed text. */
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

export interface PasteText {
  /** Text is read as typed; numbers and ticks are kept. */
  readonly values: readonly (readonly CellValue[])[];
  readonly user: string;
  /** The rules of the target go, as when cells without rules are pasted over it. */
  readonly replacesValidation?: boolean;
}

/**
 * Types text into a cell as `user`, through the cell's rule. Throws BookError when the cell is
 * protected or the file not theirs to edit.
 */
export function typeInto(
  sheet: SheetModel,
  at: { readonly row: number; readonly column: number; readonly user: string },
  text: string,
): TypedOutcome {
  const rect = cellAt(at.row, at.column);
  assertMayWrite(sheet, rect, at.user);
  const before = copyBlock(sheet, rect);
  writeText(sheet, { ...at, year: sheet.book.year() }, text);
  const verdict = judge(sheet, at, sheet.value(at.row, at.column));
  const message = refusal(sheet.validations.get(at.row, at.column), a1Of(rect));
  if (verdict === 'rejected') {
    restore(sheet, rect, before);
    return { kind: 'rejected', message };
  }
  sheet.touch(rect);
  return verdict === 'warned' ? { kind: 'warned', message } : { kind: 'typed' };
}

/** Pastes cells of text (a CSV, another program) whose top left is that of `rect`; no rule holds it. */
export function pasteText(sheet: SheetModel, rect: Rect, paste: PasteText): void {
  assertMayWrite(sheet, rect, paste.user);
  const year = sheet.book.year();
  if (paste.replacesValidation === true) sheet.validations.fill(rect, undefined);
  paste.values.forEach((cells, i) => {
    cells.forEach((cell, j) => {
      const at = { row: rect.row + i, column: rect.column + j, year };
      if (typeof cell === 'string') writeText(sheet, at, cell);
      else writeRaw(sheet, at, cell);
    });
  });
  sheet.touch(rect);
}

/** Copies a block with everything in it. */
export function copyBlock(sheet: SheetModel, rect: Rect): Block {
  return {
    values: sheet.values(rect),
    formulas: copyLayer(sheet.formulas, rect),
    formats: copyLayer(sheet.formats, rect),
    styles: copyLayer(sheet.styles, rect),
    notes: copyLayer(sheet.notes, rect),
    validations: copyLayer(sheet.validations, rect),
  };
}

/** Puts a copied block down with everything in it, rules too; checks `user`'s rights. */
export function pasteBlock(
  sheet: SheetModel,
  at: { readonly row: number; readonly column: number; readonly user: string },
  block: Block,
): void {
  const rect = blockRect(at, block);
  assertMayWrite(sheet, rect, at.user);
  restore(sheet, rect, block);
  sheet.touch(rect);
}

/** The Delete key: contents go and tick boxes become FALSE; formats, notes and rules stay. */
export function clearByHand(sheet: SheetModel, rect: Rect, user: string): void {
  assertMayWrite(sheet, rect, user);
  for (let row = rect.row; row < rect.row + rect.rows; row += 1) {
    for (let column = rect.column; column < rect.column + rect.columns; column += 1) {
      const isTicked = isTickBox(sheet.validations.get(row, column));
      sheet.put(row, column, isTicked ? false : '');
    }
  }
  sheet.touch(rect);
}

function blockRect(at: { row: number; column: number }, block: Block): Rect {
  return {
    row: at.row,
    column: at.column,
    rows: block.values.length,
    columns: block.values[0]?.length ?? 0,
  };
}

function restore(sheet: SheetModel, rect: Rect, block: Block): void {
  block.values.forEach((cells, i) => {
    cells.forEach((value, j) => {
      const [row, column] = [rect.row + i, rect.column + j];
      sheet.put(row, column, value);
      const formula = block.formulas[i]?.[j];
      if (formula !== undefined) sheet.putFormula(row, column, formula);
    });
  });
  restoreLayer(sheet.formats, rect, block.formats);
  restoreLayer(sheet.styles, rect, block.styles);
  restoreLayer(sheet.notes, rect, block.notes);
  restoreLayer(sheet.validations, rect, block.validations);
}

function copyLayer<T>(layer: Layer<T>, rect: Rect): (T | undefined)[][] {
  return Array.from({ length: rect.rows }, (_, i) =>
    Array.from({ length: rect.columns }, (_, j) => layer.get(rect.row + i, rect.column + j)),
  );
}

function restoreLayer<T>(
  layer: Layer<T>,
  rect: Rect,
  values: readonly (readonly (T | undefined)[])[],
) {
  values.forEach((cells, i) => {
    cells.forEach((value, j) => {
      layer.fill(cellAt(rect.row + i, rect.column + j), value);
    });
  });
}
