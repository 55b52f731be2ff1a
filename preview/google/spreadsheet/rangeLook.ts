import { cellAt } from '../book/rect';
import { WRAP_STRATEGY } from './enums';
import {
  AUTOMATIC,
  bordered,
  colourOf,
  DEFAULT_LOOK,
  formatText,
  noteText,
  plain,
  type StyleKey,
  withLook,
} from './looks';
import { RangePlace } from './rangePlace';
import { mismatch } from './run';
import { assertShape } from './values';

/** How the cells of a range look, and their notes. */
export abstract class RangeLook extends RangePlace {
  getNumberFormat(): string {
    return this.model.formats.get(this.rect.row, this.rect.column) ?? AUTOMATIC;
  }

  getNumberFormats(): string[][] {
    return this.each((row, column) => this.model.formats.get(row, column) ?? AUTOMATIC);
  }

  setNumberFormat(format: unknown): this {
    const text = formatText(format);
    return this.write(() => this.model.formats.fill(this.rect, text));
  }

  setNumberFormats(formats: unknown): this {
    return this.writeEach(formats, 'setNumberFormats', (row, column, format) => {
      this.model.formats.fill(cellAt(row, column), formatText(format));
    });
  }

  getBackground(): string {
    return String(this.look('background'));
  }

  getBackgrounds(): unknown[][] {
    return this.looks('background');
  }

  setBackground(colour: unknown): this {
    return this.setLook('background', colourOf(colour));
  }

  setBackgrounds(colours: unknown): this {
    return this.setLooks('setBackgrounds', 'background', colours, colourOf);
  }

  getFontColor(): string {
    return String(this.look('fontColor'));
  }

  getFontColors(): unknown[][] {
    return this.looks('fontColor');
  }

  setFontColor(colour: unknown): this {
    return this.setLook('fontColor', colourOf(colour));
  }

  setFontColors(colours: unknown): this {
    return this.setLooks('setFontColors', 'fontColor', colours, colourOf);
  }

  getFontWeight(): string {
    return String(this.look('fontWeight'));
  }

  getFontWeights(): unknown[][] {
    return this.looks('fontWeight');
  }

  setFontWeight(weight: unknown): this {
    return this.setLook('fontWeight', plain(weight, 'normal'));
  }

  setFontWeights(weights: unknown): this {
    return this.setLooks('setFontWeights', 'fontWeight', weights, (w) => plain(w, 'normal'));
  }

  getFontStyle(): string {
    return String(this.look('fontStyle'));
  }

  setFontStyle(style: unknown): this {
    return this.setLook('fontStyle', plain(style, 'normal'));
  }

  setFontStyles(styles: unknown): this {
    return this.setLooks('setFontStyles', 'fontStyle', styles, (s) => plain(s, 'normal'));
  }

  setFontLine(line: unknown): this {
    return this.setLook('fontLine', plain(line, 'none'));
  }

  getFontSize(): number {
    return Number(this.look('fontSize'));
  }

  setFontSize(size: unknown): this {
    if (typeof size !== 'number') throw mismatch('Range.setFontSize', [size]);
    return this.setLook('fontSize', size);
  }

  setFontSizes(sizes: unknown): this {
    return this.setLooks('setFontSizes', 'fontSize', sizes, (size) => {
      if (typeof size !== 'number') throw mismatch('Range.setFontSizes', [sizes]);
      return size;
    });
  }

  setFontFamily(family: unknown): this {
    return this.setLook('fontFamily', plain(family, ''));
  }

  getHorizontalAlignment(): string {
    return String(this.look('align'));
  }

  setHorizontalAlignment(align: unknown): this {
    return this.setLook('align', plain(align, 'normal'));
  }

  setHorizontalAlignments(aligns: unknown): this {
    return this.setLooks('setHorizontalAlignments', 'align', aligns, (a) => plain(a, 'normal'));
  }

  setVerticalAlignment(align: unknown): this {
    return this.setLook('verticalAlign', plain(align, ''));
  }

  getWrap(): boolean {
    return this.look('wrap') === 'WRAP';
  }

  setWrap(isWrapped: unknown): this {
    return this.setLook('wrap', isWrapped === true ? 'WRAP' : undefined);
  }

