const DAY = 86_400_000;
const UTC_NAMES = new Set(['Etc/UTC', 'UTC', 'Etc/GMT', 'GMT']);

/** A time zone's clock. A wall time is the ms that the same clock reading would be in UTC. */
export interface Zone {
  wallOf(instant: number): number;
  /** A reading that a spring change skips is read with the offset of before, as Java does. */
  instantOf(wall: number): number;
}

const UTC: Zone = { wallOf: (instant) => instant, instantOf: (wall) => wall };
const zones = new Map<string, Zone>();

/** The zone with this IANA name; throws RangeError when there is none. */
export function zoneNamed(name: string): Zone {
  let zone = zones.get(name);
  if (zone === undefined) {
    zone = UTC_NAMES.has(name) ? UTC : zoneByOffsets(offsetsOf(name));
    zones.set(name, zone);
  }
  return zone;
}

function zoneByOffsets(offsetAt: (instant: number) => number): Zone {
  return {
    wallOf: (instant) => instant + offsetAt(instant),
    instantOf(wall) {
      const before = offsetAt(wall - DAY);
      const after = offsetAt(wall + DAY);
      if (before === after) return wall - before;
      return offsetAt(wall - before) === before ? wall - before : spring(wall, before, after);
    },
  };

  function spring(wall: number, before: number, after: number): number {
    return offsetAt(wall - after) === after ? wall - after : wall - before;
  }
}

/** Offsets, remembered by UTC day: asking Intl for each of 200,000 cells would take seconds. */
function offsetsOf(name: string): (instant: number) => number {
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const ask = (instant: number): number => {
    const part: Record<string, string> = {};
    for (const { type, value } of clock.formatToParts(instant)) part[type] = value;
    const year = part.era === 'BC' ? 1 - Number(part.year) : Number(part.year);
    const wall = new Date(0);
    wall.setUTCFullYear(year, Number(part.month) - 1, Number(part.day));
    wall.setUTCHours(Number(part.hour), Number(part.minute), Number(part.second));
    return wall.getTime() - Math.floor(instant / 1000) * 1000;
  };
  const days = new Map<number, number | null>();
  return (instant) => {
    const day = Math.floor(instant / DAY);
    let offset = days.get(day);
    if (offset === undefined) {
      const start = ask(day * DAY);
      offset = start === ask((day + 1) * DAY) ? start : null;
      days.set(day, offset);
    }
    return offset ?? ask(instant);
  };
}
