import { expect, test } from '@jest/globals';
import type { Gesture } from '../../preview/google/gestures/gesture';
import type { Host } from '../../preview/google/host';
import type { Reply } from '../../src/rpc';
import { ask, OWNER, rowsOf } from '../support/standIn';
import {
  aPipeline,
  at,
  type Cells,
  dealRows,
  does,
  everything,
  loaded,
  saved,
  sweeps,
} from './desk';
import { sets } from './rules';
import { MOVES, type Rule } from './ruleTable';

/** The deal of a rule in the workbook; the row below it is another deal's. */
interface Placed {
  readonly rule: Rule;
  readonly id: string;
  readonly row: number;
}

/** One way in which a Stage cell changes, and how the ledger calls it. */
interface Path {
  readonly how: string;
  readonly does: (host: Host, placed: Placed) => Gesture | readonly Gesture[];
  /** What happens once, after all deals. */
  readonly last?: Gesture;
  /** What happens once, before all deals. */
  readonly first?: Gesture;
  /** Requests that this way cannot bring about. */
  readonly cannot?: (rule: Rule) => boolean;
}

const SWEEP: Gesture = { menu: 'sweep' };

function edit(range: string, ...values: readonly string[]): Gesture {
  return { edit: { tab: 'Deals', range, values: values.map((value) => [value]) } };
}

function silently(range: string, value: string): Gesture {
  return { apiWrite: { tab: 'Deals', range, values: [[value]] } };
}

const cell = (host: Host, row: number): string => at(host, 'Stage', row);

/** The stage comes from the cell below. */
const fromBelow =
  (gesture: (from: string, to: string) => Gesture): Path['does'] =>
  (host, { row, rule }) => [
    silently(cell(host, row + 1), rule.to),
    gesture(cell(host, row + 1), cell(host, row)),
  ];

const moveFrom =
  (page: 'sidebar' | 'board'): Path['does'] =>
  (_, { id, rule }) => ({
    call: 'moveDeals',
    args: [JSON.stringify({ ids: [id], to: rule.to, from: page })],
  });

/** Sorts two Stage cells so that they change places. */
const swapped: Path['does'] = (host, { row, rule }) => [
  silently(cell(host, row + 1), rule.to),
  {
    sort: {
      tab: 'Deals',
      range: at(host, 'Stage', row, row + 1),
      column: 'Stage',
      ascending: rule.to.localeCompare(rule.from, 'en', { sensitivity: 'base' }) < 0,
    },
  },
];

/** Three edits wait to be heard, and the one that follows them is lost. */
const lost: Path['does'] = (host, { row, rule }) => {
  const note = (text: string) => edit(at(host, 'Contact', row + 1), text);
  return { burst: [note('a'), note('b'), note('c'), edit(cell(host, row), rule.to)] };
};

const onlyInCells = ({ onlyInCells: only }: Rule): boolean => only === true;

const PATHS: Readonly<Record<string, Path>> = {
  'typed or picked': {
    how: 'typed',
    does: (host, { row, rule }) => edit(cell(host, row), rule.to),
  },
  'pasted with others': {
    how: 'pasted',
    does: (host, { row, rule }) => edit(at(host, 'Stage', row, row + 1), rule.to, 'Qualification'),
  },
  'filled up from the row below': {
    how: 'typed',
    does: fromBelow((from, to) => ({ fill: { tab: 'Deals', from, to } })),
  },
  'copied from another row': {
    how: 'typed',
    does: fromBelow((from, to) => ({ copyPaste: { tab: 'Deals', from, to } })),
  },
  'cut from another row, or dragged': {
    how: 'typed',
    does: fromBelow((from, to) => ({ cutPaste: { tab: 'Deals', from, to } })),
  },
  'undone and redone': {
    how: 'typed',
    does: (host, { row, rule }) => [
      { ...edit(cell(host, row), rule.to), stopAt: 1, keep: 'none' },
      { undo: {} },
      { redo: {} },
    ],
  },
  'typed into another column order': {
    how: 'typed',
    first: { moveColumn: { tab: 'Deals', from: 'Stage', to: 2 } },
    does: (_, { row, rule }) => edit(`B${row}`, rule.to),
  },
  'sorted in part': { how: 'sweep', does: swapped, last: SWEEP, cannot: ({ to }) => to === '' },
  'found and replaced': {
    how: 'sweep',
    does: (host, { row, rule }) => ({
      replace: { tab: 'Deals', range: cell(host, row), find: rule.from, with: rule.to },
    }),
    last: SWEEP,
  },
  'written by another program': {
    how: 'sweep',
    does: (host, { row, rule }) => silently(cell(host, row), rule.to),
    last: SWEEP,
  },
  'typed so fast that Google loses it': { how: 'sweep', does: lost, last: SWEEP },
  'typed, and the script is stopped at once': {
    how: 'sweep',
    does: (host, { row, rule }) => ({
      ...edit(cell(host, row), rule.to),
      stopAt: 1,
      keep: 'none',
    }),
    last: SWEEP,
  },
  'asked for in the sidebar': { how: 'sidebar', does: moveFrom('sidebar'), cannot: onlyInCells },
  'dragged on the board': { how: 'board', does: moveFrom('board'), cannot: onlyInCells },
  'accepted from a file imported again': {
    how: 'import',
    does: (_, { id, rule }) => ({
      call: 'changeDeals',
      args: [JSON.stringify({ deals: [{ id, cells: { stage: rule.to } }] })],
    }),
    cannot: onlyInCells,
  },
};

