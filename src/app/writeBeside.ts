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

/**
 * Writes cells beside the rows that are meant, and looks where they went: where somebody has sorted, inserted or deleted rows
 * meanwhile, what stood beside another row comes back there. Answers how many rows were meant. Two reads, and a write for each
 * different cell, however many rows there are; one read where none is meant.
 */
export function writeBeside(beside: Beside): number {
  const before = beside.read();
  const wanted = beside.wanted(before);
  const meant = new Map(
    [...wanted].map(([row, cell]) => [beside.nameOf(before[row - 1] ?? []), cell]),
  );
  const stood = new Map<string, Cell>([['', '']]);
  for (const row of before) stood.set(beside.nameOf(row), beside.cellOf(row) ?? '');
  let places: Cells = wanted;
  for (let looks = 0; places.size > 0 && looks < MOST_LOOKS; looks += 1) {
    write(beside, places);
    flushWrites();
    places = astray(beside, places, { meant, stood });
  }
  return wanted.size;
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
function astray(
  { read, nameOf, cellOf }: Beside,
  written: Cells,
  { meant, stood }: Readonly<Record<'meant' | 'stood', ReadonlyMap<string, Cell>>>,
): Cells {
  const left = new Map<number, Cell>();
  read().forEach((row, i) => {
    const [name, cell] = [nameOf(row), cellText(cellOf(row) ?? '')];
    const [wanted, before] = [meant.get(name), stood.get(name)];
    if (before === undefined) return;
    const isUntouched = cell === cellText(before);
    if (wanted !== undefined && isUntouched && cell !== cellText(wanted)) left.set(i + 1, wanted);
    const stray = written.get(i + 1);
    if (wanted === undefined && stray !== undefined && !isUntouched && cell === cellText(stray)) {
      left.set(i + 1, before);
    }
  });
  return left;
}
