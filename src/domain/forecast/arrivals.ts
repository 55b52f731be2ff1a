import { ARRIVALS } from './constants';
import { between, type Track } from './track';

/** One way to smooth: its forecast of the next week, and how far its earlier ones were off. */
interface Smoothed {
  readonly pace: number;
  readonly aDay: number;
  readonly squares: number;
}

/**
 * New deals a day to expect from the evening of `day` on: weekly counts, smoothed exponentially
 * (Brown 1959). How fast older weeks fade is learned: each pace weighs as likely as its own
 * forecasts of each week so far make it (normal errors of unknown size), slow ones a little more:
 * steady arrivals are averaged over months, a dried-up source is noticed within weeks.
 */
export function arrivalsADay(track: Track, day: number): number {
  const days = day - track.first + 1;
  const weeks = Math.min(ARRIVALS.weeks, Math.floor(days / 7));
  if (weeks < 1) return between(track, track.born, day - days, day) / days;
  const counts = Array.from({ length: weeks }, (_, index) => {
    const end = day - 7 * (weeks - 1 - index);
    return between(track, track.born, end - 7, end) / 7;
  });
  const ways = ARRIVALS.paces.map((pace) => smoothed(counts, pace));
  const least = Math.min(...ways.map(({ squares }) => squares));
  let sum = 0;
  let weights = 0;
  for (const { pace, aDay, squares } of ways) {
    const likelihood = ((squares + ARRIVALS.noise) / (least + ARRIVALS.noise)) ** ((1 - weeks) / 2);
    const weight = likelihood / (1 + ARRIVALS.steadiness * pace) ** 2;
    sum += weight * aDay;
    weights += weight;
  }
  return sum / weights;
}

/** The weighted mean of the weeks so far, each weighing `1 - pace` of the next, and its misses. */
function smoothed(counts: readonly number[], pace: number): Smoothed {
  let sum = 0;
  let weight = 0;
  let squares = 0;
  for (const count of counts) {
    if (weight > 0) squares += (sum / weight - count) ** 2;
    sum = sum * (1 - pace) + count;
    weight = weight * (1 - pace) + 1;
  }
  return { pace, aDay: sum / weight, squares };
}