/** The rules that hold under the same settings: they fit into one workbook. */
const GROUPS = [...new Set(MOVES.map(({ settings }) => JSON.stringify(settings ?? {})))];

const started = new Map<string, string>();

/** A workbook with a deal for each rule, in its stage and knowing its facts, and another deal below each. */
function standing(
  group: string,
  rules: readonly Rule[],
): { host: Host; placed: readonly Placed[] } {
  const key = rules.map((rule) => MOVES.indexOf(rule)).join();
  if (!started.has(key)) started.set(key, saved(begun(group, rules)));
  const host = loaded(started.get(key) ?? '');
  const ids = dealRows(host).map(({ ID }) => String(ID));
  const placed = rules.map((rule, i) => ({ rule, id: ids[2 * i] ?? '', row: 2 + 2 * i }));
  return { host, placed };
}

function begun(group: string, rules: readonly Rule[]): Host {
  const host = aPipeline();
  does(host, { edit: { tab: 'Team', range: 'F2', values: [['Yes']] } });
  const names = rules.flatMap((_, i) => [`Deal ${i}`, `Other ${i}`]);
  does(host, edit(`A2:A${1 + names.length}`, ...names));
  const ids = dealRows(host).map(({ ID }) => String(ID));
  for (const stage of new Set(rules.map(({ from }) => from))) {
    const there = ids.filter((_, i) => i % 2 === 0 && rules[i / 2]?.from === stage);
    const move = { ids: there, to: stage, override: true, reason: 'As told' };
    if (stage !== 'Qualification') ask(host, 'moveDeals', move);
  }
  // Facts come in silently: only the way of the move differs.
  rules.forEach(({ facts }, i) => {
    for (const [header, value] of Object.entries(facts)) {
      const range = at(host, header, 2 + 2 * i);
      does(host, { apiWrite: { tab: 'Deals', range, values: [[value]] } });
    }
  });
  for (const [setting, value] of Object.entries(JSON.parse(group) as Record<string, string>)) {
    sets(host, setting, value);
  }
  sweeps(host);
  return host;
}

/** What happened to a deal since so many entries, changes of its fields aside. */
function since(host: Host, entries: number, { id }: Placed): readonly Cells[] {
  const lines = rowsOf(host, 'Ledger').slice(entries);
  return lines.filter(({ Deal, Kind }) => Deal === id && Kind !== 'changed');
}

/** The stage that was asked for, as the ledger names it; nothing where there is no such stage. */
function asked(host: Host, { to, means }: Rule): string {
  const label = means ?? to;
  return rowsOf(host, 'Stages').some(({ Stage }) => Stage === label) ? label : '';
}

/** A deal's fate in a line: its entries, what its cells say, and whether its gate says that it was held. */
interface Fate {
  readonly rule: string;
  readonly entries: readonly string[];
  readonly stage: unknown;
  readonly accepted: unknown;
  readonly isHeld: boolean;
}

const nameOf = ({ from, knowing, to }: Rule): string =>
  `from ${from} to "${to}", knowing ${knowing}`;

