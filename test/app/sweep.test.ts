import { expect, test } from '@jest/globals';
import type { Gesture } from '../../preview/google/gestures/gesture';
import type { Host } from '../../preview/google/host';
import { rowsOf } from '../support/standIn';
import {
  aPipeline,
  at,
  blockOf,
  type Cells,
  dealNamed,
  dealRows,
  does,
  everything,
  idOf,
  letter,
  lifeOf,
  lineOf,
  loaded,
  newDeal,
  PROPOSABLE,
  pastes,
  QUALIFIED,
  saved,
  sweeps,
  types,
  WINNABLE,
} from './desk';

/** Three deals: Mill in Needs analysis, Dam in Qualification and ready to go on, Pump just begun. */
function threeDeals(): Host {
  const host = aPipeline();
  newDeal(host, 'Mill', { ...QUALIFIED, Amount: 900 }, 'Needs analysis');
  newDeal(host, 'Dam', { ...QUALIFIED, Amount: 800 });
  newDeal(host, 'Pump');
  return host;
}

function apiWrite(host: Host, header: string, row: number, value: string): void {
  does(host, { apiWrite: { tab: 'Deals', range: at(host, header, row), values: [[value]] } });
}

/** A second sweep changes nothing; the ledger's entries are what the deals' stages say. */
function expectSettled(host: Host): void {
  const before = everything(host);
  sweeps(host);
  expect(everything(host)).toEqual(before);
}

const wholeRow = (host: Host, row: number): string => {
  const { column } = host.names().column(host.names().tab('Deals'), 'ID');
  return `A${row}:${letter(column)}${row}`;
};

test('another program’s move is judged as if typed, and dated when it was seen', () => {
  const host = threeDeals();
  apiWrite(host, 'Stage', 3, 'Needs analysis');
  apiWrite(host, 'Stage', 4, 'Closed won');
  does(host, { advance: { days: 2 } });
  expect(dealRows(host).map(({ Stage }) => Stage)).toEqual([
    'Needs analysis',
    'Needs analysis',
    'Qualification',
  ]);
  const seen = rowsOf(host, 'Ledger').filter(({ How }) => How === 'sweep');
  expect(seen.map(lineOf)).toEqual([
    'moved: Qualification -> Needs analysis',
    'held: Qualification -> Closed won',
  ]);
  expect(seen[0]?.At).toBe('2026-02-02 09:10:00');
  expectSettled(host);
});

test('another program’s new rows and changed amounts are noted', () => {
  const host = threeDeals();
  does(host, {
    apiWrite: {
      tab: 'Deals',
      range: 'A5:B6',
      values: [
        ['New', 'A'],
        ['Newer', 'B'],
      ],
    },
  });
  apiWrite(host, 'Amount', 2, '950');
  sweeps(host);
  expect(lifeOf(host, 'Newer')).toEqual(['created: Qualification']);
  expect(rowsOf(host, 'Ledger').at(-1)).toMatchObject({ Kind: 'created' });
  expect(rowsOf(host, 'Ledger').filter(({ How }) => How === 'sweep')[0]).toMatchObject({
    Kind: 'changed',
    Amount: 950,
  });
  expectSettled(host);
});

test('a deleted row is noted as deleted, and known again when it is brought back', () => {
  const host = threeDeals();
  const before = dealRows(host);
  const id = idOf(host, 'Dam');
  does(host, { deleteRows: { tab: 'Deals', at: 3, count: 1 } });
  sweeps(host);
  expect(dealRows(host).map(({ Deal }) => Deal)).toEqual(['Mill', 'Pump']);
  expect(rowsOf(host, 'Ledger').at(-1)).toMatchObject({ Deal: id, Kind: 'deleted' });
  expectSettled(host);
  does(host, { undo: {} });
  sweeps(host);
  const told = ({ Deal, ID, Stage, Amount }: Cells) => [Deal, ID, Stage, Amount];
  expect(dealRows(host).map(told)).toEqual(before.map(told));
  expect(rowsOf(host, 'Ledger').at(-1)).toMatchObject({ Deal: id, Kind: 'undone' });
  expectSettled(host);
});

test('clearing a whole row takes the deal away; undoing that brings it back', () => {
  const host = threeDeals();
  const id = idOf(host, 'Dam');
  does(host, { clear: { tab: 'Deals', range: wholeRow(host, 3) } });
  expect(dealRows(host).map(({ Deal }) => Deal)).toEqual(['Mill', 'Pump']);
  sweeps(host);
  expect(rowsOf(host, 'Ledger').at(-1)).toMatchObject({ Deal: id, Kind: 'deleted' });
  does(host, { undo: {} });
  sweeps(host);
  expect(dealNamed(host, 'Dam')).toMatchObject({ ID: id, Stage: 'Qualification' });
  expectSettled(host);
});

