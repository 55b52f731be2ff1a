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
  lifeOf,
  newDeal,
  QUALIFIED,
  sweeps,
  types,
} from './desk';

type Host = ReturnType<typeof aPipeline>;

/** What becomes of a script's write into a cell behind a merged one: nobody could try it on Google. */
const FATES = ['dropped', 'kept'] as const;

/** Mill, Dam and Weir in rows 2 to 4, Mill in Needs analysis; then cells of a column are merged. */
function merged(header: string, fate: (typeof FATES)[number] = 'dropped'): Host {
  const host = aPipeline();
  host.book.facts = { ...host.book.facts, writeBehindMerge: fate };
  newDeal(host, 'Mill', QUALIFIED, 'Needs analysis');
  newDeal(host, 'Dam', QUALIFIED);
  newDeal(host, 'Weir', QUALIFIED);
  does(host, { merge: { tab: 'Deals', range: at(host, header, 2, 4) } });
  return host;
}

function stages(host: Host): readonly unknown[] {
  return dealRows(host).map((row) => row['Accepted stage']);
}

function ledgerLength(host: Host): number {
  return rowsOf(host, 'Ledger').length;
}

function settles(host: Host): void {
  sweeps(host);
  const settled = everything(host);
  sweeps(host);
  expect(everything(host)).toEqual(settled);
}

test.each(FATES)('merged Stage cells move nobody: writes behind them are %s', (fate) => {
  const host = merged('Stage', fate);
  const before = ledgerLength(host);
  settles(host);
  types(host, 'Dam', { Customer: 'Reservoir Ltd' });
  expect(ledgerLength(host)).toBe(before);
  expect(stages(host)).toEqual(['Needs analysis', 'Qualification', 'Qualification']);
});

test.each(FATES)(
  'whoever types into merged Stage cells moves the first of the deals: writes behind them are %s',
  (fate) => {
    const host = merged('Stage', fate);
    const outcome = does(host, {
      edit: { tab: 'Deals', range: at(host, 'Stage', 3), values: [['Qualification']] },
    });
    expect(outcome.ledger.map(({ Kind, To }) => [Kind, To])).toEqual([['moved', 'Qualification']]);
    expect(lifeOf(host, 'Mill').at(-1)).toBe('moved: Needs analysis -> Qualification');
    settles(host);
    expect(lifeOf(host, 'Dam')).toEqual(['created: Qualification']);
  },
);

test.each(FATES)(
  'Health names merged cells, and taking them apart brings the stages back: writes behind them are %s',
  (fate) => {
    const host = merged('Stage', fate);
    does(host, { menu: 'refreshReports' });
    const [problem] = blockOf(host, 'Health', 'problems');
    expect(problem).toMatchObject({
      cell: at(host, 'Stage', 2),
      problem: `The cells ${at(host, 'Stage', 2, 4)} are merged, and only the first of them holds anything`,
      repair: `Take the merged cells ${at(host, 'Stage', 2, 4)} apart`,
    });
    const before = ledgerLength(host);
    does(host, { menu: 'repairWorkbook', answers: [{ text: '1' }] });
    expect(dealNamed(host, 'Dam').Stage).not.toBe('Needs analysis');
    does(host, { menu: 'repairWorkbook', answers: [{ text: '' }] });
    expect(dealRows(host).map(({ Stage }) => Stage)).toEqual([
      'Needs analysis',
      'Qualification',
      'Qualification',
    ]);
    expect(ledgerLength(host)).toBe(before);
    settles(host);
    expect(blockOf(host, 'Health', 'problems')).toEqual([]);
  },
);

test.each(FATES)('merged IDs make no deal appear or vanish: writes behind them are %s', (fate) => {
  const host = merged('ID', fate);
  const before = ledgerLength(host);
  settles(host);
  expect(ledgerLength(host)).toBe(before);
  does(host, { unmerge: { tab: 'Deals', range: at(host, 'ID', 2, 4) } });
  settles(host);
  expect(ledgerLength(host)).toBe(before);
  expect(new Set(dealRows(host).map(({ ID }) => ID)).size).toBe(3);
  expect(lifeOf(host, 'Dam')).toEqual(['created: Qualification']);
});

test.each(FATES)(
  'with the whole block of the program merged nothing is concluded: writes behind it are %s',
  (fate) => {
    const host = merged('ID', fate);
    const block = at(host, 'Gate', 2).replace(/2$/, '2:') + at(host, 'Memo', 4);
    does(host, { merge: { tab: 'Deals', range: block } });
    const before = ledgerLength(host);
    for (let day = 0; day < 3; day++) sweeps(host);
    expect(ledgerLength(host)).toBe(before);
  },
);

test('merged amounts are told, and the deals go on', () => {
  const host = merged('Amount');
  types(host, 'Mill', { Amount: 9_000 });
  does(host, { menu: 'refreshReports' });
  expect(blockOf(host, 'Health', 'problems').map(({ cell }) => cell)).toEqual([
    at(host, 'Amount', 2),
  ]);
  types(host, 'Dam', { Stage: 'Needs analysis' });
  expect(dealNamed(host, 'Dam')['Accepted stage']).toBe('Needs analysis');
});

test('a title merged above the headers, and cells of a column of one’s own, are nobody’s business', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED);
  newDeal(host, 'Dam');
  does(host, { insertColumns: { tab: 'Deals', at: 1, count: 1 } });
  does(host, { insertRows: { tab: 'Deals', at: 1, count: 1 } });
  does(host, { merge: { tab: 'Deals', range: 'A1:F1' } });
  does(host, { edit: { tab: 'Deals', range: 'A1', values: [['Our deals']] } });
  does(host, { edit: { tab: 'Deals', range: 'A2', values: [['Region']] } });
  does(host, { merge: { tab: 'Deals', range: 'A3:A4' } });
  does(host, { edit: { tab: 'Deals', range: 'A4', values: [['North']] } });
  types(host, 'Mill', { Stage: 'Needs analysis' });
  expect(dealNamed(host, 'Mill')['Accepted stage']).toBe('Needs analysis');
  does(host, { menu: 'refreshReports' });
  expect(blockOf(host, 'Health', 'problems')).toEqual([]);
});

test('merged cells of Gates and Stages are told beside the rows that they leave empty', () => {
  const host = aPipeline();
  does(host, { merge: { tab: 'Gates', range: 'A2:A4' } });
  does(host, { edit: { tab: 'Gates', range: 'G2', values: [['Ask for it']] } });
  const checks = rowsOf(host, 'Gates').map(({ Check }) => String(Check));
  expect(checks.slice(0, 4).map((check) => check.includes('merged cells'))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  newDeal(host, 'Mill', QUALIFIED, 'Needs analysis');
  expect(dealNamed(host, 'Mill').Stage).toBe('Needs analysis');
  does(host, { merge: { tab: 'Stages', range: 'B2:B3' } });
  does(host, { edit: { tab: 'Stages', range: 'G2', values: [['Ask who decides']] } });
  expect(rowsOf(host, 'Stages')[1]?.Check).toContain('merged cells');
  settles(host);
  expect(dealNamed(host, 'Mill')['Accepted stage']).toBe('Needs analysis');
});
