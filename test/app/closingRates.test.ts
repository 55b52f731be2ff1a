import { expect, test } from '@jest/globals';
import type { Host } from '../../preview/google/host';
import { rowsOf } from '../support/standIn';
import { aPipeline, blockOf, does, newDeal, types, WINNABLE } from './desk';
import { sets, works } from './rules';

/** Types a rate into the first free row of Settings, or over the one that stands there. */
function rate(host: Host, text: string, value: number): void {
  const rows = rowsOf(host, 'Settings');
  const there = rows.findIndex((row) => row.Setting === text);
  const row = 2 + (there < 0 ? rows.length : there);
  does(host, {
    edit: { tab: 'Settings', range: `A${row}:B${row}`, values: [[text, String(value)]] },
  });
}

function closedInFebruary(host: Host): unknown {
  does(host, { menu: 'refreshReports' });
  return blockOf(host, 'Forecast', 'months').find(({ month }) => month === '2026-02')?.closed;
}

test('what was won in another currency keeps the rate of its closing, whatever the rate is later', () => {
  const host = aPipeline();
  rate(host, 'Rate: EUR', 1.1);
  newDeal(host, 'Pumps', { ...WINNABLE, Currency: 'EUR' }, 'Qualification');
  for (const stage of ['Needs analysis', 'Proposal', 'Negotiation', 'Closed won']) {
    types(host, 'Pumps', { Stage: stage });
  }
  expect(rowsOf(host, 'Ledger').map((entry) => [entry.To, entry.Rate])).toContainEqual([
    'Closed won',
    '1.1 USD',
  ]);
  // 12,000 EUR at 1.1.
  expect(closedInFebruary(host)).toBe(13_200);
  rate(host, 'Rate: EUR', 1.5);
  expect(closedInFebruary(host)).toBe(13_200);
  does(host, { menu: 'sweep' });
  does(host, { menu: 'refreshReports' });
  const told = blockOf(host, 'Health', 'problems').map(({ tab }) => tab);
  expect(told).not.toContain('Ledger');
});

test('what is still to be paid for a closed deal is worth what the deal is', () => {
  const host = aPipeline();
  rate(host, 'Rate: EUR', 1.1);
  sets(host, 'Payment plan', '40@0/60@30');
  newDeal(host, 'Pumps', { ...WINNABLE, Currency: 'EUR', Amount: 1000 }, 'Closed won');
  works(host);
  rate(host, 'Rate: EUR', 1.5);
  does(host, { menu: 'refreshReports' });
  const due = blockOf(host, 'Forecast', 'cash').map((row) => [row.month, row.due]);
  expect(due).toEqual([
    ['2026-02', 440],
    ['2026-03', 660],
  ]);
});

test('when nobody writes the rate any more, Health asks for it for open deals alone', () => {
  const host = aPipeline();
  rate(host, 'Rate: EUR', 1.1);
  newDeal(host, 'Pumps', { ...WINNABLE, Currency: 'EUR' }, 'Closed won');
  newDeal(host, 'Valves', { Currency: 'EUR', Amount: 10 });
  sets(host, 'Rate: EUR', '');
  does(host, { menu: 'refreshReports' });
  const asked = blockOf(host, 'Health', 'problems').filter((row) =>
    Object.values(row).join().includes('rate for EUR'),
  );
  const row = 2 + rowsOf(host, 'Deals').findIndex(({ Deal }) => Deal === 'Valves');
  expect(asked.map((problem) => Object.values(problem)[1])).toEqual([`I${row}`]);
});
