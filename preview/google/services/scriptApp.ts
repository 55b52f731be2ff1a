import { enumOf } from '../guard';
import { firstDue, type Schedule, type TriggerKind, type TriggerRecord } from '../triggers';
import { isZone, momentOf } from '../wallTime';
import { built, isDate, mismatch, type ServiceSide } from './serviceSide';

export const AuthMode = enumOf('AuthMode', ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']);
const AuthorizationStatus = enumOf('AuthorizationStatus', ['REQUIRED', 'NOT_REQUIRED']);
const EventType = enumOf('EventType', [
  'CLOCK',
  'ON_OPEN',
  'ON_EDIT',
  'ON_FORM_SUBMIT',
  'ON_CHANGE',
  'ON_EVENT_UPDATED',
]);
const TriggerSource = enumOf('TriggerSource', [
  'SPREADSHEETS',
  'CLOCK',
  'FORMS',
  'DOCUMENTS',
  'CALENDAR',
]);
const WEEKDAYS = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const;
const WeekDay = enumOf('WeekDay', WEEKDAYS);

const TRIGGERS_PER_USER = 20;
const MINUTES = [1, 5, 10, 15, 30];
const HOURS = [1, 2, 4, 6, 8, 12];

const EVENT_OF: Readonly<Record<TriggerKind, keyof typeof EventType & string>> = {
  clock: 'CLOCK',
  open: 'ON_OPEN',
  edit: 'ON_EDIT',
  change: 'ON_CHANGE',
  formSubmit: 'ON_FORM_SUBMIT',
};

/** The record behind each Trigger that a script holds. */
const records = new WeakMap<object, TriggerRecord>();

function trigger(side: ServiceSide, record: TriggerRecord): object {
  const self = built(side, 'Trigger', {
    getHandlerFunction: () => record.functionName,
    getUniqueId: () => record.id,
    getEventType: () => EventType[EVENT_OF[record.kind]],
    getTriggerSource: () => TriggerSource[record.kind === 'clock' ? 'CLOCK' : 'SPREADSHEETS'],
    getTriggerSourceId: () => (record.kind === 'clock' ? null : side.document.id),
  });
  records.set(self, record);
  return self;
}

function create(
  side: ServiceSide,
  wanted: Pick<TriggerRecord, 'functionName' | 'kind' | 'timeZone' | 'schedule'>,
): object {
  side.gate.call('trigger', 'TriggerBuilder.create');
  const { state, acting } = side;
  if (ownTriggers(side).length >= TRIGGERS_PER_USER) {
    throw side.realm.exception(
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
  }
  const { schedule } = wanted;
  const record: TriggerRecord = {
    id: state.newId('trigger'),
    creator: acting.runAs,
    next: schedule === null ? null : firstDue(schedule, side.now(), wanted.timeZone),
    ...wanted,
  };
  state.triggers = [...state.triggers, record];
  return trigger(side, record);
}

function ownTriggers(side: ServiceSide): readonly TriggerRecord[] {
  return side.state.triggers.filter((record) => record.creator === side.acting.runAs);
}

interface ClockPlan {
  unit: 'minutes' | 'hours' | 'days' | 'weeks' | 'monthDay' | 'once' | null;
  count: number;
  weekday: number | null;
  hour: number | null;
  minute: number | null;
  at: number;
  timeZone: string;
}

/** Google picks what was not said once, at creation, and keeps to it. */
function scheduleOf(side: ServiceSide, plan: ClockPlan): Schedule {
  const hour = plan.hour ?? Math.floor(side.state.nextRandom() * 24);
  const minute = plan.minute ?? Math.floor(side.state.nextRandom() * 60);
  const unit = plan.unit ?? (plan.weekday === null ? null : 'weeks');
  switch (unit) {
    case 'minutes':
      return { kind: 'minutes', minutes: plan.count };
    case 'hours':
      return { kind: 'hours', hours: plan.count };
    case 'once':
      return { kind: 'once', at: plan.at };
    case 'monthDay':
      return { kind: 'monthDay', monthDay: plan.count, hour, minute };
    case 'days':
      return { kind: 'days', days: plan.count, hour, minute };
    case 'weeks':
      return { kind: 'weeks', weeks: plan.count, weekday: plan.weekday ?? 1, hour, minute };
    case null:
      throw side.realm.exception(
        'The clock trigger needs a time: say everyMinutes, everyHours, everyDays, everyWeeks, onWeekDay, onMonthDay, at or after.',
      );
  }
}

function checkOneOf(side: ServiceSide, given: number, allowed: readonly number[], method: string) {
  if (allowed.includes(given)) return;
  const list = `${allowed.slice(0, -1).join(', ')} or ${allowed.at(-1)}`;
  throw side.realm.exception(
    `The value you passed to ${method} was invalid. It must be one of ${list}.`,
  );
}

function clockBuilder(side: ServiceSide, functionName: string): object {
  const plan: ClockPlan = {
    unit: null,
    count: 1,
    weekday: null,
    hour: null,
    minute: null,
    at: 0,
    timeZone: side.project.timeZone,
  };
  const every = (unit: ClockPlan['unit'], count: number) => {
    if (!Number.isInteger(count) || count < 1) throw mismatch(side, 'ClockTriggerBuilder', [count]);
    plan.unit = unit;
    plan.count = count;
    return self;
  };
  const once = (at: number) => {
    plan.at = at;
    return every('once', 1);
  };
  const self: object = built(side, 'ClockTriggerBuilder', {
    everyMinutes(count: number) {
      checkOneOf(side, count, MINUTES, 'everyMinutes');
      return every('minutes', count);
    },
    everyHours(count: number) {
      checkOneOf(side, count, HOURS, 'everyHours');
      return every('hours', count);
    },
    everyDays: (count: number) => every('days', count),
    everyWeeks: (count: number) => every('weeks', count),
    onMonthDay: (day: number) => every('monthDay', day),
    onWeekDay(day: unknown) {
      const weekday = WEEKDAYS.indexOf(String(day) as (typeof WEEKDAYS)[number]) + 1;
      if (weekday === 0) throw mismatch(side, 'ClockTriggerBuilder.onWeekDay', [day]);
      plan.weekday = weekday;
      return self;
    },
    atHour(hour: number) {
      if (!(hour >= 0 && hour <= 23)) throw side.realm.exception('Invalid argument: hour');
      plan.hour = Math.floor(hour);
      return self;
    },
    nearMinute(minute: number) {
      if (!(minute >= 0 && minute <= 59)) throw side.realm.exception('Invalid argument: minute');
      plan.minute = Math.floor(minute);
      return self;
    },
    inTimezone(timeZone: string) {
      if (!isZone(timeZone)) throw side.realm.exception(`Invalid time zone: ${timeZone}`);
      plan.timeZone = timeZone;
      return self;
    },
    after: (ms: number) => once(side.now() + ms),
    at(date: unknown) {
      if (!isDate(date)) throw mismatch(side, 'ClockTriggerBuilder.at', [date]);
      return once(date.getTime());
    },
    atDate(year: number, month: number, day: number) {
      return once(momentOf(Date.UTC(year, month - 1, day), plan.timeZone));
    },
    create: () =>
      create(side, {
        functionName,
        kind: 'clock',
        timeZone: plan.timeZone,
        schedule: scheduleOf(side, plan),
      }),
  });
  return self;
}

function spreadsheetBuilder(side: ServiceSide, functionName: string): object {
  let kind: TriggerKind | null = null;
  const on = (wanted: TriggerKind) => () => {
    kind = wanted;
    return self;
  };
  const self: object = built(side, 'SpreadsheetTriggerBuilder', {
    onOpen: on('open'),
    onEdit: on('edit'),
    onChange: on('change'),
    onFormSubmit: on('formSubmit'),
    create() {
      if (kind === null) throw side.realm.exception('The event type of the trigger is missing.');
      return create(side, { functionName, kind, timeZone: side.document.timeZone, schedule: null });
    },
  });
  return self;
}

/** Triggers of the current user, and what the script is allowed to do. */
export function scriptApp(side: ServiceSide): object {
  const listed = (method: string) => () => {
    side.gate.call('trigger', `ScriptApp.${method}`);
    return side.realm.Array.from(ownTriggers(side).map((record) => trigger(side, record)));
  };
  return built(side, 'ScriptApp', {
    AuthMode,
    AuthorizationStatus,
    EventType,
    TriggerSource,
    WeekDay,
    getProjectTriggers: listed('getProjectTriggers'),
    getUserTriggers: listed('getUserTriggers'),
    newTrigger(functionName: string) {
      side.gate.call('trigger', 'ScriptApp.newTrigger');
      return built(side, 'TriggerBuilder', {
        timeBased: () => clockBuilder(side, String(functionName)),
        forSpreadsheet: () => spreadsheetBuilder(side, String(functionName)),
      });
    },
    deleteTrigger(given: object) {
      side.gate.call('trigger', 'ScriptApp.deleteTrigger');
      const record = records.get(given);
      if (record === undefined) throw mismatch(side, 'ScriptApp.deleteTrigger', [given]);
      side.state.triggers = side.state.triggers.filter((other) => other.id !== record.id);
    },
    getAuthorizationInfo() {
      side.gate.call('session', 'ScriptApp.getAuthorizationInfo');
      return built(side, 'AuthorizationInfo', {
        getAuthorizationStatus: () => AuthorizationStatus.NOT_REQUIRED,
        getAuthorizationUrl: () => null,
      });
    },
    getScriptId: () => 'standInScript',
  });
}
