import { expect, test } from '@jest/globals';
import { cycleOf } from '../../src/domain/cycle';
import type { DealHistory } from '../../src/domain/history';
import { lostReasons } from '../../src/domain/lostReasons';
import { velocityOf } from '../../src/domain/velocity';
import { type AmountGap, winRate } from '../../src/domain/winRate';
import { aDeal, deals, type Step, threeStages } from '../support/deals';

function closed(stage: string, on: string, amount: number | null, created = '2026-01-01'): Step[] {
  return [
    { on: created, to: 'lead', amount },
    { on, to: stage },
  ];
}

const june = { from: '2026-06-01', to: '2026-06-30' };

test('win rate is won among the deals that closed in the period', () => {
  const some = deals({
    ...Object.fromEntries([...Array(6)].map((_, n) => [`w${n}`, closed('won', '2026-06-01', 100)])),
    ...Object.fromEntries([...Array(6)].map((_, n) => [`l${n}`, closed('lost', '2026-06-30', 50)])),
    early: closed('won', '2026-05-31', 100),
    late: closed('lost', '2026-07-01', 100),
    nurtured: closed('nurture', '2026-06-10', 100),
    open: ['2026-06-01 lead'],
  });
  expect(winRate(some, threeStages, { period: june })).toMatchObject({
    won: 6,
    lost: 6,
    byCount: { value: 0.5, n: 12 },
    wonAmount: 600,
    lostAmount: 300,
    byAmount: 2 / 3,
  });
});

test('trap: without closed deals the win rate is blank, not 0 %', () => {
  const none = winRate(deals({ open: ['2026-01-01 lead'] }), threeStages);
  expect(none).toMatchObject({ won: 0, lost: 0, byCount: { value: null, n: 0 }, byAmount: null });
});

test('a lost deal is worth what it last was while open, else its list price, else it is left out', () => {
  const zeroed: Step[] = [
    { on: '2026-01-01', to: 'lead', amount: 700 },
    { on: '2026-01-02', to: 'lost', amount: 0 },
  ];
  const some = deals({
    zeroed,
    priced: closed('lost', '2026-06-01', null),
    unknown: closed('lost', '2026-06-01', null),
    born: [{ on: '2026-06-01', to: 'lost', amount: 30 }],
  });
  const listPrice = (deal: string) => (deal === 'priced' ? 200 : null);
  expect(winRate(some, threeStages, { listPrice })).toMatchObject({
    lostAmount: 700 + 200 + 30,
    withoutAmount: 1,
  });
});

test('a won deal is worth what it was won for, and not what it was worth before', () => {
  const raised: Step[] = [
    { on: '2026-01-01', to: 'lead', amount: 100 },
    { on: '2026-01-02', to: 'won', amount: 120 },
  ];
  expect(winRate(deals({ raised }), threeStages)).toMatchObject({
    wonAmount: 120,
    withoutAmount: 0,
  });
});

test('trap: lost deals that all lack an amount do not make a win rate of 100 % by amount', () => {
  const some = [...manyClosed(10, 'won', 1000), ...manyClosed(10, 'lost', null)];
  expect(winRate(some, threeStages)).toMatchObject({
    byCount: { value: 0.5 },
    byAmount: null,
    withoutAmount: 10,
  });
});

test('a team that won everything has won all of the amount; one that won for nothing has no share', () => {
  expect(winRate(manyClosed(10, 'won', 1000), threeStages).byAmount).toBe(1);
  const oneLost = [...manyClosed(10, 'won', 1000), ...manyClosed(1, 'lost', null)];
  expect(winRate(oneLost, threeStages).byAmount).toBeNull();
  expect(winRate(manyClosed(10, 'won', 0), threeStages).byAmount).toBeNull();
  expect(winRate(manyClosed(9, 'won', 1000), threeStages).byAmount).toBeNull();
});

test('deleted deals and deals of others are not counted', () => {
  const gone = { ...aDeal(closed('won', '2026-06-01', 100)), deleted: true };
  const bobs = aDeal([{ on: '2026-06-01', to: 'won', owner: 'bob@example.com' }]);
  const where = (deal: { state: { owner: string } }) => deal.state.owner === '';
  expect(winRate([gone, bobs], threeStages, { where })).toMatchObject({ won: 0, lost: 0 });
  expect(cycleOf([gone, bobs], threeStages, { where })).toMatchObject({ n: 0 });
  expect(winRate([bobs], threeStages).won).toBe(1);
});

