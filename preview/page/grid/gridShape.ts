import type { RangeArea } from '@revolist/revogrid';
import type { TabView } from '../../serving/api';
import type { Area } from './address';
import type { RowModel } from './cellLook';

export type RowType = 'rgRow' | 'rowPinStart';
type ColumnType = 'rgCol' | 'colPinStart';

/** Where an area lies in the grid's own count, which starts anew in frozen and free parts. */
export interface GridPlace {
  readonly x: number;
  readonly y: number;
  readonly x1: number;
  readonly y1: number;
  readonly columnType: ColumnType;
  readonly rowType: RowType;
}

/** Which rows and columns of a tab are shown, frozen or free, and how the grid counts them. */
export class GridShape {
  readonly rows: Readonly<Record<RowType, readonly RowModel[]>>;
  /** Column numbers from 1. */
  readonly columns: Readonly<Record<ColumnType, readonly number[]>>;

  /** `hidden` shows hidden columns too. */
  constructor(tab: TabView, hidden: boolean) {
    const hiddenRows = new Set(tab.hiddenRows);
    const hiddenColumns = new Set(hidden ? [] : tab.hiddenColumns);
    const rows: Record<RowType, RowModel[]> = { rowPinStart: [], rgRow: [] };
    for (let n = 1; n <= tab.rows; n++) {
      if (!hiddenRows.has(n)) rows[n <= tab.frozenRows ? 'rowPinStart' : 'rgRow'].push({ n });
    }
    const columns: Record<ColumnType, number[]> = { colPinStart: [], rgCol: [] };
    for (let n = 1; n <= tab.columns; n++) {
      if (!hiddenColumns.has(n)) columns[n <= tab.frozenColumns ? 'colPinStart' : 'rgCol'].push(n);
    }
    this.rows = rows;
    this.columns = columns;
  }

  /** Null when nothing of the area is shown. */
  placeOf(area: Area): GridPlace | null {
    const rowType = this.rows.rowPinStart.some((row) => row.n === area.row)
      ? 'rowPinStart'
      : 'rgRow';
    const columnType = this.columns.colPinStart.includes(area.column) ? 'colPinStart' : 'rgCol';
    const columns = this.columns[columnType];
    const x = columns.findIndex((number) => number >= area.column);
    const y = this.rows[rowType].findIndex((row) => row.n >= area.row);
    if (x < 0 || y < 0) return null;
    const x1 = columns.findIndex((number) => number >= area.lastColumn);
    const y1 = y + area.lastRow - area.row;
    return { x, y, x1: Math.max(x, x1), y1, columnType, rowType };
  }

  /** The cells that a range of the grid names. */
  areaOf(range: RangeArea, columnType: string, rowType: string): Area {
    const columns = this.columns[columnType === 'colPinStart' ? 'colPinStart' : 'rgCol'];
    const rows = this.rows[rowType === 'rowPinStart' ? 'rowPinStart' : 'rgRow'];
    const column = (x: number) => columns[x] ?? 1;
    const row = (y: number) => rows[Math.min(y, rows.length - 1)]?.n ?? 1;
    return {
      row: row(range.y),
      column: column(range.x),
      lastRow: row(range.y1),
      lastColumn: column(range.x1),
    };
  }
}

/** Says whether two states of a tab look alike but for their cells. */
export function shapeKey(tab: TabView, hidden: boolean, mayEdit: boolean): string {
  const { sheetId, rows, columns, frozenRows, frozenColumns, hiddenRows, widths } = tab;
  const hiddenColumns = hidden ? [] : tab.hiddenColumns;
  return JSON.stringify([
    [sheetId, rows, columns, frozenRows, frozenColumns],
    [hiddenRows, hiddenColumns, widths],
    mayEdit,
  ]);
}
