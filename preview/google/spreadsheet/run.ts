import type { Book } from '../book/book';
import { BookError } from '../book/bookError';
import type { ChartModel } from '../book/chart';
import type { Rect } from '../book/rect';
import { assertMayEdit, assertMayWrite } from '../book/rights';
import type { SheetModel } from '../book/sheet';
import { Faces, type ScriptObject } from './faces';
import type { Range } from './range';
import type { ScriptSide } from './scriptSide';
import type { Sheet } from './sheet';
import type { Spreadsheet } from './spreadsheet';

/** Makes the service objects of one execution; here so that their files need not import each other. */
export interface Factory {
  sheet(model: SheetModel): Sheet;
  range(model: SheetModel, rect: Rect): Range;
  spreadsheet(): Spreadsheet;
  chartBuilder(model: ChartModel): ScriptObject;
}

/** One execution at work on the workbook: its waiting writes, its rights, its objects. */
export class Run {
  readonly faces: Faces;
  make!: Factory;
  private waiting: (() => void)[] = [];

  constructor(readonly side: ScriptSide) {
    this.faces = new Faces({
      gate: side.gate,
      realm: side.realm,
      onMissing: side.onMissing,
      beforeRead: () => this.flush(),
    });
  }

  get book(): Book {
    return this.side.book;
  }

  get pending(): number {
    return this.waiting.length;
  }

  /** Buffers a write of cells: it becomes real at the next read or flush. */
  later(sheet: SheetModel, rect: Rect, write: () => void): void {
    const isCheckedNow = this.book.facts.protectedWriteThrows === 'at the call';
    if (isCheckedNow) assertMayWrite(sheet, rect, this.side.user);
    this.waiting.push(() => {
      if (this.book.sheetById(sheet.id) !== sheet) throw new BookError('Sheet not found.');
      if (!sheet.holds(rect)) throw new BookError(OUTSIDE);
      if (!isCheckedNow) assertMayWrite(sheet, rect, this.side.user);
      write();
      sheet.touch(rect);
    });
  }

  /** A change of the sheet itself: what waits becomes real first, then this at once. */
  now<T>(sheet: SheetModel | null, rect: Rect | null, change: () => T): T {
    if (sheet === null) assertMayEdit(this.book, this.side.user);
    else assertMayWrite(sheet, rect, this.side.user);
    this.flush();
    const done = change();
    sheet?.touch(rect ?? sheet.all);
    return done;
  }

  flush(): void {
    while (this.waiting.length > 0) this.waiting.shift()!();
  }

  abandon(keep: 'all' | 'none' | 'half'): void {
    const kept = { all: this.waiting.length, none: 0, half: Math.floor(this.waiting.length / 2) };
    this.waiting = this.waiting.slice(0, kept[keep]);
    try {
      this.flush();
    } catch (error) {
      if (!(error instanceof BookError)) throw error;
    } finally {
      this.waiting = [];
    }
  }
}

export const OUTSIDE = 'The coordinates of the range are outside the dimensions of the sheet.';

/** Google's answer to arguments of the wrong kind. */
export function mismatch(method: string, args: readonly unknown[]): BookError {
  const kinds = args.map(kindOf).join(',');
  return new BookError(
    `The parameters (${kinds}) don't match the method signature for SpreadsheetApp.${method}.`,
  );
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return Array.isArray(value[0]) ? 'number[][]' : 'number[]';
  if (typeof value === 'string') return 'String';
  return typeof value === 'number' || typeof value === 'boolean' ? typeof value : 'Object';
}
