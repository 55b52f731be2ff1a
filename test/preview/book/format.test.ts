import { expect, test } from '@jest/globals';
import { displayText, isDateFormat } from '../../../preview/google/book/format';

test.each`
  value           | format                     | shown
  ${1234.5}       | ${'#,##0.00'}              | ${'1,234.50'}
  ${-1234.5}      | ${'#,##0.00'}              | ${'-1,234.50'}
  ${0}            | ${'#,##0.00'}              | ${'0.00'}
  ${1234567}      | ${'#,##0'}                 | ${'1,234,567'}
  ${1.005}        | ${'0.00'}                  | ${'1.01'}
  ${1.1 * 1.15}   | ${'0.00'}                  | ${'1.27'}
  ${2.5}          | ${'0'}                     | ${'3'}
  ${-0.004}       | ${'0.00'}                  | ${'0.00'}
  ${0.25}         | ${'0%'}                    | ${'25%'}
  ${0.1234}       | ${'0.0%'}                  | ${'12.3%'}
  ${1200}         | ${'"$"#,##0.00'}           | ${'$1,200.00'}
  ${-5}           | ${'[$¥]#,##0;([$¥]#,##0)'} | ${'(¥5)'}
  ${1.5}          | ${'0.###'}                 | ${'1.5'}
  ${7}            | ${'000'}                   | ${'007'}
  ${12000}        | ${'0.00E+00'}              | ${'1.20E+04'}
  ${1500000}      | ${'0.0,,"M"'}              | ${'1.5M'}
  ${41}           | ${'0 "days"'}              | ${'41 days'}
  ${true}         | ${'0%'}                    | ${'TRUE'}
  ${'Acme'}       | ${'#,##0.00'}              | ${'Acme'}
  ${7}            | ${'@'}                     | ${'7'}
  ${0.1 + 0.2}    | ${undefined}               | ${'0.3'}
  ${1 / 3}        | ${undefined}               | ${'0.3333333333'}
  ${123456789012} | ${undefined}               | ${'123456789012'}
  ${1e20}         | ${undefined}               | ${'1E+20'}
  ${46053}        | ${'yyyy-mm-dd'}            | ${'2026-01-31'}
  ${46053}        | ${'m/d/yyyy'}              | ${'1/31/2026'}
  ${46053}        | ${'M/d/yyyy'}              | ${'1/31/2026'}
  ${46053}        | ${'ddd, mmm d'}            | ${'Sat, Jan 31'}
  ${46053}        | ${'mmmm yyyy'}             | ${'January 2026'}
  ${46053}        | ${'yy"年"m"月"'}           | ${'26年1月'}
  ${46053.75}     | ${'yyyy-mm-dd hh:mm:ss'}   | ${'2026-01-31 18:00:00'}
  ${46053.75}     | ${'h:mm am/pm'}            | ${'6:00 PM'}
  ${1.5}          | ${'[h]:mm'}                | ${'36:00'}
  ${0}            | ${'yyyy-mm-dd'}            | ${'1899-12-30'}
  ${1e9}          | ${'yyyy-mm-dd'}            | ${'1000000000'}
`('$value under $format is shown as $shown', ({ value, format, shown }) => {
  expect(displayText(value as number, format as string | undefined, 'en_US')).toBe(shown);
});

test('a Chinese workbook shows Chinese months and weekdays', () => {
  expect(displayText(46_053, 'mmm d dddd', 'zh_CN')).toBe('1月 31 星期六');
});

test.each`
  format            | isDate
  ${'yyyy-mm-dd'}   | ${true}
  ${'h:mm'}         | ${true}
  ${'[h]:mm:ss'}    | ${true}
  ${'#,##0.00'}     | ${false}
  ${'0 "days"'}     | ${false}
  ${'[$USD] #,##0'} | ${false}
  ${'[Red]0'}       | ${false}
  ${'@'}            | ${false}
  ${'General'}      | ${false}
  ${undefined}      | ${false}
`('the format $format shows a date: $isDate', ({ format, isDate }) => {
  expect(isDateFormat(format as string | undefined)).toBe(isDate);
});
