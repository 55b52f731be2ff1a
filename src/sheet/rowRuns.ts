/** Rows that stand right under one another. */
export interface RowRun {
  readonly first: number;
  readonly rows: number;
}

/** From the first of these rows to the last; of one row at least. */
export function spanOf(rows: readonly number[]): RowRun {
  const first = rows.reduce((a, b) => Math.min(a, b));
  return { first, rows: rows.reduce((a, b) => Math.max(a, b)) - first + 1 };
}

/**
 * The longest runs among these row numbers, `most` of them at most, the lowest in the sheet first: so taken out
 * in this order, none moves another.
 */
export function longestRuns(rows: readonly number[], most: number): readonly RowRun[] {
  const runs: { first: number; rows: number }[] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.first + last.rows === row) last.rows += 1;
    else runs.push({ first: row, rows: 1 });
  }
  return runs
    .sort((a, b) => b.rows - a.rows)
    .slice(0, most)
    .sort((a, b) => b.first - a.first);
}
