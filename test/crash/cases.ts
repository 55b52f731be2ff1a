import type { GestureOptions } from '../../preview/google/gestures/gesture';
import { FAILURES } from '../../preview/google/googleErrors';
import type { Host } from '../../preview/google/host';
import type { Action, Kind, Other } from './action';

/** One way in which one call goes. */
export interface Case {
  readonly call: number;
  readonly kind: Kind;
  readonly what: string;
  readonly options: GestureOptions;
  readonly other: Other | null;
}

/** Every call, broken in every way. */
export function allCases(calls: number, action: Action, start: Host): readonly Case[] {
  return Array.from({ length: calls }, (_, i) => casesAt(i + 1, action, start)).flat();
}

/** So many of them, from one end to the other and of every kind: the same each time. */
export function sampled<T>(all: readonly T[], sample: number | 'all'): readonly T[] {
  if (sample === 'all' || sample >= all.length) return all;
  const at = (i: number) => (Math.floor((i * all.length) / sample) + i) % all.length;
  const picked = new Set(Array.from({ length: sample }, (_, i) => at(i)));
  return all.filter((_, i) => picked.has(i));
}

function casesAt(call: number, action: Action, start: Host): readonly Case[] {
  const alone = { other: null };
  return [
    ...FAILURES.map((error) => {
      return {
        call,
        kind: 'fail',
        what: `call ${call} failed (${error})`,
        options: { failAt: call, error },
        ...alone,
      };
    }),
    ...(['all', 'none', 'half'] as const).map((keep) => {
      return {
        call,
        kind: 'stop',
        what: `stopped at call ${call} (${keep} kept)`,
        options: { stopAt: call, keep },
        ...alone,
      };
    }),
    ...action.others.map((other) => {
      const during = { call, do: other.gesture(start) };
      return {
        call,
        kind: 'between',
        what: `before call ${call} ${other.what}`,
        options: { during },
        other,
      };
    }),
  ] as Case[];
}
