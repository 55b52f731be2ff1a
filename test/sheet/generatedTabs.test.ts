import { expect, test } from '@jest/globals';
import { stageChances } from '../../src/domain/forecast/chances';
import { monthlyForecast } from '../../src/domain/forecast/months';
import { funnelOf } from '../../src/domain/funnel';
import { limits as limitsOf } from '../../src/domain/limits';
import { movementBetween } from '../../src/domain/movement';
import { stallOf } from '../../src/domain/stall';
import type { Cell, Problem } from '../../src/sheet/cell';
import { forecastTab } from '../../src/sheet/forecastTab';
import { funnelTab } from '../../src/sheet/funnelTab';
import {
  type Block,
  type ChartRange,
  type Generated,
  PROGRAM_LOOKS,
} from '../../src/sheet/generated';
import { cellName, checkCells, healthTab } from '../../src/sheet/healthTab';
import { replayTab } from '../../src/sheet/replayTab';
import { type StalledDeal, stalledTab } from '../../src/sheet/stalledTab';
import { FORECAST_WORDS } from '../../src/words/forecastWords';
import { FUNNEL_WORDS } from '../../src/words/funnelWords';
import { deals, threeStages } from '../support/deals';

const AT = { at: '2026-03-02 09:00', moves: 9, currency: 'USD', pipeline: threeStages } as const;
const clock = { today: '2026-03-02', count: 'calendar' } as const;

/** Four deals: one won, one lost from Proposal, one open in Contract, one in Lead. */
const FOUR = deals({
  won: ['2026-01-01 lead', '2026-01-05 proposal', '2026-01-15 contract', '2026-02-01 won'],
  lost: ['2026-01-01 lead', '2026-01-11 proposal', '2026-02-01 lost'],
  open: [
    { on: '2026-01-01', to: 'lead', amount: 100_00, currency: 'USD', closeDate: '2026-04-10' },
    '2026-01-21 proposal',
    '2026-02-01 contract',
  ],
  fresh: [{ on: '2026-02-20', to: 'lead', amount: 50_00, currency: 'USD', owner: 'Ann' }],
});

function blockOf(generated: Generated, name: string): Block {
  const block = generated.blocks.find((it) => it.block === name);
  if (!block) throw new Error(`no block ${name}`);
  return block;
}

/** A block's rows by export name. */
function rowsOf(generated: Generated, name: string): readonly Record<string, Cell>[] {
  const { row, column, rows, columns } = blockOf(generated, name);
  return generated.grid.slice(row - 1, row - 1 + rows).map((cells) => {
    const own = cells.slice(column - 1, column - 1 + columns.length);
    return Object.fromEntries(columns.map((key, i) => [key, own[i] ?? '']));
  });
}

function columnIn(generated: Generated, { row, column, rows }: ChartRange): readonly Cell[] {
  return generated.grid.slice(row - 1, row - 1 + rows).map((cells) => cells[column - 1] ?? '');
}

function funnel(language: 'en' | 'zh' = 'en'): Generated {
  return funnelTab({
    ...AT,
    funnels: [{ name: '', pipeline: threeStages, funnel: funnelOf(FOUR, threeStages, clock) }],
    limits: limitsOf(threeStages, FOUR, clock),
    language,
  });
}

function aRectangle({ grid, formats }: Generated): boolean {
  const widths = new Set([...grid, ...formats].map((row) => row.length));
  return widths.size === 1 && grid.length === formats.length;
}

test('the funnel block has the columns that scripts rely on', () => {
  expect(blockOf(funnel(), 'stages').columns).toEqual([
    'stage',
    'now',
    'reached',
    'visited',
    'strict',
    'lost_here',
    'next_rate',
    'next_n',
    'next_low',
    'next_high',
    'cumulative',
    'resolved_rate',
    'median_dwell',
    'resolved_n',
    'resolved_low',
    'resolved_high',
    'skipped',
    'still_open',
  ]);
});

