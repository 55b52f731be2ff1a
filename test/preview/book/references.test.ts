import { expect, test } from '@jest/globals';
import { followed, movedBy } from '../../../preview/google/book/references';
import { scripted } from '../../support/standIn';

test.each<{ formula: string; copied: string }>`
  formula                   | copied
  ${'=A1*2'}                | ${'=B3*2'}
  ${'=$A1+A$1+$A$1'}        | ${'=$A3+B$1+$A$1'}
  ${'=SUM(A1:B2)'}          | ${'=SUM(B3:C4)'}
  ${'=\'My tab\'!A1&"A1"'}  | ${'=\'My tab\'!B3&"A1"'}
  ${'=LOG10(A1)+Deals!C$4'} | ${'=LOG10(B3)+Deals!D$4'}
  ${'=TAX2(1)'}             | ${'=TAX2(1)'}
`('$formula, copied two rows down and one column right, reads $copied', ({ formula, copied }) => {
  expect(movedBy(formula, { rows: 2, columns: 1 })).toBe(copied);
});

test('a copy that would reach over the edge has lost its cell', () => {
  expect(movedBy('=A1', { rows: -1, columns: 0 })).toBe('=#REF!');
});

test('a formula follows the cells that it reads when rows come and go', () => {
  const here = (tab: string) => tab === '';
  const insert = { kind: 'insert', axis: 'rows', at: 2, count: 3 } as const;
  expect(followed('=A1+A2+SUM($A$1:A4)', insert, here)).toBe('=A1+A5+SUM($A$1:A7)');
  expect(followed('=Other!A2', insert, here)).toBe('=Other!A2');
  const remove = { kind: 'delete', axis: 'rows', at: 2, count: 1 } as const;
  expect(followed('=A1+A2+A3', remove, here)).toBe('=A1+#REF!+A2');
});

test('people’s formulas come to the same after rows are inserted, filled down and sorted', () => {
  const host = scripted('');
  const edit = (range: string, values: readonly (readonly string[])[]) =>
    host.gesture({ edit: { tab: 'Sheet1', range, values } });
  edit('A1:B3', [
    ['3', '=A1*10'],
    ['1', ''],
    ['2', ''],
  ]);
  host.gesture({ fill: { tab: 'Sheet1', from: 'B1', to: 'B1:B3' } });
  const column = (rows: number) =>
    host.book.sheets[0]?.values({ row: 1, column: 2, rows, columns: 1 }).flat();
  expect(column(3)).toEqual([30, 10, 20]);
  host.gesture({ sort: { tab: 'Sheet1', range: 'A1:B3', column: 1, ascending: true } });
  expect(column(3)).toEqual([10, 20, 30]);
  host.gesture({ insertRows: { tab: 'Sheet1', at: 2, count: 1 } });
  expect(column(4)).toEqual([10, '', 20, 30]);
});
