import { expect, test } from '@jest/globals';
import { fillTemplate, placesIn } from '../../src/domain/template';

const cells: Readonly<Record<string, string>> = {
  Contact: 'Ada',
  Deal: 'Press {{Contact}} line',
  Amount: '',
};
const cellOf = (name: string) => cells[name] ?? null;

test.each<{ template: string; places: readonly string[] }>`
  template                                        | places
  ${'Good morning'}                               | ${[]}
  ${'Dear {{Contact}}'}                           | ${['Contact']}
  ${'{{ Deal }} for {{Contact}}, {{Deal}} again'} | ${['Deal', 'Contact']}
  ${'{{}} and {Deal} and {{Deal} and {{De{al}}'}  | ${[]}
  ${'{{{Deal}}}'}                                 | ${['Deal']}
`('"$template" asks for $places', ({ template, places }) => {
  expect(placesIn(template)).toEqual(places);
});

test('a name of more than 200 characters is no place', () => {
  expect(placesIn(`{{${'x'.repeat(200)}}}`)).toEqual(['x'.repeat(200)]);
  expect(placesIn(`{{${'x'.repeat(201)}}}`)).toEqual([]);
});

test.each<{ template: string; text: string; missing: readonly string[] }>`
  template                                   | text                              | missing
  ${'Dear {{Contact}}, {{ Contact }}!'}      | ${'Dear Ada, Ada!'}               | ${[]}
  ${'About {{Deal}}'}                        | ${'About Press {{Contact}} line'} | ${[]}
  ${'{{Amount}} by {{Date}}, {{ Amount }}.'} | ${' by , .'}                      | ${['Amount', 'Date']}
  ${'Nothing to fill'}                       | ${'Nothing to fill'}              | ${[]}
`('"$template" reads "$text", without $missing', ({ template, text, missing }) => {
  expect(fillTemplate(template, cellOf)).toEqual({ text, missing });
});
