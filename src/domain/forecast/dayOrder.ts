/** Positions in the order of their days, those of one day as they came: a counting sort, near linear. */
export function inOrder(days: readonly number[]): Int32Array {
  const first = days.reduce((low, day) => Math.min(low, day), Infinity);
  const last = days.reduce((high, day) => Math.max(high, day), -Infinity);
  if (days.length === 0) return new Int32Array(0);
  const next = new Int32Array(last - first + 2);
  for (const day of days) next[day - first + 1]! += 1;
  for (let index = 1; index < next.length; index++) next[index]! += next[index - 1]!;
  const order = new Int32Array(days.length);
  days.forEach((day, position) => {
    order[next[day - first]!] = position;
    next[day - first]! += 1;
  });
  return order;
}

/** Columns of numbers in a given order of their rows. */
export function sortedBy<K extends string>(
  columns: Readonly<Record<K, readonly number[]>>,
  order: Int32Array,
): Record<K, Int32Array> {
  const sorted = {} as Record<K, Int32Array>;
  for (const name of Object.keys(columns) as K[]) {
    const column = columns[name];
    sorted[name] = order.map((position) => column[position]!);
  }
  return sorted;
}

/** How many of some ascending days are not after a day, by halving. */
export function countUpTo(days: Int32Array, day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