test('each stage has its counts, then Won, Lost and Nurture; four deals are too few for rates', () => {
  const rows = rowsOf(funnel(), 'stages');
  const counts = rows.map((row) => [row.stage, row.now, row.reached, row.lost_here, row.next_n]);
  expect(counts).toEqual([
    ['Lead', 1, 4, 0, 4],
    ['Proposal', 0, 3, 1, 3],
    ['Contract', 1, 2, 0, 2],
    ['Won', 1, 1, '', ''],
    ['Lost', 1, '', '', ''],
    ['Nurture', 0, '', '', ''],
  ]);
  expect(rows.map((row) => row.next_rate)).toEqual(['', '', '', '', '', '']);
  expect(funnel().grid.flat()).toContain('not enough history (n = 4)');
});

test('the funnel chart is a bar between spacers that centre it', () => {
  const generated = funnel();
  const chart = generated.charts.find((it) => it.key === 'funnel.reached');
  const [stages, spacers, reached] = (chart?.ranges ?? []).map((it) => columnIn(generated, it));
  expect(stages?.slice(1)).toEqual(['Lead', 'Proposal', 'Contract', 'Won']);
  expect(reached?.slice(1)).toEqual([4, 3, 2, 1]);
  expect(spacers?.slice(1)).toEqual([0, 0.5, 1, 1.5]);
  expect(chart?.series.map((series) => series.colour)).toEqual(['', '#34a853']);
});

test('every tab is a rectangle that says as of when in its second row', () => {
  for (const generated of [funnel(), forecast(), stalled(), health()]) {
    expect([generated.tab, aRectangle(generated)]).toEqual([generated.tab, true]);
    expect(generated.grid[1]?.[0]).toBe('As of 2026-03-02 09:00, after 9 moves in all.');
    expect(generated.asOf).toEqual({ row: 2, column: 1 });
  }
});

test('every number format and background is known as the program’s own, so that people’s can be told from it', () => {
  for (const { tab, formats, styles } of [funnel(), forecast(), stalled(), health()]) {
    const shown = new Set(formats.flat().filter((format) => format !== ''));
    const painted = new Set(styles.flatMap(({ background }) => background ?? []));
    const unknown = [
      ...[...shown].filter((format) => !PROGRAM_LOOKS.formats.has(format)),
      ...[...painted].filter((background) => !PROGRAM_LOOKS.backgrounds.has(background)),
    ];
    expect([tab, unknown]).toEqual([tab, []]);
  }
});

test('charts stand in rows that no table uses', () => {
  for (const generated of [funnel(), forecast(), stalled()]) {
    for (const { anchor } of generated.charts) {
      const under = generated.grid.slice(anchor.row - 1, anchor.row + 16).flat();
      expect(under.every((cell) => cell === '')).toBe(true);
    }
  }
});

test('the funnel in Chinese has the same figures', () => {
  const figures = (generated: Generated) =>
    rowsOf(generated, 'stages').map(({ now, reached, visited }) => [now, reached, visited]);
  expect(figures(funnel('zh'))).toEqual(figures(funnel('en')));
  expect(funnel('zh').grid[0]?.[0]).toBe('销售漏斗');
});

const SCORES = { wape: 0.25, bias: -0.1, hitRate: 0.75, ranges: 12, brier: 0.1 };

function forecast(): Generated {
  const rates = { currency: 'USD', perUnit: new Map() };
  const before = new Map<string, (typeof FOUR)[number]>();
  const after = new Map(FOUR.map((deal) => [deal.deal, deal]));
  const span = { from: '2025-12-31', to: '2026-03-02' };
  const quarter = { from: '2026-04-01', to: '2026-06-30' };
  return forecastTab({
    ...AT,
    months: monthlyForecast({
      histories: FOUR,
      pipeline: threeStages,
      today: clock.today,
      rates,
      targets: new Map([['2026-04', 500_00]]),
      chanceOf: () => 0.5,
    }),
    chances: stageChances(threeStages),
    outlook: null,
    movement: {
      span,
      report: movementBetween(before, after, threeStages, span),
      quarter,
      inQuarter: movementBetween(before, after, threeStages, { ...span, closing: quarter }),
    },
    judged: [],
    accuracy: [
      { ...SCORES, days: 30, kept: 1, replayed: 2 },
      { ...SCORES, days: 90, kept: 4, replayed: 8 },
    ],
    language: 'en',
  });
}

