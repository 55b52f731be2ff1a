import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { takenReject } from '../../../src/sheet/importing/readDeals';
import { aStage, bringIn, lifeOf, table } from './bringIn';

function rejectsOf(found: Pick<ReturnType<typeof bringIn>, 'rejects'>) {
  return found.rejects.map(({ file, line, column, reason }) => [
    file,
    line,
    column,
    reason.split(':')[0],
  ]);
}

const head = 'ID,Stage,Created,Amount\n';

test.each([
  ['A,Demo,2026-02-30,5', 'Created', '"2026-02-30" is not a date that can be read'],
  ['A,Demo,next week,5', 'Created', '"next week" is not a date that can be read'],
  ['A,Demo,2026-01-01,lots', 'Amount', '"lots" is not an amount that can be read'],
  ['A,,2026-01-01,5', 'Stage', 'The row says no stage'],
  ['A,n/a,2026-01-01,5', 'Stage', 'The row says no stage'],
  ['A,Demo,2027-01-01,5', 'Created', 'Created on 2027-01-01, after 2026-06-30'],
  ['B,Demo,2026-01-01,5', 'ID', 'B is on line 2 already'],
])('the row %s is rejected with its column and reason', (row, column, reason) => {
  const found = bringIn({
    deals: `${head}B,Demo,2026-01-01,1\nC,Demo,2026-01-02,2\nE,Won,2026-01-03,2\nF,Won,2026-01-03,2\n${row}\n`,
  });
  expect(found.deals.map(({ id }) => id)).toEqual(['B', 'C', 'E', 'F']);
  expect(rejectsOf(found)).toEqual([['deals.csv', 6, column, reason]]);
  expect(found.rejects[0]?.row).toEqual(row.split(','));
});

test('a deal that the workbook has already is not brought in twice', () => {
  const deals = `${head}A,Demo,2026-01-01,1\nB,Demo,2026-01-01,1\n`;
  const { plan } = bringIn({ deals });
  const file = table(deals, 'deals.csv');
  const rejects = [takenReject(plan, file, { id: 'A', line: 2 }, 'en')];
  expect(rejectsOf({ rejects })).toEqual([['deals.csv', 2, 'ID', 'A is in the workbook already']]);
  expect(rejects[0]?.row).toEqual(['A', 'Demo', '2026-01-01', '1']);
});

test('history rows that cannot be read are rejected one by one', () => {
  const found = bringIn({
    deals: 'ID,Stage,Created\nA,Demo,2026-01-01\nB,Demo,someday\n',
    history:
      'ID,Stage,Entered,Note\nA,Lead,2026-01-01,\nA,Demo,2026-01-05,\nA,Demo,2026-01-06,again\n,Lead,2026-01-01,\n' +
      'X,Lead,2026-01-01,\nB,Lead,2026-01-01,\nA,Lead,,\nA,Lead,yesterday,\nA,,2026-01-07,\nA,Won,2026-12-31,\n',
  });
  expect(rejectsOf(found)).toEqual([
    ['deals.csv', 3, 'Created', '"someday" is not a date that can be read'],
    ['history.csv', 5, 'ID', 'The row names no deal'],
    ['history.csv', 6, 'ID', 'No deal of the deals file is called X'],
    ['history.csv', 7, 'ID', 'The deal B itself could not be brought in'],
    ['history.csv', 8, 'Entered', 'The row does not say when'],
    ['history.csv', 9, 'Entered', '"yesterday" is not a date that can be read'],
    ['history.csv', 10, 'Stage', 'The row says no stage'],
    ['history.csv', 11, 'Entered', '2026-12-31 is after 2026-06-30'],
    ['history.csv', 4, 'Stage', 'The deal was in Demo already, so nothing moved'],
  ]);
  expect(found.deals[0]?.entries.length).toBe(2);
});

test('a line of totals is no deal, with or without a history', () => {
  const deals = 'ID,Stage,Amount\nA,Demo,1\nB,Demo,2\nTotal,,3\n';
  const history = 'ID,Stage,Entered\nA,Lead,2026-01-01\nB,Lead,2026-01-02\n';
  for (const found of [bringIn({ deals }), bringIn({ deals, history })]) {
    expect(found.deals.map(({ id }) => id)).toEqual(['A', 'B']);
    expect(rejectsOf(found)).toEqual([['deals.csv', 4, 'Stage', 'The row says no stage']]);
  }
});

test('reasons are given in the workbook’s language', () => {
  const found = bringIn({
    deals: '编号,阶段,金额\nA,方案,许多\nB,方案,5\nC,方案,6\n',
    language: 'zh',
  });
  expect(found.rejects[0]).toMatchObject({
    line: 2,
    column: '金额',
    reason: '无法识别金额“许多”：请写成 1234.50 这样的数字。',
  });
});

test('no row vanishes: each is a deal or a reject', () => {
  const cell = fc.constantFrom(
    'A',
    'B',
    '',
    'n/a',
    'Won',
    'Demo',
    '2026-01-05',
    '31/12/2025',
    '5',
    '1.234,5',
    '__proto__',
    'constructor',
    '<b>',
    '万',
  );
  const row = fc.tuple(cell, cell, cell, cell, cell);
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 12 }),
      fc.array(row, { maxLength: 12 }),
      (deals, history) => {
        const csv = (headers: string, rows: readonly (readonly string[])[]) =>
          `${headers}\n${rows.map((r) => r.map((c) => `"${c}"`).join(',')).join('\n')}\n`;
        const filled = (rows: readonly (readonly string[])[]) =>
          rows.filter((r) => r.some((c) => c !== '')).length;
        const found = bringIn({
          deals: csv('ID,Stage,Created,Amount,Owner', deals),
          history: csv('ID,Stage,Entered,From,By', history),
        });
        const rejected = found.rejects.filter(({ file }) => file === 'deals.csv').length;
        expect(found.deals.length + rejected).toBe(filled(deals));
      },
    ),
  );
});

const strictStages = [
  aStage('Lead'),
  aStage('Demo'),
  aStage('Proposal'),
  aStage('Won', 'won'),
  aStage('Lost', 'lost'),
];

test('under strict gates a deal comes in at the furthest stage that it qualifies for, and what was asked is kept', () => {
  const found = bringIn({
    deals:
      'ID,Stage,Created,Date entered Demo,Date entered Proposal\n1,Proposal,2026-01-01,2026-01-05,2026-01-09\n2,Demo,2026-01-01,2026-01-05,\n',
    workbook: strictStages,
    furthest: (asked) => (asked === 'proposal' ? 'demo' : asked),
  });
  expect(found.deals.map(({ stage }) => stage)).toEqual(['demo', 'demo']);
  expect(lifeOf(found, found.deals[0])).toEqual([
    'created Lead 2026-01-01',
    'moved Lead > Demo 2026-01-05',
    'held Demo > Proposal 2026-01-09',
  ]);
});
