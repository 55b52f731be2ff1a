import type { Gesture, Plain } from '../../preview/google/gestures/gesture';
import type { Host } from '../../preview/google/host';
import { letter } from './desk';

/** The workbook as an act finds it. */
export class Desk {
  readonly sheet;
  private hasUndone = false;

  constructor(readonly host: Host) {
    this.sheet = host.names().tab('Deals');
  }

  column(header: string): number {
    return this.host.names().column(this.sheet, header).column;
  }

  /** The sheet's rows that hold anything of people's. */
  rows(): readonly number[] {
    const deal = this.column('Deal');
    const cells = this.sheet.values({ row: 2, column: deal, rows: 40, columns: 1 });
    return cells.flatMap(([cell], i) => (cell === '' ? [] : [i + 2]));
  }

  /** Somebody's own columns. */
  ownColumns(): readonly number[] {
    const headers = this.sheet.values({
      row: 1,
      column: 1,
      rows: 1,
      columns: this.sheet.lastColumn,
    });
    return (headers[0] ?? []).flatMap((text, i) =>
      String(text).startsWith('Own ') ? [i + 1] : [],
    );
  }

  row(n: number): number {
    const rows = this.rows();
    return rows[n % Math.max(1, rows.length)] ?? 2;
  }

  cell(header: string, row: number): Plain {
    return this.sheet.value(row, this.column(header));
  }

  range(header: string, row: number, last = row): string {
    const name = letter(this.column(header));
    return last === row ? `${name}${row}` : `${name}${row}:${name}${last}`;
  }

  /** From the first column to the last. */
  line(row: number, last = row): string {
    return `A${row}:${letter(this.sheet.lastColumn)}${last}`;
  }

  lastRow(): number {
    return Math.max(2, ...this.rows());
  }

  /** A column without a header, among the others. */
  freeColumn(): number | null {
    const width = this.sheet.lastColumn;
    const top = this.sheet.values({ row: 1, column: 1, rows: 1, columns: width })[0] ?? [];
    const free = top.indexOf('');
    return free < 0 ? null : free + 1;
  }

  /** Takes the last step back, or does it again where it was taken back just before. */
  backOrForth(way: 'undo' | 'redo'): Gesture {
    const isRedo = way === 'redo' && this.hasUndone;
    this.hasUndone = !isRedo;
    return isRedo ? { redo: {} } : { undo: {} };
  }

  /** Up to four deals from one row on. */
  ids(a: number, b: number): readonly string[] {
    const rows = this.rows();
    const some = rows.map((_, i) => this.cell('ID', this.row(a + i))).slice(0, 1 + (b % 4));
    return some.length === 0 ? ['nobody'] : [...new Set(some.map(String))];
  }
}
