import { isTextFormat } from './format';
import type { CellValue } from './rect';
import { readTypedDate } from './typedDate';

/** What typed text makes of a cell. */
export interface Typed {
  readonly value: CellValue;
  /** With its '='; the value is then for the formula engine to give. */
  readonly formula?: string;
  /** The number format that a cell with an automatic format takes on. */
  readonly format?: string;
}

export interface TypingContext {
  readonly locale: string;
  /** The cell's number format; undefined is automatic. */
  readonly format: string | undefined;
  /** With the text format: is a leading apostrophe kept as part of the text? */
  readonly keepsApostrophe?: boolean;
  /** The year for dates typed without one. */
  readonly year: number;
}

const DIGITS = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)?';
const NUMBER = new RegExp(
  `^([+-])?([$€£¥￥])?\\s*([+-])?(${DIGITS})(\\.\\d*)?([eE][+-]?\\d+)?\\s*(%)?$`,
);
/** No number and no date is longer. */
const MOST = 100;

/** Anything else can only be text: spares names and notes the rest of the reading. */
const MAY_BE_MORE =
  /^\s*(?:[-+'=(.\d$€£¥￥]|(?:true|false)\s*$|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/**
 * Reads text as Google Sheets reads what a person types, and as setValue reads a string (compared
 * with Google's own): '1/2' is a date, '00123' is 123, '10%' is 0.1, '=A1' a formula, a leading
 * apostrophe keeps the rest as text. A cell with the text format '@' keeps everything.
 */
export function readTyped(text: string, context: TypingContext): Typed {
  const isText = isTextFormat(context.format);
  if (text.startsWith("'") && !(isText && context.keepsApostrophe)) return { value: text.slice(1) };
  if (isText || !MAY_BE_MORE.test(text)) return { value: text };
  if (text.startsWith('=') && text.length > 1) return { value: '', formula: text };
  const trimmed = text.trim();
  if (/^(true|false)$/i.test(trimmed)) return { value: trimmed.toLowerCase() === 'true' };
  if (trimmed.length > MOST || !/\d/.test(trimmed))
    return readSignedFormula(text) ?? { value: text };
  return (
    readNumber(trimmed) ??
    readTypedDate(trimmed, context) ??
    readSignedFormula(text) ?? { value: text }
  );
}

/** '+A1' and '-SUM(A1:A3)' are formulas; '- milk' is text. (unverified) */
function readSignedFormula(text: string): Typed | null {
  return /^(\+.|-[A-Za-z(])/.test(text) ? { value: '', formula: `=${text}` } : null;
}

function readNumber(text: string): Typed | null {
  const inBrackets = /^\((.+)\)$/.exec(text);
  const found = NUMBER.exec(inBrackets?.[1] ?? text);
  if (found === null) return null;
  const [, before, currency, after, whole = '', fraction = '', power = '', percent] = found;
  if (whole === '' && fraction.length < 2) return null;
  if ((before !== undefined && after !== undefined) || (inBrackets && (before ?? after))) {
    return null;
  }
  const isNegative = inBrackets !== null || before === '-' || after === '-';
  const size = Number(`${whole.replaceAll(',', '')}${fraction}${power}`);
  const value = (isNegative ? -size : size) / (percent === undefined ? 1 : 100);
  if (!Number.isFinite(value)) return null;
  const format = numberFormat({
    currency,
    isPercent: percent !== undefined,
    hasGroups: whole.includes(','),
    hasFraction: fraction.length > 1,
    hasPower: power !== '',
  });
  return { value: value === 0 ? 0 : value, ...(format === undefined ? {} : { format }) };
}

function numberFormat(seen: {
  readonly currency: string | undefined;
  readonly isPercent: boolean;
  readonly hasGroups: boolean;
  readonly hasFraction: boolean;
  readonly hasPower: boolean;
}): string | undefined {
  const decimals = seen.hasFraction ? '.00' : '';
  if (seen.isPercent) return `0${decimals}%`;
  if (seen.currency !== undefined) return `"${seen.currency}"#,##0${decimals}`;
  if (seen.hasPower) return '0.00E+00';
  return seen.hasGroups ? `#,##0${decimals}` : undefined;
}
