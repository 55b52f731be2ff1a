import { expect, test } from '@jest/globals';
import { rowsOf } from '../support/standIn';
import {
  aPipeline,
  at,
  dealNamed,
  dealRows,
  does,
  everything,
  lifeOf,
  newDeal,
  PROPOSABLE,
  pastes,
  QUALIFIED,
  sweeps,
  types,
  WINNABLE,
} from './desk';

test('a typed name becomes a deal in the first stage, with an ID and an entry', () => {
  const host = aPipeline();
  newDeal(host, 'Pump station');
  const deal = dealNamed(host, 'Pump station');
  expect(deal).toMatchObject({ Stage: 'Qualification', 'Accepted stage': 'Qualification' });
  expect(String(deal.ID)).not.toBe('');
  expect(lifeOf(host, 'Pump station')).toEqual(['created: Qualification']);
});

test('a new deal gets tick boxes, and an empty row has none', () => {
  const host = aPipeline();
  newDeal(host, 'Pump station');
  const deals = host.names().tab('Deals');
  const { column } = host.names().column(deals, 'Need confirmed');
  const rules = deals.validations.reader(column);
  expect([rules?.(2)?.criteria, rules?.(3)?.criteria]).toEqual(['CHECKBOX', undefined]);
});

test('a new row that is typed straight into Closed won is a deal, and the win is held', () => {
  const host = aPipeline();
  does(host, { edit: { tab: 'Deals', range: at(host, 'Stage', 2), values: [['Closed won']] } });
  const [deal] = rowsOf(host, 'Deals');
  expect(deal).toMatchObject({ Stage: 'Qualification', 'Accepted stage': 'Qualification' });
  expect(deal?.Gate).toContain('Not moved to Closed won');
});

test('a pasted row that has all the facts may start in a later stage', () => {
  const host = aPipeline();
  const row = { ...PROPOSABLE, Deal: 'Mill', Stage: 'Proposal' };
  const names = host.names();
  const deals = names.tab('Deals');
  const headers = names.englishHeaders(deals);
  const last = headers.indexOf('Contract signed');
  const cells = headers.slice(0, last + 1).map((header) => {
    const value = (row as Readonly<Record<string, string | number | boolean>>)[header];
    return value === undefined ? '' : String(value);
  });
  does(host, { edit: { tab: 'Deals', range: 'A2', values: [cells] } });
  expect(lifeOf(host, 'Mill')).toEqual(['created: Proposal']);
});

test('a stage that is typed too early comes back, and the row and the corner name what is missing', () => {
  const host = aPipeline();
  newDeal(host, 'Mill');
  const { toasts } = types(host, 'Mill', { Stage: 'Needs analysis' });
  const deal = dealNamed(host, 'Mill');
  expect(deal.Stage).toBe('Qualification');
  expect(deal.Gate).toBe(
    'Not moved to Needs analysis: Fill in Customer; Tick Ideal customer fit; Tick Need confirmed',
  );
  expect(toasts.map(({ title }) => title)).toEqual(['Not moved']);
});

test('once the facts are there the Gate cell says so, and the next try passes', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', {}, 'Needs analysis');
  types(host, 'Mill', QUALIFIED);
  expect(dealNamed(host, 'Mill').Gate).toBe('Ready for Needs analysis');
  types(host, 'Mill', { Stage: 'Needs analysis' });
  expect(lifeOf(host, 'Mill')).toEqual([
    'created: Qualification',
    'held: Qualification -> Needs analysis',
    'moved: Qualification -> Needs analysis',
  ]);
});

test('a forward skip has to pass every gate on the way', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', { ...PROPOSABLE, 'Decision maker interviewed': false }, 'Proposal');
  expect(dealNamed(host, 'Mill').Stage).toBe('Qualification');
  expect(dealNamed(host, 'Mill').Gate).toBe(
    'Not moved to Proposal: Tick Decision maker interviewed',
  );
});

