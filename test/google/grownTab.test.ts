import { expect, test } from '@jest/globals';
import { forgetGrown, readGrown } from '../../src/google/grownTab';
import type { Cell } from '../../src/sheet/cell';
import { scriptOn } from '../preview/spreadsheet/scriptOn';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Five entries, as the ledger has them: a header and a row each. */
const ENTRIES = [
  ['Seq', 'Deal'],
  [1, 'Mill'],
  [2, 'Dam'],
  [3, 'Weir'],
  [4, 'Lock'],
];

let sheets = 0;

/** A tab that was read once, in an execution of its own; `again` answers what it says and how many cells that read. */
function readOnce() {
  const { sheet, calls } = scriptOn();
  sheet.getRange(1, 1, 5, 2).setValues(ENTRIES);
  sheets += 1;
  const id = sheets;
  const again = (basis = 'stages') => {
    calls.length = 0;
    const readAll = () => sheet.getDataRange().getValues() as Cell[][];
    const read = (row: number, rows: number, columns: number) =>
      sheet.getRange(row, 1, rows, columns).getValues() as Cell[][];
    const grid = readGrown({ id, sheet, readAll, read }, basis);
    const values = calls.filter(({ method }) => method === 'Range.getValues');
    return { grid, cells: values.reduce((sum, { cells }) => sum + cells, 0) };
  };
  again();
  return { id, sheet, again };
}

const added = (sheet: Sheet) => sheet.getRange(6, 1, 1, 2).setValues([[5, 'Pump']]);

test('of a tab that has grown, only its last known row and the new ones are read', () => {
  const { sheet, again } = readOnce();
  expect(again()).toEqual({ grid: ENTRIES, cells: 2 });
  added(sheet);
  expect(again()).toEqual({ grid: [...ENTRIES, [5, 'Pump']], cells: 4 });
  expect(again().cells).toBe(2);
});

test.each<{ readonly what: string; readonly meanwhile: (sheet: Sheet) => unknown }>([
  { what: 'a row is deleted', meanwhile: (sheet) => sheet.deleteRows(3, 1) },
  {
    what: 'a row is deleted and another added',
    meanwhile: (sheet) => {
      sheet.deleteRows(3, 1);
      sheet.getRange(5, 1, 1, 2).setValues([[5, 'Pump']]);
    },
  },
  {
    what: 'the rows are turned round',
    meanwhile: (sheet) => sheet.getRange(2, 1, 4, 2).setValues([...ENTRIES.slice(1)].reverse()),
  },
  {
    what: 'a column is put in front',
    meanwhile: (sheet) => {
      sheet.insertColumnsAfter(1, 1);
      sheet.getRange(1, 1, 5, 1).setValues(ENTRIES.map(() => ['x']));
    },
  },
])('when $what meanwhile, all is read anew', ({ meanwhile }) => {
  const { sheet, again } = readOnce();
  meanwhile(sheet);
  expect(again().grid).toEqual(sheet.getDataRange().getValues());
});

test('when stages have other names meanwhile, all is read anew', () => {
  const { again } = readOnce();
  expect(again('other stages').cells).toBe(10);
});

test('what the script itself writes among the known rows is read again, what it adds below is not', () => {
  const { id, sheet, again } = readOnce();
  sheet.getRange(2, 2, 1, 1).setValues([['Mill and Dam']]);
  forgetGrown(id, 2);
  expect(again().grid[1]).toEqual([1, 'Mill and Dam']);
  added(sheet);
  forgetGrown(id, 6);
  expect(again().cells).toBe(4);
});
