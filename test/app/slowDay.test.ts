import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { Host } from '../../preview/google/host';
import { ROOT } from '../../scripts/build';
import { aPipeline, at, dealNamed, does, newDeal, QUALIFIED, saved, types } from './desk';
import { aTeam, filled, fillsIn } from './rules';

const FOUR_AND_A_HALF_MINUTES = 270_000;

const DIST = join(ROOT, 'dist');

/** The same workbook, with a Google that takes so many times as long as usual for each call. */
function slowed(host: Host, slowness: number): Host {
  const slow = { clock: 'running', slowness } as const;
  return Host.load(JSON.parse(saved(host)), { dist: DIST, ...slow });
}

/** Monday at 7, an hour before the report; a deal has just moved. */
function aWeek(): Host {
  const host = aPipeline();
  aTeam(host);
  fillsIn(host, 'Automations', 2, [
    ['enters the stage', 'Needs analysis', 'Task', 'Owner', 3, 'Send the agenda'],
  ]);
  does(host, { trigger: 'work' });
  newDeal(host, 'Mill', { ...QUALIFIED, Owner: 'Ann', 'Close date': '2026-02-03' });
  does(host, { advance: { days: 6, hours: 22 } });
  types(host, 'Mill', { Stage: 'Needs analysis' });
  return host;
}

test('on a slow day the worker stops in time, and later runs do what was left', () => {
  const host = slowed(aWeek(), 26);
  const runs = host.advance({ hours: 2 });
  for (const { functionName, error, stopped, simulatedMs } of runs) {
    expect({ functionName, error, stopped }).toEqual({ functionName });
    expect(simulatedMs).toBeLessThan(FOUR_AND_A_HALF_MINUTES);
  }
  expect(filled(host, 'Tasks').map(({ Task }) => Task)).toEqual(['Send the agenda']);
  expect(host.mails.map(({ to }) => to).sort()).toEqual(['ann@example.com', 'owner@example.com']);
  const funnel = host.names().tab('Funnel');
  const top = funnel.values({ row: 1, column: 1, rows: 6, columns: 3 }).flat();
  expect(top.join()).toContain('after 2 moves in all');
});

test('on a slow day a repair is done in one run, and the worker refreshes Health after it', () => {
  const start = aWeek();
  does(start, { apiWrite: { tab: 'Deals', range: at(start, 'ID', 2), values: [['']] } });
  const host = slowed(start, 14);
  const [run] = does(host, { menu: 'repairWorkbook', answers: [{ text: '' }] }).executions;
  expect(run?.simulatedMs).toBeLessThan(FOUR_AND_A_HALF_MINUTES);
  expect(run?.alerts.at(-1)?.message).toContain('In about ten minutes Health lists what is left.');
  expect(dealNamed(host, 'Mill').ID).not.toBe('');
  does(host, { advance: { hours: 0.5 } });
  const health = host.names().tab('Health').values({ row: 1, column: 1, rows: 40, columns: 6 });
  expect(health.flat().join()).not.toContain('has no ID yet');
});
