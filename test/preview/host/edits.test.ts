import { expect, test } from '@jest/globals';
import type { Host } from '../../../preview/google/host';
import { OWNER, scripted } from '../../support/standIn';

const ANN = 'ann@example.com';

/** Says what onEdit is told. */
const LISTENER = `
  function onEdit(e) {
    var told = {
      range: e.range.getSheet().getName() + '!' + e.range.getA1Notation(),
      value: 'value' in e ? e.value : '(none)',
      oldValue: 'oldValue' in e ? e.oldValue : '(none)',
      seen: e.range.getValues().join('|'),
    };
    console.log(JSON.stringify(told));
  }`;

interface Told {
  readonly range: string;
  readonly value: string;
  readonly oldValue: string;
  readonly seen: string;
}

function told(outcome: ReturnType<Host['gesture']>): readonly Told[] {
  return outcome.executions.flatMap((run) => run.logs.map((log) => JSON.parse(log) as Told));
}

function typed(host: Host, cell: string, text: string): ReturnType<Host['gesture']> {
  return host.gesture({ edit: { tab: 'Sheet1', range: cell, values: [[text]] } });
}

test('a typed date is told as its serial number, a number as text', () => {
  const host = scripted(LISTENER);
  expect(told(typed(host, 'A1', '2024-01-01'))).toMatchObject([{ value: '45292' }]);
  expect(told(typed(host, 'A2', '12,000'))).toMatchObject([{ value: '12000' }]);
});

// Many scripts test e.value === 'TRUE'.
test('a tick is told as the text TRUE', () => {
  const host = scripted(
    `${LISTENER} function tick() { SpreadsheetApp.getActiveSheet().getRange('A1').insertCheckboxes(); }`,
  );
  host.menu(OWNER, 'tick');
  expect(told(typed(host, 'A1', 'TRUE'))).toMatchObject([{ value: 'TRUE', oldValue: 'FALSE' }]);
});

test('text that the rule of a cell rejects is not entered and not told', () => {
  const host = scripted(`${LISTENER} function rule() {
    var list = SpreadsheetApp.newDataValidation().requireValueInList(['Yes', 'No'], true);
    SpreadsheetApp.getActiveSheet().getRange('A1').setDataValidation(list.setAllowInvalid(false).build());
  }`);
  host.menu(OWNER, 'rule');
  const refused = typed(host, 'A1', 'Perhaps');
  expect(refused.error).toContain('validation');
  expect(refused.executions).toEqual([]);
  expect(host.book.sheet('Sheet1')?.value(1, 1)).toBe('');
});

test('somebody who may only look cannot type', () => {
  const host = scripted(LISTENER);
  host.setRights(ANN, 'view');
  const refused = host.gesture({
    edit: { tab: 'Sheet1', range: 'A1', values: [['x']] },
    as: ANN,
  });
  expect(refused).toMatchObject({
    error: 'You do not have permission to perform that action.',
    executions: [],
  });
});

test('undo puts the old content back, redo the new, each as an edit without values', () => {
  const host = scripted(LISTENER);
  typed(host, 'A1', 'old');
  typed(host, 'A1', 'new');
  expect(told(host.gesture({ undo: {} }))).toMatchObject([{ seen: 'old', value: '(none)' }]);
  expect(told(host.gesture({ redo: {} }))).toMatchObject([{ seen: 'new', value: '(none)' }]);
  host.gesture({ undo: {} });
  host.gesture({ undo: {} });
  expect(host.book.sheet('Sheet1')?.value(1, 1)).toBe('');
  expect(host.gesture({ undo: {} }).error).toBe('There is nothing to undo.');
  typed(host, 'A1', 'other');
  expect(host.gesture({ redo: {} }).error).toBe('There is nothing to redo.');
});

