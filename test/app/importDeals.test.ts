import { expect, test } from '@jest/globals';
import type { Host } from '../../preview/google/host';
import { loadImporting } from '../../scripts/loadImporting';
import type { Reply, Request } from '../../src/rpc';
import { ask, OWNER, returned, rowsOf, setUp } from '../support/standIn';
import {
  aPipeline,
  at,
  dealRows,
  does,
  everything,
  idOf,
  lifeOf,
  loaded,
  QUALIFIED,
  saved,
  sweeps,
} from './desk';
import { filled, onDay, sets, works } from './rules';

type Answer = Reply<'importDeals'> | { readonly ok: false; readonly code: string };

const HEADERS = [
  'ID',
  'Deal',
  'Stage',
  'Amount',
  'Created',
  'Team note',
  ...Object.keys(QUALIFIED),
];

/** A line of the file: what it says by header, with what Qualification asks for filled in. */
type Line = Readonly<Record<string, string>>;

function fileOf(lines: readonly Line[], headers: readonly string[] = HEADERS) {
  const facts = Object.fromEntries(Object.entries(QUALIFIED).map(([k, v]) => [k, String(v)]));
  return {
    name: 'deals.csv',
    headers: [...headers],
    rows: lines.map((line) => headers.map((header) => ({ ...facts, ...line })[header] ?? '')),
    lines: lines.map((_, i) => i + 2),
  };
}

/** What the page would send for a file. */
function slicesOf(host: Host, lines: readonly Line[], stages: 'keep' | 'from-data' = 'keep') {
  const { planImport, sentSlices } = loadImporting();
  const target = ask(host, 'importTarget', {}) as Reply<'importTarget'>;
  const { today: asOf, language, currency } = target;
  const deals = fileOf(lines);
  const files = { deals, history: null, prices: null, map: {}, stages, asOf };
  const { plan } = planImport(files, target);
  return [...sentSlices({ plan, deals, history: null, asOf, language, currency, size: 500 })];
}

/** Brings a file in as the page does; the answer to its last slice. */
function bringIn(
  host: Host,
  lines: readonly Line[],
  { gates = 'trust', stages = 'keep' }: { gates?: string; stages?: 'keep' | 'from-data' } = {},
): Reply<'importDeals'> {
  let reply: unknown;
  for (const { setUp: before, deals } of slicesOf(host, lines, stages)) {
    reply = ask(host, 'importDeals', { setUp: before, deals, gates });
  }
  expect(reply).toMatchObject({ ok: true });
  return reply as Reply<'importDeals'>;
}

const ASH = {
  ID: 'A1',
  Deal: 'Ash',
  Stage: 'Qualification',
  Amount: '1000',
  Created: '2026-01-05',
};
const BEECH = {
  ID: 'B1',
  Deal: 'Beech',
  Stage: 'Qualification',
  Amount: '500',
  Created: '2026-01-06',
};

/** Deals by name, with some of their cells. */
function cells(host: Host, ...headers: readonly string[]) {
  return Object.fromEntries(
    rowsOf(host, 'Deals').map((row) => [row.Deal, headers.map((header) => row[header])]),
  );
}

test('the same file imported again doubles nothing and has nothing to change', () => {
  const host = aPipeline();
  expect(bringIn(host, [ASH, BEECH])).toMatchObject({ deals: 2, entries: 2, known: [] });
  const before = [rowsOf(host, 'Deals'), rowsOf(host, 'Ledger')];
  const again = bringIn(host, [ASH, BEECH]);
  expect(again).toMatchObject({ deals: 0, entries: 0 });
  expect(again.known.map(({ name, changes }) => [name, changes])).toEqual([
    ['Ash', []],
    ['Beech', []],
  ]);
  expect([rowsOf(host, 'Deals'), rowsOf(host, 'Ledger')]).toEqual(before);
});

test.each(['keep', 'from-data'] as const)(
  'a row that is rejected adds no stage, those that come in do (stages: %s)',
  (stages) => {
    const host = aPipeline();
    const birch = { ...ASH, ID: 'C1', Deal: 'Birch', Stage: 'Crane booking' };
    const cedar = { ...ASH, ID: 'D1', Deal: 'Cedar', Stage: 'Soil survey', Created: '2026-02-30' };
    const [slice] = slicesOf(host, [ASH, birch, cedar], stages);
    expect(slice?.rejects.map(({ line }) => line)).toEqual([4]);
    bringIn(host, [ASH, birch, cedar], { stages });
    const names = rowsOf(host, 'Stages').map(({ Stage }) => Stage);
    expect(names).toEqual(expect.arrayContaining(['Qualification', 'Crane booking']));
    expect(names).not.toContain('Soil survey');
    expect(cells(host, 'Stage')).toMatchObject({
      Ash: ['Qualification'],
      Birch: ['Crane booking'],
    });
  },
);

