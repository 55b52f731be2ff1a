import { unmergeCells } from '../book/merges';
import { cellAt, overlap } from '../book/rect';
import { mayWrite } from '../book/rights';
import { isTickBox } from '../book/rules';
import { sortRange } from '../book/sort';
import type { ValidationRule } from '../book/validation';
import { writeText } from '../book/write';
import { DataValidation, NO_RULE } from './dataValidation';
import { type FaceClass, kindsOf, type ScriptObject } from './faces';
import { Protection } from './protection';
import { RangeLook } from './rangeLook';
import { mismatch } from './run';
import { TextFinder } from './textFinder';
import { inputOf, valuesOut, writeInputs } from './values';

type Google = GoogleAppsScript.Spreadsheet.Range;

/** SpreadsheetApp's Range: values, formulas and rules, on top of place and look. */
export class Range extends RangeLook {
  readonly face: FaceClass = RANGE;

  getValue(): unknown {
    const { row, column } = this.rect;
    return valuesOut(this.model, cellAt(row, column), this.run.side.realm)[0]![0];
  }

  getValues(): unknown[][] {
    return valuesOut(this.model, this.rect, this.run.side.realm);
  }

  getDisplayValue(): string {
    return this.model.display(this.rect.row, this.rect.column);
  }

  getDisplayValues(): string[][] {
    return this.model.displays(this.rect);
  }

  getFormula(): string {
    return this.model.formulas.get(this.rect.row, this.rect.column) ?? '';
  }

  getFormulas(): string[][] {
    return this.each((row, column) => this.model.formulas.get(row, column) ?? '');
  }

  isBlank(): boolean {
    return this.model.values(this.rect).every((row) => row.every((value) => value === ''));
  }

  /** Every cell of the block gets the value. */
  setValue(value: unknown): this {
    const input = inputOf(value);
    const rows = this.each(() => input);
    return this.write(() => writeInputs(this.model, this.rect, rows));
  }

  setValues(values: unknown): this {
    const rows = this.rowsOf(values, 'setValues', inputOf);
    return this.write(() => writeInputs(this.model, this.rect, rows));
  }

  setFormula(formula: unknown): this {
    const rows = this.each(() => formula);
    return this.setFormulas(rows);
  }

  setFormulas(formulas: unknown): this {
    const year = this.run.book.year();
    return this.writeEach(formulas, 'setFormulas', (row, column, formula) => {
      const text = String(formula ?? '');
      const isFormula = text === '' || text.startsWith('=');
      writeText(this.model, { row, column, year }, isFormula ? text : `=${text}`);
    });
  }

  clearContent(): this {
    return this.write(() => this.clearCells());
  }

  /** Contents and formats, or only what the options name; notes and rules stay. (unverified) */
  clear(options: unknown): this {
    const asked = (options ?? {}) as Readonly<Record<string, unknown>>;
    const { contentsOnly, formatOnly, commentsOnly, validationsOnly } = asked;
    const isAll = !contentsOnly && !formatOnly && !commentsOnly && !validationsOnly;
    return this.write(() => {
      if (isAll || contentsOnly) this.clearCells();
      if (isAll || formatOnly) {
        this.model.formats.fill(this.rect, undefined);
        this.model.styles.fill(this.rect, undefined);
      }
      if (commentsOnly) this.model.notes.fill(this.rect, undefined);
      if (validationsOnly) this.model.validations.fill(this.rect, undefined);
    });
  }

  getDataValidation(): DataValidation | null {
    return this.ruleAt(this.rect.row, this.rect.column);
  }

  getDataValidations(): unknown[][] {
    return this.each((row, column) => this.run.faces.show(this.ruleAt(row, column)));
  }

  setDataValidation(rule: unknown): this {
    if (rule !== null && !(rule instanceof DataValidation)) {
      throw mismatch('Range.setDataValidation', [rule]);
    }
    return this.setRules(rule?.rule);
  }

  setDataValidations(rules: unknown): this {
    const taken = this.rowsOf(rules, 'setDataValidations', (rule) => this.run.faces.take(rule));
    return this.writeEach(taken, 'setDataValidations', (row, column, rule) => {
      const model = rule instanceof DataValidation ? rule.rule : undefined;
      this.model.validations.fill(cellAt(row, column), model);
    });
  }

  clearDataValidations(): this {
    return this.setRules(undefined);
  }

  /** Tick boxes; empty cells become FALSE. (unverified) */
  insertCheckboxes(): this {
    return this.setRules({ ...NO_RULE, criteria: 'CHECKBOX', allowInvalid: false }, true);
  }

