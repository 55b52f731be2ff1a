import { expect } from '@jest/globals';
import { Book } from '../../../preview/google/book/book';
import { scriptOn } from '../../preview/spreadsheet/scriptOn';
import { CLASS, GUIDE } from './evidence';
import { type Fact, fact, unverified } from './fact';

/** Formulas in people's cells: a script reads what they come to. */
export const FORMULA_FACTS: readonly Fact[] = [
  fact('Range.getValues', 'A formula is read as what it comes to.', CLASS.range, () => {
    const { sheet } = scriptOn();
    sheet.getRange('A1:B2').setValues([
      [100, 0.1],
      [250, 'x'],
    ]);
    sheet
      .getRange('C1:C5')
      .setValues([
        ['=A1*B1'],
        ['=SUMIFS(A1:A2,B1:B2,"x")'],
        ['=A1>A2'],
        ['=IF(B2="x","yes","no")'],
        ['=SUM(A1:A)&"; A1:A"'],
      ]);
    expect(sheet.getRange('C1:C5').getValues().flat()).toEqual([
      10,
      250,
      false,
      'yes',
      '350; A1:A',
    ]);
  }),
  fact(
    'Range.getValues',
    'A formula follows the cells that it reads, on other tabs too, and knows the day.',
    GUIDE.practices,
    () => {
      const book = new Book();
      book.now = () => Date.parse('2026-02-02T09:00:00Z');
      const { sheet, spreadsheet } = scriptOn(book);
      const other = spreadsheet.insertSheet('Price list');
      sheet.getRange('A1:A2').setValues([["='Price list'!A1*2"], ['=TODAY()-DATE(2026,2,1)']]);
      other.getRange('A1').setValues([[21]]);
      expect(sheet.getRange('A1:A2').getValues()).toEqual([[42], [1]]);
      other.getRange('A1').setValues([[4]]);
      book.now = () => Date.parse('2026-02-09T09:00:00Z');
      expect(sheet.getRange('A1:A2').getValues()).toEqual([[8], [8]]);
    },
  ),
  fact(
    'Range.getFormulas',
    'A cell with a formula gives its text, every other cell an empty one.',
    CLASS.range,
    () => {
      const { sheet } = scriptOn();
      sheet.getRange('A1:C1').setValues([['=1+1', 2, 'text']]);
      expect(sheet.getRange('A1:C1').getFormulas()).toEqual([['=1+1', '', '']]);
    },
  ),
  fact(
    'Range.setValues',
    'A value that is written over a formula replaces it.',
    CLASS.range,
    () => {
      const { sheet } = scriptOn();
      sheet.getRange('A1').setValues([['=1+1']]);
      sheet.getRange('A1').setValues([['text']]);
      expect([sheet.getRange('A1').getFormula(), sheet.getRange('A1').getValue()]).toEqual([
        '',
        'text',
      ]);
    },
  ),
  unverified(
    'Range.getValues',
    'A formula that ends in an error is read as the text of the error.',
    { choice: 'formulaErrors', ways: ['text', 'empty'] },
    (formulaErrors) => {
      const { sheet } = scriptOn(new Book({ facts: { formulaErrors } }));
      // The engine knows no QUERY, which Google does.
      sheet.getRange('A1:C1').setValues([['=NO_SUCH_FUNCTION(1)', '=1/0', '=QUERY(D1:D2,"")']]);
      const errors = ['#NAME?', '#DIV/0!', '#NAME?'];
      const read = sheet.getRange('A1:C1').getValues();
      expect(read).toEqual([formulaErrors === 'text' ? errors : ['', '', '']]);
    },
  ),
];
