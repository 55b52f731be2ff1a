import { beforeAll, expect, test } from '@jest/globals';
import type { Host } from '../../preview/google/host';
import { OWNER, returned, rowsOf } from '../support/standIn';
import { aPipeline, blockOf, does, idOf, letter, loaded, newDeal, saved, types } from './desk';
import { behind, figureOf } from './figureDesk';

/** Four deals of 2 February, one of them in Needs analysis on the 4th; reports as of 17 February. */
let later = '';

beforeAll(() => {
  const host = aPipeline();
  for (const [name, amount, close] of [
    ['Pumps', 12_000, '2026-03-31'],
    ['Valves', 5_000, '2026-04-15'],
    ['Pipes', 3_000, '2026-02-10'],
    ['Tanks', 1_000, ''],
  ] as const) {
    newDeal(host, name, { Customer: 'Northwind Mills', Amount: amount, 'Close date': close });
    types(host, name, { Stage: 'Qualification' });
  }
  host.advance({ days: 2 });
  types(host, 'Pumps', { 'Ideal customer fit': true, 'Need confirmed': true });
  types(host, 'Pumps', { Stage: 'Needs analysis' });
  host.advance({ days: 13 });
  does(host, { menu: 'refreshReports' });
  later = saved(host);
});

test('each week keeps its open deals and its forecast once, however often the worker runs', () => {
  const host = loaded(later);
  const rows = rowsOf(host, 'Snapshots');
  const weeks = (kind: string) =>
    rows.filter((row) => row.Kind === kind && row['Days ahead'] !== 90).map((row) => row.Week);
  expect(weeks('Forecast')).toEqual(['2026-02-08', '2026-02-15']);
  const pumps = rows.filter((row) => row['Deal ID'] === idOf(host, 'Pumps'));
  expect(pumps.map((row) => [row.Week, row.Stage, row.Amount])).toEqual(
    weeks('Forecast').map((week) => [week, 'Needs analysis', 12_000]),
  );
});

test.each<{ tab: string; block: string; row: string; column: string; deals: string }>`
  tab           | block         | row                 | column        | deals
  ${'Funnel'}   | ${'stages'}   | ${'Qualification'}  | ${'now'}      | ${'Valves, Pipes, Tanks'}
  ${'Funnel'}   | ${'stages'}   | ${'Qualification'}  | ${'reached'}  | ${'Pumps, Valves, Pipes, Tanks'}
  ${'Funnel'}   | ${'stages'}   | ${'Needs analysis'} | ${'reached'}  | ${'Pumps'}
  ${'Forecast'} | ${'months'}   | ${'2026-04'}        | ${'pipeline'} | ${'Valves'}
  ${'Forecast'} | ${'months'}   | ${'Overdue'}        | ${'weighted'} | ${'Pipes'}
  ${'Forecast'} | ${'months'}   | ${'No date'}        | ${'pipeline'} | ${'Tanks'}
  ${'Forecast'} | ${'months'}   | ${'2026-04'}        | ${'closed'}   | ${''}
  ${'Forecast'} | ${'movement'} | ${'+ New'}          | ${'amount'}   | ${''}
  ${'Forecast'} | ${'outlook'}  | ${'30'}             | ${'open'}     | ${'Pumps, Valves, Pipes, Tanks'}
  ${'Forecast'} | ${'movement'} | ${'End'}            | ${'amount'}   | ${'Pumps, Valves, Pipes, Tanks'}
`('$tab: behind "$column" of $row are "$deals"', ({ tab, block, row, column, deals }) => {
  const host = loaded(later);
  const listed = behind(host, figureOf(host, tab, block, row, column));
  expect(listed.deals.map(({ name }) => name).join(', ')).toBe(deals);
  expect(listed.count).toBe(listed.deals.length);
});

test('behind the sums under the months are the deals of all months, of Overdue and of No date', () => {
  const host = loaded(later);
  const [last = 0, column] = (
    figureOf(host, 'Forecast', 'months', 'No date', 'pipeline').split('!')[1] ?? ''
  )
    .split(':')
    .map(Number);
  const listed = behind(host, `forecast!${last + 1}:${column}`);
  expect(listed.deals.map(({ name }) => name)).toEqual(['Pumps', 'Valves', 'Pipes', 'Tanks']);
});

test('of the deals that are to close in a quarter, one is pulled in when its day moves into it', () => {
  const host = loaded(later);
  types(host, 'Valves', { 'Close date': '2026-03-20' });
  does(host, { menu: 'refreshReports' });
  const moved = blockOf(host, 'Forecast', 'movement').filter(({ this_quarter: own }) => own !== 0);
  // Pumps and Pipes close in this quarter, Tanks nobody knows when.
  expect(moved.map((row) => [row.part, row.amount, row.this_quarter])).toEqual([
    ['Start', 21_000, 15_000],
    ['+ Pulled in', 0, 5_000],
    ['End', 21_000, 20_000],
  ]);
  const figure = figureOf(host, 'Forecast', 'movement', '+ Pulled in', 'this_quarter');
  expect(behind(host, figure).deals.map(({ name }) => name)).toEqual(['Valves']);
});

