import { expect, test } from '@jest/globals';
import { addDays } from '../../../src/domain/day';
import { arrivalsADay } from '../../../src/domain/forecast/arrivals';
import { panelOf } from '../../../src/domain/forecast/panel';
import { trackOf } from '../../../src/domain/forecast/track';
import { aHistory, threeStages } from './histories';

/** So many new deals on each day, from 2026-01-01 on. */
function afterDays(aDay: readonly number[]): number {
  const histories = aDay.flatMap((count, day) =>
    Array.from({ length: count }, (_, index) =>
      aHistory(`D${day}-${index}`, [['qualify', addDays('2026-01-01', day)]]),
    ),
  );
  const panel = panelOf(histories, threeStages(), addDays('2026-01-01', aDay.length - 1));
  return arrivalsADay(
    trackOf(panel, panel.lastDay - aDay.length + 1, () => 0),
    panel.lastDay,
  );
}

function weeks(...counts: readonly number[]): readonly number[] {
  return counts.flatMap((count) => Array.from({ length: 7 }, () => count));
}

test('steady arrivals are expected to go on', () => {
  expect(afterDays(weeks(4, 4, 4, 4, 4, 4))).toBeCloseTo(4, 9);
});

test('before the first week is over the days so far are all there is', () => {
  expect(afterDays([3, 0, 0, 1])).toBeCloseTo(1, 9);
});

test('weeks that swing about a level are averaged over all of them', () => {
  const swings = afterDays(weeks(2, 8, 3, 7, 2, 8, 3, 7, 2, 8, 3, 7));
  expect(swings).toBeGreaterThan(4.5);
  expect(swings).toBeLessThan(5.7);
});

test('a source that has dried up is noticed within weeks', () => {
  const dry = afterDays(weeks(9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 0, 0, 0));
  // The mean of the trailing eight weeks would still say 5.6.
  expect(dry).toBeLessThan(3);
});

test('one deal a day, then two: each pace p says (3 - p) / (2 - p) and weighs 1 / (1 + 20 p) squared', () => {
  // 1.5 x 1, 1.5076 x 0.3906, 1.5155 x 0.2066, 1.5263 x 0.1111, 1.5405 x 0.0625, 1.5556 x 0.04, and so on.
  expect(afterDays(weeks(1, 2))).toBeCloseTo(1.5112457, 6);
});

test('one, two, one a day: a pace that missed the third week by less weighs more, in the power of 1', () => {
  // Pace p misses the second week by 1 and the third by 1 / (2 - p): squares of 1.25 at pace 0, of 2 at pace 1.
  const paces = [0, 0.03, 0.06, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.7, 1];
  let sum = 0;
  let weights = 0;
  for (const pace of paces) {
    const old = 1 - pace;
    const weight = 1 / (1 + 1 / (2 - pace) ** 2 + 1 / 49) / (1 + 20 * pace) ** 2;
    sum += (weight * (old * old + 2 * old + 1)) / (old * old + old + 1);
    weights += weight;
  }
  expect(afterDays(weeks(1, 2, 1))).toBeCloseTo(sum / weights, 9);
});

test('after a single whole week its mean counts, not the days before it', () => {
  expect(afterDays([7, 7, 7, 1, 1, 1, 1, 1, 1, 1])).toBeCloseTo(1, 9);
});

test('the days before a whole number of weeks are passed over', () => {
  expect(afterDays([50, ...weeks(2, 2, 2)])).toBeCloseTo(2, 9);
});
