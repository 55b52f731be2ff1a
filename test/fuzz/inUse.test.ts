import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Execution } from '../../preview/google/execution';
import type { Gesture, Outcome } from '../../preview/google/gestures/gesture';
import type { Host } from '../../preview/google/host';
import { DIST } from '../../scripts/build';
import { CALLS } from '../../src/rpc';
import { type Cells, letter } from '../app/desk';
import { rowsOf } from '../support/standIn';
import { tryAll } from './budget';
import { anyCell, anyText, anyValue } from './rubbish';
import { aBusyPipeline, formulasIn, PEOPLE, PROGRAM } from './world';

/** Functions that menus and triggers run, and what they may be handed by a page that calls them. */
const RUN = [
  'onOpen',
  'onInstall',
  'onEdit',
  'work',
  'sendStallReport',
  'openSidebar',
  'openBoard',
  'openImport',
  'openWelcome',
  'setUp',
  'sweep',
  'refreshReports',
  'repairWorkbook',
  'auditCriteria',
  'retireStage',
  'addPipeline',
  'previewTemplates',
  'takeOver',
  'filterFunnel',
  'undoMoves',
  'replayPastDay',
  'whatIf',
] as const;

test('the fuzzers call every function of the script: these, and all calls of pages', () => {
  const script = readFileSync(join(DIST, 'Code.js'), 'utf8');
  const functions = [...script.matchAll(/^function (\w+)\(e\)/gm)].map(([, name]) => name);
  expect([...RUN, ...Object.keys(CALLS)].sort()).toEqual(functions.sort());
});

/** Deals by ID, without what the program may write in them; entries by number. */
interface Kept {
  readonly deals: ReadonlyMap<unknown, Cells>;
  readonly entries: ReadonlyMap<unknown, string>;
}

function keptIn(host: Host): Kept {
  const own = (row: Cells) =>
    Object.fromEntries(Object.entries(row).filter(([header]) => !PROGRAM.has(header)));
  const deals = rowsOf(host, 'Deals').filter(({ ID }) => ID !== '');
  return {
    deals: new Map(deals.map((row) => [row.ID, own(row)])),
    entries: new Map(rowsOf(host, 'Ledger').map((e) => [e.Seq, `${e.Deal} ${e.Kind} ${e.At}`])),
  };
}

/** Each cell stands as it stood. A column may have come: that of the pipelines, say. */
function expectKept(before: Kept, after: Kept): void {
  for (const [id, row] of before.deals) expect([id, after.deals.get(id)]).toMatchObject([id, row]);
  for (const [seq, entry] of before.entries) expect(after.entries.get(seq)).toBe(entry);
}

/** The script said no in words, or did it; nothing broke. */
function expectUnbroken(runs: readonly Execution[]): void {
  for (const run of runs) {
    const { functionName, error, stopped, alerts } = run;
    expect([functionName, error, stopped]).toEqual([functionName, undefined, undefined]);
    for (const { message } of alerts) expect(message).not.toMatch(/That did not work/);
    for (const mail of run.mails) expect(mail.to).toMatch(/^(?:owner|ann)@example\.com$/);
  }
}

test('whoever calls a menu item or a trigger with whatever, nothing breaks and nothing is lost', () => {
  const step = fc.record({
    run: fc.constantFrom(...RUN),
    as: fc.constantFrom(...PEOPLE),
    from: fc.constantFrom('menu', 'page'),
    argument: fc.oneof(
      fc.constant(undefined),
      fc.constant({ triggerUid: '1' }),
      fc.constant({ authMode: 'NONE' }),
      fc.constant('{"language":"zh","stages":"saas"}'),
      anyValue,
    ),
    answers: fc.array(fc.oneof(fc.constantFrom('1', '2', 'YES', 'OK', '2026-01-15'), anyText), {
      maxLength: 3,
    }),
  });
  tryAll('entryPoints', 5, {
    step,
    begin: aBusyPipeline,
    take: (host, { run, as, from, argument, answers }) => {
      const before = keptIn(host);
      const done =
        from === 'menu'
          ? host.menu(as, run, { answers })
          : host.call(as, run, [argument], { answers });
      expectUnbroken([done]);
      expectKept(before, keptIn(host));
      expect(formulasIn(host)).toEqual([]);
    },
  });
}, 3_600_000);

const TABS = [
  'Stages',
  'Gates',
  'Team',
  'Settings',
  'Automations',
  'Templates',
  'Activities',
  'Tasks',
  'Payments',
  'Outbox',
  'Snapshots',
] as const;

/** What the program does next about the workbook, as somebody or the clock asks for it. */
const NEXT: readonly Gesture[] = [
  { menu: 'sweep' },
  { menu: 'refreshReports' },
  { trigger: 'work' },
  { menu: 'sendStallReport' },
  { menu: 'auditCriteria' },
  { menu: 'repairWorkbook', answers: [''] },
  { open: {} },
  { call: 'boardView', args: ['{}'] },
  { call: 'dealView', args: ['{}'] },
  { advance: { days: 1 } },
];

function expectDone(outcome: Outcome): void {
  expect(outcome.error).toBeUndefined();
  expectUnbroken(outcome.executions);
}

test('whatever somebody types into a tab that is set up, the work goes on', () => {
  const step = fc.record({
    tab: fc.constantFrom(...TABS),
    row: fc.nat(14),
    column: fc.nat(9),
    cells: fc.array(fc.array(anyCell, { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 2,
    }),
    byHand: fc.boolean(),
    next: fc.constantFrom(...NEXT),
  });
  tryAll('tabsInUse', 4, {
    step,
    begin: aBusyPipeline,
    take: (host, { tab, row, column, cells, byHand, next }) => {
      const range = `${letter(1 + column)}${2 + row}`;
      const values = cells.map((line) => line.map((cell) => (cell === 0 ? 0 : cell)));
      const before = keptIn(host);
      host.gesture(
        byHand
          ? { edit: { tab, range, values: values.map((line) => line.map(String)) } }
          : { apiWrite: { tab, range, values } },
      );
      expectDone(host.gesture(next));
      expectKept(before, keptIn(host));
    },
  });
}, 3_600_000);
