import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Fact } from '../../src/domain/fact';
import type { Cell } from '../../src/sheet/cell';
import {
  dealCells,
  type ProgramBlock,
  programRow,
  readDeal,
  readDeals,
  readProgram,
} from '../../src/sheet/dealsTab';
import { EMPTY_MEMO } from '../../src/sheet/memo';
import { threeStages } from '../support/deals';
import { aDay, aMemo } from './arbitraries';
import { headerRow, headersOf, problemList, tabOf } from './tabs';

const EUROS = { currency: 'EUR', pipeline: threeStages };

function dealOf(cells: Readonly<Record<string, Cell>>, context = EUROS) {
  const grid = tabOf('deals', [cells]);
  return readDeal(headersOf('deals', grid), grid[1] ?? [], 2, context);
}

/** What is wrong in the row, by the header of the cell. */
function problemsOf(cells: Readonly<Record<string, Cell>>): readonly string[] {
  const header = headerRow('deals');
  return dealOf(cells).problems.map(({ column, code }) => `${header[column - 1]}: ${code}`);
}

const number = (value: number): Fact => ({ kind: 'number', number: value });
const day = (value: string): Fact => ({ kind: 'day', day: value });
const text = (value: string): Fact => ({ kind: 'text', text: value });
const unreadable = (typed: string): Fact => ({ kind: 'unreadable', typed });

test.each<{ header: string; field: 'amount'; cell: Cell; fact: Fact }>`
  header          | field          | cell                               | fact
  ${'Amount'}     | ${'amount'}    | ${12000}                           | ${number(12000)}
  ${'Amount'}     | ${'amount'}    | ${'12,000'}                        | ${number(12000)}
  ${'Amount'}     | ${'amount'}    | ${'¥12,000'}                       | ${number(12000)}
  ${'Amount'}     | ${'amount'}    | ${'12万'}                          | ${number(120000)}
  ${'Amount'}     | ${'amount'}    | ${'about 12'}                      | ${unreadable('about 12')}
  ${'Amount'}     | ${'amount'}    | ${1e13}                            | ${unreadable('10000000000000')}
  ${'Amount'}     | ${'amount'}    | ${true}                            | ${unreadable('TRUE')}
  ${'Amount'}     | ${'amount'}    | ${''}                              | ${null}
  ${'Close date'} | ${'closeDate'} | ${{ date: '2026-03-05' }}          | ${day('2026-03-05')}
  ${'Close date'} | ${'closeDate'} | ${{ date: '2026-03-05T23:59:00' }} | ${day('2026-03-05')}
  ${'Close date'} | ${'closeDate'} | ${'2026年3月5日'}                  | ${day('2026-03-05')}
  ${'Close date'} | ${'closeDate'} | ${46086}                           | ${day('2026-03-05')}
  ${'Close date'} | ${'closeDate'} | ${'3/5/2026'}                      | ${unreadable('3/5/2026')}
  ${'Close date'} | ${'closeDate'} | ${'#REF!'}                         | ${unreadable('#REF!')}
  ${'Win chance'} | ${'winChance'} | ${0.3}                             | ${number(0.3)}
  ${'Win chance'} | ${'winChance'} | ${30}                              | ${number(0.3)}
  ${'Win chance'} | ${'winChance'} | ${'30%'}                           | ${number(0.3)}
  ${'Win chance'} | ${'winChance'} | ${'0.5%'}                          | ${number(0.005)}
  ${'Win chance'} | ${'winChance'} | ${0}                               | ${number(0)}
  ${'Win chance'} | ${'winChance'} | ${1}                               | ${number(1)}
  ${'Win chance'} | ${'winChance'} | ${101}                             | ${unreadable('101')}
  ${'Deal'}       | ${'deal'}      | ${' Roof '}                        | ${text('Roof')}
  ${'Deal'}       | ${'deal'}      | ${'   '}                           | ${null}
  ${'Phone'}      | ${'phone'}     | ${4930123}                         | ${text('4930123')}
`('$cell in $header is $fact', ({ header, field, cell, fact }) => {
  expect(dealOf({ [header]: cell }).facts(field)).toEqual(fact);
});

