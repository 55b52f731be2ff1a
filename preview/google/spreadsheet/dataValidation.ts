import { BookError } from '../book/bookError';
import { instantOfSerial, serialOfInstant } from '../book/serial';
import type { ValidationRule } from '../book/validation';
import { DATA_VALIDATION_CRITERIA } from './enums';
import { type FaceClass, kindsOf, ScriptObject } from './faces';
import { RangePlace } from './rangePlace';
import { mismatch, type Run } from './run';
import { isDate } from './values';

/** A list typed into a rule; a list in a range has no such limit. (unverified) */
const MAX_ITEMS = 500;

type Google = GoogleAppsScript.Spreadsheet.DataValidation;
type GoogleBuilder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;

abstract class RuleObject extends ScriptObject {
  constructor(
    protected readonly run: Run,
    public rule: ValidationRule,
  ) {
    super();
  }

  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.run, this.rule);
  }

  getAllowInvalid(): boolean {
    return this.rule.allowInvalid;
  }

  getCriteriaType(): unknown {
    return (DATA_VALIDATION_CRITERIA as Readonly<Record<string, unknown>>)[this.rule.criteria];
  }

  getCriteriaValues(): unknown[] {
    const { criteria, args, range, showDropdown } = this.rule;
    if (criteria === 'VALUE_IN_LIST') return [args.slice(), showDropdown];
    if (criteria === 'VALUE_IN_RANGE') return [this.sourceRange(range), showDropdown];
    if (!criteria.startsWith('DATE_')) return args.slice();
    const { timeZone } = this.run.book;
    return args.map((arg) => new this.run.side.realm.Date(instantOfSerial(Number(arg), timeZone)));
  }

  getHelpText(): string | null {
    return this.rule.helpText;
  }

  private sourceRange(range: ValidationRule['range']): unknown {
    const sheet = range && this.run.book.sheetById(range.sheetId);
    return sheet && range ? this.run.faces.show(this.run.make.range(sheet, range)) : null;
  }
}

export class DataValidation extends RuleObject {
  readonly face = DATA_VALIDATION;
}

const DATA_VALIDATION: FaceClass = {
  name: 'DataValidation',
  kinds: kindsOf<keyof DataValidation & keyof Google>({
    navigate: ['copy', 'getAllowInvalid', 'getCriteriaType', 'getCriteriaValues', 'getHelpText'],
  }),
};

/** A rule in the making. Without a criterion it cannot be built. */
export class DataValidationBuilder extends RuleObject {
  readonly face = DATA_VALIDATION_BUILDER;

  build(): DataValidation {
    return new DataValidation(this.run, this.rule);
  }

  requireCheckbox(checked: unknown, unchecked: unknown): this {
    const args = [checked, unchecked].filter((arg) => arg !== null && arg !== undefined);
    return this.require('CHECKBOX', args as (string | number | boolean)[]);
  }

  requireDate(): this {
    return this.require('DATE_IS_VALID_DATE', []);
  }

  requireDateAfter(date: unknown): this {
    return this.requireDates('DATE_AFTER', [date]);
  }

  requireDateBefore(date: unknown): this {
    return this.requireDates('DATE_BEFORE', [date]);
  }

  requireDateBetween(start: unknown, end: unknown): this {
    return this.requireDates('DATE_BETWEEN', [start, end]);
  }

  requireDateEqualTo(date: unknown): this {
    return this.requireDates('DATE_EQUAL_TO', [date]);
  }

  requireDateNotBetween(start: unknown, end: unknown): this {
    return this.requireDates('DATE_NOT_BETWEEN', [start, end]);
  }

  requireDateOnOrAfter(date: unknown): this {
    return this.requireDates('DATE_ON_OR_AFTER', [date]);
  }

  requireDateOnOrBefore(date: unknown): this {
    return this.requireDates('DATE_ON_OR_BEFORE', [date]);
  }

  requireFormulaSatisfied(formula: string): this {
    return this.require('CUSTOM_FORMULA', [String(formula)]);
  }

  requireNumberBetween(start: number, end: number): this {
    return this.requireNumbers('NUMBER_BETWEEN', [start, end]);
  }

  requireNumberEqualTo(number: number): this {
    return this.requireNumbers('NUMBER_EQUAL_TO', [number]);
  }

  requireNumberGreaterThan(number: number): this {
    return this.requireNumbers('NUMBER_GREATER_THAN', [number]);
  }

  requireNumberGreaterThanOrEqualTo(number: number): this {
    return this.requireNumbers('NUMBER_GREATER_THAN_OR_EQUAL_TO', [number]);
  }

  requireNumberLessThan(number: number): this {
    return this.requireNumbers('NUMBER_LESS_THAN', [number]);
  }

