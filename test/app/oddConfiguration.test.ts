import { expect, test } from '@jest/globals';
import type { Reply } from '../../src/rpc';
import { ask, rowsOf } from '../support/standIn';
import {
  aPipeline,
  at,
  blockOf,
  dealNamed,
  dealRows,
  does,
  everything,
  newDeal,
  PROPOSABLE,
  pastes,
  QUALIFIED,
  sweeps,
  types,
  WINNABLE,
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

/** Rows of the Gates tab, and how their Check begins; those without one hold, and Mill meets them. */
const CRITERIA: readonly (readonly [row: readonly Typed[], check: string])[] = [
  // Names of nothing
  [['Nowhere', 'Entering', 'Source', 'is filled'], 'There is no stage "Nowhere"'],
  [['', 'Entering', 'Source', 'is filled'], 'No stage is named'],
  [['Needs analysis', 'Sometimes', 'Source', 'is filled'], '"Sometimes" does not say when'],
  [['Needs analysis', 'Entering', 'Shoe size', 'is filled'], 'Deals has no column "Shoe size"'],
  [['Needs analysis', 'Entering', '', 'is filled'], 'The column to check is missing'],
  [['Needs analysis', 'Entering', 'Gate', 'is filled'], '"Gate" is kept by the program'],
  [['Needs analysis', 'Entering', 'Source', 'shines'], '"shines" is not something'],
  // Text where a number or a day belongs, and the other way round
  [['Needs analysis', 'Entering', 'Amount', 'is at least', 'lots'], '"lots" is not a number'],
  [['Needs analysis', 'Entering', 'Amount', 'is at least', true], '"TRUE" is not a number'],
  [['Needs analysis', 'Entering', 'Amount', 'equals', 'lots'], '"lots" is not a number'],
  [['Needs analysis', 'Entering', 'Source', 'is at least', 5], '"is at least" can never be true'],
  [['Needs analysis', 'Entering', 'Owner', 'is ticked'], '"is ticked" can never be true'],
  [['Needs analysis', 'Entering', 'Close date', 'equals', 'Acme'], '"Acme" is not a day'],
  [
    ['Needs analysis', 'Entering', 'Close date', 'is after today', 'soon'],
    '"soon" is not a number of days',
  ],
  [
    ['Needs analysis', 'Entering', 'Close date', 'is after today', 2_500_000],
    '"2500000" is not a number of days',
  ],
  [
    ['Needs analysis', 'Entering', 'Close date', 'is after today', '9999-12-31'],
    '"9999-12-31" is not a number of days',
  ],
  [
    ['Needs analysis', 'Entering', 'Close date', 'is after the field', 'Owner'],
    '"Owner" is not a column with days',
  ],
  [
    ['Needs analysis', 'Entering', 'Close date', 'is after the field', 'Close date'],
    '"Close date" is compared with itself',
  ],
  // Values that are missing, or one too many
  [['Needs analysis', 'Entering', 'Source', 'equals', ''], 'The value is missing'],
  [['Needs analysis', 'Entering', 'Source', 'is one of', ' ; ;'], 'The value is missing'],
  [['Needs analysis', 'Entering', '', 'has a done task', ''], 'The value is missing'],
  [['Needs analysis', 'Entering', 'Customer', 'is filled', 'yes'], 'The value "yes" is not used'],
  // Errors
  [['Needs analysis', 'Entering', '#N/A', 'is filled'], 'Field holds the error #N/A'],
  [['#REF!', 'Entering', 'Source', 'is filled'], 'Stage holds the error #REF!'],
  [
    ['Needs analysis', 'Entering', 'Amount', 'is at least', '#DIV/0!'],
    'Value holds the error #DIV/0!',
  ],
  // Contradictions: the first of two counts
  [['Needs analysis', 'Entering', 'Amount', 'is at least', 10_000], ''],
  [['Needs analysis', 'Entering', 'Amount', 'is at most', 5], 'No deal can meet both'],
  [['Needs analysis', 'Entering', 'Customer', 'equals', 'northwind MILLS'], ''],
  [['Needs analysis', 'Entering', 'Customer', 'is one of', 'A; B'], 'No deal can meet both'],
  [['Needs analysis', 'Entering', 'Close date', 'is after today', ''], ''],
  [['Needs analysis', 'Entering', 'Close date', 'is before today', ''], 'No deal can meet both'],
  // Odd ways of writing what is clear
  [['needs  ANALYSIS ', 'entering', 'CUSTOMER', 'Is Filled'], ''],
  [['Needs analysis', '进入时', '客户', '已填写'], ''],
  [['Needs analysis', 'Entering', 'Amount', 'is at least', '1.000,50'], ''],
];

test('each criterion that cannot be understood says why beside its row, and holds nobody', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', WINNABLE);
  const first = rowsOf(host, 'Gates').length + 2;
  const rows = CRITERIA.map(([row]) => [...row, '', ''].slice(0, 5));
  edits(host, 'Gates', `A${first}`, rows);
  const checks = rowsOf(host, 'Gates')
    .slice(-rows.length)
    .map(({ Check }) => String(Check));
  const wrong = CRITERIA.flatMap(([row, check], i) => {
    const said = checks[i] ?? '';
    const isAsExpected = check === '' ? said === '' : said.startsWith(check);
    return isAsExpected ? [] : [[row, said]];
  });
  expect(wrong).toEqual([]);
  types(host, 'Mill', { Stage: 'Needs analysis' });
  expect(dealNamed(host, 'Mill')['Accepted stage']).toBe('Needs analysis');
  // The rows that are clear do hold.
  newDeal(host, 'Dam', { ...WINNABLE, Amount: 9_999 }, 'Needs analysis');
  expect(dealNamed(host, 'Dam')).toMatchObject({ Stage: 'Qualification' });
  expect(dealNamed(host, 'Dam').Gate).toContain('Amount must be at least 10');
  expect(problems(host)).toHaveLength(CRITERIA.filter(([, check]) => check !== '').length);
});