test.each([false, true])(
  'an import that was stopped before its rows is finished by importing again, once (swept between: %s)',
  (isSwept) => {
    const lines = [ASH, { ...BEECH, Stage: 'Needs analysis' }];
    const start = aPipeline();
    const [slice] = slicesOf(start, lines);
    const request = { setUp: slice?.setUp, deals: slice?.deals, gates: 'trust' };
    const gesture = { call: 'importDeals', args: [JSON.stringify(request)] };
    const text = saved(start);
    const calls = loaded(text).gesture(gesture).executions[0]?.callCount ?? 0;
    let halves = 0;
    for (let stopAt = calls - 40; stopAt <= calls; stopAt++) {
      const host = loaded(text);
      host.gesture({ ...gesture, stopAt, keep: 'half' });
      const isHalf = rowsOf(host, 'Ledger').length > 0 && dealRows(host).length === 0;
      if (isHalf) halves += 1;
      if (isSwept) returned(host.menu(OWNER, 'sweep'));
      returned(host.call(OWNER, 'importDeals', gesture.args));
      expect(cells(host, 'Stage', 'Amount', 'Accepted stage')).toEqual({
        Ash: ['Qualification', 1000, 'Qualification'],
        Beech: ['Needs analysis', 500, 'Needs analysis'],
      });
      const wasGone =
        isHalf && isSwept
          ? ['deleted: Qualification -> ', 'undone: Qualification -> Qualification']
          : [];
      expect(lifeOf(host, 'Ash')).toEqual(['created: Qualification', ...wasGone]);
      const settled = everything(host);
      returned(host.menu(OWNER, 'sweep'));
      expect(everything(host)).toEqual(settled);
    }
    expect(halves).toBeGreaterThan(0);
  },
);

test('a file that says otherwise lists each cell, and changes none of them by itself', () => {
  const host = aPipeline();
  bringIn(host, [ASH, BEECH]);
  const { known } = bringIn(host, [
    { ...ASH, Amount: '1,250', 'Team note': 'call first', Stage: 'Needs analysis' },
    { ...BEECH, Amount: '500.00', Deal: '' },
  ]);
  expect(known.map(({ name, changes }) => [name, changes.map(Object.values)])).toEqual([
    [
      'Ash',
      [
        ['own:Team note', 'Team note', '', 'call first'],
        ['amount', 'Amount', '1000', '1250'],
        ['stage', 'Stage', 'Qualification', 'Needs analysis'],
      ],
    ],
    // A cell that the file leaves empty says nothing, and 500.00 is 500.
    ['Beech', []],
  ]);
  expect(cells(host, 'Amount', 'Stage')).toEqual({
    Ash: [1000, 'Qualification'],
    Beech: [500, 'Qualification'],
  });
});

test('accepted changes are typed like facts: a stage is judged, and a held deal takes the rest', () => {
  const host = aPipeline();
  bringIn(host, [ASH, { ...BEECH, 'Need confirmed': '' }]);
  const reply = ask(host, 'changeDeals', {
    deals: [
      { id: 'A1', cells: { stage: 'Needs analysis', amount: 1250, 'own:Team note': 'call first' } },
      { id: 'B1', cells: { stage: 'Needs analysis', amount: 750 } },
      { id: 'gone', cells: { amount: 1 } },
    ],
  }) as Reply<'changeDeals'>;
  expect(reply.results.map(({ id, outcome }) => [id, outcome])).toEqual([
    ['A1', 'moved'],
    ['B1', 'held'],
    ['gone', 'gone'],
  ]);
  expect(reply.results[1]?.message).toMatch(/Need confirmed/);
  expect(cells(host, 'Stage', 'Amount', 'Team note')).toEqual({
    Ash: ['Needs analysis', 1250, 'call first'],
    Beech: ['Qualification', 750, ''],
  });
  const told = rowsOf(host, 'Ledger').slice(2);
  expect(told.map((line) => [line['Deal ID'] ?? line.Deal, line.What ?? line.Kind])).toEqual([
    ['A1', 'moved'],
    ['B1', 'changed'],
    ['B1', 'held'],
  ]);
  const count = rowsOf(host, 'Ledger').length;
  returned(host.menu(OWNER, 'sweep'));
  expect(rowsOf(host, 'Ledger').length).toBe(count);
});

