import { isDateFormat } from './format';
import type { CellValue } from './rect';
import type { SheetModel } from './sheet';
import type { ValidationRule } from './validation';

/** What a rule says to a cell's value. */
export type Verdict = 'valid' | 'warned' | 'rejected';

/** Judges the value that a cell would hold. Empty cells pass; custom formulas are not evaluated. */
export function judge(
  sheet: SheetModel,
  at: { row: number; column: number },
  value: CellValue,
): Verdict {
  const rule = sheet.validations.get(at.row, at.column);
  if (rule === undefined || value === '') return 'valid';
  const isDate = isDateFormat(sheet.formats.get(at.row, at.column));
  if (meets(rule, { value, isDate, sheet })) return 'valid';
  return rule.allowInvalid && rule.criteria !== 'CHECKBOX' ? 'warned' : 'rejected';
}

/** What Google shows when a rule refuses. */
export function refusal(rule: ValidationRule | undefined, address: string): string {
  return (
    rule?.helpText ??
    `The data you entered in cell ${address} violates the data validation rules set on this cell.`
  );
}

export function isTickBox(rule: ValidationRule | undefined): boolean {
  return rule?.criteria === 'CHECKBOX';
}

interface Judged {
  readonly value: CellValue;
  readonly isDate: boolean;
  readonly sheet: SheetModel;
}

function meets(rule: ValidationRule, judged: Judged): boolean {
  const { criteria } = rule;
  const { value } = judged;
  if (criteria === 'CHECKBOX') {
    return rule.args.length === 0 ? typeof value === 'boolean' : rule.args.includes(value);
  }
  if (criteria === 'CUSTOM_FORMULA') return true;
  if (criteria === 'VALUE_IN_LIST') return rule.args.some((item) => String(item) === String(value));
  if (criteria === 'VALUE_IN_RANGE') return isInRange(rule, judged);
  if (criteria.startsWith('TEXT_')) return meetsText(rule, String(value));
  if (typeof value !== 'number') return false;
  if (criteria === 'DATE_IS_VALID_DATE') return judged.isDate;
  return meetsNumber(criteria.replace(/^(NUMBER|DATE)_/, ''), value, rule.args.map(Number));
}

function isInRange(rule: ValidationRule, { value, sheet }: Judged): boolean {
  const { range } = rule;
  const source = range && sheet.book.sheetById(range.sheetId);
  if (!range || !source) return false;
  return source.values(range).some((row) => row.some((cell) => String(cell) === String(value)));
}

function meetsText(rule: ValidationRule, text: string): boolean {
  const wanted = String(rule.args[0] ?? '');
  switch (rule.criteria) {
    case 'TEXT_CONTAINS':
      return text.toLowerCase().includes(wanted.toLowerCase());
    case 'TEXT_DOES_NOT_CONTAIN':
      return !text.toLowerCase().includes(wanted.toLowerCase());
    case 'TEXT_EQUAL_TO':
      return text === wanted;
    case 'TEXT_IS_VALID_EMAIL':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
    case 'TEXT_IS_VALID_URL':
      return /^(https?:\/\/)?[^\s/]+\.[^\s]+$/.test(text);
    default:
      throw new Error(`not in the stand-in: the rule ${rule.criteria}`);
  }
}

function meetsNumber(
  comparison: string,
  value: number,
  [a = 0, b = 0]: readonly number[],
): boolean {
  switch (comparison) {
    case 'BETWEEN':
      return value >= Math.min(a, b) && value <= Math.max(a, b);
    case 'NOT_BETWEEN':
      return value < Math.min(a, b) || value > Math.max(a, b);
    case 'EQUAL_TO':
      return value === a;
    case 'NOT_EQUAL_TO':
      return value !== a;
    case 'GREATER_THAN':
    case 'AFTER':
      return value > a;
    case 'GREATER_THAN_OR_EQUAL_TO':
    case 'ON_OR_AFTER':
      return value >= a;
    case 'LESS_THAN':
    case 'BEFORE':
      return value < a;
    case 'LESS_THAN_OR_EQUAL_TO':
    case 'ON_OR_BEFORE':
      return value <= a;
    default:
      throw new Error(`not in the stand-in: the rule ${comparison}`);
  }
}
