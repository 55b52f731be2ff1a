/** The workbook's clock: Google's Dates to and from the text that the rest of the program uses. */
export interface Clock {
  readonly timeZone: string;
  /** This moment, `'2026-02-02T09:30:00'`. */
  now(): string;
  /** A date cell as a day, or as a moment when it holds a time of day too. */
  textOf(date: GoogleAppsScript.Base.Date): string;
  /** The Date that a cell must be given to show this day or moment. */
  dateOf(text: string): GoogleAppsScript.Base.Date;
}

/** This moment in milliseconds since 1970, for measuring how long something took. */
export function epochMs(): number {
  return Date.now();
}

/** Google starts each execution with a script of its own. */
const LOADED_AT = epochMs();

/** For how many milliseconds this execution has run. */
export function runningMs(): number {
  return epochMs() - LOADED_AT;
}

const MOMENT = "yyyy-MM-dd'T'HH:mm:ss";

/**
 * A clock in one time zone. Formatting is a call to Google, so each distinct moment is asked for
 * once: a column of 20,000 days holds few different ones.
 */
export function clockIn(timeZone: string): Clock {
  const texts = new Map<number, string>();
  const dates = new Map<string, GoogleAppsScript.Base.Date>();
  return {
    timeZone,
    now: () => Utilities.formatDate(new Date(), timeZone, MOMENT),
    textOf(date) {
      const ms = date.getTime();
      let text = texts.get(ms);
      if (text === undefined) {
        const full = Utilities.formatDate(date, timeZone, MOMENT);
        text = full.endsWith('T00:00:00') ? full.slice(0, 10) : full;
        texts.set(ms, text);
      }
      return text;
    },
    dateOf(text) {
      let date = dates.get(text);
      if (date === undefined) {
        const full = text.length === 10 ? `${text}T00:00:00` : text;
        date = Utilities.parseDate(full, timeZone, MOMENT);
        dates.set(text, date);
      }
      return date;
    },
  };
}
