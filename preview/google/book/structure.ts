import type { Book } from './book';
import { BookError } from './bookError';
import type { ChartModel } from './chart';
import type { Rect } from './rect';
import { followed } from './references';
import type { SheetModel } from './sheet';
import { type Axis, type Shift, shifted } from './shift';
import type { ValidationRule } from './validation';

const MAX_CELLS = 10_000_000;
const MAX_COLUMNS = 18_278;

/** Which neighbour new lines take their format and rules from. */
export type Inherit = 'before' | 'after';

export interface Lines {
  readonly at: number;
  readonly count: number;
}

/** Puts `count` empty rows before row `at`; everything below moves along. */
export function insertRows(sheet: SheetModel, { at, count }: Lines, inherit: Inherit): void {
  assertRoom(sheet.book, count * sheet.maxColumns);
  const like = model(at, sheet.maxRows, inherit);
  for (const layer of [sheet.formats, sheet.styles, sheet.validations]) {
    layer.insertRows(at, count, like);
  }
  for (const layer of [sheet.formulas, sheet.notes, sheet.rowLines]) {
    layer.insertRows(at, count, null);
  }
  if (at <= sheet.store.length) {
    const rows = sheet.store;
    const added = Array.from({ length: count }, () => []);
    sheet.replaceStore([...rows.slice(0, at - 1), ...added, ...rows.slice(at - 1)]);
  }
  sheet.maxRows += count;
  if (at <= sheet.frozenRows) sheet.frozenRows += count;
  moveReferences(sheet, { kind: 'insert', axis: 'rows', at, count });
}

export function deleteRows(sheet: SheetModel, { at, count }: Lines): void {
  assertInside(sheet, 'rows', at, count);
  const frozen = overlapOfLines(at, count, sheet.frozenRows);
  if (sheet.maxRows - count < 1 || sheet.maxRows - count <= sheet.frozenRows - frozen) {
    throw new BookError('Sorry, it is not possible to delete all non-frozen rows.');
  }
  for (const layer of layersByRow(sheet)) layer.deleteRows(at, count);
  const rows = sheet.store;
  sheet.replaceStore([...rows.slice(0, at - 1), ...rows.slice(at - 1 + count)]);
  sheet.maxRows -= count;
  sheet.frozenRows -= frozen;
  moveReferences(sheet, { kind: 'delete', axis: 'rows', at, count });
}

/** Puts `count` empty columns before column `at`. */
export function insertColumns(sheet: SheetModel, { at, count }: Lines, inherit: Inherit): void {
  assertRoom(sheet.book, count * sheet.maxRows);
  if (sheet.maxColumns + count > MAX_COLUMNS) {
    throw new BookError(
      `This action would increase the number of columns above the limit of ${MAX_COLUMNS} columns.`,
    );
  }
  const like = model(at, sheet.maxColumns, inherit);
  for (const layer of [sheet.formats, sheet.styles, sheet.validations]) {
    layer.insertColumns(at, count, like);
  }
  for (const layer of [sheet.formulas, sheet.notes, sheet.columnLines]) {
    layer.insertColumns(at, count, null);
  }
  const blank = Array.from({ length: count }, () => '' as const);
  for (const row of sheet.store) if (row.length >= at) row.splice(at - 1, 0, ...blank);
  sheet.maxColumns += count;
  if (at <= sheet.frozenColumns) sheet.frozenColumns += count;
  moveReferences(sheet, { kind: 'insert', axis: 'columns', at, count });
}

export function deleteColumns(sheet: SheetModel, { at, count }: Lines): void {
  assertInside(sheet, 'columns', at, count);
  const frozen = overlapOfLines(at, count, sheet.frozenColumns);
  if (sheet.maxColumns - count < 1 || sheet.maxColumns - count <= sheet.frozenColumns - frozen) {
    throw new BookError('Sorry, it is not possible to delete all non-frozen columns.');
  }
  for (const layer of layersByColumn(sheet)) layer.deleteColumns(at, count);
  for (const row of sheet.store) row.splice(at - 1, count);
  sheet.replaceStore(sheet.store);
  sheet.maxColumns -= count;
  sheet.frozenColumns -= frozen;
  moveReferences(sheet, { kind: 'delete', axis: 'columns', at, count });
}

/** Moves columns so that they stand before column `to`, as numbered before the move. */
export function moveColumns(sheet: SheetModel, { at, count }: Lines, to: number): void {
  assertInside(sheet, 'columns', at, count);
  if (to < 1 || to > sheet.maxColumns + 1) throw new BookError('Those columns are out of bounds.');
  if (to >= at && to <= at + count) return;
  for (const layer of layersByColumn(sheet)) layer.moveColumns(at, count, to);
  const target = to > at ? to - count : to;
  for (const row of sheet.store) {
    if (row.length < at && row.length < to) continue;
    while (row.length < Math.max(at + count, to) - 1) row.push('');
    row.splice(target - 1, 0, ...row.splice(at - 1, count));
  }
  sheet.replaceStore(sheet.store);
  moveReferences(sheet, { kind: 'moveColumns', from: at, count, to });
}

