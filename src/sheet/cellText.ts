import { addDays, type Day, dayOf, type LocalTime } from '../domain/day';
import { type Cell, isDateCell, type Row } from './cell';
import { type DateOrder, readDay } from './dateText';

/** What a cell says as trimmed text; `''` for an empty or missing one. */
export function cellText(cell: Cell | undefined): string {
  if (typeof cell === 'string') return cell.trim();
  if (cell === undefined) return '';
  if (isDateCell(cell)) return cell.date.replace('T', ' ');
  return typeof cell === 'boolean' ? (cell ? 'TRUE' : 'FALSE') : String(cell);
}

/** Longer texts the ledger tells by their beginning. */
const TOLD = 5_000;

/**
 * A text as the ledger can repeat it to the letter: Google takes an apostrophe in front for the sign of text, and
 * keeps or drops it by the cell's format. `toldText("'007") //=> '007'`
 */
export function toldText(text: string): string {
  const plain = text.startsWith("'") ? text.replace(/^['\s]+/, '') : text;
  return plain.length > TOLD ? plain.slice(0, TOLD).trimEnd() : plain;
}

/** Nothing in it, or spaces only. */
export function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || cell === '' || (typeof cell === 'string' && cell.trim() === '');
}

/** Whether a row holds something other than a tick box that is not ticked. */
export function isFilled(row: Row): boolean {
  return row.some((cell) => cell !== '' && cell !== false);
}

/** A formula's error value: Google hands it over as text. */
export function isErrorText(text: string): boolean {
  return (
    text.startsWith('#') && /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|ERROR!)/.test(text)
  );
}

/** Serials of 2000 to 2100: a date whose cell lost its format. */
const FIRST_SERIAL = 36_526;
const LAST_SERIAL = 73_415;
/** The day that a spreadsheet counts from. */
const SERIAL_ZERO = '1899-12-30';

/** The day that a cell names: a date, a date's serial, or text; `null` when it names none. */
export function cellDay(cell: Cell | undefined, order?: DateOrder): Day | null {
  if (isDateCell(cell)) return dayOf(cell.date);
  if (typeof cell === 'string') return readDay(cell, order);
  return typeof cell === 'number' ? serialDay(cell) : null;
}

function serialDay(serial: number): Day | null {
  if (!(serial >= FIRST_SERIAL && serial < LAST_SERIAL)) return null;
  return addDays(SERIAL_ZERO, Math.floor(serial));
}

/** A moment as the program writes it in text: `'2026-02-02 09:30:00'`. */
export function momentText(time: LocalTime): string {
  return time.replace('T', ' ');
}

/** What `momentText` wrote, or a date cell; `null` when it is neither. A day alone is its midnight. */
export function cellMoment(cell: Cell | undefined): LocalTime | null {
  const text = isDateCell(cell) ? cell.date : typeof cell === 'string' ? cell : '';
  const match = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2})?))?/.exec(text);
  if (!match) return null;
  const time = match[2] ?? '00:00:00';
  return `${match[1]}T${time.length === 5 ? `${time}:00` : time}`;
}
