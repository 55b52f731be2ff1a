import type { TabId } from '../sheet/cell';
import { type Clock, clockIn } from './clock';
import { type Tab, tabOf } from './tab';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Which sheet is which tab: a renamed tab keeps its sheet ID. */
export type TabIds = Readonly<Partial<Record<TabId, number>>>;

/** The open spreadsheet, as the rest of the program uses it. */
export interface Workbook {
  readonly spreadsheet: Spreadsheet;
  readonly clock: Clock;
  /** The tab, or `null` when somebody has deleted it. */
  tab(id: TabId): Tab | null;
  /** Any tab by the name it has now, in whatever capitals, or `null`: Google lets no two names differ in them alone. */
  tabNamed(name: string): Tab | null;
}

/** Where the last execution left the sheet IDs is the caller's to know; the time zone too. */
export function openWorkbook(tabs: TabIds, timeZone: string): Workbook {
  const spreadsheet = activeSpreadsheet();
  const clock = clockIn(timeZone);
  return {
    spreadsheet,
    clock,
    tab(id) {
      const sheetId = tabs[id];
      if (sheetId === undefined) return null;
      const sheet = spreadsheet.getSheetById(sheetId);
      return sheet === null ? null : tabOf(sheet, sheetId, clock);
    },
    tabNamed(name) {
      const sheet = spreadsheet.getSheetByName(name) ?? sheetInAnyCapitals(spreadsheet, name);
      return sheet === null ? null : tabOf(sheet, sheet.getSheetId(), clock);
    },
  };
}

function sheetInAnyCapitals(spreadsheet: Spreadsheet, name: string): Sheet | null {
  const wanted = name.toLowerCase();
  return spreadsheet.getSheets().find((sheet) => sheet.getName().toLowerCase() === wanted) ?? null;
}

/** The spreadsheet that holds the script. Throws where there is none: a copy run outside of any document. */
export function activeSpreadsheet(): Spreadsheet {
  const spreadsheet: Spreadsheet | null = SpreadsheetApp.getActiveSpreadsheet();
  if (spreadsheet === null) throw new Error('There is no spreadsheet around this script.');
  return spreadsheet;
}

/** A sheet as it is found: asking for its name is a call of its own, and slow while formulas recalculate. */
export interface FoundSheet {
  readonly id: number;
  readonly name: () => string;
}

/** The sheets, in the order of their tabs. */
export function allSheets(): readonly FoundSheet[] {
  return activeSpreadsheet()
    .getSheets()
    .map((sheet) => ({ id: sheet.getSheetId(), name: () => sheet.getName() }));
}

/** The spreadsheet's own zone: days in cells are days there. */
export function spreadsheetTimeZone(): string {
  return activeSpreadsheet().getSpreadsheetTimeZone();
}