test.each<{ typed: string; stage: string }>`
  typed                | stage
  ${'needs analysis'}  | ${'Needs analysis'}
  ${' NEEDS ANALYSIS'} | ${'Needs analysis'}
  ${'Propozal'}        | ${'Qualification'}
  ${''}                | ${'Qualification'}
`('"$typed" pasted into a Stage cell leaves the deal in $stage', ({ typed, stage }) => {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED);
  newDeal(host, 'Dam');
  pastes(host, 'Stage', 2, [typed, 'Qualification']);
  expect(dealNamed(host, 'Mill')['Accepted stage']).toBe(stage);
  expect(String(dealNamed(host, 'Mill').Stage).trim().toLowerCase()).toBe(stage.toLowerCase());
  sweeps(host);
  const before = everything(host);
  sweeps(host);
  expect(everything(host)).toEqual(before);
});

test('of a pasted block only the rows that fail come back', () => {
  const host = aPipeline();
  newDeal(host, 'Good', QUALIFIED);
  newDeal(host, 'Bad');
  newDeal(host, 'Fine', QUALIFIED);
  const { toasts, ledger } = pastes(host, 'Stage', 2, [
    'Needs analysis',
    'Needs analysis',
    'Needs analysis',
  ]);
  expect(dealRows(host).map(({ Deal, Stage }) => [Deal, Stage])).toEqual([
    ['Good', 'Needs analysis'],
    ['Bad', 'Qualification'],
    ['Fine', 'Needs analysis'],
  ]);
  expect(ledger.map(({ Kind, How }) => [Kind, How])).toEqual([
    ['moved', 'pasted'],
    ['held', 'pasted'],
    ['moved', 'pasted'],
  ]);
  expect(toasts).toHaveLength(1);
});

test('rows pasted below the others are deals at once, also beyond the end of the tab', () => {
  const host = aPipeline();
  const rows = Array.from({ length: 5 }, (_, i) => [`Deal ${i}`, `Customer ${i}`]);
  const deals = host.names().tab('Deals');
  does(host, { edit: { tab: 'Deals', range: `A${deals.maxRows - 1}`, values: rows } });
  expect(dealRows(host).map(({ Stage }) => Stage)).toEqual(Array(5).fill('Qualification'));
});

test('filling a stage down moves the deals that may move', () => {
  const host = aPipeline();
  newDeal(host, 'Good', QUALIFIED, 'Needs analysis');
  newDeal(host, 'Bad');
  newDeal(host, 'Fine', QUALIFIED);
  does(host, { fill: { tab: 'Deals', range: at(host, 'Stage', 2, 4) } });
  expect(dealRows(host).map(({ Stage }) => Stage)).toEqual([
    'Needs analysis',
    'Qualification',
    'Needs analysis',
  ]);
});

test('clearing the Stage cells of several deals clears none', () => {
  const host = aPipeline();
  newDeal(host, 'One');
  newDeal(host, 'Two', QUALIFIED, 'Needs analysis');
  does(host, { clear: { tab: 'Deals', range: at(host, 'Stage', 2, 3) } });
  expect(dealRows(host).map(({ Stage }) => Stage)).toEqual(['Qualification', 'Needs analysis']);
});

test('a changed amount, owner or date is noted; a changed customer is not', () => {
  const host = aPipeline();
  newDeal(host, 'Mill');
  types(host, 'Mill', { Customer: 'Northwind', Amount: '1,200.50', Owner: 'Ann', Contact: 'Bo' });
  const [, amount, owner, ...rest] = rowsOf(host, 'Ledger');
  expect(amount).toMatchObject({ Kind: 'changed', Amount: 1200.5 });
  expect(owner).toMatchObject({ Kind: 'changed', Amount: 1200.5, Owner: 'Ann' });
  expect(rest).toEqual([]);
});

