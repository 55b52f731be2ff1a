import { expect, test } from '@jest/globals';
import type { Outcome } from '../../preview/google/gestures/gesture';
import { rowsOf } from '../support/standIn';
import {
  aPipeline,
  at,
  dealNamed,
  does,
  everything,
  idOf,
  lineOf,
  loaded,
  newDeal,
  QUALIFIED,
  saved,
  sweeps,
  types,
  WINNABLE,
} from './desk';

type Host = ReturnType<typeof aPipeline>;

const ANN = 'ann@example.com';

/** What the owner has closed to everybody else, and how the message names it. */
const CLOSED = {
  'the ledger': { tab: 'Ledger', columns: null, named: 'Ledger' },
  "the program's block": { tab: 'Deals', columns: ['Gate', 'Memo'], named: 'Gate, Days in stage' },
  'the IDs': { tab: 'Deals', columns: ['ID', 'ID'], named: 'the column ID of Deals' },
  'the Gate column': { tab: 'Deals', columns: ['Gate', 'Gate'], named: 'the column Gate of Deals' },
} as const;

const beginnings = new Map<string, string>();

/** A deal that may go on, where the worker has been before; made once. */
function begun(language: 'en' | 'zh'): Host {
  let text = beginnings.get(language);
  if (text === undefined) {
    const host = aPipeline(language);
    newDeal(host, 'Mill', QUALIFIED);
    does(host, { trigger: 'work' });
    text = saved(host);
    beginnings.set(language, text);
  }
  return loaded(text);
}

/** A deal that may go on, in a workbook with parts that only the owner may write. */
function aWorkbook(
  closed: { readonly tab: string; readonly columns: readonly [string, string] | null },
  when: 'at the call' | 'at the flush',
  language: 'en' | 'zh' = 'en',
): Host {
  const host = begun(language);
  host.book.facts = { ...host.book.facts, protectedWriteThrows: when };
  const [first, last] = closed.columns ?? [];
  const range = first === undefined ? {} : { range: rangeOf(host, first, last ?? first) };
  does(host, { protect: { tab: closed.tab, editors: [], ...range } });
  return host;
}

function rangeOf(host: Host, first: string, last: string): string {
  return `${at(host, first, 2)}:${at(host, last, 100)}`;
}

function said({ toasts }: Outcome): string {
  return toasts.map(({ message }) => message).join();
}

function ledger(host: Host): readonly string[] {
  return rowsOf(host, 'Ledger').map(
    (line) => `${line.Deal === idOf(host, 'Mill') ? 'Mill' : 'other'} ${lineOf(line)}`,
  );
}

const WAYS = Object.entries(CLOSED).flatMap(([what, closed]) =>
  (['at the call', 'at the flush'] as const).map((when) => ({ what, when, ...closed })),
);

/** A deal that is there keeps its ID, and nothing has to be written there. */
const MOVES = WAYS.filter(({ what }) => what !== 'the IDs');

test.each(MOVES)(
  'where $what is protected from Ann (refused $when), her move waits for the worker and she is told',
  ({ when, named, ...closed }) => {
    const host = aWorkbook(closed, when);
    const typed = types(host, 'Mill', { Stage: 'Needs analysis' }, ANN);
    expect(said(typed)).toContain(`you may not write in`);
    expect(said(typed)).toContain(named);
    expect(dealNamed(host, 'Mill').Stage).toBe('Needs analysis');
    does(host, { trigger: 'work' });
    expect(dealNamed(host, 'Mill')).toMatchObject({
      Stage: 'Needs analysis',
      'Accepted stage': 'Needs analysis',
    });
    expect(ledger(host)).toEqual([
      'Mill created: Qualification',
      'Mill moved: Qualification -> Needs analysis',
    ]);
    const settled = everything(host);
    sweeps(host);
    expect(everything(host)).toEqual(settled);
  },
);

