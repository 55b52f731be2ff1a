export type Rhythm =
  | { readonly kind: 'everyMinutes'; readonly minutes: number }
  | {
      readonly kind: 'weekly';
      readonly weekday: number;
      readonly hour: number;
      readonly weeks: number;
    };

const WEEKDAYS = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const;

/** The functions that this user's triggers run. Other users' triggers are invisible to a script. */
export function ownTriggers(): readonly string[] {
  return ScriptApp.getProjectTriggers().map((trigger) => trigger.getHandlerFunction());
}

/** Leaves exactly one trigger of this user for the function, at this rhythm. Weekday 1 is Monday. */
export function setTrigger(run: string, rhythm: Rhythm, timeZone: string): void {
  removeTriggers(run);
  const clock = ScriptApp.newTrigger(run).timeBased();
  if (rhythm.kind === 'everyMinutes') {
    clock.everyMinutes(rhythm.minutes).create();
    return;
  }
  const weekday = WEEKDAYS[rhythm.weekday - 1] ?? 'MONDAY';
  clock
    .everyWeeks(rhythm.weeks)
    .onWeekDay(ScriptApp.WeekDay[weekday])
    .atHour(rhythm.hour)
    .nearMinute(0)
    .inTimezone(timeZone)
    .create();
}

/** Removes this user's triggers for the function. */
export function removeTriggers(run: string): void {
  for (const trigger of ScriptApp.getProjectTriggers()) {
    if (trigger.getHandlerFunction() === run) ScriptApp.deleteTrigger(trigger);
  }
}
