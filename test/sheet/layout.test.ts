import { expect, test } from '@jest/globals';
import { layoutOf, TABS_NOW } from '../../src/sheet/layout';
import { general } from '../../src/stageSets/general';
import { LANGUAGES } from '../../src/words/language';
import { PROGRAM_COLUMNS } from '../../src/words/tabs';

const deals = layoutOf('deals', 'en', general).columns;

test('the English headers of Deals are the names of the export', () => {
  const own = new Set(general.fields.map((field) => field.header.en));
  const headers = deals.map((column) => column.header).filter((header) => !own.has(header));
  expect(headers.join(', ')).toBe(
    'Deal, Customer, Contact, Email, Phone, Product, Owner, Amount, Currency, Stage, Close date, ' +
      'Next step, Next step date, Source, Win chance, Category, Lost reason, Lost note, ' +
      'Revisit on, Cause, Plan, Plan due, Gate, Days in stage, Stage since, Created, ' +
      'Accepted stage, Version, Memo, ID',
  );
});

test("the program's block stands at the right of Deals, its last four columns hidden", () => {
  const block = deals.slice(-PROGRAM_COLUMNS.length);
  expect(block.map((column) => column.key)).toEqual([...PROGRAM_COLUMNS]);
  expect(block.every((column) => column.program)).toBe(true);
  expect(deals.filter((column) => column.hidden).map((column) => column.header)).toEqual([
    'Accepted stage',
    'Version',
    'Memo',
    'ID',
  ]);
});

test.each<{ header: string; format: string; kind: string }>`
  header                          | format          | kind
  ${'Amount'}                     | ${'#,##0.00'}   | ${'number'}
  ${'Close date'}                 | ${'yyyy-mm-dd'} | ${'day'}
  ${'Win chance'}                 | ${'0%'}         | ${'number'}
  ${'Phone'}                      | ${'@'}          | ${'text'}
  ${'ID'}                         | ${'@'}          | ${'text'}
  ${'Stage'}                      | ${''}           | ${'choice'}
  ${'Decision maker interviewed'} | ${''}           | ${'tick'}
  ${'Demo held'}                  | ${'yyyy-mm-dd'} | ${'day'}
`('$header is a $kind shown as "$format"', ({ header, format, kind }) => {
  const column = deals.find((it) => it.header === header);
  expect([column?.format, column?.kind]).toEqual([format, kind]);
});

test('a person cannot choose the category Closed: winning does', () => {
  const category = deals.find((column) => column.key === 'category');
  expect(category?.choices).toEqual(['Omitted', 'Pipeline', 'Best case', 'Commit']);
});

test('every tab has a layout in both languages; tables freeze their header', () => {
  for (const language of LANGUAGES) {
    for (const tab of TABS_NOW) {
      const layout = layoutOf(tab, language, general);
      expect(layout.name).not.toBe('');
      expect(layout.frozenRows).toBe(layout.columns.length > 0 ? 1 : 0);
      expect(layout.columns.every((column) => column.width >= 60)).toBe(true);
    }
  }
});

test('the settings that are a few words offer them in their own cells', () => {
  const cells = layoutOf('settings', 'en').choiceCells;
  expect(cells.find((cell) => cell.choices.includes('Monday'))?.column).toBe(2);
  expect(cells.map((cell) => cell.choices[0])).toEqual([
    'English',
    'Yes',
    'Yes',
    'Yes',
    'Every week',
    'Monday',
    'Yes',
    'Yes',
  ]);
});
