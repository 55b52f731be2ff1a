import type { Cell, Grid } from '../../src/sheet/cell';
import { findHeaders, type Headers } from '../../src/sheet/headers';
import { layoutOf } from '../../src/sheet/layout';
import { general } from '../../src/stageSets/general';
import type { Language } from '../../src/words/language';
import type { TableTab } from '../../src/words/tabs';

/** The header row that a new tab gets. */
export function headerRow(tab: TableTab, language: Language = 'en'): readonly string[] {
  return layoutOf(tab, language, general).columns.map((column) => column.header);
}

/** A tab under its standard headers, each row given by header: `tabOf('team', [{ Name: 'Ann' }])`. */
export function tabOf(
  tab: TableTab,
  rows: readonly Readonly<Record<string, Cell>>[],
  language: Language = 'en',
): Grid {
  const header = headerRow(tab, language);
  const unknown = rows.flatMap(Object.keys).filter((name) => !header.includes(name));
  if (unknown.length > 0) throw new Error(`no column ${unknown.join(', ')} in ${tab}`);
  return [header, ...rows.map((row) => header.map((name) => row[name] ?? ''))];
}

/** The headers of a grid that is known to have some. */
export function headersOf<T extends TableTab>(tab: T, grid: Grid): Headers<T> {
  const headers = findHeaders(tab, grid);
  if (!headers) throw new Error(`no headers in ${tab}`);
  return headers;
}

/** Problems as "B3 code": column letter (A to Z) and row; `-` where the whole row or tab is meant. */
export function problemList(
  problems: readonly { row: number; column: number; code: string }[],
): readonly string[] {
  return problems.map(({ row, column, code }) => {
    const letter = column === 0 ? '-' : String.fromCharCode(64 + column);
    return `${letter}${row} ${code}`;
  });
}