test('a copied row is a deal of its own, with its own ID and no borrowed history', () => {
  const host = threeDeals();
  const id = idOf(host, 'Mill');
  does(host, { fill: { tab: 'Deals', from: wholeRow(host, 2), to: wholeRow(host, 5) } });
  // Before the sweep, somebody works on the copy already.
  does(host, { edit: { tab: 'Deals', range: 'A5', values: [['Mill again']] } });
  does(host, { edit: { tab: 'Deals', range: at(host, 'Stage', 5), values: [['Closed won']] } });
  does(host, { edit: { tab: 'Deals', range: at(host, 'Amount', 5), values: [['5000']] } });
  sweeps(host);
  expect(dealNamed(host, 'Mill')).toMatchObject({ ID: id, Stage: 'Needs analysis', Amount: 900 });
  expect(lifeOf(host, 'Mill').at(-1)).toBe('moved: Qualification -> Needs analysis');
  expect(idOf(host, 'Mill again')).not.toBe(id);
  expect(dealNamed(host, 'Mill again').Stage).toBe('Qualification');
  expect(lifeOf(host, 'Mill again')[0]).toBe('created: Qualification');
  expectSettled(host);
});

test('cleared IDs come back: a row is known by its Version too', () => {
  const host = threeDeals();
  const before = dealRows(host);
  does(host, { clear: { tab: 'Deals', range: at(host, 'ID', 2, 4) } });
  sweeps(host);
  expect(dealRows(host)).toEqual(before);
  expectSettled(host);
});

test('one ID filled down over others does not merge deals', () => {
  const host = threeDeals();
  const before = dealRows(host);
  does(host, { fill: { tab: 'Deals', range: at(host, 'ID', 2, 4) } });
  sweeps(host);
  expect(dealRows(host)).toEqual(before);
  expectSettled(host);
});

test.each<{ what: string; gesture: (host: Host) => Gesture }>([
  {
    what: 'sorted',
    gesture: (host) => ({
      sort: {
        tab: 'Deals',
        range: `${wholeRow(host, 2).split(':')[0]}:${wholeRow(host, 4).split(':')[1]}`,
        column: 1,
        ascending: true,
      },
    }),
  },
  { what: 'given a row above', gesture: () => ({ insertRows: { tab: 'Deals', at: 2, count: 1 } }) },
  {
    what: 'given a column of the team’s own',
    gesture: () => ({ insertColumns: { tab: 'Deals', at: 10, count: 1 } }),
  },
  {
    what: 'rearranged: Stage to the front',
    gesture: () => ({ moveColumn: { tab: 'Deals', from: 'Stage', to: 1 } }),
  },
  {
    what: 'rearranged: ID out of the program block',
    gesture: () => ({ moveColumn: { tab: 'Deals', from: 'ID', to: 2 } }),
  },
  {
    what: 'given rows above its headers',
    gesture: () => ({ insertRows: { tab: 'Deals', at: 1, count: 2 } }),
  },
  {
    what: 'headed in the other language',
    gesture: (host) => ({
      edit: { tab: 'Deals', range: at(host, 'Stage', 1), values: [['阶段']] },
    }),
  },
  { what: 'renamed', gesture: () => ({ renameTab: { tab: 'Deals', to: 'Our deals' } }) },
])('a tab that is $what keeps its deals, and edits are judged as before', ({ gesture }) => {
  const host = threeDeals();
  const before = rowsOf(host, 'Ledger');
  does(host, gesture(host));
  sweeps(host);
  expect(rowsOf(host, 'Ledger')).toEqual(before);
  const tab = host.book.sheets[0]?.name ?? '';
  const { column } = host.names().column(host.book.sheet(tab)!, 'Stage');
  for (const name of ['Dam', 'Pump']) {
    const row = host.book.sheet(tab)!.store.findIndex((cells) => cells.includes(name)) + 1;
    const range = `${letter(column)}${row}`;
    does(host, { edit: { tab, range, values: [['Needs analysis']] } });
  }
  expect(rowsOf(host, 'Ledger').slice(before.length).map(lineOf)).toEqual([
    'moved: Qualification -> Needs analysis',
    'held: Qualification -> Needs analysis',
  ]);
});

