import type { ConditionalFormat } from '../book/conditionalFormat';
import { type CellStyle, styleOf } from '../book/style';
import { BOOLEAN_CRITERIA } from './enums';
import { type FaceClass, kindsOf, ScriptObject } from './faces';
import { RangePlace } from './rangePlace';
import type { Run } from './run';

type Google = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type GoogleBuilder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;

abstract class FormatRuleObject extends ScriptObject {
  constructor(
    protected readonly run: Run,
    public rule: ConditionalFormat,
  ) {
    super();
  }

  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.run, this.rule);
  }

  getRanges(): ScriptObject[] {
    return this.rule.ranges.flatMap((range) => {
      const sheet = this.run.book.sheetById(range.sheetId);
      return sheet === null ? [] : [this.run.make.range(sheet, range)];
    });
  }

  getBooleanCondition(): BooleanCondition {
    return new BooleanCondition(this.rule);
  }
}

export class ConditionalFormatRule extends FormatRuleObject {
  readonly face = FORMAT_RULE;
}

const FORMAT_RULE: FaceClass = {
  name: 'ConditionalFormatRule',
  kinds: kindsOf<keyof ConditionalFormatRule & keyof Google>({
    navigate: ['copy', 'getRanges', 'getBooleanCondition'],
  }),
};

export class ConditionalFormatRuleBuilder extends FormatRuleObject {
  readonly face = FORMAT_RULE_BUILDER;

  build(): ConditionalFormatRule {
    return new ConditionalFormatRule(this.run, this.rule);
  }

  setRanges(ranges: unknown): this {
    const taken = Array.isArray(ranges) ? ranges.map((range) => this.run.faces.take(range)) : [];
    const refs = taken.flatMap((range) =>
      range instanceof RangePlace ? [{ ...range.rect, sheetId: range.model.id }] : [],
    );
    this.rule = { ...this.rule, ranges: refs };
    return this;
  }

  setBackground(colour: unknown): this {
    return this.look({ background: String(colour) });
  }

  setFontColor(colour: unknown): this {
    return this.look({ fontColor: String(colour) });
  }

  setBold(isBold: unknown): this {
    return isBold === true ? this.look({ fontWeight: 'bold' }) : this;
  }

  setItalic(isItalic: unknown): this {
    return isItalic === true ? this.look({ fontStyle: 'italic' }) : this;
  }

  setStrikethrough(isStruck: unknown): this {
    return isStruck === true ? this.look({ fontLine: 'line-through' }) : this;
  }

  whenCellEmpty(): this {
    return this.when('CELL_EMPTY', []);
  }

  whenCellNotEmpty(): this {
    return this.when('CELL_NOT_EMPTY', []);
  }

  whenFormulaSatisfied(formula: unknown): this {
    return this.when('CUSTOM_FORMULA', [formula]);
  }

  whenNumberBetween(start: unknown, end: unknown): this {
    return this.when('NUMBER_BETWEEN', [start, end]);
  }

  whenNumberEqualTo(number: unknown): this {
    return this.when('NUMBER_EQUAL_TO', [number]);
  }

  whenNumberGreaterThan(number: unknown): this {
    return this.when('NUMBER_GREATER_THAN', [number]);
  }

  whenNumberGreaterThanOrEqualTo(number: unknown): this {
    return this.when('NUMBER_GREATER_THAN_OR_EQUAL_TO', [number]);
  }

  whenNumberLessThan(number: unknown): this {
    return this.when('NUMBER_LESS_THAN', [number]);
  }

  whenNumberLessThanOrEqualTo(number: unknown): this {
    return this.when('NUMBER_LESS_THAN_OR_EQUAL_TO', [number]);
  }

  whenTextContains(text: unknown): this {
    return this.when('TEXT_CONTAINS', [text]);
  }

  whenTextDoesNotContain(text: unknown): this {
    return this.when('TEXT_DOES_NOT_CONTAIN', [text]);
  }

  whenTextEndsWith(text: unknown): this {
    return this.when('TEXT_ENDS_WITH', [text]);
  }

  whenTextEqualTo(text: unknown): this {
    return this.when('TEXT_EQUAL_TO', [text]);
  }

  whenTextStartsWith(text: unknown): this {
    return this.when('TEXT_STARTS_WITH', [text]);
  }

  private look(style: CellStyle): this {
    this.rule = { ...this.rule, style: styleOf({ ...this.rule.style, ...style }) ?? {} };
    return this;
  }

  private when(criteria: string, args: readonly unknown[]): this {
    this.rule = { ...this.rule, criteria, args: args as readonly (string | number)[] };
    return this;
  }
}

const FORMAT_RULE_BUILDER: FaceClass = {
  name: 'ConditionalFormatRuleBuilder',
  kinds: kindsOf<keyof ConditionalFormatRuleBuilder & keyof GoogleBuilder>({
    navigate: [
      'build',
      'copy',
      'getRanges',
      'getBooleanCondition',
      'setRanges',
      'setBackground',
      'setFontColor',
      'setBold',
      'setItalic',
      'setStrikethrough',
      'whenCellEmpty',
      'whenCellNotEmpty',
      'whenFormulaSatisfied',
      'whenNumberBetween',
      'whenNumberEqualTo',
      'whenNumberGreaterThan',
      'whenNumberGreaterThanOrEqualTo',
      'whenNumberLessThan',
      'whenNumberLessThanOrEqualTo',
      'whenTextContains',
      'whenTextDoesNotContain',
      'whenTextEndsWith',
      'whenTextEqualTo',
      'whenTextStartsWith',
    ],
  }),
};

export class BooleanCondition extends ScriptObject {
  readonly face = CONDITION;

  constructor(private readonly rule: ConditionalFormat) {
    super();
  }

  getCriteriaType(): unknown {
    return (BOOLEAN_CRITERIA as Readonly<Record<string, unknown>>)[this.rule.criteria];
  }

  getCriteriaValues(): unknown[] {
    return this.rule.args.slice();
  }

  getBackground(): string | null {
    return this.rule.style.background ?? null;
  }

  getFontColor(): string | null {
    return this.rule.style.fontColor ?? null;
  }
}

const CONDITION: FaceClass = {
  name: 'BooleanCondition',
  kinds: kindsOf<keyof BooleanCondition & keyof GoogleAppsScript.Spreadsheet.BooleanCondition>({
    free: ['getCriteriaType', 'getCriteriaValues', 'getBackground', 'getFontColor'],
  }),
};

/** A conditional format before anything is said about it. */
export const NO_FORMAT_RULE: ConditionalFormat = {
  ranges: [],
  criteria: 'CELL_NOT_EMPTY',
  args: [],
  style: {},
};
