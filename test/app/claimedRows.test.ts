import { expect, test } from '@jest/globals';
import type { Gesture } from '../../preview/google/gestures/gesture';
import type { Host } from '../../preview/google/host';
import { rowsOf } from '../support/standIn';
import {
  aPipeline,
  at,
  dealRows,
  does,
  everything,
  letter,
  lifeOf,
  loaded,
  newDeal,
  saved,
  sweeps,
} from './desk';

function columnOf(host: Host, header: string): string {
  return letter(host.names().column(host.names().tab('Deals'), header).column);
}

function typesIn(host: Host, header: string, row: number, text: string): void {
  does(host, { edit: { tab: 'Deals', range: at(host, header, row), values: [[text]] } });
}

const FORMULAS = {
  text: (id: string) => `=IF(${id}3="","not checked yet","checked")`,
  'number that goes': (id: string) => `=IF(${id}3="",7,"")`,
};

test.each(Object.entries(FORMULAS))(
  'a formula that looks at the ID, a %s, keeps neither its own deal nor any other from being noted',
  (_, formula) => {
    const host = aPipeline();
    newDeal(host, 'Mill');
    typesIn(host, 'Next step', 3, formula(columnOf(host, 'ID')));
    typesIn(host, 'Deal', 3, 'Dam');
    expect(lifeOf(host, 'Dam')[0]).toBe('created: Qualification');
    does(host, {
      apiWrite: { tab: 'Deals', range: at(host, 'Stage', 2), values: [['Needs analysis']] },
    });
    sweeps(host);
    expect(lifeOf(host, 'Mill')).toEqual([
      'created: Qualification',
      'held: Qualification -> Needs analysis',
    ]);
    sweeps(host);
    const settled = everything(host);
    sweeps(host);
    expect(everything(host)).toEqual(settled);
  },
);

test('who types over a new deal while the workbook is checked keeps no other deal from being noted', () => {
  const start = aPipeline();
  newDeal(start, 'Mill');
  const writes = (host: Host, header: string, row: number, cell: string): Gesture => ({
    apiWrite: { tab: 'Deals', range: at(host, header, row), values: [[cell]] },
  });
  does(start, writes(start, 'Deal', 3, 'Dam'));
  does(start, writes(start, 'Deal', 4, 'Pump'));
  does(start, writes(start, 'Stage', 2, 'Needs analysis'));
  const text = saved(start);
  const calls = does(loaded(text), { menu: 'sweep' }).executions[0]?.callCount ?? 0;
  const noted = new Set<string>();
  for (let call = 1; call <= calls; call++) {
    const host = loaded(text);
    does(host, { menu: 'sweep', during: { call, do: writes(host, 'Deal', 3, 'Dam of 2026') } });
    noted.add(lifeOf(host, 'Mill').concat(lifeOf(host, 'Pump')).join(', '));
    sweeps(host);
    expect(lifeOf(host, 'Dam of 2026')[0]).toBe('created: Qualification');
    expect(lifeOf(host, 'Pump')).toEqual(['created: Qualification']);
  }
  expect([...noted]).toEqual([
    'created: Qualification, held: Qualification -> Needs analysis, created: Qualification',
  ]);
});

test('where the Version column is gone, a check notes ten of the scattered new deals, and takes as many calls for 40 as for 10', () => {
  const callsFor = (deals: number) => {
    const host = aPipeline();
    newDeal(host, 'Mill');
    const { column } = host.names().column(host.names().tab('Deals'), 'Version');
    does(host, { deleteColumns: { tab: 'Deals', at: column, count: 1 } });
    const values = Array.from({ length: 2 * deals }, (_, i) => [i % 2 === 0 ? `Deal ${i}` : '']);
    does(host, { apiWrite: { tab: 'Deals', range: at(host, 'Deal', 3, 2 + 2 * deals), values } });
    const { read, write } = sweeps(host).calls;
    const noted = rowsOf(host, 'Ledger').length;
    for (let i = 1; i < deals / 10; i++) does(host, { trigger: 'work' });
    const ids = dealRows(host).map(({ ID }) => ID);
    return {
      read,
      write,
      noted,
      inTheEnd: rowsOf(host, 'Ledger').length,
      ids: new Set(ids.filter((id) => id !== '')).size,
    };
  };
  const few = callsFor(10);
  expect(few).toMatchObject({ noted: 11, inTheEnd: 11, ids: 11 });
  expect(callsFor(40)).toEqual({ ...few, inTheEnd: 41, ids: 41 });
});
