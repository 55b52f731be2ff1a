import { expect, test } from '@jest/globals';
import { checklistOf, factsFor, isFilled, type TypedFacts } from '../../sidebar/checklist';
import type { ShortfallView } from '../../src/rpc';
import { aShortfall } from '../support/pageFixtures';

const demo = aShortfall({ field: 'Demo held', control: 'tick', message: 'Tick Demo held' });
const amount = aShortfall({ field: 'Amount', control: 'number', message: 'Amount is empty' });
const low = aShortfall({ field: 'Amount', control: 'number', message: 'Amount is below 500' });
const skip = aShortfall({ field: '', control: 'none', message: 'Proposal may not be skipped' });

test('two demands on one cell are one control that says both', () => {
  expect(checklistOf([amount, demo, low]).map(({ field, messages }) => [field, messages])).toEqual([
    ['Amount', ['Amount is empty', 'Amount is below 500']],
    ['Demo held', ['Tick Demo held']],
  ]);
});

test('demands that no cell helps stay lines of their own', () => {
  expect(checklistOf([skip, skip])).toHaveLength(2);
});

test.each<{ what: string; item: ShortfallView; typed: TypedFacts; filled: boolean }>`
  what                         | item      | typed                     | filled
  ${'an untouched tick box'}   | ${demo}   | ${{}}                     | ${false}
  ${'a tick'}                  | ${demo}   | ${{ 'Demo held': true }}  | ${true}
  ${'a tick taken back'}       | ${demo}   | ${{ 'Demo held': false }} | ${false}
  ${'an untouched amount'}     | ${amount} | ${{}}                     | ${false}
  ${'an amount'}               | ${amount} | ${{ Amount: '12,000' }}   | ${true}
  ${'an amount typed as 0'}    | ${amount} | ${{ Amount: '0' }}        | ${true}
  ${'an amount deleted again'} | ${amount} | ${{ Amount: '' }}         | ${false}
`('$what counts as filled: $filled', ({ item, typed, filled }) => {
  expect(isFilled(checklistOf([item])[0]!, typed)).toBe(filled);
});

test('nothing is sent for a field that left the list while something was typed for it', () => {
  const typed = { Amount: '900', 'Demo held': true, Pain: 'Leaks' };
  expect(factsFor(checklistOf([amount, demo, skip]), typed)).toEqual({
    Amount: '900',
    'Demo held': true,
  });
});