test('a fact for the next gate that goes missing shows in the Gate cell at once', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED);
  expect(dealNamed(host, 'Mill').Gate).toBe('Ready for Needs analysis');
  types(host, 'Mill', { 'Need confirmed': false });
  expect(dealNamed(host, 'Mill').Gate).toBe('For Needs analysis: Tick Need confirmed');
});

test('winning sets Close date to the day of the win; the ledger keeps the expected one', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', WINNABLE, 'Closed won');
  expect(dealNamed(host, 'Mill')).toMatchObject({
    Stage: 'Closed won',
    'Close date': '2026-02-02',
    'Days in stage': '',
  });
  const dates = rowsOf(host, 'Ledger').map((line) => line['Close date']);
  expect(dates.slice(-2)).toEqual(['2026-03-31', '2026-02-02']);
});

test('going back, to Lost with a reason and to Nurture with a day asks for nothing else', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', PROPOSABLE, 'Proposal');
  types(host, 'Mill', { Stage: 'Qualification' });
  types(host, 'Mill', { Stage: 'Closed lost' });
  types(host, 'Mill', { 'Lost reason': 'Price', Stage: 'Closed lost' });
  types(host, 'Mill', { Stage: 'Nurture' });
  types(host, 'Mill', { 'Revisit on': '2026-09-01', Stage: 'Nurture' });
  expect(lifeOf(host, 'Mill').filter((line) => !line.startsWith('changed'))).toEqual([
    'created: Qualification',
    'moved: Qualification -> Proposal',
    'moved: Proposal -> Qualification',
    'held: Qualification -> Closed lost',
    'moved: Qualification -> Closed lost',
    'held: Closed lost -> Nurture',
    'moved: Closed lost -> Nurture',
  ]);
});

test('the reason "Other" asks for a note', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', { 'Lost reason': 'Other' }, 'Closed lost');
  expect(dealNamed(host, 'Mill').Gate).toContain('Fill in Lost note');
  types(host, 'Mill', { 'Lost note': 'Moved abroad', Stage: 'Closed lost' });
  expect(dealNamed(host, 'Mill').Stage).toBe('Closed lost');
});

test('undoing a move by hand is a move back, and is in the ledger', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED, 'Needs analysis');
  does(host, { undo: {} });
  expect(dealNamed(host, 'Mill')).toMatchObject({
    Stage: 'Qualification',
    'Accepted stage': 'Qualification',
  });
  expect(lifeOf(host, 'Mill').slice(-1)).toEqual(['moved: Needs analysis -> Qualification']);
});

test('a block pasted over the program columns is put right by the sweep', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED, 'Needs analysis');
  newDeal(host, 'Dam');
  const before = dealRows(host);
  const range = `${at(host, 'Accepted stage', 2)}`;
  does(host, {
    edit: {
      tab: 'Deals',
      range,
      values: [
        ['Closed won', 'x', '{}'],
        ['', '', ''],
      ],
    },
  });
  sweeps(host);
  expect(dealRows(host)).toEqual(before);
});

test('pasting Closed won over both Stage and Accepted stage fools nobody', () => {
  const host = aPipeline();
  newDeal(host, 'Mill');
  does(host, {
    edit: { tab: 'Deals', range: at(host, 'Accepted stage', 2), values: [['Closed won']] },
  });
  types(host, 'Mill', { Stage: 'Closed won' });
  sweeps(host);
  expect(dealNamed(host, 'Mill')).toMatchObject({
    Stage: 'Qualification',
    'Accepted stage': 'Qualification',
  });
});

test('an edit in a tab of the team’s own, or of rows without a deal, changes nothing', () => {
  const host = aPipeline();
  const before = everything(host);
  does(host, { clear: { tab: 'Deals', range: 'A5:AE9' } });
  does(host, { clear: { tab: 'Deals', range: at(host, 'Stage', 400) } });
  expect(everything(host)).toEqual(before);
});

