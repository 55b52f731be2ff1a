import { BookError } from '../book/bookError';
import { parseA1 } from '../book/rect';
import type { SheetModel } from '../book/sheet';
import { zoneNamed } from '../book/zone';
import { type FaceClass, kindsOf, ScriptObject } from './faces';
import { Protection } from './protection';
import type { Range } from './range';
import { RangePlace } from './rangePlace';
import { mismatch, type Run } from './run';
import type { Sheet } from './sheet';
import { SheetLines } from './sheetLines';
import { User } from './user';

type Google = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** SpreadsheetApp's Spreadsheet: the one workbook. */
export class Spreadsheet extends ScriptObject {
  readonly face: FaceClass = SPREADSHEET;

  constructor(private readonly run: Run) {
    super();
  }

  getId(): string {
    return this.run.book.id;
  }

  getUrl(): string {
    return `https://docs.google.com/spreadsheets/d/${this.run.book.id}/edit`;
  }

  getName(): string {
    return this.run.book.name;
  }

  setName(name: unknown): void {
    this.rename(String(name));
  }

  rename(name: unknown): void {
    this.run.now(null, null, () => {
      this.run.book.name = String(name);
    });
  }

  getSheets(): Sheet[] {
    return this.run.book.sheets.map((model) => this.run.make.sheet(model));
  }

  getNumSheets(): number {
    return this.run.book.sheets.length;
  }

  getSheetByName(name: unknown): Sheet | null {
    const { book } = this.run;
    const exact = book.sheets.find((sheet) => sheet.name === name) ?? null;
    const alike = exact ?? book.sheet(String(name));
    const isFound = alike === exact || book.facts.sheetByNameFoldsCase;
    return this.sheetOrNull(isFound ? alike : null);
  }

  getSheetById(id: unknown): Sheet | null {
    return this.sheetOrNull(this.run.book.sheetById(Number(id)));
  }

  /** (), (name), (index from 0) or (name, index); the new tab becomes the active one. */
  insertSheet(first: unknown, second: unknown): Sheet {
    const name = typeof first === 'string' ? first : undefined;
    const index = [first, second].find((arg) => typeof arg === 'number') as number | undefined;
    if (first !== undefined && first !== null && name === undefined && index === undefined) {
      throw mismatch('Spreadsheet.insertSheet', [first, second]);
    }
    const model = this.run.now(null, null, () => this.run.book.insertSheet(name, index));
    return this.run.make.sheet(model).activate();
  }

  deleteSheet(sheet: unknown): void {
    const model = sheetOf('Spreadsheet.deleteSheet', sheet);
    this.run.now(model, null, () => this.run.book.deleteSheet(model));
    if (this.run.side.selection.get()?.sheetId === model.id) this.activeSheet().activate();
  }

  getActiveSheet(): Sheet {
    return this.activeSheet();
  }

  setActiveSheet(sheet: unknown): Sheet {
    return this.run.make.sheet(sheetOf('Spreadsheet.setActiveSheet', sheet)).activate();
  }

  getActiveRange(): Range {
    return this.activeSheet().getActiveRange();
  }

  getActiveCell(): Range {
    return this.activeSheet().getActiveCell();
  }

  getCurrentCell(): Range {
    return this.activeSheet().getActiveCell();
  }

  setActiveRange(range: unknown): ScriptObject {
    if (!(range instanceof RangePlace)) throw mismatch('Spreadsheet.setActiveRange', [range]);
    this.run.side.selection.set({ sheetId: range.model.id, rect: range.rect });
    return range;
  }

  /** Moves the active tab to place `position`, from 1. */
  moveActiveSheet(position: unknown): void {
    const { model } = this.activeSheet();
    const place = Number(position);
    if (place < 1 || place > this.run.book.sheets.length) {
      throw new BookError('Position is out of bounds.');
    }
    this.run.now(model, null, () => this.run.book.moveSheet(model, place - 1));
  }

  /** A1 notation, with the tab's name or on the active tab, or a named range. */
  getRange(notation: unknown): Range {
    const text = String(notation);
    const named = this.getRangeByName(text);
    if (named !== null) return named;
    const a1 = parseA1(text);
    const sheet = a1?.sheet ? this.getSheetByName(a1.sheet) : this.activeSheet();
    if (a1 === null || sheet === null) throw new BookError('Range not found');
    return sheet.getRange(text.slice(text.lastIndexOf('!') + 1));
  }