test('what a formula comes to counts like what is typed, in criteria and in deals', () => {
  const host = aPipeline();
  const first = rowsOf(host, 'Gates').length + 2;
  edits(host, 'Gates', `A${first}`, [
    ['="Needs"&" analysis"', 'Entering', 'Amount', 'is at least', '=2*50'],
    ['=1/0', 'Entering', 'Source', 'is filled', ''],
  ]);
  const checks = rowsOf(host, 'Gates')
    .slice(-2)
    .map(({ Check }) => String(Check));
  expect(checks).toEqual([
    '',
    'Stage holds the error #DIV/0!. Mend the formula, or type the value.',
  ]);
  newDeal(host, 'Mill', { ...QUALIFIED, Amount: '=1/0' }, 'Needs analysis');
  expect(dealNamed(host, 'Mill').Stage).toBe('Qualification');
  types(host, 'Mill', { Amount: '=2*50', Stage: 'Needs analysis' });
  expect(dealNamed(host, 'Mill').Stage).toBe('Needs analysis');
  expect(problems(host)).toEqual(['Stage holds the error #DIV/0!']);
});

test.each([' Proposal ', 'proposal', 'ＰＲＯＰＯＳＡＬ'])(
  'the stage Proposal may be written "%s": its deals stay, and others go there',
  (name) => {
    const host = aPipeline();
    newDeal(host, 'Mill', PROPOSABLE, 'Proposal');
    edits(host, 'Stages', 'B4', [[name]]);
    expect(
      rowsOf(host, 'Stages')
        .map(({ Check }) => Check)
        .join(''),
    ).toBe('');
    newDeal(host, 'Dam', PROPOSABLE, 'Proposal');
    does(host, { trigger: 'work' });
    sweeps(host);
    const stages = dealRows(host).map((row) =>
      String(row['Accepted stage']).normalize('NFKC').trim().toLowerCase(),
    );
    expect(stages).toEqual(['proposal', 'proposal']);
    expect(rowsOf(host, 'Ledger').filter(({ Kind }) => Kind === 'held')).toEqual([]);
  },
);

test('with two Won stages deals go to either one, and both count as won', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', WINNABLE);
  newDeal(host, 'Dam', WINNABLE);
  const last = rowsOf(host, 'Stages').length + 2;
  edits(host, 'Stages', `A${last}`, [[90, 'Won with a partner', 'Won']]);
  types(host, 'Mill', { Stage: 'Closed won' });
  types(host, 'Dam', { Stage: 'Won with a partner' });
  expect(dealRows(host).map((row) => [row['Accepted stage'], row['Close date']])).toEqual([
    ['Closed won', '2026-02-02'],
    ['Won with a partner', '2026-02-02'],
  ]);
  expect(problems(host)).toEqual(['"Won with a partner" is a second Won stage']);
});

test('the year 9999 is a day like any other, and Health asks whether it is meant', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', { ...QUALIFIED, 'Close date': '9999-12-31' }, 'Needs analysis');
  expect(dealNamed(host, 'Mill')).toMatchObject({
    Stage: 'Needs analysis',
    'Close date': '9999-12-31',
  });
  expect(problems(host)).toEqual(['The close date 9999-12-31 is more than ten years away']);
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

test('with 60 stages and 300 criteria a deal that meets them goes all the way, and everything is reported', () => {
  const host = large();
  const words = Array.from({ length: 300 }, (_, i) => `word${i}`).join(' ');
  newDeal(host, 'Mill', { ...WINNABLE, Source: words });
  for (const stage of ['Needs analysis', 'Step 1', 'Step 30', 'Step 56']) {
    types(host, 'Mill', { Stage: stage });
    expect(dealNamed(host, 'Mill')['Accepted stage']).toBe(stage);
  }
  const board = ask(host, 'boardView', {}) as Reply<'boardView'>;
  expect(board.pipeline.stages).toHaveLength(63);
  expect(problems(host)).toEqual([]);
  expect(blockOf(host, 'Funnel', 'stages').length).toBeGreaterThanOrEqual(60);
});

test.each([
  ['held', ''],
  ['moved', Array.from({ length: 300 }, (_, i) => `word${i}`).join(' ')],
])(
  'with 60 stages and 300 criteria a pasted block of 500 rows, all %s, takes a handful of calls',
  (kind, source) => {
    const host = large();
    const names = Array.from({ length: 500 }, (_, i) => [`Deal ${i}`]);
    edits(host, 'Deals', 'A2', names);
    const facts = Object.entries({ ...QUALIFIED, Source: source });
    for (const [header, value] of facts) {
      const range = at(host, header, 2, 501);
      does(host, { apiWrite: { tab: 'Deals', range, values: names.map(() => [value]) } });
    }
    const { calls, ledger } = pastes(
      host,
      'Stage',
      2,
      names.map(() => 'Needs analysis'),
    );
    expect(ledger.filter(({ Kind }) => Kind === kind)).toHaveLength(500);
    const stage = kind === 'moved' ? 'Needs analysis' : 'Qualification';
    expect(dealRows(host).filter(({ Stage }) => Stage === stage)).toHaveLength(500);
    // Four reads, and two more once a minute to find edits that Google lost; four writes, and one that adds rows.
    expect(calls.read).toBeLessThanOrEqual(6);
    expect(calls.write).toBeLessThanOrEqual(5);
  },
);

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
