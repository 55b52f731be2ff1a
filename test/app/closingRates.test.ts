import { expect, test } from '@jest/globals';
import type { Host } from '../../preview/google/host';
import { rowsOf } from '../support/standIn';
import { aPipeline, blockOf, does, newDeal, types, WINNABLE } from './desk';

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
