import { expect, test } from '@jest/globals';
import { addDays, daysBetween, monthOf } from '../../../src/domain/day';
import { numberOf } from '../../../src/domain/forecast/panel';
import { inSeason, NO_SEASON, seasonOf, stretchesOf } from '../../../src/domain/forecast/season';
import type { Track } from '../../../src/domain/forecast/track';

/** A team that wins so many deals on each day of a month, from one day to another. */
function winning(from: string, to: string, aDay: (month: string) => number): Track {
  const days = daysBetween(from, to) + 1;
  const won = new Float64Array(days);
  let sum = 0;
  for (let day = 0; day < days; day++) {
    sum += aDay(monthOf(addDays(from, day)));
    won[day] = sum;
  }
  const none = new Float64Array(days);
  return { first: numberOf(from), won, born: none, wonAmount: none, wonSquare: none };
}

const place = (month: string) => (Number(month.slice(5, 7)) - 1) % 3;

test('a team that wins 1, 2 and 3 deals a day through each quarter has a season', () => {
  const track = winning('2026-01-01', '2026-06-30', (month) => 1 + place(month));
  const season = seasonOf(track, numberOf('2026-06-30'));
  // February to May over the three months around them: 1, 1.5, 0.5, 1. Noise: 2 months of 0.15
  // squared + 1 / 60.33 wins, 1 repeated month without any: 0.02605; spread of the means less
  // noise: 0.25 - 0.021708; so the third month keeps 0.89758 of its 0.5.
  expect(season[0]).toBeCloseTo(0.55121, 4);
  expect(season[1]).toBeCloseTo(1, 9);
  expect(season[2]).toBeCloseTo(1.44879, 4);
});

test('a team that wins the same every day has none', () => {
  const track = winning('2026-01-01', '2026-12-31', () => 2);
  expect(seasonOf(track, numberOf('2026-12-31'))).toBe(NO_SEASON);
  expect(NO_SEASON).toEqual([1, 1, 1]);
});

test('quarters that differ count for less: 1, 2, 3 deals a day, then 1, 1, 4, then 1, 2, 3', () => {
  const aDay = [1, 2, 3, 1, 1, 4, 1, 2, 3];
  const track = winning('2026-01-01', '2026-09-30', (month) => aDay[Number(month.slice(5)) - 1]!);
  const season = seasonOf(track, numberOf('2026-09-30'));
  // Over the three months around: first 0.6, 0.42857, second 1, 0.5, 1, third 1.5, 2. Means 0.51429,
  // 0.83333, 1.75, of these 1.03254. Noise: (2 x (0.15 squared + 1 / 60.44) + 0.30636) / (2 + 4) = 0.06407,
  // of the means a half, a third, a half. Spread of the means less the mean of these: 0.38303.
  // Kept: 0.92281 of the first's and third's distance to 1, 0.94718 of the second's; over their mean 0.99843.
  expect(season[0]).toBeCloseTo(0.53766, 4);
  expect(season[1]).toBeCloseTo(0.81854, 4);
  expect(season[2]).toBeCloseTo(1.64379, 4);
});

test('growth alone is not a season', () => {
  const track = winning('2026-01-01', '2026-12-31', (month) => Number(month.slice(5, 7)));
  const season = seasonOf(track, numberOf('2026-12-31'));
  for (const factor of season) expect(Math.abs(factor - 1)).toBeLessThan(0.05);
});

test.each(['2026-05-31', '2026-06-29'])(
  'two quarters that are not whole by %s say nothing',
  (day) => {
    const track = winning('2026-01-01', day, (month) => 1 + place(month));
    expect(seasonOf(track, numberOf(day))).toBe(NO_SEASON);
  },
);

test('a first month that is not whole does not count', () => {
  const track = winning('2026-01-02', '2026-06-30', (month) => 1 + place(month));
  expect(seasonOf(track, numberOf('2026-06-30'))).toBe(NO_SEASON);
});

test('wins in January alone tell of one place of the quarter, and so of none', () => {
  const track = winning('2026-01-01', '2026-06-30', (month) => (month === '2026-01' ? 1 : 0));
  expect(seasonOf(track, numberOf('2026-06-30'))).toBe(NO_SEASON);
});

test('a month without any win, or no win at all, breaks nothing', () => {
  const never = winning('2026-01-01', '2026-12-31', () => 0);
  expect(seasonOf(never, numberOf('2026-12-31'))).toBe(NO_SEASON);
  const once = winning('2026-01-01', '2026-12-31', (month) => (month === '2026-03' ? 1 : 0));
  for (const factor of seasonOf(once, numberOf('2026-12-31')))
    expect(factor).toBeGreaterThanOrEqual(0);
});

test('the days ahead are cut where months end', () => {
  const season = [0.5, 1, 1.5] as const;
  expect(stretchesOf(season, numberOf('2026-01-20'), 60)).toEqual([
    { until: 11, factor: 0.5 },
    { until: 39, factor: 1 },
    { until: 60, factor: 1.5 },
  ]);
  expect(stretchesOf(NO_SEASON, numberOf('2026-01-20'), 60)).toEqual([{ until: 60, factor: 1 }]);
});

test('from the last evening of January the days ahead are February', () => {
  expect(stretchesOf([0.5, 1, 1.5], numberOf('2026-01-31'), 28)).toEqual([
    { until: 28, factor: 1 },
  ]);
});

test('30 days from 20 January hold 11 slow days and 19 usual ones', () => {
  const stretches = stretchesOf([0.5, 1, 1.5], numberOf('2026-01-20'), 60);
  expect(inSeason(stretches, 30, (days) => days)).toBe(0.5 * 11 + 19);
  expect(inSeason(stretches, 0, (days) => days)).toBe(0);
});
