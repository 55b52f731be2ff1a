import { expect, test } from '@jest/globals';
import { Book } from '../../../preview/google/book/book';
import { scriptOn } from './scriptOn';

test('getDataRange reaches from A1 to the last cell with content, hidden rows too', () => {
  const { sheet } = scriptOn();
  expect(sheet.getDataRange().getA1Notation()).toBe('A1');
  sheet.getRange('C4').setValue('x');
  sheet.hideRows(4);
  expect(sheet.getDataRange().getA1Notation()).toBe('A1:C4');
});

test('appendRow writes below the last row and adds a row when the sheet is full', () => {
  const { sheet } = scriptOn();
  sheet.deleteRows(3, 998);
  sheet.appendRow(['D1', 1]).appendRow(['D2', 2]).appendRow(['D3', 3]);
  expect(sheet.getMaxRows()).toBe(3);
  expect(sheet.getDataRange().getValues()).toEqual([
    ['D1', 1],
    ['D2', 2],
    ['D3', 3],
  ]);
});

test('appendRow counts tick boxes that stand FALSE in empty rows (unverified)', () => {
  const { sheet } = scriptOn();
  sheet.getRange('B1:B10').insertCheckboxes();
  sheet.appendRow(['D1']);
  expect(sheet.getRange('A11').getValue()).toBe('D1');
});

test('columns are hidden, shown and sized', () => {
  const { sheet } = scriptOn();
  sheet.hideColumns(2, 2);
  sheet.hideColumns(9);
  sheet.showColumns(3);
  sheet.setColumnWidth(1, 240);
  expect([1, 2, 3, 9].map((c) => sheet.isColumnHiddenByUser(c))).toEqual([
    false,
    true,
    false,
    true,
  ]);
  expect([sheet.getColumnWidth(1), sheet.getColumnWidth(2)]).toEqual([240, 100]);
});

test('a sheet keeps its ID when it is renamed or moved', () => {
  const { spreadsheet, sheet } = scriptOn();
  const deals = spreadsheet.insertSheet('Deals', 0);
  const id = deals.getSheetId();
  deals.setName('商机');
  deals.activate();
  spreadsheet.moveActiveSheet(2);
  expect(spreadsheet.getSheets().map((one) => one.getName())).toEqual([sheet.getName(), '商机']);
  expect(spreadsheet.getSheetById(id)?.getIndex()).toBe(2);
});

test('a new sheet becomes the active one; deleting it shows another', () => {
  const { spreadsheet, app } = scriptOn();
  const sheet = spreadsheet.insertSheet('Deals');
  expect(app.getActiveSheet().getName()).toBe('Deals');
  sheet.getRange('B2:C3').activate();
  expect(app.getActiveRange().getA1Notation()).toBe('B2:C3');
  expect(sheet.getActiveCell().getA1Notation()).toBe('B2');
  spreadsheet.deleteSheet(sheet);
  expect(app.getActiveSheet().getName()).toBe('Sheet1');
});

test('writing to a sheet that was deleted meanwhile throws at the flush', () => {
  const book = new Book();
  const [one, two] = [scriptOn(book), scriptOn(book)];
  two.spreadsheet.insertSheet('other');
  one.sheet.getRange('A1').setValue('x');
  two.spreadsheet.deleteSheet(two.sheet);
  expect(() => one.app.flush()).toThrow('Sheet not found.');
});

test('rules are read back with their criteria, arguments and help', () => {
  const { app, sheet } = scriptOn(new Book({ timeZone: 'Asia/Shanghai' }));
  const day = new Date('2026-01-30T16:00:00Z');
  const rule = app.newDataValidation().requireDateAfter(day).setHelpText('later').build();
  sheet.getRange('A1').setDataValidation(rule);
  const read = sheet.getRange('A1').getDataValidation()!;
  expect(read.getCriteriaType()).toBe(app.DataValidationCriteria.DATE_AFTER);
  expect(read.getCriteriaValues()).toEqual([day]);
  expect([read.getHelpText(), read.getAllowInvalid()]).toEqual(['later', true]);
  expect(sheet.getRange('A2').getDataValidation()).toBeNull();
  const list = app.newDataValidation().requireValueInRange(sheet.getRange('C1:C3'), false).build();
  sheet.getRange('A1:B1').setDataValidations([[list, null]]);
  const [[first, second]] = sheet.getRange('A1:B1').getDataValidations() as [[typeof read, null]];
  const [range, hasDropdown] = first.getCriteriaValues();
  expect([range.getA1Notation(), hasDropdown, second]).toEqual(['C1:C3', false, null]);
});

test('a rule lists at most 500 items; more must stand in a range (unverified)', () => {
  const { app } = scriptOn();
  const items = Array.from({ length: 501 }, (_, i) => `item ${i}`);
  expect(() => app.newDataValidation().requireValueInList(items)).toThrow('the limit of 500');
  app.newDataValidation().requireValueInList(items.slice(1));
});

