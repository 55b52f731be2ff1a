import type { SheetModel } from '../book/sheet';
import { GestureError } from './gestureSchema';
import type { Names } from './names';

/** The column in which the deal's ID stands, when there is one. */
function idColumn(names: Names, sheet: SheetModel): number | null {
  try {
    return names.column(sheet, 'ID').column;
  } catch (error) {
    if (error instanceof GestureError) return null;
    throw error;
  }
}

/** The first row in which a cell is exactly this text: in the ID column, else in any column. */
export function findDeal(names: Names, sheet: SheetModel, deal: string): number {
  const column = idColumn(names, sheet);
  const rows = sheet.lastRow;
  if (column !== null && rows > 0) {
    const ids = sheet.values({ row: 1, column, rows, columns: 1 });
    const at = ids.findIndex(([id]) => String(id) === deal);
    if (at >= 0) return at + 1;
  }
  const at = sheet.store.findIndex((cells) => cells.some((cell) => String(cell) === deal));
  if (at < 0) throw new GestureError(`There is no deal "${deal}".`);
  return at + 1;
}
