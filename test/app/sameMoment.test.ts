import { expect, test } from '@jest/globals';
import type { Gesture } from '../../preview/google/gestures/gesture';
import type { Host } from '../../preview/google/host';
import { rowsOf } from '../support/standIn';
import {
  aPipeline,
  at,
  dealNamed,
  dealRows,
  does,
  everything,
  type Facts,
  idOf,
  letter,
  lifeOf,
  loaded,
  newDeal,
  PROPOSABLE,
  QUALIFIED,
  saved,
  sweeps,
  WINNABLE,
} from './desk';

const ANN = 'ann@example.com';

const starts = new Map<string, string>();

/** Mill in row 2, Dam in row 3 and Weir, which has gone further, in row 4; Ann may edit too. */
function threeDeals(mill: Facts = { ...QUALIFIED, Owner: 'Bob', Amount: 750 }): Host {
  const key = JSON.stringify(mill);
  const known = starts.get(key);
  if (known !== undefined) return loaded(known);
  const host = aPipeline();
  does(host, { rights: { user: ANN, may: 'edit' } });
  newDeal(host, 'Mill', mill);
  newDeal(host, 'Dam', { Owner: 'Ann', Amount: 400 });
  newDeal(host, 'Weir', { ...PROPOSABLE, Owner: 'Bob' }, 'Proposal');
  starts.set(key, saved(host));
  return host;
}

/** Dam, Mill, Weir. */
const sorts = (host: Host): Gesture => {
  const range = `A2:${letter(host.names().tab('Deals').lastColumn)}9`;
  return { sort: { tab: 'Deals', range, column: 1, ascending: true }, as: ANN };
};
const inserts = (): Gesture => ({ insertRows: { tab: 'Deals', at: 2, count: 1 }, as: ANN });
const deletes = (row: number) => (): Gesture => ({
  deleteRows: { tab: 'Deals', at: row, count: 1 },
  as: ANN,
});

const types = (header: string, row: number, cell: string) => (host: Host) =>
  ({ edit: { tab: 'Deals', range: at(host, header, row), values: [[cell]] } }) as Gesture;
const moves = (host: Host): Gesture => ({
  call: 'moveDeals',
  args: [JSON.stringify({ ids: [idOf(host, 'Mill')], to: 'Needs analysis' })],
});

const standing = (host: Host) =>
  dealRows(host).map(({ Deal, Stage, Owner, Amount }) => `${Deal}: ${Stage} ${Owner} ${Amount}`);

interface Next {
  readonly host?: Host;
  /** What is done before anybody checks the workbook. */
  readonly next?: (host: Host) => void;
}

/** What the workbook tells after a sweep, for each call of `gesture` before which Ann did something else. */
function meanwhile<T>(
  gesture: (host: Host) => Gesture,
  other: (host: Host) => Gesture,
  told: (host: Host) => T,
  { host = threeDeals(), next = () => {} }: Next = {},
): readonly T[] {
  const text = saved(host);
  const [whole] = does(loaded(text), gesture(host)).executions;
  const calls = whole?.callCount ?? 0;
  const seen = new Set<string>();
  const found = new Map<string, T>();
  for (let call = calls; call > calls - 30; call--) {
    const one = loaded(text);
    does(one, { ...gesture(one), during: { call, do: other(one) } });
    const left = saved(one);
    if (seen.has(left)) continue;
    seen.add(left);
    next(one);
    sweeps(one);
    const answer = told(one);
    found.set(JSON.stringify(answer), answer);
  }
  return [...found.values()];
}

const SORTED = [
  'Dam: Qualification Ann 400',
  'Mill: Needs analysis Bob 750',
  'Weir: Proposal Bob 12000',
];

test.each([
  ['types', types('Stage', 2, 'Needs analysis')],
  ['asks in the sidebar for', moves],
])('who sorts while somebody %s a move leaves every deal its own life', (_, gesture) => {
  const lives = (host: Host) => [
    standing(host),
    lifeOf(host, 'Mill').slice(-1),
    lifeOf(host, 'Dam'),
  ];
  const dams = lifeOf(threeDeals(), 'Dam');
  expect(meanwhile(gesture, sorts, lives)).toEqual([
    [SORTED, ['moved: Qualification -> Needs analysis'], dams],
  ]);
});

test('who inserts a row while a move is held makes no deal of it, and the ledger says it once', () => {
  const lives = (host: Host) => [standing(host), lifeOf(host, 'Dam').slice(-2)];
  const left = [
    'Mill: Qualification Bob 750',
    'Dam: Qualification Ann 400',
    'Weir: Proposal Bob 12000',
  ];
  expect(meanwhile(types('Stage', 3, 'Needs analysis'), inserts, lives)).toEqual([
    [left, ['changed: Qualification -> Qualification', 'held: Qualification -> Needs analysis']],
  ]);
});

