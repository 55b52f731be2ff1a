import { lastColumnOf, lastRowOf, type Rect } from './rect';

/**
 * One attribute down one column, as runs of equal values: formatting a column of 200,000 rows is
 * one run. Runs are sorted, neighbours differ, the first starts at row 1, the last never ends.
 */
class Runs<T> {
  private starts: number[] = [1];
  private values: (T | undefined)[] = [undefined];

  get(row: number): T | undefined {
    return this.values[this.indexAt(row)];
  }

  /** A reader for rows asked in ascending order, which spares the search. */
  reader(): (row: number) => T | undefined {
    const { starts, values } = this;
    let at = 0;
    return (row) => {
      if (starts[at]! > row) at = this.indexAt(row);
      while (at + 1 < starts.length && starts[at + 1]! <= row) at += 1;
      return values[at];
    };
  }

  fill(from: number, to: number, value: T | undefined): void {
    const first = this.indexAt(from);
    const last = this.indexAt(to + 1);
    const after = this.values[last];
    const keepFirst = this.starts[first]! < from;
    const before = keepFirst ? this.values[first] : this.values[first - 1];
    const isJoined = (keepFirst || first > 0) && before === value;
    const starts: number[] = [];
    const values: (T | undefined)[] = [];
    if (!isJoined) {
      starts.push(from);
      values.push(value);
    }
    if (after !== value) {
      starts.push(to + 1);
      values.push(after);
    }
    const at = keepFirst ? first + 1 : first;
    this.starts.splice(at, last - at + 1, ...starts);
    this.values.splice(at, last - at + 1, ...values);
  }

  /** Gives each row from `from` on its own value, in one go. */
  put(from: number, rows: readonly (T | undefined)[]): void {
    const to = from + rows.length - 1;
    const first = this.indexAt(from);
    const last = this.indexAt(to + 1);
    const at = this.starts[first]! < from ? first + 1 : first;
    const starts: number[] = this.starts.slice(0, at);
    const values = this.values.slice(0, at);
    const push = (start: number, value: T | undefined) => {
      if (values.length > 0 && values.at(-1) === value) return;
      starts.push(start);
      values.push(value);
    };
    rows.forEach((value, i) => {
      push(from + i, value);
    });
    push(to + 1, this.values[last]);
    this.starts = starts.concat(this.starts.slice(last + 1));
    this.values = values.concat(this.values.slice(last + 1));
  }

  insert(at: number, count: number, value: T | undefined): void {
    for (let i = this.indexAt(at); i < this.starts.length; i += 1) {
      if (this.starts[i]! >= at) this.starts[i] = this.starts[i]! + count;
    }
    if (this.starts[0] !== 1) {
      this.starts.unshift(1);
      this.values.unshift(undefined);
    }
    this.fill(at, at + count - 1, value);
  }

  remove(at: number, count: number): void {
    const end = at + count;
    const entries = this.entries();
    this.starts = [];
    this.values = [];
    for (const [start, value] of entries) {
      const moved = start < at ? start : start < end ? at : start - count;
      if (this.starts.at(-1) === moved) {
        this.starts.pop();
        this.values.pop();
      }
      if (this.starts.length > 0 && this.values.at(-1) === value) continue;
      this.starts.push(moved);
      this.values.push(value);
    }
  }

  /** One value from row to row? */
  isUniform(from: number, to: number): boolean {
    return this.indexAt(from) === this.indexAt(to);
  }

  /** The last row with a value, 0 when there is none; the values never go on for ever. */
  lastRow(): number {
    const last = this.values.length - 1;
    return this.values[last] === undefined ? this.starts[last]! - 1 : this.starts[last]!;
  }

  /** Runs from starts and values in turn, as they were saved. */
  static of<T>(starts: number[], values: (T | undefined)[]): Runs<T> {
    const runs = new Runs<T>();
    runs.starts = starts;
    runs.values = values;
    return runs;
  }

  entries(): readonly (readonly [start: number, value: T | undefined])[] {
    return this.starts.map((start, i) => [start, this.values[i]] as const);
  }

  copy(): Runs<T> {
    return Runs.of(this.starts.slice(), this.values.slice());
  }

  private indexAt(row: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= row) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** A layer as JSON: the values once, and for each column start row and value in turn. */
export interface LayerJson {
  readonly palette: readonly unknown[];
  readonly columns: readonly (readonly number[] | null)[];
}

/** One attribute over a sheet (number format, style, note, rule, formula); undefined is "none". */
export class Layer<T> {
  private columns: (Runs<T> | undefined)[] = [];

  get(row: number, column: number): T | undefined {
    return this.columns[column - 1]?.get(row);
  }

  /** Takes the value of one cell away; costs nothing in a column that never had any. */
  clear(row: number, column: number): void {
    this.columns[column - 1]?.fill(row, row, undefined);
  }

