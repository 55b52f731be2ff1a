import { expect, test } from '@jest/globals';
import { isIn, periodBefore } from '../../src/domain/period';

const MARCH = { from: '2026-03-01', to: '2026-03-31' };

test.each<{ when: string; isThere: boolean }>`
  when                     | isThere
  ${'2026-02-28'}          | ${false}
  ${'2026-03-01'}          | ${true}
  ${'2026-03-01T00:00:00'} | ${true}
  ${'2026-03-31'}          | ${true}
  ${'2026-03-31T23:59:59'} | ${true}
  ${'2026-04-01T00:00:00'} | ${false}
`('$when is in March: $isThere', ({ when, isThere }) => {
  expect(isIn(MARCH, when)).toBe(isThere);
});

test.each<{ from: string; to: string; before: string }>`
  from            | to              | before
  ${'2026-03-01'} | ${'2026-03-31'} | ${'2026-01-29 to 2026-02-28'}
  ${'2026-03-02'} | ${'2026-03-08'} | ${'2026-02-23 to 2026-03-01'}
  ${'2026-03-02'} | ${'2026-03-02'} | ${'2026-03-01 to 2026-03-01'}
`('before $from to $to come as many days: $before', ({ from, to, before }) => {
  const found = periodBefore({ from, to });
  expect(`${found.from} to ${found.to}`).toBe(before);
});