  requireNumberLessThanOrEqualTo(number: number): this {
    return this.requireNumbers('NUMBER_LESS_THAN_OR_EQUAL_TO', [number]);
  }

  requireNumberNotBetween(start: number, end: number): this {
    return this.requireNumbers('NUMBER_NOT_BETWEEN', [start, end]);
  }

  requireNumberNotEqualTo(number: number): this {
    return this.requireNumbers('NUMBER_NOT_EQUAL_TO', [number]);
  }

  requireTextContains(text: string): this {
    return this.require('TEXT_CONTAINS', [String(text)]);
  }

  requireTextDoesNotContain(text: string): this {
    return this.require('TEXT_DOES_NOT_CONTAIN', [String(text)]);
  }

  requireTextEqualTo(text: string): this {
    return this.require('TEXT_EQUAL_TO', [String(text)]);
  }

  requireTextIsEmail(): this {
    return this.require('TEXT_IS_VALID_EMAIL', []);
  }

  requireTextIsUrl(): this {
    return this.require('TEXT_IS_VALID_URL', []);
  }

  requireValueInList(values: unknown, showDropdown: unknown): this {
    if (!Array.isArray(values)) {
      throw mismatch('DataValidationBuilder.requireValueInList', [values, showDropdown]);
    }
    if (values.length > MAX_ITEMS) {
      throw new BookError(
        `The data validation rule has more items than the limit of ${MAX_ITEMS}. Use the "List from a range" criteria instead.`,
      );
    }
    this.rule = { ...this.rule, showDropdown: showDropdown !== false };
    return this.require('VALUE_IN_LIST', values.map(String));
  }

  requireValueInRange(range: unknown, showDropdown: unknown): this {
    if (!(range instanceof RangePlace)) {
      throw mismatch('DataValidationBuilder.requireValueInRange', [range, showDropdown]);
    }
    const source = { ...range.rect, sheetId: range.model.id };
    this.rule = { ...this.rule, range: source, showDropdown: showDropdown !== false };
    return this.require('VALUE_IN_RANGE', []);
  }

  setAllowInvalid(allowInvalid: unknown): this {
    this.rule = { ...this.rule, allowInvalid: allowInvalid === true };
    return this;
  }

  setHelpText(text: unknown): this {
    this.rule = { ...this.rule, helpText: text === null ? null : String(text) };
    return this;
  }

  private requireDates(criteria: string, dates: readonly unknown[]): this {
    if (!dates.every(isDate)) {
      throw mismatch(`DataValidationBuilder.${criteria}`, dates);
    }
    const { timeZone } = this.run.book;
    return this.require(
      criteria,
      dates.map((date) => serialOfInstant((date as Date).getTime(), timeZone)),
    );
  }

  private requireNumbers(criteria: string, numbers: readonly unknown[]): this {
    if (!numbers.every((number) => typeof number === 'number')) {
      throw mismatch(`DataValidationBuilder.${criteria}`, numbers);
    }
    return this.require(criteria, numbers as number[]);
  }

  private require(criteria: string, args: readonly (string | number | boolean)[]): this {
    this.rule = { ...this.rule, criteria, args };
    return this;
  }
}

const DATA_VALIDATION_BUILDER: FaceClass = {
  name: 'DataValidationBuilder',
  kinds: kindsOf<keyof DataValidationBuilder & keyof GoogleBuilder>({
    navigate: [
      'build',
      'copy',
      'getAllowInvalid',
      'getCriteriaType',
      'getCriteriaValues',
      'getHelpText',
      'requireCheckbox',
      'requireDate',
      'requireDateAfter',
      'requireDateBefore',
      'requireDateBetween',
      'requireDateEqualTo',
      'requireDateNotBetween',
      'requireDateOnOrAfter',
      'requireDateOnOrBefore',
      'requireFormulaSatisfied',
      'requireNumberBetween',
      'requireNumberEqualTo',
      'requireNumberGreaterThan',
      'requireNumberGreaterThanOrEqualTo',
      'requireNumberLessThan',
      'requireNumberLessThanOrEqualTo',
      'requireNumberNotBetween',
      'requireNumberNotEqualTo',
      'requireTextContains',
      'requireTextDoesNotContain',
      'requireTextEqualTo',
      'requireTextIsEmail',
      'requireTextIsUrl',
      'requireValueInList',
      'requireValueInRange',
      'setAllowInvalid',
      'setHelpText',
    ],
  }),
};

/** A rule before anything is required. */
export const NO_RULE: ValidationRule = {
  criteria: '',
  args: [],
  showDropdown: true,
  allowInvalid: true,
  helpText: null,
};