test('a replayed day shows the deals where they stood then, and lists them too', () => {
  const host = loaded(later);
  const replay = () =>
    host.menu(OWNER, 'replayPastDay', { answers: [{ button: 'OK', text: '2026-02-03' }] });
  returned(replay());
  const stages = blockOf(host, 'Replay', 'stages').map((row) => [row.stage, row.now]);
  expect(stages.slice(0, 2)).toEqual([
    ['Qualification', 4],
    ['Needs analysis', 0],
  ]);
  const overdue = blockOf(host, 'Replay', 'months').find((row) => row.month === 'Overdue');
  expect(overdue?.pipeline).toBe(0);
  const figure = figureOf(host, 'Replay', 'stages', 'Qualification', 'now');
  expect(behind(host, figure).deals.map(({ name }) => name)).toContain('Pumps');
});

test('whatever happened since, a replayed day has the figures that its own refresh had', () => {
  const host = loaded(later);
  const names = [
    ['Funnel', 'stages'],
    ['Funnel', 'summary'],
    ['Forecast', 'months'],
    ['Forecast', 'outlook'],
    ['Forecast', 'periods'],
    ['Forecast', 'movement'],
  ] as const;
  const then = names.map(([tab, block]) => [block, blockOf(host, tab, block)]);
  host.advance({ days: 3 });
  types(host, 'Valves', { Amount: 99_000, 'Close date': '2026-05-31', 'Win chance': '90%' });
  types(host, 'Pipes', { 'Lost reason': 'Price', Stage: 'Closed lost' });
  newDeal(host, 'Hoses', { Customer: 'Northwind Mills', Amount: 1 }, 'Qualification');
  does(host, { menu: 'refreshReports' });
  const text = '2026-02-17';
  returned(host.menu(OWNER, 'replayPastDay', { answers: [{ button: 'OK', text }] }));
  expect(names.map(([, block]) => [block, blockOf(host, 'Replay', block)])).toEqual(then);
});

/** Types into Stages, and lets the worker note it. */
function stages(
  host: Host,
  range: string,
  values: readonly (readonly (string | number)[])[],
): void {
  does(host, { edit: { tab: 'Stages', range, values: values as string[][] } });
  does(host, { trigger: 'work' });
}

const FIGURES = [
  ['Funnel', 'stages'],
  ['Forecast', 'months'],
  ['Forecast', 'outlook'],
] as const;

const retires = (host: Host) =>
  void does(host, { menu: 'retireStage', answers: [{ text: '2' }, { text: '1' }] });

/** What is done to the stages one after another, each noted by itself. */
const SINCE: Readonly<Record<string, readonly ((host: Host) => void)[]>> = {
  'win chances': [(host) => stages(host, 'D2:D3', [['90%'], ['12.5%']])],
  limits: [(host) => stages(host, 'E2:E3', [[3], [4]])],
  'the order': [(host) => stages(host, 'A2', [[9]])],
  'a kind': [(host) => stages(host, 'C2', [['Lost']])],
  'a stage that was retired': [retires],
  'a stage whose row is gone': [
    (host) => void does(host, { deleteRows: { tab: 'Stages', at: 2, count: 1 } }),
    (host) => void does(host, { trigger: 'work' }),
  ],
  'a new stage': [(host) => stages(host, 'A9:C9', [[1.5, 'Demo', 'Open']])],
  'the chance of a stage that was retired then': [(host) => stages(host, 'D3', [['77%']]), retires],
  'chances twice, with a name in between': [
    (host) => stages(host, 'D3', [['77%']]),
    (host) => stages(host, 'B3', [['Needs']]),
    (host) => stages(host, 'D3', [['5%']]),
    (host) => stages(host, 'B3', [['Needs analysis']]),
  ],
};

/** All that stands on Replay, what its charts are made from as well. */
function replayed(host: Host, text: string) {
  returned(host.menu(OWNER, 'replayPastDay', { answers: [{ button: 'OK', text }] }));
  const tab = host.names().tab('Replay');
  return tab.values({ row: 1, column: 1, rows: tab.maxRows, columns: tab.maxColumns });
}

test.each(Object.entries(SINCE))(
  'a past day keeps the stages that it had, whatever changed since: %s',
  (_, changes) => {
    const host = loaded(later);
    const then = FIGURES.flatMap(([tab, block]) => blockOf(host, tab, block));
    host.advance({ days: 3 });
    const before = replayed(host, '2026-02-17');
    for (const change of changes) change(host);
    expect(replayed(host, '2026-02-17')).toEqual(before);
    expect(FIGURES.flatMap(([, block]) => blockOf(host, 'Replay', block))).toEqual(then);
    expect(before.flat().filter((text) => String(text).includes('does not tell'))).toEqual([]);
  },
);