test('amounts stand in the month of their close date, Overdue and No date apart', () => {
  const generated = forecast();
  expect(blockOf(generated, 'months').columns).toEqual([
    'month',
    'closed',
    'commit',
    'best_case',
    'pipeline',
    'weighted',
    'target',
  ]);
  const rows = rowsOf(generated, 'months');
  const april = rows.find((row) => row.month === '2026-04');
  expect([april?.pipeline, april?.weighted, april?.target]).toEqual([100, 50, 500]);
  expect(rows.slice(-2).map((row) => [row.month, row.pipeline])).toEqual([
    ['Overdue', 0],
    ['No date', 50],
  ]);
});

test('the rows of the forecast add up to its total', () => {
  const generated = forecast();
  const { row, rows } = blockOf(generated, 'months');
  const total = generated.grid[row - 1 + rows];
  expect(total?.[0]).toBe('Total');
  const sum = (column: number) =>
    generated.grid
      .slice(row - 1, row - 1 + rows)
      .reduce((all, cells) => all + Number(cells[column]), 0);
  expect([1, 2, 3, 4, 5].map(sum)).toEqual(total?.slice(1, 6));
});

test('the movement says that it adds up, of all deals and of those that are to close in the quarter', () => {
  const generated = forecast();
  const parts = rowsOf(generated, 'movement').map((row) => [
    row.part,
    row.amount,
    row.this_quarter,
  ]);
  expect(parts).toContainEqual(['+ New', 150, 100]);
  expect(parts).toContainEqual(['End', 150, 100]);
  expect(generated.grid.flat()).toContain('To close in 2026 Q2');
  expect(generated.grid.flat()).toContain('The parts add up to the end.');
});

test('the waterfall stands each part on what came before it, and leaves out parts of nothing', () => {
  const generated = forecast();
  const chart = generated.charts.find((it) => it.key === 'forecast.movement');
  const columns = (chart?.ranges ?? []).map((it) => columnIn(generated, it).slice(1));
  // Nothing at the start; two deals of 100 and 50 came and stayed.
  expect(columns).toEqual([
    ['Start', '+ New', 'End'],
    [0, 0, 0],
    [0, '', 150],
    ['', 150, ''],
    ['', '', ''],
  ]);
});

test('accuracy without enough forecasts says so instead of a number', () => {
  const rows = forecast().grid;
  const first = rows.find((row) => row[0] === 30);
  expect(first).toContain('not enough history (n = 3)');
  expect(first).not.toContain(SCORES.wape);
  expect(rowsOf(forecast(), 'accuracy')[1]).toEqual({
    horizon_days: 90,
    forecasts: 12,
    wape: 0.25,
    bias: -0.1,
    hit_rate: 0.75,
    brier: 0.1,
    kept: 4,
    replayed: 8,
    note: '',
  });
});

function stalled(): Generated {
  const limits = limitsOf(threeStages, FOUR, { ...clock, defaults: { lead: 30, contract: 14 } });
  const open = FOUR.flatMap((history): StalledDeal[] => {
    const stall = stallOf(history, { ...clock, limits });
    const { amount, currency, nextStep } = history.state;
    if (stall === null) return [];
    return [{ stall, name: `=${history.deal}`, customer: '', amount, currency, nextStep }];
  });
  const lostReasons = [{ reason: '', deals: 1, from: new Map() }];
  return stalledTab({ ...AT, deals: open, limits, lostReasons, language: 'en' });
}

test('a deal beyond its limit is listed with its days against the limit', () => {
  const generated = stalled();
  expect(rowsOf(generated, 'deals')).toEqual([
    { deal: 'open', stage: 'Contract', owner: '', days: 29, limit: 14, reason: '29 days' },
  ]);
  const { row } = blockOf(generated, 'deals');
  expect(generated.grid[row - 1]?.[0]).toBe('=open');
});

test('limits are shown with where they are from, lost deals with their reasons', () => {
  const generated = stalled();
  expect(rowsOf(generated, 'limits')[0]).toEqual({
    stage: 'Lead',
    limit: 30,
    usual: '',
    stalled: 0,
    open: 1,
    n: 0,
    source: 'Default: not enough history yet',
  });
  expect(rowsOf(generated, 'lost_reasons')).toEqual([
    { reason: '(no reason given)', deals: 1, share: 1 },
  ]);
});

