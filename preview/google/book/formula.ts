import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initSync, Model } from '@ironcalc/wasm';
import type { Book } from './book';
import { type CellValue, columnNumber } from './rect';
import { serialOfInstant } from './serial';
import type { SheetModel } from './sheet';

interface FormulaCell {
  readonly sheet: SheetModel;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

type Columns = (column: number) => boolean;

/** What the engine has of a sheet: for each cell the input that it was given. */
type Fed = (string | undefined)[][];

/** Errors that only this engine has, in Google's words. */
const ERRORS: Readonly<Record<string, string>> = {
  '#NIMPL!': '#NAME?',
  '#SPILL!': '#NAME?',
  '#CALC!': '#NAME?',
  '#CIRC!': '#REF!',
};

/** Sixteen digits, however large the number. */
const ALL_DIGITS = '0.################E+00';
/** What is left of them after the engine has written them down. */
const KEPT_DIGITS = 14;

let isLoaded = false;

/** The engine is loaded with the first formula: most workbooks have none. */
function newModel(): Model {
  if (!isLoaded) {
    const wasm = createRequire(import.meta.url).resolve('@ironcalc/wasm/wasm_bg.wasm');
    initSync({ module: readFileSync(wasm) });
    isLoaded = true;
  }
  const model = new Model('Formulas', 'en', 'UTC', 'en');
  model.pauseEvaluation();
  return model;
}

/**
 * The values of a workbook's formulas, by an engine that knows what Excel and Google have in common. What it does not know,
 * QUERY and ARRAYFORMULA among others, is #NAME?.
 */
export class Formulas {
  private model: Model | null = null;
  private names: readonly string[] = [];
  private fed: Fed[] = [];

  /** Computes every formula of the workbook anew and puts the values into the cells. */
  calculate(book: Book): void {
    const cells = book.sheets.flatMap(formulaCells);
    if (cells.length === 0) return;
    const model = this.modelFor(sheetsOf(book, cells));
    const read = columnsRead(cells);
    for (const sheet of book.sheets) this.feed(model, sheet, { cells, read });
    model.evaluate();
    for (const cell of cells) {
      const { sheet, row, column } = cell;
      sheet.putResult(row, column, this.resultOf(model, cell));
    }
  }

  /** The engine with these sheets; a new one when tabs came, went or were renamed. */
  private modelFor(sheets: readonly SheetModel[]): Model {
    const names = sheets.map(({ name }) => name);
    if (this.model !== null && names.join('\n') === this.names.join('\n')) return this.model;
    this.model?.free();
    const model = newModel();
    names.forEach((name, i) => {
      if (i > 0) model.newSheet();
      model.renameSheet(i, name);
    });
    this.names = names;
    this.fed = names.map(() => []);
    this.model = model;
    return model;
  }

  /** Gives the engine the cells that are not as it has them. */
  private feed(
    model: Model,
    sheet: SheetModel,
    { cells, read }: { readonly cells: readonly FormulaCell[]; readonly read: Columns },
  ): void {
    const at = this.names.indexOf(sheet.name);
    const fed = this.fed[at];
    if (fed === undefined) return;
    const wanted: Fed = sheet.store.map((row) =>
      row.map((value, j) => (read(j + 1) ? inputOf(value) : undefined)),
    );
    for (const { row, column, formula } of cells.filter((cell) => cell.sheet === sheet)) {
      while (wanted.length < row) wanted.push([]);
      wanted[row - 1]![column - 1] = asRead(formula, sheet.book);
    }
    for (let i = 0; i < Math.max(fed.length, wanted.length); i += 1) {
      const [before = [], now = []] = [fed[i], wanted[i]];
      for (let j = 0; j < Math.max(before.length, now.length); j += 1) {
        if (before[j] === now[j]) continue;
        model.setUserInput(at, i + 1, j + 1, now[j] ?? '');
        if (now[j]?.startsWith('=')) showAllDigits(model, at, i + 1, j + 1);
      }
    }
    this.fed[at] = wanted;
  }