test.each(WAYS)(
  'where $what is protected from Ann (refused $when), a move too early is held by the worker',
  ({ when, named: _, ...closed }) => {
    const host = aWorkbook(closed, when);
    types(host, 'Mill', { Stage: 'Closed won' }, ANN);
    does(host, { trigger: 'work' });
    expect(dealNamed(host, 'Mill')).toMatchObject({
      Stage: 'Qualification',
      'Accepted stage': 'Qualification',
    });
    expect(ledger(host)).toEqual([
      'Mill created: Qualification',
      'Mill held: Qualification -> Closed won',
    ]);
  },
);

test.each(WAYS)(
  'where $what is protected from Ann (refused $when), the row that she begins becomes one deal',
  ({ when, named: _, ...closed }) => {
    const host = aWorkbook(closed, when);
    for (const [range, value] of [
      ['A3', 'Dam'],
      ['B3', 'Reservoir Ltd'],
      ['H3', '5000'],
    ] as const) {
      does(host, { edit: { tab: 'Deals', range, values: [[value]] }, as: ANN });
    }
    does(host, { trigger: 'work' });
    expect(dealNamed(host, 'Dam')).toMatchObject({
      Customer: 'Reservoir Ltd',
      Amount: 5_000,
      Stage: 'Qualification',
      'Accepted stage': 'Qualification',
    });
    expect(ledger(host).filter((line) => line.startsWith('other created'))).toHaveLength(1);
    expect(ledger(host).filter((line) => line.includes('deleted'))).toEqual([]);
    const settled = everything(host);
    sweeps(host);
    expect(everything(host)).toEqual(settled);
  },
);

test('where the IDs are protected from Ann, her move counts at once, and a new deal waits for the worker', () => {
  const host = aWorkbook(CLOSED['the IDs'], 'at the call');
  types(host, 'Mill', { Stage: 'Needs analysis' }, ANN);
  expect(dealNamed(host, 'Mill')['Accepted stage']).toBe('Needs analysis');
  const begun = does(host, { edit: { tab: 'Deals', range: 'A3', values: [['Dam']] }, as: ANN });
  expect(said(begun)).toContain('the column ID of Deals');
  expect(dealNamed(host, 'Dam')).toMatchObject({ ID: '', 'Accepted stage': '' });
  does(host, { trigger: 'work' });
  expect(dealNamed(host, 'Dam')['Accepted stage']).toBe('Qualification');
});

test.each(MOVES)(
  'where $what is protected from Ann (refused $when), the sidebar and the menu say so',
  ({ when, named, ...closed }) => {
    const host = aWorkbook(closed, when);
    const move = JSON.stringify({ ids: [idOf(host, 'Mill')], to: 'Needs analysis' });
    const reply = JSON.parse(
      String(does(host, { call: 'moveDeals', args: [move], as: ANN }).value),
    );
    expect(reply).toMatchObject({ ok: false, code: 'protected' });
    expect(reply.message).toContain(named);
    const [alert] = does(host, { menu: 'sweep', as: ANN }).alerts;
    expect(alert?.message ?? '').toContain(alert === undefined ? '' : named);
    does(host, { trigger: 'work' });
    const { Stage, 'Accepted stage': accepted } = dealNamed(host, 'Mill');
    expect(Stage).toBe(accepted);
    const settled = everything(host);
    sweeps(host);
    expect(everything(host)).toEqual(settled);
  },
);

test('a Stage cell that is protected from Ann stays as it is, and her other cells count', () => {
  const host = aWorkbook({ tab: 'Deals', columns: ['Stage', 'Stage'] }, 'at the call');
  const { error } = host.gesture({
    set: { deal: 'Mill', facts: { Stage: 'Needs analysis' } },
    as: ANN,
  });
  expect(error).toContain('protected cell');
  types(host, 'Mill', { Amount: 5_000 }, ANN);
  expect(dealNamed(host, 'Mill')).toMatchObject({ Stage: 'Qualification', Amount: 5_000 });
  expect(ledger(host)).toEqual([
    'Mill created: Qualification',
    'Mill changed: Qualification -> Qualification',
  ]);
  // A new deal's first stage is for the program to fill in.
  const begun = does(host, { edit: { tab: 'Deals', range: 'A3', values: [['Dam']] }, as: ANN });
  expect(said(begun)).toContain('the column Stage of Deals');
  does(host, { trigger: 'work' });
  expect(dealNamed(host, 'Dam')).toMatchObject({
    Stage: 'Qualification',
    'Accepted stage': 'Qualification',
  });
});

