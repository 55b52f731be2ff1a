import { type Day, daysBetween } from '../day';
import type { DealHistory, Visit } from '../history';
import type { Pipeline, StageKey } from '../pipeline';
import { inOrder, sortedBy } from './dayOrder';

/** Days are counted from this one, so that a day is a small integer. */
export const FIRST_DAY: Day = '1970-01-01';

/** Where a spell ends, when not in a state, won or lost: it goes on, or what came is not in the pipeline. */
export const UNSEEN = -1;

/**
 * All deals as they stood at the end of each day. Several moves on one day are one step, from
 * where the deal stood the evening before to where it stands that evening. Columns, not objects:
 * the forecast reads them again for every earlier day that it replays.
 */
export interface Panel {
  /** Stages that a deal can sit in: the open ones in order, then nurture. */
  readonly states: readonly StageKey[];
  /** How many of them are open. */
  readonly open: number;
  /** Exit codes after the states' own. */
  readonly won: number;
  readonly lost: number;
  /** The last day that was seen to its end. */
  readonly lastDay: number;
  readonly histories: readonly DealHistory[];
  readonly spells: Spells;
  readonly births: Births;
  readonly closings: Closings;
}

/** A deal stands in a state on the evenings from .. to - 1, and on the evening of `to` in `exit`. By `from`. */
export interface Spells {
  /** Position in `histories`. */
  readonly deal: Int32Array;
  readonly state: Int32Array;
  readonly from: Int32Array;
  /** lastDay + 1 while the spell goes on. */
  readonly to: Int32Array;
  /** A state, won, lost or UNSEEN. */
  readonly exit: Int32Array;
  /** 0 when its first day or its last is only assumed. */
  readonly known: Int32Array;
}

/** Where new deals stood on their first evening, by day. */
export interface Births {
  readonly deal: Int32Array;
  readonly day: Int32Array;
  /** A state, won, lost or UNSEEN. */
  readonly into: Int32Array;
}

/** Deals that were won or lost, each time they were, by day. */
export interface Closings {
  readonly deal: Int32Array;
  readonly day: Int32Array;
  readonly won: Int32Array;
  /** The states it had sat in for an evening, a bit each of the first 31. */
  readonly satIn: Int32Array;
}

/** Reads histories into evenings, up to and including `asOf`. Deleted deals are left out. */
export function panelOf(histories: Iterable<DealHistory>, pipeline: Pipeline, asOf: Day): Panel {
  const { states, open, codes } = codesOf(pipeline);
  const lastDay = numberOf(asOf);
  const kept: DealHistory[] = [];
  const spells = { deal: [], state: [], from: [], to: [], exit: [], known: [] } as Rows<Spells>;
  const births = { deal: [], day: [], into: [] } as Rows<Births>;
  const closings = { deal: [], day: [], won: [], satIn: [] } as Rows<Closings>;
  const rows = { spells, births, closings, closed: states.length, lastDay };
  for (const history of histories) {
    if (history.deleted) continue;
    const evenings = eveningsOf(history.visits, codes, lastDay);
    addDeal(rows, kept.push(history) - 1, history, evenings);
  }
  return {
    states,
    open,
    won: states.length,
    lost: states.length + 1,
    lastDay,
    histories: kept,
    spells: sortedBy(spells, inOrder(spells.from)),
    births: sortedBy(births, inOrder(births.day)),
    closings: sortedBy(closings, inOrder(closings.day)),
  };
}

function codesOf({ stages }: Pipeline): {
  readonly states: readonly StageKey[];
  readonly open: number;
  readonly codes: ReadonlyMap<StageKey, number>;
} {
  const keysOf = (kind: string) => stages.filter((stage) => stage.kind === kind);
  const open = keysOf('open');
  const states = [...open, ...keysOf('nurture')].map(({ key }) => key);
  const codes = new Map<StageKey, number>(states.map((key, index) => [key, index]));
  for (const { key } of keysOf('won')) codes.set(key, states.length);
  for (const { key } of keysOf('lost')) codes.set(key, states.length + 1);
  return { states, open: open.length, codes };
}

/** Bits of a whole number that shifting keeps apart. */
export const BITS = 31;

type Rows<T> = Record<keyof T, number[]>;

interface AllRows {
  readonly spells: Rows<Spells>;
  readonly births: Rows<Births>;
  readonly closings: Rows<Closings>;
  /** The first code that is not a state. */
  readonly closed: number;
  readonly lastDay: number;
}

interface Evening {
  readonly day: number;
  readonly code: number;
  readonly known: boolean;
}

/** The state of each evening on which it changed. A stage that the pipeline does not have is UNSEEN. */
function eveningsOf(
  visits: readonly Visit[],
  codes: ReadonlyMap<StageKey, number>,
  lastDay: number,
): readonly Evening[] {
  const evenings: Evening[] = [];
  for (const visit of visits) {
    const last = evenings[evenings.length - 1];
    const told = visit.from === '' ? Number.NaN : numberOf(visit.from);
    const entered = Number.isNaN(told) ? (last?.day ?? lastDay) : told;
    const day = Math.max(entered, last?.day ?? entered);
    if (day > lastDay) break;
    const evening = { day, code: codes.get(visit.stage) ?? UNSEEN, known: visit.known };
    if (last?.day === day) evenings.pop();
    if (evenings[evenings.length - 1]?.code !== evening.code) evenings.push(evening);
  }
  return evenings;
}

function addDeal(
  { spells, births, closings, closed, lastDay }: AllRows,
  deal: number,
  { createdKnown }: DealHistory,
  evenings: readonly Evening[],
): void {
  const first = evenings[0];
  if (first !== undefined && (first.known || createdKnown)) {
    push(births, { deal, day: first.day, into: first.code });
  }
  let satIn = 0;
  evenings.forEach(({ day, code, known }, index) => {
    if (code >= closed) push(closings, { deal, day, won: code === closed ? 1 : 0, satIn });
    if (code === UNSEEN || code >= closed) return;
    const next = evenings[index + 1];
    push(spells, {
      deal,
      state: code,
      from: day,
      to: next?.day ?? lastDay + 1,
      exit: next?.code ?? UNSEEN,
      known: known && next?.known !== false ? 1 : 0,
    });
    if (code < BITS) satIn |= 1 << code;
  });
}

function push<T>(rows: Rows<T>, row: Readonly<Record<keyof T, number>>): void {
  for (const column of Object.keys(row) as (keyof T)[]) rows[column].push(row[column]);
}

const numbers = new Map<string, number>();

/** A day or moment as a count of days; remembered, for the same few thousand days come again and again. */
export function numberOf(time: string): number {
  const day = time.slice(0, 10);
  let number = numbers.get(day);
  if (number === undefined) {
    number = daysBetween(FIRST_DAY, day);
    numbers.set(day, number);
  }
  return number;
}
