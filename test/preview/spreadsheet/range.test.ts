import { runInNewContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { Book } from '../../../preview/google/book/book';
import { scriptOn } from './scriptOn';

test('dates of another realm are dates too', () => {
  const { sheet } = scriptOn();
  const foreign = runInNewContext('[[new Date(0)]]') as Date[][];
  sheet.getRange('A1').setValues(foreign);
  expect(sheet.getRange('A1').getDisplayValue()).toBe('1/1/1970');
});

test('setValue of null clears; a number that is none shows an error', () => {
  const { sheet } = scriptOn();
  sheet.getRange('A1').setValue('x');
  sheet.getRange('A1').setValue(null);
  sheet.getRange('B1').setValue(Number.NaN);
  expect(sheet.getRange('A1:B1').getValues()).toEqual([['', '#NUM!']]);
});

test('what getValues gave can be written back and read again unchanged', () => {
  const value = fc.oneof(
    fc.constantFrom<unknown>(true, false, '', 'Acme', 'a b', '线索'),
    fc.integer({ min: -1_000_000, max: 1_000_000 }),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }).map((x) => x + 0),
    fc.integer({ min: 0, max: 80_000 }).map((day) => new Date((day - 20_000) * 86_400_000)),
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), { minLength: 1 }),
      (grid) => {
        const { sheet } = scriptOn(new Book({ timeZone: 'America/New_York' }));
        const range = sheet.getRange(2, 2, grid.length, 3);
        range.setValues(grid as never);
        const once = range.getValues();
        range.setValues(once);
        expect(range.getValues()).toEqual(once);
        expect(once).toEqual(grid);
      },
    ),
    { numRuns: 50 },
  );
});

test('a wrong kind of argument is named as Google names it', () => {
  const { sheet } = scriptOn();
  expect(() => sheet.getRange('A1').setValues('x' as never)).toThrow(
    "The parameters (String) don't match the method signature for SpreadsheetApp.Range.setValues.",
  );
});

test.each`
  numbers          | message
  ${[0, 1]}        | ${'The starting row of the range is too small.'}
  ${[1, 0]}        | ${'The starting column of the range is too small.'}
  ${[1, 1, 0]}     | ${'The number of rows in the range must be at least 1.'}
  ${[1, 1, 1, 0]}  | ${'The number of columns in the range must be at least 1.'}
  ${[1001, 1]}     | ${'The coordinates of the range are outside the dimensions of the sheet.'}
  ${[1, 26, 1, 2]} | ${'The coordinates of the range are outside the dimensions of the sheet.'}
`('getRange($numbers) is refused: $message', ({ numbers, message }) => {
  const { sheet } = scriptOn();
  const getRange = sheet.getRange as (...numbers: number[]) => unknown;
  expect(() => getRange.apply(sheet, numbers as number[])).toThrow(message as string);
});

test.each`
  notation            | a1
  ${'B2'}             | ${'B2'}
  ${'$B$2:C4'}        | ${'B2:C4'}
  ${'C4:B2'}          | ${'B2:C4'}
  ${'H2:H'}           | ${'H2:H1000'}
  ${'H:H'}            | ${'H1:H1000'}
  ${'3:5'}            | ${'A3:Z5'}
  ${'B2:3'}           | ${'B2:Z3'}
  ${'Sheet1!A1'}      | ${'A1'}
  ${"'Sheet1'!A1:B2"} | ${'A1:B2'}
`('$notation is the range $a1', ({ notation, a1 }) => {
  expect(
    scriptOn()
      .sheet.getRange(notation as string)
      .getA1Notation(),
  ).toBe(a1);
});

test.each(['', 'A', '1', 'no range', 'A1:', 'Other!A1', 'A0', 'A1001:A'])(
  '"%s" names no range of this sheet',
  (notation) => {
    expect(() => scriptOn().sheet.getRange(notation)).toThrow();
  },
);

