import type { ChangedRange } from '@revolist/revogrid';
import { type Area, grown, oneCell } from './address';
import { shownText } from './cellCache';
import type { OpenEditor } from './cellLook';
import { readBlock, writeBlock } from './clipboard';
import type { SheetGrid } from './sheetGrid';

/** Hears an event of the grid. The browser has events of the same names: only the grid's own count. */
export type On = <D>(name: string, heard: (detail: D, event: CustomEvent<D>) => void) => void;

/** What a person does in the cells with keys and clipboard. */
export class GridHands {
  readonly #grid: SheetGrid;
  #cut: { readonly area: Area; readonly text: string } | null = null;
  #lastKey: KeyboardEvent | null = null;
  #editor: OpenEditor | null = null;
  /** Enter or Tab, pressed before the editor was there. */
  #early: 'Enter' | 'Tab' | null = null;

  constructor(grid: SheetGrid, on: On) {
    this.#grid = grid;
    // The editor itself tells what was typed; the cells come anew from the server.
    on('beforeedit', (_, event) => event.preventDefault());
    on('beforerangeedit', (_, event) => event.preventDefault());
    on('selectionchangeinit', (detail: ChangedRange, event) => {
      event.preventDefault();
      this.#fill(detail);
    });
    this.#hearClipboard(on);
    this.#hearKeys(on);
  }

  /** True while the person types somewhere outside the cells: the grid must not take those keys. */
  get elsewhere(): boolean {
    const active = document.activeElement;
    return active !== null && active !== document.body && !this.#grid.element.contains(active);
  }

  editing(editor: OpenEditor | null): void {
    this.#editor = editor;
    if (editor === null || this.#early === null) return;
    const key = this.#early;
    this.#early = null;
    editor.finish(key);
  }

  /** Puts a block of text into the sheet at the selection, repeated when the selection is a multiple of it. */
  paste(text: string): void {
    const { area, tab, watcher } = this.#grid;
    const { row, column } = area;
    if (this.#cut !== null && this.#cut.text === text) {
      watcher.moved(this.#cut.area, oneCell(row, column));
      this.#cut = null;
      return;
    }
    const block = readBlock(text);
    const height = block.length;
    const width = block[0]?.length ?? 0;
    if (width === 0) return;
    const rows = area.lastRow - row + 1;
    const columns = area.lastColumn - column + 1;
    const fits = rows % height === 0 && columns % width === 0 && rows <= tab.rows / 2;
    const lastRow = Math.min(tab.rows, fits ? area.lastRow : row + height - 1);
    const lastColumn = Math.min(tab.columns, fits ? area.lastColumn : column + width - 1);
    const values = Array.from({ length: lastRow - row + 1 }, (_, y) =>
      Array.from(
        { length: lastColumn - column + 1 },
        (_unused, x) => block[y % height]?.[x % width] ?? '',
      ),
    );
    const target = { row, column, lastRow, lastColumn };
    watcher.typed(tab.sheetId, target, values);
    void this.#grid.focus(target);
  }

  #fill({ oldRange, newRange, colType, type }: ChangedRange): void {
    const { shape, watcher, mayEdit } = this.#grid;
    const from = shape.areaOf(oldRange, colType, type);
    const to = shape.areaOf(newRange, colType, type);
    const added = grown(from, to);
    if (mayEdit && added !== null) watcher.filled(from, added);
    void this.#grid.focus(to);
  }

  #hearClipboard(on: On): void {
    on('beforecopy', (detail: { event: ClipboardEvent }, event) => {
      event.preventDefault();
      if (!this.elsewhere) this.#copy(detail.event);
    });
    on('beforecut', (detail: { event: ClipboardEvent }, event) => {
      event.preventDefault();
      if (this.elsewhere) return;
      const text = this.#copy(detail.event);
      if (this.#grid.mayEdit) this.#cut = { area: this.#grid.area, text };
    });
    on('beforepaste', (detail: { dataText: string; event: ClipboardEvent }, event) => {
      event.preventDefault();
      if (this.elsewhere || !this.#grid.mayEdit) return;
      detail.event.preventDefault();
      this.paste(detail.dataText);
    });
  }

  #copy(event: ClipboardEvent): string {
    const { area, tab, cache } = this.#grid;
    const lastRow = Math.min(area.lastRow, Math.max(area.row, tab.lastRow));
    const rows: string[][] = [];
    for (let row = area.row; row <= lastRow; row++) {
      const cells: string[] = [];
      for (let column = area.column; column <= area.lastColumn; column++) {
        cells.push(shownText(cache.cell(row, column)));
      }
      rows.push(cells);
    }
    const text = writeBlock(rows);
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    return text;
  }

  #hearKeys(on: On): void {
    on('beforekeydown', (detail: { original: KeyboardEvent; edit?: unknown }, event) => {
      const { original, edit } = detail;
      if (this.elsewhere) event.preventDefault();
      else if (edit !== null && edit !== undefined) this.#keyInEditor(original, event);
      // Each part of the grid (frozen rows, the rest) hears the same key.
      else if (this.#lastKey !== original) {
        this.#lastKey = original;
        this.#key(original, event);
      }
    });
  }

  /** Typed faster than the editor took the focus: it finishes as soon as it is there. */
  #keyInEditor(original: KeyboardEvent, event: Event): void {
    const { key, target } = original;
    if (target instanceof HTMLInputElement || (key !== 'Enter' && key !== 'Tab')) return;
    event.preventDefault();
    if (this.#editor === null) this.#early = key;
    else this.#editor.finish(key);
  }

  #key(original: KeyboardEvent, event: Event): void {
    const { area, mayEdit, watcher } = this.#grid;
    if (original.key === 'Delete' || original.key === 'Backspace') {
      event.preventDefault();
      if (mayEdit) watcher.cleared(area);
    } else if (original.key === ' ' && (this.#isTick() || !mayEdit)) {
      // The browser would scroll a page down.
      event.preventDefault();
      original.preventDefault();
      if (this.#isTick()) this.#grid.tick(area.row, area.column);
    }
  }

  #isTick(): boolean {
    const { area, cache } = this.#grid;
    return cache.rule(area.row, cache.cell(area.row, area.column))?.kind === 'tick';
  }
}