test('setConditionalFormatRules replaces every rule of the sheet', () => {
  const { app, sheet } = scriptOn();
  const rule = (text: string) =>
    app
      .newConditionalFormatRule()
      .whenTextEqualTo(text)
      .setBackground('#ff0000')
      .setRanges([sheet.getRange('A1:A9')])
      .build();
  sheet.setConditionalFormatRules([rule('a')]);
  sheet.setConditionalFormatRules([...sheet.getConditionalFormatRules(), rule('b')]);
  const rules = sheet.getConditionalFormatRules();
  expect(rules.map((one) => one.getBooleanCondition()?.getCriteriaValues())).toEqual([
    ['a'],
    ['b'],
  ]);
  expect(rules[1]!.getRanges()[0]!.getA1Notation()).toBe('A1:A9');
  sheet.setConditionalFormatRules([]);
  expect(sheet.getConditionalFormatRules()).toEqual([]);
});

test('a chart is drawn when inserted, changed by modify and updateChart, and removed', () => {
  const { sheet, book } = scriptOn();
  const built = sheet
    .newChart()
    .asBarChart()
    .setStacked()
    .setTitle('Funnel')
    .addRange(sheet.getRange('A1:B4'))
    .setOption('series', { 0: { color: '#ffffff' } })
    .setNumHeaders(1)
    .setPosition(2, 5, 0, 0)
    .build();
  expect(sheet.getCharts()).toEqual([]);
  sheet.insertChart(built);
  const chart = sheet.getCharts()[0]!;
  expect(chart.getOptions().get('title')).toBe('Funnel');
  expect(chart.getContainerInfo().getAnchorColumn()).toBe(5);
  sheet.updateChart(chart.modify().setOption('title', 'Reached').build());
  expect(book.sheets[0]!.charts).toMatchObject([
    {
      id: chart.getChartId(),
      type: 'BAR',
      options: { title: 'Reached', isStacked: true, series: { 0: { color: '#ffffff' } } },
      numHeaders: 1,
      ranges: [{ row: 1, column: 1, rows: 4, columns: 2, sheetId: sheet.getSheetId() }],
    },
  ]);
  sheet.removeChart(sheet.getCharts()[0]!);
  expect(sheet.getCharts()).toEqual([]);
  expect(() => sheet.updateChart(built)).toThrow('does not exist on this sheet');
});

test('titles exist only once the chart has a type', () => {
  const { sheet } = scriptOn();
  const builder = sheet.newChart() as unknown as { setTitle(title: string): void };
  expect(() => builder.setTitle('x')).toThrow('not in the stand-in: EmbeddedChartBuilder.setTitle');
});

test('clear keeps charts, conditional formats and protections (unverified)', () => {
  const { app, sheet } = scriptOn();
  sheet.getRange('A1').setValue('x');
  sheet.insertChart(sheet.newChart().asLineChart().addRange(sheet.getRange('A1')).build());
  sheet.getRange('A1').protect();
  sheet.clear();
  expect([sheet.getLastRow(), sheet.getCharts().length]).toEqual([0, 1]);
  expect(sheet.getProtections(app.ProtectionType.RANGE)).toHaveLength(1);
});

test('the time zone can be set to a real one only', () => {
  const { spreadsheet } = scriptOn();
  spreadsheet.setSpreadsheetTimeZone('Asia/Shanghai');
  expect(spreadsheet.getSpreadsheetTimeZone()).toBe('Asia/Shanghai');
  expect(() => spreadsheet.setSpreadsheetTimeZone('Mars/Olympus')).toThrow('Invalid argument');
});

test('named ranges follow their cells', () => {
  const { spreadsheet, sheet } = scriptOn();
  spreadsheet.setNamedRange('Stages', sheet.getRange('A2:A5'));
  sheet.insertRowsBefore(3, 1);
  expect(spreadsheet.getRangeByName('Stages')?.getA1Notation()).toBe('A2:A6');
  expect(spreadsheet.getRangeByName('none')).toBeNull();
});

test('toasts and the ui go to the host', () => {
  const { spreadsheet, app, toasts } = scriptOn();
  spreadsheet.toast('Held', 'Sluice', 8);
  expect(toasts).toEqual([{ message: 'Held', title: 'Sluice', seconds: 8 }]);
  expect(app.getUi()).toBe('the ui');
});

test('reading and writing 20,000 rows of 45 columns is one call each', () => {
  const { sheet, calls } = scriptOn();
  sheet.insertRowsAfter(1000, 19_000);
  sheet.insertColumnsAfter(26, 19);
  sheet.getRange('F2:F').setNumberFormat('yyyy-mm-dd');
  const day = new Date('2026-01-31');
  const rows = Array.from({ length: 19_999 }, (_, i) =>
    Array.from({ length: 45 }, (__, j) => (j === 5 ? day : j % 2 === 0 ? `D${i}` : i)),
  );
  calls.length = 0;
  sheet.getRange(2, 1, 19_999, 45).setValues(rows as never);
  const back = sheet.getRange(2, 1, 19_999, 45).getValues();
  expect(back[19_998]).toEqual(rows[19_998]);
  expect(calls.filter(({ kind }) => kind !== 'navigate').map(({ cells }) => cells)).toEqual([
    899_955, 899_955,
  ]);
});
