/** The row of the active cell, when the person is in this sheet. */
export function activeRow(sheet: GoogleAppsScript.Spreadsheet.Sheet): number | null {
  const range = SpreadsheetApp.getActiveRange();
  if (range === null || range.getSheet().getSheetId() !== sheet.getSheetId()) return null;
  return range.getRow();
}

/** The cell that the person has selected, wherever it is. */
export function activeCell(): {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
} | null {
  const range = SpreadsheetApp.getActiveRange();
  if (range === null) return null;
  return { sheetId: range.getSheet().getSheetId(), row: range.getRow(), column: range.getColumn() };
}

/** Shows a row of a sheet to the person who asks. */
export function showRow(sheet: GoogleAppsScript.Spreadsheet.Sheet, row: number): void {
  sheet.getRange(row, 1).activate();
}
