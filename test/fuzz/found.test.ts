/** What the fuzzers found, each as a case of its own. */
import { expect, test } from '@jest/globals';
import { loadImporting } from '../../scripts/loadImporting';
import type { Reply } from '../../src/rpc';
import type { ImportMap } from '../../src/rpc/importCalls';
import {
  aPipeline,
  at,
  dealNamed,
  does,
  everything,
  idOf,
  newDeal,
  QUALIFIED,
  sweeps,
  types,
} from '../app/desk';
import { ask, rowsOf, setUp } from '../support/standIn';
import { formulasIn } from './world';

const { planImport, sentSlices } = loadImporting();

/** Brings rows in as the import page does. */
function imports(
  host: ReturnType<typeof setUp>,
  headers: string[],
  rows: string[][],
  map: ImportMap = {},
) {
  const target = ask(host, 'importTarget', {}) as Reply<'importTarget'>;
  const deals = { name: 'deals.csv', headers, rows, lines: rows.map((_, i) => i + 2) };
  const asOf = '2026-02-02';
  const about = { deals, history: null, asOf };
  const { plan } = planImport({ ...about, prices: null, map, stages: 'keep' }, target);
  const { language, currency } = target;
  const slices = [...sentSlices({ ...about, plan, language, currency, size: 100 })];
  const replies = slices.map((slice) =>
    ask(host, 'importDeals', { setUp: slice.setUp, deals: [...slice.deals], gates: 'trust' }),
  );
  return { replies, rejects: slices.flatMap(({ rejects }) => rejects) };
}

test.each(['__proto__', 'constructor', 'toString'])(
  'an activity may be called %s: it is logged, counted, and the deal keeps its history',
  (kind) => {
    const host = aPipeline();
    newDeal(host, 'Mill', QUALIFIED, 'Needs analysis');
    const id = idOf(host, 'Mill');
    const reply = ask(host, 'logActivity', { id, kind }) as Reply<'logActivity'>;
    expect(reply).toMatchObject({ ok: true, deal: { stage: 'needs-analysis' } });
    expect(reply.deal?.history).toHaveLength(2);
    expect(rowsOf(host, 'Activities')).toMatchObject([{ 'Deal ID': id, Kind: kind }]);
    sweeps(host);
    expect(JSON.parse(String(dealNamed(host, 'Mill').Memo)).a).toEqual([[kind, 1]]);
  },
);

test('a stage may be called Constructor: deals go there, and reports are made', () => {
  const host = aPipeline();
  does(host, { edit: { tab: 'Stages', range: 'B3', values: [['Constructor']] } });
  does(host, { clear: { tab: 'Stages', range: 'I3' } });
  newDeal(host, 'Mill', QUALIFIED, 'Constructor');
  does(host, { menu: 'refreshReports' });
  expect(ask(host, 'dealView', { id: idOf(host, 'Mill') })).toMatchObject({ ok: true });
  expect(ask(host, 'boardView', {})).toMatchObject({ ok: true });
  expect(dealNamed(host, 'Mill').Stage).toBe('Constructor');
});

test.each(['Deal', 'Gate', '负责人', 'ID', ' '])(
  'a page that would lay a second column "%s" is refused before anything is written',
  (header) => {
    const host = aPipeline();
    newDeal(host, 'Mill');
    const before = everything(host);
    const own = [{ header, kind: 'text' }];
    const setUpOf = { stages: [], replacesStages: false, own };
    expect(ask(host, 'importDeals', { setUp: setUpOf, deals: [], gates: 'trust' })).toMatchObject({
      ok: false,
      code: 'badRequest',
    });
    expect(everything(host)).toEqual(before);
  },
);

test('a cell that is longer than a sheet can hold costs its own row, not the import', () => {
  const host = setUp();
  const { replies, rejects } = imports(
    host,
    ['ID', 'Deal', 'Notes'],
    [
      ['D-1', 'Mill', 'x'.repeat(50_001)],
      ['D-2', 'Dam', 'short'],
      ['D'.repeat(201), 'Weir', ''],
    ],
  );
  expect(replies).toMatchObject([{ ok: true, deals: 1 }]);
  expect(rejects).toMatchObject([
    { line: 2, column: 'Notes', reason: expect.stringContaining('50000 characters') },
    { line: 4, column: 'ID', reason: expect.stringContaining('200 characters') },
  ]);
});

test.each(['own:', 'own:Gate', 'own:Memo'])(
  'a map that makes a column "%s" harms no column of ours',
  (ours) => {
    const host = setUp();
    const { replies } = imports(host, ['ID', 'Deal', 'Notes'], [['D-1', 'Mill', 'kept']], {
      columns: { Notes: ours },
    });
    expect(replies).toMatchObject([{ ok: true, deals: 1 }]);
    expect(dealNamed(host, 'Mill')).toMatchObject({ ID: 'D-1', 'Accepted stage': 'Qualification' });
    const before = everything(host);
    sweeps(host);
    expect(everything(host)).toEqual(before);
  },
);

test('a map that names a stage with nothing names none', () => {
  const host = setUp();
  const map = { stages: { Proposal: { name: ' ' } } };
  const { replies } = imports(host, ['Deal', 'Stage'], [['Mill', 'Proposal']], map);
  expect(replies).toMatchObject([{ ok: true, deals: 1 }]);
  expect(dealNamed(host, 'Mill').Stage).toBe('Proposal');
});

