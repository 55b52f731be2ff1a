import { expect, test } from '@jest/globals';
import type { Gesture } from '../../preview/google/gestures/gesture';
import type { Host } from '../../preview/google/host';
import type { Reply } from '../../src/rpc';
import { ask, OWNER, rowsOf } from '../support/standIn';
import {
  aPipeline,
  at,
  blockOf,
  type Cells,
  dealNamed,
  does,
  everything,
  type Facts,
  idOf,
  letter,
  lineOf,
  loaded,
  newDeal,
  saved,
  sweeps,
} from './desk';
import { sets } from './rules';
import { MOVES, NEW_DEALS, type NewRule, type Rule } from './ruleTable';

/** One way in which a Stage cell changes, and how the ledger calls it. Mill stands in row 2, Other in row 3. */
interface Path {
  readonly how: string;
  readonly does: (host: Host, stage: string) => Gesture | readonly Gesture[];
  /** Requests that this way cannot bring about. */
  readonly cannot?: (rule: Rule) => boolean;
}

const stageCell = (host: Host, row = 2): string => at(host, 'Stage', row);

const edit = (range: string, ...values: readonly string[]): Gesture => ({
  edit: { tab: 'Deals', range, values: values.map((value) => [value]) },
});
const silently = (range: string, value: string): Gesture => ({
  apiWrite: { tab: 'Deals', range, values: [[value]] },
});
const SWEEP: Gesture = { menu: 'sweep' };

const moveFrom =
  (page: 'sidebar' | 'board'): Path['does'] =>
  (host, to) => ({
    call: 'moveDeals',
    args: [JSON.stringify({ ids: [idOf(host, 'Mill')], to, from: page })],
  });

/** Sorts the two Stage cells so that they change places. */
const swapped: Path['does'] = (host, stage) => {
  const now = String(dealNamed(host, 'Mill').Stage);
  const ascending = stage.localeCompare(now, 'en', { sensitivity: 'base' }) < 0;
  const range = at(host, 'Stage', 2, 3);
  return [
    silently(stageCell(host, 3), stage),
    { sort: { tab: 'Deals', range, column: 'Stage', ascending } },
    SWEEP,
  ];
};

const onlyInCells = ({ onlyInCells: only }: Rule): boolean => only === true;
const isEmpty = ({ to }: Rule): boolean => to === '';

const PATHS: Readonly<Record<string, Path>> = {
  'typed or picked': { how: 'typed', does: (host, stage) => edit(stageCell(host), stage) },
  'pasted with others': {
    how: 'pasted',
    does: (host, stage) => edit(at(host, 'Stage', 2, 3), stage, 'Qualification'),
  },
  'filled up from the row below': {
    how: 'typed',
    does: (host, stage) => [
      silently(stageCell(host, 3), stage),
      { fill: { tab: 'Deals', from: stageCell(host, 3), to: stageCell(host) } },
    ],
  },
  'copied from another row': {
    how: 'typed',
    does: (host, stage) => [
      silently(stageCell(host, 3), stage),
      { copyPaste: { tab: 'Deals', from: stageCell(host, 3), to: stageCell(host) } },
    ],
  },
  'cut from another row, or dragged': {
    how: 'typed',
    does: (host, stage) => [
      silently(stageCell(host, 3), stage),
      { cutPaste: { tab: 'Deals', from: stageCell(host, 3), to: stageCell(host) } },
    ],
  },
  'undone and redone': {
    how: 'typed',
    does: (host, stage) => [
      { ...edit(stageCell(host), stage), stopAt: 1, keep: 'none' },
      { undo: {} },
      { redo: {} },
    ],
  },
  'typed into another column order': {
    how: 'typed',
    does: (_, stage) => [{ moveColumn: { tab: 'Deals', from: 'Stage', to: 2 } }, edit('B2', stage)],
  },
  'sorted in part': { how: 'sweep', does: swapped, cannot: isEmpty },
  'found and replaced': {
    how: 'sweep',
    does: (host, stage) => {
      const find = String(dealNamed(host, 'Mill').Stage);
      return [{ replace: { tab: 'Deals', range: stageCell(host), find, with: stage } }, SWEEP];
    },
  },
  'written by another program': {
    how: 'sweep',
    does: (host, stage) => [silently(stageCell(host), stage), SWEEP],
  },
  'typed so fast that Google loses it': {
    how: 'sweep',
    does: (host, stage) => {
      const note = (text: string) => edit(at(host, 'Contact', 3), text);
      return [{ burst: [note('a'), note('b'), note('c'), edit(stageCell(host), stage)] }, SWEEP];
    },
  },
  'typed, and the script is stopped at once': {
    how: 'sweep',
    does: (host, stage) => [{ ...edit(stageCell(host), stage), stopAt: 1, keep: 'none' }, SWEEP],
  },
  'asked for in the sidebar': { how: 'sidebar', does: moveFrom('sidebar'), cannot: onlyInCells },
  'dragged on the board': { how: 'board', does: moveFrom('board'), cannot: onlyInCells },
  'accepted from a file imported again': {
    how: 'import',
    does: (host, stage) => {
      const deals = [{ id: idOf(host, 'Mill'), cells: { stage } }];
      return { call: 'changeDeals', args: [JSON.stringify({ deals })] };
    },
    cannot: onlyInCells,
  },
};

