import { momentOf, wallOf } from '../wallTime';

/** Java's SimpleDateFormat, which Utilities.formatDate and parseDate speak, with English names. */

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const DAY = 86_400_000;

type Part =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'field'; readonly letter: string; readonly width: number };

const TOKEN = /''|'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']+/g;

function partsOf(pattern: string): readonly Part[] {
  return [...pattern.matchAll(TOKEN)].map(([token]): Part => {
    if (token === "''") return { kind: 'literal', text: "'" };
    if (token.startsWith("'")) {
      return { kind: 'literal', text: token.slice(1, -1).replaceAll("''", "'") };
    }
    if (!/^[A-Za-z]/.test(token)) return { kind: 'literal', text: token };
    return { kind: 'field', letter: token[0]!, width: token.length };
  });
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function offsetText(offset: number, colon: string): string {
  const minutes = Math.abs(offset) / 60_000;
  const sign = offset < 0 ? '-' : '+';
  return `${sign}${pad(Math.floor(minutes / 60), 2)}${colon}${pad(Math.floor(minutes % 60), 2)}`;
}

/** Days since Sunday weeks began; week 1 holds 1 January, as in Java's default locale. */
function weekOfYear(wall: number): number {
  const date = new Date(wall);
  const newYear = Date.UTC(date.getUTCFullYear(), 0, 1);
  const days = Math.floor((wall - newYear) / DAY);
  return Math.floor((days + new Date(newYear).getUTCDay()) / 7) + 1;
}

interface Reading {
  readonly date: Date;
  readonly wall: number;
  readonly offset: number;
  readonly zone: string;
}

type Writer = (reading: Reading, width: number) => string;

function named(names: readonly string[], index: number, width: number): string {
  const name = names[index] ?? '';
  return width >= 4 ? name : name.slice(0, 3);
}

function zoneName({ wall, offset, zone }: Reading, width: number): string {
  const timeZoneName = width >= 4 ? 'long' : 'short';
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName });
  const parts = format.formatToParts(wall - offset);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

const WRITERS: Readonly<Record<string, Writer>> = {
  G: () => 'AD',
  y: ({ date }, width) =>
    width === 2 ? pad(date.getUTCFullYear() % 100, 2) : pad(date.getUTCFullYear(), width),
  M: ({ date }, width) =>
    width >= 3 ? named(MONTHS, date.getUTCMonth(), width) : pad(date.getUTCMonth() + 1, width),
  d: ({ date }, width) => pad(date.getUTCDate(), width),
  D: ({ date, wall }, width) =>
    pad(Math.floor((wall - Date.UTC(date.getUTCFullYear(), 0, 1)) / DAY) + 1, width),
  w: ({ wall }, width) => pad(weekOfYear(wall), width),
  E: ({ date }, width) => named(DAYS, date.getUTCDay(), width),
  u: ({ date }, width) => pad(((date.getUTCDay() + 6) % 7) + 1, width),
  a: ({ date }) => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
  H: ({ date }, width) => pad(date.getUTCHours(), width),
  k: ({ date }, width) => pad(date.getUTCHours() || 24, width),
  K: ({ date }, width) => pad(date.getUTCHours() % 12, width),
  h: ({ date }, width) => pad(date.getUTCHours() % 12 || 12, width),
  m: ({ date }, width) => pad(date.getUTCMinutes(), width),
  s: ({ date }, width) => pad(date.getUTCSeconds(), width),
  S: ({ date }, width) => pad(date.getUTCMilliseconds(), width),
  z: zoneName,
  Z: ({ offset }) => offsetText(offset, ''),
  X: ({ offset }, width) => {
    if (offset === 0) return 'Z';
    const text = offsetText(offset, width === 3 ? ':' : '');
    return width === 1 ? text.slice(0, 3) : text;
  },
};

/** A moment by a pattern such as `"yyyy-MM-dd'T'HH:mm"`; throws for a letter that means nothing. */
export function formatMoment(moment: number, zone: string, pattern: string): string {
  const wall = wallOf(moment, zone);
  const reading = { date: new Date(wall), wall, offset: wall - moment, zone };
  return partsOf(pattern)
    .map((part) =>
      part.kind === 'literal' ? part.text : writerOf(part.letter)(reading, part.width),
    )
    .join('');
}

