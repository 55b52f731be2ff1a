import { expect } from '@jest/globals';
import { Book } from '../../../preview/google/book/book';
import { mergeCells } from '../../../preview/google/book/merges';
import { scriptOn } from '../../preview/spreadsheet/scriptOn';
import { CLASS, GUIDE, TRIED } from './evidence';
import { type Fact, fact, unverified } from './fact';

/** Text, and the value that a cell has after setValue of it, in a spreadsheet of the United States. */
const AS_TYPED: readonly (readonly [string, unknown])[] = [
  ['00123', 123],
  ['TRUE', true],
  ['10%', 0.1],
  ['1,234.5', 1234.5],
  ['1/2', new Date('2026-01-02')],
  ['Acme', 'Acme'],
];

const WRITTEN: readonly Fact[] = [
  fact(
    'Range.setValues',
    'Text that is written is read as if a person had typed it: 00123 is 123, 1/2 a date, 10% a share, TRUE a tick.',
    TRIED.compared,
    () => {
      const { sheet, book } = scriptOn();
      book.now = () => Date.parse('2026-06-01T00:00:00Z');
      sheet.getRange(1, 1, 1, AS_TYPED.length).setValues([AS_TYPED.map(([text]) => text)]);
      const read = sheet.getRange(1, 1, 1, AS_TYPED.length).getValues();
      expect(read).toEqual([AS_TYPED.map(([, value]) => value)]);
    },
  ),
  fact(
    ['Range.setValues', 'RangeList.setValue'],
    'Text that begins with = becomes a formula.',
    CLASS.range,
    () => {
      const { sheet } = scriptOn();
      sheet.getRange('A1').setValues([['=1+1']]);
      sheet.getRangeList(['B1', 'B2']).setValue('=2+2');
      expect(sheet.getRange('A1:B2').getFormulas()).toEqual([
        ['=1+1', '=2+2'],
        ['', '=2+2'],
      ]);
    },
  ),
  fact(
    ['Range.setValues', 'RangeList.setValue'],
    'A leading apostrophe keeps what follows as text, and is no part of the value.',
    TRIED.apostrophe,
    () => {
      const { sheet } = scriptOn();
      sheet.getRange('A1:D1').setValues([["'=1+1", "'00123", "'1/2", "'TRUE"]]);
      sheet.getRangeList(['E1']).setValue("'10%");
      expect(sheet.getRange('A1:E1').getValues()).toEqual([
        ['=1+1', '00123', '1/2', 'TRUE', '10%'],
      ]);
    },
  ),
  fact(
    ['Range.setNumberFormat', 'RangeList.setNumberFormat', 'Range.setValues'],
    'In cells that were formatted @ before, every text stays text.',
    TRIED.plainText,
    () => {
      const { sheet } = scriptOn();
      sheet.getRange('A:A').setNumberFormat('@');
      sheet.getRangeList(['B1', 'B3']).setNumberFormat('@');
      sheet.getRange('A1:A3').setValues([['007'], ['=1+1'], ['2026-01-31']]);
      sheet.getRange('B1:B3').setValues([['008'], ['008'], ['=A1']]);
      expect(sheet.getRange('A1:B3').getValues()).toEqual([
        ['007', '008'],
        ['=1+1', 8],
        ['2026-01-31', '=A1'],
      ]);
    },
  ),
  unverified(
    'Range.setValues',
    'In a cell with the text format a leading apostrophe is no part of the text.',
    { choice: 'apostropheInTextCell', ways: ['consumed', 'kept'] },
    (apostropheInTextCell) => {
      const { sheet } = scriptOn(new Book({ facts: { apostropheInTextCell } }));
      sheet.getRange('A1').setNumberFormat('@').setValue("'x");
      expect(sheet.getRange('A1').getValue()).toBe(apostropheInTextCell === 'kept' ? "'x" : 'x');
    },
  ),
  fact('Range.setValues', 'null and undefined empty a cell.', GUIDE.migration, () => {
    const { sheet } = scriptOn();
    sheet.getRange('A1:B1').setValues([['x', 'y']]);
    sheet.getRange('A1:B1').setValues([[null, undefined]] as never);
    expect(sheet.getRange('A1:B1').getValues()).toEqual([['', '']]);
  }),
  fact('Range.setValues', 'Data must have exactly the shape of the range.', CLASS.range, () => {
    const { sheet } = scriptOn();
    const write = (data: unknown[][]) => () => sheet.getRange('A1:B1').setValues(data as never);
    expect(write([[1], [2]])).toThrow('The data has 2 but the range has 1.');
    expect(write([[1]])).toThrow('The data has 1 but the range has 2.');
  }),
  fact('Range.setValues', 'A cell holds at most 50,000 characters.', TRIED.sizes, () => {
    const { sheet, app } = scriptOn();
    sheet.getRange('A1').setValues([['x'.repeat(50_000)]]);
    app.flush();
    sheet.getRange('A2').setValues([['x'.repeat(50_001)]]);
    expect(() => app.flush()).toThrow('the maximum of 50000 characters');
  }),
  fact(
    'RangeList.setValue',
    'One value goes into every cell of every range of the list.',
    CLASS.rangeList,
    () => {
      const { sheet } = scriptOn();
      sheet.getRangeList(['A1:A2', 'C2']).setValue(7);
      expect(sheet.getRange('A1:C2').getValues()).toEqual([
        [7, '', ''],
        [7, '', 7],
      ]);
    },
  ),
];

