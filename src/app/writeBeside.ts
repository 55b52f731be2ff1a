import { flushWrites } from '../google/lock';
import type { Tab } from '../google/tab';
import type { Cell, Grid, Row } from '../sheet/cell';
import { cellText } from '../sheet/cellText';

/** Whoever sorts rows meanwhile does so once, or twice. */
const MOST_LOOKS = 4;

/** One column of a tab whose rows people may move at any moment. */
export interface Beside {
  readonly tab: Tab;
  /** From 1. */
  readonly column: number;
  /** The rows as they stand now, from row 1 on. */
  readonly read: () => Grid;
  /** What a row that was read is known by, whatever this column says; `''` for an empty one. */
  readonly nameOf: (row: Row) => string;
  /** What this column says in a row that was read. */
  readonly cellOf: (row: Row) => Cell | undefined;
  /** What it is to say, by row from 1, when the rows stand so. */
  readonly wanted: (grid: Grid) => ReadonlyMap<number, Cell>;
}

type Cells = ReadonlyMap<number, Cell>;

/** What a row that was read is to say, and what it said. */
interface Meant {
  readonly before: Cell;
  /** `null`: the row is not meant. */
  readonly wanted: Cell | null;
}

/**
 * Writes cells beside the rows that are meant, and looks where they went: where somebody has sorted, inserted or deleted rows
 * meanwhile, what stood beside another row comes back there. Of rows that nothing tells apart none is put right. Answers how
 * many rows were meant. One read where none is; else one more, and a write for each different cell, however many rows there are.
 */
export function writeBeside(beside: Beside): number {
  const before = beside.read();
  const wanted = beside.wanted(before);
  const meant = meantBy(beside, before, wanted);
  let places: Cells = wanted;
  for (let looks = 0; places.size > 0 && looks < MOST_LOOKS; looks += 1) {
    write(beside, places);
    flushWrites();
    const now = beside.read();
    places = isSame(beside, before, now) ? new Map() : leftToWrite(beside, now, places, meant);
  }
  return wanted.size;
}

/** By name; `null` for rows that are called alike and do not say or mean the same. */
function meantBy(
  { nameOf, cellOf }: Beside,
  before: Grid,
  wanted: Cells,
): ReadonlyMap<string, Meant | null> {
  const meant = new Map<string, Meant | null>([['', { before: '', wanted: null }]]);
  before.forEach((row, i) => {
    const one: Meant = { before: cellOf(row) ?? '', wanted: wanted.get(i + 1) ?? null };
    const name = nameOf(row);
    const other = meant.get(name);
    const isAlike =
      other === undefined ||
      (other !== null && other.before === one.before && other.wanted === one.wanted);
    meant.set(name, isAlike ? one : null);
  });
  return meant;
}

/** Whether every row still stands where it stood. */
function isSame({ nameOf }: Beside, before: Grid, now: Grid): boolean {
  return (
    before.length === now.length && before.every((row, i) => nameOf(row) === nameOf(now[i] ?? []))
  );
}

function write({ tab, column }: Beside, places: Cells): void {
  const rowsOf = new Map<Cell, number[]>();
  for (const [row, cell] of places) rowsOf.set(cell, [...(rowsOf.get(cell) ?? []), row]);
  for (const [cell, rows] of rowsOf) {
    tab.writeSame(
      rows.map((row) => ({ row, column })),
      cell,
    );
  }
}

/** What has to be written for these cells to stand where they are meant, and nowhere else. What a person has chosen since stays. */
function leftToWrite(
  { nameOf, cellOf }: Beside,
  now: Grid,
  written: Cells,
  meant: ReadonlyMap<string, Meant | null>,
): Cells {
  const left = new Map<number, Cell>();
  now.forEach((row, i) => {
    const cell = cellText(cellOf(row) ?? '');
    const one = meant.get(nameOf(row));
    if (one === undefined || one === null) return;
    const isUntouched = cell === cellText(one.before);
    const stray = written.get(i + 1);
    if (one.wanted !== null) {
      if (isUntouched && cell !== cellText(one.wanted)) left.set(i + 1, one.wanted);
    } else if (stray !== undefined && !isUntouched && cell === cellText(stray)) {
      left.set(i + 1, one.before);
    }
  });
  return left;
}