const started = new Map<string, string>();

/** Mill in this stage, knowing these facts, and Other beside it; made once for all paths. */
function standing({ from, facts, settings }: Rule): Host {
  const key = JSON.stringify([from, facts, settings]);
  let text = started.get(key);
  if (text === undefined) {
    const host = aPipeline();
    does(host, { edit: { tab: 'Team', range: 'F2', values: [['Yes']] } });
    newDeal(host, 'Mill');
    newDeal(host, 'Other');
    const move = { ids: [idOf(host, 'Mill')], to: from, override: true, reason: 'As told' };
    if (from !== 'Qualification') ask(host, 'moveDeals', move);
    knows(host, 2, facts);
    for (const [setting, value] of Object.entries(settings ?? {})) sets(host, setting, value);
    sweeps(host);
    text = saved(host);
    started.set(key, text);
  }
  return loaded(text);
}

/** Facts come in silently: only the way of the move differs. */
function knows(host: Host, row: number, facts: Facts): void {
  for (const [header, value] of Object.entries(facts)) {
    does(host, { apiWrite: { tab: 'Deals', range: at(host, header, row), values: [[value]] } });
  }
}

/** What the ledger tells of a deal, changes of its fields aside. */
function told(host: Host, deal: string): readonly Cells[] {
  const id = idOf(host, deal);
  return rowsOf(host, 'Ledger').filter(({ Deal, Kind }) => Deal === id && Kind !== 'changed');
}

function staysSettled(host: Host): void {
  sweeps(host);
  const settled = everything(host);
  sweeps(host);
  expect(everything(host)).toEqual(settled);
}

const TABLE = Object.entries(PATHS).flatMap(([path, { how, does: way, cannot }]) =>
  MOVES.filter((rule) => cannot?.(rule) !== true).map((rule) => ({ path, how, way, ...rule })),
);

test.each(TABLE)('$path: from $from, knowing $knowing, the move to "$to" is $judged', (row) => {
  const host = standing(row);
  const before = told(host, 'Mill').length;
  for (const gesture of [row.way(host, row.to)].flat() as Gesture[]) host.gesture(gesture);
  const added = told(host, 'Mill').slice(before);
  const asked = row.means ?? row.to;
  const to = rowsOf(host, 'Stages').some(({ Stage }) => Stage === asked) ? asked : '';
  const line = `${row.judged}: ${row.from} -> ${to}`;
  expect(added.map(lineOf)).toEqual(row.judged === 'silent' ? [] : [line]);
  expect(added.map(({ How, By }) => [How, By])).toEqual(added.map(() => [row.how, OWNER]));
  if (row.asks !== undefined) expect(added[0]?.Reason).toContain(row.asks);
  const stage = row.judged === 'moved' ? to : row.from;
  // What moves is left as it was typed.
  const cell = row.judged === 'moved' ? row.to : row.from;
  expect(dealNamed(host, 'Mill')).toMatchObject({ Stage: cell, 'Accepted stage': stage });
  expect(String(dealNamed(host, 'Mill').Gate).startsWith('Not moved')).toBe(row.judged === 'held');
  staysSettled(host);
});