test('offset and getCell count from the range', () => {
  const range = scriptOn().sheet.getRange('B2:C4');
  expect(range.offset(1, 1).getA1Notation()).toBe('C3:D5');
  expect(range.offset(0, 2, 1, 1).getA1Notation()).toBe('D2');
  expect(range.getCell(3, 2).getA1Notation()).toBe('C4');
  expect(() => range.getCell(4, 1)).toThrow('Cell reference out of range');
});

test('a range of an event carries its corners as plain numbers, read without a call', () => {
  const { execution, sheet, calls } = scriptOn();
  const range = execution.range(sheet.getSheetId(), { row: 2, column: 3, rows: 4, columns: 5 });
  calls.length = 0;
  const { rowStart, rowEnd, columnStart, columnEnd } = range as Record<string, number>;
  expect([rowStart, rowEnd, columnStart, columnEnd]).toEqual([2, 5, 3, 7]);
  expect(calls).toEqual([]);
});

test('looks and notes are read back as they were set, the rest is the default', () => {
  const { sheet } = scriptOn();
  sheet
    .getRange('A1:B1')
    .setBackgrounds([['#FFEE00', null]])
    .setFontWeight('bold')
    .setFontColor('red')
    .setWrap(true)
    .setNotes([['held', '']]);
  expect(sheet.getRange('A1:B1').getBackgrounds()).toEqual([['#ffee00', '#ffffff']]);
  expect(sheet.getRange('A1:B1').getFontWeights()).toEqual([['bold', 'bold']]);
  expect(sheet.getRange('A1').getFontColor()).toBe('#ff0000');
  expect(sheet.getRange('B1').getWrap()).toBe(true);
  expect(sheet.getRange('A1:B1').getNotes()).toEqual([['held', '']]);
  expect(sheet.getRange('A2').getFontWeight()).toBe('normal');
  expect(() => sheet.getRange('A1').setBackground('no colour')).toThrow('Invalid color: no colour');
});

test('clearContent keeps formats, notes and rules; clear takes formats too (unverified)', () => {
  const { sheet, app } = scriptOn();
  const cell = sheet.getRange('A1');
  const rule = app.newDataValidation().requireValueInList(['x']).build();
  cell.setValue('x').setNumberFormat('@').setNote('n').setDataValidation(rule).clearContent();
  expect([cell.getValue(), cell.getNumberFormat(), cell.getNote()]).toEqual(['', '@', 'n']);
  cell.clear();
  expect([cell.getNumberFormat(), cell.getNote()]).toEqual(['0.###############', 'n']);
  expect(cell.getDataValidation()?.getCriteriaValues()).toEqual([['x'], true]);
});

test('insertCheckboxes makes empty cells FALSE, so that they count as content (unverified)', () => {
  const { sheet } = scriptOn();
  sheet.getRange('A1:A3').insertCheckboxes();
  expect(sheet.getRange('A1:A3').getValues()).toEqual([[false], [false], [false]]);
  expect(sheet.getLastRow()).toBe(3);
  sheet.getRange('A1:A3').removeCheckboxes();
  expect(sheet.getLastRow()).toBe(0);
});

test('a text finder looks at the shown text, in any case, whole cells when asked', () => {
  const { sheet } = scriptOn();
  sheet.getRange('A1:B3').setValues([
    ['D1', 'd10'],
    ['x', 'D1'],
    ['', new Date('2026-01-31')],
  ] as never);
  const all = (text: string) => sheet.createTextFinder(text);
  const found = (ranges: GoogleAppsScript.Spreadsheet.Range[]) =>
    ranges.map((r) => r.getA1Notation());
  expect(found(all('d1').findAll())).toEqual(['A1', 'B1', 'B2']);
  expect(found(all('D1').matchEntireCell(true).findAll())).toEqual(['A1', 'B2']);
  expect(found(all('d1').matchCase(true).findAll())).toEqual(['B1']);
  expect(found(all('1/31/2026').findAll())).toEqual(['B3']);
  const finder = sheet.getRange('B1:B3').createTextFinder('D1');
  expect(
    [finder.findNext(), finder.findNext(), finder.findNext()].map((r) => r?.getA1Notation()),
  ).toEqual(['B1', 'B2', undefined]);
});
