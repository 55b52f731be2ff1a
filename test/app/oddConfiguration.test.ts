import { expect, test } from '@jest/globals';
import { rowsOf } from '../support/standIn';
import {
  aPipeline,
  at,
  blockOf,
  dealNamed,
  dealRows,
  does,
  everything,
  newDeal,
  pastes,
  QUALIFIED,
  sweeps,
  types,
} from './desk';

type Host = ReturnType<typeof aPipeline>;
type Typed = string | number | boolean;

function edits(
  host: Host,
  tab: string,
  range: string,
  values: readonly (readonly Typed[])[],
): void {
  does(host, { edit: { tab, range, values: values.map((row) => [...row]) } } as never);
}

function problems(host: Host): readonly string[] {
  does(host, { menu: 'refreshReports' });
  return blockOf(host, 'Health', 'problems').map(({ problem }) => String(problem));
}

test.each<{ oddity: string; range: string; value: string; check: string }>`
  oddity                            | range   | value           | check
  ${'a second Won stage'}           | ${'C5'} | ${'Won'}        | ${'"Closed won" is a second Won stage'}
  ${'a stage without a name'}       | ${'B4'} | ${''}           | ${'This stage has no name'}
  ${'a name with spaces around it'} | ${'B5'} | ${' Proposal '} | ${'There are two stages called "Proposal"'}
  ${'a name in another case'}       | ${'B5'} | ${'proposal'}   | ${'There are two stages called "proposal"'}
  ${'an error as a name'}           | ${'B5'} | ${'#REF!'}      | ${'holds the error #REF!'}
  ${'an unknown kind'}              | ${'C5'} | ${'Half open'}  | ${'There is no kind of stage "Half open"'}
`('$oddity is told beside its row, and deals go on', ({ range, value, check }) => {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED);
  does(host, { apiWrite: { tab: 'Stages', range, values: [[value]] } });
  edits(host, 'Stages', 'G2', [['Ask who decides']]);
  expect(
    rowsOf(host, 'Stages')
      .map(({ Check }) => Check)
      .join(),
  ).toContain(check);
  types(host, 'Mill', { Stage: 'Needs analysis' });
  expect(dealNamed(host, 'Mill')['Accepted stage']).toBe('Needs analysis');
});

test('a stage may be called by an emoji, and deals go there', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED);
  edits(host, 'Stages', 'B3', [['🚀']]);
  types(host, 'Mill', { Stage: '🚀' });
  expect(dealNamed(host, 'Mill')['Accepted stage']).toBe('🚀');
});

test('without an open stage nothing is judged and nothing is lost; Health says what to do', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED);
  const before = everything(host).Deals;
  edits(host, 'Stages', 'C2', [['Won'], ['Won'], ['Won'], ['Won']]);
  types(host, 'Mill', { Customer: 'Other' });
  sweeps(host);
  expect(rowsOf(host, 'Deals')[0]).toMatchObject({ Deal: 'Mill', Stage: 'Qualification' });
  expect(everything(host).Deals).toHaveLength(before?.length ?? 0);
  expect(problems(host)).toContain('There is no open stage');
  edits(host, 'Stages', 'C2', [['Open'], ['Open'], ['Open'], ['Open']]);
  types(host, 'Mill', { Stage: 'Needs analysis' });
  expect(dealNamed(host, 'Mill')['Accepted stage']).toBe('Needs analysis');
});

test('criteria that cannot be understood hold nobody, and each says why beside its row', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED);
  const first = rowsOf(host, 'Gates').length + 2;
  edits(host, 'Gates', `A${first}`, [
    ['Nowhere', 'Entering', 'Source', 'is filled'],
    ['Needs analysis', 'Sometimes', 'Source', 'is filled'],
    ['Needs analysis', 'Entering', 'Shoe size', 'is filled'],
    ['Needs analysis', 'Entering', 'Amount', 'is at least', 'lots'],
    ['Needs analysis', 'Entering', '#N/A', 'is filled'],
    ['Needs analysis', 'Entering', 'Gate', 'is filled'],
    ['Needs analysis', 'Entering', 'Close date', 'is after today', 'soon'],
  ]);
  const checks = rowsOf(host, 'Gates')
    .slice(-7)
    .map(({ Check }) => String(Check).split('.')[0]);
  expect(checks).toEqual([
    'There is no stage "Nowhere"',
    '"Sometimes" does not say when the row applies',
    'Deals has no column "Shoe size"',
    '"lots" is not a number',
    'Field holds the error #N/A',
    '"Gate" is kept by the program',
    '"soon" is not a number of days',
  ]);
  types(host, 'Mill', { Stage: 'Needs analysis' });
  expect(dealNamed(host, 'Mill').Stage).toBe('Needs analysis');
});

test('the year 9999 is a day like any other', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', { ...QUALIFIED, 'Close date': '9999-12-31' }, 'Needs analysis');
  expect(dealNamed(host, 'Mill')).toMatchObject({
    Stage: 'Needs analysis',
    'Close date': '9999-12-31',
  });
  expect(problems(host)).toEqual([]);
});

/** Sixty stages and 300 criteria on one field, which a deal with a Source meets. */
function large(): Host {
  const host = aPipeline();
  const stages = Array.from({ length: 56 }, (_, i) => [20 + i, `Step ${i + 1}`, 'Open']);
  const last = rowsOf(host, 'Stages').length + 2;
  does(host, { apiWrite: { tab: 'Stages', range: `A${last}`, values: stages } });
  const criteria = Array.from({ length: 300 }, (_, i) => [
    i % 2 === 0 ? 'Needs analysis' : `Step ${(i % 56) + 1}`,
    'Entering',
    'Source',
    'contains',
    `word${i}`,
    `group ${i % 2}`,
  ]);
  const gate = rowsOf(host, 'Gates').length + 2;
  does(host, { apiWrite: { tab: 'Gates', range: `A${gate}`, values: criteria } });
  edits(host, 'Stages', 'G2', [['Ask who decides']]);
  return host;
}

test('with 60 stages and 300 criteria a pasted block of 500 rows takes a handful of calls', () => {
  const host = large();
  const names = Array.from({ length: 500 }, (_, i) => [`Deal ${i}`]);
  edits(host, 'Deals', 'A2', names);
  const stages = names.map(() => 'Needs analysis');
  const { calls, ledger } = pastes(host, 'Stage', 2, stages);
  expect(ledger.filter(({ Kind }) => Kind === 'held')).toHaveLength(500);
  expect(dealRows(host).filter(({ Stage }) => Stage === 'Qualification')).toHaveLength(500);
  // Four reads, and two more once a minute to find edits that Google lost; four writes, and one that adds rows.
  expect(calls.read).toBeLessThanOrEqual(6);
  expect(calls.write).toBeLessThanOrEqual(5);
});

test('a person who may only look changes nothing, and what they may not write stops no one else', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED);
  does(host, { rights: { user: 'bob@example.com', may: 'view' } });
  const before = everything(host);
  const { error } = host.gesture({
    edit: { tab: 'Deals', range: at(host, 'Stage', 2), values: [['Needs analysis']] },
    as: 'bob@example.com',
  });
  expect(error).toBeDefined();
  expect(everything(host)).toEqual(before);
  types(host, 'Mill', { Stage: 'Needs analysis' });
  expect(dealNamed(host, 'Mill').Stage).toBe('Needs analysis');
});
