/** A block of cells: rows and columns count from 1, as people and Google's `getRange` count. */
export interface Rect {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** What a cell holds. A date is a number (days since 1899-12-30) under a date format; empty is ''. */
export type CellValue = string | number | boolean;

export function cellAt(row: number, column: number): Rect {
  return { row, column, rows: 1, columns: 1 };
}

export function lastRowOf(rect: Rect): number {
  return rect.row + rect.rows - 1;
}

export function lastColumnOf(rect: Rect): number {
  return rect.column + rect.columns - 1;
}

/** The cells that both blocks cover, or null. */
export function overlap(a: Rect, b: Rect): Rect | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(lastRowOf(a), lastRowOf(b)) - row + 1;
  const columns = Math.min(lastColumnOf(a), lastColumnOf(b)) - column + 1;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

/** 'A' for 1, 'AA' for 27. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** 1 for 'A', 27 for 'AA'. */
export function columnNumber(name: string): number {
  let column = 0;
  for (const letter of name.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** 'B2' or 'B2:D9', as Google's getA1Notation writes it. */
export function a1Of(rect: Rect): string {
  const start = `${columnName(rect.column)}${rect.row}`;
  if (rect.rows === 1 && rect.columns === 1) return start;
  return `${start}:${columnName(lastColumnOf(rect))}${lastRowOf(rect)}`;
}

const A1 =
  /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?\$?([A-Za-z]{1,3})?\$?(\d+)?(?::\$?([A-Za-z]{1,3})?\$?(\d+)?)?$/;

/** A1 text as its sheet's name and a block in which an open end reaches to the sheet's edge. */
export interface A1 {
  readonly sheet: string | null;
  /** The block inside a sheet of this size; null when the text names no cells. */
  within(size: { readonly maxRows: number; readonly maxColumns: number }): Rect;
}

/** Reads 'B2', 'B2:D', '3:5', "'My tab'!A1:B"; null when it is not A1 notation. */
export function parseA1(text: string): A1 | null {
  const found = A1.exec(text.trim());
  if (found === null) return null;
  const [whole, quoted, bare, c1, r1, c2, r2] = found;
  const hasEnd = whole.slice(whole.lastIndexOf('!') + 1).includes(':');
  if (c1 === undefined && r1 === undefined) return null;
  if (hasEnd ? c2 === undefined && r2 === undefined : c1 === undefined || r1 === undefined) {
    return null;
  }
  const sheet = quoted === undefined ? (bare ?? null) : quoted.replaceAll("''", "'");
  return {
    sheet,
    within({ maxRows, maxColumns }) {
      const row = Number(r1 ?? 1);
      const column = c1 === undefined ? 1 : columnNumber(c1);
      const endRow = hasEnd ? Number(r2 ?? Math.max(maxRows, row)) : row;
      const endColumn = hasEnd
        ? c2 === undefined
          ? Math.max(maxColumns, column)
          : columnNumber(c2)
        : column;
      return {
        row: Math.min(row, endRow),
        column: Math.min(column, endColumn),
        rows: Math.abs(endRow - row) + 1,
        columns: Math.abs(endColumn - column) + 1,
      };
    },
  };
}
