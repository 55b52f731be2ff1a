import { expect, test } from '@jest/globals';
import { countUpTo, inOrder, sortedBy } from '../../../src/domain/forecast/dayOrder';

test.each<{ days: readonly number[]; order: readonly number[] }>`
  days               | order
  ${[]}              | ${[]}
  ${[7]}             | ${[0]}
  ${[5, 3, 5, 1]}    | ${[3, 1, 0, 2]}
  ${[2, 2, 2]}       | ${[0, 1, 2]}
  ${[-3, 20_500, 0]} | ${[0, 2, 1]}
`('days $days stand in the order of their places $order', ({ days, order }) => {
  expect([...inOrder(days)]).toEqual(order);
});

test('all columns follow the order of the days', () => {
  const sorted = sortedBy({ day: [5, 3, 4], deal: [10, 11, 12] }, inOrder([5, 3, 4]));
  expect([...sorted.day]).toEqual([3, 4, 5]);
  expect([...sorted.deal]).toEqual([11, 12, 10]);
});

test.each<{ day: number; count: number }>`
  day  | count
  ${0} | ${0}
  ${1} | ${1}
  ${2} | ${1}
  ${3} | ${4}
  ${6} | ${4}
  ${7} | ${5}
  ${9} | ${5}
`('of the days 1, 3, 3, 3 and 7 are $count not after $day', ({ day, count }) => {
  expect(countUpTo(Int32Array.of(1, 3, 3, 3, 7), day)).toBe(count);
  expect(countUpTo(new Int32Array(0), day)).toBe(0);
});
