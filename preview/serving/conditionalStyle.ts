import type { ConditionalFormat } from '../google/book/conditionalFormat';
import { lastColumnOf, lastRowOf } from '../google/book/rect';
import type { SheetModel } from '../google/book/sheet';
import type { CellStyle } from '../google/book/style';

interface ConditionalCell {
  readonly row: number;
  readonly column: number;
  readonly value: string | number | boolean;
  readonly text: string;
}

/** The look that the first fitting conditional format gives a cell; null when none fits. */
export function conditionalStyle(sheet: SheetModel, cell: ConditionalCell): CellStyle | null {
  for (const rule of sheet.conditionalFormats) {
    if (covers(rule, cell) && holds(rule, cell)) return rule.style;
  }
  return null;
}

function covers(rule: ConditionalFormat, { row, column }: ConditionalCell): boolean {
  return rule.ranges.some(
    (range) =>
      row >= range.row &&
      column >= range.column &&
      row <= lastRowOf(range) &&
      column <= lastColumnOf(range),
  );
}

/** Criteria by Google's names. A formula is never computed here, so it fits nothing. */
function holds({ criteria, args }: ConditionalFormat, { value, text }: ConditionalCell): boolean {
  const wanted = String(args[0] ?? '').toLowerCase();
  const shown = text.toLowerCase();
  const low = Number(args[0]);
  const high = Number(args[1]);
  const number = typeof value === 'number' ? value : Number.NaN;
  switch (criteria) {
    case 'CELL_EMPTY':
      return text === '';
    case 'CELL_NOT_EMPTY':
      return text !== '';
    case 'TEXT_CONTAINS':
      return shown.includes(wanted);
    case 'TEXT_DOES_NOT_CONTAIN':
      return !shown.includes(wanted);
    case 'TEXT_EQUAL_TO':
      return shown === wanted;
    case 'TEXT_STARTS_WITH':
      return shown.startsWith(wanted);
    case 'TEXT_ENDS_WITH':
      return shown.endsWith(wanted);
    case 'NUMBER_GREATER_THAN':
      return number > low;
    case 'NUMBER_GREATER_THAN_OR_EQUAL_TO':
      return number >= low;
    case 'NUMBER_LESS_THAN':
      return number < low;
    case 'NUMBER_LESS_THAN_OR_EQUAL_TO':
      return number <= low;
    case 'NUMBER_EQUAL_TO':
      return number === low;
    case 'NUMBER_NOT_EQUAL_TO':
      return number !== low;
    case 'NUMBER_BETWEEN':
      return number >= low && number <= high;
    case 'NUMBER_NOT_BETWEEN':
      return number < low || number > high;
    case 'DATE_BEFORE':
      return number < low;
    case 'DATE_AFTER':
      return number > low;
    case 'DATE_EQUAL_TO':
      return Math.floor(number) === Math.floor(low);
    default:
      return false;
  }
}
