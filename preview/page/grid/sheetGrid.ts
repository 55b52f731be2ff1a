import type { ColumnRegular, RangeArea, RowHeaders } from '@revolist/revogrid';
import type { RowsView, TabView } from '../../serving/api';
import { type Area, a1, columnLetters, oneCell } from './address';
import { BLOCK, CellCache, shownText } from './cellCache';
import { CellEditor } from './cellEditor';
import {
  cellContent,
  cellProperties,
  type Looks,
  type OpenEditor,
  ROW_HEIGHT,
  type RowModel,
  rowHeight,
} from './cellLook';
import { GridHands, type On } from './gridHands';
import { bringNear, reveal, toTheCorner, twoFrames } from './gridScroll';
import { GridShape, shapeKey } from './gridShape';

/** What the grid asks of the page, and tells it. */
export interface GridWatcher {
  rows(sheetId: number, from: number, count: number): Promise<RowsView | null>;
  selected(area: Area): void;
  typed(sheetId: number, area: Area, values: readonly (readonly string[])[]): void;
  filled(from: Area, to: Area): void;
  cleared(area: Area): void;
  moved(from: Area, to: Area): void;
  widened(column: number, width: number): void;
  scrolled(): void;
  /** Cells, or their sizes, are drawn anew. */
  drawn(): void;
}

/** The cells of one tab at a time in a RevoGrid: it draws what the cache holds and hands on what people do. */
export class SheetGrid implements Looks {
  readonly element: HTMLRevoGridElement;
  readonly watcher: GridWatcher;
  tab: TabView = NO_TAB;
  cache = new CellCache();
  shape = new GridShape(NO_TAB, false);
  area: Area = oneCell(1, 1);
  mayEdit = true;
  readonly #hands: GridHands;
  readonly #caches = new Map<number, CellCache>();
  #key = '';
  #heights = '';
  /** Where a tab that is just coming up is to be selected. */
  #goal: Area | null = null;

  constructor(place: HTMLElement, watcher: GridWatcher) {
    this.watcher = watcher;
    this.element = document.createElement('revo-grid');
    const grid = this.element;
    grid.range = true;
    grid.resize = true;
    grid.filter = false;
    grid.rowSize = ROW_HEIGHT;
    grid.applyOnClose = true;
    grid.theme = 'default';
    grid.rowHeaders = { prop: 'n', size: 48, name: '' } as RowHeaders;
    grid.editors = {
      cell: (column, save, close) => new CellEditor(this, column, save, close),
    };
    const on: On = (name, heard) =>
      grid.addEventListener(name, (event) => {
        if (event instanceof CustomEvent) heard(event.detail, event);
      });
    this.#hands = new GridHands(this, on);
    this.#hearSelection(on);
    this.#hearSizes(on);
    place.append(grid);
  }

  /**
   * Shows a tab as the workbook has it now, with these cells selected when it is another tab than
   * before. `hidden` shows hidden columns too.
   */
  show(tab: TabView, area: Area, hidden: boolean, mayEdit: boolean): void {
    const other = tab.sheetId !== this.tab.sheetId;
    this.tab = tab;
    this.mayEdit = mayEdit;
    this.cache = this.#caches.get(tab.sheetId) ?? new CellCache();
    this.#caches.set(tab.sheetId, this.cache);
    this.cache.follow(tab);
    this.#reshape(hidden);
    void this.#load(1, 60);
    if (other) void this.#arrive(area);
    else void this.#loadVisible();
  }

  /**
   * The grid takes two frames to be that of the new tab; until then its selection is the old tab's.
   * Whoever clicks or goes somewhere meanwhile goes first.
   */
  async #arrive(area: Area): Promise<void> {
    this.#goal = area;
    await twoFrames();
    if (this.#goal !== null) toTheCorner(this.element);
    while (this.#goal !== null) {
      const goal: Area = this.#goal;
      await this.#goTo(goal);
      if (this.#goal !== goal) continue;
      this.#goal = null;
      this.#select(goal);
    }
    await this.#loadVisible();
  }

  /** Selects cells and scrolls to them. */
  async focus(area: Area): Promise<void> {
    if (this.#goal !== null) this.#goal = area;
    else await this.#goTo(area);
  }

  async #goTo(area: Area): Promise<void> {
    const place = this.shape.placeOf(area);
    if (place === null) return;
    await bringNear(this.element, area, place);
    // Selected already: selecting again would close an editor that was opened meanwhile.
    if (this.#goal !== null || a1(area) !== a1(this.area)) {
      const { x, y, x1, y1, columnType, rowType } = place;
      await this.element.setCellsFocus({ x, y }, { x: x1, y: y1 }, columnType, rowType);
      // The grid tells of another first cell, but not of a range that grows from the same one.
      this.#select(area);
    }
    await twoFrames();
    reveal(this.element, area.row, area.column);
  }

  typed(sheetId: number, row: number, column: number, text: string): void {
    this.watcher.typed(sheetId, oneCell(row, column), [[text]]);
  }

  editing(editor: OpenEditor | null): void {
    this.#hands.editing(editor);
  }

  tick(row: number, column: number): void {
    if (!this.mayEdit) return;
    const now = shownText(this.cache.cell(row, column));
    this.typed(this.tab.sheetId, row, column, now === 'TRUE' ? 'FALSE' : 'TRUE');
  }

  pick(row: number, column: number): void {
    const place = this.shape.placeOf(oneCell(row, column));
    if (!this.mayEdit || place === null) return;
    setTimeout(async () => {
      await this.focus(oneCell(row, column));
      await this.element.setCellEdit(place.y, `c${column}`, place.rowType);
    });
  }

  #reshape(hidden: boolean): void {
    const key = shapeKey(this.tab, hidden, this.mayEdit);
    if (key === this.#key) return;
    this.#key = key;
    this.#heights = '';
    this.shape = new GridShape(this.tab, hidden);
    const { rows, columns } = this.shape;
    this.element.columns = [...columns.colPinStart, ...columns.rgCol].map((n) => this.#column(n));
    this.element.pinnedTopSource = rows.rowPinStart.slice() as never[];
    this.element.source = rows.rgRow.slice() as never[];
    this.element.rowDefinitions = [];
  }

  #column(number: number): ColumnRegular {
    const frozen = number <= this.tab.frozenColumns;
    return {
      prop: `c${number}`,
      name: columnLetters(number),
      number,
      size: this.tab.widths[number - 1] ?? 100,
      editor: 'cell',
      readonly: !this.mayEdit,
      ...(frozen ? { pin: 'colPinStart' as const } : {}),
      cellProperties: ({ model }) => cellProperties(this, (model as unknown as RowModel).n, number),
      cellTemplate: (h, props) => cellContent(this, h, props),
    };
  }

  async #load(from: number, to: number): Promise<void> {
    const { cache } = this;
    const { sheetId, rows } = this.tab;
    const starts = cache.missing(Math.max(1, from), Math.min(rows, to));
    const loads = starts.map(async (start) => {
      const view = await this.watcher.rows(sheetId, start, Math.min(BLOCK, rows - start + 1));
      if (view === null) cache.forget(start);
      else cache.keep(view);
    });
    await Promise.all(loads);
    if (starts.length > 0 && this.cache === cache) await this.#redraw();
  }

