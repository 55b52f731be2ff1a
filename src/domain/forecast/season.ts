import { addDays, addMonths, type Month, monthOf } from '../day';
import { SEASON } from './constants';
import { FIRST_DAY, numberOf } from './panel';
import { between, type Track } from './track';

/** How much a month brings beside the mean month, by its place in the quarter: first, second, third. */
export type Season = readonly [number, number, number];

/** No month unlike another. */
export const NO_SEASON: Season = [1, 1, 1];

/**
 * The team's quarter: each whole month's wins over the mean of the three months around it (any
 * three hold each place of a quarter once, so the season does not hide itself), averaged by place
 * and shrunk to 1 as far as one quarter differs from the next (empirical Bayes, Efron and Morris
 * 1973). Without six whole months up to the day there is no season.
 */
export function seasonOf(track: Track, upTo: number): Season {
  const months = wholeMonths(track.first, upTo).map(({ place, after, last }) => ({
    place,
    wins: between(track, track.won, after, last),
    aDay: between(track, track.won, after, last) / (last - after),
  }));
  if (months.length < SEASON.months) return NO_SEASON;
  const byPlace: [number[], number[], number[]] = [[], [], []];
  for (let at = 1; at < months.length - 1; at++) {
    const around = (months[at - 1]!.aDay + months[at]!.aDay + months[at + 1]!.aDay) / 3;
    if (around > 0) byPlace[months[at]!.place as 0 | 1 | 2].push(months[at]!.aDay / around);
  }
  if (byPlace.some((ratios) => ratios.length === 0)) return NO_SEASON;
  const wins = months.reduce((sum, month) => sum + month.wins, 0) / months.length;
  return shrunkToOne(byPlace, 1 / Math.max(wins, 1));
}

function shrunkToOne(byPlace: readonly (readonly number[])[], chanceNoise: number): Season {
  const means = byPlace.map(meanOf);
  const centre = meanOf(means);
  let squares = 0;
  let freedom = 0;
  byPlace.forEach((ratios, place) => {
    for (const ratio of ratios) squares += (ratio - means[place]!) ** 2;
    freedom += ratios.length - 1;
  });
  const noise =
    (SEASON.noiseIsWorth * (SEASON.usualNoise ** 2 + chanceNoise) + squares) /
    (SEASON.noiseIsWorth + freedom);
  const ofMeans = byPlace.map((ratios) => noise / ratios.length);
  const spread = means.reduce((sum, mean) => sum + (mean - centre) ** 2, 0) / 2 - meanOf(ofMeans);
  if (spread <= 0) return NO_SEASON;
  const factors = means.map(
    (mean, place) => 1 + (mean / centre - 1) * (spread / (spread + ofMeans[place]!)),
  );
  const level = meanOf(factors);
  return [factors[0]! / level, factors[1]! / level, factors[2]! / level];
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** A run of days after an evening that lies in one month: it ends `until` days after, and brings `factor` of a mean day. */
export interface Stretch {
  readonly until: number;
  readonly factor: number;
}

/** The days after an evening, up to `days` of them, cut where the season changes. */
export function stretchesOf(season: Season, after: number, days: number): readonly Stretch[] {
  if (season === NO_SEASON) return [{ until: days, factor: 1 }];
  const stretches: Stretch[] = [];
  let month = monthOf(dayAt(after + 1));
  for (let until = 0; until < days; month = addMonths(month, 1)) {
    until = Math.min(days, firstOf(addMonths(month, 1)) - 1 - after);
    stretches.push({ until, factor: season[placeOf(month)]! });
  }
  return stretches;
}

/** What comes within the stretches' days, from what would come up to each day without a season. */
export function inSeason(
  stretches: readonly Stretch[],
  days: number,
  upTo: (days: number) => number,
): number {
  let sum = 0;
  let before = 0;
  for (const { until, factor } of stretches) {
    const end = Math.min(until, days);
    sum += factor * (upTo(end) - upTo(before));
    before = end;
    if (end === days) break;
  }
  return sum;
}

interface WholeMonth {
  readonly place: number;
  readonly after: number;
  readonly last: number;
}

function wholeMonths(first: number, upTo: number): readonly WholeMonth[] {
  const months: WholeMonth[] = [];
  let month = monthOf(dayAt(first));
  if (firstOf(month) < first) month = addMonths(month, 1);
  for (; firstOf(addMonths(month, 1)) - 1 <= upTo; month = addMonths(month, 1)) {
    const last = firstOf(addMonths(month, 1)) - 1;
    months.push({ place: placeOf(month), after: firstOf(month) - 1, last });
  }
  return months;
}

function placeOf(month: Month): 0 | 1 | 2 {
  return ((Number(month.slice(5, 7)) - 1) % 3) as 0 | 1 | 2;
}

function firstOf(month: Month): number {
  return numberOf(`${month}-01`);
}

function dayAt(number: number): string {
  return addDays(FIRST_DAY, number);
}
