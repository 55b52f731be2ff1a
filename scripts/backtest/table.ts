/** Prints rows under their headings, numbers to the right. */
export function printTable(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!),
      )
      .join('  ');
  console.log(line(headings));
  for (const row of rows) console.log(line(row));
  console.log('');
}

/** A figure with so many decimals, or a dash where there is none. */
export function shown(value: number | null | undefined, decimals = 4): string {
  return value === null || value === undefined ? '-' : value.toFixed(decimals);
}

/** A share in per cent. */
export function percent(share: number | null | undefined): string {
  return share === null || share === undefined ? '-' : `${(100 * share).toFixed(1)} %`;
}
