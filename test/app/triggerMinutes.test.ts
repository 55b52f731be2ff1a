import { expect, test } from '@jest/globals';
import type { Execution } from '../../preview/google/execution';
import type { Host } from '../../preview/google/host';
import { TRIGGER_MINUTES } from '../../scripts/bench/measureDay';
import { makeWorkbook } from '../../scripts/bench/workbook';
import { setUp } from '../support/standIn';
import { does, newDeal, types } from './desk';
import { works } from './rules';

const RUNS_A_DAY = 144;
const WORKING_RUNS = 48;
const MOVES_A_RUN = 7;

/** What the triggers of this span took, in minutes by the cost model. */
const minutes = (runs: readonly Execution[]): number =>
  runs.reduce((sum, { simulatedMs }) => sum + simulatedMs, 0) / 60_000;

test('thirty people who move 300 deals a day leave the triggers most of the minutes that Google allows', () => {
  const owners = Array.from({ length: 30 }, (_, i) => ({
    name: `Seller ${i + 1}`,
    address: `seller${i + 1}@example.com`,
  }));
  const { host } = makeWorkbook({ deals: 400, entriesEach: 5, owners });
  host.trigger('work');
  const idle = minutes(host.trigger('work'));
  for (let row = 2; row < 2 + MOVES_A_RUN; row += 1) typesStage(host, row);
  const busy = minutes(host.trigger('work'));
  const report = minutes(host.trigger('sendStallReport'));
  const day = (RUNS_A_DAY - WORKING_RUNS) * idle + WORKING_RUNS * busy + report;
  expect(host.mails.length).toBeGreaterThan(30);
  expect(busy).toBeGreaterThan(idle);
  expect(day).toBeLessThan(TRIGGER_MINUTES / 2);
});

function typesStage(host: Host, row: number): void {
  types(host, `Deal ${row - 1}`, { Stage: 'Needs analysis' });
}

/** How many moves the Funnel tab knows of. */
function movesKnown(host: Host): number {
  const cells = host.names().tab('Funnel').values({ row: 1, column: 1, rows: 6, columns: 3 });
  const [, moves] = /after (\d+) moves? in all/.exec(cells.flat().join('\n')) ?? [];
  return Number(moves ?? Number.NaN);
}

test('reports rest in proportion to how long they took, so that they leave time for the rest', () => {
  const host = setUp({ clock: 'running' });
  works(host);
  expect(movesKnown(host)).toBe(0);
  newDeal(host, 'Mill');
  works(host);
  expect(movesKnown(host)).toBe(0);
  does(host, { advance: { hours: 1 } });
  expect(movesKnown(host)).toBe(1);
});
