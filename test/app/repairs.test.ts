import { expect, test } from '@jest/globals';
import type { Outcome } from '../../preview/google/gestures/gesture';
import { rowsOf } from '../support/standIn';
import {
  aPipeline,
  at,
  blockOf,
  dealNamed,
  dealRows,
  does,
  everything,
  lifeOf,
  loaded,
  newDeal,
  QUALIFIED,
  saved,
  sweeps,
  types,
} from './desk';
import { fillsIn } from './rules';

type Host = ReturnType<typeof aPipeline>;

/** Chooses the menu item and answers its question; `null` cancels. */
function repairs(host: Host, declined: string | null = ''): Outcome {
  const answer = declined === null ? { button: 'CANCEL' } : { text: declined };
  return does(host, { menu: 'repairWorkbook', answers: [answer] } as never);
}

/** The numbered lines of the question. */
function offered({ alerts }: Outcome): readonly string[] {
  return (alerts[0]?.message ?? '').split('\n').filter((line) => /^\d+\. /.test(line));
}

function problems(host: Host): readonly unknown[] {
  does(host, { menu: 'refreshReports' });
  return blockOf(host, 'Health', 'problems').map(({ problem }) => problem);
}

test('where nothing can be repaired, nothing is asked and nothing changes', () => {
  const host = aPipeline();
  newDeal(host, 'Mill');
  const before = everything(host);
  const { alerts } = does(host, { menu: 'repairWorkbook' });
  expect(alerts[0]?.message).toContain('nothing that can be repaired');
  expect(everything(host)).toEqual(before);
});

test('a date and an amount that can be guessed are read as offered, and the ledger says repair', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', { Amount: 'about 12k', 'Close date': '3/5/2026 or so' });
  expect(offered(repairs(host, null))).toEqual([
    `1. ${at(host, 'Amount', 2)}: read "about 12k" as 12000`,
    `2. ${at(host, 'Close date', 2)}: read "3/5/2026 or so" as 2026-03-05`,
  ]);
  expect(dealNamed(host, 'Mill').Amount).toBe('about 12k');
  repairs(host);
  expect(dealNamed(host, 'Mill')).toMatchObject({ Amount: 12000, 'Close date': '2026-03-05' });
  expect(rowsOf(host, 'Ledger').at(-1)).toMatchObject({
    Kind: 'changed',
    How: 'repair',
    Amount: 12000,
    'Close date': '2026-03-05',
  });
  const before = everything(host);
  expect(offered(repairs(host))).toEqual([]);
  expect(everything(host)).toEqual(before);
});

test('a repair that the person leaves out is not done', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', { Amount: 'about 12k', 'Close date': '3/5/2026 or so' });
  repairs(host, '1');
  expect(dealNamed(host, 'Mill')).toMatchObject({
    Amount: 'about 12k',
    'Close date': '2026-03-05',
  });
});

test('what somebody types into a cell while it is being repaired stays', () => {
  const start = aPipeline();
  newDeal(start, 'Mill', { Amount: 'about 12k', 'Close date': '3/5/2026 or so' });
  const text = saved(start);
  const edit = { tab: 'Deals', range: at(start, 'Amount', 2), values: [['777']] };
  const menu = { menu: 'repairWorkbook', answers: [{ text: '' }] } as const;
  const isLocking = (stopAt: number) =>
    loaded(text)
      .gesture({ ...menu, stopAt })
      .executions[0]?.stopped?.includes('tryLock') === true;
  let locking = 40;
  while (!isLocking(locking)) locking += 1;
  for (const later of [10, 30, 60]) {
    const host = loaded(text);
    host.gesture({ ...menu, during: { call: locking + later, do: { edit } } });
    expect(dealNamed(host, 'Mill')).toMatchObject({ Amount: 777, 'Close date': '2026-03-05' });
  }
});