test('of two deals with one identifier in one call the second is not written', () => {
  const host = aPipeline();
  const [slice] = slicesOf(host, [ASH]);
  const twice = [...(slice?.deals ?? []), ...(slice?.deals ?? [])];
  const request = { setUp: slice?.setUp, deals: twice, gates: 'trust' };
  expect(ask(host, 'importDeals', request)).toMatchObject({ deals: 1, known: [{ id: 'A1' }] });
  expect(rowsOf(host, 'Deals').length).toBe(1);
});

type Sent = Request<'importDeals'>['deals'][number];
const step = (more: Partial<Sent['steps'][number]>) => ({
  kind: 'created' as const,
  from: '',
  to: 'qualification',
  at: '2026-01-05T00:00:00',
  how: 'import' as const,
  by: '',
  ...more,
});

test.each<{ what: string; steps: Sent['steps'] }>`
  what                                 | steps
  ${'that is not created first'}       | ${[step({ kind: 'moved' })]}
  ${'that goes on from another stage'} | ${[step({}), step({ kind: 'moved', from: 'proposal', to: 'won' })]}
  ${'in a stage that nobody knows'}    | ${[step({ to: 'no-such-stage' })]}
  ${'that lies in the future'}         | ${[step({ at: '2026-02-03T00:00:00' })]}
  ${'that runs backwards'}             | ${[step({}), step({ kind: 'moved', from: 'qualification', to: 'proposal', at: '2026-01-01T00:00:00' })]}
  ${'created twice'}                   | ${[step({}), step({ from: 'qualification' })]}
  ${'without a day'}                   | ${[step({ at: 'yesterday' })]}
  ${'without steps'}                   | ${[]}
`('a life $what is refused, and nothing is written', ({ steps }) => {
  const host = aPipeline();
  const stages = (ask(host, 'importTarget', {}) as Reply<'importTarget'>).stages;
  const request = {
    setUp: { stages, replacesStages: false, own: [] },
    deals: [{ id: 'X', line: 2, cells: { deal: 'X' }, steps, openAmount: null }],
    gates: 'trust',
  };
  expect(ask(host, 'importDeals', request) as Answer).toMatchObject({
    ok: false,
    code: 'badRequest',
  });
  expect(rowsOf(host, 'Deals')).toEqual([]);
});

test('a stage that the workbook lacks is added at its place, not at the end', () => {
  const host = aPipeline();
  const before = rowsOf(host, 'Stages').map((row) => row.Stage);
  bringIn(host, [{ ...ASH, Stage: 'Prospecting' }]);
  expect(rowsOf(host, 'Stages').map((row) => row.Stage)).toEqual(['Prospecting', ...before]);
  expect(cells(host, 'Stage')).toEqual({ Ash: ['Prospecting'] });
});

test('under strict gates a deal comes in where its facts let it stand, and what the file says is kept', () => {
  const host = aPipeline();
  bringIn(
    host,
    [
      { ...ASH, Stage: 'Proposal' },
      { ...BEECH, Stage: 'Proposal', Customer: '' },
    ],
    {
      gates: 'strict',
    },
  );
  expect(cells(host, 'Stage')).toEqual({ Ash: ['Needs analysis'], Beech: ['Qualification'] });
  const held = rowsOf(host, 'Ledger').filter((line) => Object.values(line).includes('held'));
  expect(held.length).toBe(2);
});

test('stages from a file leave no start in a stage that is no more', () => {
  const host = setUp();
  const settings = rowsOf(host, 'Settings');
  const row = settings.findIndex((line) => Object.values(line).includes('startIn')) + 2;
  const write = { tab: 'Settings', range: `B${row}`, values: [['Qualification']] };
  host.gesture({ edit: write });
  bringIn(host, [ASH, { ...BEECH, Stage: 'Discovery' }], { stages: 'from-data' });
  expect(Object.values(rowsOf(host, 'Settings')[row - 2] ?? {})[1]).toBe('Qualification');
  const other = setUp();
  other.gesture({ edit: write });
  bringIn(other, [{ ...ASH, Stage: 'Discovery' }], { stages: 'from-data' });
  expect(Object.values(rowsOf(other, 'Settings')[row - 2] ?? {})[1]).toBe('');
});