test.each<{ cell: Cell; fact: Fact }>`
  cell                      | fact
  ${true}                   | ${{ kind: 'tick', ticked: true }}
  ${false}                  | ${{ kind: 'tick', ticked: false }}
  ${7}                      | ${number(7)}
  ${{ date: '2026-03-05' }} | ${day('2026-03-05')}
  ${'2026-03-05'}           | ${day('2026-03-05')}
  ${'12,000'}               | ${text('12,000')}
  ${'#N/A'}                 | ${unreadable('#N/A')}
  ${''}                     | ${null}
`("$cell in one of the team's own columns is $fact", ({ cell, fact }) => {
  expect(dealOf({ Pain: cell }).facts('own:Pain')).toEqual(fact);
});

test('a column that is not there holds nothing', () => {
  expect(dealOf({ Deal: 'Roof' }).facts('own:Colour')).toBeNull();
});

test('tracked fields are as the ledger carries them: minor units, days, shares', () => {
  const { tracked } = dealOf({
    Owner: ' Ann ',
    Amount: 1234.56,
    'Close date': { date: '2026-03-05' },
    'Next step': 'Call',
    'Next step date': '2026-03-01',
    Category: 'best CASE',
    'Win chance': '40%',
  });
  expect(tracked).toEqual({
    owner: 'Ann',
    amount: 123456,
    currency: 'EUR',
    closeDate: '2026-03-05',
    nextStep: 'Call',
    nextStepDate: '2026-03-01',
    category: 'bestCase',
    winChance: 0.4,
  });
});

test.each<{ amount: Cell; currency: Cell; minor: number | null; code: string }>`
  amount        | currency | minor     | code
  ${1234.56}    | ${''}    | ${123456} | ${'EUR'}
  ${'$1234.56'} | ${''}    | ${123456} | ${'USD'}
  ${1234.56}    | ${'jpy'} | ${1235}   | ${'JPY'}
  ${1.5}        | ${'KWD'} | ${1500}   | ${'KWD'}
  ${'12万'}     | ${'元'}  | ${12e6}   | ${'CNY'}
  ${''}         | ${'USD'} | ${null}   | ${'USD'}
  ${0}          | ${''}    | ${0}      | ${'EUR'}
  ${-20}        | ${''}    | ${-2000}  | ${'EUR'}
`('an amount of $amount in $currency is $minor of $code', ({ amount, currency, minor, code }) => {
  const { tracked } = dealOf({ Amount: amount, Currency: currency });
  expect([tracked.amount, tracked.currency]).toEqual([minor, code]);
});

test('every cell that cannot be read is a problem beside it, and the rest of the row counts', () => {
  const cells = {
    Deal: 'Roof',
    Owner: '#N/A',
    Amount: 'lots',
    Currency: 'Taler',
    Stage: 'Dreaming',
    'Close date': 'soon',
    'Win chance': 'high',
    Category: 'Sure',
    'Revisit on': 'later',
  };
  expect([...problemsOf(cells)].sort()).toEqual([
    'Amount: unreadableAmount',
    'Category: unknownCategory',
    'Close date: unreadableDate',
    'Currency: unreadableCurrency',
    'Owner: errorValue',
    'Revisit on: unreadableDate',
    'Stage: unknownStage',
    'Win chance: unreadableChance',
  ]);
  const deal = dealOf(cells);
  expect(deal.name).toBe('Roof');
  expect(deal.stage).toBeUndefined();
  expect(deal.unreadable).toContain('amount');
});

test('an amount whose sign and currency column differ is listed, and the column counts', () => {
  const cells = { Amount: '$500', Currency: 'EUR' };
  expect(problemsOf(cells)).toEqual(['Amount: currenciesDiffer']);
  expect(dealOf(cells).tracked.currency).toBe('EUR');
});

