import { columnName, columnNumber, type Rect } from './rect';
import { type Shift, shifted } from './shift';

/** A cell or a block in a formula, with the tab that it is on: `'My tab'!$A1:B$2`. */
const REFERENCE =
  /(?<![\w$.'!])((?:'(?:[^']|'')+'|[A-Za-z_][\w.]*)!)?(\$?)([A-Z]{1,3})(\$?)(\d+)(?:(:)(\$?)([A-Z]{1,3})(\$?)(\d+))?(?![\w(!])/gi;

const LOST = '#REF!';

interface End {
  readonly column: number;
  readonly row: number;
  readonly isColumnFixed: boolean;
  readonly isRowFixed: boolean;
}

interface Reference {
  /** `"'My tab'!"`, or nothing for the formula's own tab. */
  readonly tab: string;
  readonly ends: readonly End[];
}

function written({ tab, ends }: Reference): string {
  if (ends.some(({ row, column }) => row < 1 || column < 1)) return LOST;
  const cells = ends.map(
    (end) =>
      `${end.isColumnFixed ? '$' : ''}${columnName(end.column)}${end.isRowFixed ? '$' : ''}${end.row}`,
  );
  return tab + cells.join(':');
}

/** The formula with each of its references put in another way; texts in quotes stay. */
function rewritten(formula: string, rewrite: (reference: Reference) => string): string {
  const parts = formula.split(/("(?:[^"]|"")*")/);
  const read = (...found: (string | undefined)[]) => {
    const end = (at: number): End => ({
      isColumnFixed: found[at] === '$',
      column: columnNumber(found[at + 1] ?? 'A'),
      isRowFixed: found[at + 2] === '$',
      row: Number(found[at + 3]),
    });
    const ends = found[6] === undefined ? [end(2)] : [end(2), end(7)];
    return rewrite({ tab: found[1] ?? '', ends });
  };
  return parts.map((part, i) => (i % 2 === 0 ? part.replace(REFERENCE, read) : part)).join('');
}

/** A copy of a formula so many rows and columns away. `movedBy('=A1+$B$2', {rows: 1, columns: 0}) //=> '=A2+$B$2'` */
export function movedBy(
  formula: string,
  by: { readonly rows: number; readonly columns: number },
): string {
  return rewritten(formula, ({ tab, ends }) =>
    written({
      tab,
      ends: ends.map((end) => ({
        ...end,
        row: end.isRowFixed ? end.row : end.row + by.rows,
        column: end.isColumnFixed ? end.column : end.column + by.columns,
      })),
    }),
  );
}

/** A formula after lines of a tab came, went or moved: `tab` is its name, '' for the formula's own. */
export function followed(
  formula: string,
  shift: Shift,
  isShifted: (tab: string) => boolean,
): string {
  return rewritten(formula, (reference) => {
    const { tab, ends } = reference;
    const name = tab
      .replace(/!$/, '')
      .replace(/^'(.*)'$/, '$1')
      .replaceAll("''", "'");
    if (!isShifted(name)) return written(reference);
    const rect = shifted(blockOf(ends), shift);
    if (rect === null) return LOST;
    const last = { row: rect.row + rect.rows - 1, column: rect.column + rect.columns - 1 };
    const [first, second] = ends;
    const moved = [{ ...first!, row: rect.row, column: rect.column }];
    return written({
      tab,
      ends: second === undefined ? moved : [...moved, { ...second, ...last }],
    });
  });
}

function blockOf(ends: readonly End[]): Rect {
  const [rows, columns] = [ends.map(({ row }) => row), ends.map(({ column }) => column)];
  const [row, column] = [Math.min(...rows), Math.min(...columns)];
  return {
    row,
    column,
    rows: Math.max(...rows) - row + 1,
    columns: Math.max(...columns) - column + 1,
  };
}