  /** Reads down one column, rows in ascending order; null when the column has none at all. */
  reader(column: number): ((row: number) => T | undefined) | null {
    return this.columns[column - 1]?.reader() ?? null;
  }

  fill(rect: Rect, value: T | undefined): void {
    for (let column = rect.column; column <= lastColumnOf(rect); column += 1) {
      if (value === undefined && this.columns[column - 1] === undefined) continue;
      this.runs(column).fill(rect.row, lastRowOf(rect), value);
    }
  }

  /** Replaces each value in the block by what `change` makes of it. */
  update(rect: Rect, change: (value: T | undefined) => T | undefined): void {
    const end = lastRowOf(rect);
    for (let column = rect.column; column <= lastColumnOf(rect); column += 1) {
      const entries = this.runs(column).entries();
      entries.forEach(([start, value], i) => {
        const from = Math.max(start, rect.row);
        const to = Math.min((entries[i + 1]?.[0] ?? Number.POSITIVE_INFINITY) - 1, end);
        if (from <= to) this.runs(column).fill(from, to, change(value));
      });
    }
  }

  /** Puts the block's rows in another order: the row at place i comes from place order[i]. */
  permute(rect: Rect, order: readonly number[]): void {
    for (let column = rect.column; column <= lastColumnOf(rect); column += 1) {
      const runs = this.columns[column - 1];
      if (runs === undefined || runs.isUniform(rect.row, lastRowOf(rect))) continue;
      const rows = order.map((from) => runs.get(rect.row + from));
      runs.put(rect.row, rows);
    }
  }

  /** New rows before row `at` take the value of row `like` (as numbered before), or none. */
  insertRows(at: number, count: number, like: number | null): void {
    for (const runs of this.columns) {
      runs?.insert(at, count, like === null ? undefined : runs.get(like));
    }
  }

  deleteRows(at: number, count: number): void {
    for (const runs of this.columns) runs?.remove(at, count);
  }

  insertColumns(at: number, count: number, like: number | null): void {
    const model = like === null ? undefined : this.columns[like - 1];
    if (this.columns.length < at - 1 && model === undefined) return;
    while (this.columns.length < at - 1) this.columns.push(undefined);
    const added = Array.from({ length: count }, () => model?.copy());
    this.columns.splice(at - 1, 0, ...added);
  }

  deleteColumns(at: number, count: number): void {
    this.columns.splice(at - 1, count);
  }

  moveColumns(from: number, count: number, to: number): void {
    while (this.columns.length < Math.max(from + count, to) - 1) this.columns.push(undefined);
    const moved = this.columns.splice(from - 1, count);
    this.columns.splice((to > from ? to - count : to) - 1, 0, ...moved);
  }

  /** The last row in which any cell has a value of its own, 0 when there is none. */
  lastRow(): number {
    return this.columns.reduce((last, runs) => Math.max(last, runs?.lastRow() ?? 0), 0);
  }

  /** The runs of every column, for what must visit each value. */
  forEach(visit: (value: T, row: number, column: number, rows: number) => void): void {
    this.columns.forEach((runs, i) => {
      const entries = runs?.entries() ?? [];
      entries.forEach(([start, value], j) => {
        const end = entries[j + 1]?.[0] ?? Number.POSITIVE_INFINITY;
        if (value !== undefined) visit(value, start, i + 1, end - start);
      });
    });
  }

  toJSON(): LayerJson {
    const palette: T[] = [];
    const numbers = new Map<T, number>();
    const number = (value: T | undefined) => {
      if (value === undefined) return -1;
      if (!numbers.has(value)) numbers.set(value, palette.push(value) - 1);
      return numbers.get(value)!;
    };
    const columns = this.columns.map(
      (runs) => runs?.entries().flatMap(([start, value]) => [start, number(value)]) ?? null,
    );
    return { palette, columns };
  }

  /** `revive` turns a value read from JSON into the one to keep. */
  static fromJSON<T>(json: LayerJson, revive: (value: unknown) => T | undefined): Layer<T> {
    const layer = new Layer<T>();
    const palette = json.palette.map(revive);
    layer.columns = json.columns.map((pairs) => {
      if (pairs === null) return undefined;
      const starts = pairs.filter((_, i) => i % 2 === 0);
      const numbers = pairs.filter((_, i) => i % 2 === 1);
      return Runs.of(
        starts,
        numbers.map((number) => (number < 0 ? undefined : palette[number])),
      );
    });
    return layer;
  }

  private runs(column: number): Runs<T> {
    while (this.columns.length < column) this.columns.push(undefined);
    let runs = this.columns[column - 1];
    if (runs === undefined) {
      runs = new Runs<T>();
      this.columns[column - 1] = runs;
    }
    return runs;
  }
}
