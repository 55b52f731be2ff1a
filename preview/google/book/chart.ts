import type { Rect } from './rect';

export interface ChartRange extends Rect {
  readonly sheetId: number;
}

/** A chart on a sheet, as data: the page draws it, the stand-in does not. */
export interface ChartModel {
  readonly id: number;
  /** Google's chart type: 'BAR', 'COLUMN', 'LINE', 'COMBO', 'AREA', 'PIE', 'SCATTER', ... */
  readonly type: string;
  readonly ranges: readonly ChartRange[];
  /** Google's chart options as set, by dotted name: {'title': ..., 'isStacked': true}. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly position: {
    readonly row: number;
    readonly column: number;
    readonly offsetX: number;
    readonly offsetY: number;
  };
  readonly numHeaders: number;
  readonly mergeStrategy: string;
  readonly transpose: boolean;
  readonly hiddenDimensionStrategy: string;
}
