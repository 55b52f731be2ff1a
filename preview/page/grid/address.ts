/** A rectangle of cells, rows and columns from 1, both ends included. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** The letters of a column: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** 'B3', or 'B3:C5' when the area has more than one cell. */
export function a1(area: Area): string {
  const start = `${columnLetters(area.column)}${area.row}`;
  const one = area.row === area.lastRow && area.column === area.lastColumn;
  return one ? start : `${start}:${columnLetters(area.lastColumn)}${area.lastRow}`;
}

export function oneCell(row: number, column: number): Area {
  return { row, column, lastRow: row, lastColumn: column };
}

/** Reads 'B3' or 'B3:C5'; null for anything else. */
export function areaOf(text: string): Area | null {
  const match = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/.exec(
    text.trim().toUpperCase().split('$').join(''),
  );
  if (match === null) return null;
  const column = columnNumber(match[1] ?? '');
  const row = Number(match[2]);
  const lastColumn = match[3] === undefined ? column : columnNumber(match[3]);
  const lastRow = match[4] === undefined ? row : Number(match[4]);
  return {
    row: Math.min(row, lastRow),
    column: Math.min(column, lastColumn),
    lastRow: Math.max(row, lastRow),
    lastColumn: Math.max(column, lastColumn),
  };
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** The part of `to` that dragging the fill handle added to `from`; null when nothing was added. */
export function grown(from: Area, to: Area): Area | null {
  if (to.lastRow > from.lastRow) return { ...to, row: from.lastRow + 1 };
  if (to.row < from.row) return { ...to, lastRow: from.row - 1 };
  if (to.lastColumn > from.lastColumn) return { ...to, column: from.lastColumn + 1 };
  if (to.column < from.column) return { ...to, lastColumn: from.column - 1 };
  return null;
}
