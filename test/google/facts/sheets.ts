import { expect } from '@jest/globals';
import { Book } from '../../../preview/google/book/book';
import { scriptOn } from '../../preview/spreadsheet/scriptOn';
import { OWNER, returned, scripted } from '../../support/standIn';
import { CLASS, GUIDE } from './evidence';
import { type Fact, fact, unverified } from './fact';

const ANN = 'ann@example.com';

const RANGES: readonly Fact[] = [
  fact(
    'Sheet.getRange',
    'A range is named by row, column, rows and columns from 1, or in A1 notation; an open end reaches to the edge.',
    CLASS.sheet,
    () => {
      const { sheet } = scriptOn();
      const open = ['H2:H', '3:5', 'B2:C4'].map((a1) => sheet.getRange(a1).getA1Notation());
      expect(open).toEqual(['H2:H1000', 'A3:Z5', 'B2:C4']);
      expect(sheet.getRange(2, 3, 4, 2).getA1Notation()).toBe('C2:D5');
    },
  ),
  fact(
    'Sheet.getRange',
    'A range by numbers that reaches beyond the sheet is refused.',
    CLASS.sheet,
    () => {
      const { sheet } = scriptOn();
      expect(() => sheet.getRange(1001, 1)).toThrow('outside the dimensions of the sheet');
      expect(() => sheet.getRange(1, 26, 1, 2)).toThrow('outside the dimensions of the sheet');
      expect(() => sheet.getRange(0, 1)).toThrow('The starting row of the range is too small.');
    },
  ),
  unverified(
    'Sheet.getRange',
    'Rows in A1 notation of which the sheet has fewer are refused.',
    { choice: 'rowsBeyondSheet', ways: ['refused', 'cut'] },
    (rowsBeyondSheet) => {
      const { sheet } = scriptOn(new Book({ facts: { rowsBeyondSheet } }));
      const named = () => sheet.getRange('999:1100').getA1Notation();
      if (rowsBeyondSheet === 'cut') expect(named()).toBe('A999:Z1000');
      else expect(named).toThrow('outside the dimensions of the sheet');
    },
  ),
  fact(
    [
      'Range.getRow',
      'Range.getColumn',
      'Range.getNumRows',
      'Range.getNumColumns',
      'Range.getSheet',
      'Sheet.getRangeList',
    ],
    'A range knows its sheet, its first row and column, and how many it has of each.',
    CLASS.range,
    () => {
      const { sheet } = scriptOn();
      const range = sheet.getRange('C2:D5');
      const place = [range.getRow(), range.getColumn(), range.getNumRows(), range.getNumColumns()];
      expect(place).toEqual([2, 3, 4, 2]);
      expect(range.getSheet().getSheetId()).toBe(sheet.getSheetId());
      const list = sheet.getRangeList(['A1', 'C3:D4']).getRanges();
      expect(list.map((one) => one.getA1Notation())).toEqual(['A1', 'C3:D4']);
    },
  ),
  fact(
    ['Sheet.getDataRange', 'Sheet.getLastRow', 'Sheet.getLastColumn'],
    'The data range reaches from A1 to the last row and the last column that have content.',
    CLASS.sheet,
    () => {
      const { sheet } = scriptOn();
      sheet.getRange('C4').setValue('x');
      sheet.getRange('E2').setValue(1);
      expect([sheet.getDataRange().getA1Notation(), sheet.getLastRow()]).toEqual(['A1:E4', 4]);
      expect(sheet.getLastColumn()).toBe(5);
    },
  ),
  unverified(
    ['Sheet.getLastRow', 'Sheet.getDataRange'],
    'A cell that holds FALSE is content, as is a formula whose result is empty.',
    { choice: 'hollowCells', ways: ['counted', 'passed over'] },
    (hollowCells) => {
      const { sheet } = scriptOn(new Book({ facts: { hollowCells } }));
      sheet.getRange('A1').setValue('x');
      sheet.getRange('B9').setValue(false);
      expect(sheet.getLastRow()).toBe(hollowCells === 'counted' ? 9 : 1);
      expect(sheet.getDataRange().getA1Notation()).toBe(hollowCells === 'counted' ? 'A1:B9' : 'A1');
    },
  ),
];

