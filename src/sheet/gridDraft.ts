import type { Cell, Row, TabId } from './cell';
import type { Block, ChartRange, ChartSpec, Generated, Style } from './generated';

/** A column of a generated table. */
export interface TableColumn {
  /** The export's name; columns without one stand beside the block. */
  readonly name?: string;
  readonly header: string;
  /** `''` leaves it automatic. */
  readonly format: string;
  readonly wrap?: boolean;
}

export interface DraftTable {
  /** The block's name; a table without one is not exported. */
  readonly block?: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly Row[];
  /** Row by row, where rows are formatted differently; else the columns' own. */
  readonly formats?: readonly (readonly string[])[];
}

/** Where a table came to lie. */
export interface Placed {
  readonly headerRow: number;
  readonly rows: number;
  /** A column with its header, for a chart; of the first `rows` rows when given. */
  readonly range: (column: number, rows?: number) => ChartRange;
}

export const HEADER_STYLE = { bold: true, background: '#e6f4ea', font: '#0d652d', wrap: true };
export const QUIET = '#80868b';

/** Rows kept free for a chart: a fixed place, so that charts never cover a table that has grown. */
const CHART_ROWS = 17;

/** Builds a generated tab from the top down. */
export class GridDraft {
  private readonly rows: Cell[][] = [];
  private readonly formats: string[][] = [];
  private readonly styles: Style[] = [];
  private readonly blocks: Block[] = [];
  private readonly charts: ChartSpec[] = [];

  constructor(private readonly tab: TabId) {}

  /** The next row, from 1. */
  get next(): number {
    return this.rows.length + 1;
  }

  /** A line of text, and how it looks. */
  line(text: string, look: Partial<Style> = {}): void {
    this.style({ row: this.next, column: 1, rows: 1, columns: 1, ...look });
    this.push([text], ['']);
  }

  title(text: string): void {
    this.line(text, { bold: true, size: 16 });
  }

  heading(text: string): void {
    this.skip(1);
    this.line(text, { bold: true, size: 12 });
  }

  /** How a table is read; each line of it in a row of its own, for no cell above a table wraps. */
  note(text: string): void {
    for (const line of text.split('\n')) this.line(line, { font: '#5f6368' });
  }

  skip(rows: number): void {
    for (let i = 0; i < rows; i++) this.push([], []);
  }

  style(style: Style): void {
    if (Object.keys(style).length > 4) this.styles.push(style);
  }

  /** A table with its header row. */
  table({ block, columns, rows, formats }: DraftTable): Placed {
    const headerRow = this.next;
    const size = { row: headerRow, column: 1, rows: 1, columns: columns.length };
    this.style({ ...size, ...HEADER_STYLE });
    this.dress(headerRow, columns, rows.length);
    this.push(
      columns.map((column) => column.header),
      columns.map(() => ''),
    );
    const own = columns.map((column) => column.format);
    rows.forEach((row, i) => {
      this.push(row, formats?.[i] ?? own);
    });
    const first = columns.findIndex((column) => column.name !== undefined);
    if (block !== undefined && first >= 0) {
      const names = columns.flatMap((column) => (column.name === undefined ? [] : [column.name]));
      const place = { row: headerRow + 1, column: first + 1, rows: rows.length };
      this.blocks.push({ block, columns: names, ...place });
    }
    const range = (column: number, count = rows.length): ChartRange => ({
      row: headerRow,
      column,
      rows: count + 1,
      columns: 1,
    });
    return { headerRow, rows: rows.length, range };
  }

  /** Headers of figures stand over them at the right; long texts wrap. */
  private dress(headerRow: number, columns: readonly TableColumn[], rows: number): void {
    columns.forEach(({ format, wrap }, i) => {
      const place = { column: i + 1, columns: 1 };
      if (format !== '' && format !== '@') {
        this.style({ ...place, row: headerRow, rows: 1, align: 'right' });
      }
      if (wrap === true) this.style({ ...place, row: headerRow + 1, rows, wrap });
    });
  }

  /** A line of sums under a table: no part of its block. */
  totals(cells: Row, columns: readonly TableColumn[]): void {
    this.style({ row: this.next, column: 1, rows: 1, columns: cells.length, bold: true });
    this.push(
      cells,
      columns.map((column) => column.format),
    );
  }

  /** Adds empty rows until there are so many: what stands beside a table may be longer than it. */
  makeRoom(rows: number): void {
    this.skip(Math.max(0, rows - this.rows.length));
  }

  /** Keeps rows free for charts and gives the first of them. */
  chartSpace(): number {
    const row = this.next;
    this.skip(CHART_ROWS);
    return row;
  }

  /** Puts cells beside what is there, such as the figures that only a chart needs. */
  beside(row: number, column: number, cells: readonly Row[], formats: readonly string[]): void {
    cells.forEach((values, i) => {
      const target = this.rows[row - 1 + i];
      const shown = this.formats[row - 1 + i];
      if (!target || !shown) throw new Error(`no row ${row + i} to stand beside`);
      values.forEach((value, j) => {
        const at = column - 1 + j;
        while (target.length < at) target.push('');
        while (shown.length < at) shown.push('');
        target[at] = value;
        shown[at] = i === 0 ? '' : (formats[j] ?? '');
      });
    });
  }

  chart(spec: ChartSpec): void {
    this.charts.push(spec);
  }

  /** The tab as a rectangle. Its second row says as of when. */
  finish(widths: readonly number[]): Generated {
    const width = Math.max(1, ...this.rows.map((row) => row.length));
    const padded = <T>(row: readonly T[], empty: T) => [
      ...row,
      ...Array.from({ length: width - row.length }, () => empty),
    ];
    return {
      tab: this.tab,
      grid: this.rows.map((row) => padded<Cell>(row, '')),
      formats: this.formats.map((row) => padded(row, '')),
      styles: this.styles,
      widths,
      blocks: this.blocks,
      charts: this.charts,
      asOf: { row: 2, column: 1 },
    };
  }

  private push(cells: Row, formats: readonly string[]): void {
    this.rows.push([...cells]);
    this.formats.push([...formats]);
  }
}
