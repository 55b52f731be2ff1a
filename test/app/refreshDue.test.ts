import { expect, test } from '@jest/globals';
import type { Host } from '../../preview/google/host';
import { archiveDue } from '../crash/starts';
import { aPipeline, blockOf, does, loaded, newDeal, QUALIFIED, saved, types } from './desk';
import { sets, works } from './rules';

/** The second row of Funnel: as of when it was made. */
const asOf = (host: Host) => host.names().tab('Funnel').value(2, 1);

/** A turn of the worker three hours later, when reports that were just refreshed have rested, or some other time. */
function worksLater(host: Host, minutes = 180): Host {
  const at = new Date(Date.parse(`${host.now()}Z`) + minutes * 60_000);
  const later = loaded(saved(host), at.toISOString().slice(0, 16));
  works(later);
  return later;
}

const now = (host: Host, stage: string) =>
  blockOf(host, 'Funnel', 'stages').find((row) => row.stage === stage)?.now;

test('a move makes the reports due on the same day, also when old entries have gone to the archive', () => {
  const host = archiveDue();
  works(host);
  expect(host.names().tab('Archived entries').lastRow).toBeGreaterThan(1);
  const later = worksLater(host);
  const before = Number(now(later, 'Needs analysis'));
  types(later, 'Mill', { ...QUALIFIED, Stage: 'Needs analysis' });
  expect(now(worksLater(later), 'Needs analysis')).toBe(before + 1);
});

test('a target that is changed is on Forecast after the worker’s next turn', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', { Amount: 1000, 'Close date': '2026-02-20' }, 'Qualification');
  works(host);
  does(host, {
    edit: {
      tab: 'Team',
      range: 'A3:E3',
      values: [['Ann', 'ann@example.com', 'Manager', 'English', '5000']],
    },
  });
  const [february] = blockOf(worksLater(host), 'Forecast', 'months');
  expect(february).toMatchObject({ month: '2026-02', target: 5000 });
});

test('a setting by which stalls are counted is followed by Stalled after the worker’s next turn', () => {
  const host = aPipeline();
  does(host, { edit: { tab: 'Stages', range: 'E2', values: [['5']] } });
  newDeal(host, 'Mill', {}, 'Qualification');
  host.advance({ days: 7 });
  works(host);
  expect(blockOf(host, 'Stalled', 'deals')).toHaveLength(1);
  sets(host, 'Count working days only', 'Yes');
  expect(blockOf(worksLater(host), 'Stalled', 'deals')).toHaveLength(0);
});

test('where nothing has happened the worker refreshes nothing more that day', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', {}, 'Qualification');
  works(host);
  const later = worksLater(host);
  expect(asOf(worksLater(worksLater(later)))).toBe(asOf(later));
});

test('where the last entry of the Ledger was deleted the reports are made anew once, and then they rest', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED, 'Needs analysis');
  sets(host, 'May mail outside', 'Yes');
  works(host);
  const { lastRow } = host.names().tab('Ledger');
  does(host, { deleteRows: { tab: 'Ledger', at: lastRow, count: 1 } });
  sets(host, 'Silent after days', 9);
  const settled = worksLater(worksLater(host, 11), 5);
  expect(asOf(settled)).not.toBe(asOf(host));
  expect(asOf(worksLater(worksLater(settled, 5), 5))).toBe(asOf(settled));
});
