import { useEffect, useRef } from 'preact/hooks';
import type { ChartView, WorkbookView } from '../../serving/api';
import { ChartLayer } from '../charts';
import { a1 } from '../grid/address';
import { totalOf } from '../grid/cellCache';
import { ROW_HEIGHT, rowHeight } from '../grid/cellLook';
import { showNotes } from '../grid/noteTip';
import { SheetGrid } from '../grid/sheetGrid';
import { ask } from '../server';
import type { Session } from '../session';
import { mayEdit } from './titleBar';

/** The cells and the charts over them. Preact draws the frame; the grid and the charts draw themselves. */
export function SheetArea({ session }: { session: Session }) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (place.current !== null) connect(place.current, session);
  }, [session]);
  return <section class="sheet" ref={place} aria-label={session.words.sheetArea} />;
}

function connect(place: HTMLElement, session: Session): void {
  const tabName = () => session.tab?.name ?? '';
  const layer = new ChartLayer((event) => scrollBy(grid.element, event.deltaX, event.deltaY));
  const grid = new SheetGrid(place, {
    rows: (sheetId, from, count) =>
      ask('rows', { sheetId, from, count }).catch(() => {
        session.set({ online: false });
        return null;
      }),
    selected: (area) => {
      const cell = grid.cache.cell(area.row, area.column);
      session.set({ area, cell, total: totalOf(grid.cache, area) });
    },
    typed: (sheetId, area, values) => {
      const tab = session.state.book?.tabs.find((t) => t.sheetId === sheetId)?.name ?? '';
      const rows = values.map((row) => [...row]);
      void session.gesture({ edit: { tab, range: a1(area), values: rows } });
    },
    filled: (from, to) =>
      void session.gesture({ fill: { tab: tabName(), from: a1(from), to: a1(to) } }),
    cleared: (area) => void session.gesture({ clear: { tab: tabName(), range: a1(area) } }),
    moved: (from, to) =>
      void session.gesture({ cutPaste: { tab: tabName(), from: a1(from), to: a1(to) } }),
    widened: (column, width) =>
      void ask('column', { sheetId: session.state.activeId, column, width }),
    scrolled: () => follow(),
    drawn: () => drawCharts(),
  });
  place.append(layer.element);
  showNotes(grid.element);
  const follow = () => {
    const { x, y } = scrolled(grid.element);
    layer.follow(x, y);
  };
  const drawCharts = () => {
    const { tab } = grid;
    layer.element.style.left = `${48 + frozenWidth(grid)}px`;
    layer.element.style.top = `${26 + frozenHeight(grid)}px`;
    layer.show(tab.charts, (chart) => anchor(grid, chart, session.state.showHidden));
    follow();
  };
  session.onBook = (book: WorkbookView) => {
    const tab = book.tabs.find((t) => t.sheetId === session.state.activeId);
    if (tab === undefined) return;
    const { area, showHidden } = session.state;
    grid.show(tab, area, showHidden, mayEdit(session));
    drawCharts();
  };
  session.onJump = (area) => void grid.focus(area);
  if (session.state.book !== null) session.onBook(session.state.book);
}

function scroller(grid: HTMLElement, direction: 'x' | 'y'): Element | null {
  const data = grid.querySelector('revogr-viewport-scroll.rgCol');
  return direction === 'x' ? data : (data?.querySelector('.vertical-inner') ?? null);
}

function scrolled(grid: HTMLElement): { x: number; y: number } {
  return {
    x: scroller(grid, 'x')?.scrollLeft ?? 0,
    y: scroller(grid, 'y')?.scrollTop ?? 0,
  };
}

function scrollBy(grid: HTMLElement, x: number, y: number): void {
  scroller(grid, 'x')?.scrollBy(x, 0);
  scroller(grid, 'y')?.scrollBy(0, y);
}

function widthOf(grid: SheetGrid, column: number, showHidden: boolean): number {
  if (!showHidden && grid.tab.hiddenColumns.includes(column)) return 0;
  return grid.tab.widths[column - 1] ?? 100;
}

function frozenWidth(grid: SheetGrid): number {
  let width = 0;
  for (let c = 1; c <= grid.tab.frozenColumns; c++) width += widthOf(grid, c, false);
  return width;
}

function frozenHeight(grid: SheetGrid): number {
  let height = 0;
  for (let row = 1; row <= grid.tab.frozenRows; row++) height += heightOf(grid, row);
  return height;
}

function heightOf(grid: SheetGrid, row: number): number {
  return row > grid.tab.lastRow ? ROW_HEIGHT : rowHeight(grid, row);
}

/** Where a chart's anchor cell lies, from the first cell that is not frozen. */
function anchor(grid: SheetGrid, chart: ChartView, showHidden: boolean) {
  let left = chart.offsetX;
  for (let c = grid.tab.frozenColumns + 1; c < chart.column; c++)
    left += widthOf(grid, c, showHidden);
  let top = chart.offsetY;
  for (let row = grid.tab.frozenRows + 1; row < chart.row; row++) top += heightOf(grid, row);
  return { left, top };
}
