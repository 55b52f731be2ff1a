import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import type { Gesture } from '../../preview/google/gestures/gesture';
import { Host } from '../../preview/google/host';
import { makeWorkbook } from '../../scripts/bench/workbook';
import { ROOT } from '../../scripts/build';
import { rowsOf } from '../support/standIn';
import { aPipeline, at, blockOf, does, newDeal, saved, types } from './desk';

const FOUR_AND_A_HALF_MINUTES = 270_000;

const DEALS = 1_000;
const ENTRIES = 20_000;
const LEDGER_COLUMNS = 19;

let large = '';

beforeAll(() => {
  const { host } = makeWorkbook({ deals: DEALS, entriesEach: ENTRIES / DEALS, clock: 'running' });
  large = saved(host);
}, 120_000);

function aLargePipeline(slowness = 1): Host {
  return Host.load(JSON.parse(large), { dist: join(ROOT, 'dist'), clock: 'running', slowness });
}

const REPAIR: Gesture = { menu: 'repairWorkbook', answers: [{ text: '' }] };

/** Somebody emptied IDs, and one entry of the ledger says something else now. */
function breaks(host: Host): Host {
  const empty = Array.from({ length: 10 }, () => ['']);
  does(host, { apiWrite: { tab: 'Deals', range: at(host, 'ID', 100, 109), values: empty } });
  does(host, { apiWrite: { tab: 'Ledger', range: 'G500', values: [['Somebody']] } });
  return host;
}

const toasts = (host: Host, gesture: Gesture): readonly string[] =>
  does(host, gesture).executions.flatMap((run) => run.toasts.map(({ message }) => message));

test('in a large workbook a check, a refresh and a repair say what they are at and how to stop them', () => {
  const host = aLargePipeline();
  expect(toasts(host, { menu: 'sweep' })).toEqual([
    expect.stringMatching(/^Checking every deal against 20000 ledger entries.*Cancel/),
    expect.stringMatching(/^1000 deals checked/),
  ]);
  expect(toasts(host, { menu: 'refreshReports' })).toEqual([
    expect.stringMatching(/^Making the reports from 20000 ledger entries.*Cancel/),
    expect.stringMatching(/^Funnel, Forecast/),
  ]);
  expect(toasts(breaks(host), REPAIR)).toEqual([
    expect.stringMatching(/^Looking through every deal and 20000 ledger entries/),
    expect.stringMatching(/^Repairing\..*Cancel/),
    expect.stringMatching(/^The repairs are done\. Making the reports/),
  ]);
});

test('in a small workbook they only say what they did', () => {
  const host = aPipeline();
  newDeal(host, 'Mill');
  expect(toasts(host, { menu: 'sweep' })).toHaveLength(1);
  expect(toasts(host, { menu: 'refreshReports' })).toHaveLength(1);
});

test('a run of the worker reads the ledger once, however many of its steps ask for it', () => {
  const host = aLargePipeline();
  does(host, { trigger: 'work' });
  does(host, { advance: { days: 1 } });
  types(host, 'Deal 1', { Stage: 'Needs analysis' });
  const [run] = does(host, { trigger: 'work' }).executions;
  expect(run?.cells.read).toBeGreaterThan(ENTRIES * LEDGER_COLUMNS);
  expect(run?.cells.read).toBeLessThan(1.9 * ENTRIES * LEDGER_COLUMNS);
});

test('where Google is slow, a repair leaves the rows to the next run of the worker, and all is repaired', () => {
  const host = breaks(aLargePipeline(8));
  const broken = rowsOf(host, 'Deals').filter(({ ID }) => ID === '');
  expect(broken).toHaveLength(10);
  const [run] = does(host, REPAIR).executions;
  expect(run?.alerts.at(-1)?.message).toContain('brought in line by the next run');
  expect(run?.simulatedMs).toBeLessThan(FOUR_AND_A_HALF_MINUTES);
  expect(rowsOf(host, 'Deals').filter(({ ID }) => ID === '')).toHaveLength(10);
  const runs = [0, 1].flatMap(() => does(host, { trigger: 'work' }).executions);
  for (const { stopped, simulatedMs } of runs) {
    expect(stopped).toBeUndefined();
    expect(simulatedMs).toBeLessThan(FOUR_AND_A_HALF_MINUTES);
  }
  expect(rowsOf(host, 'Deals').filter(({ ID }) => ID === '')).toEqual([]);
  does(host, { menu: 'refreshReports' });
  const problems = blockOf(host, 'Health', 'problems');
  expect(problems.filter(({ repair }) => repair !== 'By hand')).toEqual([]);
});