test('stages from a file never take the place of stages that deals stand in', () => {
  const host = setUp({ stages: 'from-data' });
  const labels = () => rowsOf(host, 'Stages').map((row) => row.Stage);
  bringIn(
    host,
    [
      { ...ASH, Stage: 'Demo' },
      { ...BEECH, Stage: 'Contract' },
    ],
    { stages: 'from-data' },
  );
  expect(labels()).toEqual(['Demo', 'Contract', 'Won', 'Lost', 'Nurture']);
  bringIn(host, [{ ...ASH, ID: 'C1', Stage: 'Proposal' }], { stages: 'from-data' });
  expect(labels()).toEqual(expect.arrayContaining(['Demo', 'Contract', 'Proposal']));
  expect(rowsOf(host, 'Deals').map((row) => row.Stage)).toEqual(['Demo', 'Contract', 'Proposal']);
});

test('a deal that has moved to the archive is not brought in again by its old file', () => {
  const host = aPipeline();
  sets(host, 'Payment plan', '');
  const closed = { ...ASH, Stage: 'Closed lost', 'Lost reason': 'Price' };
  bringIn(host, [closed, BEECH]);
  sets(host, 'Archive closed deals after days', '365');
  const later = onDay(host, '2027-06-01');
  works(later);
  expect(rowsOf(later, 'Archive').map(({ Deal }) => Deal)).toEqual(['Ash']);
  const { deals, known } = bringIn(later, [closed, BEECH]);
  expect({ deals, changes: known.flatMap(({ changes }) => changes) }).toEqual({
    deals: 0,
    changes: [],
  });
  expect(filled(later, 'Deals').map(({ Deal }) => Deal)).toEqual(['Beech']);
});

test('who inserts a row while a file is brought in loses no deal', () => {
  const start = aPipeline();
  bringIn(start, [{ ...ASH, ID: 'W1', Deal: 'Weir' }]);
  const text = saved(start);
  const [slice] = slicesOf(start, [ASH]);
  const request = JSON.stringify({ ...slice, gates: 'trust' });
  const calls = loaded(text).call(OWNER, 'importDeals', [request]).callCount;
  const weir = idOf(start, 'Weir');
  for (let call = calls - 45; call <= calls; call++) {
    const host = loaded(text);
    const inserts = { insertRows: { tab: 'Deals', at: 2, count: 1 } };
    host.gesture({ call: 'importDeals', args: [request], during: { call, do: inserts } });
    sweeps(host);
    const rows = dealRows(host).map(({ Deal, ID }) => [Deal, ID]);
    expect({ call, rows: rows.sort() }).toEqual({
      call,
      rows: [
        ['Ash', 'A1'],
        ['Weir', weir],
      ],
    });
  }
});

test.each<{ rows: number; file: number; next: string }>`
  rows | file | next
  ${1} | ${1} | ${'Call them'}
  ${1} | ${2} | ${'Call them'}
  ${2} | ${1} | ${'Call them'}
  ${2} | ${2} | ${'Call them'}
  ${3} | ${2} | ${'Call them'}
  ${3} | ${1} | ${'Call them'}
  ${3} | ${2} | ${'="row "&ROW()'}
`(
  'who inserts $rows rows while a file of $file is brought in loses no deal, and no row that nobody has looked at, whose next step is $next',
  ({ rows, file, next }) => {
    const start = aPipeline();
    bringIn(start, [
      { ...ASH, ID: 'W1', Deal: 'Weir' },
      { ...ASH, ID: 'D1', Deal: 'Dam' },
    ]);
    for (const [header, cell] of Object.entries({ Deal: 'Pump', 'Next step': next })) {
      does(start, { apiWrite: { tab: 'Deals', range: at(start, header, 4), values: [[cell]] } });
    }
    const text = saved(start);
    const [slice] = slicesOf(start, [ASH, BEECH].slice(0, file));
    const request = JSON.stringify({ ...slice, gates: 'trust' });
    const calls = loaded(text).call(OWNER, 'importDeals', [request]).callCount;
    const inserts = { insertRows: { tab: 'Deals', at: 2, count: rows } };
    for (let call = calls - 20; call <= calls; call++) {
      const host = loaded(text);
      host.gesture({ call: 'importDeals', args: [request], during: { call, do: inserts } });
      sweeps(host);
      const names = dealRows(host).map(({ Deal }) => Deal);
      const there = ['Ash', ...(file === 2 ? ['Beech'] : []), 'Dam', 'Pump', 'Weir'];
      expect({ call, names: names.sort() }).toEqual({ call, names: there });
      const lives = filled(host, 'Ledger').map(({ Kind }) => Kind);
      expect({ call, lives: lives.filter((kind) => kind === 'deleted') }).toEqual({
        call,
        lives: [],
      });
    }
  },
);
