import { OPTIONAL_COLUMNS, TAB_WORDS, type TableTab } from '../words/tabs';
import type { Cell, Grid, Row } from './cell';
import type { Headers } from './headers';

/**
 * Rows in a tab's standard column order, as its columns stand now. `also` are cells of columns that
 * only some workbooks have, the same in each row; people's own columns stay empty.
 */
export function underHeaders<T extends TableTab>(
  headers: Headers<T>,
  rows: Grid,
  also: Readonly<Record<string, Cell>> = {},
): Row[] {
  const optional: readonly string[] = OPTIONAL_COLUMNS[headers.tab] ?? [];
  const keys = Object.keys(TAB_WORDS.en.headings[headers.tab]).filter(
    (key) => !optional.includes(key),
  );
  return rows.map((standard) => {
    const row: Cell[] = headers.texts.map(() => '');
    const put = (key: string, cell: Cell) => {
      const column = headers.columns.get(key);
      if (column !== undefined) row[column - 1] = cell;
    };
    for (const [i, key] of keys.entries()) put(key, standard[i] ?? '');
    for (const [key, cell] of Object.entries(also)) put(key, cell);
    return row;
  });
}
