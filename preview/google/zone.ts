/**
 * Wall clocks of time zones. A moment is milliseconds since 1970 (UTC); a wall time is those
 * milliseconds as if the wall clock were UTC, so that plain arithmetic and getUTC* read it.
 */

const QUARTER = 15 * 60_000;

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    });
    formats.set(zone, format);
  }
  return format;
}

/** Whether the zone exists. */
export function isZone(zone: string): boolean {
  try {
    return formatOf(zone) !== undefined;
  } catch {
    return false;
  }
}

function measuredOffset(ms: number, zone: string): number {
  const part: Record<string, string> = {};
  for (const { type, value } of formatOf(zone).formatToParts(ms)) part[type] = value;
  const year = part.era === 'BC' ? 1 - Number(part.year) : Number(part.year);
  const wall = new Date(0);
  wall.setUTCFullYear(year, Number(part.month) - 1, Number(part.day));
  wall.setUTCHours(Number(part.hour), Number(part.minute), Number(part.second));
  return wall.getTime() - Math.floor(ms / 1000) * 1000;
}

/** How far the zone's wall clock is ahead of UTC at this moment. Zones change on quarters of an hour. */
export function offsetAt(ms: number, zone: string): number {
  if (zone === 'Etc/UTC' || zone === 'UTC' || zone === 'GMT') return 0;
  let known = offsets.get(zone);
  if (known === undefined) {
    known = new Map();
    offsets.set(zone, known);
  }
  const quarter = Math.floor(ms / QUARTER);
  let offset = known.get(quarter);
  if (offset === undefined) {
    offset = measuredOffset(quarter * QUARTER, zone);
    known.set(quarter, offset);
  }
  return offset;
}

/** The wall time of a moment. */
export function wallOf(ms: number, zone: string): number {
  return ms + offsetAt(ms, zone);
}

/**
 * The moment of a wall time. A time that the clock skips counts as later by the skip; of a time
 * that it shows twice, the first.
 */
export function momentOf(wall: number, zone: string): number {
  const before = wall - offsetAt(wall - 86_400_000, zone);
  if (wallOf(before, zone) === wall) return before;
  const after = wall - offsetAt(wall + 86_400_000, zone);
  return wallOf(after, zone) === wall ? after : before;
}

/** A moment on the zone's wall clock, `'2026-02-02T09:30:00'`. */
export function wallText(ms: number, zone: string): string {
  return new Date(wallOf(ms, zone)).toISOString().slice(0, 19);
}

const WALL_TEXT = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?$/;

/** The moment of `'2026-02-02T09:30'` on the zone's wall clock; throws when the text is no such time. */
export function readWallText(text: string, zone: string): number {
  const found = WALL_TEXT.exec(text);
  const wall = found === null ? Number.NaN : Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
  if (found === null || Number.isNaN(wall)) {
    throw new Error(`"${text}" is not a time such as 2026-02-02T09:30.`);
  }
  const [hour, minute, second] = found.slice(4).map((part) => Number(part ?? 0));
  return momentOf(wall + (hour! * 3600 + minute! * 60 + second!) * 1000, zone);
}
