import { expect, test } from '@jest/globals';
import { keyAction } from '../../sidebar/boardKeys';

const press = (key: string, held: Partial<Record<'shiftKey' | 'ctrlKey', boolean>> = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

test.each<{ key: string; carrying: boolean; meaning: string | undefined }>`
  key             | carrying | meaning
  ${'ArrowRight'} | ${false} | ${'go'}
  ${'ArrowRight'} | ${true}  | ${'carry'}
  ${'Enter'}      | ${false} | ${'open'}
  ${'Enter'}      | ${true}  | ${'drop'}
  ${' '}          | ${false} | ${'pickUp'}
  ${' '}          | ${true}  | ${'drop'}
  ${'x'}          | ${false} | ${'select'}
  ${'x'}          | ${true}  | ${undefined}
  ${'Escape'}     | ${true}  | ${'putBack'}
  ${'Tab'}        | ${false} | ${undefined}
`('"$key" with a card in hand ($carrying) means $meaning', ({ key, carrying, meaning }) => {
  expect(keyAction(press(key), carrying)?.kind).toBe(meaning);
});

test('going with Shift selects on the way', () => {
  expect(keyAction(press('ArrowDown', { shiftKey: true }), false)).toEqual({
    kind: 'go',
    key: 'ArrowDown',
    extend: true,
  });
});

test('the browser keeps its own shortcuts', () => {
  expect(keyAction(press('x', { ctrlKey: true }), false)).toBeNull();
});