test('amounts in a currency without a rate are left out and counted', () => {
  const some = deals({
    yen: [{ on: '2026-01-01', to: 'won', amount: 5000, currency: 'JPY' }],
    euro: [{ on: '2026-01-01', to: 'won', amount: 100, currency: 'EUR' }],
  });
  const convert = (minor: number, currency: string) => (currency === 'EUR' ? minor * 2 : null);
  expect(winRate(some, threeStages, { convert })).toMatchObject({
    wonAmount: 200,
    withoutAmount: 0,
    withoutRate: 1,
  });
});

test('a deal that was reopened is neither won nor lost', () => {
  const some = deals({ again: [...closed('lost', '2026-06-01', 100), '2026-06-02 lead'] });
  expect(winRate(some, threeStages)).toMatchObject({ won: 0, lost: 0 });
});

test('the cycle is from creation to close, of won deals only', () => {
  const some = deals({
    ten: closed('won', '2026-01-11', null),
    twenty: closed('won', '2026-01-21', null),
    sixty: closed('won', '2026-03-02', null),
    lost: closed('lost', '2027-01-01', null),
    undated: [{ on: '2026-01-01', to: 'lead', how: 'assumed' }, '2026-02-01 won'],
  });
  expect(cycleOf(some, threeStages)).toEqual({ n: 3, median: 20, mean: 30, undated: 1 });
  expect(cycleOf(some, threeStages, { period: june })).toMatchObject({ n: 0, median: null });
});

function manyClosed(count: number, stage: string, amount: number | null) {
  const steps = closed(stage, '2026-01-21', amount);
  return Array.from({ length: count }, (_, n) => aDeal(steps, `${stage}${amount}${n}`));
}

test('velocity is deals past the first stage x mean won amount x win rate / mean cycle', () => {
  const some = [
    ...manyClosed(8, 'won', 1000),
    ...manyClosed(12, 'lost', 1000),
    ...deals({
      a: ['2026-01-01 lead', '2026-01-02 proposal'],
      b: ['2026-01-01 contract'],
      first: ['2026-01-01 lead'],
    }),
  ];
  // 2 deals x 1000 x 0.4 / 20 days
  expect(velocityOf(some, threeStages, { today: '2026-06-30' })).toMatchObject({
    perDay: 40,
    openDeals: 2,
    meanWon: 1000,
    winRate: 0.4,
    meanCycle: 20,
    window: { from: '2025-07-01', to: '2026-06-30' },
  });
});

test('velocity is blank while one of its parts is unknown', () => {
  const few = manyClosed(5, 'won', 1000);
  expect(velocityOf(few, threeStages, { today: '2026-06-30' }).perDay).toBeNull();
  const old = [...manyClosed(8, 'won', 1000), ...manyClosed(12, 'lost', 1000)];
  expect(velocityOf(old, threeStages, { today: '2027-06-30' })).toMatchObject({
    perDay: null,
    meanWon: null,
  });
});

const yen = (count: number, stage: string) =>
  Array.from({ length: count }, (_, n) =>
    aDeal(
      [
        { on: '2026-01-01', to: 'lead', amount: 5, currency: 'JPY' },
        { on: '2026-01-21', to: stage, amount: 5, currency: 'JPY' },
      ],
      `${stage}JPY${n}`,
    ),
  );
const undated = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    aDeal(
      [
        { on: '2026-01-01', to: 'lead', how: 'assumed', amount: 7 },
        { on: '2026-02-01', to: 'won', amount: 7 },
      ],
      `undated${n}`,
    ),
  );
const sameDay = (count: number) =>
  Array.from({ length: count }, (_, n) => aDeal(closed('won', '2026-01-01', 7), `day${n}`));

