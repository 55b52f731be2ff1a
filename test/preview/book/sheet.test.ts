import { expect, test } from '@jest/globals';
import { Book } from '../../../preview/google/book/book';
import { bookFromJson, bookToJson } from '../../../preview/google/book/bookJson';
import { sortRange } from '../../../preview/google/book/sort';
import { styleOf } from '../../../preview/google/book/style';

const cell = (row: number, column: number) => ({ row, column, rows: 1, columns: 1 });

test('the last row and column are those of the last cell with content; FALSE is content (unverified)', () => {
  const sheet = new Book().sheets[0]!;
  expect([sheet.lastRow, sheet.lastColumn]).toEqual([0, 0]);
  sheet.put(7, 3, false);
  sheet.put(9, 2, 'x');
  expect([sheet.lastRow, sheet.lastColumn]).toEqual([9, 3]);
  sheet.put(9, 2, '');
  expect([sheet.lastRow, sheet.lastColumn]).toEqual([7, 3]);
  sheet.put(7, 3, '');
  expect([sheet.lastRow, sheet.lastColumn]).toEqual([0, 0]);
});

test('a formula is gone when its cell is written over', () => {
  const sheet = new Book().sheets[0]!;
  sheet.putFormula(1, 1, '=1+1');
  expect([sheet.value(1, 1), sheet.formulas.get(1, 1)]).toEqual([2, '=1+1']);
  sheet.put(1, 1, 5);
  expect([sheet.value(1, 1), sheet.formulas.get(1, 1)]).toEqual([5, undefined]);
});

test('a browser page hears which blocks changed since it last asked', () => {
  const sheet = new Book().sheets[0]!;
  const seen = sheet.revision;
  sheet.touch(cell(2, 3));
  sheet.touch(cell(4, 1));
  expect(sheet.changedSince(seen)).toEqual([cell(2, 3), cell(4, 1)]);
  expect(sheet.changedSince(sheet.revision)).toEqual([]);
  for (let i = 0; i < 2000; i += 1) sheet.touch(cell(1, 1));
  expect(sheet.changedSince(seen)).toBeNull();
});

test('sorting puts numbers before text before ticks, and empty cells last both ways', () => {
  const sheet = new Book().sheets[0]!;
  const values = ['beta', 3, '', true, 'Alpha', -1, false];
  values.forEach((value, i) => {
    sheet.put(i + 1, 1, value);
  });
  const rect = { row: 1, column: 1, rows: 7, columns: 1 };
  sortRange(sheet, rect, [{ column: 1, ascending: true }]);
  expect(sheet.values(rect).flat()).toEqual([-1, 3, 'Alpha', 'beta', false, true, '']);
  sortRange(sheet, rect, [{ column: 1, ascending: false }]);
  expect(sheet.values(rect).flat()).toEqual([true, false, 'beta', 'Alpha', 3, -1, '']);
});

test('sorting a block moves its notes, looks and formulas, and nothing beside it', () => {
  const sheet = new Book().sheets[0]!;
  sheet.put(1, 1, 'b');
  sheet.put(2, 1, 'a');
  sheet.putFormula(1, 2, '=A1');
  sheet.put(1, 3, 'beside b');
  sheet.notes.fill(cell(1, 1), 'note of b');
  sheet.styles.fill(cell(2, 1), styleOf({ background: '#ff0000' }));
  sortRange(sheet, { row: 1, column: 1, rows: 2, columns: 2 }, [{ column: 1, ascending: true }]);
  expect([sheet.value(1, 1), sheet.value(2, 1)]).toEqual(['a', 'b']);
  expect([sheet.notes.get(1, 1), sheet.notes.get(2, 1)]).toEqual([undefined, 'note of b']);
  expect(sheet.styles.get(1, 1)?.background).toBe('#ff0000');
  expect([sheet.formulas.get(1, 2), sheet.formulas.get(2, 2)]).toEqual([undefined, '=A2']);
  expect(sheet.value(1, 3)).toBe('beside b');
});

test('a workbook saved as JSON and read again is the same workbook', () => {
  const book = new Book({ timeZone: 'Asia/Shanghai', locale: 'zh_CN', owner: 'ann@example.com' });
  book.rights.set('bob@example.com', 'view');
  const sheet = book.insertSheet('商机');
  sheet.put(2, 2, 46_053.5);
  sheet.put(3, 1, 'D1');
  sheet.putFormula(4, 1, '=1+1');
  sheet.formats.fill({ row: 2, column: 2, rows: 999, columns: 1 }, 'yyyy-mm-dd');
  sheet.styles.fill(cell(1, 1), styleOf({ fontWeight: 'bold' }));
  sheet.notes.fill(cell(3, 1), 'held');
  sheet.setColumns(2, 1, { hidden: true });
  sheet.frozenRows = 1;
  book.names.set('Deals', { ...cell(1, 1), sheetId: sheet.id });
  const json = JSON.stringify(bookToJson(book));
  const again = bookFromJson(JSON.parse(json));
  expect(JSON.stringify(bookToJson(again))).toBe(json);
  expect(again.sheet('商机')?.display(2, 2)).toBe('2026-01-31');
  expect(again.insertSheet('next').id).not.toBe(sheet.id);
});

test('a saved workbook does not change with the one it was saved from', () => {
  const book = new Book();
  book.sheets[0]!.put(1, 1, 'before');
  const json = bookToJson(book);
  book.sheets[0]!.put(1, 1, 'after');
  expect(json.sheets[0]?.rows[0]).toEqual(['before']);
});

test.each`
  name               | refusal
  ${'deals'}         | ${'A sheet with the name "deals" already exists. Please enter another name.'}
  ${''}              | ${'Sheet names cannot be empty.'}
  ${'x'.repeat(101)} | ${'Sheet names cannot be longer than 100 characters.'}
`('a tab cannot be called "$name" (unverified)', ({ name, refusal }) => {
  const book = new Book();
  book.insertSheet('Deals');
  expect(() => book.insertSheet(name as string)).toThrow(refusal as string);
});

test('a tab may change the case of its own name', () => {
  const book = new Book();
  const sheet = book.insertSheet('deals');
  book.renameSheet(sheet, 'Deals');
  expect(sheet.name).toBe('Deals');
});

test('the last visible tab can be neither deleted nor hidden', () => {
  const book = new Book();
  const [only] = book.sheets;
  const hidden = book.insertSheet('hidden');
  book.hideSheet(hidden, true);
  expect(() => book.deleteSheet(only!)).toThrow("can't remove all the visible sheets");
  expect(() => book.hideSheet(only!, true)).toThrow("can't hide all the sheets");
});