function model(at: number, size: number, inherit: Inherit): number | null {
  const like = inherit === 'before' ? at - 1 : at;
  return like >= 1 && like <= size ? like : null;
}

function layersByRow(sheet: SheetModel) {
  return [...contentLayers(sheet), sheet.rowLines];
}

function layersByColumn(sheet: SheetModel) {
  return [...contentLayers(sheet), sheet.columnLines];
}

function contentLayers(sheet: SheetModel) {
  return [sheet.formats, sheet.styles, sheet.validations, sheet.formulas, sheet.notes];
}

function overlapOfLines(at: number, count: number, frozen: number): number {
  return Math.max(0, Math.min(frozen, at + count - 1) - at + 1);
}

function assertInside(sheet: SheetModel, axis: Axis, at: number, count: number): void {
  const size = axis === 'rows' ? sheet.maxRows : sheet.maxColumns;
  if (at < 1 || count < 1 || at + count - 1 > size) {
    throw new BookError(`Those ${axis} are out of bounds.`);
  }
}

/** Throws when so many more cells would pass Google's wall of 10 million. */
export function assertRoom(book: Book, added: number): void {
  const cells = book.sheets.reduce((sum, sheet) => sum + sheet.maxRows * sheet.maxColumns, 0);
  if (cells + added > MAX_CELLS) {
    throw new BookError(
      `This action would increase the number of cells in the workbook above the limit of ${MAX_CELLS} cells.`,
    );
  }
}

/** Charts, protections, names, rules and conditional formats go where their cells went. */
function moveReferences(sheet: SheetModel, shift: Shift): void {
  const { book } = sheet;
  const follow = <R extends Rect & { readonly sheetId: number }>(ref: R): R | null => {
    if (ref.sheetId !== sheet.id) return ref;
    const rect = shifted(ref, shift);
    return rect === null ? null : { ...ref, ...rect };
  };
  for (const other of book.sheets) {
    other.charts = other.charts.map((chart) => moveChart(chart, other === sheet, shift, follow));
    other.conditionalFormats = other.conditionalFormats
      .map((rule) => ({
        ...rule,
        ranges: rule.ranges.map(follow).filter((range) => range !== null),
      }))
      .filter((rule) => rule.ranges.length > 0);
    moveRuleRanges(other, follow);
    moveFormulas(other, sheet, shift);
  }
  book.protections = book.protections.flatMap((protection) => {
    if (protection.sheetId !== sheet.id || protection.rect === null) return [protection];
    const rect = shifted(protection.rect, shift);
    return rect === null ? [] : [{ ...protection, rect }];
  });
  sheet.merges = sheet.merges.flatMap((merge) => {
    const rect = shifted(merge, shift);
    return rect === null || rect.rows * rect.columns === 1 ? [] : [rect];
  });
  for (const [name, range] of book.names) {
    const moved = follow(range);
    if (moved === null) book.names.delete(name);
    else book.names.set(name, moved);
  }
  sheet.touch();
}

function moveFormulas(sheet: SheetModel, shiftedSheet: SheetModel, shift: Shift): void {
  const isShifted = (tab: string) =>
    tab === '' ? sheet === shiftedSheet : tab.toLowerCase() === shiftedSheet.name.toLowerCase();
  const moved: { row: number; column: number; formula: string }[] = [];
  sheet.formulas.forEach((formula, row, column, rows) => {
    const after = followed(formula, shift, isShifted);
    if (after === formula) return;
    for (let at = row; at < row + rows; at += 1) moved.push({ row: at, column, formula: after });
  });
  for (const { row, column, formula } of moved) sheet.putFormula(row, column, formula);
}

type Follow = <R extends Rect & { readonly sheetId: number }>(ref: R) => R | null;

function moveChart(chart: ChartModel, isHere: boolean, shift: Shift, follow: Follow): ChartModel {
  const ranges = chart.ranges.map((range) => follow(range)).filter((range) => range !== null);
  const anchor = { row: chart.position.row, column: chart.position.column, rows: 1, columns: 1 };
  const at = isHere ? (shifted(anchor, shift) ?? anchor) : anchor;
  return { ...chart, ranges, position: { ...chart.position, row: at.row, column: at.column } };
}

function moveRuleRanges(sheet: SheetModel, follow: Follow): void {
  const moved = new Map<ValidationRule, ValidationRule>();
  sheet.validations.forEach((rule) => {
    if (rule.range === undefined || moved.has(rule)) return;
    const range = follow(rule.range);
    if (range !== null && range !== rule.range) moved.set(rule, { ...rule, range });
  });
  if (moved.size === 0) return;
  sheet.validations.update(sheet.all, (rule) => (rule && moved.get(rule)) ?? rule);
}
