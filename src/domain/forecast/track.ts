import type { Panel } from './panel';

/** What happened by day, ready to be summed over any days. Sums run up to and including a day, [day - first]. */
export interface Track {
  readonly first: number;
  readonly born: Float64Array;
  readonly won: Float64Array;
  readonly wonAmount: Float64Array;
  /** Of the squares of won amounts. */
  readonly wonSquare: Float64Array;
}

/** Sums a panel's births and wins by day from `first` on. `amountOf` gives a won deal's amount by its position. */
export function trackOf(panel: Panel, first: number, amountOf: (deal: number) => number): Track {
  const days = Math.max(1, panel.lastDay - first + 1);
  const born = new Float64Array(days);
  const won = new Float64Array(days);
  const wonAmount = new Float64Array(days);
  const wonSquare = new Float64Array(days);
  for (const day of panel.births.day) if (day >= first) born[day - first]! += 1;
  panel.closings.day.forEach((day, closing) => {
    if (panel.closings.won[closing] === 0 || day < first) return;
    const amount = amountOf(panel.closings.deal[closing]!);
    won[day - first]! += 1;
    wonAmount[day - first]! += amount;
    wonSquare[day - first]! += amount * amount;
  });
  for (const sums of [born, won, wonAmount, wonSquare]) {
    for (let day = 1; day < days; day++) sums[day]! += sums[day - 1]!;
  }
  return { first, born, won, wonAmount, wonSquare };
}

/** What one of a track's sums grew by on the days after .. upTo. */
export function between(track: Track, sums: Float64Array, after: number, upTo: number): number {
  return sumAt(track, sums, upTo) - sumAt(track, sums, after);
}

function sumAt({ first }: Track, sums: Float64Array, day: number): number {
  return day < first ? 0 : sums[Math.min(day - first, sums.length - 1)]!;
}