test.each([
  ['sorts', sorts],
  ['inserts a row', inserts],
  ['deletes a row', deletes(3)],
])('who %s while a new deal is noted leaves it one life', (_, other) => {
  const lives = (host: Host) => [
    dealRows(host).length,
    lifeOf(host, 'Pump'),
    rowsOf(host, 'Ledger').filter(({ Kind }) => Kind === 'created').length,
  ];
  const gesture = types('Deal', 5, 'Pump');
  const deals = other === sorts || other === inserts ? 4 : 3;
  expect(meanwhile(gesture, other, lives)).toEqual([[deals, ['created: Qualification'], 4]]);
});

test('who deletes the row of a deal that is being moved takes no other deal’s life', () => {
  const dam = idOf(threeDeals(), 'Dam');
  const ids = meanwhile(types('Stage', 2, 'Needs analysis'), deletes(2), (host) => [
    dealNamed(host, 'Dam').ID,
    standing(host),
  ]);
  expect(ids).toEqual([[dam, ['Dam: Qualification Ann 400', 'Weir: Proposal Bob 12000']]]);
});

test.each([
  ['sorts', sorts, '', '2026-02-02'],
  ['inserts a row', inserts, '', '2026-02-02'],
  ['deletes its row', deletes(2), '', 'gone'],
])(
  'who %s while a deal is won leaves every close date with its own deal',
  (_, other, dam, mill) => {
    const dates = (host: Host) =>
      ['Dam', 'Mill'].map((name) => {
        const row = dealRows(host).find(({ Deal }) => Deal === name);
        return row === undefined ? 'gone' : row['Close date'];
      });
    const won = types('Stage', 2, 'Closed won');
    expect(meanwhile(won, other, dates, { host: threeDeals(WINNABLE) })).toEqual([[dam, mill]]);
  },
);

test.each([
  ['sorts', sorts],
  ['inserts a row', inserts],
  ['deletes a row between them', deletes(3)],
])('who %s while two cards are moved takes neither of them back', (_, other) => {
  const both = (host: Host): Gesture => ({
    call: 'moveDeals',
    args: [JSON.stringify({ ids: [idOf(host, 'Mill'), idOf(host, 'Weir')], to: 'Needs analysis' })],
  });
  const moved = (host: Host) => [
    dealNamed(host, 'Mill').Stage,
    dealNamed(host, 'Weir').Stage,
    dealRows(host).length,
    lifeOf(host, 'Weir').slice(-1),
  ];
  const deals = other === sorts || other === inserts ? 3 : 2;
  const life = ['moved: Proposal -> Needs analysis'];
  expect(meanwhile(both, other, moved)).toEqual([
    ['Needs analysis', 'Needs analysis', deals, life],
  ]);
});

/** Types into the row in which a deal stands now. */
const typesInto = (host: Host, deal: string, header: string, cell: string) => {
  const row = rowsOf(host, 'Deals').findIndex(({ Deal }) => Deal === deal) + 2;
  does(host, { edit: { tab: 'Deals', range: at(host, header, row), values: [[cell]] } });
};
const asks = (host: Host, deal: string, to: string) =>
  does(host, { call: 'moveDeals', args: [JSON.stringify({ ids: [idOf(host, deal)], to })] });

test.each<[what: string, next: (host: Host) => void]>([
  ['types an amount into the other deal', (host) => typesInto(host, 'Dam', 'Amount', '410')],
  ['types an amount into the deal', (host) => typesInto(host, 'Mill', 'Amount', '760')],
  ['asks for a move of the other deal', (host) => asks(host, 'Dam', 'Proposal')],
  ['types a move of the other deal', (host) => typesInto(host, 'Dam', 'Stage', 'Proposal')],
  ['waits for the worker', (host) => does(host, { trigger: 'work' })],
])('who sorts during a move and then %s takes no move back and passes no gate', (_, next) => {
  for (const gesture of [types('Stage', 2, 'Needs analysis'), moves]) {
    const told = (host: Host) => [
      dealNamed(host, 'Mill').Stage,
      dealNamed(host, 'Dam').Stage,
      lifeOf(host, 'Mill').filter((line) => line.startsWith('moved')),
      lifeOf(host, 'Dam').filter((line) => line.startsWith('moved')),
    ];
    expect(meanwhile(gesture, sorts, told, { next })).toEqual([
      ['Needs analysis', 'Qualification', ['moved: Qualification -> Needs analysis'], []],
    ]);
  }
});

