import { BookError } from '../book/bookError';
import { parseA1, type Rect } from '../book/rect';
import { insertRows } from '../book/structure';
import { SHEET_TYPE } from './enums';
import { type FaceClass, kindsOf, type ScriptObject } from './faces';
import type { Range } from './range';
import { RangeList } from './rangeList';
import { checkedRect, RangePlace } from './rangePlace';
import { mismatch } from './run';
import { SheetParts } from './sheetParts';
import { TextFinder } from './textFinder';
import { contentEnd, inputOf, writeInputs } from './values';

type Google = GoogleAppsScript.Spreadsheet.Sheet;

/** SpreadsheetApp's Sheet. */
export class Sheet extends SheetParts {
  readonly face: FaceClass = SHEET;

  getName(): string {
    return this.model.name;
  }

  getSheetName(): string {
    return this.model.name;
  }

  setName(name: unknown): this {
    this.change(() => this.run.book.renameSheet(this.model, String(name)));
    return this;
  }

  getSheetId(): number {
    return this.model.id;
  }

  getType(): unknown {
    return SHEET_TYPE.GRID;
  }

  /** Place among the tabs, from 1. */
  getIndex(): number {
    return this.run.book.sheets.indexOf(this.model) + 1;
  }

  getParent(): ScriptObject {
    return this.run.make.spreadsheet();
  }

  getLastRow(): number {
    return contentEnd(this.model).row;
  }

  getLastColumn(): number {
    return contentEnd(this.model).column;
  }

  /** (row, column), (row, column, rows), (row, column, rows, columns) or A1 notation. */
  getRange(first: unknown, ...rest: unknown[]): Range {
    if (typeof first === 'string') return this.rangeOf(first);
    const numbers = [first, ...rest.filter((arg) => arg !== null)];
    if (numbers.length < 2) throw mismatch('Sheet.getRange', numbers);
    return this.range(checkedRect(this.model, { method: 'Sheet.getRange', numbers }));
  }

  getRangeList(notations: unknown): RangeList {
    if (!Array.isArray(notations)) throw mismatch('Sheet.getRangeList', [notations]);
    return new RangeList(notations.map((notation) => this.rangeOf(String(notation))));
  }

  /** From A1 to the last row and column with content; A1 alone when there is none. */
  getDataRange(): Range {
    const { row, column } = contentEnd(this.model);
    return this.range({ row: 1, column: 1, rows: Math.max(1, row), columns: Math.max(1, column) });
  }

  getActiveRange(): Range {
    const selection = this.run.side.selection.get();
    const isHere = selection?.sheetId === this.model.id;
    return this.range(isHere ? selection.rect : { row: 1, column: 1, rows: 1, columns: 1 });
  }

  getActiveCell(): Range {
    const { row, column } = this.getActiveRange().rect;
    return this.range({ row, column, rows: 1, columns: 1 });
  }

  getCurrentCell(): Range {
    return this.getActiveCell();
  }

  setActiveRange(range: unknown): ScriptObject {
    if (!(range instanceof RangePlace)) throw mismatch('Sheet.setActiveRange', [range]);
    this.run.side.selection.set({ sheetId: this.model.id, rect: range.rect });
    return range;
  }

  activate(): this {
    this.getActiveRange().activate();
    return this;
  }

  /** Writes below the last row with content, at once. */
  appendRow(values: unknown): this {
    if (!Array.isArray(values)) throw mismatch('Sheet.appendRow', [values]);
    const inputs = values.map(inputOf);
    this.run.flush();
    const row = contentEnd(this.model).row + 1;
    const rect = { row, column: 1, rows: 1, columns: inputs.length };
    this.run.now(this.model, rect, () => {
      if (row > this.model.maxRows) insertRows(this.model, { at: row, count: 1 }, 'before');
      writeInputs(this.model, rect, [inputs]);
    });
    return this;
  }

  clear(options: unknown): this {
    this.range(this.model.all).clear(options);
    return this;
  }

  clearContents(): this {
    this.range(this.model.all).clearContent();
    return this;
  }

  clearFormats(): this {
    this.range(this.model.all).clearFormat();
    return this;
  }

  clearNotes(): this {
    this.range(this.model.all).clearNote();
    return this;
  }

  hideSheet(): this {
    this.change(() => this.run.book.hideSheet(this.model, true));
    return this;
  }

  showSheet(): this {
    this.change(() => this.run.book.hideSheet(this.model, false));
    return this;
  }

  isSheetHidden(): boolean {
    return this.model.hidden;
  }

  setTabColor(colour: unknown): this {
    this.change(() => {
      this.model.tabColor = colour === null ? null : String(colour);
    });
    return this;
  }

  getTabColor(): string | null {
    return this.model.tabColor;
  }

  /** Filters are not part of the stand-in: there never is one. */
  getFilter(): null {
    return null;
  }

  createTextFinder(text: unknown): TextFinder {
    return new TextFinder(this.run, { model: this.model, rect: () => this.model.all, text });
  }

  private rangeOf(notation: string): Range {
    const a1 = parseA1(notation);
    const isOther = a1?.sheet != null && a1.sheet !== this.model.name;
    if (a1 === null || isOther) throw new BookError('Range not found');
    const { row, column, rows, columns } = a1.within(this.model);
    const isBeyond = row <= this.model.maxRows && row + rows - 1 > this.model.maxRows;
    const isCut = isBeyond && this.run.book.facts.rowsBeyondSheet === 'cut';
    const height = isCut ? Math.min(rows, this.model.maxRows - row + 1) : rows;
    const numbers = [row, column, height, columns];
    return this.range(checkedRect(this.model, { method: 'Sheet.getRange', numbers }));
  }

  private range(rect: Rect): Range {
    return this.run.make.range(this.model, rect);
  }
}

const SHEET: FaceClass = {
  name: 'Sheet',
  kinds: kindsOf<keyof Sheet & keyof Google>({
    navigate: [
      'getSheetId',
      'getType',
      'getParent',
      'getRange',
      'getRangeList',
      'getActiveRange',
      'getActiveCell',
      'getCurrentCell',
      'setActiveRange',
      'activate',
      'newChart',
      'createTextFinder',
    ],
    read: [
      'getName',
      'getSheetName',
      'getIndex',
      'getLastRow',
      'getLastColumn',
      'getMaxRows',
      'getMaxColumns',
      'getDataRange',
      'getFrozenRows',
      'getFrozenColumns',
      'getColumnWidth',
      'isColumnHiddenByUser',
      'isRowHiddenByUser',
      'isSheetHidden',
      'getTabColor',
      'getProtections',
      'getConditionalFormatRules',
      'getCharts',
      'getFilter',
    ],
    write: [
      'setName',
      'insertRowsAfter',
      'insertRowsBefore',
      'insertRowAfter',
      'insertRowBefore',
      'insertColumnsAfter',
      'insertColumnsBefore',
      'insertColumnAfter',
      'insertColumnBefore',
      'deleteRows',
      'deleteRow',
      'deleteColumns',
      'deleteColumn',
      'moveColumns',
      'appendRow',
      'setFrozenRows',
      'setFrozenColumns',
      'hideColumns',
      'showColumns',
      'hideRows',
      'showRows',
      'setColumnWidth',
      'setColumnWidths',
      'setRowHeight',
      'setRowHeights',
      'autoResizeColumns',
      'hideSheet',
      'showSheet',
      'setTabColor',
      'protect',
      'setConditionalFormatRules',
      'clearConditionalFormatRules',
      'insertChart',
      'updateChart',
      'removeChart',
      'clear',
      'clearContents',
      'clearFormats',
      'clearNotes',
    ],
  }),
};