const READ: readonly Fact[] = [
  fact(
    'Range.getValues',
    'Cells are numbers, true or false, Dates or text; an empty cell is empty text.',
    CLASS.range,
    () => {
      const { sheet } = scriptOn();
      const day = new Date('2026-01-31T00:00:00Z');
      sheet.getRange('A1:E1').setValues([[1.5, true, 'Acme', day, '']] as never);
      expect(sheet.getRange('A1:F1').getValues()).toEqual([[1.5, true, 'Acme', day, '', '']]);
    },
  ),
  fact(
    ['Range.getValues', 'Range.setValues'],
    'A Date is an instant, which the spreadsheet shows in its own time zone.',
    CLASS.session,
    () => {
      const { sheet, book } = scriptOn(new Book({ timeZone: 'Asia/Shanghai' }));
      sheet.getRange('A1').setValues([[new Date('2026-01-30T16:00:00Z')]]);
      expect(sheet.getRange('A1').getDisplayValue()).toBe('1/31/2026');
      book.timeZone = 'Etc/UTC';
      expect(sheet.getRange('A1').getValues()).toEqual([[new Date('2026-01-31T00:00:00Z')]]);
    },
  ),
  fact(
    ['Range.getValues', 'Range.setNumberFormat', 'Range.setNumberFormats'],
    'A number under a date format is read as a Date, under any other format as a number.',
    CLASS.range,
    () => {
      const { sheet } = scriptOn();
      sheet.getRange('A1:B2').setValues([
        [46_053, 46_053],
        [46_053, 46_053],
      ]);
      sheet.getRange('A1').setNumberFormat('yyyy-mm-dd');
      sheet.getRange('A2:B2').setNumberFormats([['General', 'd mmm yyyy']]);
      const day = new Date('2026-01-31');
      expect(sheet.getRange('A1:B2').getValues()).toEqual([
        [day, 46_053],
        [46_053, day],
      ]);
    },
  ),
  fact('Range.getValues', 'Hidden rows and columns are read too.', CLASS.range, () => {
    const { sheet } = scriptOn();
    sheet.getRange('A1:B1').setValues([['a', 'b']]);
    sheet.hideColumns(2);
    sheet.hideRows(1);
    expect(sheet.getRange('A1:B1').getValues()).toEqual([['a', 'b']]);
  }),
  fact(
    ['Range.setValues', 'Range.getValues', 'SpreadsheetApp.flush'],
    'Writes wait until something is read or flushed; another execution sees nothing of them before.',
    GUIDE.practices,
    () => {
      const book = new Book();
      const [one, two] = [scriptOn(book), scriptOn(book)];
      one.sheet.getRange('A1').setValues([['x']]);
      expect(two.sheet.getRange('A1').getValues()).toEqual([['']]);
      one.app.flush();
      expect(two.sheet.getRange('A1').getValues()).toEqual([['x']]);
      one.sheet.getRange('A2').setValues([['y']]);
      one.sheet.getRange('Z9').getValues();
      expect(two.sheet.getRange('A2').getValues()).toEqual([['y']]);
    },
  ),
];

const MERGED: readonly Fact[] = [
  fact(
    ['Range.getMergedRanges', 'Range.breakApart'],
    'Merged blocks that reach into a range are found from it, and taken apart whole.',
    CLASS.range,
    () => {
      const book = new Book();
      mergeCells(book.sheets[0]!, { row: 2, column: 2, rows: 2, columns: 1 });
      const { sheet } = scriptOn(book);
      const merged = () =>
        sheet
          .getRange('A1:C9')
          .getMergedRanges()
          .map((block) => block.getA1Notation());
      expect(merged()).toEqual(['B2:B3']);
      expect(sheet.getRange('A1').getMergedRanges()).toEqual([]);
      sheet.getRange('B3').breakApart();
      expect(merged()).toEqual([]);
    },
  ),
  unverified(
    ['Range.setValues', 'Range.getValues'],
    'What is written behind a merged cell is dropped.',
    { choice: 'writeBehindMerge', ways: ['dropped', 'kept'] },
    (writeBehindMerge) => {
      const book = new Book({ facts: { writeBehindMerge } });
      mergeCells(book.sheets[0]!, { row: 1, column: 1, rows: 2, columns: 1 });
      const { sheet } = scriptOn(book);
      sheet.getRange('A1:A2').setValues([['one'], ['two']]);
      const second = writeBehindMerge === 'kept' ? 'two' : '';
      expect(sheet.getRange('A1:A2').getValues()).toEqual([['one'], [second]]);
    },
  ),
];

/** What cells hold, and how they are read and written. */
export const CELL_FACTS: readonly Fact[] = [...WRITTEN, ...READ, ...MERGED];