test.each<{ some: DealHistory[]; kinds: string[] }>`
  lacks                           | some                                                         | kinds
  ${'nothing'}                    | ${[...manyClosed(5, 'won', 9), ...manyClosed(5, 'lost', 9)]} | ${[]}
  ${'any closed deal'}            | ${[aDeal(['2026-01-01 lead'])]}                              | ${['noWon', 'fewClosed']}
  ${'a won deal'}                 | ${manyClosed(10, 'lost', 9)}                                 | ${['noWon']}
  ${'closed deals'}               | ${manyClosed(9, 'won', 9)}                                   | ${['fewClosed']}
  ${'an amount'}                  | ${manyClosed(10, 'won', null)}                               | ${['noWonAmount']}
  ${'a rate for its currency'}    | ${yen(10, 'won')}                                            | ${['noWonAmount']}
  ${'a known day of creation'}    | ${undated(10)}                                               | ${['noCycle']}
  ${'a day between the two ends'} | ${sameDay(10)}                                               | ${['noDays']}
`('a velocity that lacks $lacks says so', ({ some, kinds }) => {
  const convert = (minor: number, currency: string) => (currency === 'JPY' ? null : minor);
  const { perDay, gaps } = velocityOf(some, threeStages, { today: '2026-06-30', convert });
  expect(gaps.map(({ kind }) => kind)).toEqual(kinds);
  expect(perDay === null).toBe(kinds.length > 0);
});

test('a velocity counts the won deals that its mean amount leaves out, by why', () => {
  const some = [...manyClosed(7, 'won', 9), ...manyClosed(2, 'won', null), ...yen(3, 'won')];
  const convert = (minor: number, currency: string) => (currency === 'JPY' ? null : minor);
  expect(velocityOf(some, threeStages, { today: '2026-06-30', convert })).toMatchObject({
    meanWon: 9,
    gaps: [],
    leftOut: { withoutAmount: 2, withoutRate: 3 },
  });
});

test.each<{ some: DealHistory[]; gap: AmountGap | null }>`
  lacks                             | some                                                            | gap
  ${'nothing'}                      | ${[...manyClosed(9, 'won', 9), ...manyClosed(1, 'lost', 9)]}    | ${null}
  ${'closed deals'}                 | ${manyClosed(3, 'won', 9)}                                      | ${{ kind: 'fewClosed', closed: 3 }}
  ${'amounts of the lost'}          | ${[...manyClosed(9, 'won', 9), ...manyClosed(2, 'lost', null)]} | ${{ kind: 'noAmount', of: 'lost', leftOut: { withoutAmount: 2, withoutRate: 0 } }}
  ${'rates for the won'}            | ${[...yen(9, 'won'), ...manyClosed(2, 'lost', 9)]}              | ${{ kind: 'noAmount', of: 'won', leftOut: { withoutAmount: 0, withoutRate: 9 } }}
  ${'anything but amounts of zero'} | ${manyClosed(10, 'won', 0)}                                     | ${{ kind: 'nothing' }}
`('a win rate by amount that lacks $lacks says so', ({ some, gap }) => {
  const convert = (minor: number, currency: string) => (currency === 'JPY' ? null : minor);
  const { byAmount, amountGap } = winRate(some, threeStages, { convert });
  expect(amountGap).toEqual(gap);
  expect(byAmount === null).toBe(gap !== null);
});

test('deals that closed more than a year ago do not count for the velocity', () => {
  const some = [
    ...manyClosed(8, 'won', 1000),
    ...manyClosed(12, 'lost', 1000),
    ...Array.from({ length: 10 }, (_, n) =>
      aDeal(closed('won', '2025-06-30', 9000, '2025-01-01'), `Old${n}`),
    ),
    aDeal(['2026-01-01 proposal'], 'Open'),
    { ...aDeal(['2026-01-01 proposal'], 'Gone'), deleted: true },
  ];
  // 1 deal x 1000 x 0.4 / 20 days
  const found = velocityOf(some, threeStages, { today: '2026-06-30' });
  expect(found).toMatchObject({ perDay: 20, winRate: 0.4, meanCycle: 20 });
});

test('deals won without any amount have no velocity', () => {
  const some = [...manyClosed(10, 'won', null), ...deals({ a: ['2026-01-01 proposal'] })];
  const found = velocityOf(some, threeStages, { today: '2026-06-30' });
  expect(found).toMatchObject({ perDay: null, meanWon: null, winRate: 1, meanCycle: 20 });
});

