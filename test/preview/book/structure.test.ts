import { expect, test } from '@jest/globals';
import { Book } from '../../../preview/google/book/book';
import type { CellValue } from '../../../preview/google/book/rect';
import type { SheetModel } from '../../../preview/google/book/sheet';
import {
  deleteColumns,
  deleteRows,
  insertColumns,
  insertRows,
  moveColumns,
} from '../../../preview/google/book/structure';
import { NO_RULE } from '../../../preview/google/spreadsheet/dataValidation';

function sheetWith(rows: readonly (readonly CellValue[])[]): SheetModel {
  const sheet = new Book().sheets[0]!;
  rows.forEach((cells, i) => {
    cells.forEach((cell, j) => {
      sheet.put(i + 1, j + 1, cell);
    });
  });
  return sheet;
}

function cells(sheet: SheetModel): CellValue[][] {
  return sheet.values({ row: 1, column: 1, rows: sheet.lastRow, columns: sheet.lastColumn });
}

const cell = (row: number, column: number) => ({ row, column, rows: 1, columns: 1 });
const TICK_BOX = { ...NO_RULE, criteria: 'CHECKBOX' };

test('an inserted row moves values, formats, notes and rules below it down', () => {
  const sheet = sheetWith([
    ['Deal', 'Won'],
    ['D1', true],
  ]);
  sheet.notes.fill(cell(2, 1), 'held');
  sheet.formats.fill(cell(2, 1), '@');
  sheet.validations.fill(cell(2, 2), TICK_BOX);
  insertRows(sheet, { at: 2, count: 2 }, 'before');
  expect(cells(sheet)).toEqual([
    ['Deal', 'Won'],
    ['', ''],
    ['', ''],
    ['D1', true],
  ]);
  expect([sheet.notes.get(2, 1), sheet.notes.get(4, 1)]).toEqual([undefined, 'held']);
  expect(sheet.formats.get(4, 1)).toBe('@');
  expect(sheet.validations.get(4, 2)).toBe(TICK_BOX);
  expect(sheet.maxRows).toBe(1002);
});

test.each([
  ['before', 'header'],
  ['after', 'body'],
] as const)('a new row takes the look of the row %s it', (inherit, look) => {
  const sheet = sheetWith([['Deal'], ['D1']]);
  sheet.formats.fill(cell(1, 1), 'header');
  sheet.formats.fill(cell(2, 1), 'body');
  insertRows(sheet, { at: 2, count: 1 }, inherit);
  expect(sheet.formats.get(2, 1)).toBe(look);
});

test('deleted rows go with their notes, and what was below moves up', () => {
  const sheet = sheetWith([['Deal'], ['D1'], ['D2'], ['D3']]);
  sheet.notes.fill(cell(2, 1), 'gone');
  sheet.notes.fill(cell(4, 1), 'stays');
  deleteRows(sheet, { at: 2, count: 2 });
  expect(cells(sheet)).toEqual([['Deal'], ['D3']]);
  expect([sheet.notes.get(2, 1), sheet.notes.get(4, 1)]).toEqual(['stays', undefined]);
});

test('inserted, deleted and moved columns carry width, hidden state and cells along', () => {
  const sheet = sheetWith([['A', 'B', 'C', 'D']]);
  sheet.setColumns(2, 1, { hidden: true, size: 50 });
  insertColumns(sheet, { at: 2, count: 1 }, 'before');
  expect(cells(sheet)).toEqual([['A', '', 'B', 'C', 'D']]);
  expect([2, 3].map((column) => sheet.isColumnHidden(column))).toEqual([false, true]);
  moveColumns(sheet, { at: 3, count: 1 }, 6);
  expect(cells(sheet)).toEqual([['A', '', 'C', 'D', 'B']]);
  expect([sheet.isColumnHidden(5), sheet.columnWidth(5)]).toEqual([true, 50]);
  moveColumns(sheet, { at: 5, count: 1 }, 1);
  deleteColumns(sheet, { at: 3, count: 1 });
  expect(cells(sheet)).toEqual([['B', 'A', 'C', 'D']]);
  expect(sheet.isColumnHidden(1)).toBe(true);
});

test('moving a column past the last filled one keeps it', () => {
  const sheet = sheetWith([['A', 'B']]);
  moveColumns(sheet, { at: 1, count: 1 }, 10);
  expect(cells(sheet)).toEqual([['B', '', '', '', '', '', '', '', 'A']]);
});

test('charts, protections, names and list ranges follow their cells', () => {
  const sheet = sheetWith([['Stage'], ['Won']]);
  const { book } = sheet;
  const other = book.insertSheet('Deals');
  const range = { row: 2, column: 1, rows: 3, columns: 1, sheetId: sheet.id };
  other.charts = [
    {
      id: 9,
      type: 'BAR',
      ranges: [range],
      options: {},
      position: { row: 5, column: 1, offsetX: 0, offsetY: 0 },
      numHeaders: 0,
      mergeStrategy: 'MERGE_COLUMNS',
      transpose: false,
      hiddenDimensionStrategy: 'IGNORE_ROWS',
    },
  ];
  book.names.set('Stages', range);
  book.protections = [
    {
      id: 1,
      sheetId: sheet.id,
      rect: range,
      description: '',
      warningOnly: true,
      editors: 'everyone',
      domainEdit: true,
      unprotected: [],
    },
  ];
  other.validations.fill(cell(1, 1), { ...NO_RULE, criteria: 'VALUE_IN_RANGE', range });
  insertRows(sheet, { at: 3, count: 1 }, 'before');
  insertColumns(sheet, { at: 1, count: 1 }, 'after');
  const moved = { row: 2, column: 2, rows: 4, columns: 1 };
  expect(other.charts[0]?.ranges[0]).toMatchObject(moved);
  expect(other.charts[0]?.position.row).toBe(5);
  expect(book.names.get('Stages')).toMatchObject(moved);
  expect(book.protections[0]?.rect).toMatchObject(moved);
  expect(other.validations.get(1, 1)?.range).toMatchObject(moved);
  deleteRows(sheet, { at: 1, count: 10 });
  expect(book.names.has('Stages')).toBe(false);
  expect(book.protections).toEqual([]);
});

test('frozen header rows stay frozen when rows come or go above them', () => {
  const sheet = sheetWith([['Deal']]);
  sheet.frozenRows = 1;
  insertRows(sheet, { at: 1, count: 2 }, 'after');
  expect(sheet.frozenRows).toBe(3);
  deleteRows(sheet, { at: 1, count: 2 });
  expect(sheet.frozenRows).toBe(1);
});

test('Google refuses to delete what is not there or everything that is not frozen', () => {
  const sheet = sheetWith([['Deal']]);
  sheet.frozenRows = 1;
  expect(() => deleteRows(sheet, { at: 999, count: 5 })).toThrow('Those rows are out of bounds.');
  expect(() => deleteRows(sheet, { at: 2, count: 999 })).toThrow(
    'Sorry, it is not possible to delete all non-frozen rows.',
  );
});

test('a workbook ends at 10 million cells and 18,278 columns', () => {
  const sheet = sheetWith([]);
  expect(() => insertRows(sheet, { at: 1000, count: 390_000 }, 'before')).toThrow(
    'above the limit of 10000000 cells',
  );
  deleteRows(sheet, { at: 11, count: 990 });
  expect(() => insertColumns(sheet, { at: 26, count: 18_253 }, 'before')).toThrow('18278 columns');
  insertColumns(sheet, { at: 26, count: 18_252 }, 'before');
  expect(sheet.maxColumns).toBe(18_278);
});
