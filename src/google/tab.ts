import type { Cell, Grid } from '../sheet/cell';
import type { Merged } from '../sheet/mergedCells';
import type { Clock } from './clock';
import { forgetGrown, readGrown } from './grownTab';
import { cellsOf, isFormulaLike, literal, valuesOf } from './values';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Rows and columns count from 1, as people see them. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** One tab, in arrays. Every method but `sheet` is one call that reaches Google, or says how many it is. */
export interface Tab {
  readonly sheet: Sheet;
  /** Everything from A1 to the last filled cell. Two calls: one of them asks where that is. */
  readAll(): Cell[][];
  /**
   * As `readAll`, in three calls: a row that somebody inserts between the first two pushes the last one out of sight, and
   * the tab is read again then.
   */
  readWhole(): Cell[][];
  /** As `readAll`, for tabs that only grow: rows that this execution has read for the same `basis` are not read again. */
  readGrown(basis: string): Cell[][];
  /** As `readAll`, in one call where the tab has fewer than a hundred rows. */
  readSmall(): Cell[][];
  /** Whole rows, to the sheet's last column; those that are not there any more are left out. */
  readRows(first: number, last: number): Cell[][];
  /** So many rows from one on, and of each the first columns; those that are not there any more are left out. */
  readDown(first: number, rows: number, columns: number): Cell[][];
  /** Whole columns that stand side by side, from row 1 on; none when the sheet has fewer. */
  readColumns(first: number, last: number): Cell[][];
  /** One column from row 1 down to the sheet's last row. */
  readColumn(column: number): Cell[];
  /** A rectangle. */
  read(place: Place, rows: number, columns: number): Cell[][];
  /** The formulas of whole rows, to the sheet's last column; `''` where there is none. */
  readFormulas(first: number, last: number): string[][];
  /** The last row with something in it. */
  lastRow(): number;
  /** The last column with something in it. */
  lastColumn(): number;
  /** The merged cells that reach into these rows; into any row once the tab has fewer. */
  merged(first: number, last: number): readonly Merged[];
  /** Takes merged cells apart. What they hold stays in the top left one. */
  unmerge(block: Merged): void;
  /** Whether whoever runs this may write in a column, or in the whole tab. */
  mayWrite(column?: number): boolean;
  /** The notes of a rectangle; `''` where there is none. */
  readNotes(place: Place, rows: number, columns: number): string[][];
  writeNotes(place: Place, notes: readonly (readonly string[])[]): void;
  /** Adds columns at the right until there are so many. One call, and a second where some are missing. */
  widen(columns: number): void;
  /** Takes rows out of the sheet; those below move up. */
  deleteRows(first: number, rows: number): void;
  /** Writes a rectangle. Columns in `plain` (from 1, of the sheet) are formatted as plain text. */
  write(place: Place, grid: Grid, plain?: ReadonlySet<number>): void;
  /** Writes one value to many cells; `plain` says that they are formatted as plain text. */
  writeSame(places: readonly Place[], value: Cell, plain?: boolean): void;
  /** Writes rows below `after`, adding rows to the sheet when there are too few. */
  append(after: number, grid: Grid, plain?: ReadonlySet<number>): void;
}

/** Column letters. `columnName(28) //=> 'AB'` */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** `a1({row: 2, column: 3}) //=> 'C2'` */
export function a1(place: Place): string {
  return columnName(place.column) + place.row;
}

function shiftPlain(plain: ReadonlySet<number> | undefined, by: number): ReadonlySet<number> {
  return new Set([...(plain ?? [])].map((column) => column - by));
}

/** Reading so many whole rows takes less time than asking how many are filled. */
const SMALL = 100;

/** Without the empty rows at the end and the empty columns at the right. */
function filledPart(grid: readonly Cell[][]): Cell[][] {
  let [rows, columns] = [0, 0];
  grid.forEach((row, i) => {
    row.forEach((cell, j) => {
      if (cell === '') return;
      rows = i + 1;
      columns = Math.max(columns, j + 1);
    });
  });
  return rows === 0 ? [['']] : grid.slice(0, rows).map((row) => row.slice(0, columns));
}

/** Growing by half again keeps additions of rows rare in a long ledger. */
function addRows(sheet: Sheet, needed: number): void {
  const rows = sheet.getMaxRows();
  if (needed > rows)
    sheet.insertRowsAfter(rows, needed - rows + Math.max(200, Math.ceil(rows / 2)));
}

/** Cells of plain columns whose text looks like a formula. */
function formulaLike(place: Place, grid: Grid, plain: ReadonlySet<number>): readonly Place[] {
  if (plain.size === 0) return [];
  return grid.flatMap((row, i) =>
    row.flatMap((cell, j) =>
      typeof cell === 'string' && plain.has(j) && isFormulaLike(cell)
        ? [{ row: place.row + i, column: place.column + j }]
        : [],
    ),
  );
}

/** The text format again, whatever people have made of the column: one call, and none where nothing looks like a formula. */
function keepAsText(sheet: Sheet, places: readonly Place[]): void {
  if (places.length > 0) sheet.getRangeList(places.map(a1)).setNumberFormat('@');
}

