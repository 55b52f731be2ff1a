import { expect, test } from '@jest/globals';
import type { Host } from '../../preview/google/host';
import { rowsOf } from '../support/standIn';
import { aPipeline, does, everything, newDeal, QUALIFIED } from './desk';

/** Two deals, copied to What-if. */
function copied(): Host {
  const host = aPipeline();
  newDeal(host, 'Pump', { ...QUALIFIED, Amount: '5000', 'Close date': '2026-04-01' });
  newDeal(host, 'Mill', { Amount: '800', 'Close date': '2026-05-01' });
  does(host, { menu: 'whatIf' });
  return host;
}

const put = (host: Host, range: string, values: string[][]) =>
  does(host, { edit: { tab: 'What-if', range, values } });
const deals = (host: Host) => rowsOf(host, 'What-if').map(({ Deal }) => Deal);
const cells = (host: Host) => (everything(host)['What-if'] ?? []).flat().map(String);

test('deals are copied under the headings of What-if as they stand, below a title too', () => {
  const host = copied();
  does(host, { moveColumn: { tab: 'What-if', from: 1, to: 4 } });
  does(host, { insertRows: { tab: 'What-if', at: 1, count: 1 } });
  put(host, 'A1', [['Our plan']]);
  does(host, { deleteRows: { tab: 'What-if', at: 3, count: 2 } });
  does(host, { menu: 'whatIf' });
  expect(deals(host)).toEqual(['Pump', 'Mill']);
  expect(cells(host)).toContain('Our plan');
});

test('the comparison stands beside people’s own columns, and in its place again the next time', () => {
  const host = copied();
  does(host, { insertColumns: { tab: 'What-if', at: 3, count: 2 } });
  put(host, 'C1:D3', [
    ['Why', 'Who'],
    ['price', 'Ann'],
    ['time', 'Bob'],
  ]);
  does(host, { menu: 'whatIf' });
  does(host, { insertColumns: { tab: 'What-if', at: 3, count: 1 } });
  put(host, 'C1', [['When']]);
  does(host, { menu: 'whatIf' });
  expect(rowsOf(host, 'What-if').slice(0, 2)).toMatchObject([
    { Deal: 'Pump', Why: 'price', Who: 'Ann', 'Win chance': 0.1 },
    { Deal: 'Mill', Why: 'time', Who: 'Bob', 'Win chance': 0.1 },
  ]);
  expect(cells(host).filter((cell) => cell === 'Month')).toHaveLength(1);
});