/** Letters that mean the same here. */
const SAME: Readonly<Record<string, string>> = { L: 'M', Y: 'y' };

function writerOf(letter: string): Writer {
  const writer = WRITERS[SAME[letter] ?? letter];
  if (writer === undefined) throw new Error(`Illegal pattern character '${letter}'`);
  return writer;
}

interface Read {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  ms: number;
  afternoon: boolean | null;
  offset: number | null;
}

const NAMES: Readonly<Record<string, readonly string[]>> = { M: MONTHS, L: MONTHS, E: DAYS };

/** What a field looks like in the text to be read. A number that touches the next has its width. */
function readerOf(part: Part, next: Part | undefined): string {
  if (part.kind === 'literal') return part.text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const { letter, width } = part;
  if (letter === 'Z' || letter === 'X') return '(Z|[+-]\\d{2}(?::?\\d{2})?)';
  if (letter === 'a') return '([AaPp][Mm])';
  if (letter === 'E' || ((letter === 'M' || letter === 'L') && width >= 3)) {
    return `(${NAMES[letter]!.map((name) => `${name}|${name.slice(0, 3)}`).join('|')})`;
  }
  if (!'yYMLdHkKhmsS'.includes(letter)) throw new Error(`Illegal pattern character '${letter}'`);
  return next?.kind === 'field' ? `(\\d{${width}})` : '(\\d+)';
}

function readOffset(text: string): number {
  if (text === 'Z') return 0;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})?$/.exec(text)!;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0)) * 60_000;
}

/** A year of two digits is within 80 years before and 20 years after now, as Java reads it. */
function fullYear(text: string, width: number, now: number): number {
  const year = Number(text);
  if (width > 2 || text.length !== 2) return year;
  const thisYear = new Date(now).getUTCFullYear();
  const century = Math.floor(thisYear / 100) * 100 + year;
  return century > thisYear + 20
    ? century - 100
    : century < thisYear - 79
      ? century + 100
      : century;
}

function take(
  read: Read,
  part: Part & { readonly kind: 'field' },
  text: string,
  now: number,
): void {
  const { letter, width } = part;
  const value = Number(text);
  if (letter === 'y' || letter === 'Y') read.year = fullYear(text, width, now);
  else if (letter === 'M' || letter === 'L') {
    const index = MONTHS.findIndex((name) => name.slice(0, 3) === text.slice(0, 3));
    read.month = width >= 3 ? index : value - 1;
  } else if (letter === 'd') read.day = value;
  else if (letter === 'H' || letter === 'k') read.hour = value % 24;
  else if (letter === 'h' || letter === 'K') read.hour = value % 12;
  else if (letter === 'm') read.minute = value;
  else if (letter === 's') read.second = value;
  else if (letter === 'S') read.ms = value;
  else if (letter === 'a') read.afternoon = /^p/i.test(text);
  else if (letter === 'Z' || letter === 'X') read.offset = readOffset(text);
}

/** The moment of a text by a pattern, or null when it does not fit. Leniently, as Java: day 32 is the 1st. */
export function parseMoment(
  text: string,
  zone: string,
  how: { readonly pattern: string; readonly now: number },
): number | null {
  const parts = partsOf(how.pattern);
  const source = parts.map((part, i) => readerOf(part, parts[i + 1])).join('');
  const found = new RegExp(`^\\s*${source}`).exec(text);
  if (found === null) return null;
  const read: Read = {
    year: 1970,
    month: 0,
    day: 1,
    hour: 0,
    minute: 0,
    second: 0,
    ms: 0,
    afternoon: null,
    offset: null,
  };
  parts
    .filter((part) => part.kind === 'field')
    .forEach((part, i) => {
      take(read, part, found[i + 1] ?? '', how.now);
    });
  const wall = new Date(0);
  wall.setUTCFullYear(read.year, read.month, read.day);
  const hour = read.afternoon === true ? read.hour + 12 : read.hour;
  wall.setUTCHours(hour, read.minute, read.second, read.ms);
  return read.offset === null ? momentOf(wall.getTime(), zone) : wall.getTime() - read.offset;
}
