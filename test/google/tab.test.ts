import { expect, test } from '@jest/globals';
import { mergeCells } from '../../preview/google/book/merges';
import { tabOf } from '../../src/google/tab';
import { scriptOn } from '../preview/spreadsheet/scriptOn';

/** Six rows, of which A2 and A3 are merged. No dates are read. */
function sixRows() {
  const { sheet, book, calls } = scriptOn();
  sheet.deleteRows(7, sheet.getMaxRows() - 6);
  mergeCells(book.sheets[0]!, { row: 2, column: 1, rows: 2, columns: 1 });
  calls.length = 0;
  const clock = { timeZone: 'UTC', now: () => '', textOf: () => '', dateOf: () => new Date(0) };
  return { tab: tabOf(sheet, 1, clock), sheet, calls };
}

const BLOCK = { row: 2, column: 1, rows: 2, columns: 1 };

test('merged cells are found in the rows that are named, with one call', () => {
  const { tab, calls } = sixRows();
  expect(tab.merged(1, 2)).toEqual([BLOCK]);
  expect(tab.merged(4, 6)).toEqual([]);
  expect(calls.filter(({ kind }) => kind === 'read')).toHaveLength(2);
});

test('once rows have been deleted meanwhile, merged cells are found in those that are left', () => {
  const { tab, sheet } = sixRows();
  sheet.getRange('B4').setValue('Weir');
  sheet.deleteRows(5, 2);
  expect(tab.merged(1, 6)).toEqual([BLOCK]);
});
