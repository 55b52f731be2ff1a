import { expect, test } from '@jest/globals';
import type { Gesture } from '../../preview/google/gestures/gesture';
import type { Host } from '../../preview/google/host';
import { rowsOf } from '../support/standIn';
import {
  aPipeline,
  at,
  blockOf,
  type Cells,
  dealNamed,
  dealRows,
  does,
  everything,
  idOf,
  letter,
  lifeOf,
  loaded,
  newDeal,
  QUALIFIED,
  saved,
  sweeps,
  types,
  WINNABLE,
} from './desk';
import { fillsIn, onDay, sets, works } from './rules';

const LATER = '2027-06-01';

/** The calls of an archiving, the last ones of the worker's; `SLUICE_EVERY_CALL=1` stops at each of them. */
const ARCHIVE_CALLS = 80;
const STEP = process.env.SLUICE_EVERY_CALL === '1' ? 1 : 19;

/** Mill was won, Dam lost, and nothing has happened to them since; Pump is open. Each has a note and a cell of the team's own. */
function aYearLater(): Host {
  const host = aPipeline();
  sets(host, 'Payment plan', '');
  does(host, { insertColumns: { tab: 'Deals', at: 3, count: 1 } });
  does(host, { edit: { tab: 'Deals', range: 'C1', values: [['Region']] } });
  newDeal(host, 'Mill', WINNABLE);
  newDeal(host, 'Pump', QUALIFIED);
  newDeal(host, 'Dam', { ...QUALIFIED, 'Lost reason': 'Price' });
  for (const [name, region] of [
    ['Mill', 'North'],
    ['Pump', 'South'],
    ['Dam', '=1+1'],
  ] as const) {
    types(host, name, { Region: region });
  }
  host
    .names()
    .tab('Deals')
    .notes.fill({ row: 2, column: 1, rows: 1, columns: 1 }, 'Met at the fair');
  types(host, 'Mill', { Stage: 'Closed won' });
  types(host, 'Dam', { Stage: 'Closed lost' });
  const later = onDay(host, LATER);
  works(later);
  return later;
}

/** The generated tabs, cell by cell. */
function figures(host: Host) {
  does(host, { menu: 'refreshReports' });
  const tabs = ['Funnel', 'Forecast', 'Review', 'Stalled', 'Health'];
  const all = everything(host);
  return Object.fromEntries(tabs.map((tab) => [tab, all[tab]]));
}

const names = (rows: readonly Cells[]) => rows.map(({ Deal }) => Deal);

test('closed deals that rest move to the archive with their entries, notes and own cells, and no figure changes', () => {
  const host = aYearLater();
  const before = figures(host);
  const mill = dealNamed(host, 'Mill');
  const entries = rowsOf(host, 'Ledger').length;
  sets(host, 'Archive closed deals after days', '365');
  works(host);
  expect(names(dealRows(host))).toEqual(['Pump']);
  const archived = rowsOf(host, 'Archive');
  expect(names(archived)).toEqual(['Mill', 'Dam']);
  expect(archived[0]).toMatchObject({ Region: 'North', ID: mill.ID, Stage: 'Closed won' });
  expect(host.names().tab('Archive').notes.get(2, 1)).toBe('Met at the fair');
  expect(new Set(rowsOf(host, 'Ledger').map(({ Deal }) => Deal))).toEqual(
    new Set([idOf(host, 'Pump')]),
  );
  expect(rowsOf(host, 'Ledger').length + rowsOf(host, 'Archived entries').length).toBe(entries);
  expect(figures(host)).toEqual(before);
});

/** The same workbook once the archive has taken what rests. */
function archived(): Host {
  const host = aYearLater();
  sets(host, 'Archive closed deals after days', '365');
  works(host);
  return host;
}

test('a second pass and a sweep change nothing, and Health has nothing to say', () => {
  const host = archived();
  sweeps(host);
  const settled = everything(host);
  works(host);
  sweeps(host);
  expect(everything(host)).toEqual(settled);
  does(host, { menu: 'refreshReports' });
  const problems = rowsOf(host, 'Health').flatMap((row) => Object.values(row).map(String));
  expect(problems.filter((text) => /Mill|Dam|Ledger|archive/i.test(text))).toEqual([]);
});