const LINES: readonly Fact[] = [
  fact(
    ['Sheet.getMaxRows', 'Sheet.insertRowsAfter', 'Sheet.insertRowsBefore'],
    'Inserted rows push those below down; the sheet grows by as many.',
    CLASS.sheet,
    () => {
      const { sheet } = scriptOn();
      sheet.getRange('A1:A2').setValues([['a'], ['b']]);
      sheet.insertRowsAfter(1, 2);
      sheet.insertRowsBefore(1, 1);
      expect(sheet.getMaxRows()).toBe(1003);
      expect(sheet.getRange('A1:A5').getValues()).toEqual([[''], ['a'], [''], [''], ['b']]);
    },
  ),
  fact(
    'Sheet.deleteRows',
    'Deleted rows take their cells along; those below move up, and the sheet shrinks by as many.',
    CLASS.sheet,
    () => {
      const { sheet } = scriptOn();
      sheet.getRange('A1:A4').setValues([['a'], ['b'], ['c'], ['d']]);
      sheet.deleteRows(2, 2);
      expect(sheet.getMaxRows()).toBe(998);
      expect(sheet.getRange('A1:A3').getValues()).toEqual([['a'], ['d'], ['']]);
    },
  ),
  fact(
    'Sheet.moveColumns',
    'Moved columns take cells, notes and formats along; the place is counted before the move.',
    CLASS.sheet,
    () => {
      const { sheet } = scriptOn();
      sheet.getRange('A1:D1').setValues([['a', 'b', 'c', 'd']]);
      sheet.getRange('C1').setNotes([['of c']]);
      sheet.moveColumns(sheet.getRange('C1'), 1);
      expect(sheet.getRange('A1:D1').getValues()).toEqual([['c', 'a', 'b', 'd']]);
      expect(sheet.getRange('A1').getNotes()).toEqual([['of c']]);
      sheet.moveColumns(sheet.getRange('A1'), 4);
      expect(sheet.getRange('A1:D1').getValues()).toEqual([['a', 'b', 'c', 'd']]);
    },
  ),
  fact(
    ['Sheet.getMaxColumns', 'Sheet.insertColumnsAfter', 'Sheet.insertColumnsBefore'],
    'Inserted columns push those at the right further right; the sheet grows by as many.',
    CLASS.sheet,
    () => {
      const { sheet } = scriptOn();
      sheet.getRange('A1:B1').setValues([['a', 'b']]);
      sheet.insertColumnsAfter(1, 1);
      sheet.insertColumnsBefore(1, 1);
      expect(sheet.getMaxColumns()).toBe(28);
      expect(sheet.getRange('A1:D1').getValues()).toEqual([['', 'a', '', 'b']]);
    },
  ),
  fact(
    ['Sheet.hideColumns', 'Sheet.setColumnWidth', 'Sheet.setColumnWidths'],
    'Columns are hidden, and as wide in pixels as they are told to be.',
    CLASS.sheet,
    () => {
      const { sheet } = scriptOn();
      sheet.setColumnWidths(1, 3, 60);
      sheet.setColumnWidth(2, 240);
      sheet.hideColumns(3);
      expect([1, 2, 3].map((column) => sheet.getColumnWidth(column))).toEqual([60, 240, 60]);
      expect([2, 3].map((column) => sheet.isColumnHiddenByUser(column))).toEqual([false, true]);
    },
  ),
  fact(
    ['Sheet.setFrozenRows', 'Sheet.setFrozenColumns'],
    'Rows at the top and columns at the left stay in sight.',
    CLASS.sheet,
    () => {
      const { sheet } = scriptOn();
      sheet.setFrozenRows(1);
      sheet.setFrozenColumns(2);
      expect([sheet.getFrozenRows(), sheet.getFrozenColumns()]).toEqual([1, 2]);
    },
  ),
];