/** `id` is the sheet's. */
export function tabOf(sheet: Sheet, id: number, clock: Clock): Tab {
  const read = (range: GoogleAppsScript.Spreadsheet.Range) => cellsOf(range.getValues(), clock);
  const readAll = () => read(sheet.getDataRange());
  const topRows = () => {
    try {
      return read(sheet.getRange(`1:${SMALL}`));
    } catch {
      // The sheet has fewer rows.
      return [];
    }
  };
  const rowsOrAll = (first: number, last: number) => {
    try {
      return sheet.getRange(`${first}:${last}`);
    } catch {
      // Rows may be deleted at any time.
      return sheet.getDataRange();
    }
  };
  const downToEnd = (first: number, columns: number) => {
    try {
      return read(sheet.getRange(`A${first}:${columnName(columns)}`));
    } catch {
      // The sheet does not reach so far.
      return [];
    }
  };
  const write = (place: Place, grid: Grid, plain?: ReadonlySet<number>) => {
    const width = grid[0]?.length ?? 0;
    if (width === 0) return;
    forgetGrown(id, place.row);
    const shifted = shiftPlain(plain, place.column);
    keepAsText(sheet, formulaLike(place, grid, shifted));
    const values = valuesOf(grid, clock, shifted);
    sheet.getRange(place.row, place.column, grid.length, width).setValues(values);
  };
  return {
    sheet,
    readAll,
    readWhole: () => {
      const grid = readAll();
      return sheet.getLastRow() > grid.length ? readAll() : grid;
    },
    readGrown: (basis) => {
      const some = (row: number, rows: number, columns: number) =>
        read(sheet.getRange(row, 1, rows, columns));
      return readGrown({ id, sheet, readAll, read: some }, basis);
    },
    readSmall: () => {
      const top = topRows();
      const isWhole = top[SMALL - 1]?.every((cell) => cell === '') === true;
      return isWhole ? filledPart(top) : readAll();
    },
    readRows: (first, last) => {
      try {
        return read(sheet.getRange(`${first}:${last}`));
      } catch (error) {
        // Rows may be deleted while their edit waits. Asking beforehand would cost a call each time.
        const rows = sheet.getMaxRows();
        if (last <= rows) throw error;
        return first > rows ? [] : read(sheet.getRange(`${first}:${rows}`));
      }
    },
    readDown: (first, rows, columns) => {
      try {
        return read(sheet.getRange(first, 1, rows, columns));
      } catch {
        return downToEnd(first, columns);
      }
    },
    readColumns: (first, last) => {
      try {
        return read(sheet.getRange(`${columnName(first)}1:${columnName(last)}`));
      } catch (error) {
        // Google may refuse any call: that must not read as an empty tab.
        if (sheet.getMaxColumns() >= last) throw error;
        return [];
      }
    },
    readColumn: (column) => {
      const name = columnName(column);
      return read(sheet.getRange(`${name}1:${name}`)).map((row) => row[0] ?? '');
    },
    read: (place, rows, columns) => read(sheet.getRange(place.row, place.column, rows, columns)),
    readFormulas: (first, last) => sheet.getRange(`${first}:${last}`).getFormulas(),
    lastRow: () => sheet.getLastRow(),
    lastColumn: () => sheet.getLastColumn(),
    merged: (first, last) => {
      return rowsOrAll(first, last)
        .getMergedRanges()
        .map((block) => ({
          row: block.getRow(),
          column: block.getColumn(),
          rows: block.getNumRows(),
          columns: block.getNumColumns(),
        }));
    },
    unmerge: ({ row, column, rows, columns }) => {
      sheet.getRange(row, column, rows, columns).breakApart();
    },
    mayWrite: (column) => {
      const name = column === undefined ? '' : columnName(column);
      const range = name === '' ? sheet.getDataRange() : sheet.getRange(`${name}:${name}`);
      return range.canEdit();
    },
    readNotes: (place, rows, columns) =>
      sheet.getRange(place.row, place.column, rows, columns).getNotes(),
    writeNotes: ({ row, column }, notes) => {
      const range = sheet.getRange(row, column, notes.length, notes[0]?.length ?? 1);
      range.setNotes(notes.map((line) => [...line]));
    },
    widen: (columns) => {
      const there = sheet.getMaxColumns();
      if (columns > there) sheet.insertColumnsAfter(there, columns - there);
    },
    deleteRows: (first, rows) => {
      forgetGrown(id, first);
      sheet.deleteRows(first, rows);
    },
    write,
    writeSame: (places, value, plain = false) => {
      if (places.length === 0) return;
      forgetGrown(id, 1);
      const range = sheet.getRangeList(places.map(a1));
      if (plain && typeof value === 'string' && isFormulaLike(value)) range.setNumberFormat('@');
      if (typeof value === 'string') range.setValue(plain ? value : literal(value));
      else range.setValue(typeof value === 'object' ? clock.dateOf(value.date) : value);
    },
    append: (after, grid, plain) => {
      if (grid.length === 0) return;
      try {
        write({ row: after + 1, column: 1 }, grid, plain);
      } catch (error) {
        // The sheet is too short. Asking beforehand would cost a call on every move.
        if (after + grid.length <= sheet.getMaxRows()) throw error;
        addRows(sheet, after + grid.length);
        write({ row: after + 1, column: 1 }, grid, plain);
      }
    },
  };
}
