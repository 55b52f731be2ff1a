import type { Cell, Grid } from '../sheet/cell';
import { type Generated, PROGRAM_LOOKS, type Style } from '../sheet/generated';
import { type PlacedCharts, placeCharts } from './charts';
import type { Tab } from './tab';

/** What the last refresh left in a generated tab; kept between executions. */
export interface Placed {
  readonly rows: number;
  readonly columns: number;
  /** Changes when formats or styles do. */
  readonly look: string;
  readonly charts: PlacedCharts;
}

/**
 * Writes a generated tab over what the last refresh wrote, and nothing else: what people typed to
 * the right stays, what they typed below moves down. Looks are set only when the tab's shape
 * changed, and people's own number formats and backgrounds stay. Cells are read only where the tab has grown or its shape changed.
 */
export function placeGenerated(
  tab: Tab,
  generated: Generated,
  placed: Placed | null,
  digest: (text: string) => string,
): Placed {
  const grid = generated.grid;
  const [rows, columns] = [grid.length, grid[0]?.length ?? 0];
  const isLarger = rows > (placed?.rows ?? 0) || columns > (placed?.columns ?? 0);
  if (isLarger) makeRoom(tab, tab.readAll(), { rows, columns }, placed);
  const height = Math.max(rows, placed?.rows ?? 0);
  tab.write({ row: 1, column: 1 }, padded(grid, height, Math.max(columns, placed?.columns ?? 0)));
  const look = digest(JSON.stringify([generated.formats, generated.styles, rows, columns]));
  if (look !== placed?.look) {
    dress(tab, generated, { columns, height, isNew: placed === null });
    if (placed === null) setWidths(tab, generated.widths);
  }
  const charts = placeCharts(tab.sheet, generated.charts, placed?.charts ?? {}, digest);
  return { rows, columns, look, charts };
}

/** Cells below or beside the old block that the new one would cover are moved out of its way. */
function makeRoom(
  { sheet }: Tab,
  there: readonly (readonly Cell[])[],
  size: { readonly rows: number; readonly columns: number },
  placed: Placed | null,
): void {
  const old = { rows: placed?.rows ?? 0, columns: placed?.columns ?? 0 };
  const isFilled = (cell: Cell | undefined) => cell !== undefined && cell !== '';
  const below = there.slice(old.rows, size.rows);
  if (below.some((row) => row.slice(0, size.columns).some(isFilled))) {
    const added = size.rows - old.rows;
    if (old.rows === 0) sheet.insertRowsBefore(1, added);
    else sheet.insertRowsAfter(old.rows, added);
  } else if (size.rows > old.rows && size.rows > sheet.getMaxRows()) {
    sheet.insertRowsAfter(sheet.getMaxRows(), size.rows - sheet.getMaxRows() + 100);
  }
  const beside = there.slice(0, old.rows).map((row) => row.slice(old.columns, size.columns));
  if (old.columns > 0 && beside.some((row) => row.some(isFilled))) {
    sheet.insertColumnsAfter(old.columns, size.columns - old.columns);
  } else if (size.columns > old.columns && size.columns > sheet.getMaxColumns()) {
    sheet.insertColumnsAfter(sheet.getMaxColumns(), size.columns - sheet.getMaxColumns());
  }
}

function padded(grid: Grid, rows: number, columns: number): Grid {
  const full = grid.map((row) => [...row, ...new Array<Cell>(columns - row.length).fill('')]);
  while (full.length < rows) full.push(new Array<Cell>(columns).fill(''));
  return full;
}

interface Looks {
  readonly backgrounds: string[][];
  readonly fonts: string[][];
  readonly weights: ('bold' | 'normal')[][];
  readonly styles: ('italic' | 'normal')[][];
  readonly sizes: number[][];
  readonly aligns: ('left' | 'center' | 'right' | 'normal')[][];
  readonly wraps: boolean[][];
}