test('an apostrophe before a next step is no change of it: the check notes nothing', () => {
  const host = setUp();
  imports(host, ['ID', 'Deal', 'Next step', 'Owner'], [["'007", 'Mill', "'=1+1", "'Ann"]]);
  newDeal(host, 'Dam', { 'Next step': "'-3 days" });
  const ledger = rowsOf(host, 'Ledger').length;
  sweeps(host);
  expect(rowsOf(host, 'Ledger')).toHaveLength(ledger);
});

test('an edit of rows that were deleted meanwhile is judged as far as they are there', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED);
  const { maxRows } = host.names().tab('Deals');
  const outcome = host.gesture({
    edit: { tab: 'Deals', range: `A${maxRows - 1}:A${maxRows}`, values: [['Dam'], ['Weir']] },
    during: { call: 2, do: { deleteRows: { tab: 'Deals', at: maxRows, count: 1 } } },
  });
  expect(outcome.executions.map(({ error }) => error)).toEqual([undefined]);
  expect(dealNamed(host, 'Dam')).toMatchObject({ Stage: 'Qualification' });
  types(host, 'Mill', { Stage: 'Needs analysis' });
  expect(dealNamed(host, 'Mill').Stage).toBe('Needs analysis');
});

test('a stage with a name of thousands of letters is told beside it, and nothing else stands still', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED, 'Needs analysis');
  const names = ['a', 'b', 'c'].map((sign) => [sign.repeat(9_000)]);
  does(host, { apiWrite: { tab: 'Stages', range: 'B3', values: names } });
  does(host, { apiWrite: { tab: 'Stages', range: 'I3', values: [[''], [''], ['']] } });
  does(host, { edit: { tab: 'Stages', range: 'G2', values: [['Ask who decides']] } });
  expect(String(rowsOf(host, 'Stages')[1]?.Check)).toContain('more than 200 characters');
  sweeps(host);
  const { executions } = does(host, { menu: 'refreshReports' });
  expect(executions.flatMap(({ alerts }) => alerts)).toEqual([]);
  newDeal(host, 'Dam', QUALIFIED);
  expect(dealNamed(host, 'Dam').Stage).toBe('Qualification');
});

test.each(['1'.repeat(50_000), `=${'1'.repeat(49_999)}`, 'x'.repeat(50_000)])(
  'a next step as long as a cell can be is recorded, and a second check changes nothing',
  (text) => {
    const host = aPipeline();
    newDeal(host, 'Mill', QUALIFIED);
    const before = rowsOf(host, 'Ledger').length;
    does(host, {
      apiWrite: { tab: 'Deals', range: at(host, 'Next step', 2), values: [[`'${text.slice(1)}`]] },
    });
    expect(sweeps(host).executions.flatMap(({ alerts }) => alerts)).toEqual([]);
    expect(rowsOf(host, 'Ledger')).toHaveLength(before + 1);
    const swept = everything(host);
    sweeps(host);
    expect(everything(host)).toEqual(swept);
  },
);

test('a deal with hundreds of done tasks keeps its history in reach of an edit', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED);
  const id = idOf(host, 'Mill');
  const tasks = Array.from({ length: 900 }, (_, i) => [
    `Task ${i} ${'y'.repeat(60)}`,
    'Mill',
    '',
    '',
    'Done',
    '',
    id,
  ]);
  does(host, { apiWrite: { tab: 'Tasks', range: 'A2', values: tasks } });
  sweeps(host);
  expect(JSON.parse(String(dealNamed(host, 'Mill').Memo)).h).toHaveLength(1);
  types(host, 'Mill', { Stage: 'Needs analysis' });
  expect(dealNamed(host, 'Mill').Stage).toBe('Needs analysis');
});

test('what looks like a formula stays text where somebody has taken the text format away', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED);
  for (const tab of ['Deals', 'Ledger']) {
    const sheet = host.names().tab(tab);
    sheet.formats.fill({ row: 1, column: 1, rows: sheet.maxRows, columns: sheet.maxColumns }, '');
  }
  const facts = { nextStep: '=IMPORTXML("http://x.example")', phone: '=1+1' };
  expect(ask(host, 'saveFacts', { id: idOf(host, 'Mill'), facts })).toMatchObject({ ok: true });
  expect(formulasIn(host)).toEqual([]);
  expect(dealNamed(host, 'Mill')).toMatchObject({ Phone: '=1+1', 'Next step': facts.nextStep });
});

test('a stage cell that holds the error of a formula names no stage', () => {
  const host = setUp();
  const { rejects, replies } = imports(
    host,
    ['Deal', 'Stage'],
    [
      ['Mill', '#REF!'],
      ['Dam', 'Proposal'],
    ],
  );
  expect(rejects).toMatchObject([{ line: 2, column: 'Stage' }]);
  expect(replies).toMatchObject([{ ok: true, deals: 1 }]);
});

test('an apostrophe before the name of a stage is not part of it, in a file or in the tab', () => {
  const host = setUp();
  imports(host, ['Deal', 'Stage'], [['Mill', "'=1+1"]], { stages: { "'=1+1": { kind: 'open' } } });
  expect(dealNamed(host, 'Mill')).toMatchObject({ Stage: '=1+1', 'Accepted stage': '=1+1' });
  const ledger = rowsOf(host, 'Ledger').length;
  sweeps(host);
  expect(rowsOf(host, 'Ledger')).toHaveLength(ledger);
});

test('a page that asks to take back an entry between two entries is refused', () => {
  const host = aPipeline();
  newDeal(host, 'Mill', QUALIFIED);
  types(host, 'Mill', { Stage: 'Needs analysis' });
  expect(ask(host, 'undoMove', { entry: 1.5 })).toMatchObject({ ok: false, code: 'noUndo' });
});
