import type { Rect } from './rect';

export type Axis = 'rows' | 'columns';

/** A change of a sheet's lines, as it moves everything that names cells of that sheet. */
export type Shift =
  | { readonly kind: 'insert'; readonly axis: Axis; readonly at: number; readonly count: number }
  | { readonly kind: 'delete'; readonly axis: Axis; readonly at: number; readonly count: number }
  | {
      readonly kind: 'moveColumns';
      readonly from: number;
      readonly count: number;
      readonly to: number;
    };

/** Where a block lies after the change; null when all of it was deleted. */
export function shifted(rect: Rect, shift: Shift): Rect | null {
  if (shift.kind === 'moveColumns') return movedColumns(rect, shift);
  const start = shift.axis === 'rows' ? rect.row : rect.column;
  const size = shift.axis === 'rows' ? rect.rows : rect.columns;
  const line =
    shift.kind === 'insert'
      ? inserted(start, size, shift.at, shift.count)
      : deleted(start, size, shift.at, shift.count);
  if (line === null) return null;
  return shift.axis === 'rows'
    ? { ...rect, row: line.start, rows: line.size }
    : { ...rect, column: line.start, columns: line.size };
}

interface Line {
  readonly start: number;
  readonly size: number;
}

function inserted(start: number, size: number, at: number, count: number): Line {
  if (start >= at) return { start: start + count, size };
  return { start, size: start + size > at ? size + count : size };
}

function deleted(start: number, size: number, at: number, count: number): Line | null {
  const end = start + size;
  const gone = Math.max(0, Math.min(end, at + count) - Math.max(start, at));
  if (gone === size) return null;
  const before = Math.max(0, Math.min(start, at + count) - at);
  return { start: start - (start > at ? before : 0), size: size - gone };
}

/** `to` is the place before which the columns go, as numbered before the move. */
function movedColumns(
  rect: Rect,
  { from, count, to }: Extract<Shift, { kind: 'moveColumns' }>,
): Rect {
  const target = to > from ? to - count : to;
  if (rect.column >= from && rect.column + rect.columns <= from + count) {
    return { ...rect, column: rect.column - from + target };
  }
  const rest = deleted(rect.column, rect.columns, from, count) ?? {
    start: rect.column,
    size: rect.columns,
  };
  const line = inserted(rest.start, rest.size, target, count);
  return { ...rect, column: line.start, columns: line.size };
}