function expected(host: Host, rule: Rule, how: string): Fate {
  const to = asked(host, rule);
  const entry = `${rule.judged} from ${rule.from} to ${to}, ${how}, ${OWNER}`;
  const isMoved = rule.judged === 'moved';
  return {
    rule: nameOf(rule),
    entries: rule.judged === 'silent' ? [] : [entry],
    // What moves is left as it was typed.
    stage: isMoved ? rule.to : rule.from,
    accepted: isMoved ? to : rule.from,
    isHeld: rule.judged === 'held',
  };
}

function found(host: Host, entries: number, placed: Placed): Fate {
  const row = dealRows(host)[placed.row - 2];
  return {
    rule: nameOf(placed.rule),
    entries: since(host, entries, placed).map(
      ({ Kind, From, To, How, By }) => `${Kind} from ${From} to ${To}, ${How}, ${By}`,
    ),
    stage: row?.Stage,
    accepted: row?.['Accepted stage'],
    isHeld: String(row?.Gate).startsWith('Not moved'),
  };
}

const rulesIn = (group: string, which: (rule: Rule) => boolean): readonly Rule[] =>
  MOVES.filter((rule) => JSON.stringify(rule.settings ?? {}) === group && which(rule));

/** Each rule of the table on this path, in as few workbooks as there are settings. */
test.each(Object.entries(PATHS))('%s: each rule of the table holds', (_, path) => {
  for (const group of GROUPS) {
    const rules = rulesIn(group, (rule) => path.cannot?.(rule) !== true);
    const { host, placed } = standing(group, rules);
    const entries = rowsOf(host, 'Ledger').length;
    if (path.first !== undefined) does(host, path.first);
    for (const one of placed) {
      for (const gesture of [path.does(host, one)].flat() as Gesture[]) host.gesture(gesture);
    }
    if (path.last !== undefined) does(host, path.last);
    expect(placed.map((one) => found(host, entries, one))).toEqual(
      placed.map(({ rule }) => expected(host, rule, path.how)),
    );
    for (const one of placed) {
      expect(since(host, entries, one)[0]?.Reason ?? '').toContain(one.rule.asks ?? '');
    }
    const before = placed.map((one) => found(host, entries, one));
    sweeps(host);
    expect(placed.map((one) => found(host, entries, one))).toEqual(before);
    const settled = everything(host);
    sweeps(host);
    expect(everything(host)).toEqual(settled);
  }
});

test.each(GROUPS)(
  'under the settings %s an override passes where a move is held, and the ledger says who and why',
  (group) => {
    const rules = rulesIn(group, (rule) => rule.judged === 'held' && !onlyInCells(rule));
    const { host, placed } = standing(group, rules);
    const entries = rowsOf(host, 'Ledger').length;
    for (const { id, rule } of placed) {
      ask(host, 'moveDeals', { ids: [id], to: rule.to, override: true, reason: 'Board decided' });
    }
    const told = placed.flatMap((one) => since(host, entries, one));
    expect(
      told.map(({ Kind, From, To, By, How, Reason }) => [Kind, From, To, By, How, Reason]),
    ).toEqual(
      rules.map(({ from, to }) => ['overridden', from, to, OWNER, 'sidebar', 'Board decided']),
    );
    const settled = everything(host);
    sweeps(host);
    expect(everything(host)).toEqual(settled);
  },
);

test.each(GROUPS)(
  'under the settings %s each move is taken back, whatever its gates ask',
  (group) => {
    const rules = rulesIn(group, (rule) => rule.judged === 'moved' && !onlyInCells(rule));
    const { host, placed } = standing(group, rules);
    const entries = rowsOf(host, 'Ledger').length;
    for (const { id, rule } of placed) {
      const { batch } = ask(host, 'moveDeals', { ids: [id], to: rule.to }) as Reply<'moveDeals'>;
      ask(host, 'undoMove', { batch });
    }
    const last = placed.map((one) => since(host, entries, one).at(-1));
    expect(last.map((line) => [line?.Kind, line?.From, line?.To, line?.How])).toEqual(
      rules.map(({ from, to }) => ['undone', to, from, 'undo']),
    );
    expect(placed.map(({ row }) => dealRows(host)[row - 2]?.Stage)).toEqual(
      rules.map(({ from }) => from),
    );
    const settled = everything(host);
    sweeps(host);
    expect(everything(host)).toEqual(settled);
  },
);
