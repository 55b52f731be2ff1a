import { expect, test } from '@jest/globals';
import type { Host } from '../../preview/google/host';
import { ask } from '../support/standIn';
import { aPipeline, at, does, everything, newDeal, QUALIFIED, sweeps } from './desk';
import { filled, works } from './rules';

/** A deal that was qualified and moved, another that has just begun. */
function twoDeals(): Host {
  const host = aPipeline();
  newDeal(host, 'Pump', { ...QUALIFIED, Owner: 'Ann' }, 'Needs analysis');
  newDeal(host, 'Mill', {});
  works(host);
  return host;
}

/** What the ledger says, by its headings. */
function told(host: Host): readonly string[] {
  return filled(host, 'Ledger').map((entry) =>
    ['Seq', 'Kind', 'From', 'To', 'Owner', 'At', 'By', 'How']
      .map((heading) => String(entry[heading] ?? `no ${heading}`))
      .join(' | '),
  );
}

/** Afterwards the deal moves back, a new one is typed, and the worker comes. */
function goesOn(host: Host): void {
  does(host, {
    edit: { tab: 'Deals', range: at(host, 'Stage', 2), values: [['Qualification']] },
  });
  newDeal(host, 'Dam', { Owner: 'Bob' });
  works(host);
  sweeps(host);
}

const CROOKED = {
  'a column was moved': [{ moveColumn: { tab: 'Ledger', from: 2, to: 6 } }],
  'From and To stand the other way round': [{ moveColumn: { tab: 'Ledger', from: 5, to: 6 } }],
  'a column was put between': [
    { insertColumns: { tab: 'Ledger', at: 3, count: 1 } },
    { edit: { tab: 'Ledger', range: 'C1:C2', values: [['Remark'], ['Ask Ann']] } },
  ],
  'the header was deleted': [{ deleteRows: { tab: 'Ledger', at: 1, count: 1 } }],
  'a heading was cleared': [{ edit: { tab: 'Ledger', range: 'D1', values: [['']] } }],
  'columns were deleted, and the worker has come': [
    { deleteColumns: { tab: 'Ledger', at: 20, count: 7 } },
    { trigger: 'work' },
  ],
  'a heading was changed': [{ edit: { tab: 'Ledger', range: 'F1', values: [['Where to']] } }],
} as const;

test.each(Object.entries(CROOKED))('%s: the ledger keeps every entry once', (what, gestures) => {
  const straight = twoDeals();
  goesOn(straight);
  const host = twoDeals();
  for (const gesture of gestures) does(host, gesture as never);
  goesOn(host);
  expect(told(host)).toEqual(told(straight));
  const notes = filled(host, 'Ledger').map((entry) => entry.Remark ?? '');
  expect(notes[0]).toBe(what.includes('put between') ? 'Ask Ann' : '');
  const tabs = JSON.stringify(everything(host));
  sweeps(host);
  expect(JSON.stringify(everything(host))).toBe(tabs);
});

test('formulas, notes and remarks of people’s own in the Ledger go along when its columns go back', () => {
  const host = twoDeals();
  does(host, { insertColumns: { tab: 'Ledger', at: 5, count: 1 } });
  does(host, { edit: { tab: 'Ledger', range: 'E1:E2', values: [['Remark'], ['Ask Ann']] } });
  does(host, { edit: { tab: 'Ledger', range: 'X1:X2', values: [['Twice'], ['=A2*2']] } });
  works(host);
  const [first] = filled(host, 'Ledger');
  expect(first).toMatchObject({ Seq: 1, Twice: 2, Remark: 'Ask Ann', Kind: 'created' });
  expect(host.names().tab('Ledger').formulas.get(2, 24)).toBeTruthy();
});

test('an entry that is taken back is read from its column, though it was moved just before', () => {
  const host = twoDeals();
  does(host, { moveColumn: { tab: 'Ledger', from: 5, to: 6 } });
  const moved = filled(host, 'Ledger').find(({ Kind }) => Kind === 'moved');
  ask(host, 'undoMove', { entry: Number(moved?.Seq) });
  expect(filled(host, 'Ledger').at(-1)).toMatchObject({
    Kind: 'undone',
    From: 'Needs analysis',
    To: 'Qualification',
  });
});

test('where every heading of the Ledger is gone and its rows are in disorder, nothing is judged and nothing is lost', () => {
  const host = twoDeals();
  does(host, { moveColumn: { tab: 'Ledger', from: 5, to: 6 } });
  does(host, { deleteRows: { tab: 'Ledger', at: 1, count: 1 } });
  const before = JSON.stringify(everything(host).Ledger);
  const typed = { edit: { tab: 'Deals', range: at(host, 'Stage', 2), values: [['Proposal']] } };
  const { executions } = host.gesture(typed);
  expect(executions.flatMap(({ toasts }) => toasts.map(({ message }) => message))).toEqual([
    expect.stringContaining('the headings of the Ledger are gone'),
  ]);
  does(host, { menu: 'sweep' });
  expect(JSON.stringify(everything(host).Ledger)).toBe(before);
});