test('in a Chinese workbook the message is Chinese', () => {
  const host = aWorkbook({ tab: 'Ledger', columns: null }, 'at the call', 'zh');
  const typed = types(host, 'Mill', { Stage: '需求分析' }, ANN);
  expect(said(typed)).toContain('您无权编辑');
});

test('somebody who may write everything is not kept waiting by what Ann left', () => {
  const host = aWorkbook({ tab: 'Deals', columns: ['ID', 'ID'] }, 'at the flush');
  types(host, 'Mill', { Stage: 'Needs analysis' }, ANN);
  newDeal(host, 'Weir', QUALIFIED);
  sweeps(host);
  types(host, 'Weir', { Stage: 'Needs analysis' });
  expect(dealNamed(host, 'Weir')['Accepted stage']).toBe('Needs analysis');
  expect(dealNamed(host, 'Mill')['Accepted stage']).toBe('Needs analysis');
});

test.each<{ language: 'en' | 'zh'; says: string }>`
  language | says
  ${'en'}  | ${'You may only view this sheet now, so nothing was changed.'}
  ${'zh'}  | ${'您现在只能查看此表格，因此没有做任何更改。'}
`('who may only view the sheet any more is told so ($language), and changes nothing', (given) => {
  const host = begun(given.language);
  const id = idOf(host, 'Mill');
  does(host, { rights: { user: ANN, may: 'view' } });
  const before = everything(host);
  for (const [call, request] of [
    ['moveDeals', { ids: [id], to: 'needs-analysis' }],
    ['saveFacts', { id, facts: { nextStep: 'Ring them' } }],
    ['logActivity', { id, kind: 'call' }],
    ['addTask', { id, task: 'Ring them', due: '' }],
  ] as const) {
    const outcome = host.gesture({ call, args: [JSON.stringify(request)], as: ANN });
    expect(String(outcome.value)).toContain(given.says);
  }
  expect(everything(host)).toEqual(before);
});

test('where the ledger is refused at the flush, a win keeps the close date that was typed until the worker notes it', () => {
  const host = aWorkbook(CLOSED['the ledger'], 'at the flush');
  types(host, 'Mill', WINNABLE, ANN);
  const typed = dealNamed(host, 'Mill')['Close date'];
  const won = types(host, 'Mill', { Stage: 'Closed won' }, ANN);
  expect(said(won)).toContain('you may not write in');
  expect([typed, dealNamed(host, 'Mill')['Close date']]).toEqual(['2026-03-31', '2026-03-31']);
  does(host, { trigger: 'work' });
  expect(dealNamed(host, 'Mill')).toMatchObject({
    'Accepted stage': 'Closed won',
    'Close date': '2026-02-02',
  });
});

const byMove = (id: string) => ({ ids: [id], to: 'won', facts: { closeDate: '2026-03-31' } });
const byFile = (id: string) => ({
  deals: [{ id, cells: { stage: 'Closed won', closeDate: '2026-03-31' } }],
});

test.each([
  { call: 'moveDeals', before: '', request: byMove },
  { call: 'moveDeals', before: '2026-05-05', request: byMove },
  { call: 'changeDeals', before: '2026-05-05', request: byFile },
])(
  'where the ledger is refused at the flush, a close date that comes with a win by $call stays (it was "$before")',
  ({ call, before, request }) => {
    const host = aWorkbook(CLOSED['the ledger'], 'at the flush');
    types(host, 'Mill', { ...WINNABLE, 'Close date': before });
    const args = [JSON.stringify(request(idOf(host, 'Mill')))];
    const { value } = does(host, { call, args, as: ANN });
    expect(JSON.parse(String(value))).toMatchObject({ ok: false, code: 'protected' });
    expect(dealNamed(host, 'Mill')).toMatchObject({
      Stage: 'Closed won',
      'Close date': '2026-03-31',
    });
  },
);