test.each([
  {
    what: 'inserts a row',
    rows: { insertRows: { tab: 'Deals', at: 2, count: 1 } },
    names: ['Mill', 'Dam'],
  },
  {
    what: 'deletes the row above',
    rows: { deleteRows: { tab: 'Deals', at: 2, count: 1 } },
    names: ['Dam'],
  },
])(
  'who $what while cells are repaired finds no repaired cell beside another deal',
  ({ rows, names }) => {
    const start = aPipeline();
    newDeal(start, 'Mill', { Amount: 500 });
    newDeal(start, 'Dam', { Amount: 'about 12k' });
    newDeal(start, 'Weir', { Amount: 'about 7k', 'Close date': '3/5/2026 or so' });
    const text = saved(start);
    const menu = { menu: 'repairWorkbook', answers: [{ text: '' }] } as const;
    const calls = loaded(text).gesture(menu).executions[0]?.callCount ?? 0;
    for (let call = Math.floor(calls * 0.26); call <= calls * 0.285; call++) {
      const host = loaded(text);
      host.gesture({ ...menu, during: { call, do: rows } });
      sweeps(host);
      does(host, menu);
      const mended = [
        ...(names.includes('Mill') ? ['Mill: 500, '] : []),
        'Dam: 12000, ',
        'Weir: 7000, 2026-03-05',
      ];
      const found = dealRows(host).map(
        (deal) => `${deal.Deal}: ${deal.Amount}, ${deal['Close date']}`,
      );
      expect({ call, found }).toEqual({ call, found: mended });
    }
  },
);

test('twenty amounts that stand under one another are repaired in as many writes as five', () => {
  const writes = [5, 20].map((deals) => {
    const host = aPipeline();
    for (let i = 1; i <= deals; i++) newDeal(host, `Deal ${i}`, { Amount: `about ${i}k` });
    const { calls } = repairs(host);
    expect(dealRows(host).map(({ Amount }) => Amount)).toEqual(
      Array.from({ length: deals }, (_, i) => (i + 1) * 1_000),
    );
    return calls.write;
  });
  expect(writes[1]).toBe(writes[0]);
});

test('an answer that names no repair changes nothing', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', { Amount: 'about 12k' });
  const before = everything(host);
  const { alerts } = repairs(host, 'all but the first');
  expect(alerts.at(-1)?.message).toContain('does not name numbers of the list');
  expect(everything(host)).toEqual(before);
});

test('an owner with a slip of the fingers becomes the member, a stranger joins the Team', () => {
  const host = aPipeline();
  does(host, {
    edit: { tab: 'Team', range: 'A3:C3', values: [['Annika', 'annika@example.com', 'Rep']] },
  });
  newDeal(host, 'Mill', { Owner: 'Anika' });
  newDeal(host, 'Dam', { Owner: 'Zoe Winter' });
  expect(offered(repairs(host))).toEqual([
    `1. ${at(host, 'Owner', 2)}: change the owner "Anika" to Annika`,
    '2. Add "Zoe Winter" to the Team as a rep',
  ]);
  expect(dealNamed(host, 'Mill').Owner).toBe('Annika');
  expect(rowsOf(host, 'Team').map(({ Name }) => Name)).toEqual(['owner', 'Annika', 'Zoe Winter']);
  expect(problems(host).filter((text) => String(text).includes('not on the Team'))).toEqual([]);
});

test('where people have moved columns of the Team, a stranger joins it under the right headings', () => {
  const host = aPipeline();
  fillsIn(host, 'Team', 3, [['Ann', 'ann@example.com', 'Rep']]);
  does(host, { moveColumn: { tab: 'Team', from: 1, to: 4 } });
  newDeal(host, 'Dam', { Owner: 'Zoe Winter' });
  repairs(host);
  expect(rowsOf(host, 'Team').at(-1)).toMatchObject({ Name: 'Zoe Winter', Role: 'Rep' });
});