const PROBLEMS: readonly Problem[] = [
  {
    tab: 'deals',
    row: 12,
    column: 28,
    code: 'unreadableAmount',
    about: ['lots', 'Amount'],
  },
  { tab: 'stages', row: 3, column: 2, code: 'duplicateStage', about: ['Lead', 'Stage'] },
  { tab: 'stages', row: 3, column: 3, code: 'unknownKind', about: ['x', 'Kind'] },
  { tab: 'stages', row: 0, column: 0, code: 'noWonStage', about: [] },
];

function health(problems = PROBLEMS): Generated {
  return healthTab({ ...AT, problems, language: 'en', repairFor: () => 'By hand' });
}

test('every problem is listed with its cell, a sentence and what to do', () => {
  expect(rowsOf(health(), 'problems')[0]).toEqual({
    tab: 'Deals',
    cell: 'AB12',
    problem: 'Amount says "lots", which is not clearly an amount',
    what_to_do: 'Type a number, such as 12000.',
    repair: 'By hand',
  });
  expect(rowsOf(health(), 'problems')).toHaveLength(4);
  expect(rowsOf(health([]), 'problems')).toEqual([]);
});

test.each<{ row: number; column: number; name: string }>`
  row   | column | name
  ${12} | ${1}   | ${'A12'}
  ${12} | ${26}  | ${'Z12'}
  ${12} | ${27}  | ${'AA12'}
  ${12} | ${0}   | ${'row 12'}
  ${0}  | ${0}   | ${''}
`('the cell at row $row and column $column is called "$name"', ({ row, column, name }) => {
  expect(cellName({ row, column }, 'en')).toBe(name);
});

test('the Check column says what is wrong in each row of an admin tab', () => {
  const cells = checkCells(PROBLEMS, 'stages', { from: 2, to: 4 }, 'en');
  expect(cells).toEqual([
    [''],
    [
      'There are two stages called "Lead". Rename one of them: this row is not used.\n' +
        'There is no kind of stage "x". Choose Open, Won, Lost or Nurture. Until then it counts as Open.',
    ],
    [''],
  ]);
});

test('a replayed day says in Chinese what is of that day, what is of today and what nobody noted', () => {
  const day = { ...AT, day: '2026-02-01', unknown: 2, language: 'zh' } as const;
  const told = replayTab([funnel('zh')], day)
    .grid.slice(0, 6)
    .map(([text]) => text);
  expect(told[0]).toBe('2026-02-01 的回放');
  expect(told[3]).toContain('阶段及其顺序、类型、赢单概率和停留上限为当天的设置');
  expect(told[4]).toContain('汇率、目标和其他设置为当前的设置');
  expect(told[5]).toContain('台账没有写明之后 2 处阶段变更之前的设置');
  expect(replayTab([funnel('zh')], { ...day, unknown: 0 }).grid[5]?.[0]).toBe('');
});

test('a replayed day gives each column the width that the wider report needs', () => {
  const { widths } = replayTab([funnel(), forecast()], {
    ...AT,
    day: '2026-02-01',
    unknown: 0,
    language: 'en',
  });
  const [stage, , , , , , , gap] = widths;
  // Funnel's stages need 190 and the forecast's months 150; Funnel's n needs 60 and the forecast's gap 120.
  expect([stage, gap]).toEqual([190, 120]);
});

/** Letters that fit beside each other on a screen of 1280 points; a Chinese one takes the room of two. */
const FITS = 190;

test.each(['en', 'zh'] as const)(
  'what tabs say above their tables fits on a screen (%s)',
  (language) => {
    const day = { ...AT, day: '2026-02-01', unknown: 2, language };
    const said = [funnel(language), forecast(), stalled(), replayTab([funnel(language)], day)]
      .flatMap(({ grid }) => grid)
      .filter(([, ...beside]) => beside.every((cell) => cell === ''))
      .map(([text]) => String(text));
    const { outlook } = FORECAST_WORDS[language].notes;
    const { readingEntered } = FUNNEL_WORDS[language].notes;
    said.push(...outlook.split('\n'), ...readingEntered.split('\n'));
    const wide = (text: string) => text.length + (text.match(/[^\0-\u2fff]/g) ?? []).length;
    expect(said.filter((text) => wide(text) > FITS)).toEqual([]);
  },
);
