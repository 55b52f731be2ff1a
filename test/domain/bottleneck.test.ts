import { expect, test } from '@jest/globals';
import { bottleneckOf, bottlenecksByOwner } from '../../src/domain/bottleneck';
import { addDays } from '../../src/domain/day';
import { aDeal, threeStages } from '../support/deals';

const options = {
  today: '2026-06-30',
  count: 'calendar',
  period: { from: '2026-06-01', to: '2026-06-30' },
} as const;

interface Exits {
  readonly month: '05' | '06';
  readonly won: number;
  readonly lost: number;
  /** Days in proposal, plus 0, 1 or 2. */
  readonly days?: number;
  readonly owner?: string;
}

/** Deals that left proposal in the middle of a month. */
function leaving({ month, won, lost, days = 10, owner = 'ann@example.com' }: Exits) {
  return Array.from({ length: won + lost }, (_, index) => {
    const left = `2026-${month}-15`;
    const entered = addDays(left, -days - (index % 3));
    const steps = [
      { on: entered, to: 'proposal', owner },
      { on: left, to: index < won ? 'contract' : 'lost' },
    ];
    return aDeal(steps, `${owner}${month}${days}-${index}`);
  });
}

test('a resolved rate that fell from 60 of 80 to 40 of 80 is the bottleneck, with its numbers', () => {
  const deals = [
    ...leaving({ month: '05', won: 60, lost: 20 }),
    ...leaving({ month: '06', won: 40, lost: 40 }),
  ];
  const found = bottleneckOf(deals, threeStages, options);
  expect(found).toMatchObject({
    stage: 'proposal',
    measure: 'resolvedRate',
    now: 0.5,
    before: 0.75,
    nNow: 80,
    nBefore: 80,
  });
  // Pooled 100 of 160: 0.25 / sqrt(0.625 x 0.375 x 2 / 80)
  expect(found?.z).toBeCloseTo(3.266, 3);
});

test('a median dwell that doubled is the bottleneck', () => {
  const deals = [
    ...leaving({ month: '05', won: 30, lost: 10, days: 10 }),
    ...leaving({ month: '06', won: 30, lost: 10, days: 20 }),
  ];
  expect(bottleneckOf(deals, threeStages, options)).toMatchObject({
    stage: 'proposal',
    measure: 'medianDwell',
    now: 21,
    before: 11,
    nNow: 40,
    nBefore: 40,
  });
  // 14 x 10, 13 x 11, 13 x 12 days, and ten more of each: 10 / sqrt(2 x ((2 / 5.15166)^2 + pi / 960))
  expect(bottleneckOf(deals, threeStages, options)?.z).toBeCloseTo(18.02, 2);
});

test('20 exits in each period are enough', () => {
  const worseRate = [
    ...leaving({ month: '05', won: 20, lost: 0 }),
    ...leaving({ month: '06', won: 5, lost: 15 }),
  ];
  expect(bottleneckOf(worseRate, threeStages, options)).toMatchObject({ nNow: 20, nBefore: 20 });
  const slower = [
    ...leaving({ month: '05', won: 20, lost: 0 }),
    ...leaving({ month: '06', won: 20, lost: 0, days: 30 }),
  ];
  expect(bottleneckOf(slower, threeStages, options)).toMatchObject({ nNow: 20, nBefore: 20 });
});

test.each<{ month: 'now' | 'before'; now: number; before: number }>`
  month       | now   | before
  ${'now'}    | ${19} | ${40}
  ${'before'} | ${40} | ${19}
`('19 exits $month are too few for dwell as well', ({ now, before }) => {
  const deals = [
    ...leaving({ month: '05', won: before, lost: 0 }),
    ...leaving({ month: '06', won: now, lost: 0, days: 30 }),
  ];
  expect(bottleneckOf(deals, threeStages, options)).toBeNull();
});

test('deleted deals and deals that went back tell nothing about a resolved rate', () => {
  const before = leaving({ month: '05', won: 40, lost: 40 });
  const now = leaving({ month: '06', won: 40, lost: 40 });
  const gone = leaving({ month: '06', won: 0, lost: 80, owner: 'gone@example.com' });
  const back = gone.map(({ deal }) =>
    aDeal(['2026-06-05 proposal', '2026-06-15 lead'], `${deal} back`),
  );
  const deleted = gone.map((deal) => ({ ...deal, deleted: true }));
  const all = [...before, ...now, ...deleted, ...back];
  expect(bottleneckOf(all, threeStages, options)).toBeNull();
});

test('visits that began on an unknown day do not make a stage faster', () => {
  const unknown = leaving({ month: '05', won: 60, lost: 0, days: 0 }).map((deal, index) => ({
    ...deal,
    deal: `U${index}`,
    visits: deal.visits.map((visit) => ({ ...visit, known: false })),
  }));
  const known = [
    ...leaving({ month: '05', won: 30, lost: 0 }),
    ...leaving({ month: '06', won: 30, lost: 0 }),
  ];
  expect(bottleneckOf([...known, ...unknown], threeStages, options)).toBeNull();
});

test.each<{ what: string; before: readonly [number, number]; now: readonly [number, number] }>`
  what                             | before      | now
  ${'nothing changed'}             | ${[30, 30]} | ${[30, 30]}
  ${'it became better'}            | ${[20, 60]} | ${[60, 20]}
  ${'19 exits are too few'}        | ${[60, 20]} | ${[2, 17]}
  ${'19 exits before are too few'} | ${[19, 0]}  | ${[20, 60]}
  ${'a small change is chance'}    | ${[32, 28]} | ${[28, 32]}
`('no clear bottleneck: $what', ({ before, now }) => {
  const deals = [
    ...leaving({ month: '05', won: before[0], lost: before[1] }),
    ...leaving({ month: '06', won: now[0], lost: now[1] }),
  ];
  expect(bottleneckOf(deals, threeStages, options)).toBeNull();
});

test('a stage where every deal took the same days needs a whole day to be worse', () => {
  const same = (month: '05' | '06', days: number) =>
    leaving({ month, won: 24, lost: 0, days }).map((deal) => {
      const [visit, ...rest] = deal.visits;
      const from = `${addDays(`2026-${month}-15`, -days)}T09:00:00`;
      return { ...deal, visits: [{ ...visit!, from }, ...rest] };
    });
  expect(bottleneckOf([...same('05', 5), ...same('06', 5)], threeStages, options)).toBeNull();
  expect(bottleneckOf([...same('05', 5), ...same('06', 6)], threeStages, options)).toMatchObject({
    now: 6,
    before: 5,
  });
});

test('owners are held against their own past, and those with few exits are not named', () => {
  const deals = [
    ...leaving({ month: '05', won: 60, lost: 20, owner: 'bob@example.com' }),
    ...leaving({ month: '06', won: 30, lost: 50, owner: 'bob@example.com' }),
    ...leaving({ month: '05', won: 30, lost: 50, owner: 'ann@example.com' }),
    ...leaving({ month: '06', won: 30, lost: 50, owner: 'ann@example.com' }),
    ...leaving({ month: '06', won: 0, lost: 9, owner: 'new@example.com' }),
  ];
  expect(bottlenecksByOwner(deals, threeStages, options)).toMatchObject({
    owners: [
      { owner: 'ann@example.com', bottleneck: null },
      { owner: 'bob@example.com', bottleneck: { stage: 'proposal', measure: 'resolvedRate' } },
    ],
    tooFew: 1,
  });
});
