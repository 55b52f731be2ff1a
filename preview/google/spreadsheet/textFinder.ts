import { cellAt, lastColumnOf, type Rect } from '../book/rect';
import type { SheetModel } from '../book/sheet';
import { type FaceClass, kindsOf, ScriptObject } from './faces';
import { RangePlace } from './rangePlace';
import { mismatch, type Run } from './run';

type Google = GoogleAppsScript.Spreadsheet.TextFinder;

interface Search {
  readonly model: SheetModel;
  readonly rect: () => Rect;
  readonly text: unknown;
}

/** SpreadsheetApp's TextFinder: looks at the shown text, row by row, in any case unless told. */
export class TextFinder extends ScriptObject {
  readonly face = TEXT_FINDER;
  private isEntire = false;
  private isCased = false;
  private inFormulas = false;
  private last: { row: number; column: number } | null = null;
  private isInclusive = false;

  constructor(
    private readonly run: Run,
    private readonly search: Search,
  ) {
    super();
    if (typeof search.text !== 'string') throw mismatch('Range.createTextFinder', [search.text]);
  }

  matchEntireCell(isEntire: unknown): this {
    this.isEntire = isEntire === true;
    return this;
  }

  matchCase(isCased: unknown): this {
    this.isCased = isCased === true;
    return this;
  }

  matchFormulaText(inFormulas: unknown): this {
    this.inFormulas = inFormulas === true;
    return this;
  }

  startFrom(range: unknown): this {
    if (!(range instanceof RangePlace)) throw mismatch('TextFinder.startFrom', [range]);
    this.last = { row: range.rect.row, column: range.rect.column };
    this.isInclusive = true;
    return this;
  }

  findAll(): ScriptObject[] {
    return [...this.matches()].map((rect) => this.run.make.range(this.search.model, rect));
  }

  findNext(): ScriptObject | null {
    const { last } = this;
    for (const rect of this.matches()) {
      const order = last === null ? 1 : rect.row - last.row || rect.column - last.column;
      if (order > 0 || (order === 0 && this.isInclusive)) {
        this.last = { row: rect.row, column: rect.column };
        this.isInclusive = false;
        return this.run.make.range(this.search.model, rect);
      }
    }
    return null;
  }

  private *matches(): Generator<Rect> {
    const { model } = this.search;
    const asked = this.search.rect();
    const rows = Math.min(asked.rows, model.lastRow - asked.row + 1);
    const columns = Math.min(asked.columns, model.lastColumn - asked.column + 1);
    if (rows < 1 || columns < 1) return;
    const fold = (text: string) => (this.isCased ? text : text.toLowerCase());
    const wanted = fold(String(this.search.text));
    for (let row = asked.row; row < asked.row + rows; row += 1) {
      const line = { row, column: asked.column, rows: 1, columns };
      const shown = model.displays(line)[0]!;
      for (let column = asked.column; column <= lastColumnOf(line); column += 1) {
        const formula = this.inFormulas ? model.formulas.get(row, column) : undefined;
        const text = fold(formula ?? shown[column - asked.column]!);
        if (this.isEntire ? text === wanted : text.includes(wanted)) yield cellAt(row, column);
      }
    }
  }
}

const TEXT_FINDER: FaceClass = {
  name: 'TextFinder',
  kinds: kindsOf<keyof TextFinder & keyof Google>({
    navigate: ['matchEntireCell', 'matchCase', 'matchFormulaText', 'startFrom'],
    read: ['findAll', 'findNext'],
  }),
};
