import { beforeAll, expect, test } from '@jest/globals';
import type { Host } from '../../preview/google/host';
import { OWNER, returned } from '../support/standIn';
import { aPipeline, blockOf, does, loaded, newDeal, saved, types } from './desk';
import { behind, figureOf } from './figureDesk';

/**
 * 2 February: Pumps and Valves of Ann's from the Web, Pipes of Bo's from a Fair. 13 April: Tanks of Ann's, nobody knows from
 * where; Pumps go on to Needs analysis, Pipes are lost. As of 20 April.
 */
let later = '';

beforeAll(() => {
  const host = aPipeline();
  does(host, { edit: { tab: 'Team', range: 'A3:B3', values: [['Ann Reyes', 'ann@example.com']] } });
  const deal = (name: string, facts: Record<string, string>) =>
    newDeal(host, name, { Customer: 'Northwind Mills', ...facts }, 'Qualification');
  deal('Pumps', { Owner: 'Ann Reyes', Source: 'Web' });
  deal('Valves', { Owner: 'ann@example.com', Source: 'web ' });
  deal('Pipes', { Owner: 'Bo', Source: 'Fair' });
  host.advance({ days: 70 });
  deal('Tanks', { Owner: 'Ann Reyes' });
  types(host, 'Pumps', { 'Ideal customer fit': true, 'Need confirmed': true });
  types(host, 'Pumps', { Stage: 'Needs analysis' });
  types(host, 'Pipes', { 'Lost reason': 'Price' });
  types(host, 'Pipes', { Stage: 'Closed lost' });
  host.advance({ days: 7 });
  does(host, { menu: 'refreshReports' });
  later = saved(host);
});

/** Types a filter; answers what is said then, and nothing when it is understood. */
function filters(host: Host, text: string): string {
  const run = host.menu(OWNER, 'filterFunnel', { answers: [{ button: 'OK', text }, 'OK'] });
  returned(run);
  return run.alerts
    .slice(1)
    .map(({ message }) => message)
    .join();
}

/** "Qualification 4, Needs analysis 1 ..." */
function reached(host: Host): string {
  return blockOf(host, 'Funnel', 'stages')
    .slice(0, 2)
    .map((row) => `${row.stage} ${row.reached}`)
    .join(', ');
}

test('the funnel has its deals by owner, source and quarter, and nothing of products that no deal has', () => {
  const groups = blockOf(loaded(later), 'Funnel', 'groups');
  const told = groups.map((row) => [row.by, row.group, row.deals, row.still_open, row.won]);
  expect(told).toEqual([
    ['Owner', 'Ann Reyes', 3, 1, 0],
    ['Owner', 'Bo', 1, 0, 0],
    ['Source', 'Web', 2, 1, 0],
    ['Source', 'Fair', 1, 0, 0],
    ['Source', 'No source', 1, 1, 0],
    ['Created in', '2026 Q1', 3, 2 / 3, 0],
    ['Created in', '2026 Q2', 1, 1, 0],
  ]);
});

test.each<{ row: string; column: string; deals: string }>`
  row                     | column          | deals
  ${'Owner Ann Reyes'}    | ${'deals'}      | ${'Pumps, Tanks, Valves'}
  ${'Source Web'}         | ${'deals'}      | ${'Pumps, Valves'}
  ${'Source No source'}   | ${'deals'}      | ${'Tanks'}
  ${'Created in 2026 Q1'} | ${'deals'}      | ${'Pipes, Pumps, Valves'}
  ${'Created in 2026 Q1'} | ${'still_open'} | ${'Pumps, Valves'}
  ${'Created in 2026 Q1'} | ${'won'}        | ${''}
`('behind "$column" of $row are "$deals"', ({ row, column, deals }) => {
  const host = loaded(later);
  const listed = behind(host, figureOf(host, 'Funnel', 'groups', row, column));
  expect(
    listed.deals
      .map(({ name }) => name)
      .sort()
      .join(', '),
  ).toBe(deals);
});

test.each<{ typed: string; shows: string }>`
  typed                     | shows
  ${'Ann Reyes'}            | ${'Qualification 3, Needs analysis 1'}
  ${'ann reyes; bo'}        | ${'Qualification 4, Needs analysis 1'}
  ${'Fair'}                 | ${'Qualification 1, Needs analysis 0'}
  ${'Ann Reyes; No source'} | ${'Qualification 1, Needs analysis 0'}
  ${'2026 Q1'}              | ${'Qualification 3, Needs analysis 1'}
  ${'Web; 2026-04'}         | ${'Qualification 0, Needs analysis 0'}
  ${'entered 2026-04'}      | ${'Qualification 1, Needs analysis 1'}
  ${''}                     | ${'Qualification 4, Needs analysis 1'}
`('filtered by "$typed" the funnel shows $shows', ({ typed, shows }) => {
  const host = loaded(later);
  expect(filters(host, typed)).toBe('');
  expect(reached(host)).toBe(shows);
});

test('a filtered funnel says so, stays so over a refresh, and lists only its own deals', () => {
  const host = loaded(later);
  filters(host, 'web; 2026 Q1');
  does(host, { menu: 'refreshReports' });
  const [[, , said] = []] = [
    host
      .names()
      .tab('Funnel')
      .values({ row: 1, column: 1, rows: 3, columns: 1 })
      .map(([cell]) => cell),
  ];
  expect(said).toBe(
    'Only some deals, on this whole tab: Source: Web; created 2026-01-01 to 2026-03-31. Choose Reports > Filter the funnel in the Pipeline menu to change that.',
  );
  const names = (column: string) =>
    behind(host, figureOf(host, 'Funnel', 'stages', 'Qualification', column)).deals.map(
      ({ name }) => name,
    );
  expect([names('reached').sort(), names('now')]).toEqual([['Pumps', 'Valves'], ['Valves']]);
  filters(host, '');
  expect(reached(host)).toBe('Qualification 4, Needs analysis 1');
});

test('what nobody can mean is said, and the funnel stays as it is', () => {
  const host = loaded(later);
  filters(host, 'Web');
  expect(filters(host, 'Wbe')).toContain('"Wbe"');
  expect(reached(host)).toBe('Qualification 2, Needs analysis 1');
});

test('a replayed day shows all deals, whatever the funnel is filtered by', () => {
  const host = loaded(later);
  filters(host, 'Fair');
  returned(host.menu(OWNER, 'replayPastDay', { answers: [{ button: 'OK', text: '2026-04-12' }] }));
  const [first] = blockOf(host, 'Replay', 'stages');
  expect([first?.now, first?.reached]).toEqual([3, 3]);
});