test('a row that somebody copies back is the deal it was, and goes on from there', () => {
  const host = archived();
  const sheet = host.names().tab('Archive');
  const columns = sheet.lastColumn;
  const [row] = sheet.values({ row: 2, column: 1, rows: 1, columns });
  const range = `A3:${letter(columns)}3`;
  does(host, { edit: { tab: 'Deals', range, values: [row ?? []] as string[][] } });
  sweeps(host);
  expect(lifeOf(host, 'Mill')).toEqual([]);
  types(host, 'Mill', { Stage: 'Qualification' });
  expect(lifeOf(host, 'Mill')).toEqual(['moved: Closed won -> Qualification']);
  works(host);
  expect(names(dealRows(host))).toEqual(['Pump', 'Mill']);
});

test.each<{ what: string; first: (host: Host) => void }>`
  what                                 | first
  ${'an open task'}                    | ${(host: Host) => fillsIn(host, 'Tasks', 2, [['Call', 'Mill', 'Ann', '2027-07-01', 'Open', '', idOf(host, 'Mill')]])}
  ${'a stage that was never accepted'} | ${(host: Host) => apiStage(host, 'Mill', 'Proposal')}
`('a closed deal with $what stays in Deals', ({ first }) => {
  const host = aYearLater();
  first(host);
  sets(host, 'Archive closed deals after days', '365');
  works(host);
  expect(names(dealRows(host))).toContain('Mill');
  expect(names(dealRows(host))).not.toContain('Dam');
});

function apiStage(host: Host, deal: string, stage: string): void {
  const row = dealRows(host).findIndex(({ Deal }) => Deal === deal) + 2;
  does(host, { apiWrite: { tab: 'Deals', range: at(host, 'Stage', row), values: [[stage]] } });
}

test('a stage that is renamed later is renamed in the archive too', () => {
  const host = archived();
  const stages = rowsOf(host, 'Stages');
  const row = 2 + stages.findIndex(({ Stage }) => Stage === 'Closed won');
  does(host, { edit: { tab: 'Stages', range: `B${row}`, values: [['Signed']] } });
  works(host);
  expect(dealIn(host, 'Archive', 'Mill').Stage).toBe('Signed');
  expect(rowsOf(host, 'Archived entries').map(({ To }) => To)).toContain('Signed');
});

const dealIn = (host: Host, tab: string, name: string): Cells =>
  rowsOf(host, tab).find(({ Deal }) => Deal === name) ?? {};

test('stopped at any call, an archiving loses nothing, counts nothing twice, and is finished by the next one', () => {
  const host = aYearLater();
  const before = figures(host);
  sets(host, 'Archive closed deals after days', '365');
  const text = saved(host);
  const whole = loaded(text);
  const [run] = does(whole, { trigger: 'work' }).executions;
  const calls = run?.callCount ?? 0;
  let cases = 0;
  for (let stopAt = calls; stopAt > calls - ARCHIVE_CALLS; stopAt -= STEP) {
    for (const keep of ['all', 'none', 'half'] as const) {
      const other = loaded(text);
      other.gesture({ trigger: 'work', stopAt, keep });
      const { Health: _, ...kept } = figures(other);
      const { Health: __, ...expected } = before;
      expect({ stopAt, keep, kept }).toEqual({ stopAt, keep, kept: expected });
      const next = onDay(other, '2027-06-02');
      works(next);
      expect({ stopAt, keep, deals: names(dealRows(next)) }).toEqual({
        stopAt,
        keep,
        deals: ['Pump'],
      });
      expect(names(rowsOf(next, 'Archive'))).toEqual(['Mill', 'Dam']);
      const numbers = rowsOf(next, 'Archived entries').map(({ Seq }) => Seq);
      expect(new Set(numbers).size).toBe(numbers.length);
      cases += 1;
    }
  }
  console.log(`${cases} stops of an archiving`);
  expect(cases).toBeGreaterThan(12);
});

