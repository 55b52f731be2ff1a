import { expect, test } from '@jest/globals';
import { tryArchiving } from '../../scripts/soak/archiving';
import { soak } from '../../scripts/soak/soak';
import { wrongIn } from '../../scripts/soak/wrong';
import { aPipeline, does, newDeal, QUALIFIED, types } from '../app/desk';
import { onDay } from '../app/rules';

test('a month of a small team loses nothing, and leaves nothing to do', async () => {
  const { months, wrong } = await soak(
    { months: 1, users: 3, moves: 5, archiveAfter: 180 },
    () => {},
  );
  expect(wrong).toEqual([]);
  expect(months).toHaveLength(1);
  expect(months[0]?.moves).toBeGreaterThan(20);
  expect(months[0]?.mailsADay).toBe(4);
});

/** Dam was lost in February, Mill is open; half a year later. */
function halfAYearLater() {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED);
  newDeal(host, 'Dam', { ...QUALIFIED, 'Lost reason': 'Price' });
  types(host, 'Dam', { Stage: 'Closed lost' });
  return onDay(host, '2026-09-01');
}

test('what rests goes to the archive on trial, the figures are compared, and the workbook keeps its rows', () => {
  const host = halfAYearLater();
  expect(tryArchiving(host)).toEqual({ deals: 1, changed: [] });
  expect(host.names().find('Archive')).toBeNull();
});

test('a deal that is gone and a report that was never sent are told as wrong', () => {
  const host = halfAYearLater();
  expect(wrongIn(host, 2, 0)).toEqual([]);
  expect(wrongIn(host, 2, 1)).toEqual(['1 reports fell due, the owner got 0']);
  does(host, { deleteRows: { tab: 'Deals', at: 3, count: 1 } });
  expect(wrongIn(host, 2, 0)).toEqual(['2 deals, 1 rows', 'a check finds 1 more entries']);
});
