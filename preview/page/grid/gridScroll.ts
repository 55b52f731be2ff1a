import { ROW_HEIGHT } from './cellLook';
import type { GridPlace } from './gridShape';

/** Until the grid has drawn what was just set. */
export function twoFrames(): Promise<void> {
  return new Promise((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
  );
}

/** The grid itself thinks that a new tab starts in its corner, while the browser is still scrolled. */
export function toTheCorner(grid: HTMLElement): void {
  for (const part of grid.querySelectorAll('revogr-viewport-scroll, .vertical-inner')) {
    part.scrollTo(0, 0);
  }
}

/** Brings a cell that is not drawn at all near the screen: only what is near is drawn. */
export async function bringNear(
  grid: HTMLRevoGridElement,
  cell: { readonly row: number; readonly column: number },
  place: GridPlace,
): Promise<void> {
  const drawn = (ending: string) => grid.querySelector(`[data-cell${ending}"]`) !== null;
  if (place.rowType === 'rgRow' && !drawn(`^="${cell.row},`)) {
    await grid.scrollToRow(Math.max(0, place.y - 3));
  }
  if (place.columnType === 'rgCol' && !drawn(`$=",${cell.column}`)) {
    await grid.scrollToColumnIndex(Math.max(0, place.x - 1));
  }
}

/** Scrolls a drawn cell in that stands half outside. */
export function reveal(grid: HTMLElement, row: number, column: number): void {
  const cell = grid.querySelector(`[data-cell="${row},${column}"]`)?.getBoundingClientRect();
  const port = grid.querySelector('revogr-viewport-scroll.rgCol');
  const room = port?.getBoundingClientRect();
  if (cell === undefined || room === undefined || cell.left < room.left - cell.width) return;
  if (cell.right > room.right) port?.scrollBy(cell.right - room.right + 40, 0);
  else if (cell.left < room.left) port?.scrollBy(cell.left - room.left, 0);
  const rows = port?.querySelector('.vertical-inner');
  const bottom = rows?.getBoundingClientRect().bottom ?? 0;
  if (cell.bottom > bottom) rows?.scrollBy(0, cell.bottom - bottom + ROW_HEIGHT);
}
