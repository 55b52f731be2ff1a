import { a1Of, type Rect } from '../book/rect';
import type { SheetModel } from '../book/sheet';
import type { Execution } from '../execution';
import { findDeal } from './findDeal';
import type { Outcome, Plain } from './gesture';
import { GestureError } from './gestureSchema';
import type { Names } from './names';
import { plainCells } from './plainCells';

/** The cells that a gesture was about. */
export type Area =
  | { readonly kind: 'range'; readonly sheetId: number; readonly rect: Rect }
  | { readonly kind: 'deal'; readonly sheetId: number; readonly deal: string };

/** Where the ledger ended before a gesture, to tell what it appended. */
export class LedgerMark {
  private readonly sheetId: number | null;
  private readonly lastRow: number;

  constructor(names: Names) {
    const ledger = names.find('Ledger');
    this.sheetId = ledger?.id ?? null;
    this.lastRow = ledger?.lastRow ?? 0;
  }

  /** Rows below the mark, by English header. */
  appended(names: Names): readonly Readonly<Record<string, Plain>>[] {
    const ledger = names.find('Ledger');
    if (ledger === null) return [];
    const from = ledger.id === this.sheetId ? this.lastRow : 0;
    const headers = names.englishHeaders(ledger);
    const first = Math.max(from, names.headerRow(ledger)) + 1;
    const rows = ledger.lastRow - first + 1;
    if (rows <= 0) return [];
    const rect = { row: first, column: 1, rows, columns: headers.length };
    return plainCells(ledger, rect).map((cells) => byHeader(headers, cells));
  }
}

function byHeader(headers: readonly string[], cells: readonly Plain[]): Record<string, Plain> {
  const entries = headers.map((header, i): [string, Plain] => [header, cells[i] ?? '']);
  return Object.fromEntries(entries.filter(([header]) => header !== ''));
}

interface Report {
  readonly gesture: unknown;
  readonly runs: readonly Execution[];
  readonly area?: Area;
  readonly error?: string;
  readonly names: Names;
  readonly mark: LedgerMark;
  readonly meanwhile: readonly Outcome[];
}

/** One line of what a gesture came to. */
export function outcomeOf(report: Report): Outcome {
  const { runs, names } = report;
  const error = report.error ?? runs.find((run) => run.error !== undefined)?.error?.message;
  const value = runs.at(-1)?.value;
  const [during] = report.meanwhile;
  return {
    gesture: report.gesture,
    ...(error === undefined ? { value: value ?? null } : { error }),
    ...cellsAfter(report),
    ledger: report.mark.appended(names),
    toasts: runs.flatMap((run) => run.toasts),
    dialogs: runs.flatMap((run) =>
      run.dialogs.map(({ kind, title, file }) => ({ kind, title, file })),
    ),
    alerts: runs.flatMap((run) => run.alerts),
    mails: runs.flatMap((run) => run.mails),
    calls: callsOf(runs),
    cpuMs: sum(runs.map((run) => run.cpuMs)),
    simulatedMs: sum(runs.map((run) => run.simulatedMs)),
    executions: runs,
    ...(during === undefined ? {} : { during }),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Calls by kind over all runs; kinds that were not called are left out. */
function callsOf(runs: readonly Execution[]): Record<string, number> {
  const calls: Record<string, number> = {};
  for (const run of runs) {
    for (const [kind, count] of Object.entries(run.calls)) {
      if (count > 0) calls[kind] = (calls[kind] ?? 0) + count;
    }
  }
  return calls;
}

function cellsAfter({ area, names }: Report): Pick<Outcome, 'cells' | 'notes'> {
  const sheet = area === undefined ? null : names.sheetById(area.sheetId);
  if (area === undefined || sheet === null) return { notes: {} };
  if (area.kind === 'range') {
    return { cells: plainCells(sheet, area.rect), notes: notesIn(sheet, area.rect) };
  }
  const row = dealRow(names, sheet, area.deal);
  if (row === null) return { notes: {} };
  const rect = { row, column: 1, rows: 1, columns: Math.max(1, sheet.lastColumn) };
  const cells = byHeader(names.englishHeaders(sheet), plainCells(sheet, rect)[0] ?? []);
  return { cells, notes: notesIn(sheet, rect) };
}

function dealRow(names: Names, sheet: SheetModel, deal: string): number | null {
  try {
    return findDeal(names, sheet, deal);
  } catch (error) {
    if (error instanceof GestureError) return null;
    throw error;
  }
}

function notesIn(sheet: SheetModel, rect: Rect): Record<string, string> {
  const notes: Record<string, string> = {};
  for (let column = rect.column; column < rect.column + rect.columns; column += 1) {
    const reader = sheet.notes.reader(column);
    if (reader === null) continue;
    for (let row = rect.row; row < rect.row + rect.rows; row += 1) {
      const note = reader(row);
      if (note !== undefined && note !== '')
        notes[a1Of({ row, column, rows: 1, columns: 1 })] = note;
    }
  }
  return notes;
}