const HELD = MOVES.filter((rule) => rule.judged === 'held' && !onlyInCells(rule));

test.each(HELD)(
  'an override passes from $from to $to knowing $knowing, and the ledger says who and why',
  (rule) => {
    const host = standing(rule);
    const request = {
      ids: [idOf(host, 'Mill')],
      to: rule.to,
      override: true,
      reason: 'Board decided',
    };
    expect(ask(host, 'moveDeals', request)).toMatchObject({ results: [{ outcome: 'overridden' }] });
    expect(told(host, 'Mill').at(-1)).toMatchObject({
      Kind: 'overridden',
      From: rule.from,
      To: rule.to,
      By: OWNER,
      How: 'sidebar',
      Reason: 'Board decided',
    });
    expect(dealNamed(host, 'Mill')).toMatchObject({ Stage: rule.to, 'Accepted stage': rule.to });
    staysSettled(host);
  },
);

const MOVED = MOVES.filter((rule) => rule.judged === 'moved' && !onlyInCells(rule));

test.each(MOVED)('the move from $from to $to is taken back, whatever its gates ask', (rule) => {
  const host = standing(rule);
  const { batch } = ask(host, 'moveDeals', {
    ids: [idOf(host, 'Mill')],
    to: rule.to,
  }) as Reply<'moveDeals'>;
  ask(host, 'undoMove', { batch });
  expect(told(host, 'Mill').at(-1)).toMatchObject({ Kind: 'undone', From: rule.to, To: rule.from });
  expect(dealNamed(host, 'Mill')).toMatchObject({ Stage: rule.from, 'Accepted stage': rule.from });
  staysSettled(host);
});

/** One way in which a row becomes a deal. */
const ARRIVALS: Readonly<
  Record<
    string,
    {
      readonly how: string;
      readonly does: (host: Host, cells: Facts) => Gesture | readonly Gesture[];
    }
  >
> = {
  'a pasted row': {
    how: 'pasted',
    does: (host, cells) => ({ edit: { tab: 'Deals', ...rowOf(host, cells) } }) as Gesture,
  },
  'a row of another program': {
    how: 'sweep',
    does: (host, cells) => [{ apiWrite: { tab: 'Deals', ...rowOf(host, cells) } }, SWEEP],
  },
  'a row that Google loses': {
    how: 'sweep',
    does: (host, cells) => [
      {
        ...({ edit: { tab: 'Deals', ...rowOf(host, cells) } } as Gesture),
        stopAt: 1,
        keep: 'none',
      },
      SWEEP,
    ],
  },
};

/** The range and the values of a row with these cells, as far as the last of them. */
function rowOf(host: Host, cells: Facts) {
  const deals = host.names().tab('Deals');
  const row: (string | number | boolean)[] = [];
  for (const [header, value] of Object.entries(cells)) {
    const { column } = host.names().column(deals, header);
    while (row.length < column) row.push('');
    row[column - 1] = value;
  }
  return { range: `A2:${letter(row.length)}2`, values: [row] };
}

function withSettings({ settings }: NewRule): Host {
  const host = aPipeline();
  for (const [setting, value] of Object.entries(settings ?? {})) sets(host, setting, value);
  return host;
}

const NEW = Object.entries(ARRIVALS).flatMap(([path, arrival]) =>
  NEW_DEALS.map((rule) => ({ path, how: arrival.how, way: arrival.does, ...rule })),
);

test.each(NEW)('$path that asks for "$to" knowing $knowing starts $starts', (row) => {
  const host = withSettings(row);
  const gestures = row.way(host, { Deal: 'Mill', Stage: row.to, ...row.facts });
  for (const gesture of [gestures].flat() as Gesture[]) host.gesture(gesture);
  const stage = row.starts === 'there' ? row.to : 'Qualification';
  const to = row.to === 'Propozal' ? '' : row.to;
  expect(told(host, 'Mill').map(lineOf)).toEqual([
    `created: ${stage}`,
    ...(row.asks === undefined ? [] : [`held: Qualification -> ${to}`]),
  ]);
  expect(told(host, 'Mill').map(({ How }) => How)).toEqual(told(host, 'Mill').map(() => row.how));
  if (row.asks !== undefined) expect(told(host, 'Mill')[1]?.Reason).toContain(row.asks);
  expect(dealNamed(host, 'Mill')).toMatchObject({ Stage: stage, 'Accepted stage': stage });
  staysSettled(host);
});