test('a stage is known by its label, whatever the case, and by an earlier name', () => {
  const stages = threeStages.stages.map((stage) =>
    stage.key === 'lead' ? { ...stage, aliases: ['Prospect'] } : stage,
  );
  const context = { currency: 'EUR', pipeline: { ...threeStages, stages } };
  const stageOf = (typed: string) => dealOf({ Stage: typed }, context).stage?.key;
  expect(['Lead', ' LEAD ', 'prospect', 'Ｌｅａｄ', 'Leads', ''].map(stageOf)).toEqual([
    'lead',
    'lead',
    'lead',
    'lead',
    undefined,
    undefined,
  ]);
});

test.each<{ cells: Readonly<Record<string, Cell>>; isDeal: boolean }>`
  cells                          | isDeal
  ${{ Deal: 'Roof' }}            | ${true}
  ${{ Pain: 'leaks' }}           | ${true}
  ${{ Amount: 0 }}               | ${true}
  ${{ 'Need confirmed': false }} | ${false}
  ${{ 'Need confirmed': true }}  | ${false}
  ${{ Deal: '  ' }}              | ${false}
  ${{ ID: 'D1', Gate: 'Ready' }} | ${false}
  ${{}}                          | ${false}
`('a row with $cells is a deal: $isDeal', ({ cells, isDeal }) => {
  expect(dealOf(cells).isDeal).toBe(isDeal);
});

test('rows that are no deals are left out, the others keep their row numbers', () => {
  const grid = tabOf('deals', [{ Deal: 'A' }, {}, { Customer: 'B' }]);
  const deals = readDeals(headersOf('deals', grid), grid, EUROS);
  expect(deals.map(({ row, name }) => [row, name])).toEqual([
    [2, 'A'],
    [4, 'B'],
  ]);
});

test("the program's block is read back as it was written, its memo with the deal's ID", () => {
  const headers = headersOf('deals', [headerRow('deals')]);
  const block: fc.Arbitrary<ProgramBlock> = fc.record({
    gate: fc.string().map((it) => it.trim()),
    daysInStage: fc.option(fc.nat(5000)),
    stageSince: fc.option(aDay),
    created: fc.option(aDay),
    id: fc.string().map((it) => it.trim()),
    accepted: fc.string().map((it) => it.trim()),
    version: fc.string().map((it) => it.trim()),
    memo: aMemo,
  });
  fc.assert(
    fc.property(block, (written) => {
      const row = dealCells(headers, new Map(), written);
      const memo = { ...written.memo, deal: written.id };
      expect({ ...readProgram(headers, row) }).toEqual({ ...written, memo });
    }),
  );
});

test("a broken block reads as empty: nobody's paste stops the program", () => {
  const grid = tabOf('deals', [{ 'Days in stage': 'x', 'Stage since': 'x', Memo: '{"h":1}' }]);
  const block = readProgram(headersOf('deals', grid), grid[1] ?? []);
  expect([block.daysInStage, block.stageSince, block.memo]).toEqual([null, null, EMPTY_MEMO]);
});

test('a new row has its cells under their headers, and what has no column is left out', () => {
  const headers = headersOf('deals', [['Gate', 'Pain', 'Deal', 'Amount']]);
  const cells = new Map<string, Cell>([
    ['deal', 'Roof'],
    ['own:pain', 'leaks'],
    ['owner', 'Ann'],
  ]);
  expect(dealCells(headers, cells)).toEqual(['', 'leaks', 'Roof', '']);
});

test("the program's cells stand in the order of their headers", () => {
  const block = {
    gate: 'Ready for Proposal',
    daysInStage: 3,
    stageSince: '2026-03-02',
    created: '2026-02-01',
    id: 'D1',
    accepted: 'Lead',
    version: '7-abc',
    memo: EMPTY_MEMO,
  };
  expect(programRow(block).filter((_, i) => i !== 6)).toEqual([
    'Ready for Proposal',
    3,
    { date: '2026-03-02' },
    { date: '2026-02-01' },
    'Lead',
    '7-abc',
    'D1',
  ]);
});

test('problems name their row', () => {
  expect(problemList(dealOf({ Deal: 'x', Amount: 'y' }).problems)).toEqual(['H2 unreadableAmount']);
});
