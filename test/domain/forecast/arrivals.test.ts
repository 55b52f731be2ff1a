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

test('the days before a whole number of weeks are passed over', () => {
  expect(afterDays([50, ...weeks(2, 2, 2)])).toBeCloseTo(2, 9);
});