  /** Blocks around what is on the screen. */
  async #loadVisible(): Promise<void> {
    const providers = await this.element.getProviders();
    const items = providers?.viewport.stores.rgRow?.store.get('items') ?? [];
    const rows = this.shape.rows.rgRow;
    const first = items[0]?.itemIndex ?? 0;
    const last = items[items.length - 1]?.itemIndex ?? first;
    const from = rows[first]?.n ?? 1;
    const to = rows[Math.min(last, rows.length - 1)]?.n ?? 60;
    await this.#load(from - 20, to + 60);
  }

  async #redraw(): Promise<void> {
    this.#fitRows();
    await this.element.refresh('all');
    this.watcher.drawn();
    this.watcher.selected(this.area);
  }

  /** Rows with wrapped text grow; only rows that hold something are measured. */
  #fitRows(): void {
    const height = (n: number) => (n > this.tab.lastRow ? ROW_HEIGHT : rowHeight(this, n));
    const definitions = (['rowPinStart', 'rgRow'] as const).flatMap((type) =>
      this.shape.rows[type]
        .slice(0, 2_000)
        .map((row, index) => ({ type, index, size: height(row.n) }))
        // The grid keeps a frozen row's height from tab to tab, so it is told that one always.
        .filter((row) => type === 'rowPinStart' || row.size !== ROW_HEIGHT),
    );
    const key = JSON.stringify(definitions);
    if (key === this.#heights) return;
    this.#heights = key;
    this.element.rowDefinitions = definitions;
  }

  #hearSelection(on: On): void {
    for (const name of ['applyfocus', 'beforeapplyrange']) {
      on(name, (detail: { range: RangeArea; colType: string; rowType: string }) =>
        this.#select(this.shape.areaOf(detail.range, detail.colType, detail.rowType)),
      );
    }
    for (const name of ['afterfocus', 'setrange', 'selectall']) {
      on(name, () => requestAnimationFrame(() => void this.#readSelection()));
    }
    on('beforefocuslost', (_, event) => event.preventDefault());
    // Selecting a cell takes the browser's focus, but not from somebody who types elsewhere.
    on('afterfocus', (_, event) => {
      const typing = document.activeElement?.matches('input, textarea, select, iframe') === true;
      if (this.#hands.elsewhere && typing) event.preventDefault();
    });
    // The grid leaves the browser's focus where it is, maybe in a frame, which would then hear the keys.
    const takeFocus = () => {
      this.#goal = null;
      const active = document.activeElement;
      if (this.#hands.elsewhere && active instanceof HTMLElement) active.blur();
    };
    this.element.addEventListener('mousedown', takeFocus, { capture: true });
    on('headerclick', (column: ColumnRegular) => {
      const number = Number(column.number);
      void this.focus({ row: 1, column: number, lastRow: this.tab.rows, lastColumn: number });
    });
  }

  #hearSizes(on: On): void {
    on('viewportscroll', () => {
      void this.#loadVisible();
      this.watcher.scrolled();
    });
    on('aftercolumnresize', (sizes: Record<number, ColumnRegular>) => {
      for (const column of Object.values(sizes)) {
        this.watcher.widened(Number(column.number), Math.round(column.size ?? 100));
      }
    });
  }

  async #readSelection(): Promise<void> {
    const range = await this.element.getSelectedRange();
    if (range === null) return;
    this.#select(this.shape.areaOf(range, range.colType ?? 'rgCol', range.rowType ?? 'rgRow'));
  }

  #select(area: Area): void {
    if (this.#goal !== null) return;
    this.area = area;
    this.watcher.selected(area);
  }
}

const NO_TAB: TabView = {
  sheetId: -1,
  name: '',
  hidden: false,
  colour: '',
  rows: 0,
  columns: 0,
  lastRow: 0,
  lastColumn: 0,
  frozenRows: 0,
  frozenColumns: 0,
  widths: [],
  hiddenColumns: [],
  hiddenRows: [],
  revision: 0,
  charts: [],
};