test.each<{ header: string }>`
  header
  ${'Stage'}
  ${'Amount'}
  ${'Owner'}
  ${'Version'}
  ${'Accepted stage'}
  ${'Memo'}
`('while the column $header is gone nothing is noted, moved or lost', ({ header }) => {
  const host = threeDeals();
  const before = rowsOf(host, 'Ledger');
  does(host, { deleteColumns: { tab: 'Deals', at: header, count: 1 } });
  types(host, 'Mill', { Customer: 'Northwind' });
  sweeps(host);
  expect(rowsOf(host, 'Ledger')).toEqual(before);
  expectSettled(host);
});

test('while the ID column is gone nothing is concluded from it', () => {
  const host = threeDeals();
  const before = rowsOf(host, 'Ledger');
  does(host, { deleteColumns: { tab: 'Deals', at: 'ID', count: 1 } });
  const { toasts } = types(host, 'Mill', { Customer: 'Northwind' });
  expect(toasts).toHaveLength(1);
  sweeps(host);
  does(host, { undo: {} });
  does(host, { undo: {} });
  sweeps(host);
  expect(rowsOf(host, 'Ledger')).toEqual(before);
});

test('people’s own columns and cells beside the deals are never touched', () => {
  const host = threeDeals();
  does(host, { insertColumns: { tab: 'Deals', at: 2, count: 1 } });
  pastes(host, 'Deal', 1, ['Deal']);
  does(host, { edit: { tab: 'Deals', range: 'B1', values: [['My notes']] } });
  does(host, { edit: { tab: 'Deals', range: 'B2', values: [['ask Bo first']] } });
  does(host, { edit: { tab: 'Deals', range: 'B3', values: [['call on Friday']] } });
  types(host, 'Mill', { ...PROPOSABLE, Stage: 'Proposal' });
  apiWrite(host, 'Stage', 3, 'Closed won');
  sweeps(host);
  expect(dealRows(host).map((row) => row['My notes'])).toEqual([
    'ask Bo first',
    'call on Friday',
    '',
  ]);
});

test('the ledger, sorted or shortened by hand, still gives every deal its stage', () => {
  const host = threeDeals();
  const ledger = host.names().tab('Ledger');
  const last = ledger.lastRow;
  does(host, {
    sort: { tab: 'Ledger', range: `A2:S${last}`, column: 1, ascending: false },
  });
  types(host, 'Dam', { Stage: 'Needs analysis' });
  sweeps(host);
  does(host, { menu: 'refreshReports' });
  expect(dealRows(host).map(({ Stage }) => Stage)).toEqual([
    'Needs analysis',
    'Needs analysis',
    'Qualification',
  ]);
  expect(blockOf(host, 'Health', 'problems').filter(({ tab }) => tab === 'Ledger')).toEqual([]);
  // The newest entry goes: its number is not given again, and Health says that something is missing.
  does(host, { deleteRows: { tab: 'Ledger', at: ledger.lastRow, count: 1 } });
  types(host, 'Pump', { Amount: 70 });
  const numbers = rowsOf(host, 'Ledger').map(({ Seq }) => Seq);
  expect(new Set(numbers).size).toBe(numbers.length);
  does(host, { menu: 'refreshReports' });
  expect(blockOf(host, 'Health', 'problems').length).toBeGreaterThan(0);
});

test('a stage that somebody types while the workbook is being checked stays, and is judged by the next check', () => {
  const start = aPipeline();
  newDeal(start, 'Mill', QUALIFIED);
  const stage = at(start, 'Stage', 2);
  does(start, { apiWrite: { tab: 'Deals', range: stage, values: [['Closed won']] } });
  const text = saved(start);
  const edit = { tab: 'Deals', range: stage, values: [['Needs analysis']] };
  const calls = sweeps(loaded(text)).executions[0]?.callCount ?? 0;
  const early: unknown[] = [];
  // What is written last takes 25 calls.
  for (let call = 5; call < calls - 25; call += 5) {
    const host = loaded(text);
    host.gesture({ menu: 'sweep', during: { call, do: { edit } } });
    sweeps(host);
    early.push(dealNamed(host, 'Mill').Stage);
  }
  expect(new Set(early)).toEqual(new Set(['Needs analysis']));
});

test('a close date that somebody types while a check finds the deal won stays, and the next check notes it', () => {
  const start = aPipeline();
  newDeal(start, 'Mill', WINNABLE);
  does(start, {
    apiWrite: { tab: 'Deals', range: at(start, 'Stage', 2), values: [['Closed won']] },
  });
  const text = saved(start);
  const edit = { tab: 'Deals', range: at(start, 'Close date', 2), values: [['2026-01-20']] };
  const calls = sweeps(loaded(text)).executions[0]?.callCount ?? 0;
  const told = new Set<string>();
  // The deals are read by then, and what is written last takes 25 calls.
  for (let call = calls - 40; call < calls - 25; call++) {
    const host = loaded(text);
    does(host, { menu: 'sweep', during: { call, do: { edit } } });
    sweeps(host);
    const [last] = rowsOf(host, 'Ledger').slice(-1);
    const { Stage, 'Close date': date } = dealNamed(host, 'Mill');
    told.add(`${Stage} on ${date}, noted ${last?.['Close date']}`);
  }
  expect([...told]).toEqual(['Closed won on 2026-01-20, noted 2026-01-20']);
});

