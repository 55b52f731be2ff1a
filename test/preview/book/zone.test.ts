import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { instantOfSerial, serialOfInstant } from '../../../preview/google/book/serial';

test.each`
  zone                  | instant                   | serial
  ${'Etc/UTC'}          | ${'2026-01-31T00:00:00Z'} | ${46_053}
  ${'Asia/Shanghai'}    | ${'2026-01-30T16:00:00Z'} | ${46_053}
  ${'America/New_York'} | ${'2026-01-31T05:00:00Z'} | ${46_053}
  ${'America/New_York'} | ${'2026-07-31T04:00:00Z'} | ${46_234}
  ${'Europe/Berlin'}    | ${'2026-03-29T01:00:00Z'} | ${46_110 + 3 / 24}
`('$instant is the date cell $serial in $zone', ({ zone, instant, serial }) => {
  // 46234 is 2026-07-31, 46110 is 2026-03-29, the day Berlin's clocks go from 2:00 to 3:00.
  const ms = Date.parse(instant as string);
  expect(serialOfInstant(ms, zone as string)).toBeCloseTo(serial as number, 9);
  expect(instantOfSerial(serial as number, zone as string)).toBe(ms);
});

test.each(['Europe/Berlin', 'America/Sao_Paulo', 'Asia/Kolkata', 'Pacific/Apia'])(
  'an instant written into a cell of %s is read back unchanged, but for the hour that repeats',
  (zone) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000 }), (minutes) => {
        const instant = minutes * 1000 * 60 * 15;
        const back = instantOfSerial(serialOfInstant(instant, zone), zone);
        expect(Math.abs(back - instant)).toBeLessThanOrEqual(3_600_000);
        expect(serialOfInstant(back, zone)).toBeCloseTo(serialOfInstant(instant, zone), 9);
      }),
    );
  },
);

test('midnight of every day of 2026 in New York is that day in the cell', () => {
  for (let day = 46_023; day < 46_388; day += 1) {
    const instant = instantOfSerial(day, 'America/New_York');
    expect(serialOfInstant(instant, 'America/New_York')).toBe(day);
  }
});
