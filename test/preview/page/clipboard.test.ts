import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { a1, areaOf, columnLetters, grown } from '../../../preview/page/grid/address';
import { readBlock, writeBlock } from '../../../preview/page/grid/clipboard';

test.each<{ text: string; block: string[][] }>`
  text                        | block
  ${'Proposal'}               | ${[['Proposal']]}
  ${'a\tb\nc\td'}             | ${[['a', 'b'], ['c', 'd']]}
  ${'a\r\nb\r\n'}             | ${[['a'], ['b']]}
  ${'a\t\t\nb'}               | ${[['a', '', ''], ['b', '', '']]}
  ${'"two\nlines"\tb'}        | ${[['two\nlines', 'b']]}
  ${'"he said ""yes"""'}      | ${[['he said "yes"']]}
  ${'5" pipe\t"quoted" name'} | ${[['5" pipe', '"quoted" name']]}
  ${''}                       | ${[['']]}
`('$text is pasted as a block of cells', ({ text, block }) => {
  expect(readBlock(text)).toEqual(block);
});

test('whatever is copied is pasted again as it was', () => {
  const letter = fc.constantFrom('a', '"', '\t', '\n', ' ', '中', '=');
  const cell = fc.array(letter, { maxLength: 8 }).map((letters) => letters.join(''));
  const block = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 4,
      }),
    )
    // A block that ends in an empty line cannot be told from one that ends with a line break.
    .filter(
      (rows) => rows.length === 1 || rows[rows.length - 1]?.some((text) => text !== '') === true,
    );
  fc.assert(
    fc.property(block, (rows) => {
      expect(readBlock(writeBlock(rows))).toEqual(rows);
    }),
  );
});

test.each<{ column: number; letters: string }>`
  column   | letters
  ${1}     | ${'A'}
  ${26}    | ${'Z'}
  ${27}    | ${'AA'}
  ${702}   | ${'ZZ'}
  ${703}   | ${'AAA'}
  ${18278} | ${'ZZZ'}
`('column $column is called $letters', ({ column, letters }) => {
  expect(columnLetters(column)).toBe(letters);
  expect(areaOf(`${letters}7`)).toMatchObject({ row: 7, column });
});

test('an address names the same cells whichever corner stands first', () => {
  expect(areaOf('C5:B3')).toEqual({ row: 3, column: 2, lastRow: 5, lastColumn: 3 });
  expect(a1({ row: 3, column: 2, lastRow: 5, lastColumn: 3 })).toBe('B3:C5');
  expect(areaOf('nonsense')).toBeNull();
});

test.each<{ to: string; added: string | null }>`
  to         | added
  ${'B3:C8'} | ${'B6:C8'}
  ${'B1:C5'} | ${'B1:C2'}
  ${'B3:F5'} | ${'D3:F5'}
  ${'A3:C5'} | ${'A3:A5'}
  ${'B3:C5'} | ${null}
`('dragging the handle of B3:C5 to $to fills $added', ({ to, added }) => {
  const from = areaOf('B3:C5');
  const target = areaOf(to);
  if (from === null || target === null) throw new Error('not an address');
  const filled = grown(from, target);
  expect(filled === null ? null : a1(filled)).toBe(added);
});
