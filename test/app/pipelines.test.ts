import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Gesture } from '../../preview/google/gestures/gesture';
import type { Host } from '../../preview/google/host';
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
  idOf,
  letter,
  lifeOf,
  loaded,
  newDeal,
  QUALIFIED,
  saved,
  sweeps,
  types,
} from './desk';
import { filled, sets, works } from './rules';
import { Desk } from './sequenceDesk';
import { anAct, gestureOf } from './sequences';

let start: string | undefined;

/** New business as it was set up, with Mill in Needs analysis and Dam just begun, and the SaaS stages as Renewals. */
function twoPipelines(): Host {
  if (start === undefined) {
    const host = aPipeline();
    newDeal(host, 'Mill', QUALIFIED, 'Needs analysis');
    newDeal(host, 'Dam');
    does(host, { menu: 'addPipeline', answers: [{ text: 'Renewals' }, { text: 'SaaS' }] });
    start = saved(host);
  }
  return loaded(start);
}

const standing = (host: Host, deal: string) => {
  const { Pipeline, Stage, 'Accepted stage': accepted } = dealNamed(host, deal);
  return [Pipeline, Stage, accepted];
};
const IN_RENEWALS = ['Renewals', 'Discovery and demo', 'Discovery and demo'];
const IN_MAIN = ['Main', 'Needs analysis', 'Needs analysis'];

test('a workbook with one pipeline shows nothing of a second one', () => {
  const host = aPipeline();
  newDeal(host, 'Mill');
  does(host, { menu: 'refreshReports' });
  const headers = host.book.sheets.map((sheet) => Object.keys(rowsOf(host, sheet.name)[0] ?? {}));
  expect(headers.flat()).not.toContain('Pipeline');
  const columns = Object.keys(blockOf(host, 'Funnel', 'stages')[0] ?? {});
  expect(columns).not.toContain('pipeline');
});

const RENEWAL_KEYS = [
  'discovery-and-demo',
  'trial-or-poc',
  'value-proposition-and-negotiation',
  'subscription-and-onboarding',
];

test('a pipeline whose adding Google broke off is finished by adding it again', () => {
  const text = saved(aPipeline());
  const adds = { menu: 'addPipeline', answers: [{ text: 'Renewals' }, { text: 'SaaS' }] };
  for (let failAt = 150; failAt <= 320; failAt += 10) {
    const host = loaded(text);
    host.gesture({ ...adds, failAt });
    does(host, adds);
    const stages = rowsOf(host, 'Stages').filter(({ Pipeline }) => Pipeline === 'Renewals');
    const keys = stages.map(({ Key }) => Key);
    expect([failAt, ...keys]).toEqual([failAt, ...RENEWAL_KEYS]);
  }
});

test('who inserts a row while a pipeline is added gets an empty row, and each deal the pipeline that it is in', () => {
  const begun = aPipeline();
  for (const name of ['Mill', 'Dam', 'Weir']) newDeal(begun, name);
  const text = saved(begun);
  const adds = { menu: 'addPipeline', answers: [{ text: 'Renewals' }, { text: 'SaaS' }] };
  const calls = loaded(text).gesture(adds).executions[0]?.callCount ?? 0;
  const inserts = { insertRows: { tab: 'Deals', at: 2, count: 1 } };
  for (let call = Math.floor(calls * 0.6); call <= calls * 0.8; call++) {
    const host = loaded(text);
    host.gesture({ ...adds, during: { call, do: inserts } });
    works(host);
    sweeps(host);
    const rows = dealRows(host).map(
      ({ Deal, Pipeline, Stage }) => `${Deal}: ${Pipeline}, ${Stage}`,
    );
    const there = ['Mill', 'Dam', 'Weir'].map((name) => `${name}: Main, Qualification`);
    expect({ call, rows }).toEqual({ call, rows: there });
    const gone = rowsOf(host, 'Ledger').filter(({ Kind }) => Kind === 'deleted');
    expect({ call, gone }).toEqual({ call, gone: [] });
  }
});

/** Each way of asking for the other pipeline, or for one of its stages. */
const WAYS: Readonly<Record<string, (host: Host) => readonly Gesture[]>> = {
  'the Pipeline cell, typed': (host) => [
    { edit: { tab: 'Deals', range: at(host, 'Pipeline', 2), values: [['Renewals']] } },
  ],
  'the Pipeline cells, pasted': (host) => [
    {
      edit: { tab: 'Deals', range: at(host, 'Pipeline', 2, 3), values: [['Renewals'], ['Main']] },
    },
  ],
  'the Stage cell, typed': (host) => [
    { edit: { tab: 'Deals', range: at(host, 'Stage', 2), values: [['Discovery and demo']] } },
  ],
  'both cells, pasted': (host) => [
    {
      edit: {
        tab: 'Deals',
        range: `${at(host, 'Pipeline', 2)}:${at(host, 'Stage', 2)}`,
        values: [['Renewals', 'Discovery and demo']],
      },
    },
  ],
  'another program and the check': (host) => [
    { apiWrite: { tab: 'Deals', range: at(host, 'Pipeline', 2), values: [['Renewals']] } },
    { menu: 'sweep' },
  ],
  'the sidebar': (host) => [
    { call: 'moveDeals', args: [{ ids: [idOf(host, 'Mill')], to: 'Discovery and demo' }] },
  ],
  'a script that Google stopped': (host) => [
    {
      edit: { tab: 'Deals', range: at(host, 'Pipeline', 2), values: [['Renewals']] },
      stopAt: 34,
      keep: 'half',
    },
    { menu: 'sweep' },
  ],
};