  setWraps(wraps: unknown): this {
    return this.setLooks('setWraps', 'wrap', wraps, (w) => (w === true ? 'WRAP' : undefined));
  }

  getWrapStrategy(): unknown {
    return WRAP_STRATEGY[this.look('wrap') as keyof typeof WRAP_STRATEGY];
  }

  setWrapStrategy(strategy: unknown): this {
    return this.setLook('wrap', plain(strategy, 'OVERFLOW'));
  }

  getNote(): string {
    return this.model.notes.get(this.rect.row, this.rect.column) ?? '';
  }

  getNotes(): string[][] {
    return this.each((row, column) => this.model.notes.get(row, column) ?? '');
  }

  setNote(note: unknown): this {
    return this.write(() => this.model.notes.fill(this.rect, noteText(note)));
  }

  setNotes(notes: unknown): this {
    return this.writeEach(notes, 'setNotes', (row, column, note) => {
      this.model.notes.fill(cellAt(row, column), noteText(note));
    });
  }

  clearNote(): this {
    return this.write(() => this.model.notes.fill(this.rect, undefined));
  }

  clearFormat(): this {
    return this.write(() => {
      this.model.formats.fill(this.rect, undefined);
      this.model.styles.fill(this.rect, undefined);
    });
  }

  /** Lines on the sides asked for; null leaves a side as it is, false takes its line away. */
  setBorder(...sides: unknown[]): this {
    const [top, left, bottom, right, vertical, horizontal] = sides;
    const colour = typeof sides[6] === 'string' ? colourOf(sides[6]) : '#000000';
    const { rect, model } = this;
    return this.write(() => {
      this.each((row, column) => {
        const asked = {
          t: row === rect.row ? top : horizontal,
          b: row === rect.row + rect.rows - 1 ? bottom : horizontal,
          l: column === rect.column ? left : vertical,
          r: column === rect.column + rect.columns - 1 ? right : vertical,
        };
        const style = model.styles.get(row, column);
        model.styles.fill(cellAt(row, column), bordered(style, asked, colour!));
      });
    });
  }

  protected abstract write(change: () => void): this;

  /** Fresh rows of what `cell` says of each cell. */
  protected each<T>(cell: (row: number, column: number) => T): T[][] {
    const { row, column, rows, columns } = this.rect;
    return Array.from({ length: rows }, (_, i) =>
      Array.from({ length: columns }, (__, j) => cell(row + i, column + j)),
    );
  }

  protected writeEach(
    data: unknown,
    method: string,
    write: (row: number, column: number, value: unknown) => void,
  ): this {
    const rows = this.rowsOf(data, method);
    return this.write(() => {
      rows.forEach((cells, i) => {
        cells.forEach((value, j) => {
          write(this.rect.row + i, this.rect.column + j, value);
        });
      });
    });
  }

  /** The script's two-dimensional array, read into one of our own; its shape is checked. */
  protected rowsOf<T = unknown>(
    data: unknown,
    method: string,
    read: (value: unknown) => T = (value) => value as T,
  ): T[][] {
    if (!Array.isArray(data) || !data.every(Array.isArray)) {
      throw mismatch(`Range.${method}`, [data]);
    }
    assertShape(data, this.rect);
    return data.map((row: unknown[]) => row.map((value) => read(value)));
  }

  private look(key: StyleKey): string | number {
    return this.model.styles.get(this.rect.row, this.rect.column)?.[key] ?? DEFAULT_LOOK[key];
  }

  private looks(key: StyleKey): unknown[][] {
    return this.each(
      (row, column) => this.model.styles.get(row, column)?.[key] ?? DEFAULT_LOOK[key],
    );
  }

  private setLook(key: StyleKey, value: string | number | undefined): this {
    return this.write(() => {
      this.model.styles.update(this.rect, (style) => withLook(style, key, value));
    });
  }

  private setLooks(
    method: string,
    key: StyleKey,
    data: unknown,
    read: (value: unknown) => string | number | undefined,
  ): this {
    const rows = this.rowsOf(data, method, read);
    return this.writeEach(rows, method, (row, column, value) => {
      const style = this.model.styles.get(row, column);
      const look = value as string | number | undefined;
      this.model.styles.fill(cellAt(row, column), withLook(style, key, look));
    });
  }
}