const TABS: readonly Fact[] = [
  fact(
    ['Spreadsheet.insertSheet', 'Spreadsheet.getSheets', 'Sheet.getName'],
    'A new tab has a thousand rows and 26 columns, stands where it is told to, and becomes the active one.',
    CLASS.spreadsheet,
    () => {
      const { spreadsheet, app } = scriptOn();
      const added = spreadsheet.insertSheet('Deals', 1);
      expect(spreadsheet.getSheets().map((one) => one.getName())).toEqual(['Sheet1', 'Deals']);
      expect([added.getMaxRows(), added.getMaxColumns()]).toEqual([1000, 26]);
      expect(app.getActiveSheet().getName()).toBe('Deals');
    },
  ),
  fact(
    ['Spreadsheet.getSheetByName', 'Spreadsheet.getSheetById'],
    'A tab that is not there is null.',
    CLASS.spreadsheet,
    () => {
      const { spreadsheet, sheet } = scriptOn();
      expect(spreadsheet.getSheetByName('Funnel')).toBeNull();
      expect(spreadsheet.getSheetById(12_345)).toBeNull();
      expect(spreadsheet.getSheetByName('Sheet1')?.getSheetId()).toBe(sheet.getSheetId());
    },
  ),
  fact(
    ['Sheet.getSheetId', 'Sheet.setName', 'Spreadsheet.getSheetById'],
    'A tab keeps its ID when it is renamed.',
    CLASS.sheet,
    () => {
      const { spreadsheet, sheet } = scriptOn();
      const id = sheet.getSheetId();
      sheet.setName('商机');
      expect(spreadsheet.getSheetById(id)?.getName()).toBe('商机');
    },
  ),
  unverified(
    ['Spreadsheet.insertSheet', 'Sheet.setName'],
    'Two tabs cannot have names that differ only in capitals.',
    { choice: 'tabNamesFoldCase', ways: [true, false] },
    (tabNamesFoldCase) => {
      const { spreadsheet } = scriptOn(new Book({ facts: { tabNamesFoldCase } }));
      spreadsheet.insertSheet('Deals');
      const again = () => spreadsheet.insertSheet('DEALS').getName();
      if (tabNamesFoldCase) expect(again).toThrow('A sheet with the name "DEALS" already exists.');
      else expect(again()).toBe('DEALS');
    },
  ),
  unverified(
    'Spreadsheet.getSheetByName',
    'A tab is found by its exact name only.',
    { choice: 'sheetByNameFoldsCase', ways: [true, false] },
    (sheetByNameFoldsCase) => {
      const { spreadsheet } = scriptOn(new Book({ facts: { sheetByNameFoldsCase } }));
      const found = spreadsheet.getSheetByName('SHEET1')?.getName() ?? null;
      expect(found).toBe(sheetByNameFoldsCase ? 'Sheet1' : null);
    },
  ),
  fact('Sheet.setTabColor', 'A tab has a colour.', CLASS.sheet, () => {
    const { sheet } = scriptOn();
    sheet.setTabColor('#ff0000');
    expect(sheet.getTabColor()).toBe('#ff0000');
  }),
];

const WORKBOOK: readonly Fact[] = [
  fact(
    ['SpreadsheetApp.getActiveSpreadsheet', 'Spreadsheet.getUrl'],
    'A script that is bound to a spreadsheet has it at hand, in a time trigger too.',
    GUIDE.bound,
    () => {
      const source = `function url() { return SpreadsheetApp.getActiveSpreadsheet().getUrl(); }`;
      const [run] = scripted(source).trigger('url');
      expect(run?.value).toMatch(/^https:\/\/docs\.google\.com\/spreadsheets\/d\/[^/]+\/edit/);
    },
  ),
  fact(
    'Spreadsheet.getSpreadsheetTimeZone',
    'The spreadsheet has a time zone of its own, beside the script’s.',
    CLASS.spreadsheet,
    () => {
      const { spreadsheet } = scriptOn(new Book({ timeZone: 'Asia/Shanghai' }));
      expect(spreadsheet.getSpreadsheetTimeZone()).toBe('Asia/Shanghai');
    },
  ),
  fact(
    ['SpreadsheetApp.getActiveRange', 'Range.activate', 'Sheet.activate'],
    'A script sees where the cursor of the person who acts stands, and can put it elsewhere.',
    CLASS.app,
    () => {
      const host = scripted(`
        function where() { var r = SpreadsheetApp.getActiveRange(); return r.getSheet().getName() + '!' + r.getA1Notation(); }
        function go() { SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange('D4').activate(); }
        function other() { SpreadsheetApp.getActiveSpreadsheet().insertSheet('Other'); SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].activate(); }`);
      host.select(OWNER, 'Sheet1', 'C7');
      host.select(ANN, 'Sheet1', 'B2:B3');
      expect(returned(host.call(OWNER, 'where'))).toBe('Sheet1!C7');
      host.call(OWNER, 'go');
      expect(returned(host.call(OWNER, 'where'))).toBe('Sheet1!D4');
      expect(returned(host.call(ANN, 'where'))).toBe('Sheet1!B2:B3');
      host.call(OWNER, 'other');
      expect(returned(host.call(OWNER, 'where'))).toMatch(/^Sheet1!/);
    },
  ),
  fact(
    'SpreadsheetApp.flush',
    'A change of rows or tabs makes waiting writes real first.',
    GUIDE.practices,
    () => {
      const { sheet, app } = scriptOn();
      sheet.getRange('A1').setValue('x');
      sheet.insertRowsBefore(1, 2);
      app.flush();
      expect(sheet.getRange('A1:A3').getValues()).toEqual([[''], [''], ['x']]);
    },
  ),
];

/** Tabs, their rows and columns, and the ranges on them. */
export const SHEET_FACTS: readonly Fact[] = [...RANGES, ...LINES, ...TABS, ...WORKBOOK];
