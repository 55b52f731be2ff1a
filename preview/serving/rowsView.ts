import type { Book } from '../google/book/book';
import { isDateFormat } from '../google/book/format';
import type { CellValue } from '../google/book/rect';
import type { SheetModel } from '../google/book/sheet';
import type { CellStyle } from '../google/book/style';
import type { ValidationRule } from '../google/book/validation';
import type { CellView, RowsView, RuleView, StyleView } from './api';
import { conditionalStyle } from './conditionalStyle';

/** Things that many cells share, sent once and named by their number. */
class Shared<T> {
  readonly views: T[] = [];
  readonly #numbers = new Map<string, number>();

  number(view: T): number {
    const key = JSON.stringify(view);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.views.push(view);
    this.#numbers.set(key, this.views.length - 1);
    return this.views.length - 1;
  }
}

/** The rows of a tab as the page draws them: shown texts, looks, notes, rules. Counts no service call. */
export function rowsView(book: Book, sheet: SheetModel, from: number, count: number): RowsView {
  const rows = Math.max(0, Math.min(count, sheet.maxRows - from + 1));
  const rect = { row: from, column: 1, rows, columns: sheet.maxColumns };
  const values = sheet.values(rect);
  const shown = sheet.displays(rect);
  const styles = new Shared<StyleView>();
  const rules = new Shared<RuleView>();
  const cells = values.map((line, y) =>
    line.map((value, x): CellView => {
      const at = { sheet, row: from + y, column: x + 1, value, text: shown[y]?.[x] ?? '' };
      return cellView(book, at, styles, rules);
    }),
  );
  return {
    sheetId: sheet.id,
    revision: sheet.revision,
    from,
    rows: cells.map(withoutEmptyEnd),
    styles: styles.views,
    rules: rules.views,
  };
}

interface At {
  readonly sheet: SheetModel;
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly text: string;
}

function cellView(
  book: Book,
  at: At,
  styles: Shared<StyleView>,
  rules: Shared<RuleView>,
): CellView {
  const { sheet, row, column, value, text } = at;
  const own = sheet.styles.get(row, column);
  const conditional = conditionalStyle(sheet, at);
  const style = styleView(conditional === null ? own : { ...own, ...conditional });
  const note = sheet.notes.get(row, column);
  const rule = ruleView(book, sheet.validations.get(row, column));
  const edited = editText(at);
  const kind =
    rule?.kind === 'tick' || typeof value === 'boolean'
      ? ('tick' as const)
      : typeof value === 'number'
        ? ('number' as const)
        : undefined;
  if (style === null && rule === null && note === undefined && kind === undefined) {
    if (edited === text) return text;
  }
  return {
    t: text,
    ...(edited === text ? {} : { e: edited }),
    ...(style === null ? {} : { s: styles.number(style) }),
    ...(note === undefined ? {} : { n: note }),
    ...(rule === null ? {} : { r: rules.number(rule) }),
    ...(kind === undefined ? {} : { k: kind }),
  };
}

/** What the formula bar shows: the formula, the number without its format, a date as it is typed. */
function editText({ sheet, row, column, value, text }: At): string {
  const formula = sheet.formulas.get(row, column);
  if (formula !== undefined) return formula;
  const format = sheet.formats.get(row, column);
  if (typeof value === 'string') {
    return format !== '@' && /^[=+'-]/.test(value) && Number.isNaN(Number(value))
      ? `'${value}`
      : value;
  }
  if (typeof value === 'boolean') return text;
  if (isDateFormat(format)) return text;
  if (format?.includes('%') === true) return `${plain(value * 100)}%`;
  return plain(value);
}

function plain(value: number): string {
  return String(Number(value.toPrecision(15)));
}

function styleView(style: CellStyle | undefined): StyleView | null {
  if (style === undefined) return null;
  const view: StyleView = {
    ...(style.background === undefined ? {} : { background: style.background }),
    ...(style.fontColor === undefined ? {} : { colour: style.fontColor }),
    ...(style.fontWeight === 'bold' ? { bold: true } : {}),
    ...(style.fontStyle === 'italic' ? { italic: true } : {}),
    ...(style.fontLine === 'line-through' ? { strike: true } : {}),
    ...(style.fontSize === undefined ? {} : { size: style.fontSize }),
    ...alignment(style.align),
    ...(style.wrap === 'WRAP' ? { wrap: true } : {}),
  };
  return Object.keys(view).length === 0 ? null : view;
}

function alignment(align: string | undefined): { align?: 'left' | 'center' | 'right' } {
  const name = align?.toLowerCase();
  return name === 'left' || name === 'center' || name === 'right' ? { align: name } : {};
}

const ruleViews = new WeakMap<ValidationRule, { readonly revision: number; view: RuleView }>();

function ruleView(book: Book, rule: ValidationRule | undefined): RuleView | null {
  if (rule === undefined) return null;
  const known = ruleViews.get(rule);
  if (known !== undefined && known.revision === book.revision) return known.view;
  const view = viewOfRule(book, rule);
  ruleViews.set(rule, { revision: book.revision, view });
  return view;
}

function viewOfRule(book: Book, rule: ValidationRule): RuleView {
  const strict = !rule.allowInvalid;
  if (rule.criteria === 'CHECKBOX') return { kind: 'tick' };
  if (rule.criteria === 'VALUE_IN_LIST') {
    return { kind: 'list', choices: rule.args.map(String), strict };
  }
  if (rule.criteria === 'VALUE_IN_RANGE' && rule.range !== undefined) {
    const source = book.sheetById(rule.range.sheetId);
    const texts = source?.displays(clipped(source, rule.range)).flat() ?? [];
    return { kind: 'list', choices: [...new Set(texts.filter((t) => t !== ''))], strict };
  }
  if (rule.criteria.startsWith('DATE')) return { kind: 'day', strict };
  return { kind: 'other', help: rule.helpText ?? '' };
}

/** Not more than what holds something: a rule over a whole column names a thousand empty cells. */
function clipped(sheet: SheetModel, range: NonNullable<ValidationRule['range']>) {
  const rows = Math.max(0, Math.min(range.rows, sheet.lastRow - range.row + 1));
  return { row: range.row, column: range.column, rows, columns: range.columns };
}

function withoutEmptyEnd(cells: readonly CellView[]): readonly CellView[] {
  let end = cells.length;
  while (end > 0 && cells[end - 1] === '') end -= 1;
  return cells.slice(0, end);
}
