import type { CellValue, Rect } from './book/rect';
import type { EventTools } from './run';
import { AuthMode } from './services/scriptApp';
import { actingUser } from './services/session';
import { type TriggerRecord, weekdayOf } from './triggers';
import { wallOf } from './wallTime';

/** An edit as Google tells a script of it. */
export interface EditHappened {
  readonly user: string;
  readonly sheetId: number;
  readonly rect: Rect;
  /** Of a single typed cell only; '' when it was empty before, or is now. */
  readonly typed?: { readonly value: CellValue; readonly oldValue: CellValue };
}

/** Google hands typed values over as text: dates as serial numbers, ticks as TRUE and FALSE. */
function eventText(value: CellValue): string {
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

function eventObject({ realm, side }: EventTools, members: object): object {
  const mode = AuthMode[side.acting.mode];
  return Object.assign(new realm.Object(), { authMode: mode }, members);
}

export function editEvent(edit: EditHappened, trigger: TriggerRecord | null) {
  return (tools: EventTools): readonly unknown[] => {
    const { typed } = edit;
    const members = {
      range: tools.spreadsheet.range(edit.sheetId, edit.rect),
      source: tools.spreadsheet.spreadsheet(),
      user: actingUser(tools.side),
      ...(typed === undefined || typed.value === '' ? {} : { value: eventText(typed.value) }),
      ...(typed === undefined || typed.oldValue === ''
        ? {}
        : { oldValue: eventText(typed.oldValue) }),
      ...(trigger === null ? {} : { triggerUid: trigger.id }),
    };
    return [eventObject(tools, members)];
  };
}

export function openEvent(trigger: TriggerRecord | null) {
  return (tools: EventTools): readonly unknown[] => {
    const hasDocument = tools.side.acting.mode !== 'NONE';
    const members = {
      ...(hasDocument ? { source: tools.spreadsheet.spreadsheet() } : {}),
      user: actingUser(tools.side),
      ...(trigger === null ? {} : { triggerUid: trigger.id }),
    };
    return [eventObject(tools, members)];
  };
}

/** Google's names for what changed in a workbook beside the content of cells. */
export type ChangeType =
  | 'EDIT'
  | 'INSERT_ROW'
  | 'INSERT_COLUMN'
  | 'REMOVE_ROW'
  | 'REMOVE_COLUMN'
  | 'INSERT_GRID'
  | 'REMOVE_GRID'
  | 'FORMAT'
  | 'OTHER';

export function changeEvent(changeType: ChangeType, trigger: TriggerRecord) {
  return (tools: EventTools): readonly unknown[] => [
    eventObject(tools, {
      changeType,
      source: tools.spreadsheet.spreadsheet(),
      user: actingUser(tools.side),
      triggerUid: trigger.id,
    }),
  ];
}

/** A time trigger's event: parts of the moment, no document. */
export function clockEvent(trigger: TriggerRecord) {
  return (tools: EventTools): readonly unknown[] => {
    const wall = wallOf(tools.side.now(), trigger.timeZone);
    const date = new Date(wall);
    return [
      eventObject(tools, {
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        'day-of-month': date.getUTCDate(),
        'day-of-week': weekdayOf(wall),
        hour: date.getUTCHours(),
        minute: date.getUTCMinutes(),
        second: date.getUTCSeconds(),
        timezone: trigger.timeZone,
        triggerUid: trigger.id,
      }),
    ];
  };
}
