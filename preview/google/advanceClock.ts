import type { HostState } from './state';
import { nextDue, type TriggerRecord } from './triggers';
import { readWallText, wallText } from './wallTime';

const DAY = 86_400_000;

/**
 * Moves the clock by `span`; due time triggers fire in order, each at its own time. Over more than
 * a day a trigger that runs every few minutes fires only where it could find something new: at its
 * first turn of each day, at its first turn after any other trigger, and at the next one while it sends mails.
 */
export function advanceClock(
  world: { readonly state: HostState },
  span: number,
  fire: (trigger: TriggerRecord) => void,
): void {
  const { state } = world;
  const end = state.now + span;
  const isLong = span > DAY;
  for (;;) {
    const trigger = nextTrigger(state, end);
    if (trigger === null) break;
    state.now = Math.max(state.now, trigger.next ?? 0);
    setNext(state, trigger, turnAfter(trigger, isLong));
    const mails = state.mails.length;
    fire(trigger);
    const mayGoOn = !isFrequent(trigger) || state.mails.length > mails;
    if (isLong && mayGoOn) wakeFrequent(state);
  }
  state.now = Math.max(state.now, end);
  if (isLong) wakeFrequent(state);
}

function nextTrigger(state: HostState, end: number): TriggerRecord | null {
  let found: TriggerRecord | null = null;
  for (const trigger of state.triggers) {
    if (trigger.next === null || trigger.next > end) continue;
    if (found === null || trigger.next < (found.next ?? 0)) found = trigger;
  }
  return found;
}

function turnAfter(fired: TriggerRecord, isLong: boolean): number | null {
  const { schedule, timeZone, next } = fired;
  if (schedule === null || next === null) return null;
  const due = nextDue(schedule, next, timeZone);
  return isLong && schedule.kind === 'minutes' && due !== null
    ? firstTurnNextDay(due, schedule.minutes * 60_000, timeZone)
    : due;
}

function firstTurnNextDay(due: number, step: number, zone: string): number {
  const midnight = readWallText(wallText(due, zone).slice(0, 10), zone) + DAY;
  return due + Math.ceil((midnight - due) / step) * step;
}

/** Something else ran: the next turn of each frequent trigger counts again. */
function wakeFrequent(state: HostState): void {
  for (const trigger of state.triggers.filter(isFrequent)) {
    const { schedule, next, timeZone } = trigger;
    if (schedule === null || next === null) continue;
    const soon = nextDue(schedule, state.now, timeZone);
    if (soon !== null && soon < next) setNext(state, trigger, soon);
  }
}

function setNext(state: HostState, trigger: TriggerRecord, next: number | null): void {
  state.triggers = state.triggers.flatMap((other) =>
    other.id !== trigger.id ? [other] : next === null ? [] : [{ ...other, next }],
  );
}

function isFrequent(trigger: TriggerRecord): boolean {
  return trigger.schedule?.kind === 'minutes';
}