  /** The boxes go, and with them TRUE and FALSE. (unverified) */
  removeCheckboxes(): this {
    return this.write(() => {
      this.each((row, column) => {
        if (!isTickBox(this.model.validations.get(row, column))) return;
        this.model.validations.clear(row, column);
        this.model.put(row, column, '');
      });
    });
  }

  sort(spec: unknown): this {
    const specs = Array.isArray(spec) ? spec : [spec];
    const keys = specs.map((one: unknown) => {
      if (typeof one === 'number') return { column: one, ascending: true };
      const { column, ascending } = one as { column: number; ascending?: boolean };
      return { column, ascending: ascending !== false };
    });
    return this.write(() => sortRange(this.model, this.rect, keys));
  }

  /** The merged blocks that reach into this range. */
  getMergedRanges(): ScriptObject[] {
    return this.model.merges
      .filter((merge) => overlap(merge, this.rect) !== null)
      .map((merge) => this.run.make.range(this.model, merge));
  }

  breakApart(): this {
    return this.write(() => unmergeCells(this.model, this.rect));
  }

  /** Whether the person at work may edit every cell of it. */
  canEdit(): boolean {
    return mayWrite(this.model, this.rect, this.run.side.user);
  }

  activate(): this {
    this.run.side.selection.set({ sheetId: this.model.id, rect: this.rect });
    return this;
  }

  protect(): Protection {
    return Protection.create(this.run, this.model, this.rect);
  }

  createTextFinder(text: unknown): TextFinder {
    return new TextFinder(this.run, { model: this.model, rect: () => this.rect, text });
  }

  protected write(change: () => void): this {
    this.run.later(this.model, this.rect, change);
    return this;
  }

  private clearCells(): void {
    this.model.clearCells(this.rect);
  }

  private ruleAt(row: number, column: number): DataValidation | null {
    const rule = this.model.validations.get(row, column);
    return rule === undefined ? null : new DataValidation(this.run, rule);
  }

  private setRules(rule: ValidationRule | undefined, fillsFalse = false): this {
    return this.write(() => {
      this.model.validations.fill(this.rect, rule);
      if (!isTickBox(rule)) return;
      this.each((row, column) => {
        if (this.model.value(row, column) !== '') return;
        if (fillsFalse || this.run.book.facts.tickBoxRuleFillsFalse)
          this.model.put(row, column, false);
      });
    });
  }
}

const RANGE: FaceClass = {
  name: 'Range',
  kinds: kindsOf<keyof Range & keyof Google>({
    navigate: [
      'getRow',
      'getColumn',
      'getRowIndex',
      'getLastRow',
      'getLastColumn',
      'getNumRows',
      'getNumColumns',
      'getHeight',
      'getWidth',
      'getA1Notation',
      'getGridId',
      'getSheet',
      'getCell',
      'offset',
      'activate',
      'createTextFinder',
    ],
    read: [
      'getValue',
      'getValues',
      'getDisplayValue',
      'getDisplayValues',
      'getFormula',
      'getFormulas',
      'isBlank',
      'getNumberFormat',
      'getNumberFormats',
      'getBackground',
      'getBackgrounds',
      'getFontColor',
      'getFontColors',
      'getFontWeight',
      'getFontWeights',
      'getFontStyle',
      'getFontSize',
      'getHorizontalAlignment',
      'getWrap',
      'getWrapStrategy',
      'getNote',
      'getNotes',
      'getDataValidation',
      'getDataValidations',
      'getMergedRanges',
      'canEdit',
    ],
    write: [
      'setValue',
      'setValues',
      'setFormula',
      'setFormulas',
      'clearContent',
      'clear',
      'clearFormat',
      'clearNote',
      'setNumberFormat',
      'setNumberFormats',
      'setBackground',
      'setBackgrounds',
      'setFontColor',
      'setFontColors',
      'setFontWeight',
      'setFontWeights',
      'setFontStyle',
      'setFontStyles',
      'setFontLine',
      'setFontSize',
      'setFontSizes',
      'setFontFamily',
      'setHorizontalAlignment',
      'setHorizontalAlignments',
      'setVerticalAlignment',
      'setWrap',
      'setWraps',
      'setWrapStrategy',
      'setNote',
      'setNotes',
      'setBorder',
      'setDataValidation',
      'setDataValidations',
      'clearDataValidations',
      'insertCheckboxes',
      'removeCheckboxes',
      'sort',
      'breakApart',
      'protect',
    ],
  }),
};
