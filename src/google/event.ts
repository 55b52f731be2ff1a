import * as z from 'zod/mini';

/** Where an edit happened, as Google's event says. A hint: cells are read again. */
export interface EditHint {
  readonly sheetId: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** Whether more than one cell changed at once: a paste, a fill, a cleared block. */
  readonly isBlock: boolean;
}

const rangeLike = () => {
  const count = z.int().check(z.minimum(1));
  return z.object({ rowStart: count, rowEnd: count, columnStart: count, columnEnd: count });
};

/** Reads an onEdit event; `null` for anything else: the function can be called by anybody with anything. */
export function editHint(event: unknown): EditHint | null {
  if (typeof event !== 'object' || event === null || !('range' in event)) return null;
  const range = event.range as Partial<GoogleAppsScript.Spreadsheet.Range> | null;
  if (typeof range !== 'object' || range === null || typeof range.getSheet !== 'function')
    return null;
  const sheetId = range.getSheet().getSheetId();
  // Google's ranges carry their corners as plain numbers too, which cost no call; nothing promises it.
  const corners = rangeLike().safeParse(range);
  if (corners.success) {
    const { rowStart, rowEnd, columnStart, columnEnd } = corners.data;
    return hint(sheetId, [rowStart, rowEnd], [columnStart, columnEnd]);
  }
  const real = range as GoogleAppsScript.Spreadsheet.Range;
  const [row, column] = [real.getRow(), real.getColumn()];
  const [lastRow, lastColumn] = [row + real.getNumRows() - 1, column + real.getNumColumns() - 1];
  return hint(sheetId, [row, lastRow], [column, lastColumn]);
}

function hint(
  sheetId: number,
  [firstRow, lastRow]: readonly [number, number],
  [firstColumn, lastColumn]: readonly [number, number],
): EditHint {
  const isBlock = lastRow > firstRow || lastColumn > firstColumn;
  return { sheetId, firstRow, lastRow, firstColumn, lastColumn, isBlock };
}

/** Whether this execution may touch the document: a published add-on that is not enabled here may not. */
export function mayTouchDocument(event: unknown): boolean {
  if (typeof event !== 'object' || event === null || !('authMode' in event)) return true;
  return event.authMode !== ScriptApp.AuthMode.NONE;
}

/** Whether an installed time trigger made the call, and not a person. */
export function isTimeEvent(event: unknown): boolean {
  return typeof event === 'object' && event !== null && 'triggerUid' in event;
}
