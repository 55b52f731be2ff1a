import type { ChartRange } from './chart';
import { FACTS, type Facts } from './facts';
import { type FormulaEngine, NO_FORMULAS } from './formula';
import type { ProtectionModel } from './protection';
import { SheetModel } from './sheet';

export type Right = 'edit' | 'view' | 'none';

export interface BookOptions {
  readonly id?: string;
  readonly name?: string;
  /** IANA name. */
  readonly timeZone?: string;
  /** 'en_US', 'zh_CN': how typed text is read and default formats look. */
  readonly locale?: string;
  readonly owner?: string;
  readonly facts?: Partial<Facts>;
}

/** The workbook: what Google keeps. Used directly, uncounted, by gestures, the page and headless. */
export class Book {
  readonly id: string;
  name: string;
  timeZone: string;
  locale: string;
  owner: string;
  facts: Facts;
  formulas: FormulaEngine = NO_FORMULAS;
  /** The instant in ms, for what is typed without a year; the host puts its own clock here. */
  now: () => number = Date.now;
  /** Rights by address; who is not named here has `otherRight`, as with a shared link. */
  readonly rights = new Map<string, Right>();
  otherRight: Right = 'edit';
  sheets: readonly SheetModel[] = [];
  protections: readonly ProtectionModel[] = [];
  readonly names = new Map<string, ChartRange>();

  constructor(options: BookOptions = {}) {
    this.id = options.id ?? 'standInBook';
    this.name = options.name ?? 'Untitled spreadsheet';
    this.timeZone = options.timeZone ?? 'Etc/UTC';
    this.locale = options.locale ?? 'en_US';
    this.owner = options.owner ?? 'owner@example.com';
    this.facts = { ...FACTS, ...options.facts };
    this.insertSheet(this.locale.startsWith('zh') ? '工作表1' : 'Sheet1');
  }

  sheet(name: string): SheetModel | null {
    const folded = name.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === folded) ?? null;
  }

  sheetById(id: number): SheetModel | null {
    return this.sheets.find((sheet) => sheet.id === id) ?? null;
  }

  rightOf(email: string): Right {
    return email === this.owner ? 'edit' : (this.rights.get(email) ?? this.otherRight);
  }

  /** Goes up with every change of anything in the workbook. */
  get revision(): number {
    return this.sheets.reduce((sum, sheet) => sum + sheet.revision, this.structure);
  }

  private structure = 0;
  private nextId = 0;

  /** Adds a tab (at place `index` from 0, else last); throws BookError for a bad or taken name. */
  insertSheet(name: string, index = this.sheets.length): SheetModel {
    const sheet = new SheetModel(this, this.nextId, name);
    this.nextId += 1;
    this.sheets = [...this.sheets.slice(0, index), sheet, ...this.sheets.slice(index)];
    this.structure += 1;
    return sheet;
  }
}

/** A "no" of the workbook in Google's words. */
export class BookError extends Error {
  override readonly name = 'BookError';
}
