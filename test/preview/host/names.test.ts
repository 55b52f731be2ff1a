import { expect, test } from '@jest/globals';
import type { Host } from '../../../preview/google/host';
import { OWNER, rowsOf, scripted } from '../../support/standIn';

/** A Chinese workbook of two tabs, and an onEdit that writes a ledger. */
const SOURCE = `
  function make() {
    var ss = SpreadsheetApp.getActiveSpreadsheet();
    var deals = ss.getSheets()[0].setName('商机');
    deals.getRange('A1:D1').setValues([['商机名称', '阶段', '成交日期', '商机编号']]);
    deals.getRange('D2:D3').setValues([['D1'], ['D2']]);
    deals.getRange('C2').setNumberFormat('yyyy-mm-dd');
    ss.insertSheet('台账').getRange('A1:B1').setValues([['时间', '商机']]);
  }
  function onEdit(e) {
    var row = e.range.rowStart;
    var ledger = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('台账');
    ledger.appendRow([row, e.range.getSheet().getRange(row, 4).getValue()]);
    e.range.getSheet().getRange(row, 2).setNote('held');
  }
  function describeWorkbook() {
    CacheService.getDocumentCache().put('asked', 'yes');
    var ss = SpreadsheetApp.getActiveSpreadsheet();
    var tab = function (name, english, headers) {
      return { sheetId: ss.getSheetByName(name).getSheetId(), name: name, english: english, headers: headers };
    };
    return JSON.stringify({ ok: true, language: 'zh', blocks: [], tabs: [
      tab('商机', 'Deals', { 'Deal': '商机名称', 'Stage': '阶段', 'Close date': '成交日期', 'ID': '商机编号' }),
      tab('台账', 'Ledger', { 'At': '时间', 'Deal': '商机' }),
    ] });
  }
  function asked() { return CacheService.getDocumentCache().get('asked'); }
`;

function chinese(): Host {
  const host = scripted(SOURCE, { locale: 'zh_CN' });
  host.menu(OWNER, 'make');
  return host;
}

test('facts are set by English headers in a Chinese workbook, one edit for each', () => {
  const host = chinese();
  const set = { deal: 'D2', facts: { Stage: '赢单', 'Close date': '2026-03-05' } };
  const done = host.gesture({ set });
  expect(done.error).toBeUndefined();
  expect(done.executions).toHaveLength(2);
  expect(done.cells).toMatchObject({
    Deal: '',
    Stage: '赢单',
    'Close date': '2026-03-05',
    ID: 'D2',
  });
});

test('a call made to fail fails in the first of several edits only', () => {
  const host = chinese();
  const set = { deal: 'D1', facts: { Stage: '谈判', 商机名称: 'Pumps' } };
  const done = host.gesture({ set, failAt: 1 });
  expect(done.executions.map((run) => run.error === undefined)).toEqual([false, true]);
});

test('an outcome has the ledger’s new rows by English header, and the notes of the deal', () => {
  const host = chinese();
  host.gesture({ set: { deal: 'D1', facts: { Stage: '谈判' } } });
  const done = host.gesture({ edit: { tab: 'Deals', range: 'B3:B3', values: [['赢单']] } });
  expect(done).toMatchObject({ cells: [['赢单']], notes: { B3: 'held' } });
  expect(done.ledger).toEqual([{ At: 3, Deal: 'D2' }]);
  expect(rowsOf(host, 'Ledger')).toEqual([
    { At: 2, Deal: 'D1' },
    { At: 3, Deal: 'D2' },
  ]);
});

test('asking the script for its names leaves no trace in its cache', () => {
  const host = chinese();
  host.gesture({ clear: { tab: 'Deals', range: 'B2' } });
  expect(host.call(OWNER, 'asked').value).toBeNull();
});

test('a deal is found by any cell that is exactly its name, in rows that moved too', () => {
  const host = chinese();
  host.gesture({ insertRows: { tab: 'Deals', at: 2, count: 3 } });
  host.gesture({ insertColumns: { tab: 'Deals', at: 1, count: 1 } });
  const done = host.gesture({ set: { deal: 'D2', facts: { 商机名称: 'Pumps' } } });
  expect(done.cells).toMatchObject({ Deal: 'Pumps', ID: 'D2' });
  expect(host.gesture({ set: { deal: 'Pumps', facts: { Stage: 'x' } } }).error).toBeUndefined();
  expect(host.gesture({ set: { deal: 'D9', facts: { Stage: 'x' } } }).error).toBe(
    'There is no deal "D9".',
  );
  expect(host.gesture({ set: { deal: 'D2', facts: { Colour: 'x' } } }).error).toBe(
    '商机 has no column "Colour".',
  );
});

test('a paste and another program’s write that reach below the sheet add rows', () => {
  const host = chinese();
  const sheet = host.book.sheets[0];
  host.gesture({ edit: { tab: 'Deals', range: 'A1000', values: [['a'], ['b']] } });
  expect(sheet?.maxRows).toBe(1001);
  host.gesture({ apiWrite: { tab: 'Deals', range: 'A1001:A1003', values: [['c'], [1], [true]] } });
  expect(sheet?.values({ row: 1000, column: 1, rows: 4, columns: 1 })).toEqual([
    ['a'],
    ['c'],
    [1],
    [true],
  ]);
});

test('columns are named by header too: moved, sorted by, deleted', () => {
  const host = chinese();
  const headers = () =>
    host.book.sheets[0]?.values({ row: 1, column: 1, rows: 1, columns: 4 })[0]?.join(' ');
  host.gesture({ moveColumn: { tab: 'Deals', from: 'Stage', to: 1 } });
  expect(headers()).toBe('阶段 商机名称 成交日期 商机编号');
  const sort = { tab: 'Deals', range: 'A2:D3', column: '商机编号', ascending: false };
  expect(host.gesture({ sort }).cells).toEqual([
    ['', '', '', 'D2'],
    ['', '', '', 'D1'],
  ]);
  host.gesture({ deleteColumns: { tab: 'Deals', at: 'Close date', count: 1 } });
  expect(headers()).toBe('阶段 商机名称 商机编号 ');
});
