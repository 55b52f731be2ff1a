import { dateText, isDateSection } from './dateFormat';
import { numberText } from './numberFormat';
import type { CellValue } from './rect';
import { isOnCalendar } from './serial';

interface Format {
  readonly sections: readonly string[];
  readonly isDate: boolean;
  readonly isText: boolean;
}

const formats = new Map<string, Format>();

function read(format: string): Format {
  let found = formats.get(format);
  if (found === undefined) {
    const sections = splitSections(format);
    found = {
      sections,
      isDate: isDateSection(sections[0] ?? ''),
      isText: format === '@',
    };
    formats.set(format, found);
  }
  return found;
}

/** Does this number format show a date or a time? Then getValues gives a Date. */
export function isDateFormat(format: string | undefined): boolean {
  return format !== undefined && read(format).isDate;
}

/** Does it keep whatever is typed as text? */
export function isTextFormat(format: string | undefined): boolean {
  return format !== undefined && read(format).isText;
}

/** The text that a cell shows for this value under this number format (undefined: automatic). */
export function displayText(value: CellValue, format: string | undefined, locale: string): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (format === undefined || format === '@') return automatic(value);
  const { sections, isDate } = read(format);
  if (typeof value === 'string') return sections[3]?.replace('@', value) ?? value;
  if (isDate) return isOnCalendar(value) ? dateText(value, sections[0]!, locale) : automatic(value);
  if (/^general$/i.test(format)) return automatic(value);
  return numberText(value, sections);
}

function automatic(value: string | number): string {
  if (typeof value === 'string') return value;
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const size = Math.abs(value);
  if (size >= 1e15 || size < 1e-5) {
    return value
      .toExponential(5)
      .replace(/\.?0*e/, 'E')
      .replace(/E([+-])(\d)$/, 'E$10$2');
  }
  return String(Number(value.toPrecision(Math.max(10, Math.ceil(Math.log10(size)) + 2))));
}

function splitSections(format: string): string[] {
  const sections = [''];
  let inQuotes = false;
  for (let i = 0; i < format.length; i += 1) {
    const char = format[i]!;
    if (char === '\\') {
      sections[sections.length - 1] += char + (format[i + 1] ?? '');
      i += 1;
      continue;
    }
    if (char === '"') inQuotes = !inQuotes;
    if (char === ';' && !inQuotes) sections.push('');
    else sections[sections.length - 1] += char;
  }
  return sections;
}
