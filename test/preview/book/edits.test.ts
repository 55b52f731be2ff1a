import { expect, test } from '@jest/globals';
import { Book } from '../../../preview/google/book/book';
import {
  clearByHand,
  copyBlock,
  pasteBlock,
  pasteText,
  typeInto,
} from '../../../preview/google/book/edits';
import type { ValidationRule } from '../../../preview/google/book/validation';
import { NO_RULE } from '../../../preview/google/spreadsheet/dataValidation';

const OWNER = 'owner@example.com';
const cell = (row: number, column: number) => ({ row, column, rows: 1, columns: 1 });
const A1 = { row: 1, column: 1, user: OWNER };

function sheetWithRule(rule: Partial<ValidationRule>) {
  const sheet = new Book().sheets[0]!;
  sheet.validations.fill(cell(1, 1), { ...NO_RULE, allowInvalid: false, ...rule });
  return sheet;
}

test.each<{ rule: Partial<ValidationRule>; good: string; bad: string }>`
  rule                                                       | good                 | bad
  ${{ criteria: 'VALUE_IN_LIST', args: ['Won', 'Lost'] }}    | ${'Won'}             | ${'Maybe'}
  ${{ criteria: 'VALUE_IN_LIST', args: ['1', '2'] }}         | ${'2'}               | ${'3'}
  ${{ criteria: 'CHECKBOX' }}                                | ${'TRUE'}            | ${'yes'}
  ${{ criteria: 'NUMBER_BETWEEN', args: [0, 1] }}            | ${'30%'}             | ${'30'}
  ${{ criteria: 'NUMBER_GREATER_THAN', args: [0] }}          | ${'1'}               | ${'0'}
  ${{ criteria: 'NUMBER_LESS_THAN_OR_EQUAL_TO', args: [5] }} | ${'5'}               | ${'six'}
  ${{ criteria: 'NUMBER_NOT_EQUAL_TO', args: [5] }}          | ${'6'}               | ${'5'}
  ${{ criteria: 'DATE_IS_VALID_DATE' }}                      | ${'2026-01-31'}      | ${'2026-02-30'}
  ${{ criteria: 'DATE_AFTER', args: [46_053] }}              | ${'2026-02-01'}      | ${'2026-01-31'}
  ${{ criteria: 'DATE_ON_OR_BEFORE', args: [46_053] }}       | ${'2026-01-31'}      | ${'2026-02-01'}
  ${{ criteria: 'TEXT_CONTAINS', args: ['@'] }}              | ${'a@b'}             | ${'ab'}
  ${{ criteria: 'TEXT_IS_VALID_EMAIL' }}                     | ${'ann@example.com'} | ${'ann'}
`('a rejecting rule $rule takes "$good" and refuses "$bad"', ({ rule, good, bad }) => {
  const sheet = sheetWithRule(rule);
  expect(typeInto(sheet, A1, good).kind).toBe('typed');
  const before = sheet.value(1, 1);
  expect(typeInto(sheet, A1, bad)).toEqual({
    kind: 'rejected',
    message: 'The data you entered in cell A1 violates the data validation rules set on this cell.',
  });
  expect(sheet.value(1, 1)).toBe(before);
  expect(typeInto(sheet, A1, '').kind).toBe('typed');
});

test('a list that is another range follows what stands there now', () => {
  const sheet = sheetWithRule({
    criteria: 'VALUE_IN_RANGE',
    range: { row: 1, column: 5, rows: 3, columns: 1, sheetId: 0 },
  });
  expect(typeInto(sheet, A1, 'Proposal').kind).toBe('rejected');
  sheet.put(2, 5, 'Proposal');
  expect(typeInto(sheet, A1, 'Proposal').kind).toBe('typed');
});

test('a warning rule lets the value stand and says its help text', () => {
  const sheet = sheetWithRule({
    criteria: 'VALUE_IN_LIST',
    args: ['Won'],
    allowInvalid: true,
    helpText: 'Pick a stage',
  });
  expect(typeInto(sheet, A1, 'Maybe')).toEqual({ kind: 'warned', message: 'Pick a stage' });
  expect(sheet.value(1, 1)).toBe('Maybe');
});

test('a paste passes every rule, and takes the rule away when it brings none [U, well known]', () => {
  const sheet = sheetWithRule({ criteria: 'VALUE_IN_LIST', args: ['Won'] });
  pasteText(sheet, cell(1, 1), { values: [['Maybe']], user: OWNER });
  expect([sheet.value(1, 1), sheet.validations.get(1, 1)?.criteria]).toEqual([
    'Maybe',
    'VALUE_IN_LIST',
  ]);
  pasteText(sheet, cell(1, 1), { values: [['Never']], user: OWNER, replacesValidation: true });
  expect([sheet.value(1, 1), sheet.validations.get(1, 1)]).toEqual(['Never', undefined]);
});

test('the Delete key empties cells, unticks tick boxes and keeps rules and notes', () => {
  const sheet = sheetWithRule({ criteria: 'CHECKBOX' });
  sheet.put(1, 1, true);
  sheet.put(1, 2, 'x');
  sheet.notes.fill(cell(1, 2), 'note');
  clearByHand(sheet, { row: 1, column: 1, rows: 1, columns: 2 }, OWNER);
  expect([sheet.value(1, 1), sheet.value(1, 2), sheet.notes.get(1, 2)]).toEqual([
    false,
    '',
    'note',
  ]);
  expect(sheet.validations.get(1, 1)?.criteria).toBe('CHECKBOX');
});

test('a block that was copied can be put back as it was', () => {
  const sheet = sheetWithRule({ criteria: 'VALUE_IN_LIST', args: ['Won'] });
  const rect = { row: 1, column: 1, rows: 2, columns: 2 };
  sheet.put(1, 1, 'Won');
  sheet.putFormula(2, 2, '=A1');
  sheet.formats.fill(cell(2, 1), '@');
  const before = copyBlock(sheet, rect);
  pasteText(sheet, rect, {
    values: [
      ['a', 'b'],
      ['1/2', 'd'],
    ],
    user: OWNER,
    replacesValidation: true,
  });
  pasteBlock(sheet, A1, before);
  expect(copyBlock(sheet, rect)).toEqual(before);
});

test('a viewer may type nothing, and a protected cell only those who are named', () => {
  const sheet = new Book().sheets[0]!;
  const { book } = sheet;
  book.rights.set('vic@example.com', 'view');
  book.protections = [
    {
      id: 1,
      sheetId: sheet.id,
      rect: cell(1, 1),
      description: '',
      warningOnly: false,
      editors: ['ann@example.com'],
      domainEdit: false,
      unprotected: [],
    },
  ];
  const type = (user: string) => () => typeInto(sheet, { ...A1, user }, 'x');
  expect(type('vic@example.com')).toThrow('You do not have permission');
  expect(type('bob@example.com')).toThrow('You are trying to edit a protected cell or object.');
  expect(type('ann@example.com')()).toEqual({ kind: 'typed' });
  expect(type(OWNER)()).toEqual({ kind: 'typed' });
  expect(typeInto(sheet, { row: 2, column: 1, user: 'bob@example.com' }, 'x').kind).toBe('typed');
});