test('a tick alone does not make a deal', () => {
  const host = aPipeline();
  does(host, {
    edit: { tab: 'Deals', range: at(host, 'Need confirmed', 2), values: [[true]] },
  } as never);
  expect(rowsOf(host, 'Ledger')).toEqual([]);
});

test('of edits in quick succession some never reach the script; the next edit or the sweep finds them', () => {
  const host = aPipeline();
  for (const name of ['A', 'B', 'C', 'D', 'E']) newDeal(host, name, QUALIFIED);
  const burst = [2, 3, 4, 5, 6].map((row) => ({
    edit: { tab: 'Deals', range: at(host, 'Stage', row), values: [['Closed won']] },
  }));
  does(host, { burst });
  does(host, { advance: { hours: 1 } });
  expect(dealRows(host).map(({ Stage }) => Stage)).toEqual(Array(5).fill('Qualification'));
});

test('while somebody else holds the lock nothing is lost: the worker judges later', () => {
  const host = aPipeline();
  newDeal(host, 'Mill');
  types(host, 'Mill', { Customer: 'Northwind' });
  const edit = { edit: { tab: 'Deals', range: at(host, 'Stage', 2), values: [['Proposal']] } };
  const other = { set: { deal: 'Mill', facts: { Amount: 500 } } };
  for (let call = 1; call < 12; call++) {
    does(host, { ...edit, during: { call, do: other } });
    sweeps(host);
    expect(dealNamed(host, 'Mill')).toMatchObject({ Stage: 'Qualification', Amount: 500 });
  }
});

test('however often a move is held, the deal is still known and the move passes in the end', () => {
  const host = aPipeline();
  newDeal(host, 'Mill');
  for (let attempt = 0; attempt < 9; attempt++) types(host, 'Mill', { Stage: 'Needs analysis' });
  sweeps(host);
  types(host, 'Mill', { ...QUALIFIED, Stage: 'Needs analysis' });
  expect(dealNamed(host, 'Mill').Stage).toBe('Needs analysis');
  expect(lifeOf(host, 'Mill').at(-1)).toBe('moved: Qualification -> Needs analysis');
});

test('however often a deal goes between lost and nurture, it is back at the gates of the stage that it left', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', { 'Lost reason': 'Price', 'Revisit on': '2026-06-01' }, 'Nurture');
  for (let round = 0; round < 4; round++) {
    types(host, 'Mill', { Stage: 'Closed lost' });
    types(host, 'Mill', { Stage: 'Nurture' });
  }
  // All that entering Negotiation asks for, and nothing of what stands before it.
  types(host, 'Mill', { 'Close date': '2026-03-31', Stage: 'Negotiation' });
  expect(lifeOf(host, 'Mill').at(-1)).toBe('held: Nurture -> Negotiation');
  sweeps(host);
  types(host, 'Mill', { Stage: 'Negotiation' });
  expect(dealNamed(host, 'Mill')).toMatchObject({ Stage: 'Nurture', 'Accepted stage': 'Nurture' });
});

test('a day or an amount that cannot be read is asked for as what it is, not as an empty cell', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', { 'Revisit on': 'soon' }, 'Nurture');
  expect(dealNamed(host, 'Mill').Gate).toBe('Not moved to Nurture: Revisit on must be a date');
  types(host, 'Mill', { 'Revisit on': '' });
  expect(dealNamed(host, 'Mill').Gate).toBe('Not moved to Nurture: Fill in Revisit on');
});

test('of several held rows the first one’s reason ends before what the Gate column says', () => {
  const host = aPipeline();
  newDeal(host, 'Mill');
  newDeal(host, 'Dam');
  const { toasts } = pastes(host, 'Stage', 2, ['Closed lost', 'Closed lost']);
  expect(toasts.map(({ message }) => message).join()).toContain(
    'Fill in Lost reason. The Gate column says',
  );
});