test('the ID of an archived deal, typed into another one’s row, takes neither deal over', () => {
  const host = archived();
  const [mill] = rowsOf(host, 'Archive');
  const pump = idOf(host, 'Pump');
  does(host, {
    edit: { tab: 'Deals', range: at(host, 'ID', 2), values: [[String(mill?.ID)]] },
  });
  sweeps(host);
  expect(dealNamed(host, 'Pump')).toMatchObject({ ID: pump, Stage: 'Qualification' });
  expect(rowsOf(host, 'Ledger').filter(({ Kind }) => Kind !== 'created')).toEqual([]);
});

test('a copy of the workbook, which has no notes of its own, gives no archived number again', () => {
  const original = archived();
  const copy = loaded(saved(original).replaceAll('ledgerTail', 'noTail'), `${LATER}T09:00`);
  newDeal(copy, 'Lake');
  sweeps(copy);
  const numbers = [...rowsOf(copy, 'Archived entries'), ...rowsOf(copy, 'Ledger')].map(
    ({ Seq }) => Seq,
  );
  expect(new Set(numbers).size).toBe(numbers.length);
  does(copy, { menu: 'refreshReports' });
  const problems = blockOf(copy, 'Health', 'problems').filter(({ tab }) => tab === 'Ledger');
  expect(problems).toEqual([]);
});

/** Calls after the archiving has looked at the rows for the last time. */
const AT_LAST = 40;

/** What somebody does to the rows while they are being archived. */
const MEANWHILE: readonly (readonly [what: string, act: (host: Host) => object])[] = [
  [
    'sorts the rows',
    () => ({ sort: { tab: 'Deals', range: 'A2:AN4', column: 1, ascending: true } }),
  ],
  ['inserts a row above', () => ({ insertRows: { tab: 'Deals', at: 2, count: 1 } })],
  [
    'types into a row',
    (host) => ({ edit: { tab: 'Deals', range: at(host, 'Pain', 2), values: [['Seldom']] } }),
  ],
];

test.each(MEANWHILE)('whoever %s while deals are archived loses none', (what, gesture) => {
  const host = aYearLater();
  sets(host, 'Archive closed deals after days', '365');
  const text = saved(host);
  const [run] = does(loaded(text), { trigger: 'work' }).executions;
  const calls = run?.callCount ?? 0;
  for (let call = calls - AT_LAST; call > calls - AT_LAST - ARCHIVE_CALLS; call -= STEP) {
    const other = loaded(text);
    const act = gesture(other) as { sort: never };
    does(other, { trigger: 'work', during: { call, do: act } });
    const rows = [...dealRows(other), ...rowsOf(other, 'Archive')];
    expect({ call, names: new Set(names(rows)) }).toEqual({
      call,
      names: new Set(['Mill', 'Pump', 'Dam']),
    });
    if (what.startsWith('types')) expect(rows.map(({ Pain }) => Pain)).toContain('Seldom');
  }
});

test('whoever sorts in the very moment in which rows are taken out gets back the row that went instead', () => {
  const host = aYearLater();
  sets(host, 'Archive closed deals after days', '365');
  const text = saved(host);
  const takesOut = takingOut(text);
  const sort = { tab: 'Deals', range: 'A2:AN4', column: 1, ascending: true } as const;
  for (const call of takesOut) {
    const other = loaded(text);
    const pump = idOf(other, 'Pump');
    does(other, { trigger: 'work', during: { call, do: { sort } } });
    expect(dealNamed(other, 'Pump')).toMatchObject({ ID: pump, Region: 'South' });
    const next = onDay(other, '2027-06-02');
    works(next);
    expect(names(dealRows(next))).toEqual(['Pump']);
    expect(names(rowsOf(next, 'Archive')).sort()).toEqual(['Dam', 'Mill']);
  }
  expect(takesOut.length).toBeGreaterThan(1);
});

/** Which of these calls of the worker, counted from its last one, are of this method; the first one first. */
function callsOf(text: string, method: string, counted: { from: number; to: number }) {
  const [run] = does(loaded(text), { trigger: 'work' }).executions;
  const last = run?.callCount ?? 0;
  const calls = Array.from(
    { length: counted.from - counted.to },
    (_, i) => last - counted.from + i,
  );
  return calls.filter((stopAt) => {
    const [stopped] = loaded(text).gesture({ trigger: 'work', stopAt }).executions;
    return stopped?.stopped?.endsWith(method);
  });
}

