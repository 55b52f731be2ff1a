import type { ChoiceCell, ChoiceSource, ColumnLayout, TabLayout } from '../sheet/layout';
import { columnName } from './tab';
import { literal } from './values';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** Where the choices that another tab holds are to be found; `null` leaves the column free. */
export type ChoiceRange = (choices: ChoiceSource) => Range | readonly string[] | null;

/** A new column of a tab: what it is, and where it stands (from 1). */
export interface PlacedColumn {
  readonly layout: ColumnLayout;
  readonly column: number;
}

/** A sheet of this name at the end. */
export function addSheet(name: string): Sheet {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  return spreadsheet.insertSheet(name, spreadsheet.getSheets().length);
}

/** The spreadsheet's only sheet, when there is nothing in it: a new file's, to be used instead of left over. */
export function emptyOnlySheet(): Sheet | null {
  const sheets = SpreadsheetApp.getActiveSpreadsheet().getSheets();
  const only = sheets[0];
  return sheets.length === 1 && only !== undefined && only.getLastRow() === 0 ? only : null;
}

/** Gives a tab its look: frozen header, colour, a warning where the program writes. */
export function layTab(sheet: Sheet, layout: TabLayout): void {
  if (layout.frozenRows > 0) sheet.setFrozenRows(layout.frozenRows);
  if (layout.frozenColumns > 0) sheet.setFrozenColumns(layout.frozenColumns);
  if (layout.tabColour !== '') sheet.setTabColor(layout.tabColour);
  if (layout.program) sheet.protect().setDescription(layout.name).setWarningOnly(true);
}

/** Takes away the warnings that these descriptions name: laying a tab again would put a second one over each. */
export function dropWarnings(sheet: Sheet, descriptions: ReadonlySet<string>): void {
  const { RANGE, SHEET } = SpreadsheetApp.ProtectionType;
  for (const type of [RANGE, SHEET]) {
    for (const protection of sheet.getProtections(type)) {
      if (descriptions.has(protection.getDescription())) protection.remove();
    }
  }
}

/**
 * Writes headers into empty columns and gives those columns their format, choices and width. Cells
 * below the header are left as they are.
 */
export function layColumns(
  sheet: Sheet,
  layout: TabLayout,
  headerRow: number,
  columns: readonly PlacedColumn[],
  choiceRange: ChoiceRange,
): void {
  const missing = Math.max(0, ...columns.map(({ column }) => column)) - sheet.getMaxColumns();
  if (missing > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missing);
  for (const run of runsOf(columns)) layHeaders(sheet, layout, headerRow, run);
  for (const { layout: look, column } of columns) {
    const name = columnName(column);
    const body = sheet.getRange(`${name}${headerRow + 1}:${name}`);
    if (look.format !== '') body.setNumberFormat(look.format);
    if (look.wrap) body.setWrap(true);
    if (look.program) body.setBackground(layout.programBackground);
    const rule = choiceRule(look, choiceRange);
    if (rule !== null) body.setDataValidation(rule);
    sheet.setColumnWidth(column, look.width);
    if (look.hidden) sheet.hideColumns(column);
    if (look.program && !layout.program) {
      body.protect().setDescription(look.header).setWarningOnly(true);
    }
  }
}

/** Neighbouring columns, so that their headers are written in one call. */
function runsOf(columns: readonly PlacedColumn[]): PlacedColumn[][] {
  const runs: PlacedColumn[][] = [];
  for (const placed of [...columns].sort((a, b) => a.column - b.column)) {
    const run = runs[runs.length - 1];
    const last = run?.[run.length - 1];
    if (run !== undefined && last?.column === placed.column - 1) run.push(placed);
    else runs.push([placed]);
  }
  return runs;
}

function layHeaders(
  sheet: Sheet,
  layout: TabLayout,
  row: number,
  run: readonly PlacedColumn[],
): void {
  const first = run[0];
  if (first === undefined) return;
  sheet
    .getRange(row, first.column, 1, run.length)
    .setValues([run.map(({ layout: look }) => literal(look.header))])
    .setNotes([run.map(({ layout: look }) => look.note)])
    .setBackgrounds([
      run.map(({ layout: look }) =>
        look.program ? layout.programBackground : layout.headerBackground,
      ),
    ])
    .setFontColor(layout.headerFont)
    .setFontWeight('bold')
    .setVerticalAlignment('middle')
    .setWrap(true);
}

