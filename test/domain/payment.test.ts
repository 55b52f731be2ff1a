import { expect, test } from '@jest/globals';
import {
  cashByMonth,
  instalments,
  mismatches,
  overdueDays,
  type Payment,
  readPlan,
} from '../../src/domain/payment';

function aPayment(more: Partial<Payment>): Payment {
  return {
    key: 'P1',
    deal: 'D1',
    name: 'Press line',
    part: '1/1',
    due: null,
    amount: 0,
    currency: 'USD',
    invoiced: null,
    received: null,
    ...more,
  };
}

test.each<{ text: string; parts: readonly (readonly [share: number, afterDays: number])[] }>`
  text                         | parts
  ${'100'}                     | ${[[100, 0]]}
  ${'30/60/10'}                | ${[[30, 0], [60, 30], [10, 60]]}
  ${'30@0/60@45/10@90'}        | ${[[30, 0], [60, 45], [10, 90]]}
  ${'30/60@7/10'}              | ${[[30, 0], [60, 7], [10, 60]]}
  ${' 30 % @ 14 / 70%@1000 '}  | ${[[30, 14], [70, 1000]]}
  ${'  30  %  @  14  /  70  '} | ${[[30, 14], [70, 30]]}
  ${'12.5/87.5'}               | ${[[12.5, 0], [87.5, 30]]}
  ${'33.3333/33.3333/33.3334'} | ${[[33.3333, 0], [33.3333, 30], [33.3334, 60]]}
`('the plan "$text" is read as shares and days after the win', ({ text, parts }) => {
  expect(readPlan(text)).toEqual(parts.map(([share, afterDays]) => ({ share, afterDays })));
});

test.each<{ text: string; because: string }>`
  text                         | because
  ${''}                        | ${'it is empty'}
  ${'30/60'}                   | ${'it makes 90'}
  ${'60/50'}                   | ${'it makes 110'}
  ${'33.3333/33.3333/33.3333'} | ${'it makes 99.9999'}
  ${'30/70/'}                  | ${'its last part is empty'}
  ${'30/60/ten'}               | ${'a part is no number'}
  ${'about 30/70'}             | ${'a word stands before a share'}
  ${'30/70 later'}             | ${'a word stands after a share'}
  ${'-30/130'}                 | ${'a share is below zero'}
  ${'0100'}                    | ${'a share has four digits'}
  ${'30.00001/69.99999'}       | ${'a share has five decimals'}
  ${'30./70'}                  | ${'a point has no decimals'}
  ${'30@/70'}                  | ${'a part says no day after @'}
  ${'30@-5/70'}                | ${'a part is due before the win'}
  ${'30@10000/70'}             | ${'a part is due in more than 9999 days'}
`('the plan "$text" is none: $because', ({ text }) => {
  expect(readPlan(text)).toBeNull();
});

test('a plan has at most 60 parts and 1,000 characters', () => {
  const ofParts = (count: number) => [...Array(count - 1).fill('1'), `${101 - count}`].join('/');
  expect(readPlan(ofParts(60))).toHaveLength(60);
  expect(readPlan(ofParts(61))).toBeNull();
  expect(readPlan('100'.padEnd(1_000))).toHaveLength(1);
  expect(readPlan('100'.padEnd(1_001))).toBeNull();
});

test.each<{ plan: string; amount: number; amounts: readonly number[] }>`
  plan                         | amount       | amounts
  ${'30/60/10'}                | ${1_000_000} | ${[300_000, 600_000, 100_000]}
  ${'30/60/10'}                | ${10_001}    | ${[3_000, 6_001, 1_000]}
  ${'33.3333/33.3333/33.3334'} | ${100}       | ${[33, 34, 33]}
  ${'50/50'}                   | ${5}         | ${[3, 2]}
  ${'100'}                     | ${12_345}    | ${[12_345]}
  ${'25/25/25/25'}             | ${1}         | ${[0, 1, 0, 0]}
  ${'30/60/10'}                | ${0}         | ${[0, 0, 0]}
`('$amount cents by $plan are instalments of $amounts cents', ({ plan, amount, amounts }) => {
  const parts = instalments(readPlan(plan)!, { amount, on: '2026-01-31' });
  expect(parts.map((part) => part.amount)).toEqual(amounts);
});

