import { BookError } from './bookError';
import { hasTallMerge } from './merges';
import { type CellValue, lastRowOf, type Rect } from './rect';
import { movedBy } from './references';
import type { SheetModel } from './sheet';

export interface SortKey {
  /** Column of the sheet, from 1. */
  readonly column: number;
  readonly ascending: boolean;
}

/**
 * Sorts the rows of a block as Google's sort range does: values, formulas, formats, styles, notes
 * and rules of its cells move; cells outside the block, row heights and hidden rows stay. Vertical merges
 * are refused, in words of our own (unverified).
 */
export function sortRange(sheet: SheetModel, rect: Rect, keys: readonly SortKey[]): void {
  if (hasTallMerge(sheet, rect)) {
    throw new BookError("You can't sort a range that contains vertical merges.");
  }
  const values = sheet.values(rect);
  const order = values.map((_, i) => i);
  order.sort((a, b) => {
    for (const { column, ascending } of keys) {
      const at = column - rect.column;
      const sign = compareCells(values[a]![at]!, values[b]![at]!, ascending);
      if (sign !== 0) return sign;
    }
    return a - b;
  });
  const formulas = order.map((from) =>
    values[0]!.map((_, j) => sheet.formulas.get(rect.row + from, rect.column + j)),
  );
  order.forEach((from, i) => {
    values[from]!.forEach((value, j) => {
      sheet.put(rect.row + i, rect.column + j, value);
      const formula = formulas[i]![j];
      if (formula === undefined) return;
      const moved = movedBy(formula, { rows: i - from, columns: 0 });
      sheet.putFormula(rect.row + i, rect.column + j, moved);
    });
  });
  for (const layer of [sheet.formats, sheet.styles, sheet.notes, sheet.validations]) {
    layer.permute(rect, order);
  }
  sheet.touch({ ...rect, rows: lastRowOf(rect) - rect.row + 1 });
}

const TEXT_ORDER = new Intl.Collator('en', { sensitivity: 'base' });

/** Numbers and dates, then text, then FALSE and TRUE; empty cells are last in both directions. */
function compareCells(a: CellValue, b: CellValue, ascending: boolean): number {
  if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
  const kinds = rank(a) - rank(b);
  const sign = kinds !== 0 ? kinds : compareSameKind(a, b);
  return ascending ? sign : -sign;
}

function rank(value: CellValue): number {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
}

function compareSameKind(a: CellValue, b: CellValue): number {
  if (typeof a === 'string' && typeof b === 'string') {
    return TEXT_ORDER.compare(a, b);
  }
  return Number(a) - Number(b);
}
