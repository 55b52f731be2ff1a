import { expect, test } from '@jest/globals';
import { soak } from '../../scripts/soak/soak';

test('a month of a small team loses no deal and no entry, and leaves nothing to note', async () => {
  const { months, wrong } = await soak(
    { months: 1, users: 3, moves: 5, archiveAfter: 180 },
    () => {},
  );
  expect(wrong).toEqual([]);
  expect(months).toHaveLength(1);
  expect(months[0]?.moves).toBeGreaterThan(20);
  expect(months[0]?.mailsADay).toBe(4);
});