test('instalments add up to the cent, whatever the plan and however large the amount', () => {
  const plans = ['1.1/2.2/96.7', '14.2857/14.2857/14.2857/57.1429', '0.7/0.1/99.2', '33.3/66.7'];
  for (const plan of plans) {
    for (const amount of [1, 99, 100_001, 9_007_199_254_740_991]) {
      const parts = instalments(readPlan(plan)!, { amount, on: '2026-01-31' });
      expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(amount);
    }
  }
});

test('instalments are numbered, and due so many days after the win', () => {
  const parts = instalments(readPlan('30/60/10@365')!, { amount: 100, on: '2026-01-31' });
  expect(parts.map(({ part, due }) => `${part} ${due}`)).toEqual([
    '1/3 2026-01-31',
    '2/3 2026-03-02',
    '3/3 2027-01-31',
  ]);
});

test.each<{ due: string | null; received: string | null; days: number }>`
  due             | received        | days
  ${'2026-03-01'} | ${null}         | ${9}
  ${'2026-03-09'} | ${null}         | ${1}
  ${'2026-03-10'} | ${null}         | ${0}
  ${'2026-03-20'} | ${null}         | ${0}
  ${null}         | ${null}         | ${0}
  ${'2026-03-01'} | ${'2026-03-08'} | ${0}
  ${null}         | ${'2026-03-08'} | ${0}
`('due $due and received $received: $days days overdue on 10 March', (row) => {
  expect(overdueDays(aPayment({ due: row.due, received: row.received }), '2026-03-10')).toBe(
    row.days,
  );
});

test('deals whose instalments miss the won amount are listed with both sums', () => {
  const won: Readonly<Record<string, number | null>> = {
    exact: 10_000,
    short: 10_000,
    over: 5_000,
    blank: 700,
    open: null,
  };
  const payments = [
    aPayment({ deal: 'exact', amount: 4_000 }),
    aPayment({ deal: 'short', amount: 3_000 }),
    aPayment({ deal: 'exact', amount: 6_000 }),
    aPayment({ deal: 'short', amount: 6_999 }),
    aPayment({ deal: 'over', amount: 5_001 }),
    aPayment({ deal: 'blank', amount: null }),
    aPayment({ deal: 'open', amount: 1 }),
  ];
  const wonFor = (deal: string) => ({ amount: won[deal] ?? null, currency: 'USD' });
  expect(mismatches(payments, wonFor)).toEqual([
    { deal: 'short', planned: 9_999, won: 10_000 },
    { deal: 'over', planned: 5_001, won: 5_000 },
    { deal: 'blank', planned: 0, won: 700 },
  ]);
});

test('an instalment in another currency than its deal is no part of what it was won for', () => {
  const payments = [
    aPayment({ amount: 6_000, currency: 'EUR' }),
    aPayment({ amount: 4_000, currency: 'USD' }),
  ];
  expect(mismatches(payments, () => ({ amount: 10_000, currency: 'EUR' }))).toEqual([
    { deal: 'D1', planned: 6_000, won: 10_000 },
  ]);
});

/** One dollar is seven yuan; nobody wrote a rate for euros. */
const toYuan = ({ amount, currency }: Payment) =>
  currency === 'CNY' || amount === null ? amount : currency === 'USD' ? amount * 7 : null;

test('cash by month: what falls due in it, what came in during it, what is late', () => {
  const payments = [
    aPayment({ due: '2026-03-10', amount: 500, currency: 'CNY' }),
    aPayment({ due: '2026-03-09', amount: 40, currency: 'CNY' }),
    aPayment({ due: '2026-01-31', amount: 1_000, received: '2026-02-02' }),
    aPayment({ due: '2026-02-15', amount: 2_000, currency: 'CNY' }),
    aPayment({ due: '2026-02-28', amount: 300, currency: 'CNY', received: '2026-02-28' }),
    aPayment({ due: null, amount: 60, currency: 'CNY', received: '2025-12-31' }),
    aPayment({ due: null, amount: 90, currency: 'CNY' }),
    aPayment({ due: '2026-04-01', amount: 80, currency: 'EUR' }),
    aPayment({ due: '2026-05-01', amount: null, currency: 'USD' }),
  ];
  expect(cashByMonth(payments, '2026-03-10', toYuan)).toEqual([
    { month: '2025-12', due: 0, received: 60, overdue: 0 },
    { month: '2026-01', due: 7_000, received: 0, overdue: 0 },
    { month: '2026-02', due: 2_300, received: 7_300, overdue: 2_000 },
    { month: '2026-03', due: 540, received: 0, overdue: 40 },
  ]);
});
