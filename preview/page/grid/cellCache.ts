import type { CellView, RowsView, RuleView, StyleView, TabView } from '../../serving/api';
import type { Area } from './address';

/** Rows come in blocks of this many. */
export const BLOCK = 200;

interface Block {
  readonly view: RowsView;
  /** An answer to an older state of the tab: shown until the new one is here. */
  stale: boolean;
}

/** The cells of one tab that were seen so far, by row and column from 1. */
export class CellCache {
  readonly #blocks = new Map<number, Block>();
  readonly #asked = new Set<number>();
  #revision = -1;

  /** The tab changed: blocks of an older revision are asked for again when they are looked at. */
  follow(tab: TabView): void {
    if (tab.revision === this.#revision) return;
    this.#revision = tab.revision;
    for (const block of this.#blocks.values()) block.stale = true;
    this.#asked.clear();
  }

  cell(row: number, column: number): CellView {
    return this.#viewOf(row)?.rows[(row - 1) % BLOCK]?.[column - 1] ?? '';
  }

  style(row: number, cell: CellView): StyleView | null {
    if (typeof cell === 'string' || cell.s === undefined) return null;
    return this.#viewOf(row)?.styles[cell.s] ?? null;
  }

  rule(row: number, cell: CellView): RuleView | null {
    if (typeof cell === 'string' || cell.r === undefined) return null;
    return this.#viewOf(row)?.rules[cell.r] ?? null;
  }

  /** The first rows of the blocks in this span that have to be asked for; they count as asked. */
  missing(from: number, to: number): readonly number[] {
    const starts: number[] = [];
    for (let index = Math.floor((from - 1) / BLOCK); index * BLOCK < to; index++) {
      const block = this.#blocks.get(index);
      if (this.#asked.has(index) || (block !== undefined && !block.stale)) continue;
      this.#asked.add(index);
      starts.push(index * BLOCK + 1);
    }
    return starts;
  }

  keep(view: RowsView): void {
    const index = Math.floor((view.from - 1) / BLOCK);
    this.#asked.delete(index);
    this.#blocks.set(index, { view, stale: view.revision < this.#revision });
  }

  /** The request failed: it may be asked for again. */
  forget(from: number): void {
    this.#asked.delete(Math.floor((from - 1) / BLOCK));
  }

  #viewOf(row: number): RowsView | undefined {
    return this.#blocks.get(Math.floor((row - 1) / BLOCK))?.view;
  }
}

export function shownText(cell: CellView): string {
  return typeof cell === 'string' ? cell : cell.t;
}

/** What an editor starts with, and the formula bar shows. */
export function editedText(cell: CellView): string {
  return typeof cell === 'string' ? cell : (cell.e ?? cell.t);
}

/** How many of these cells hold something, and the sum of those that hold numbers; null without any. */
export function totalOf(cache: CellCache, area: Area): { count: number; sum: number | null } {
  let count = 0;
  let sum: number | null = null;
  const lastRow = Math.min(area.lastRow, area.row + 5_000);
  for (let row = area.row; row <= lastRow; row++) {
    for (let column = area.column; column <= area.lastColumn; column++) {
      const cell = cache.cell(row, column);
      if (shownText(cell) !== '') count += 1;
      if (typeof cell === 'string' || cell.k !== 'number') continue;
      const number = Number(editedText(cell));
      if (!Number.isNaN(number)) sum = (sum ?? 0) + number;
    }
  }
  return { count, sum };
}
