import { expect, test } from '@jest/globals';
import { Book } from '../../../preview/google/book/book';
import { scriptOn } from './scriptOn';

const value = (book: Book, row: number, column: number) => book.sheets[0]!.value(row, column);

test('a later change of the array handed in changes no cell', () => {
  const { sheet } = scriptOn();
  const rows = [['before']];
  sheet.getRange('A1').setValues(rows);
  rows[0]![0] = 'after';
  expect(sheet.getRange('A1').getValue()).toBe('before');
});

test.each`
  keep      | kept
  ${'all'}  | ${['1', '2', '3', '4']}
  ${'half'} | ${['1', '2', '', '']}
  ${'none'} | ${['', '', '', '']}
`('an execution that dies keeps $keep of its unflushed writes', ({ keep, kept }) => {
  const { sheet, book, execution } = scriptOn();
  for (let row = 1; row <= 4; row += 1) sheet.getRange(row, 1).setValue(`'${row}`);
  execution.abandon(keep as 'all' | 'half' | 'none');
  expect([1, 2, 3, 4].map((row) => value(book, row, 1))).toEqual(kept);
  execution.flush();
  expect([1, 2, 3, 4].map((row) => value(book, row, 1))).toEqual(kept);
});

test('calls are counted by kind, with the cells they touch; finding a way costs no read', () => {
  const { sheet, app, calls } = scriptOn();
  sheet.getRange('A1:B3').getValues();
  sheet.getRange('A1:B3').getValue();
  sheet.getRange('A1:B2').setValues([
    [1, 2],
    [3, 4],
  ]);
  sheet.getLastRow();
  sheet.getRangeList(['A1', 'C3']).setValue(1);
  app.flush();
  app.newDataValidation();
  expect(calls.filter(({ kind }) => kind !== 'navigate')).toEqual([
    { kind: 'read', method: 'Range.getValues', cells: 6 },
    { kind: 'read', method: 'Range.getValue', cells: 1 },
    { kind: 'write', method: 'Range.setValues', cells: 4 },
    { kind: 'read', method: 'Sheet.getLastRow', cells: 0 },
    { kind: 'write', method: 'RangeList.setValue', cells: 2 },
    { kind: 'flush', method: 'SpreadsheetApp.flush', cells: 0 },
  ]);
  expect(calls.filter(({ kind }) => kind === 'navigate').map(({ method }) => method)).toEqual([
    'Sheet.getRange',
    'Sheet.getRange',
    'Sheet.getRange',
    'Sheet.getRangeList',
    'SpreadsheetApp.newDataValidation',
  ]);
});

test.each`
  call               | name
  ${'getDataTable'}  | ${'Range.getDataTable'}
  ${'isPartOfMerge'} | ${'Range.isPartOfMerge'}
`('a call that is not built throws by name: $name', ({ call, name }) => {
  const range = scriptOn().sheet.getRange('A1') as unknown as Record<string, () => unknown>;
  expect(() => range[call as string]?.()).toThrow(`not in the stand-in: ${name}`);
});

test('looking a service object over throws nothing', () => {
  const { sheet, app } = scriptOn();
  expect(String(sheet)).toBe('Sheet');
  expect(JSON.stringify({ sheet, range: sheet.getRange('A1') })).toBe(
    '{"sheet":{},"range":{"rowStart":1,"rowEnd":1,"columnStart":1,"columnEnd":1}}',
  );
  expect((sheet as unknown as { then?: unknown }).then).toBeUndefined();
  expect(Object.keys(sheet)).toEqual([]);
  expect(JSON.stringify(app.ProtectionType.SHEET)).toBe('"SHEET"');
  expect(() => (app.ProtectionType as never as { X: unknown }).X).toThrow('not in the stand-in');
});

test("Google's refusals are Exceptions of the script's own realm", () => {
  const { sheet } = scriptOn();
  let caught: unknown;
  try {
    sheet.getRange(0, 1);
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(Error);
  expect((caught as Error).name).toBe('Exception');
});

test('a viewer reads but writes nothing', () => {
  const book = new Book();
  book.rights.set('vic@example.com', 'view');
  const { sheet, spreadsheet } = scriptOn(book, 'vic@example.com');
  expect(sheet.getRange('A1').getValue()).toBe('');
  for (const write of [
    () => sheet.getRange('A1').setValue('x'),
    () => sheet.insertRowsAfter(1, 1),
    () => sheet.appendRow(['x']),
    () => spreadsheet.insertSheet('new'),
    () => sheet.setFrozenRows(1),
  ]) {
    expect(write).toThrow('You do not have permission to perform that action.');
  }
  expect(book.sheets[0]!.lastRow).toBe(0);
});

test('a new protection changes nothing until editors are removed; the remover stays', () => {
  const book = new Book();
  book.rights.set('ann@example.com', 'edit');
  book.rights.set('bob@example.com', 'edit');
  const ann = scriptOn(book, 'ann@example.com');
  const bob = scriptOn(book, 'bob@example.com');
  const protection = ann.sheet.getRange('A1').protect().setDescription('mine');
  bob.sheet.getRange('A1').setValue('x');
  expect(protection.getEditors().map((user) => user.getEmail())).toEqual([
    'ann@example.com',
    'bob@example.com',
  ]);
  protection.removeEditors(['ann@example.com', 'bob@example.com']);
  expect(() => bob.sheet.getRange('A1').setValue('x')).toThrow('protected');
  ann.sheet.getRange('A1').setValue('x');
  expect(bob.sheet.getProtections(bob.app.ProtectionType.RANGE).map((p) => p.canEdit())).toEqual([
    false,
  ]);
  expect(() => bob.sheet.getProtections(bob.app.ProtectionType.RANGE)[0]!.remove()).toThrow();
  protection.remove();
  bob.sheet.getRange('A1').setValue('x');
});

test('a protected sheet lets people write where it was left open, and change no row', () => {
  const book = new Book();
  const owner = scriptOn(book);
  const protection = owner.sheet.protect();
  protection.setUnprotectedRanges([owner.sheet.getRange('B2:C9')]);
  protection.removeEditors(protection.getEditors());
  const { sheet } = scriptOn(book, 'ann@example.com');
  sheet.getRange('B2:C3').setValue('x');
  expect(() => sheet.getRange('A2:B2').setValue('x')).toThrow('protected cell or object');
  expect(() => sheet.insertRowsAfter(2, 1)).toThrow('protected cell or object');
  expect(() => sheet.setName('mine')).toThrow('protected cell or object');
});