test('a change that no run has seen yet does not count for the past', () => {
  const host = loaded(later);
  const then = blockOf(host, 'Forecast', 'months');
  host.advance({ days: 3 });
  does(host, { edit: { tab: 'Stages', range: 'D2', values: [['90%']] } });
  replayed(host, '2026-02-17');
  expect(blockOf(host, 'Replay', 'months')).toEqual(then);
});

test('where the ledger does not tell what a stage was before, Replay says so', () => {
  const host = loaded(later);
  host.advance({ days: 3 });
  stages(host, 'A2', [[9]]);
  const column = host.names().column(host.names().tab('Ledger'), 'Reason');
  const row = rowsOf(host, 'Ledger').length + 1;
  const values = [['Order of stages: Needs analysis, Proposal, Negotiation, Qualification']];
  does(host, { apiWrite: { tab: 'Ledger', range: `${letter(column.column)}${row}`, values } });
  expect(replayed(host, '2026-02-17').flat()).toContain(
    'The Ledger does not tell what a later change of the stages replaced: there they are those of today.',
  );
});

test('a day to replay may be typed as people write it', () => {
  const host = loaded(later);
  const text = '2026年2月3日';
  returned(host.menu(OWNER, 'replayPastDay', { answers: [{ button: 'OK', text }] }));
  expect(blockOf(host, 'Replay', 'stages')[0]?.now).toBe(4);
});

test.each(['tomorrow', '2026-02-17', '2027-01-01', '2026-02-30'])(
  'no day is replayed for "%s": it says what to type',
  (text) => {
    const host = loaded(later);
    const run = host.menu(OWNER, 'replayPastDay', { answers: [{ button: 'OK', text }, 'OK'] });
    returned(run);
    expect(host.book.sheets.map(({ name }) => name)).not.toContain('Replay');
  },
);

test('a what-if moves amounts between months and leaves Deals alone', () => {
  const host = loaded(later);
  returned(host.menu(OWNER, 'whatIf'));
  const copied = rowsOf(host, 'What-if');
  expect(copied.map((row) => row.Deal)).toEqual(['Pumps', 'Valves', 'Pipes', 'Tanks']);
  const before = rowsOf(host, 'Deals');
  const chance = Number(copied[1]?.['Win chance']);
  does(host, { edit: { tab: 'What-if', range: 'G3', values: [['2026-05-15']] } });
  does(host, { edit: { tab: 'What-if', range: 'E3', values: [['10,000']] } });
  returned(host.menu(OWNER, 'whatIf'));
  const sheet = host.names().tab('What-if');
  const shown = sheet.values({ row: 1, column: 10, rows: 7, columns: 4 });
  const line = (month: string) => shown.find(([first]) => first === month)?.slice(1);
  expect(line('2026-04')).toEqual([5_000 * chance, 0, -5_000 * chance]);
  expect(line('2026-05')).toEqual([0, 10_000 * chance, 10_000 * chance]);
  expect(rowsOf(host, 'Deals')).toEqual(before);
});

test('a what-if of which nothing was changed is the forecast itself, to the cent', () => {
  const host = loaded(later);
  // More digits than the tab shows: 5,000 x 12.345 %.
  types(host, 'Valves', { 'Win chance': '12.345%' });
  returned(host.menu(OWNER, 'whatIf'));
  returned(host.menu(OWNER, 'whatIf'));
  const sheet = host.names().tab('What-if');
  const shown = sheet.values({ row: 1, column: 10, rows: 7, columns: 4 });
  expect(shown.find(([month]) => month === '2026-04')).toEqual(['2026-04', 617.25, 617.25, 0]);
});

test('an emptied win chance of a what-if leaves the deal its chance, and currencies are read as in Deals', () => {
  const host = loaded(later);
  returned(host.menu(OWNER, 'whatIf'));
  const chance = Number(rowsOf(host, 'What-if')[1]?.['Win chance']);
  does(host, { edit: { tab: 'What-if', range: 'H3', values: [['']] } });
  does(host, { edit: { tab: 'What-if', range: 'F3', values: [['usd']] } });
  returned(host.menu(OWNER, 'whatIf'));
  const shown = host.names().tab('What-if').values({ row: 1, column: 10, rows: 7, columns: 4 });
  const april = shown.find(([month]) => month === '2026-04');
  expect(april).toEqual(['2026-04', 5_000 * chance, 5_000 * chance, 0]);
});

test('the review names what is stalled and overdue, with a next step', () => {
  const host = loaded(later);
  const risky = blockOf(host, 'Review', 'at_risk');
  const pipes = risky.find((row) => row.name === 'Pipes');
  expect(String(pipes?.reason)).toContain('Close date has passed');
  expect(pipes?.next_step).not.toBe('');
  expect(blockOf(host, 'Review', 'changed')).toEqual([]);
});
