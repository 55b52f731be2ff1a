import { expect, test } from '@jest/globals';
import { addMonths } from '../../src/domain/day';
import { aPipeline, blockOf, does, newDeal } from './desk';

test('with a target, the months of a year stand in a row, and later ones only where a deal is to close', () => {
  const host = aPipeline();
  does(host, { edit: { tab: 'Team', range: 'E2', values: [['10,000']] } });
  for (const [name, amount, close] of [
    ['Pumps', 12_000, '2026-03-31'],
    ['Valves', 5_000, '2027-11-15'],
    ['Pipes', 3_000, '9999-12-31'],
  ] as const) {
    newDeal(host, name, { Amount: amount, 'Close date': close }, 'Qualification');
  }
  does(host, { menu: 'refreshReports' });
  const rows = blockOf(host, 'Forecast', 'months');
  // Today is 2 February 2026.
  const year = Array.from({ length: 13 }, (_, i) => addMonths('2026-02', i));
  expect(rows.map(({ month }) => month)).toEqual([
    ...year,
    '2027-11',
    '9999-12',
    'Overdue',
    'No date',
  ]);
  expect(rows.map(({ pipeline }) => Number(pipeline)).filter((sum) => sum !== 0)).toEqual([
    12_000, 5_000, 3_000,
  ]);
  const target = (month: string) => rows.find((row) => row.month === month)?.target;
  expect([target('2027-02'), target('2027-11'), target('9999-12')]).toEqual([10_000, 10_000, '']);
});