test('won deals without an amount do not pull the mean amount down', () => {
  const some = [
    ...manyClosed(10, 'won', 1000),
    ...manyClosed(10, 'won', null),
    ...deals({ a: ['2026-01-01 proposal'] }),
  ];
  expect(velocityOf(some, threeStages, { today: '2026-06-30' }).meanWon).toBe(1000);
});

test('the mean won amount leaves out other currencies without a rate, deleted and lost deals', () => {
  const won = (amount: number, currency: string, deal: string) =>
    aDeal([{ on: '2026-01-01', to: 'won', amount, currency }], deal);
  const some = [
    won(1000, 'EUR', 'A'),
    won(5, 'JPY', 'B'),
    { ...won(9, 'EUR', 'C'), deleted: true },
    aDeal([{ on: '2026-01-01', to: 'lost', amount: 77, currency: 'JPY' }], 'D'),
    aDeal([{ on: '2026-01-01', to: 'lead', amount: 88, currency: 'EUR' }], 'E'),
    aDeal([{ on: '2026-01-01', to: 'lost', amount: 99, currency: 'EUR' }], 'F'),
    aDeal([{ on: '2026-01-01', to: 'won', currency: 'EUR' }], 'G'),
  ];
  const convert = (minor: number, currency: string) => (currency === 'EUR' ? 2 * minor : null);
  expect(velocityOf(some, threeStages, { today: '2026-06-30', convert }).meanWon).toBe(2000);
});

test('deals that are all won on the day they are created have no velocity', () => {
  const some = [
    ...Array.from({ length: 10 }, (_, n) => aDeal(closed('won', '2026-01-01', 100), `W${n}`)),
    ...deals({ open: ['2026-01-01 proposal'] }),
  ];
  const found = velocityOf(some, threeStages, { today: '2026-06-30' });
  expect(found).toMatchObject({ meanCycle: 0, perDay: null });
});

test('lost reasons are counted, the most frequent first, however they are written', () => {
  const lost = (reason: string): Step[] => [
    '2026-06-01 proposal',
    { on: '2026-06-02', to: 'lost', reason },
  ];
  const some = deals({
    a: lost('Price'),
    b: lost(' price '),
    c: lost('Timing'),
    d: lost(''),
    e: ['2026-06-01 lead', { on: '2026-06-02', to: 'lost', reason: 'Timing' }],
    won: ['2026-06-01 lead', { on: '2026-06-02', to: 'won', reason: 'Price' }],
  });
  expect(lostReasons(some, threeStages)).toEqual([
    { reason: 'Price', deals: 2, from: new Map([['proposal', 2]]) },
    {
      reason: 'Timing',
      deals: 2,
      from: new Map([
        ['proposal', 1],
        ['lead', 1],
      ]),
    },
    { reason: '', deals: 1, from: new Map([['proposal', 1]]) },
  ]);
  const again = { ...some[2]!, deal: 'f' };
  const deleted = { ...some[0]!, deal: 'g', deleted: true };
  const earlier = aDeal(['2026-05-01 lost'], 'h');
  const most = lostReasons([...some, again, deleted, earlier], threeStages, { period: june });
  expect(most.map(({ reason, deals: n }) => `${reason} ${n}`)).toEqual([
    'Timing 3',
    'Price 2',
    ' 1',
  ]);
  const bare = lostReasons([earlier], threeStages);
  expect(bare).toEqual([{ reason: '', deals: 1, from: new Map() }]);
  const cells = { period: june, reasonOf: () => 'Budget' };
  expect(lostReasons(some, threeStages, cells)).toMatchObject([{ reason: 'Budget', deals: 5 }]);
});

test('reasons that are as frequent stand in their alphabet, without the spaces around them', () => {
  const lost = (reason: string): Step[] => [
    '2026-06-01 lead',
    { on: '2026-06-02', to: 'lost', reason },
  ];
  const some = deals({ a: lost('Timing'), b: lost(' Budget '), c: lost('Price') });
  const reasons = lostReasons(some, threeStages).map(({ reason }) => reason);
  expect(reasons).toEqual(['Budget', 'Price', 'Timing']);
});
