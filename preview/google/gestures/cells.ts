import { BookError } from '../book/bookError';
import { type Block, clearByHand, copyBlock, pasteBlock, pasteText, typeInto } from '../book/edits';
import { mergeAt } from '../book/merges';
import { type CellValue, cellAt, type Rect } from '../book/rect';
import { movedBy } from '../book/references';
import { assertMayWrite } from '../book/rights';
import type { SheetModel } from '../book/sheet';
import { sortRange } from '../book/sort';
import { insertRows } from '../book/structure';
import type { EditHappened } from '../events';
import type { History } from './history';

/** Somebody's hands on one tab. */
export interface Hand {
  readonly user: string;
  readonly sheet: SheetModel;
  readonly history: History;
}

/** What one gesture did to cells, and what the script is told of it. */
export type Edited = EditHappened;

/** A cell as a gesture gives it. */
export type Given = string | number | boolean | null;

/** What a person would type to enter this. */
export function typedText(given: Given): string {
  if (given === null) return '';
  return typeof given === 'boolean' ? String(given).toUpperCase() : String(given);
}

/** Does the work and remembers how the block looked before and after. */
export function remember(hand: Hand, rect: Rect, work: () => void): void {
  const { sheet, user } = hand;
  const before = copyBlock(sheet, rect);
  work();
  const after = copyBlock(sheet, rect);
  const put = (block: Block) => () => pasteBlock(sheet, { ...rect, user }, block);
  hand.history.add(user, {
    cells: { sheetId: sheet.id, rect },
    undo: put(before),
    redo: put(after),
  });
}

/** Throws when the block reaches over the sheet's edge. */
export function assertInside(sheet: SheetModel, rect: Rect): void {
  if (!sheet.holds(rect)) throw new BookError('The range is outside of the sheet.');
}

/** Types into one cell, which may be a merged one. Throws the rule's words when it rejects the text. */
export function typeCell(hand: Hand, cell: Rect, given: Given): Edited {
  const { sheet, user } = hand;
  assertInside(sheet, cell);
  const merge = mergeAt(sheet, cell.row, cell.column);
  const at = merge === null ? cell : cellAt(merge.row, merge.column);
  const oldValue = sheet.value(at.row, at.column);
  remember(hand, at, () => {
    if (given === null || given === '') {
      clearByHand(sheet, at, user);
      return;
    }
    const typed = typeInto(sheet, { ...at, user }, typedText(given));
    if (typed.kind === 'rejected') throw new BookError(typed.message);
  });
  const value = sheet.value(at.row, at.column);
  return { user, sheetId: sheet.id, rect: merge ?? at, typed: { value, oldValue } };
}

/** Pastes a block copied from elsewhere: one event, without values, whatever the rules say. */
export function pasteCells(hand: Hand, rect: Rect, values: readonly (readonly Given[])[]): Edited {
  remember(hand, rect, () => writeByProgram(hand, rect, values));
  return { user: hand.user, sheetId: hand.sheet.id, rect };
}

/** Another program's write: text is read as typed, no rule holds it, nobody can undo it. */
export function writeByProgram(
  { sheet, user }: Hand,
  rect: Rect,
  values: readonly (readonly Given[])[],
): void {
  growRows(sheet, rect);
  assertInside(sheet, rect);
  const cells = values.map((row) => row.map((given) => given ?? ''));
  pasteText(sheet, rect, { values: cells, user });
}

/** What reaches below the sheet adds the rows that it needs. */
export function growRows(sheet: SheetModel, rect: Rect): void {
  const missing = rect.row + rect.rows - 1 - sheet.maxRows;
  if (missing > 0) insertRows(sheet, { at: sheet.maxRows + 1, count: missing }, 'before');
}

/** The block of values that fills the range: one value fills all of it, more start at its corner. */
export function blockFor(
  rect: Rect,
  values: readonly (readonly Given[])[],
): { readonly rect: Rect; readonly values: readonly (readonly Given[])[] } {
  const rows = values.length;
  const columns = Math.max(0, ...values.map((row) => row.length));
  if (rows === 0 || columns === 0) throw new BookError('There are no values to put in.');
  if (rows === 1 && columns === 1) {
    const row = Array.from({ length: rect.columns }, () => values[0]![0]!);
    return { rect, values: Array.from({ length: rect.rows }, () => row) };
  }
  const isCorner = rect.rows === 1 && rect.columns === 1;
  if (!isCorner && (rows !== rect.rows || columns !== rect.columns)) {
    throw new BookError(
      `The values are ${rows} x ${columns}, the range is ${rect.rows} x ${rect.columns}.`,
    );
  }
  const square = values.map((row) => Array.from({ length: columns }, (_, i) => row[i] ?? ''));
  return { rect: { ...rect, rows, columns }, values: square };
}

