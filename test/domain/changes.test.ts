import { expect, test } from '@jest/globals';
import { changedFields, isTouch } from '../../src/domain/changes';
import { nothingTracked } from '../support/deals';

test('fields that differ are listed, in a fixed order', () => {
  const after = { ...nothingTracked, winChance: 0, owner: 'bob@example.com', amount: 0 };
  expect(changedFields(nothingTracked, after)).toEqual(['owner', 'amount', 'winChance']);
  expect(changedFields(after, { ...after })).toEqual([]);
});

test('a new next step is a touch; a new owner, amount or close date is not', () => {
  expect(isTouch(['nextStep'])).toBe(true);
  expect(isTouch(['closeDate', 'nextStepDate'])).toBe(true);
  expect(isTouch(['owner', 'amount', 'closeDate', 'category', 'winChance'])).toBe(false);
});
