/** Where the columns of Deals stand, from 1: usual scripts have such numbers written into them. */
export interface Columns {
  readonly deal: number;
  readonly stage: number;
  readonly amount: number;
}

const COMMON = (columns: Columns) => `
const DEAL = ${columns.deal}, STAGE = ${columns.stage}, AMOUNT = ${columns.amount};
const STAGES = ['Qualification', 'Needs analysis', 'Proposal', 'Negotiation', 'Closed won', 'Closed lost'];
function sheetNamed(name) { return SpreadsheetApp.getActiveSpreadsheet().getSheetByName(name); }
function prepare() {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  book.insertSheet('Log').appendRow(['At', 'Deal', 'Stage', 'Amount']);
  book.insertSheet('Report');
}
`;

/** As first scripts are written: each cell is read and written when it is needed. */
const CELL_BY_CELL = `
function onEdit(e) {
  const sheet = e.range.getSheet();
  const log = sheetNamed('Log');
  for (let row = e.range.getRow(); row <= e.range.getLastRow(); row++) {
    const next = log.getLastRow() + 1;
    log.getRange(next, 1).setValue(new Date());
    log.getRange(next, 2).setValue(sheet.getRange(row, DEAL).getValue());
    log.getRange(next, 3).setValue(sheet.getRange(row, STAGE).getValue());
    log.getRange(next, 4).setValue(sheet.getRange(row, AMOUNT).getValue());
  }
}
function report() {
  const sheet = sheetNamed('Deals');
  const count = {}, sum = {};
  for (let row = 2; row <= sheet.getLastRow(); row++) {
    const stage = sheet.getRange(row, STAGE).getValue();
    count[stage] = (count[stage] || 0) + 1;
    sum[stage] = (sum[stage] || 0) + Number(sheet.getRange(row, AMOUNT).getValue());
  }
  const report = sheetNamed('Report');
  STAGES.forEach((stage, i) => {
    report.getRange(i + 1, 1).setValue(stage);
    report.getRange(i + 1, 2).setValue(count[stage] || 0);
    report.getRange(i + 1, 3).setValue(sum[stage] || 0);
  });
}
`;

/** As better scripts are written: blocks are read at once, and each row is appended. */
const APPEND_ROW = `
function onEdit(e) {
  const sheet = e.range.getSheet();
  const log = sheetNamed('Log');
  const first = e.range.getRow();
  const rows = sheet.getRange(first, 1, e.range.getNumRows(), AMOUNT > STAGE ? AMOUNT : STAGE).getValues();
  rows.forEach((row) => log.appendRow([new Date(), row[DEAL - 1], row[STAGE - 1], row[AMOUNT - 1]]));
}
function report() {
  const rows = sheetNamed('Deals').getDataRange().getValues();
  const count = {}, sum = {};
  rows.slice(1).forEach((row) => {
    count[row[STAGE - 1]] = (count[row[STAGE - 1]] || 0) + 1;
    sum[row[STAGE - 1]] = (sum[row[STAGE - 1]] || 0) + Number(row[AMOUNT - 1]);
  });
  const report = sheetNamed('Report');
  report.clear();
  STAGES.forEach((stage) => report.appendRow([stage, count[stage] || 0, sum[stage] || 0]));
}
`;

/** The least that a script can do which keeps a ledger: what was typed is read once and noted in one call; a report reads all once. */
const FLOOR = `
function onEdit(e) {
  const rows = e.range.getSheet().getRange(e.range.getRow(), 1, e.range.getNumRows(), AMOUNT > STAGE ? AMOUNT : STAGE).getValues();
  const log = sheetNamed('Log');
  const lines = rows.map((row) => [new Date(), row[DEAL - 1], row[STAGE - 1], row[AMOUNT - 1]]);
  log.getRange(log.getLastRow() + 1, 1, lines.length, 4).setValues(lines);
}
function report() {
  const deals = sheetNamed('Deals').getDataRange().getValues();
  const entries = sheetNamed('Ledger').getDataRange().getValues();
  const count = {};
  for (const row of deals) count[row[STAGE - 1]] = (count[row[STAGE - 1]] || 0) + 1;
  for (const entry of entries) count[entry[5]] = (count[entry[5]] || 0) + 1;
  sheetNamed('Report').getRange(1, 1, STAGES.length, 2).setValues(STAGES.map((stage) => [stage, count[stage] || 0]));
}
`;

/** None of them checks a gate, takes a lock, or finds what it missed. */
export const USUAL = {
  'cell by cell': CELL_BY_CELL,
  appendRow: APPEND_ROW,
  floor: FLOOR,
} as const;
export type UsualWay = keyof typeof USUAL;

export function usualScript(way: UsualWay, columns: Columns): string {
  return COMMON(columns) + USUAL[way];
}
