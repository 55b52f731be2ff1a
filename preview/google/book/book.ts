import { BookError } from './bookError';
import type { ChartRange } from './chart';
import { FACTS, type Facts } from './facts';
import { Formulas } from './formula';
import type { ProtectionModel } from './protection';
import { SheetModel } from './sheet';
import { assertRoom } from './structure';
import { zoneNamed } from './zone';

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

const MAX_NAME = 100;

/** The workbook: what Google keeps. Used directly, uncounted, by gestures, the page and headless. */
export class Book {
  id: string;
  name: string;
  timeZone: string;
  locale: string;
  owner: string;
  facts: Facts;
  /** The instant in ms, for what is typed without a year; the host puts its own clock here. */
  now: () => number = Date.now;
  /** Rights by address; who is not named here has `otherRight`, as with a shared link. */
  readonly rights = new Map<string, Right>();
  otherRight: Right = 'edit';
  sheets: readonly SheetModel[] = [];
  protections: readonly ProtectionModel[] = [];
  readonly names = new Map<string, ChartRange>();
  /** Goes up when tabs come, go, move or change their name. */
  structure = 0;
  /** The next free number for a sheet, chart or protection. */
  nextId = 0;
  /** Whether a cell has changed since formulas were computed. */
  isStale = true;
  private readonly formulas = new Formulas();
  private computedOn = '';

  /** A new workbook with one empty tab. */
  constructor(options: BookOptions = {}) {
    this.id = options.id ?? 'standInBook';
    this.name = options.name ?? 'Untitled spreadsheet';
    this.timeZone = options.timeZone ?? 'Etc/UTC';
    this.locale = options.locale ?? 'en_US';
    this.owner = options.owner ?? 'owner@example.com';
    this.facts = { ...FACTS, ...options.facts };
    this.insertSheet();
  }

  /** Goes up with every change of anything in the workbook. */
  get revision(): number {
    return this.sheets.reduce((sum, sheet) => sum + sheet.revision, this.structure * 1_000_000);
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

  /** Named accounts that may edit, the owner among them. */
  editors(): readonly string[] {
    const named = [...this.rights].filter(([, right]) => right === 'edit').map(([email]) => email);
    return [...new Set([this.owner, ...named])];
  }

  /** The year on the spreadsheet's clock. */
  year(): number {
    return Number(this.today().slice(0, 4));
  }

  private today(): string {
    return new Date(zoneNamed(this.timeZone).wallOf(this.now())).toISOString().slice(0, 10);
  }

  /** Computes the formulas again where a cell, or the day that it is, has changed. */
  calculate(): void {
    const day = this.today();
    if (!this.isStale && day === this.computedOn) return;
    this.isStale = false;
    this.computedOn = day;
    this.formulas.calculate(this);
    this.isStale = false;
  }

  takeId(): number {
    this.nextId += 1;
    return this.nextId - 1;
  }

  /** Adds a tab (at place `index` from 0, else last). */
  insertSheet(name = this.freeName(), index = this.sheets.length): SheetModel {
    this.assertName(name, null);
    const size = { rows: 1000, columns: 26 };
    assertRoom(this, size.rows * size.columns);
    const sheet = new SheetModel(this, this.takeId(), name, size);
    const at = Math.max(0, Math.min(index, this.sheets.length));
    this.sheets = [...this.sheets.slice(0, at), sheet, ...this.sheets.slice(at)];
    this.structure += 1;
    return sheet;
  }

  renameSheet(sheet: SheetModel, name: string): void {
    this.assertName(name, sheet);
    sheet.name = name;
    this.structure += 1;
    sheet.touch();
  }

  /** Deletes a tab with its protections, names and the charts' ranges on it. */
  deleteSheet(sheet: SheetModel): void {
    const visible = this.sheets.filter((other) => other !== sheet && !other.hidden);
    if (visible.length === 0) {
      throw new BookError("You can't remove all the visible sheets in a document.");
    }
    this.sheets = this.sheets.filter((other) => other !== sheet);
    this.protections = this.protections.filter((one) => one.sheetId !== sheet.id);
    for (const [name, range] of this.names) if (range.sheetId === sheet.id) this.names.delete(name);
    for (const other of this.sheets) {
      if (!other.charts.some((chart) => chart.ranges.some((r) => r.sheetId === sheet.id))) continue;
      other.charts = other.charts.map((chart) => ({
        ...chart,
        ranges: chart.ranges.filter((range) => range.sheetId !== sheet.id),
      }));
      other.touch();
    }
    this.structure += 1;
  }

  /** Moves a tab to place `index` from 0. */
  moveSheet(sheet: SheetModel, index: number): void {
    const rest = this.sheets.filter((other) => other !== sheet);
    this.sheets = [...rest.slice(0, index), sheet, ...rest.slice(index)];
    this.structure += 1;
  }

  hideSheet(sheet: SheetModel, hidden: boolean): void {
    if (hidden && !this.sheets.some((other) => other !== sheet && !other.hidden)) {
      throw new BookError("You can't hide all the sheets in a document.");
    }
    sheet.hidden = hidden;
    this.structure += 1;
    sheet.touch();
  }

  private freeName(): string {
    const stem = this.locale.startsWith('zh') ? '工作表' : 'Sheet';
    let number = this.sheets.length + 1;
    while (this.sheet(`${stem}${number}`) !== null) number += 1;
    return `${stem}${number}`;
  }

  private assertName(name: string, own: SheetModel | null): void {
    if (name.trim() === '') throw new BookError('Sheet names cannot be empty.');
    if (name.length > MAX_NAME) {
      throw new BookError(`Sheet names cannot be longer than ${MAX_NAME} characters.`);
    }
    const exact = this.sheets.find((sheet) => sheet.name === name);
    const alike = this.sheet(name);
    const isTaken = alike !== null && alike !== own;
    if (isTaken && (exact === alike || this.facts.tabNamesFoldCase)) {
      throw new BookError(
        `A sheet with the name "${name}" already exists. Please enter another name.`,
      );
    }
  }
}
