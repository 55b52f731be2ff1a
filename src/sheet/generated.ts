import type { Grid, TabId } from './cell';

/** How cells of a generated tab look; rows and columns count from 1 in the grid. */
export interface Style {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  readonly background?: string;
  readonly font?: string;
  readonly wrap?: boolean;
  readonly align?: 'left' | 'center' | 'right';
}

/**
 * The number formats and backgrounds that generated tabs have anywhere, beside those of a cell that nobody has dressed. What else
 * a cell has a person gave it, and it stays.
 */
export const PROGRAM_LOOKS: Readonly<Record<'formats' | 'backgrounds', ReadonlySet<string>>> = {
  formats: new Set(['#,##0', '#,##0.00', '0', '0%', '0.0', '0.0%', '0.000', '@']),
  backgrounds: new Set(['#e6f4ea', '#fef7e0']),
};

/** A rectangle of data cells that the export writes as `<Tab>.<block>.csv`. */
export interface Block {
  readonly block: string;
  /** The export's column names. */
  readonly columns: readonly string[];
  /** The first data cell, from 1. */
  readonly row: number;
  readonly column: number;
  readonly rows: number;
}

export interface ChartRange {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface ChartSeries {
  readonly title: string;
  /** `''` draws it invisibly: the spacer of a funnel. */
  readonly colour: string;
  /** In a combo chart. */
  readonly as?: 'line' | 'column' | 'area';
}

export interface ChartSpec {
  /** Stays the same over refreshes: finds the chart again wherever people put it. */
  readonly key: string;
  readonly title: string;
  readonly kind: 'bar' | 'column' | 'line' | 'combo' | 'area';
  readonly stacked: boolean;
  /** The first range holds the categories, then one a series; each with its header cell on top. */
  readonly ranges: readonly ChartRange[];
  readonly series: readonly ChartSeries[];
  readonly horizontalTitle: string;
  readonly verticalTitle: string;
  /** Top left cell, from 1. */
  readonly anchor: { readonly row: number; readonly column: number };
  readonly width: number;
  readonly height: number;
  readonly legend: boolean;
}

/** A tab as the program writes it, from A1. */
export interface Generated {
  readonly tab: TabId;
  /** A rectangle: every row has the same length. */
  readonly grid: Grid;
  /** Number formats of the grid's cells; `''` leaves a cell automatic, `'@'` is plain text. */
  readonly formats: readonly (readonly string[])[];
  readonly styles: readonly Style[];
  /** Pixels of the grid's columns, used when the tab is made. */
  readonly widths: readonly number[];
  readonly blocks: readonly Block[];
  readonly charts: readonly ChartSpec[];
  /** The cell that says as of when: its text is `REPORT_WORDS[language].asOf(at, moves, movesSince)`. */
  readonly asOf: { readonly row: number; readonly column: number };
}

/** When a generated tab was made. */
export interface AsOf {
  /** "2026-02-02 09:00", on the workbook's clock. */
  readonly at: string;
  /** Moves in the ledger when it was made: the difference says how many came since. */
  readonly moves: number;
}
