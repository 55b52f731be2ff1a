import type { ChangedRange, ColumnRegular, RangeArea, RowHeaders } from '@revolist/revogrid';
import type { RowsView, TabView } from '../../serving/api';
import { type Area, a1, columnLetters, grown, oneCell } from './address';
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
import { readBlock, writeBlock } from './clipboard';

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

type RowType = 'rgRow' | 'rowPinStart';

/** The cells of one tab at a time in a RevoGrid: it draws what the cache holds and hands on what people do. */
export class SheetGrid implements Looks {
  readonly element: HTMLRevoGridElement;
  tab: TabView = NO_TAB;
  cache = new CellCache();
  area: Area = oneCell(1, 1);
  readonly #watcher: GridWatcher;
  readonly #caches = new Map<number, CellCache>();
  #rows: Record<RowType, readonly RowModel[]> = { rgRow: [], rowPinStart: [] };
  #columns: readonly ColumnRegular[] = [];
  #shape = '';
  #mayEdit = true;
  #cut: { readonly area: Area; readonly text: string } | null = null;
  #heights = '';
  #lastKey: KeyboardEvent | null = null;
  #editor: OpenEditor | null = null;
  #early: 'Enter' | 'Tab' | null = null;
  /** Where a tab that is just coming up is to be selected. */
  #goal: Area | null = null;

  constructor(place: HTMLElement, watcher: GridWatcher) {
    this.#watcher = watcher;
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
    this.#listen();
    place.append(grid);
  }

  /**
   * Shows a tab as the workbook has it now, with these cells selected when it is another tab than
   * before. `hidden` shows hidden columns too.
   */
  show(tab: TabView, area: Area, hidden: boolean, mayEdit: boolean): void {
    const other = tab.sheetId !== this.tab.sheetId;
    this.tab = tab;
    this.#mayEdit = mayEdit;
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
    if (this.#goal !== null) this.#toTheCorner();
    while (this.#goal !== null) {
      const goal: Area = this.#goal;
      await this.#goTo(goal);
      if (this.#goal !== goal) continue;
      this.#goal = null;
      this.#select(goal);
    }
    await this.#loadVisible();
  }

  /** The grid itself thinks that a new tab starts in its corner, while the browser is still scrolled. */
  #toTheCorner(): void {
    for (const part of this.element.querySelectorAll('revogr-viewport-scroll, .vertical-inner')) {
      part.scrollTo(0, 0);
    }
  }

  /** Selects cells and scrolls to them. */
  async focus(area: Area): Promise<void> {
    if (this.#goal !== null) this.#goal = area;
    else await this.#goTo(area);
  }

  async #goTo(area: Area): Promise<void> {
    const [x, colType] = this.#place(area.column);
    const [x1] = this.#place(area.lastColumn);
    const pinned = this.#rows.rowPinStart.findIndex((row) => row.n === area.row);
    const rowType: RowType = pinned >= 0 ? 'rowPinStart' : 'rgRow';
    const y = pinned >= 0 ? pinned : this.#rows.rgRow.findIndex((row) => row.n >= area.row);
    const y1 = Math.max(y, y + area.lastRow - area.row);
    if (x < 0 || y < 0) return;
    const drawn = (ending: string) => this.element.querySelector(`[data-cell${ending}"]`) !== null;
    if (rowType === 'rgRow' && !drawn(`^="${area.row},`)) {
      await this.element.scrollToRow(Math.max(0, y - 3));
    }
    if (colType === 'rgCol' && !drawn(`$=",${area.column}`)) {
      await this.element.scrollToColumnIndex(Math.max(0, x - 1));
    }
    // Selected already: selecting again would close an editor that was opened meanwhile.
    if (this.#goal !== null || a1(area) !== a1(this.area)) {
      await this.element.setCellsFocus({ x, y }, { x: Math.max(x, x1), y: y1 }, colType, rowType);
    }
    await twoFrames();
    this.#reveal(area.row, area.column);
  }

  #cell(row: number, column: number): Element | null {
    return this.element.querySelector(`[data-cell="${row},${column}"]`);
  }

