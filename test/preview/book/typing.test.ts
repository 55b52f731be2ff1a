import { expect, test } from '@jest/globals';
import { Book } from '../../../preview/google/book/book';
import { readTyped } from '../../../preview/google/book/typing';
import { writeText } from '../../../preview/google/book/write';

// Text is read as a person's typing: compared with Google's by the authors of gas-fakes, see test/google/facts.
const typed = (text: string, locale = 'en_US', format?: string) =>
  readTyped(text, { locale, format, year: 2026 });

/** Days since 1899-12-30, counted by the calendar: 2026-01-31 is 46053. */
const JAN_31_2026 = 46_053;

test.each<{ text: string; value: unknown; format: string | undefined }>`
  text                  | value                 | format
  ${'12'}               | ${12}                 | ${undefined}
  ${'00123'}            | ${123}                | ${undefined}
  ${'-3.50'}            | ${-3.5}               | ${undefined}
  ${'1,234'}            | ${1234}               | ${'#,##0'}
  ${'1,234.5'}          | ${1234.5}             | ${'#,##0.00'}
  ${'$1,200'}           | ${1200}               | ${'"$"#,##0'}
  ${'-$5.25'}           | ${-5.25}              | ${'"$"#,##0.00'}
  ${'¥12,000.00'}       | ${12000}              | ${'"¥"#,##0.00'}
  ${'10%'}              | ${0.1}                | ${'0%'}
  ${'12.5%'}            | ${0.125}              | ${'0.00%'}
  ${'(500)'}            | ${-500}               | ${undefined}
  ${'1e3'}              | ${1000}               | ${'0.00E+00'}
  ${' 42 '}             | ${42}                 | ${undefined}
  ${'TRUE'}             | ${true}               | ${undefined}
  ${'false'}            | ${false}              | ${undefined}
  ${'2026-01-31'}       | ${JAN_31_2026}        | ${'yyyy-mm-dd'}
  ${'2026/1/31'}        | ${JAN_31_2026}        | ${'yyyy/M/d'}
  ${'1/31/2026'}        | ${JAN_31_2026}        | ${'M/d/yyyy'}
  ${'1/31'}             | ${JAN_31_2026}        | ${'M/d'}
  ${'Jan 31, 2026'}     | ${JAN_31_2026}        | ${'mmm d, yyyy'}
  ${'31 January 2026'}  | ${JAN_31_2026}        | ${'d mmm yyyy'}
  ${'2026年1月31日'}    | ${JAN_31_2026}        | ${'yyyy"年"m"月"d"日"'}
  ${'2026-01-31 18:00'} | ${JAN_31_2026 + 0.75} | ${'yyyy-mm-dd H:mm:ss'}
  ${'2026-01'}          | ${46_023}             | ${'yyyy-mm'}
  ${'1/2026'}           | ${46_023}             | ${'M/yyyy'}
  ${'6:00 PM'}          | ${0.75}               | ${'h:mm am/pm'}
  ${'18:00:00'}         | ${0.75}               | ${'h:mm:ss'}
`('typed "$text" becomes $value under the format $format', ({ text, value, format }) => {
  const read = typed(text);
  expect(read.value).toBe(value);
  expect(read.format).toBe(format);
});

test.each<{ text: string }>`
  text
  ${'Acme'}
  ${' Proposal '}
  ${'12 apples'}
  ${'12,34'}
  ${'2026-02-30'}
  ${'31/1/2026'}
  ${'25:00'}
  ${'- milk'}
  ${'(555) 123-4567'}
  ${'12万'}
  ${'1.234,50 €'}
  ${'@ann'}
  ${'.'}
  ${'-'}
  ${'%'}
  ${'='}
`('typed "$text" stays text in en_US', ({ text }) => {
  expect(typed(text)).toEqual({ value: text });
});

test.each`
  text          | locale     | value
  ${'3/5/2026'} | ${'en_US'} | ${46_086}
  ${'3/5/2026'} | ${'en_GB'} | ${46_145}
  ${'5.3.2026'} | ${'de_DE'} | ${46_086}
  ${'2026/3/5'} | ${'zh_CN'} | ${46_086}
  ${'3月5日'}   | ${'zh_CN'} | ${46_086}
`('the locale $locale reads $text as day $value', ({ text, locale, value }) => {
  // 46086 is 2026-03-05, 46145 is 2026-05-03.
  expect(typed(text as string, locale as string).value).toBe(value);
});

test('text that starts with = becomes a formula, also after + or -', () => {
  expect(typed('=1+1').formula).toBe('=1+1');
  expect(typed('+A1').formula).toBe('=+A1');
  expect(typed('-SUM(A1:A3)').formula).toBe('=-SUM(A1:A3)');
  expect(typed('+49 170 1234567').formula).toBe('=+49 170 1234567');
});

test('a leading apostrophe keeps the rest as text and is not part of it (unverified)', () => {
  expect(typed("'007")).toEqual({ value: '007' });
  expect(typed("'=1+1")).toEqual({ value: '=1+1' });
});

test.each(['007', '=1+1', '1/2', 'TRUE', '10%'])(
  'in a cell with the text format, %s stays as typed (unverified)',
  (text) => {
    expect(typed(text, 'en_US', '@')).toEqual({ value: text });
  },
);

test('typing a date sets the format of an automatic cell and leaves a chosen one', () => {
  const sheet = new Book().sheets[0]!;
  sheet.formats.fill({ row: 1, column: 2, rows: 1, columns: 1 }, 'yyyy-mm-dd');
  writeText(sheet, { row: 1, column: 1, year: 2026 }, '1/31/2026');
  writeText(sheet, { row: 1, column: 2, year: 2026 }, '1/31/2026');
  expect([sheet.display(1, 1), sheet.display(1, 2)]).toEqual(['1/31/2026', '2026-01-31']);
});

test('a cell takes 50,000 characters and no more', () => {
  const sheet = new Book().sheets[0]!;
  writeText(sheet, { row: 1, column: 1, year: 2026 }, 'x'.repeat(50_000));
  expect(() => writeText(sheet, { row: 1, column: 2, year: 2026 }, 'x'.repeat(50_001))).toThrow(
    'Your input contains more than the maximum of 50000 characters in a single cell.',
  );
});