function dress(
  { sheet }: Tab,
  { formats, styles }: Generated,
  {
    columns,
    height,
    isNew,
  }: { readonly columns: number; readonly height: number; readonly isNew: boolean },
): void {
  const filled = <T>(value: T): T[][] =>
    Array.from({ length: height }, () => new Array<T>(columns).fill(value));
  const looks: Looks = {
    backgrounds: filled('#ffffff'),
    fonts: filled('#202124'),
    weights: filled<'bold' | 'normal'>('normal'),
    styles: filled<'italic' | 'normal'>('normal'),
    sizes: filled(10),
    aligns: filled<'left' | 'center' | 'right' | 'normal'>('normal'),
    wraps: filled(false),
  };
  for (const style of styles) paint(looks, style);
  const numbers = filled('');
  formats.forEach((row, i) => {
    row.forEach((format, j) => {
      const cells = numbers[i];
      // '@' would keep a leading apostrophe visible; text is protected by the apostrophe alone.
      if (cells !== undefined && format !== '@') cells[j] = format;
    });
  });
  const range = sheet.getRange(1, 1, height, columns);
  if (!isNew) keepOwn(range, { numbers, backgrounds: looks.backgrounds });
  range.setNumberFormats(numbers.map((row) => row.map((format) => format || AUTOMATIC)));
  const uses = (key: keyof Style) => styles.some((style) => style[key] !== undefined);
  if (uses('background') || !isNew) range.setBackgrounds(looks.backgrounds);
  if (uses('font')) range.setFontColors(looks.fonts);
  if (uses('bold')) range.setFontWeights(looks.weights);
  if (uses('italic')) range.setFontStyles(looks.styles);
  if (uses('size')) range.setFontSizes(looks.sizes);
  if (uses('align')) range.setHorizontalAlignments(looks.aligns);
  if (uses('wrap')) range.setWraps(looks.wraps);
}

/** What a cell's number format says when nobody chose one. */
const AUTOMATIC = 'General';
const UNDRESSED: ReadonlySet<string> = new Set(['', AUTOMATIC, '0.###############', '#ffffff']);

/** Puts the number formats and backgrounds that people chose back among those that are to be set. Two reads. */
function keepOwn(
  range: GoogleAppsScript.Spreadsheet.Range,
  { numbers, backgrounds }: { readonly numbers: string[][]; readonly backgrounds: string[][] },
): void {
  const keep = (wanted: string[][], there: string[][], program: ReadonlySet<string>) => {
    there.forEach((row, i) => {
      row.forEach((own, j) => {
        const cells = wanted[i];
        if (cells !== undefined && !UNDRESSED.has(own) && !program.has(own)) cells[j] = own;
      });
    });
  };
  keep(numbers, range.getNumberFormats(), PROGRAM_LOOKS.formats);
  keep(backgrounds, range.getBackgrounds(), PROGRAM_LOOKS.backgrounds);
}

function paint(looks: Looks, style: Style): void {
  for (let row = style.row - 1; row < style.row - 1 + style.rows; row++) {
    for (let column = style.column - 1; column < style.column - 1 + style.columns; column++) {
      const put = <T>(grid: T[][], value: T | undefined) => {
        const cells = grid[row];
        if (cells !== undefined && value !== undefined && column < cells.length)
          cells[column] = value;
      };
      put(looks.backgrounds, style.background);
      put(looks.fonts, style.font);
      put(looks.weights, style.bold === undefined ? undefined : style.bold ? 'bold' : 'normal');
      put(
        looks.styles,
        style.italic === undefined ? undefined : style.italic ? 'italic' : 'normal',
      );
      put(looks.sizes, style.size);
      put(looks.aligns, style.align);
      put(looks.wraps, style.wrap);
    }
  }
}

/** One call for neighbours of one width. */
function setWidths({ sheet }: Tab, widths: readonly number[]): void {
  let first = 0;
  widths.forEach((width, i) => {
    if (widths[i + 1] === width) return;
    sheet.setColumnWidths(first + 1, i - first + 1, width);
    first = i + 1;
  });
}