/** The field keys of the headers that the tables use. */
const KEYS: Readonly<Record<string, string>> = {
  Customer: 'customer',
  Amount: 'amount',
  'Close date': 'closeDate',
  'Lost reason': 'lostReason',
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What the import dialog sends for a file of one deal. */
function imports(host: Host, rule: NewRule, gates: 'trust' | 'strict'): void {
  const { stages } = ask(host, 'importTarget', {}) as Reply<'importTarget'>;
  const to = stages.find(({ label }) => label === rule.to)?.key ?? '';
  const cells = Object.entries(rule.facts).map(([header, value]) => {
    const isDay = typeof value === 'string' && DAY.test(value);
    return [KEYS[header] ?? `own:${header}`, isDay ? { date: value } : value];
  });
  const step = { from: '', at: '2026-01-10T09:00:00', how: 'import', by: 'ann@example.com' };
  const created = { ...step, kind: 'created', to: 'qualification' };
  const moved = { ...step, kind: 'moved', from: 'qualification', to };
  const deal = {
    id: 'D1',
    line: 2,
    cells: Object.fromEntries([['deal', 'Mill'], ...cells]),
    steps: to === 'qualification' ? [created] : [created, moved],
    openAmount: null,
  };
  const set = stages.map(({ key, label, kind, chance }) => ({ key, label, kind, chance }));
  const setUp = { stages: set, replacesStages: false, own: [] };
  const reply = ask(host, 'importDeals', { setUp, deals: [deal], gates });
  expect(reply).toMatchObject({ ok: true, deals: 1 });
}

const IN_FILES = NEW_DEALS.filter(({ to }) => to !== '' && to !== 'Propozal');

test.each(IN_FILES)(
  'a file under strict gates: asking for $to knowing $knowing, a deal comes in in $reaches',
  (rule) => {
    const host = withSettings(rule);
    imports(host, rule, 'strict');
    expect(dealNamed(host, 'Mill')).toMatchObject({
      Stage: rule.reaches,
      'Accepted stage': rule.reaches,
    });
    const held = told(host, 'Mill').filter(({ Kind }) => Kind === 'held');
    expect(held.map(({ To, How }) => [To, How])).toEqual(
      rule.reaches === rule.to ? [] : [[rule.to, 'import']],
    );
    staysSettled(host);
  },
);

test.each(IN_FILES)(
  'a trusted file: asking for $to knowing $knowing, a deal comes in there, and what it lacks is flagged',
  (rule) => {
    const host = withSettings(rule);
    imports(host, rule, 'trust');
    expect(dealNamed(host, 'Mill')).toMatchObject({ Stage: rule.to, 'Accepted stage': rule.to });
    expect(told(host, 'Mill').every(({ How, Kind }) => How === 'import' && Kind !== 'held')).toBe(
      true,
    );
    does(host, { menu: 'refreshReports' });
    const flagged = blockOf(host, 'Health', 'problems').map(({ problem }) => String(problem));
    expect(flagged.some((problem) => problem.includes('without what its gates ask'))).toBe(
      rule.reaches !== rule.to,
    );
    staysSettled(host);
  },
);

test.each(NEW_DEALS)(
  'a form knowing $knowing starts in the first stage, whatever stage it names',
  ({ to, facts }) => {
    const host = aPipeline();
    host.book.insertSheet('Responses');
    sets(host, 'Form responses tab', 'Responses');
    const answers = { Deal: 'Mill', Stage: to, ...facts };
    const values = [Object.keys(answers), Object.values(answers)];
    does(host, { apiWrite: { tab: 'Responses', range: 'A1', values } });
    for (let run = 0; run < 2; run++) does(host, { trigger: 'work' });
    expect(told(host, 'Mill').map((line) => [lineOf(line), line.How])).toEqual([
      ['created: Qualification', 'form'],
    ]);
    expect(dealNamed(host, 'Mill')).toMatchObject({
      Stage: 'Qualification',
      'Accepted stage': 'Qualification',
    });
    staysSettled(host);
  },
);
