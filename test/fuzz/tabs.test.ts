import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { ENTRY_KINDS } from '../../src/domain/ledger';
import { histories } from '../../src/domain/replay';
import { readActivities } from '../../src/sheet/activitiesTab';
import { readAutomations } from '../../src/sheet/automationsTab';
import type { Cell, Grid, Problem, TabId } from '../../src/sheet/cell';
import {
  configurationFrom,
  configurationText,
  readConfiguration,
} from '../../src/sheet/configuration';
import { readDeals } from '../../src/sheet/dealsTab';
import { findHeaders } from '../../src/sheet/headers';
import { readLedger } from '../../src/sheet/ledgerTab';
import { readOutbox } from '../../src/sheet/outboxTab';
import { readPayments } from '../../src/sheet/paymentsTab';
import { readSnapshots } from '../../src/sheet/snapshotsTab';
import { readTasks } from '../../src/sheet/tasksTab';
import { readTemplates } from '../../src/sheet/templatesTab';
import { LANGUAGES } from '../../src/words/language';
import { problemWords } from '../../src/words/problems';
import { TAB_WORDS } from '../../src/words/tabs';
import { everything } from '../app/desk';
import { tryAll } from './budget';
import { anyCell } from './rubbish';
import { aBusyPipeline } from './world';

/** What somebody does to a tab: at places that numbers choose. */
interface Meddling {
  readonly how:
    | 'cell'
    | 'cell'
    | 'row'
    | 'swapColumns'
    | 'deleteColumn'
    | 'doubleRow'
    | 'insertRow';
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
}

const aCell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 5, arbitrary: anyCell },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('1899-12-30', '2026-02-02', '9999-12-31T23:59:59', '0001-01-01')
      .map((date) => ({ date })),
  },
);

const aMeddling: fc.Arbitrary<Meddling> = fc.record({
  how: fc.constantFrom(
    'cell',
    'cell',
    'cell',
    'cell',
    'row',
    'swapColumns',
    'deleteColumn',
    'doubleRow',
    'insertRow',
  ),
  row: fc.nat(40),
  column: fc.nat(60),
  cell: aCell,
});

function meddled(grid: Grid, { how, row, column, cell }: Meddling): Grid {
  const at = row % Math.max(1, grid.length);
  const width = Math.max(1, grid[0]?.length ?? 0);
  const [one, other] = [column % width, (column * 7 + 3) % width];
  switch (how) {
    case 'cell':
      return grid.map((line, i) =>
        i === at ? line.map((was, j) => (j === one ? cell : was)) : line,
      );
    case 'row':
      return grid.map((line, i) => (i === at ? line.map(() => cell) : line));
    case 'swapColumns':
      return grid.map((line) =>
        line.map((was, j) => (j === one ? line[other]! : j === other ? line[one]! : was)),
      );
    case 'deleteColumn':
      return grid.map((line) => line.filter((_, j) => j !== one));
    case 'doubleRow':
      return grid.flatMap((line, i) => (i === at ? [line, line] : [line]));
    case 'insertRow':
      return grid.flatMap((line, i) => (i === at ? [line.map(() => ''), line] : [line]));
  }
}

const TABS = [
  'stages',
  'gates',
  'team',
  'settings',
  'automations',
  'templates',
  'activities',
  'tasks',
  'payments',
  'outbox',
  'snapshots',
  'deals',
  'ledger',
] as const satisfies readonly TabId[];
type ReadTab = (typeof TABS)[number];

/** The tabs of a workbook in use, a row filled in where a tab has none yet. */
function tabsInUse(): Readonly<Record<ReadTab, Grid>> {
  const tabs = everything(aBusyPipeline());
  const grids = TABS.map((tab): [ReadTab, Grid] => {
    const grid = tabs[TAB_WORDS.en.names[tab]] ?? [];
    const width = grid[0]?.length ?? 0;
    return [tab, grid.length > 1 ? grid : [...grid, new Array<Cell>(width).fill('D-1')]];
  });
  return Object.fromEntries(grids) as unknown as Record<ReadTab, Grid>;
}

/** A problem is told at its place, in words, in both languages. */
function expectTold(problems: readonly Problem[], grids: Readonly<Record<ReadTab, Grid>>): void {
  for (const { tab, row, column, code, about } of problems) {
    const grid = grids[tab as ReadTab];
    const width = Math.max(0, ...grid.map((line) => line.length));
    expect(row <= grid.length && column <= width && row >= 0 && column >= 0).toBe(true);
    for (const language of LANGUAGES) {
      const { problem, todo } = problemWords(code, about, language);
      expect(`${problem} ${todo}`).not.toMatch(/^\s*$|undefined|\[object|\{\d\}/);
    }
  }
}

/** Reads every tab as the script does. */
function readAll(grids: Readonly<Record<ReadTab, Grid>>): readonly Problem[] {
  const { stages, gates, team, settings } = grids;
  const headers = findHeaders('deals', grids.deals.slice(0, 5));
  const configuration = readConfiguration({
    stages,
    gates,
    team,
    settings,
    ...(headers === null ? {} : { dealHeaders: headers.texts }),
  });
  expect(configurationFrom(configurationText(configuration))).toEqual(
    JSON.parse(JSON.stringify(configuration)),
  );
  const { pipeline } = configuration;
  const { currency } = configuration.settings;
  const templates = readTemplates(grids.templates, () => true);
  const rules = { stages: pipeline.stages, team: configuration.team, ...templates };
  const read = [
    configuration,
    templates,
    readAutomations(grids.automations, rules),
    readActivities(grids.activities),
    readTasks(grids.tasks),
    readPayments(grids.payments, currency),
    readOutbox(grids.outbox),
  ];
  readSnapshots(grids.snapshots, currency);
  const deals = headers === null ? [] : readDeals(headers, grids.deals, { currency, pipeline });
  for (const deal of deals)
    deal.program.memo.history.every(({ kind }) => ENTRY_KINDS.includes(kind));
  const inLedger = findHeaders('ledger', grids.ledger.slice(0, 5));
  const ledger = inLedger === null ? null : readLedger(inLedger, grids.ledger, pipeline);
  histories(ledger?.lines ?? [], pipeline);
  return [
    ...read.flatMap(({ problems }) => problems),
    ...deals.flatMap(({ problems }) => problems),
    ...(ledger?.problems ?? []),
  ];
}

test('whatever stands in a tab is read, and what cannot be read is told at its place', () => {
  const tabs = tabsInUse();
  const step = fc.record({
    tab: fc.constantFrom(...TABS),
    meddlings: fc.array(aMeddling, { minLength: 1, maxLength: 5 }),
  });
  tryAll('tabsRead', 4, {
    step,
    begin: () => ({ ...tabs }),
    take: (grids, { tab, meddlings }) => {
      grids[tab] = meddlings.reduce(meddled, grids[tab]);
      expectTold(readAll(grids), grids);
    },
  });
}, 3_600_000);