test.each(Object.keys(WAYS))('%s: Mill goes to Renewals, and both cells say so', (way) => {
  const host = twoPipelines();
  for (const gesture of WAYS[way]?.(host) ?? []) host.gesture(gesture);
  expect(standing(host, 'Mill')).toEqual(IN_RENEWALS);
  expect(standing(host, 'Dam')).toEqual(['Main', 'Qualification', 'Qualification']);
  expect(lifeOf(host, 'Mill').at(-1)).toBe('moved: Needs analysis -> Discovery and demo');
  const before = everything(host);
  sweeps(host);
  expect(everything(host)).toEqual(before);
});

test.each(Object.keys(WAYS))('%s: what the entering gate of Renewals asks holds Mill', (way) => {
  const host = twoPipelines();
  const gate = filled(host, 'Gates').length + 2;
  const criterion = ['Discovery and demo', 'Entering', 'Phone', 'is filled'];
  does(host, { edit: { tab: 'Gates', range: `A${gate}:D${gate}`, values: [criterion] } });
  for (const gesture of WAYS[way]?.(host) ?? []) host.gesture(gesture);
  expect(standing(host, 'Mill')).toEqual(IN_MAIN);
  expect(lifeOf(host, 'Mill').at(-1)).toBe('held: Needs analysis -> Discovery and demo');
});

test('a move that is taken back goes back into its pipeline', () => {
  const host = twoPipelines();
  types(host, 'Mill', { Pipeline: 'Renewals' });
  const last = rowsOf(host, 'Ledger').at(-1);
  ask(host, 'undoMove', { entry: Number(last?.Seq) });
  expect(standing(host, 'Mill')).toEqual(IN_MAIN);
});

test('a new row starts in the pipeline that it names', () => {
  const host = twoPipelines();
  const range = `A4:${at(host, 'Pipeline', 4)}`;
  const cells = ['Sluice gate', ...Array.from({ length: 8 }, () => ''), 'Renewals'];
  does(host, { edit: { tab: 'Deals', range, values: [cells] } });
  expect(standing(host, 'Sluice gate')).toEqual(IN_RENEWALS);
  expect(lifeOf(host, 'Sluice gate')).toEqual(['created: Discovery and demo']);
});

test('skipping is forbidden in one pipeline and allowed in the other', () => {
  const host = twoPipelines();
  sets(host, 'May skip stages: Renewals', 'No');
  types(host, 'Dam', { Pipeline: 'Renewals' });
  types(host, 'Dam', { Stage: 'Value proposition and negotiation' });
  expect(dealNamed(host, 'Dam').Gate).toContain('Trial or PoC');
  expect(standing(host, 'Dam')).toEqual(IN_RENEWALS);
  expect(String(rowsOf(host, 'Ledger').at(-1)?.Reason)).toContain('Trial or PoC');
});

test('a won deal stays in its pipeline, and each pipeline has a funnel of its own', () => {
  const host = twoPipelines();
  types(host, 'Dam', { Pipeline: 'Renewals', Amount: 900 });
  const override = { ids: [idOf(host, 'Dam')], to: 'Closed won', override: true, reason: 'Signed' };
  ask(host, 'moveDeals', override);
  expect(standing(host, 'Dam')).toEqual(['Renewals', 'Closed won', 'Closed won']);
  does(host, { menu: 'refreshReports' });
  const funnel = blockOf(host, 'Funnel', 'stages').map(({ pipeline, stage, now, reached }) => {
    return `${pipeline}, ${stage}: ${now} of ${reached}`;
  });
  expect(funnel).toEqual([
    'Main, Qualification: 0 of 1',
    'Main, Needs analysis: 1 of 1',
    'Main, Proposal: 0 of 0',
    'Main, Negotiation: 0 of 0',
    'Main, Closed won: 0 of 0',
    'Main, Closed lost: 0 of ',
    'Main, Nurture: 0 of ',
    'Renewals, Discovery and demo: 0 of 1',
    'Renewals, Trial or PoC: 0 of 1',
    'Renewals, Value proposition and negotiation: 0 of 1',
    'Renewals, Subscription and onboarding: 0 of 1',
    'Renewals, Closed won: 1 of 1',
    'Renewals, Closed lost: 0 of ',
    'Renewals, Nurture: 0 of ',
  ]);
  const view = ask(host, 'boardView', {}) as Reply<'boardView'>;
  expect(view.cards.map(({ name, pipeline }) => [name, pipeline])).toEqual([
    ['Mill', 'Main'],
    ['Dam', 'Renewals'],
  ]);
});

