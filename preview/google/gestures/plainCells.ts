import { isDateFormat } from '../book/format';
import type { CellValue, Rect } from '../book/rect';
import { partsOfSerial } from '../book/serial';
import type { SheetModel } from '../book/sheet';

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** `'2026-02-02'`, or with a time of day `'2026-02-02T09:30:00'`. */
export function isoOfSerial(serial: number): string {
  const { year, month, day, hour, minute, second } = partsOfSerial(serial);
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  const time = `${two(hour)}:${two(minute)}:${two(second)}`;
  return time === '00:00:00' ? date : `${date}T${time}`;
}

/** A cell as files show it: ISO days and times, everything else raw. */
export function plainValue(value: CellValue, format: string | undefined): CellValue {
  return typeof value === 'number' && isDateFormat(format) ? isoOfSerial(value) : value;
}

/** A block as files show it. */
export function plainCells(sheet: SheetModel, rect: Rect): CellValue[][] {
  const readers = Array.from({ length: rect.columns }, (_, i) =>
    sheet.formats.reader(rect.column + i),
  );
  const grid = sheet.values(rect);
  grid.forEach((row, i) => {
    row.forEach((value, j) => {
      if (typeof value === 'number') row[j] = plainValue(value, readers[j]?.(rect.row + i));
    });
  });
  return grid;
}
