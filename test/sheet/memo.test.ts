import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { EMPTY_MEMO, MEMO_LINES, memoText, readMemo } from '../../src/sheet/memo';
import { aMemo } from './arbitraries';

const held = {
  kind: 'held',
  from: 'lead',
  to: 'proposal',
  at: '2026-02-02T09:30:00',
  by: 'ann@example.com',
  reason: 'Amount must be at least 500',
} as const;

test('a memo is read back as it was written, with the deal that it is of', () => {
  fc.assert(
    fc.property(aMemo, (memo) => {
      expect(readMemo(memoText(memo, 'D1'))).toEqual({ ...memo, deal: 'D1' });
    }),
  );
});

test('a memo keeps the last six entries, and their reasons in short', () => {
  const history = Array.from({ length: 9 }, (_, i) => ({ ...held, seq: i + 1 }));
  const long = { ...held, seq: 10, reason: 'x'.repeat(5000) };
  const read = readMemo(memoText({ ...EMPTY_MEMO, history: [...history, long] }, 'D1'));
  expect(read.history.map((line) => line.seq)).toEqual([5, 6, 7, 8, 9, 10]);
  expect(read.history).toHaveLength(MEMO_LINES);
  expect(read.history[5]?.reason).toHaveLength(300);
});

test.each<{ text: string }>`
  text
  ${''}
  ${'hello'}
  ${'{}'}
  ${'null'}
  ${'{"h":[[1]],"a":[],"d":[]}'}
  ${'{"h":[],"a":[["call",-1]],"d":[]}'}
`('the broken memo "$text" reads as empty', ({ text }) => {
  expect(readMemo(text)).toEqual(EMPTY_MEMO);
});

test('a kind of activity called __proto__ is just a kind', () => {
  const memo = readMemo('{"h":[],"a":[["__proto__",2]],"d":[]}');
  expect(Object.entries(memo.activities)).toEqual([['__proto__', 2]]);
  expect(({} as Record<string, unknown>).call).toBeUndefined();
});
