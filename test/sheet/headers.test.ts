import { expect, test } from '@jest/globals';
import {
  columnOf,
  englishHeaders,
  fieldNamed,
  findHeaders,
  headerOf,
  lastFilledRow,
} from '../../src/sheet/headers';
import { headerRow, headersOf, problemList, tabOf } from './tabs';

test('the columns of a new tab are found where they were made', () => {
  const headers = headersOf('team', [headerRow('team')]);
  expect([...headers.columns]).toEqual([
    ['name', 1],
    ['address', 2],
    ['role', 3],
    ['language', 4],
    ['target', 5],
    ['mayOverride', 6],
    ['check', 7],
  ]);
  expect(headers.problems).toEqual([]);
});

test('a title above the headers, moved and inserted columns do not matter', () => {
  const headers = headersOf('activities', [
    ['Our calls', '', '', ''],
    ['', '', '', ''],
    ['Note', 'Mood', 'Deal ID', 'Kind', 'On', 'By'],
    ['Rang twice', 'good', 'D1', 'Call', '', ''],
  ]);
  expect(headers.row).toBe(3);
  expect(columnOf(headers, 'deal')).toBe(3);
  expect(columnOf(headers, 'at')).toBe(5);
  expect([...headers.own]).toEqual([['Mood', 2]]);
});

test('width, case and spaces of a header do not count, nor does the language', () => {
  const mixed = headersOf('activities', [[' deal  id ', 'ＯＮ', '类型', '内容', 'BY']]);
  expect(['deal', 'at', 'kind', 'note', 'by'].map((key) => mixed.columns.get(key))).toEqual([
    1, 2, 3, 4, 5,
  ]);
  expect(mixed.language).toBe('en');
});

test('no headers among the first five rows are no headers', () => {
  expect(findHeaders('activities', [[''], [''], [''], [''], [''], ['Deal ID', 'On']])).toBeNull();
  expect(findHeaders('deals', [['Rang', 'twice']])).toBeNull();
  expect(findHeaders('deals', [['Our deals by', 'Stage']])).toBeNull();
  expect(findHeaders('deals', [])).toBeNull();
});

test('a column that is missing and one that is there twice are listed, and the first one counts', () => {
  const headers = headersOf('activities', [['Deal ID', 'On', 'Note', 'Kind', 'note', 'X', 'x']]);
  expect(columnOf(headers, 'note')).toBe(3);
  expect(problemList(headers.problems)).toEqual([
    'E1 duplicateHeader',
    'G1 duplicateHeader',
    '-1 missingHeader',
  ]);
});

test("in a Chinese tab, a team's column called Stage is its own", () => {
  const header = [...headerRow('deals', 'zh'), 'Memory'];
  const headers = headersOf('deals', [header]);
  expect(headers.language).toBe('zh');
  expect(columnOf(headers, 'own:memory')).toBe(header.length);
});

test("the team's own columns are found as labels are compared", () => {
  const headers = headersOf('deals', [['Deal', 'Stage', 'Decision  maker   interviewed']]);
  expect(columnOf(headers, 'own:Decision maker interviewed')).toBe(3);
  expect(columnOf(headers, 'own:DECISION MAKER INTERVIEWED')).toBe(3);
  expect(columnOf(headers, 'own:Budget')).toBe(0);
});

test.each<{ text: string; field: string }>`
  text               | field
  ${'Close date'}    | ${'closeDate'}
  ${'close  DATE'}   | ${'closeDate'}
  ${'预计成交日期'}  | ${'closeDate'}
  ${'Budget '}       | ${'own:Budget'}
  ${'Days in stage'} | ${'own:Days in stage'}
`('"$text" in a cell means the field $field', ({ text, field }) => {
  expect(fieldNamed(text)).toBe(field);
});

test('a field is called as its header stands in Deals, else by the standard word', () => {
  const headers = headersOf('deals', [['Deal', 'stage', 'Our budget']]);
  expect(headerOf('stage', 'en', headers)).toBe('stage');
  expect(headerOf('own:our BUDGET', 'en', headers)).toBe('Our budget');
  expect(headerOf('amount', 'zh', headers)).toBe('金额');
  expect(headerOf('own:Pain', 'zh')).toBe('Pain');
});

test('the export has English headers, and those of the team as they are', () => {
  const headers = headersOf('deals', [['商机名称', '金额', '已访谈决策人', '预算来源']]);
  expect(englishHeaders(headers)).toEqual({
    商机名称: 'Deal',
    金额: 'Amount',
    已访谈决策人: 'Decision maker interviewed',
    预算来源: '预算来源',
  });
});

test('tick boxes below the last row of data are no data', () => {
  const grid = [...tabOf('team', [{ Name: 'Ann' }]), ['', '', '', '', '', false, '']];
  expect(lastFilledRow(grid)).toBe(2);
  expect(lastFilledRow([['']])).toBe(0);
});
