/** The row of the active cell, when the person is in this sheet. */
export function activeRow(sheet: GoogleAppsScript.Spreadsheet.Sheet): number | null {
  const range = SpreadsheetApp.getActiveRange();
  if (range === null || range.getSheet().getSheetId() !== sheet.getSheetId()) return null;
  return range.getRow();
}

/** Shows a row of a sheet to the person who asks. */
export function showRow(sheet: GoogleAppsScript.Spreadsheet.Sheet, row: number): void {
  sheet.getRange(row, 1).activate();
}