test('the worker notices by itself that rows were moved while somebody moved a deal', () => {
  const host = threeDeals();
  const [run] = does(loaded(saved(host)), moves(host)).executions;
  for (let call = (run?.callCount ?? 0) - 20; call <= (run?.callCount ?? 0); call++) {
    const one = loaded(saved(host));
    does(one, { ...moves(one), during: { call, do: sorts(one) } });
    does(one, { trigger: 'work' });
    const worked = JSON.stringify(everything(one).Deals);
    sweeps(one);
    expect({ call, deals: JSON.stringify(everything(one).Deals) }).toEqual({ call, deals: worked });
  }
});

test('a row that another program copied and changed is a deal of its own, also when another deal’s row is gone', () => {
  const host = threeDeals();
  const dam = idOf(host, 'Dam');
  const deals = host.names().tab('Deals');
  const columns = deals.lastColumn;
  const mill = deals.values({ row: 2, column: 1, rows: 1, columns });
  does(host, { apiWrite: { tab: 'Deals', range: `A6:${letter(columns)}6`, values: mill } });
  const stages = [['Needs analysis'], ['Qualification'], ['Proposal'], [''], ['Needs analysis']];
  does(host, { edit: { tab: 'Deals', range: at(host, 'Stage', 2, 6), values: stages } });
  does(host, { apiWrite: { tab: 'Deals', range: at(host, 'Amount', 6), values: [[9]] } });
  does(host, { deleteRows: { tab: 'Deals', at: 3, count: 1 } });
  sweeps(host);
  const ids = dealRows(host).map(({ ID }) => ID);
  expect(ids).toHaveLength(3);
  expect(ids).not.toContain(dam);
  expect(new Set(ids).size).toBe(3);
  const swept = JSON.stringify(everything(host));
  sweeps(host);
  expect(JSON.stringify(everything(host))).toBe(swept);
});

test('a deal begun with a Stage and a Close date alone keeps them below a row that nobody has noted yet', () => {
  const host = aPipeline();
  const typed: readonly [header: string, cell: string][] = [
    ['Stage', 'Qualification'],
    ['Close date', '2026-05-29'],
  ];
  for (const [header, cell] of typed) {
    does(host, { edit: { tab: 'Deals', range: at(host, header, 3), values: [[cell]] } });
  }
  does(host, { apiWrite: { tab: 'Deals', range: at(host, 'Deal', 2), values: [['Pump']] } });
  sweeps(host);
  const rows = rowsOf(host, 'Deals').slice(0, 2);
  const told = rows.map((row) => `${row.Deal}: ${row.Stage} ${row['Close date']}`);
  expect(told).toEqual(['Pump: Qualification ', ': Qualification 2026-05-29']);
  expect(new Set(rows.map(({ ID }) => ID)).size).toBe(2);
  expect(rowsOf(host, 'Ledger').filter(({ Kind }) => Kind === 'created')).toHaveLength(2);
});

test('where the Version column is gone, a new deal is noted only where its ID stands beside it', () => {
  const start = threeDeals();
  const version = start.names().column(start.names().tab('Deals'), 'Version').column;
  does(start, { deleteColumns: { tab: 'Deals', at: version, count: 1 } });
  const seen = new Set<string>();
  const next = (host: Host) => {
    const isMarked = dealNamed(host, 'Pump').ID !== '';
    const created = rowsOf(host, 'Ledger').filter(({ Kind }) => Kind === 'created').length;
    seen.add(`${isMarked ? 'with' : 'without'} its ID: ${created} deals noted`);
  };
  meanwhile(types('Deal', 5, 'Pump'), deletes(3), () => '', { host: start, next });
  expect([...seen].sort()).toEqual(['with its ID: 4 deals noted', 'without its ID: 3 deals noted']);
});

test('a close date that is typed into a row inserted while a deal is won stays', () => {
  const types529 = (host: Host) =>
    does(host, {
      edit: { tab: 'Deals', range: at(host, 'Close date', 2), values: [['2026-05-29']] },
    });
  const dates = (host: Host) => {
    const rows = rowsOf(host, 'Deals').filter((row) => row['Close date'] !== '');
    return rows.map((row) => `${row.Deal || 'new'}: ${row['Close date']}`).sort();
  };
  const host = threeDeals(WINNABLE);
  const next = { host, next: types529 };
  expect(meanwhile(types('Stage', 2, 'Closed won'), inserts, dates, next)).toEqual([
    ['Mill: 2026-02-02', 'new: 2026-05-29'],
  ]);
});
