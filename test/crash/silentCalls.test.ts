import { expect, test } from '@jest/globals';
import type { Outcome } from '../../preview/google/gestures/gesture';
import { does, loaded, saved } from '../app/desk';
import type { Action } from './action';
import { ACTIONS } from './actions';
import { allCases, type Case } from './cases';
import { type Course, endsAsNext, sameUpTo } from './silentCalls';

const [MOVED] = ACTIONS.filter(({ what }) => what === 'a typed move that passes');

/** Plays cases of an action on one workbook. */
function playing(action: Action) {
  const start = action.before();
  const text = saved(start);
  const gesture = action.gesture(start);
  const during = { call: Number.MAX_SAFE_INTEGER, do: { menu: 'sweep' } } as const;
  const unbroken = does(loaded(text), { ...gesture, during }).executions;
  const calls = Math.max(...unbroken.map(({ callCount }) => callCount));
  return {
    unbroken,
    cases: allCases(calls, action, start),
    /** What came of it, and the workbook without its clock, its digests and the names that it draws. */
    play: ({ options }: Case): { readonly outcome: Outcome; readonly left: string } => {
      const host = loaded(text);
      const outcome = host.gesture({ ...gesture, ...options });
      return { outcome, left: timeless(JSON.stringify(host)) };
    },
  };
}

function timeless(text: string): string {
  return text
    .replace(/\d\d:\d\d(:\d\d)?(\.\d+)?/g, '')
    .replace(/\b1[67]\d{11}(\.\d+)?\b/g, '')
    .replace(/\bd[0-9a-f]{11}\b/g, '');
}

test('a case that is not played leaves the workbook as the one that is played in its place', () => {
  if (MOVED === undefined) throw new Error('no such action');
  const { unbroken, cases, play } = playing(MOVED);
  const others = new Map<string, { readonly until: number; readonly left: string }>();
  let compared = 0;
  for (const one of cases.filter(({ call }) => call <= 20)) {
    if (one.other === null) continue;
    const { outcome, left } = play(one);
    const before = others.get(one.other.what);
    if (before !== undefined && one.call <= before.until) {
      expect([one.what, left === before.left]).toEqual([one.what, true]);
      compared += 1;
    } else {
      const until = sameUpTo(one, unbroken, outcome.executions);
      others.set(one.other.what, { until, left });
    }
  }
  expect(compared).toBeGreaterThan(60);
});

const course = (calls: readonly (readonly [method: string, answer?: string])[]): Course[] => {
  const sequence = calls.map(([method]) => method);
  return [{ sequence, answers: calls.map(([, answer]) => answer ?? null) }];
};

const between = (call: number, rearranges?: 'deletes'): Case => {
  const other = { what: 'somebody acts', gesture: () => ({ menu: 'sweep' }), rearranges } as const;
  return { call, kind: 'between', what: '', options: {}, other } as Case;
};

const ALONE = course([
  ['Sheet.getRange'],
  ['Range.getValues', 'Mill'],
  ['Sheet.getRange'],
  ['Range.setValues'],
  ['Range.getValues', 'Dam'],
]);

test.each<{ what: string; one: Case; beside: Course[]; until: number }>`
  what                                 | one                      | beside                                                                                                | until
  ${'up to the write'}                 | ${between(1)}            | ${ALONE}                                                                                              | ${4}
  ${'not past an answer that changes'} | ${between(1)}            | ${course([['Sheet.getRange'], ['Range.getValues', 'Weir'], ['Sheet.getRange'], ['Range.setValues']])} | ${2}
  ${'not past another call'}           | ${between(1)}            | ${course([['Sheet.getLastRow', '9']])}                                                                | ${1}
  ${'not past a write'}                | ${between(4)}            | ${ALONE}                                                                                              | ${4}
  ${'not past a range, where rows go'} | ${between(1, 'deletes')} | ${ALONE}                                                                                              | ${1}
  ${'never past the end'}              | ${between(5)}            | ${ALONE}                                                                                              | ${5}
`('it makes no difference when somebody acts $what', ({ one, beside, until }) => {
  expect(sameUpTo(one, ALONE, beside)).toBe(until);
});

test('a stop before a range is taken is the stop after that; before a read, a write or the end it is its own', () => {
  const stop = (call: number): Case => ({ ...between(call), kind: 'stop', other: null });
  expect([1, 2, 3, 4, 5].map((call) => endsAsNext(stop(call), ALONE))).toEqual([
    true,
    false,
    true,
    false,
    false,
  ]);
  const fail: Case = { ...between(1), kind: 'fail', other: null };
  expect(endsAsNext(fail, ALONE)).toBe(false);
});