test('undo is per person', () => {
  const host = scripted(LISTENER);
  typed(host, 'A1', 'of the owner');
  host.gesture({ edit: { tab: 'Sheet1', range: 'A2', values: [['of Ann']] }, as: ANN });
  host.gesture({ undo: {} });
  expect(host.book.sheet('Sheet1')?.values({ row: 1, column: 1, rows: 2, columns: 1 })).toEqual([
    [''],
    ['of Ann'],
  ]);
});

test('a deleted row comes back whole by undo', () => {
  const host = scripted('');
  host.gesture({
    edit: {
      tab: 'Sheet1',
      range: 'A1:B2',
      values: [
        ['a', '1'],
        ['b', '2'],
      ],
    },
  });
  host.gesture({ deleteRows: { tab: 'Sheet1', at: 1, count: 1 } });
  expect(host.book.sheet('Sheet1')?.value(1, 1)).toBe('b');
  host.gesture({ undo: {} });
  const block = { row: 1, column: 1, rows: 2, columns: 2 };
  expect(host.book.sheet('Sheet1')?.values(block)).toEqual([
    ['a', 1],
    ['b', 2],
  ]);
});

test('the fill handle repeats its block over the target, as one event', () => {
  const host = scripted(LISTENER);
  host.gesture({ edit: { tab: 'Sheet1', range: 'A1:A2', values: [['x'], ['y']] } });
  const filled = host.gesture({ fill: { tab: 'Sheet1', from: 'A1:A2', to: 'A1:A5' } });
  expect(filled.cells).toEqual([['x'], ['y'], ['x'], ['y'], ['x']]);
  expect(told(filled)).toMatchObject([{ range: 'Sheet1!A1:A5', value: '(none)' }]);
  const down = host.gesture({ fill: { tab: 'Sheet1', range: 'A2:A4' } });
  expect(down.cells).toEqual([['y'], ['y'], ['y']]);
});

test('cut and paste moves contents, and leaves the place empty', () => {
  const host = scripted(LISTENER);
  host.gesture({ edit: { tab: 'Sheet1', range: 'A1:B1', values: [['x', 'y']] } });
  host.gesture({ cutPaste: { tab: 'Sheet1', from: 'A1:B1', to: 'B3' } });
  const sheet = host.book.sheet('Sheet1');
  expect(sheet?.values({ row: 1, column: 1, rows: 3, columns: 3 })).toEqual([
    ['', '', ''],
    ['', '', ''],
    ['', 'x', 'y'],
  ]);
});

test('a moved column stands at the place named', () => {
  const host = scripted('');
  host.gesture({ edit: { tab: 'Sheet1', range: 'A1:D1', values: [['a', 'b', 'c', 'd']] } });
  const row = () =>
    host.book.sheet('Sheet1')?.values({ row: 1, column: 1, rows: 1, columns: 4 })[0]?.join('');
  host.gesture({ moveColumn: { tab: 'Sheet1', from: 1, to: 3 } });
  expect(row()).toBe('bcad');
  host.gesture({ moveColumn: { tab: 'Sheet1', from: 'D', to: 'B' } });
  expect(row()).toBe('bdca');
  host.gesture({ undo: {} });
  expect(row()).toBe('bcad');
});

test.each<{ gesture: unknown; error: string }>`
  gesture                                                     | error
  ${{ shake: {} }}                                            | ${'Not a gesture that is built: shake'}
  ${{ menu: 'x', twice: true }}                               | ${'Not a gesture that is built: twice'}
  ${{ edit: { tab: 'Sheet1', range: 'A1' } }}                 | ${'edit.values'}
  ${{ edit: { tab: 'None', range: 'A1', values: [['x']] } }}  | ${'There is no tab "None".'}
  ${{ edit: { tab: 'Sheet1', range: '??', values: [['']] } }} | ${'"??" is no range'}
  ${{ set: { deal: 'D1', facts: {} } }}                       | ${'There is no tab "Deals".'}
  ${'menu'}                                                   | ${'A gesture is an object'}
`('a gesture that cannot be done is an outcome: $error', ({ gesture, error }) => {
  expect(scripted('').gesture(gesture).error).toContain(error);
});