test('the column that a criterion asks for is added before the program’s block, with its tick boxes', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED);
  const row = rowsOf(host, 'Gates').length + 2;
  const values = [['Needs analysis', 'Entering', 'Site visited', 'is ticked']];
  does(host, { edit: { tab: 'Gates', range: `A${row}:D${row}`, values } });
  expect(rowsOf(host, 'Gates').at(-1)?.Check).toContain('Deals has no column "Site visited"');
  types(host, 'Mill', { Stage: 'Needs analysis' });
  expect(dealNamed(host, 'Mill').Stage).toBe('Needs analysis');
  types(host, 'Mill', { Stage: 'Qualification' });
  expect(offered(repairs(host))).toEqual([
    '1. Add the column "Site visited" to Deals, which a criterion asks for',
  ]);
  const deals = host.names().tab('Deals');
  const { column } = host.names().column(deals, 'Site visited');
  expect(column + 1).toBe(host.names().column(deals, 'Gate').column);
  expect(deals.validations.reader(column)?.(2)).toMatchObject({ criteria: 'CHECKBOX' });
  types(host, 'Mill', { Stage: 'Needs analysis' });
  expect(dealNamed(host, 'Mill').Gate).toBe('Not moved to Needs analysis: Tick Site visited');
  expect(rowsOf(host, 'Gates').at(-1)?.Check).toBe('');
});

test('rows that another program changed are brought in line with the ledger', () => {
  const host = aPipeline();
  newDeal(host, 'Mill');
  newDeal(host, 'Dam');
  does(host, { apiWrite: { tab: 'Deals', range: at(host, 'Stage', 2), values: [['Closed won']] } });
  does(host, { apiWrite: { tab: 'Deals', range: at(host, 'ID', 3), values: [['']] } });
  expect(offered(repairs(host))).toEqual(['1. Bring 2 rows of Deals in line with the Ledger']);
  expect(dealRows(host).map(({ Stage }) => Stage)).toEqual(['Qualification', 'Qualification']);
  expect(lifeOf(host, 'Dam')).toEqual(['created: Qualification']);
  expect(offered(repairs(host))).toEqual([]);
});

test('entries that were changed by hand are accepted as they stand, and the ledger says that they were', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', { Amount: 100 });
  newDeal(host, 'Dam');
  const amount = 'J3';
  expect(rowsOf(host, 'Ledger')[1]?.Amount).toBe(100);
  does(host, { apiWrite: { tab: 'Ledger', range: amount, values: [[900]] } });
  sweeps(host);
  expect(problems(host)).toContain('The entry 2 was changed by hand, or one before it is gone');
  expect(offered(repairs(host))).toContain(
    '1. Accept as now written: 1 changed entry of the Ledger',
  );
  expect(problems(host)).toEqual([]);
  expect(rowsOf(host, 'Ledger').filter(({ Kind }) => Kind === 'configured')).toMatchObject([
    { How: 'repair', Reason: 'Accepted as now written: 1 entry of the ledger' },
  ]);
  newDeal(host, 'Lake');
  expect(problems(host)).toEqual([]);
});

test('the list of stages comes back to a Stage column that lost it', () => {
  const host = aPipeline();
  newDeal(host, 'Mill');
  const deals = host.names().tab('Deals');
  const { column } = host.names().column(deals, 'Stage');
  deals.validations.fill({ row: 2, column, rows: deals.maxRows - 1, columns: 1 }, undefined);
  expect(offered(repairs(host))).toEqual([
    `1. ${at(host, 'Stage', 2)} and below: offer the list of stages again`,
  ]);
  expect(deals.validations.reader(column)?.(2)).toBeDefined();
});

test('a missing standard column comes back, and the deals keep what the ledger knows', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED, 'Needs analysis');
  const deals = host.names().tab('Deals');
  const { column } = host.names().column(deals, 'Days in stage');
  does(host, { deleteColumns: { tab: 'Deals', at: column, count: 1 } });
  expect(offered(repairs(host))[0]).toBe('1. Add the 1 missing column');
  expect(dealNamed(host, 'Mill')).toMatchObject({ Stage: 'Needs analysis', 'Days in stage': 0 });
  expect(offered(repairs(host))).toEqual([]);
});
