import { expect, test } from '@jest/globals';
import { Book } from '../../../preview/google/book/book';
import { bookFromJson, bookToJson } from '../../../preview/google/book/bookJson';
import { mergeCells } from '../../../preview/google/book/merges';
import { protect } from '../../../preview/google/book/protection';
import { deleteRows, insertRows } from '../../../preview/google/book/structure';
import type { Gesture } from '../../../preview/google/gestures/gesture';
import type { Host } from '../../../preview/google/host';
import { scripted } from '../../support/standIn';
import { scriptOn } from '../spreadsheet/scriptOn';

const ANN = 'ann@example.com';

/** A tab with three stages, two owners and a script that says which cells were edited. */
function sheetOf(): Host {
  const host = scripted('function onEdit(e) { console.log(e.range.getA1Notation()); }');
  host.gesture({
    edit: {
      tab: 'Sheet1',
      range: 'A1',
      values: [
        ['Lead', 'Ann'],
        ['Proposal', 'Bob'],
        ['Won', ''],
      ],
    },
  });
  return host;
}

function cells(host: Host): unknown {
  return host.book.sheets[0]?.values({ row: 1, column: 1, rows: 3, columns: 2 });
}

function told(host: Host, gesture: Gesture): readonly string[] {
  const { executions, error } = host.gesture(gesture);
  expect(error).toBeUndefined();
  return executions.flatMap((run) => run.logs);
}

test('of merged cells only the top left one holds a value, also after a person types into another one', () => {
  const host = sheetOf();
  expect(told(host, { merge: { tab: 'Sheet1', range: 'A1:A3' } })).toEqual([]);
  expect(cells(host)).toEqual([
    ['Lead', 'Ann'],
    ['', 'Bob'],
    ['', ''],
  ]);
  const typed: Gesture = { edit: { tab: 'Sheet1', range: 'A2', values: [['Won']] } };
  expect(told(host, typed)).toEqual(['A1:A3']);
  expect(cells(host)).toEqual([
    ['Won', 'Ann'],
    ['', 'Bob'],
    ['', ''],
  ]);
  host.gesture({ undo: {} });
  host.gesture({ undo: {} });
  expect(cells(host)).toEqual([
    ['Lead', 'Ann'],
    ['Proposal', 'Bob'],
    ['Won', ''],
  ]);
});

test('a script finds merged cells and takes them apart', () => {
  const book = new Book();
  mergeCells(book.sheets[0]!, { row: 2, column: 2, rows: 2, columns: 1 });
  const { sheet } = scriptOn(book);
  const merged = () => sheet.getDataRange().getMergedRanges();
  sheet.getRange('A9').setValue('end');
  expect(merged()).toEqual([]);
  sheet.getRange('C9').setValue('end');
  expect(merged().map((range) => range.getA1Notation())).toEqual(['B2:B3']);
  sheet.getRange('B3').breakApart();
  sheet.getRange('B3').setValue('free');
  expect([merged(), sheet.getRange('B3').getValue()]).toEqual([[], 'free']);
});

test('merged cells move with their rows, are kept with the workbook, and cannot be sorted', () => {
  const book = new Book();
  const sheet = book.sheets[0]!;
  mergeCells(sheet, { row: 2, column: 1, rows: 3, columns: 1 });
  insertRows(sheet, { at: 1, count: 1 }, 'after');
  deleteRows(sheet, { at: 4, count: 1 });
  expect(sheet.merges).toEqual([{ row: 3, column: 1, rows: 2, columns: 1 }]);
  const { app, sheet: seen } = scriptOn(book);
  seen.getRange('A1:B9').sort(1);
  expect(() => app.flush()).toThrow('vertical merges');
  expect(bookFromJson(bookToJson(book)).sheets[0]?.merges).toEqual(sheet.merges);
  deleteRows(sheet, { at: 3, count: 1 });
  expect(sheet.merges).toEqual([]);
});

test('a copied block is pasted as one edit, and its source stays', () => {
  const host = sheetOf();
  const paste: Gesture = { copyPaste: { tab: 'Sheet1', from: 'A1:B1', to: 'A3' } };
  expect(told(host, paste)).toEqual(['A3:B3']);
  expect(cells(host)).toEqual([
    ['Lead', 'Ann'],
    ['Proposal', 'Bob'],
    ['Lead', 'Ann'],
  ]);
});

test('find and replace changes the texts it finds, whatever their case, and tells nobody', () => {
  const host = sheetOf();
  const replace = { tab: 'Sheet1', range: 'A1:B3', find: 'lead', with: 'Prospect' };
  expect(told(host, { replace })).toEqual([]);
  expect(cells(host)).toEqual([
    ['Prospect', 'Ann'],
    ['Proposal', 'Bob'],
    ['Won', ''],
  ]);
  host.gesture({ undo: {} });
  expect(cells(host)).toEqual([
    ['Lead', 'Ann'],
    ['Proposal', 'Bob'],
    ['Won', ''],
  ]);
});

test('a filter hides rows and changes no cell', () => {
  const host = sheetOf();
  const before = cells(host);
  const hidden = () => [1, 2, 3].map((row) => host.book.sheets[0]?.isRowHidden(row));
  expect(told(host, { filter: { tab: 'Sheet1', column: 'A', keep: ['Won'] } })).toEqual([]);
  expect([hidden(), cells(host)]).toEqual([[false, true, false], before]);
  host.gesture({ filter: { tab: 'Sheet1', column: 'A' } });
  expect(hidden()).toEqual([false, false, false]);
});

test('in a protected range only its editors write, and a script is told who may', () => {
  const host = sheetOf();
  host.gesture({ protect: { tab: 'Sheet1', range: 'B1:B3', editors: ['bob@example.com'] } });
  const types = (as: string) =>
    host.gesture({ edit: { tab: 'Sheet1', range: 'B3', values: [['Bob']] }, as }).error;
  expect(types(ANN)).toContain('protected cell');
  expect([types('bob@example.com'), types('owner@example.com')]).toEqual([undefined, undefined]);

  const book = new Book();
  protect(book.sheets[0]!, { row: 1, column: 2, rows: 3, columns: 1 }, []);
  const { sheet } = scriptOn(book, ANN);
  expect(['A1', 'A1:B1', 'B4'].map((a1) => sheet.getRange(a1).canEdit())).toEqual([
    true,
    false,
    true,
  ]);
});