test('a row that is inserted while a move is written takes nothing of the deal below it', () => {
  const start = aPipeline();
  newDeal(start, 'Mill', QUALIFIED);
  const text = saved(start);
  const edit = { tab: 'Deals', range: at(start, 'Stage', 2), values: [['Needs analysis']] };
  const calls = does(loaded(text), { edit }).executions[0]?.callCount ?? 0;
  for (let call = Math.floor(calls / 2); call <= calls; call += 4) {
    const host = loaded(text);
    const insertRows = { tab: 'Deals', at: 2, count: 1 };
    host.gesture({ edit, during: { call, do: { insertRows } } });
    sweeps(host);
    newDealAt(host, 2, 'Lake');
    sweeps(host);
    expect(dealRows(host).map(({ Deal, Stage }) => [Deal, Stage])).toEqual([
      ['Lake', 'Qualification'],
      ['Mill', 'Needs analysis'],
    ]);
    expect(lifeOf(host, 'Lake')).toEqual(['created: Qualification']);
    const life = ['created: Qualification', 'moved: Qualification -> Needs analysis'];
    expect(lifeOf(host, 'Mill')).toEqual(life);
  }
});

function newDealAt(host: Host, row: number, name: string): void {
  does(host, { edit: { tab: 'Deals', range: at(host, 'Deal', row), values: [[name]] } });
}

test('who sorts the deals without the column of their IDs mixes up none of them', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', { ...QUALIFIED, Owner: 'Bob', Amount: 750, 'Close date': '2026-05-05' });
  newDeal(host, 'Dam', { ...QUALIFIED, Owner: 'Ann', Amount: 400 }, 'Needs analysis');
  newDeal(host, 'Weir', { ...PROPOSABLE, Owner: 'Bob', Amount: 900 }, 'Proposal');
  does(host, { moveColumn: { tab: 'Deals', from: 'ID', to: 1 } });
  const told = () =>
    ['Mill', 'Dam', 'Weir'].map((name) => {
      const { ID, Stage, 'Close date': date } = dealNamed(host, name);
      return [ID, Stage, date, lifeOf(host, name).length];
    });
  const before = told();
  const range = `B2:${letter(host.names().tab('Deals').lastColumn)}4`;
  does(host, { sort: { tab: 'Deals', range, column: 2, ascending: true } });
  sweeps(host);
  expect(told()).toEqual(before);
  const settled = everything(host);
  sweeps(host);
  expect(everything(host)).toEqual(settled);
});

test('a block in an empty row goes at once, also when its deal is known by its Version alone', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED);
  const id = idOf(host, 'Mill');
  const write = (row: number, text: string) =>
    does(host, { apiWrite: { tab: 'Deals', range: at(host, 'ID', row), values: [[text]] } });
  write(2, '');
  write(4, id);
  sweeps(host);
  expect(rowsOf(host, 'Deals').map(({ ID }) => ID)).toEqual([id]);
});

test('whoever sorts the deals while the workbook is being checked mixes up none of them', () => {
  const start = threeDeals();
  const ids = dealRows(start).map(({ Deal, ID }) => `${Deal} ${ID}`);
  const set = {
    tab: 'Deals',
    range: at(start, 'Owner', 2, 4),
    values: [['Ann'], ['Ann'], ['Ann']],
  };
  does(start, { apiWrite: set });
  const text = saved(start);
  const sort = { tab: 'Deals', range: 'A2:AM4', column: 1, ascending: false };
  // The check has to look at the rows some time before it writes.
  const calls = (does(loaded(text), { menu: 'sweep' }).executions[0]?.callCount ?? 0) - 27;
  for (let call = 1; call <= calls; call += 4) {
    const host = loaded(text);
    host.gesture({ menu: 'sweep', during: { call, do: { sort } } });
    sweeps(host);
    expect(
      dealRows(host)
        .map(({ Deal, ID }) => `${Deal} ${ID}`)
        .sort(),
    ).toEqual([...ids].sort());
    expect(rowsOf(host, 'Ledger').filter(({ Kind }) => Kind === 'deleted')).toEqual([]);
  }
});