  private resultOf(model: Model, { sheet, row, column }: FormulaCell): CellValue {
    const at = this.names.indexOf(sheet.name);
    const text = model.getFormattedCellValue(at, row, column);
    switch (model.getCellType(at, row, column)) {
      case 1: {
        const value = Number(text);
        return Number.isFinite(value) ? Number(value.toPrecision(KEPT_DIGITS)) : '#NUM!';
      }
      case 4:
        return text === 'TRUE';
      case 16:
        return ERRORS[text] ?? text;
      default:
        return text;
    }
  }
}

function showAllDigits(model: Model, sheet: number, row: number, column: number): void {
  model.updateRangeStyle({ sheet, row, column, width: 1, height: 1 }, 'num_fmt', ALL_DIGITS);
}

function formulaCells(sheet: SheetModel): FormulaCell[] {
  const cells: FormulaCell[] = [];
  sheet.formulas.forEach((formula, first, column, rows) => {
    for (let row = first; row < first + rows; row += 1) cells.push({ sheet, row, column, formula });
  });
  return cells;
}

/** The sheets that have formulas or are named in one: the others need not be known to the engine. */
function sheetsOf(book: Book, cells: readonly FormulaCell[]): readonly SheetModel[] {
  const texts = [...new Set(cells.map(({ formula }) => formula.toLowerCase()))];
  const own = new Set(cells.map(({ sheet }) => sheet));
  return book.sheets.filter((sheet) => {
    const name = sheet.name.toLowerCase().replaceAll("'", "''");
    return own.has(sheet) || texts.some((text) => text.includes(name));
  });
}

/** A cell, a block, or whole columns: the columns from the first letters to the last. */
const COLUMNS =
  /\$?\b([A-Z]{1,3})(?=\$?\d|\s*:)\$?\d*(?:\s*:\s*\$?([A-Z]{1,3})\b|\s*:\s*\$?([A-Z]{1,3})\$?\d+)?/gi;
/** Formulas that may read any column: by whole rows, by a name, by a text. */
const ANY_COLUMN = /\d\s*:\s*\$?\d|\b(?:INDIRECT|OFFSET|INDEX)\(/i;

/** Says whether any formula may read a column. On whatever sheet: telling the engine too much does no harm. */
function columnsRead(cells: readonly FormulaCell[]): Columns {
  const read = new Set<number>();
  for (const formula of new Set(cells.map((cell) => cell.formula.replace(/\d+/g, '1')))) {
    if (ANY_COLUMN.test(formula)) return () => true;
    for (const [, from = '', toColumn, toCell] of formula.matchAll(COLUMNS)) {
      const ends = [columnNumber(from), columnNumber(toColumn ?? toCell ?? from)];
      for (let at = Math.min(...ends); at <= Math.max(...ends); at += 1) read.add(at);
    }
  }
  return (column) => read.has(column);
}

/** A value as it must be typed to stay what it is. */
function inputOf(value: CellValue): string | undefined {
  if (value === '') return undefined;
  if (typeof value === 'string') return `'${value}`;
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

/** `C2:C`, which this engine does not read. */
const OPEN_END = /(\$?[A-Z]{1,3}\$?\d+\s*:\s*\$?[A-Z]{1,3})(?![\w$(])/gi;

/**
 * A formula as the engine reads it. Its clock is the computer's, and the workbook's may stand elsewhere; columns without an
 * end get one.
 */
function asRead(formula: string, book: Book): string {
  const rows = Math.max(...book.sheets.map(({ maxRows }) => maxRows));
  const now = serialOfInstant(book.now(), book.timeZone);
  const read = (text: string) =>
    text
      .replace(/\bTODAY\(\s*\)/gi, String(Math.floor(now)))
      .replace(/\bNOW\(\s*\)/gi, String(now))
      .replace(OPEN_END, `$1${rows}`);
  // Texts in quotes stay as they are.
  const parts = formula.split(/("(?:[^"]|"")*")/);
  return parts.map((part, i) => (i % 2 === 0 ? read(part) : part)).join('');
}
