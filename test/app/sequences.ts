import * as fc from 'fast-check';
import type { Gesture, Plain } from '../../preview/google/gestures/gesture';
import { plainCells } from '../../preview/google/gestures/plainCells';
import { letter } from './desk';
import type { Desk } from './sequenceDesk';

/** What somebody does next, as numbers: what they mean depends on what is in the workbook then. */
export interface Act {
  readonly do: keyof typeof ACTS;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

const STAGES = [
  'Qualification',
  'Needs analysis',
  'Proposal',
  'Negotiation',
  'Closed won',
  'Closed lost',
  'Nurture',
  'Needs analysis',
  'Proposal',
  'propozal',
  '',
];

/** A click into a cell. */
const NOTHING: Gesture = { select: { tab: 'Deals', range: 'A1' } };
const ANN = 'ann@example.com';

const stageAt = (n: number): string => STAGES[n % STAGES.length] ?? '';
const edit = (range: string, values: readonly (readonly Plain[])[]): Gesture => ({
  edit: { tab: 'Deals', range, values: values as string[][] },
});
const call = (name: string, request: unknown): Gesture => ({
  call: name,
  args: [JSON.stringify(request)],
});
const KEEPS = ['all', 'none', 'half'] as const;

type Doing = (desk: Desk, act: Act) => Gesture;

const typeStage: Doing = (desk, { a, b }) => edit(desk.range('Stage', desk.row(a)), [[stageAt(b)]]);

const pasteStages: Doing = (desk, { a, b, c }) => {
  const last = desk.lastRow();
  const values = Array.from({ length: last - 1 }, (_, i) => [stageAt(i % 2 === 0 ? b : c + a)]);
  return edit(desk.range('Stage', 2, last), values);
};

const apiStages: Doing = (desk, { a, b }) => ({
  apiWrite: { tab: 'Deals', range: desk.range('Stage', desk.row(a)), values: [[stageAt(b)]] },
});

/** A column that no other act asks for, under its header or under another one. */
const renamedHeader = (desk: Desk, a: number): readonly [range: string, text: string] => {
  const [one, other] = [
    ['Phone', 'Mobile'],
    ['Next step', 'To do'],
    ['Source', 'Origin'],
  ][a % 3] as [string, string];
  const top = desk.sheet.values({ row: 1, column: 1, rows: 1, columns: desk.sheet.lastColumn })[0];
  const isRenamed = top?.includes(other) === true;
  const column = (top?.indexOf(isRenamed ? other : one) ?? 0) + 1;
  return [`${letter(Math.max(1, column))}1`, isRenamed ? one : other];
};

/** What people, programs and accidents do to a workbook. The silent ones start no script. */
const ACTS = {
  typeStage,
  pasteStages,
  apiStages,
  pageMove: (desk, { a, b, c }) =>
    call('moveDeals', {
      ids: desk.ids(a, c),
      to: stageAt(b % 9),
      ...(c % 3 === 0 ? { facts: { Amount: 100 + a } } : {}),
    }),
  override: (desk, { a, b, c }) =>
    call('moveDeals', {
      ids: desk.ids(a, c),
      to: ['Proposal', 'Negotiation', 'Closed won'][b % 3],
      override: true,
      reason: 'Board decided',
      from: 'board',
    }),
  undoMove: (desk, { a }) => {
    const ledger = desk.host.names().tab('Ledger');
    return call('undoMove', { entry: Math.max(1, ledger.lastRow - 1 - (a % 3)) });
  },
  killed: (desk, act) => ({
    ...(act.a % 2 === 0 ? typeStage(desk, act) : pasteStages(desk, act)),
    stopAt: 40 + (act.c % 45),
    keep: KEEPS[act.b % 3]!,
  }),
  /** Ann types a stage while the owner's edit is on its way. */
  together: (desk, { a, b, c }) => {
    const anns = edit(desk.range('Stage', desk.row(a + 1)), [[stageAt(c)]]);
    const owners = edit(desk.range('Stage', desk.row(a)), [[stageAt(b)]]);
    return { ...owners, during: { call: 1 + (c % 30), do: { ...anns, as: ANN } } };
  },
  /** The last one of these edits is lost. */
  burst: (desk, { a, b, c }) => ({
    burst: [a, a + 1, a + 2, a + 3].map((n, i) =>
      edit(desk.range('Stage', desk.row(n)), [[stageAt(i % 2 === 0 ? b : c)]]),
    ),
  }),
  copyPaste: (desk, { a, b }) => ({
    copyPaste: {
      tab: 'Deals',
      from: desk.range('Stage', desk.row(a)),
      to: desk.range('Stage', desk.row(b)),
    },
  }),
  cutPaste: (desk, { a, b }) => ({
    cutPaste: {
      tab: 'Deals',
      from: desk.range('Stage', desk.row(a)),
      to: desk.range('Stage', desk.row(b)),
    },
  }),
  cutRow: (desk, { a }) => ({
    cutPaste: { tab: 'Deals', from: desk.line(desk.row(a)), to: `A${desk.lastRow() + 1}` },
  }),
  editHeader: (desk, { a }) => {
    const [range, text] = renamedHeader(desk, a);
    return edit(range, [[text]]);
  },
  redo: (desk) => desk.backOrForth('redo'),
  newDeal: (desk, { a }) => edit(`A${desk.lastRow() + 1}`, [[`New ${a}`]]),
  clearStages: (desk, { a }) => ({
    clear: { tab: 'Deals', range: desk.range('Stage', desk.row(a), desk.lastRow()) },
  }),
  clearProgram: (desk, { a, b }) => ({
    clear: {
      tab: 'Deals',
      range: desk.range(['ID', 'Version', 'Memo', 'Accepted stage'][b % 4]!, desk.row(a)),
    },
  }),
  forge: (desk, { a, b }) =>
    edit(desk.range('Accepted stage', desk.row(a)), [[stageAt(b) || 'Closed won']]),
  undo: (desk) => desk.backOrForth('undo'),
  sweep: () => ({ menu: 'sweep' }),
  apiFacts: (desk, { a, b }) => {
    const facts = ['Customer', 'Amount', 'Need confirmed', 'Lost reason'] as const;
    const header = facts[b % 4]!;
    const value = { Customer: 'Acme', Amount: `${b}`, 'Need confirmed': true, 'Lost reason': '' };
    return {
      apiWrite: {
        tab: 'Deals',
        range: desk.range(header, desk.row(a)),
        values: [[value[header]]],
      },
    };
  },
  apiNew: (desk, { a }) => ({
    apiWrite: { tab: 'Deals', range: `A${desk.lastRow() + 1}`, values: [[`Api ${a}`]] },
  }),
  apiCopy: (desk, { a }) => {
    const rect = {
      row: desk.row(a),
      column: 1,
      rows: 1,
      columns: desk.sheet.lastColumn,
    };
    const row = desk.lastRow() + 1;
    return {
      apiWrite: { tab: 'Deals', range: desk.line(row), values: plainCells(desk.sheet, rect) },
    };
  },
  deleteRow: (desk, { a }) => ({ deleteRows: { tab: 'Deals', at: desk.row(a), count: 1 } }),
  insertRow: (desk, { a }) => ({ insertRows: { tab: 'Deals', at: desk.row(a), count: 1 } }),
  sort: (desk, { a, b }) => ({
    sort: {
      tab: 'Deals',
      range: desk.line(2, desk.lastRow()),
      column: a % 2 === 0 ? 'Deal' : 'Stage',
      ascending: b % 2 === 0,
    },
  }),
  sortPart: (desk, { a, b }) => {
    const header = ['Stage', 'Deal', 'Accepted stage', 'ID'][a % 4]!;
    return {
      sort: {
        tab: 'Deals',
        range: desk.range(header, 2, desk.lastRow()),
        column: header,
        ascending: b % 2 === 0,
      },
    };
  },
  replace: (desk, { a, b }) => ({
    replace: {
      tab: 'Deals',
      range: desk.range('Stage', 2, desk.lastRow()),
      find: stageAt(a % 9),
      with: stageAt(b),
    },
  }),
  insertColumn: (desk, { a }) => ({
    insertColumns: { tab: 'Deals', at: 1 + (a % desk.sheet.lastColumn), count: 1 },
  }),
  nameColumn: (desk, { a }) => {
    const free = desk.freeColumn();
    const range = free === null ? desk.range('Deal', desk.lastRow()) : `${letter(free)}1`;
    return { apiWrite: { tab: 'Deals', range, values: [[`Own ${a}`]] } };
  },
  deleteColumn: (desk, { a }) => {
    const own = desk.ownColumns();
    const at = own[a % Math.max(1, own.length)];
    return at === undefined ? NOTHING : { deleteColumns: { tab: 'Deals', at, count: 1 } };
  },
  apiHeader: (desk, { a }) => {
    const [range, text] = renamedHeader(desk, a);
    return { apiWrite: { tab: 'Deals', range, values: [[text]] } };
  },
  renameTab: (desk, { a }) => ({
    renameTab: { tab: 'Deals', to: desk.sheet.name === 'Deals' ? `Our deals ${a}` : 'Deals' },
  }),
  deleteTab: (desk, { a }) => {
    const tab = ['Health', 'Stalled', 'Funnel', 'Review'][a % 4]!;
    return desk.host.book.sheet(tab) === null ? NOTHING : { deleteTab: { tab } };
  },
  moveColumn: (desk, { a, b }) => ({
    moveColumn: {
      tab: 'Deals',
      from: ['Stage', 'ID', 'Customer', 'Gate', 'Amount'][a % 5]!,
      to: 2 + (b % (desk.sheet.lastColumn - 2)),
    },
  }),
} as const satisfies Readonly<Record<string, Doing>>;

export function gestureOf(desk: Desk, act: Act): Gesture {
  return ACTS[act.do](desk, act);
}

/** Acts that start the script and themselves change no cell of people's but Stage: all others are to stay as they are. */
export const CALM: ReadonlySet<keyof typeof ACTS> = new Set([
  'typeStage',
  'pasteStages',
  'override',
  'undoMove',
  'killed',
  'together',
  'burst',
  'copyPaste',
  'cutPaste',
  'clearStages',
  'clearProgram',
  'forge',
  'sweep',
]);

/** Weights: many silent ones, so that a thousand sequences fit into a coffee break. */
const WEIGHTS: Readonly<Record<keyof typeof ACTS, number>> = {
  typeStage: 2,
  pasteStages: 2,
  pageMove: 1,
  override: 6,
  undoMove: 1,
  killed: 1,
  newDeal: 1,
  clearStages: 1,
  clearProgram: 1,
  forge: 1,
  undo: 1,
  redo: 1,
  sweep: 1,
  together: 1,
  burst: 1,
  copyPaste: 1,
  cutPaste: 1,
  cutRow: 1,
  editHeader: 1,
  apiStages: 26,
  apiFacts: 22,
  apiNew: 4,
  apiCopy: 4,
  deleteRow: 5,
  insertRow: 8,
  sort: 14,
  moveColumn: 14,
  sortPart: 8,
  replace: 8,
  insertColumn: 4,
  nameColumn: 4,
  deleteColumn: 4,
  apiHeader: 3,
  renameTab: 1,
  deleteTab: 1,
};

const small = fc.nat(99);

export const anAct: fc.Arbitrary<Act> = fc.record({
  do: fc.oneof(
    ...Object.entries(WEIGHTS).map(([name, weight]) => ({
      weight,
      arbitrary: fc.constant(name as keyof typeof ACTS),
    })),
  ),
  a: small,
  b: small,
  c: small,
});