type Rule = GoogleAppsScript.Spreadsheet.DataValidation;

function choiceRule(look: ColumnLayout, choiceRange: ChoiceRange): Rule | null {
  if (look.choices === null) return null;
  const choices = typeof look.choices === 'string' ? choiceRange(look.choices) : look.choices;
  if (choices === null) return null;
  const rule = SpreadsheetApp.newDataValidation().setAllowInvalid(!look.strict);
  if (look.note !== '') rule.setHelpText(look.note);
  const isList = (of: typeof choices): of is readonly string[] => Array.isArray(of);
  return isList(choices)
    ? rule.requireValueInList([...choices], true).build()
    : rule.requireValueInRange(choices, true).build();
}

/** Dropdowns in single cells. */
export function layChoices(sheet: Sheet, cells: readonly ChoiceCell[]): void {
  for (const { row, column, choices } of cells) {
    const rule = SpreadsheetApp.newDataValidation()
      .requireValueInList([...choices], true)
      .setAllowInvalid(true);
    sheet.getRange(row, column).setDataValidation(rule.build());
  }
}

/** Tick boxes in these columns and rows. Values stay: an empty cell shows as unticked. */
export function addTickBoxes(
  sheet: Sheet,
  rows: readonly [number, number],
  columns: readonly number[],
): void {
  const rule = SpreadsheetApp.newDataValidation().requireCheckbox().build();
  const [first, last] = rows;
  let start = 0;
  columns.forEach((column, i) => {
    if (columns[i + 1] === column + 1) return;
    const from = columns[start] ?? column;
    sheet.getRange(first, from, last - first + 1, column - from + 1).setDataValidation(rule);
    start = i + 1;
  });
}

/** Makes room for columns before this one; everything to the right moves along. */
export function insertColumns(sheet: Sheet, before: number, count: number): void {
  if (before > sheet.getMaxColumns()) {
    sheet.insertColumnsAfter(sheet.getMaxColumns(), before + count - 1 - sheet.getMaxColumns());
  } else sheet.insertColumnsBefore(before, count);
}

/** Makes room for a row before this one; everything below moves along. */
export function insertRow(sheet: Sheet, before: number): void {
  sheet.insertRowsAfter(before - 1, 1);
}

/** The rows whose cell in a column offers no choices: pastes and other programs take them away without a trace. One read. */
export function rowsWithoutChoices(
  sheet: Sheet,
  column: number,
  first: number,
  last: number,
): readonly number[] {
  const rules = sheet.getRange(first, column, last - first + 1, 1).getDataValidations();
  return rules.flatMap(([rule], i) => (rule === null || rule === undefined ? [first + i] : []));
}

/** Offers the values of another range in all cells below a header. */
export function layChoicesBelow(
  sheet: Sheet,
  headerRow: number,
  column: number,
  from: Range,
): void {
  const name = columnName(column);
  const rule = SpreadsheetApp.newDataValidation().requireValueInRange(from, true);
  sheet
    .getRange(`${name}${headerRow + 1}:${name}`)
    .setDataValidation(rule.setAllowInvalid(true).build());
}

/** Makes rules that reject what does not fit only warn, in some rows of a column; whether there were any. One read, and a write then. */
export function rejectsNoMore(
  sheet: Sheet,
  column: number,
  [first, last]: readonly [number, number],
): boolean {
  const range = sheet.getRange(first, column, last - first + 1, 1);
  const rules: (Rule | null)[][] = range.getDataValidations();
  const isHard = (rule: Rule | null) => rule?.getAllowInvalid() === false;
  if (!rules.flat().some(isHard)) return false;
  const soft = (rule: Rule | null) =>
    isHard(rule) ? (rule?.copy().setAllowInvalid(true).build() ?? null) : rule;
  range.setDataValidations(rules.map((row) => row.map(soft)) as Rule[][]);
  return true;
}
