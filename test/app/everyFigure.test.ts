import { beforeAll, expect, test } from '@jest/globals';
import type { Host } from '../../preview/google/host';
import type { Reply } from '../../src/rpc';
import { ask, rowsOf } from '../support/standIn';
import { aPipeline, blockOf, does, loaded, newDeal, saved, types, WINNABLE } from './desk';
import { behind } from './figureDesk';

/** A won deal of two instalments, a lost one, one that stands with its cause, one that was skipped ahead; as of 3 April. */
let later = '';

beforeAll(() => {
  const host = aPipeline();
  const plan = 2 + rowsOf(host, 'Settings').findIndex((row) => row.Setting === 'Payment plan');
  does(host, { edit: { tab: 'Settings', range: `B${plan}`, values: [['50@0/50@30']] } });
  newDeal(host, 'Pumps', { ...WINNABLE, Source: 'Web' }, 'Qualification');
  for (const Stage of ['Needs analysis', 'Proposal', 'Negotiation', 'Closed won']) {
    types(host, 'Pumps', { Stage });
  }
  newDeal(
    host,
    'Pipes',
    { Customer: 'Northwind Mills', Amount: 500, Owner: 'Bo' },
    'Qualification',
  );
  types(host, 'Pipes', { 'Lost reason': 'Price', Stage: 'Closed lost' });
  newDeal(host, 'Valves', { Customer: 'Northwind Mills', Amount: 700 }, 'Qualification');
  types(host, 'Valves', { Cause: 'Budget', 'Close date': '2026-03-01' });
  host.advance({ days: 60 });
  does(host, { menu: 'refreshReports' });
  later = saved(host);
});

function blocks(host: Host): Reply<'describeWorkbook'>['blocks'] {
  const tabs = ['Funnel', 'Forecast', 'Review', 'Stalled'];
  const all = (ask(host, 'describeWorkbook', {}) as Reply<'describeWorkbook'>).blocks;
  return all.filter(({ tab }) => tabs.includes(tab));
}

test('every figure of every report opens to a list of deals', () => {
  const host = loaded(later);
  const shut = blocks(host).flatMap(({ tab, block, row, column, columns, rows }) =>
    columns.flatMap((name, i) => {
      if (rows === 0) return [];
      const listed = behind(host, `${tab.toLowerCase()}!${row}:${column + i}`);
      return listed.isListed ? [] : [`${tab}.${block}.${name}`];
    }),
  );
  expect(shut).toEqual([]);
});

/** Figures that count deals: as many stand behind each. */
const COUNTS = [
  [
    'Funnel',
    'stages',
    ['now', 'reached', 'visited', 'strict', 'lost_here', 'resolved_n', 'skipped'],
  ],
  ['Funnel', 'groups', ['deals', 'won']],
  ['Stalled', 'limits', ['stalled', 'open']],
  ['Stalled', 'causes', ['deals']],
  ['Stalled', 'lost_reasons', ['deals']],
] as const;

test.each(COUNTS)('behind each count of %s.%s stand as many deals', (tab, block, names) => {
  const host = loaded(later);
  const found = blocks(host).find((one) => one.tab === tab && one.block === block);
  const rows = blockOf(host, tab, block);
  expect(rows.length).toBeGreaterThan(0);
  rows.forEach((cells, i) => {
    for (const name of names) {
      if (cells[name] === '') continue;
      const column = (found?.column ?? 0) + (found?.columns.indexOf(name) ?? 0);
      const { count } = behind(host, `${tab.toLowerCase()}!${(found?.row ?? 0) + i}:${column}`);
      expect([Object.values(cells)[0], name, count]).toEqual([
        Object.values(cells)[0],
        name,
        cells[name],
      ]);
    }
  });
});

test('behind the cash of a month are the won deals whose instalments are due then', () => {
  const host = loaded(later);
  const cash = blockOf(host, 'Forecast', 'cash');
  expect(cash.map(({ month, due, overdue }) => [month, due, overdue])).toEqual([
    ['2026-02', 6_000, 6_000],
    ['2026-03', 6_000, 6_000],
  ]);
  const found = blocks(host).find(({ block }) => block === 'cash');
  const listed = behind(host, `forecast!${found?.row}:${(found?.column ?? 0) + 1}`);
  expect(listed.deals.map(({ name }) => name)).toEqual(['Pumps']);
});