  /** A cell that stands half outside is scrolled in. */
  #reveal(row: number, column: number): void {
    const cell = this.#cell(row, column)?.getBoundingClientRect();
    const port = this.element.querySelector('revogr-viewport-scroll.rgCol');
    const room = port?.getBoundingClientRect();
    if (cell === undefined || room === undefined || cell.left < room.left - cell.width) return;
    if (cell.right > room.right) port?.scrollBy(cell.right - room.right + 40, 0);
    else if (cell.left < room.left) port?.scrollBy(cell.left - room.left, 0);
    const rows = port?.querySelector('.vertical-inner');
    const bottom = rows?.getBoundingClientRect().bottom ?? 0;
    if (cell.bottom > bottom) rows?.scrollBy(0, cell.bottom - bottom + ROW_HEIGHT);
  }

  typed(sheetId: number, row: number, column: number, text: string): void {
    this.#watcher.typed(sheetId, oneCell(row, column), [[text]]);
  }

  editing(editor: OpenEditor | null): void {
    this.#editor = editor;
    if (editor === null || this.#early === null) return;
    const key = this.#early;
    this.#early = null;
    editor.finish(key);
  }

  tick(row: number, column: number): void {
    if (!this.#mayEdit) return;
    const now = shownText(this.cache.cell(row, column));
    this.typed(this.tab.sheetId, row, column, now === 'TRUE' ? 'FALSE' : 'TRUE');
  }

  pick(row: number, column: number): void {
    if (!this.#mayEdit) return;
    setTimeout(async () => {
      await this.focus(oneCell(row, column));
      const pinned = this.#rows.rowPinStart.length;
      const rows = pinned > 0 && row <= pinned ? this.#rows.rowPinStart : this.#rows.rgRow;
      const index = rows.findIndex((model) => model.n === row);
      await this.element.setCellEdit(index, `c${column}`, row <= pinned ? 'rowPinStart' : 'rgRow');
    });
  }

  #reshape(hidden: boolean): void {
    const { tab } = this;
    const shape = JSON.stringify([
      tab.sheetId,
      tab.rows,
      tab.columns,
      tab.frozenRows,
      tab.frozenColumns,
      tab.hiddenRows,
      hidden || tab.hiddenColumns,
      tab.widths,
      this.#mayEdit,
    ]);
    if (shape === this.#shape) return;
    this.#shape = shape;
    this.#heights = '';
    const numbers = Array.from({ length: tab.columns }, (_, index) => index + 1);
    const shown = hidden ? numbers : numbers.filter((n) => !tab.hiddenColumns.includes(n));
    this.#columns = shown.map((number) => this.#column(number));
    const hiddenRows = new Set(tab.hiddenRows);
    const rows = Array.from({ length: tab.rows }, (_, index) => ({ n: index + 1 }));
    const visible = rows.filter((row) => !hiddenRows.has(row.n));
    this.#rows = {
      rowPinStart: visible.filter((row) => row.n <= tab.frozenRows),
      rgRow: visible.filter((row) => row.n > tab.frozenRows),
    };
    this.element.columns = this.#columns.slice();
    this.element.pinnedTopSource = this.#rows.rowPinStart.slice() as never[];
    this.element.source = this.#rows.rgRow.slice() as never[];
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
      readonly: !this.#mayEdit,
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
      const view = await this.#watcher.rows(sheetId, start, Math.min(BLOCK, rows - start + 1));
      if (view === null) cache.forget(start);
      else cache.keep(view);
    });
    await Promise.all(loads);
    if (starts.length > 0 && this.cache === cache) await this.#redraw();
  }

  /** Blocks around what is on the screen. */
  async #loadVisible(): Promise<void> {
    const providers = await this.element.getProviders();
    const viewport = providers?.viewport.stores.rgRow?.store;
    const items = viewport?.get('items') ?? [];
    const first = items[0]?.itemIndex ?? 0;
    const last = items[items.length - 1]?.itemIndex ?? first;
    const from = this.#rows.rgRow[first]?.n ?? 1;
    const to = this.#rows.rgRow[Math.min(last, this.#rows.rgRow.length - 1)]?.n ?? 60;
    await this.#load(from - 20, to + 60);
  }

  async #redraw(): Promise<void> {
    this.#fitRows();
    await this.element.refresh('all');
    this.#watcher.drawn();
    this.#watcher.selected(this.area);
  }

  /** Rows with wrapped text grow; only rows that hold something are measured. */
  #fitRows(): void {
    const definitions = (['rowPinStart', 'rgRow'] as const).flatMap((type) =>
      this.#rows[type]
        .slice(0, 2_000)
        .map((row, index) => ({ type, index, size: this.#height(row.n) }))
        // The grid keeps a frozen row's height from tab to tab, so it is told that one always.
        .filter((row) => type === 'rowPinStart' || row.size !== ROW_HEIGHT),
    );
    const key = JSON.stringify(definitions);
    if (key === this.#heights) return;
    this.#heights = key;
    this.element.rowDefinitions = definitions;
  }

  #height(row: number): number {
    return row > this.tab.lastRow ? ROW_HEIGHT : rowHeight(this, row);
  }

  #place(column: number): readonly [number, string] {
    const pinned = this.#columns.filter((c) => c.pin !== undefined);
    const free = this.#columns.filter((c) => c.pin === undefined);
    const inPinned = pinned.findIndex((c) => c.number === column);
    if (inPinned >= 0) return [inPinned, 'colPinStart'];
    return [free.findIndex((c) => Number(c.number) >= column), 'rgCol'];
  }

  #listen(): void {
    // The browser has events of the same names (beforecopy, ...): only the grid's own count.
    const on = <D>(name: string, heard: (detail: D, event: CustomEvent<D>) => void) =>
      this.element.addEventListener(name, (event) => {
        if (event instanceof CustomEvent) heard(event.detail as D, event);
      });
    for (const name of ['applyfocus', 'beforeapplyrange']) {
      on(name, (detail: { range: RangeArea; colType: string; rowType: string }) =>
        this.#select(this.#areaOf(detail.range, detail.colType, detail.rowType)),
      );
    }
    for (const name of ['afterfocus', 'setrange', 'selectall']) {
      on(name, () => requestAnimationFrame(() => void this.#readSelection()));
    }
    on('beforefocuslost', (_, event) => event.preventDefault());
    // Selecting a cell takes the browser's focus, but not from somebody who types elsewhere.
    on('afterfocus', (_, event) => {
      if (this.#elsewhere() && document.activeElement?.matches('input, textarea, select, iframe')) {
        event.preventDefault();
      }
    });
    // The grid keeps the browser's focus where it is, maybe in a frame, which would then hear the keys.
    this.element.addEventListener(
      'mousedown',
      () => {
        this.#goal = null;
        if (this.#elsewhere() && document.activeElement instanceof HTMLElement) {
          document.activeElement.blur();
        }
      },
      { capture: true },
    );
    on('viewportscroll', () => {
      void this.#loadVisible();
      this.#watcher.scrolled();
    });
    on('aftercolumnresize', (sizes: Record<number, ColumnRegular>) => {
      for (const column of Object.values(sizes)) {
        this.#watcher.widened(Number(column.number), Math.round(column.size ?? 100));
      }
    });
    on('headerclick', (column: ColumnRegular) => {
      const number = Number(column.number);
      void this.focus({ row: 1, column: number, lastRow: this.tab.rows, lastColumn: number });
    });
    this.#listenToEdits(on);
    this.#listenToKeys(on);
  }

  #listenToEdits(
    on: <D>(name: string, heard: (detail: D, event: CustomEvent<D>) => void) => void,
  ): void {
    // The editor itself tells what was typed; the cells come anew from the server.
    on('beforeedit', (_, event) => event.preventDefault());
    on('selectionchangeinit', (detail: ChangedRange, event) => {
      event.preventDefault();
      const from = this.#areaOf(detail.oldRange, detail.colType, detail.type);
      const to = this.#areaOf(detail.newRange, detail.colType, detail.type);
      const added = grown(from, to);
      if (this.#mayEdit && added !== null) this.#watcher.filled(from, added);
      void this.focus(to);
    });
    on('beforerangeedit', (_, event) => event.preventDefault());
    on('beforecopy', (detail: { event: ClipboardEvent }, event) => {
      event.preventDefault();
      if (!this.#elsewhere()) this.#copy(detail.event);
    });
    on('beforecut', (detail: { event: ClipboardEvent }, event) => {
      event.preventDefault();
      if (this.#elsewhere()) return;
      const text = this.#copy(detail.event);
      if (this.#mayEdit) this.#cut = { area: this.area, text };
    });
    on('beforepaste', (detail: { dataText: string; event: ClipboardEvent }, event) => {
      event.preventDefault();
      if (this.#elsewhere() || !this.#mayEdit) return;
      detail.event.preventDefault();
      this.paste(detail.dataText);
    });
  }

  #listenToKeys(
    on: <D>(name: string, heard: (detail: D, event: CustomEvent<D>) => void) => void,
  ): void {
    on('beforekeydown', (detail: { original: KeyboardEvent; edit?: unknown }, event) => {
      const key = detail.original.key;
      if (this.#elsewhere()) {
        event.preventDefault();
        return;
      }
      if (detail.edit !== null && detail.edit !== undefined) {
        // Typed faster than the editor took the focus: it finishes as soon as it is there.
        const early = !(detail.original.target instanceof HTMLInputElement);
        if (early && (key === 'Enter' || key === 'Tab')) {
          event.preventDefault();
          if (this.#editor === null) this.#early = key;
          else this.#editor.finish(key);
        }
        return;
      }
      // Each part of the grid (frozen rows, the rest) hears the same key.
      if (this.#lastKey === detail.original) return;
      this.#lastKey = detail.original;
      if (key === 'Delete' || key === 'Backspace') {
        event.preventDefault();
        if (this.#mayEdit) this.#watcher.cleared(this.area);
      } else if (key === ' ' && (this.#isTick() || !this.#mayEdit)) {
        // The browser would scroll a page down.
        event.preventDefault();
        detail.original.preventDefault();
        if (this.#isTick()) this.tick(this.area.row, this.area.column);
      }
    });
  }

  /** Puts a block of text into the sheet at the selection, repeated when the selection is a multiple of it. */
  paste(text: string): void {
    const block = readBlock(text);
    const height = block.length;
    const width = block[0]?.length ?? 0;
    if (width === 0) return;
    const { row, column, lastRow, lastColumn } = this.area;
    if (this.#cut !== null && this.#cut.text === text) {
      const { area } = this.#cut;
      this.#cut = null;
      this.#watcher.moved(area, oneCell(row, column));
      return;
    }
    const rows = lastRow - row + 1;
    const columns = lastColumn - column + 1;
    const fits = rows % height === 0 && columns % width === 0 && rows <= this.tab.rows / 2;
    const target = {
      row,
      column,
      lastRow: Math.min(this.tab.rows, fits ? lastRow : row + height - 1),
      lastColumn: Math.min(this.tab.columns, fits ? lastColumn : column + width - 1),
    };
    const values = Array.from({ length: target.lastRow - row + 1 }, (_, y) =>
      Array.from(
        { length: target.lastColumn - column + 1 },
        (_unused, x) => block[y % height]?.[x % width] ?? '',
      ),
    );
    this.#watcher.typed(this.tab.sheetId, target, values);
    void this.focus(target);
  }

  #copy(event: ClipboardEvent): string {
    const { row, column, lastRow, lastColumn } = this.area;
    const end = Math.min(lastRow, Math.max(row, this.tab.lastRow));
    const rows: string[][] = [];
    for (let r = row; r <= end; r++) {
      const cells: string[] = [];
      for (let c = column; c <= lastColumn; c++) cells.push(shownText(this.cache.cell(r, c)));
      rows.push(cells);
    }
    const text = writeBlock(rows);
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    return text;
  }

  #isTick(): boolean {
    const cell = this.cache.cell(this.area.row, this.area.column);
    return this.cache.rule(this.area.row, cell)?.kind === 'tick';
  }

  /** True while the person types somewhere outside the cells: the grid must not take those keys. */
  #elsewhere(): boolean {
    const active = document.activeElement;
    return active !== null && active !== document.body && !this.element.contains(active);
  }

  async #readSelection(): Promise<void> {
    const range = await this.element.getSelectedRange();
    if (range === null) return;
    this.#select(this.#areaOf(range, range.colType ?? 'rgCol', range.rowType ?? 'rgRow'));
  }

  #select(area: Area): void {
    if (this.#goal !== null) return;
    this.area = area;
    this.#watcher.selected(area);
  }

  #areaOf(range: RangeArea, colType: string, rowType: string): Area {
    const columns = this.#columns.filter((c) => (c.pin ?? 'rgCol') === colType);
    const rows = this.#rows[rowType === 'rowPinStart' ? 'rowPinStart' : 'rgRow'];
    const column = (x: number) => Number(columns[x]?.number ?? 1);
    const row = (y: number) => rows[Math.min(y, rows.length - 1)]?.n ?? 1;
    return {
      row: row(range.y),
      column: column(range.x),
      lastRow: row(range.y1),
      lastColumn: column(range.x1),
    };
  }
}

function twoFrames(): Promise<void> {
  return new Promise((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
  );
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
