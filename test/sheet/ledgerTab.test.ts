import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { ENTRY_KINDS, HOWS } from '../../src/domain/ledger';
import { CATEGORIES } from '../../src/domain/pipeline';
import type { Cell } from '../../src/sheet/cell';
import { type LedgerLine, ledgerRows, readLedger } from '../../src/sheet/ledgerTab';
import { LANGUAGES } from '../../src/words/language';
import { threeStages } from '../support/deals';
import { aDay, aText, aTime } from './arbitraries';
import { headerRow, headersOf, problemList, tabOf } from './tabs';

const aStageKey = fc.constantFrom('', ...threeStages.stages.map((stage) => stage.key));

const anUnrated: fc.Arbitrary<LedgerLine> = fc.record({
  seq: fc.nat(),
  deal: aText,
  kind: fc.constantFrom(...ENTRY_KINDS),
  from: aStageKey,
  to: aStageKey,
  at: aTime,
  by: aText,
  how: fc.constantFrom(...HOWS),
  owner: aText,
  amount: fc.option(fc.integer({ min: -1e12, max: 1e14 })),
  currency: fc.constantFrom('USD', 'CNY', 'JPY', 'KWD', ''),
  closeDate: fc.option(aDay),
  nextStep: aText,
  nextStepDate: fc.option(aDay),
  category: fc.option(fc.constantFrom(...CATEGORIES)),
  winChance: fc.option(fc.nat(100).map((percent) => percent / 100)),
  reason: aText,
  batch: aText,
  digest: aText,
});
const aRate = fc.record({
  perUnit: fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
  home: fc.constantFrom('USD', 'CNY'),
});
/** Some entries close a deal in another currency. */
const aLine: fc.Arbitrary<LedgerLine> = fc
  .tuple(anUnrated, fc.option(aRate))
  .map(([line, rate]) => (rate === null ? line : { ...line, rate }));

test('entries are read back as they were written, in either language', () => {
  fc.assert(
    fc.property(fc.array(aLine), fc.constantFrom(...LANGUAGES), (lines, language) => {
      const rows = ledgerRows(lines, threeStages, language);
      const grid = [headerRow('ledger', language), ...rows];
      const read = readLedger(headersOf('ledger', grid), grid, threeStages);
      expect(read).toEqual({ lines, rows: lines.map((_, i) => i + 2), problems: [] });
    }),
  );
});

function ledgerOf(...rows: readonly Readonly<Record<string, Cell>>[]) {
  const full = rows.map((row) => ({
    Seq: 1,
    At: '2026-02-02 09:30:00',
    Deal: 'D1',
    Kind: 'moved',
    From: 'Lead',
    To: 'Proposal',
    ...row,
  }));
  const grid = tabOf('ledger', full);
  return readLedger(headersOf('ledger', grid), grid, threeStages);
}

test('a row is written as people read it: a time, labels, major units', () => {
  const { lines } = ledgerOf({ Amount: 12.5, Currency: 'USD', How: 'pasted' });
  expect(ledgerRows(lines, threeStages, 'en')[0]).toEqual([
    1,
    '2026-02-02 09:30:00',
    'D1',
    'moved',
    'Lead',
    'Proposal',
    '',
    'pasted',
    '',
    12.5,
    'USD',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
  ]);
  expect(lines[0]).toMatchObject({ at: '2026-02-02T09:30:00', amount: 1250, from: 'lead' });
});

test('a ledger in the other language, or whose dates became dates, still reads', () => {
  const { lines } = ledgerOf({
    Kind: '移动',
    How: '粘贴',
    At: { date: '2026-02-02T09:30:00' },
    'Close date': { date: '2026-03-05' },
  });
  expect(lines[0]).toMatchObject({
    kind: 'moved',
    how: 'pasted',
    at: '2026-02-02T09:30:00',
    closeDate: '2026-03-05',
  });
});

test('a stage that was renamed or is gone is not lost', () => {
  const stages = threeStages.stages.map((stage) =>
    stage.key === 'lead' ? { ...stage, label: 'Prospect', aliases: ['Lead'] } : stage,
  );
  const grid = tabOf('ledger', [
    { Seq: 1, At: '2026-02-02 09:30:00', Deal: 'D1', Kind: 'moved', From: 'Lead', To: 'Retired' },
  ]);
  const { lines } = readLedger(headersOf('ledger', grid), grid, { ...threeStages, stages });
  expect([lines[0]?.from, lines[0]?.to]).toEqual(['lead', 'Retired']);
});

test.each<{ row: Readonly<Record<string, Cell>>; problem: string }>`
  row                    | problem
  ${{ Seq: 'one' }}      | ${'A2 unreadableEntry'}
  ${{ At: 'yesterday' }} | ${'B2 unreadableEntry'}
  ${{ Kind: 'jumped' }}  | ${'D2 unreadableEntry'}
`('$row is listed as $problem, and the other entries count', ({ row, problem }) => {
  const read = ledgerOf(row, { Seq: 2 });
  expect(problemList(read.problems)).toEqual([problem]);
  expect(read.lines.map((line) => line.seq)).toEqual([2]);
});

test('empty rows are no entries', () => {
  const grid = [...tabOf('ledger', []), ['', '', ''], []];
  const read = readLedger(headersOf('ledger', grid), grid, threeStages);
  expect(read).toEqual({ lines: [], rows: [], problems: [] });
});
