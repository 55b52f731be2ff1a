import { type FaceClass, kindsOf, ScriptObject } from './faces';
import type { Range } from './range';

type Google = GoogleAppsScript.Spreadsheet.RangeList;

/** Several ranges of one sheet, written with one call. */
export class RangeList extends ScriptObject {
  readonly face = RANGE_LIST;

  constructor(private readonly ranges: readonly Range[]) {
    super();
  }

  override cellsOf(method: string): number {
    return this.ranges.reduce((sum, range) => sum + range.cellsOf(method), 0);
  }

  getRanges(): Range[] {
    return this.ranges.slice();
  }

  setValue(value: unknown): this {
    return this.each((range) => range.setValue(value));
  }

  setFormula(formula: unknown): this {
    return this.each((range) => range.setFormula(formula));
  }

  clearContent(): this {
    return this.each((range) => range.clearContent());
  }

  clearNote(): this {
    return this.each((range) => range.clearNote());
  }

  clearDataValidations(): this {
    return this.each((range) => range.clearDataValidations());
  }

  insertCheckboxes(): this {
    return this.each((range) => range.insertCheckboxes());
  }

  setNote(note: unknown): this {
    return this.each((range) => range.setNote(note));
  }

  setBackground(colour: unknown): this {
    return this.each((range) => range.setBackground(colour));
  }

  setFontColor(colour: unknown): this {
    return this.each((range) => range.setFontColor(colour));
  }

  setFontWeight(weight: unknown): this {
    return this.each((range) => range.setFontWeight(weight));
  }

  setFontStyle(style: unknown): this {
    return this.each((range) => range.setFontStyle(style));
  }

  setFontSize(size: unknown): this {
    return this.each((range) => range.setFontSize(size));
  }

  setHorizontalAlignment(align: unknown): this {
    return this.each((range) => range.setHorizontalAlignment(align));
  }

  setNumberFormat(format: unknown): this {
    return this.each((range) => range.setNumberFormat(format));
  }

  setWrap(isWrapped: unknown): this {
    return this.each((range) => range.setWrap(isWrapped));
  }

  private each(write: (range: Range) => void): this {
    this.ranges.forEach(write);
    return this;
  }
}

const RANGE_LIST: FaceClass = {
  name: 'RangeList',
  kinds: kindsOf<keyof RangeList & keyof Google>({
    navigate: ['getRanges'],
    write: [
      'setValue',
      'setFormula',
      'clearContent',
      'clearNote',
      'clearDataValidations',
      'insertCheckboxes',
      'setNote',
      'setBackground',
      'setFontColor',
      'setFontWeight',
      'setFontStyle',
      'setFontSize',
      'setHorizontalAlignment',
      'setNumberFormat',
      'setWrap',
    ],
  }),
};
