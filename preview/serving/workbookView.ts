import type { Book } from '../google/book/book';
import type { SheetModel } from '../google/book/sheet';
import type { Host, MenuItem } from '../google/host';
import type { MenuItemView, ProgressView, TabView, WorkbookView } from './api';
import { chartView } from './chartView';

/** The workbook around its cells, as this person sees it. */
export function workbookView(
  host: Host,
  email: string,
  progress: ProgressView | null,
): WorkbookView {
  const { book } = host;
  const users = host.users();
  const menus = host.menus(email);
  return {
    progress,
    title: book.name,
    language: book.locale.startsWith('zh') ? 'zh' : 'en',
    timeZone: book.timeZone,
    now: host.now().slice(0, 16),
    me: { email, may: host.rightsOf(email) },
    users,
    tabs: book.sheets.map((sheet) => tabView(book, sheet)),
    menus: menus.map((menu) => ({ label: menu.caption, items: menu.items.map(itemView) })),
    triggers: host.triggers().map(({ functionName, creator, when, next }) => ({
      run: functionName,
      creator,
      when,
      next,
    })),
    mails: host.mails.length,
    revision: book.revision,
  };
}

function itemView(item: MenuItem): MenuItemView {
  const label = item.kind === 'separator' ? '' : item.caption;
  return { label, run: item.functionName, items: item.items.map(itemView) };
}

function tabView(book: Book, sheet: SheetModel): TabView {
  const columns = Array.from({ length: sheet.maxColumns }, (_, index) => index + 1);
  return {
    sheetId: sheet.id,
    name: sheet.name,
    hidden: sheet.hidden,
    colour: sheet.tabColor ?? '',
    rows: sheet.maxRows,
    columns: sheet.maxColumns,
    lastRow: sheet.lastRow,
    lastColumn: sheet.lastColumn,
    frozenRows: sheet.frozenRows,
    frozenColumns: sheet.frozenColumns,
    widths: columns.map((column) => sheet.columnWidth(column)),
    hiddenColumns: columns.filter((column) => sheet.isColumnHidden(column)),
    hiddenRows: hiddenRows(sheet),
    revision: sheet.revision,
    charts: sheet.charts.map((chart) => chartView(book, chart)),
  };
}

function hiddenRows(sheet: SheetModel): readonly number[] {
  const line = sheet.rowLines.reader(1);
  if (line === null) return [];
  const hidden: number[] = [];
  for (let row = 1; row <= sheet.maxRows; row++) if (line(row)?.hidden === true) hidden.push(row);
  return hidden;
}
