import { expect, test } from '@jest/globals';
import type { Gesture } from '../../preview/google/gestures/gesture';
import type { Host } from '../../preview/google/host';
import type { Reply } from '../../src/rpc';
import { ask } from '../support/standIn';
import {
  aPipeline,
  at,
  dealNamed,
  does,
  everything,
  type Facts,
  idOf,
  lifeOf,
  newDeal,
  PROPOSABLE,
  QUALIFIED,
  sweeps,
  WINNABLE,
} from './desk';

/** One way in which a Stage cell changes. The deal stands in row 2. */
type Path = (host: Host, stage: string) => Gesture | readonly Gesture[];

const stageCell = (host: Host): string => at(host, 'Stage', 2);

const PATHS: Readonly<Record<string, Path>> = {
  typed: (host, stage) => ({
    edit: { tab: 'Deals', range: stageCell(host), values: [[stage]] },
  }),
  pasted: (host, stage) => ({
    edit: {
      tab: 'Deals',
      range: at(host, 'Stage', 2, 3),
      values: [[stage], ['Qualification']],
    },
  }),
  filled: (host, stage) => [
    { apiWrite: { tab: 'Deals', range: at(host, 'Stage', 3), values: [[stage]] } },
    { fill: { tab: 'Deals', from: at(host, 'Stage', 3), to: stageCell(host) } },
    { edit: { tab: 'Deals', range: at(host, 'Stage', 3), values: [['Qualification']] } },
  ],
  sidebar: (host, stage) => ({
    call: 'moveDeals',
    args: [JSON.stringify({ ids: [idOf(host, 'Mill')], to: stage, from: 'sidebar' })],
  }),
  board: (host, stage) => ({
    call: 'moveDeals',
    args: [JSON.stringify({ ids: [idOf(host, 'Mill')], to: stage, from: 'board' })],
  }),
  'another program': (host, stage) => [
    { apiWrite: { tab: 'Deals', range: stageCell(host), values: [[stage]] } },
    { menu: 'sweep' },
  ],
  'a lost event': (host, stage) => [
    {
      edit: { tab: 'Deals', range: stageCell(host), values: [[stage]] },
      stopAt: 1,
      keep: 'none',
    },
    { menu: 'sweep' },
  ],
  'another column order': (_, stage) => [
    { moveColumn: { tab: 'Deals', from: 'Stage', to: 2 } },
    { edit: { tab: 'Deals', range: 'B2', values: [[stage]] } },
  ],
};

/** What is asked of the gates, with the facts at hand, and what comes of it: by the criteria of the general set. */
const JUDGED: readonly {
  readonly knowing: string;
  readonly facts: Facts;
  readonly to: string;
  readonly outcome: string;
}[] = [
  { knowing: 'nothing', facts: {}, to: 'Needs analysis', outcome: 'held' },
  { knowing: 'that it qualifies', facts: QUALIFIED, to: 'Needs analysis', outcome: 'moved' },
  { knowing: 'that it qualifies', facts: QUALIFIED, to: 'Proposal', outcome: 'held' },
  { knowing: 'all for a proposal', facts: PROPOSABLE, to: 'Proposal', outcome: 'moved' },
  { knowing: 'all for a proposal', facts: PROPOSABLE, to: 'Negotiation', outcome: 'held' },
  {
    knowing: 'all but a close date ahead',
    facts: { ...WINNABLE, 'Close date': '2026-02-02' },
    to: 'Negotiation',
    outcome: 'held',
  },
  { knowing: 'all for a win', facts: WINNABLE, to: 'Closed won', outcome: 'moved' },
  { knowing: 'nothing', facts: {}, to: 'Closed lost', outcome: 'held' },
  { knowing: 'a reason', facts: { 'Lost reason': 'Price' }, to: 'Closed lost', outcome: 'moved' },
  {
    knowing: 'the reason Other',
    facts: { 'Lost reason': 'Other' },
    to: 'Closed lost',
    outcome: 'held',
  },
  { knowing: 'nothing', facts: {}, to: 'Nurture', outcome: 'held' },
  {
    knowing: 'when to come back',
    facts: { 'Revisit on': '2026-06-01' },
    to: 'Nurture',
    outcome: 'moved',
  },
];

const TABLE = Object.keys(PATHS).flatMap((path) => JUDGED.map((judged) => ({ path, ...judged })));

test.each(TABLE)('$path: knowing $knowing, the move to $to is $outcome', (row) => {
  const host = aPipeline();
  newDeal(host, 'Mill');
  newDeal(host, 'Other');
  // The facts come in silently: only the way of the move differs.
  for (const [header, value] of Object.entries(row.facts)) {
    does(host, { apiWrite: { tab: 'Deals', range: at(host, header, 2), values: [[value]] } });
  }
  sweeps(host);
  const path = PATHS[row.path]!(host, row.to);
  for (const gesture of [path].flat() as Gesture[]) host.gesture(gesture);
  const told = lifeOf(host, 'Mill').filter((line) => !line.startsWith('changed'));
  expect(told).toEqual(['created: Qualification', `${row.outcome}: Qualification -> ${row.to}`]);
  const stage = row.outcome === 'moved' ? row.to : 'Qualification';
  expect(dealNamed(host, 'Mill')).toMatchObject({ Stage: stage, 'Accepted stage': stage });
  expect(String(dealNamed(host, 'Mill').Gate).startsWith('Not moved')).toBe(row.outcome === 'held');
});

/** The field keys of the headers that the table above uses. */
const KEYS: Readonly<Record<string, string>> = {
  Customer: 'customer',
  Amount: 'amount',
  'Close date': 'closeDate',
  'Lost reason': 'lostReason',
  'Revisit on': 'revisitOn',
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

test.each(JUDGED)('strict import: knowing $knowing, a deal in $to is $outcome there', (row) => {
  const host = aPipeline();
  const target = ask(host, 'importTarget', {}) as Reply<'importTarget'>;
  const to = target.stages.find(({ label }) => label === row.to)?.key ?? '';
  const cells = Object.entries(row.facts).map(([header, value]) => {
    const isDay = typeof value === 'string' && DAY.test(value);
    return [KEYS[header] ?? `own:${header}`, isDay ? { date: value } : value];
  });
  const at = '2026-01-10T09:00:00';
  const step = { kind: 'created', from: '', at, how: 'import', by: 'ann@example.com' };
  const reply = ask(host, 'importDeals', {
    setUp: {
      stages: target.stages.map(({ key, label, kind, chance }) => ({ key, label, kind, chance })),
      replacesStages: false,
      own: [],
    },
    deals: [
      {
        id: 'D1',
        line: 2,
        cells: Object.fromEntries([['deal', 'Mill'], ...cells]),
        steps: [
          { ...step, to: 'qualification' },
          { ...step, kind: 'moved', from: 'qualification', to },
        ],
        openAmount: null,
      },
    ],
    gates: 'strict',
  });
  expect(reply).toMatchObject({ ok: true, deals: 1 });
  const stage = dealNamed(host, 'Mill').Stage;
  expect(stage === row.to ? 'moved' : 'held').toBe(row.outcome);
  const settled = everything(host);
  sweeps(host);
  expect(everything(host)).toEqual(settled);
});
