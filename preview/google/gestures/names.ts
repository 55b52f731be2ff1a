import type { Book } from '../book/book';
import type { SheetModel } from '../book/sheet';
import { GestureError } from './gestureSchema';

/** What the script says of its tabs: their English names, and English headers by label or back. */
export interface TabNames {
  readonly sheetId: number;
  readonly english: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Rows from the top in which a header row may stand. */
const HEADER_ROWS = 5;

function folded(text: unknown): string {
  return String(text).trim().toLowerCase();
}

/** Finds tabs and columns by their English name or by their label. */
export class Names {
  private described: readonly TabNames[] | null = null;
  /** The header texts of each tab when the script was last asked. */
  private readonly seen = new Map<number, string>();

  constructor(
    private readonly book: Book,
    private readonly describe: () => readonly TabNames[],
  ) {}

  /** The tab of this English name or label; null when there is none. */
  find(name: string): SheetModel | null {
    const direct = this.book.sheet(name);
    if (direct !== null) return direct;
    const found = this.tabs().find((tab) => folded(tab.english) === folded(name));
    return found === undefined ? null : this.book.sheetById(found.sheetId);
  }

  tab(name: string): SheetModel {
    const found = this.find(name);
    if (found === null) throw new GestureError(`There is no tab "${name}".`);
    return found;
  }

  sheetById(id: number): SheetModel | null {
    return this.book.sheetById(id);
  }

  /** The column whose header says this, in either language, and the row of that header. */
  column(sheet: SheetModel, header: string): { readonly row: number; readonly column: number } {
    const labels = [header, ...this.otherNames(sheet, header)].map(folded);
    const found = this.findHeader(sheet, new Set(labels));
    if (found === null) throw new GestureError(`${sheet.name} has no column "${header}".`);
    return found;
  }

  /** The header row: among the first rows, the one with most texts. */
  headerRow(sheet: SheetModel): number {
    const width = Math.max(1, sheet.lastColumn);
    const rows = Math.min(HEADER_ROWS, sheet.maxRows);
    const texts = sheet
      .values({ row: 1, column: 1, rows, columns: width })
      .map((row) => row.filter((cell) => typeof cell === 'string' && cell !== '').length);
    return texts.indexOf(Math.max(...texts)) + 1;
  }

  /** Headers of a tab in English where the script knows them, by column from 0. */
  englishHeaders(sheet: SheetModel): readonly string[] {
    const width = Math.max(1, sheet.lastColumn);
    const row = this.headerRow(sheet);
    const labels = sheet.values({ row, column: 1, rows: 1, columns: width })[0] ?? [];
    const english = this.english(sheet);
    return labels.map((label) => english.get(folded(label)) ?? String(label));
  }

  private findHeader(sheet: SheetModel, labels: ReadonlySet<string>) {
    const width = Math.max(1, sheet.lastColumn);
    const rows = Math.min(HEADER_ROWS, sheet.maxRows);
    const top = sheet.values({ row: 1, column: 1, rows, columns: width });
    for (const [i, cells] of top.entries()) {
      const j = cells.findIndex((cell) => cell !== '' && labels.has(folded(cell)));
      if (j >= 0) return { row: i + 1, column: j + 1 };
    }
    return null;
  }

  private otherNames(sheet: SheetModel, header: string): readonly string[] {
    if (this.findHeader(sheet, new Set([folded(header)])) !== null) return [];
    return Object.entries(this.headersOf(sheet)).flatMap(([one, other]) =>
      folded(one) === folded(header) ? [other] : folded(other) === folded(header) ? [one] : [],
    );
  }

  /** English headers by folded label; in an English workbook labels are English already. */
  private english(sheet: SheetModel): ReadonlyMap<string, string> {
    if (this.book.sheet('Deals') !== null) return new Map();
    return new Map(
      Object.entries(this.headersOf(sheet)).map(([one, other]) =>
        this.isLabel(sheet, one) ? [folded(one), other] : [folded(other), one],
      ),
    );
  }

  /** What the script says of a tab's headers; it is asked again when there are others. */
  private headersOf(sheet: SheetModel): Readonly<Record<string, string>> {
    const row = this.headerRow(sheet);
    const width = Math.max(1, sheet.lastColumn);
    const labels = sheet.values({ row, column: 1, rows: 1, columns: width })[0] ?? [];
    const texts = labels.map(folded).sort().join('\n');
    if (this.seen.get(sheet.id) !== texts) this.described = null;
    this.seen.set(sheet.id, texts);
    return this.tabs().find((tab) => tab.sheetId === sheet.id)?.headers ?? {};
  }

  private isLabel(sheet: SheetModel, text: string): boolean {
    return this.findHeader(sheet, new Set([folded(text)])) !== null;
  }

  private tabs(): readonly TabNames[] {
    this.described ??= this.describe();
    return this.described;
  }
}
