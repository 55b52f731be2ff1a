import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initSync, Model } from '@ironcalc/wasm';
import type { Book } from './book';
import type { CellValue } from './rect';
import { serialOfInstant } from './serial';
import type { SheetModel } from './sheet';

interface FormulaCell {
  readonly sheet: SheetModel;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

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
    for (const sheet of book.sheets) this.feed(model, sheet, cells);
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
  private feed(model: Model, sheet: SheetModel, cells: readonly FormulaCell[]): void {
    const at = this.names.indexOf(sheet.name);
    const fed = this.fed[at];
    if (fed === undefined) return;
    const wanted: Fed = sheet.store.map((row) => row.map(inputOf));
    for (const { row, column, formula } of cells.filter((cell) => cell.sheet === sheet)) {
      while (wanted.length < row) wanted.push([]);
      wanted[row - 1]![column - 1] = withClock(formula, sheet.book);
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

/** A value as it must be typed to stay what it is. */
function inputOf(value: CellValue): string | undefined {
  if (value === '') return undefined;
  if (typeof value === 'string') return `'${value}`;
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

/** The engine's clock is the computer's; the workbook's may stand elsewhere. */
function withClock(formula: string, book: Book): string {
  if (!/\b(?:TODAY|NOW)\(/i.test(formula)) return formula;
  const now = serialOfInstant(book.now(), book.timeZone);
  return formula
    .replace(/\bTODAY\(\s*\)/gi, String(Math.floor(now)))
    .replace(/\bNOW\(\s*\)/gi, String(now));
}