  getRangeByName(name: unknown): Range | null {
    const range = this.run.book.names.get(String(name));
    const sheet = range && this.run.book.sheetById(range.sheetId);
    return range && sheet ? this.run.make.range(sheet, range) : null;
  }

  setNamedRange(name: unknown, range: unknown): void {
    if (!(range instanceof RangePlace)) throw mismatch('Spreadsheet.setNamedRange', [name, range]);
    this.run.now(range.model, range.rect, () => {
      this.run.book.names.set(String(name), { ...range.rect, sheetId: range.model.id });
    });
  }

  removeNamedRange(name: unknown): void {
    this.run.now(null, null, () => {
      if (!this.run.book.names.delete(String(name))) {
        throw new BookError(`The named range "${String(name)}" does not exist.`);
      }
    });
  }

  getProtections(type: unknown): Protection[] {
    const isSheet = String(type) === 'SHEET';
    return this.run.book.protections
      .filter((one) => (one.rect === null) === isSheet)
      .flatMap((one) => {
        const sheet = this.run.book.sheetById(one.sheetId);
        return sheet === null ? [] : [new Protection(this.run, sheet, one.id)];
      });
  }

  getSpreadsheetTimeZone(): string {
    return this.run.book.timeZone;
  }

  setSpreadsheetTimeZone(zone: unknown): void {
    try {
      zoneNamed(String(zone));
    } catch {
      throw new BookError(`Invalid argument: ${String(zone)}`);
    }
    this.run.now(null, null, () => {
      this.run.book.timeZone = String(zone);
    });
  }

  getSpreadsheetLocale(): string {
    return this.run.book.locale;
  }

  setSpreadsheetLocale(locale: unknown): void {
    this.run.now(null, null, () => {
      this.run.book.locale = String(locale);
    });
  }

  toast(message: unknown, title: unknown, seconds: unknown): void {
    this.run.side.toast({
      message: String(message ?? ''),
      title: String(title ?? ''),
      seconds: typeof seconds === 'number' ? seconds : 5,
    });
  }

  getOwner(): User {
    return new User(this.run.book.owner);
  }

  getEditors(): User[] {
    return this.run.book.editors().map((email) => new User(email));
  }

  getViewers(): User[] {
    const viewers = [...this.run.book.rights].filter(([, right]) => right === 'view');
    return viewers.map(([email]) => new User(email));
  }

  private activeSheet(): Sheet {
    const { book, side } = this.run;
    const selected = side.selection.get();
    const model =
      (selected && book.sheetById(selected.sheetId)) ??
      book.sheets.find((sheet) => !sheet.hidden) ??
      book.sheets[0]!;
    return this.run.make.sheet(model);
  }

  private sheetOrNull(model: SheetModel | null): Sheet | null {
    return model === null ? null : this.run.make.sheet(model);
  }
}

function sheetOf(method: string, sheet: unknown): SheetModel {
  if (!(sheet instanceof SheetLines)) throw mismatch(method, [sheet]);
  return sheet.model;
}

const SPREADSHEET: FaceClass = {
  name: 'Spreadsheet',
  kinds: kindsOf<keyof Spreadsheet & keyof Google>({
    navigate: [
      'getId',
      'getUrl',
      'getSheets',
      'getNumSheets',
      'getSheetByName',
      'getSheetById',
      'getActiveSheet',
      'setActiveSheet',
      'getActiveRange',
      'getActiveCell',
      'getCurrentCell',
      'setActiveRange',
      'getRange',
    ],
    read: [
      'getName',
      'getRangeByName',
      'getProtections',
      'getSpreadsheetTimeZone',
      'getSpreadsheetLocale',
      'getOwner',
      'getEditors',
      'getViewers',
    ],
    write: [
      'rename',
      'insertSheet',
      'deleteSheet',
      'moveActiveSheet',
      'setNamedRange',
      'removeNamedRange',
      'setSpreadsheetTimeZone',
      'setSpreadsheetLocale',
    ],
    toast: ['toast'],
  }),
};