test('a deal imported into a stage of the second pipeline says so in its Pipeline cell', () => {
  const host = twoPipelines();
  const step = {
    to: 'trial-or-poc',
    from: '',
    at: '2026-01-05T09:00:00',
    kind: 'created',
    by: '',
    how: 'import',
  };
  const reply = ask(host, 'importDeals', {
    setUp: { stages: [], replacesStages: false, own: [] },
    deals: [{ id: 'X1', line: 2, cells: { deal: 'Weir' }, steps: [step], openAmount: null }],
    gates: 'trust',
  });
  expect(reply).toMatchObject({ ok: true, deals: 1 });
  expect(standing(host, 'Weir')).toEqual(['Renewals', 'Trial or PoC', 'Trial or PoC']);
});

test.each<{ rows: string; names: readonly string[]; problem: string }>`
  rows        | names                                | problem
  ${'K9'}     | ${['']}                              | ${'This stage names no pipeline'}
  ${'K9:K12'} | ${['', '', '', '']}                  | ${''}
  ${'K2:K5'}  | ${['Main', 'Main', 'main ', 'Main']} | ${''}
  ${'K6'}     | ${['Main']}                          | ${'No deal of the pipeline "Renewals" can be won'}
`('$names in the Pipeline column of Stages: $problem', ({ rows, names, problem }) => {
  const host = twoPipelines();
  does(host, { edit: { tab: 'Stages', range: rows, values: names.map((name) => [name]) } });
  works(host);
  does(host, { menu: 'refreshReports' });
  const told = blockOf(host, 'Health', 'problems').map((one) => String(one.problem));
  expect(told.filter((text) => /pipeline/i.test(text)).join()).toContain(problem);
  expect(dealNamed(host, 'Mill').Stage).toBe('Needs analysis');
});

const SEQUENCES = Number(process.env.SEQUENCES ?? 1_000) / 10;
const GESTURES = 30;

/** In one of three gestures somebody or something writes into Pipeline cells. */
function writesPipeline(desk: Desk, { a, b, c }: { a: number; b: number; c: number }): Gesture {
  const names = ['Main', 'Renewals', 'Renewals', 'Nowhere', ''];
  const write = {
    tab: 'Deals',
    range: desk.range('Pipeline', desk.row(a)),
    values: [[names[b % names.length] ?? '']],
  };
  if (c % 3 === 0) return { apiWrite: write };
  return c % 3 === 1 ? { edit: write } : { edit: write, stopAt: 20 + (a % 40), keep: 'half' };
}

test('a row that another program copied becomes a deal of its own, in the pipeline that its stage is in', () => {
  const host = twoPipelines();
  const sheet = host.names().tab('Deals');
  const [mill = []] = sheet.values({ row: 2, column: 1, rows: 1, columns: sheet.lastColumn });
  const { column } = host.names().column(sheet, 'Pipeline');
  const copy = mill.map((cell, i) => (i === column - 1 ? '' : cell));
  const range = `A9:${letter(copy.length)}9`;
  does(host, { apiWrite: { tab: 'Deals', range, values: [copy] } });
  sweeps(host);
  const [first, second] = dealRows(host).filter(({ Deal }) => Deal === mill[0]);
  expect([first?.Pipeline, second?.Pipeline]).toEqual(['Main', 'Main']);
  expect(second?.ID).not.toBe(first?.ID);
});

test(`after ${SEQUENCES} sequences with two pipelines stages, ledger and Pipeline cells agree`, () => {
  const step = fc.record({ act: anAct, isPipeline: fc.integer({ min: 0, max: 2 }) });
  const sequence = fc.array(step, { minLength: GESTURES, maxLength: GESTURES });
  const property = fc.property(sequence, (steps) => {
    const host = twoPipelines();
    const desk = new Desk(host);
    for (const { act, isPipeline } of steps) {
      host.gesture(isPipeline === 0 ? writesPipeline(desk, act) : gestureOf(desk, act));
    }
    sweeps(host);
    const swept = everything(host);
    const accepted = new Map<unknown, unknown>();
    for (const { Deal, Kind, To } of rowsOf(host, 'Ledger')) {
      if (['created', 'moved', 'overridden', 'undone'].includes(String(Kind)))
        accepted.set(Deal, To);
    }
    const pipelineOf = new Map(rowsOf(host, 'Stages').map((row) => [row.Stage, row.Pipeline]));
    for (const row of dealRows(host)) {
      expect(row.Stage).toBe(accepted.get(row.ID));
      const own = pipelineOf.get(row.Stage);
      if (own !== '' && row.Pipeline !== 'Nowhere')
        expect([row.Deal, row.Pipeline]).toEqual([row.Deal, own]);
    }
    sweeps(host);
    expect(everything(host)).toEqual(swept);
  });
  fc.assert(property, { numRuns: SEQUENCES, endOnFailure: true });
});
