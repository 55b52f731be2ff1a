import { zoneNamed } from './book/zone';

/**
 * Wall clocks as text. A moment is milliseconds since 1970; a wall time is those milliseconds as if
 * the wall clock were UTC, so that plain arithmetic and getUTC* read it.
 */

/** Whether the zone exists. */
export function isZone(zone: string): boolean {
  try {
    return zoneNamed(zone) !== undefined;
  } catch {
    return false;
  }
}

/** The wall time of a moment. */
export function wallOf(moment: number, zone: string): number {
  return zoneNamed(zone).wallOf(moment);
}

/** The moment of a wall time. */
export function momentOf(wall: number, zone: string): number {
  return zoneNamed(zone).instantOf(wall);
}

/** A moment on the zone's wall clock, `'2026-02-02T09:30:00'`. */
export function wallText(moment: number, zone: string): string {
  return new Date(wallOf(moment, zone)).toISOString().slice(0, 19);
}

const WALL_TEXT = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?$/;

/** The moment of `'2026-02-02T09:30'` on the zone's clock; throws when the text is no such time. */
export function readWallText(text: string, zone: string): number {
  const found = WALL_TEXT.exec(text);
  const midnight = found === null ? Number.NaN : Date.parse(`${found[1]}T00:00:00Z`);
  if (found === null || Number.isNaN(midnight)) {
    throw new Error(`"${text}" is not a time such as 2026-02-02T09:30.`);
  }
  const [hour, minute, second] = found.slice(2).map((part) => Number(part ?? 0));
  return momentOf(midnight + (hour! * 3600 + minute! * 60 + second!) * 1000, zone);
}