/** The Delete key. */
export function clearCells(hand: Hand, rect: Rect): Edited {
  const { sheet, user } = hand;
  assertInside(sheet, rect);
  const oldValue = sheet.value(rect.row, rect.column);
  remember(hand, rect, () => clearByHand(sheet, rect, user));
  const isOne = rect.rows === 1 && rect.columns === 1;
  const value = sheet.value(rect.row, rect.column);
  return { user, sheetId: sheet.id, rect, ...(isOne ? { typed: { value, oldValue } } : {}) };
}

/** Drags the fill handle from one block over another: the block repeats, series are not guessed. */
export function fillCells(hand: Hand, from: Rect, to: Rect): Edited {
  const { sheet, user } = hand;
  assertInside(sheet, from);
  assertInside(sheet, to);
  const source = copyBlock(sheet, from);
  const start = {
    row: modulo(to.row - from.row, from.rows),
    column: modulo(to.column - from.column, from.columns),
  };
  const block = tiled(source, start, to);
  const filled = movedFormulas(block, (i, j) => ({
    rows: to.row + i - (from.row + ((start.row + i) % from.rows)),
    columns: to.column + j - (from.column + ((start.column + j) % from.columns)),
  }));
  remember(hand, to, () => pasteBlock(sheet, { row: to.row, column: to.column, user }, filled));
  return { user, sheetId: sheet.id, rect: to };
}

/** The block with its formulas as they read that far from where they were. */
export function movedFormulas(
  block: Block,
  by: (row: number, column: number) => { readonly rows: number; readonly columns: number },
): Block {
  const formulas = block.formulas.map((row, i) =>
    row.map((formula, j) => (formula === undefined ? undefined : movedBy(formula, by(i, j)))),
  );
  return { ...block, formulas };
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}

/** A block repeated over a larger one, beginning at this place of the pattern. */
function tiled(block: Block, start: { row: number; column: number }, size: Rect): Block {
  const tile = <T>(grid: readonly (readonly T[])[]): T[][] =>
    Array.from({ length: size.rows }, (_, i) =>
      Array.from({ length: size.columns }, (_, j) => {
        const row = grid[(start.row + i) % grid.length]!;
        return row[(start.column + j) % row.length]!;
      }),
    );
  return {
    values: tile(block.values),
    formulas: tile(block.formulas),
    formats: tile(block.formats),
    styles: tile(block.styles),
    notes: tile(block.notes),
    validations: tile(block.validations),
  };
}

/**
 * Cuts a block and pastes it elsewhere: contents, formats, notes and rules move. Google's page on
 * triggers says that moves fire nothing, a measurement (GetEditType) that they come as an edit of
 * the target without values: told as the latter, which says less than the sheet does.
 */
export function cutAndPaste(hand: Hand, from: Rect, corner: Rect): Edited {
  const { sheet, user } = hand;
  const to = { ...from, row: corner.row, column: corner.column };
  assertInside(sheet, from);
  assertInside(sheet, to);
  assertMayWrite(sheet, from, user);
  const both = union(from, to);
  remember(hand, both, () => {
    const block = copyBlock(sheet, from);
    pasteBlock(sheet, { ...from, user }, emptied(block));
    pasteBlock(sheet, { ...to, user }, block);
  });
  return { user, sheetId: sheet.id, rect: to };
}

function union(a: Rect, b: Rect): Rect {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

function emptied(block: Block): Block {
  const none = block.values.map((row) => row.map(() => undefined));
  return {
    values: block.values.map((row) => row.map((): CellValue => '')),
    formulas: none,
    formats: none,
    styles: none,
    notes: none,
    validations: none,
  };
}

/** Sorts a range by one of the sheet's columns. */
export function sortCells(
  hand: Hand,
  rect: Rect,
  by: { readonly column: number; readonly ascending: boolean },
): void {
  const { sheet, user } = hand;
  assertInside(sheet, rect);
  assertMayWrite(sheet, rect, user);
  if (by.column < rect.column || by.column >= rect.column + rect.columns) {
    throw new BookError('The column to sort by is outside of the range.');
  }
  remember(hand, rect, () => sortRange(sheet, rect, [by]));
}