/** The calls that take rows out: of Deals from below, then of the Ledger. */
const takingOut = (text: string) =>
  callsOf(text, 'Sheet.deleteRows', { from: AT_LAST + ARCHIVE_CALLS, to: -1 });

test('what is typed into a row right before it would be taken out keeps it in Deals, and out of the archive', () => {
  const host = aYearLater();
  sets(host, 'Archive closed deals after days', '365');
  const text = saved(host);
  const [, second = 0] = takingOut(text);
  for (const call of [second - 2, second - 1]) {
    const other = loaded(text);
    const edit = { tab: 'Deals', range: at(other, 'Pain', 2), values: [['Seldom']] };
    does(other, { trigger: 'work', during: { call, do: { edit } } });
    expect(dealNamed(other, 'Mill')).toMatchObject({ Pain: 'Seldom' });
    expect(names(rowsOf(other, 'Archive'))).not.toContain('Mill');
  }
});

test('a deal that an inserted row pushed out of sight goes to the archive on the same day', () => {
  const host = aYearLater();
  sets(host, 'Archive closed deals after days', '365');
  const text = saved(host);
  const looks = callsOf(text, 'Sheet.getDataRange', { from: 270, to: 250 });
  for (const call of looks) {
    const other = loaded(text);
    const insertRows = { tab: 'Deals', at: 2, count: 1 };
    does(other, { trigger: 'work', during: { call: call + 1, do: { insertRows } } });
    works(other);
    expect(names(rowsOf(other, 'Archive')).sort()).toEqual(['Dam', 'Mill']);
  }
  expect(looks.length).toBeGreaterThan(0);
});

test.each<{ what: string; gesture: Gesture; entries: number }>`
  what               | gesture                                                         | entries
  ${'a row'}         | ${{ deleteRows: { tab: 'Archived entries', at: 3, count: 1 } }} | ${1}
  ${'the header'}    | ${{ deleteRows: { tab: 'Archived entries', at: 1, count: 1 } }} | ${6}
  ${'the whole tab'} | ${{ deleteTab: { tab: 'Archived entries' } }}                   | ${6}
`(
  'when somebody deletes $what of the archived entries, Health says how many are gone',
  ({ gesture, entries }) => {
    const host = archived();
    does(host, gesture);
    does(host, { menu: 'refreshReports' });
    const told = blockOf(host, 'Health', 'problems').map(({ problem }) => String(problem));
    expect(told).toContain(`${entries} archived entries are not there any more: figures lack them`);
  },
);

test.each<{ what: string; gesture: Gesture; row: number }>`
  what                     | gesture                                                          | row
  ${'a header is cleared'} | ${{ apiWrite: { tab: 'Archive', range: 'B1', values: [['']] } }} | ${1}
  ${'a title is inserted'} | ${{ insertRows: { tab: 'Archive', at: 1, count: 1 } }}           | ${2}
`(
  'when $what in the archive, earlier and later deals stand under their headers',
  ({ gesture, row }) => {
    const host = archived();
    const ids = rowsOf(host, 'Archive').map(({ ID }) => ID);
    does(host, gesture);
    types(host, 'Pump', { 'Lost reason': 'Price' });
    types(host, 'Pump', { Stage: 'Closed lost' });
    const id = idOf(host, 'Pump');
    const later = onDay(host, '2028-09-01');
    works(later);
    const sheet = later.names().tab('Archive');
    const rect = { row, column: 1, rows: sheet.lastRow + 1 - row, columns: sheet.lastColumn };
    const [headers = [], ...rows] = sheet.values(rect);
    const under = (header: string) => rows.map((cells) => cells[headers.indexOf(header)]);
    expect(under('Deal')).toEqual(['Mill', 'Dam', 'Pump']);
    expect(under('ID')).toEqual([...ids, id]);
    expect(under('Stage')).toEqual(['Closed won', 'Closed lost', 'Closed lost']);
    expect(names(dealRows(later))).toEqual([]);
  },
);
