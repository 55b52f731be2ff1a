/**
 * How many letters must be changed, added, left out or swapped with their neighbour to turn one
 * text into the other; anything above `limit` counts as `limit + 1`.
 * (Damerau 1964; the form in which no letter is edited twice.)
 */
export function editsBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let edits = Math.min(
        (row[j - 1] as number) + 1,
        (last[j] as number) + 1,
        (last[j - 1] as number) + (same ? 0 : 1),
      );
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) edits = Math.min(edits, (beforeLast[j - 2] as number) + 1);
      row.push(edits);
    }
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] as number, limit + 1);
}

/** Comparing longer texts letter by letter takes long, and they are no names. */
const MOST_NAME = 200;

/** Whether a text is most likely the other one with a slip of the fingers: never where numbers differ. */
export function isSlipOf(text: string, other: string): boolean {
  if (text.length > MOST_NAME || other.length > MOST_NAME) return false;
  if (text.replace(/\D/g, '') !== other.replace(/\D/g, '')) return false;
  const limit = other.length >= 9 ? 2 : other.length >= 5 ? 1 : 0;
  return limit > 0 && editsBetween(text, other, limit) <= limit;
}
