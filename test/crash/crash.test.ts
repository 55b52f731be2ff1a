import { expect, test } from '@jest/globals';
import { ACTIONS } from './actions';
import { tryAction } from './tryAction';

/** `npm run crash` tries them all: every call fails, stops and is interrupted in every way. */
const SAMPLE = 6;

test.each(ACTIONS)('$what, broken at any call, loses nothing and doubles nothing', (action) => {
  const { cases, failed } = tryAction(action, SAMPLE);
  expect(failed).toEqual([]);
  expect(cases.fail + cases.stop + cases.between).toBe(SAMPLE);
});
