import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays } from '../../src/domain/day';
import { readDay, readMoment } from '../../src/sheet/dateText';

test.each<{ text: string; day: string }>`
  text                               | day
  ${'2026-03-05'}                    | ${'2026-03-05'}
  ${'2026/3/5'}                      | ${'2026-03-05'}
  ${'2026.3.5'}                      | ${'2026-03-05'}
  ${'20260305'}                      | ${'2026-03-05'}
  ${'2026年3月5日'}                  | ${'2026-03-05'}
  ${'2026年3月5日 星期四'}           | ${'2026-03-05'}
  ${'２０２６－０３－０５'}          | ${'2026-03-05'}
  ${'2026-03-05T14:30:00Z'}          | ${'2026-03-05'}
  ${'2026-03-05 00:00:00.000+02:00'} | ${'2026-03-05'}
  ${'13/5/2026'}                     | ${'2026-05-13'}
  ${'3/13/2026'}                     | ${'2026-03-13'}
  ${'5/5/2026'}                      | ${'2026-05-05'}
  ${'5.3.2026'}                      | ${'2026-03-05'}
  ${'05-Mar-26'}                     | ${'2026-03-05'}
  ${'Mar 5, 2026'}                   | ${'2026-03-05'}
  ${'March 5th 2026'}                | ${'2026-03-05'}
  ${'Thu, 5 Mar 2026'}               | ${'2026-03-05'}
`('"$text" is $day whatever the order of the column', ({ text, day }) => {
  expect(readDay(text)).toBe(day);
});

test.each<{ text: string; dmy: string; mdy: string }>`
  text          | dmy             | mdy
  ${'3/5/2026'} | ${'2026-05-03'} | ${'2026-03-05'}
  ${'3-5-2026'} | ${'2026-05-03'} | ${'2026-03-05'}
  ${'12/05/17'} | ${'2017-05-12'} | ${'2017-12-05'}
`('"$text" needs the order of its column', ({ text, dmy, mdy }) => {
  expect(readDay(text)).toBeNull();
  expect(readDay(text, 'dmy')).toBe(dmy);
  expect(readDay(text, 'mdy')).toBe(mdy);
});

test.each<{ text: string }>`
  text
  ${''}
  ${'soon'}
  ${'12'}
  ${'1.5'}
  ${'2026-02-30'}
  ${'2026-03'}
  ${'May 2026'}
  ${'31/31/2026'}
`('"$text" names no day', ({ text }) => {
  expect(readDay(text, 'dmy')).toBeNull();
});

test.each<{ text: string; moment: string }>`
  text                       | moment
  ${'2026-03-05 14:30'}      | ${'2026-03-05T14:30:00'}
  ${'3/13/2026 2:30 PM'}     | ${'2026-03-13T14:30:00'}
  ${'3/13/2026 12:05 AM'}    | ${'2026-03-13T00:05:00'}
  ${'2026年3月5日 下午2:30'} | ${'2026-03-05T14:30:00'}
  ${'2026-03-05T23:59:58Z'}  | ${'2026-03-05T23:59:58'}
`('"$text" is the moment $moment', ({ text, moment }) => {
  expect(readMoment(text)).toBe(moment);
});

test('a day without a time of day, or with one that does not exist, is no moment', () => {
  expect(readMoment('2026-03-05')).toBeNull();
  expect(readMoment('2026-03-05 25:10')).toBeNull();
});

test('each day of two centuries is read back from the ways that people write it', () => {
  fc.assert(
    fc.property(fc.nat(73_000), (after) => {
      const day = addDays('1900-01-01', after);
      const [y = '', m = '', d = ''] = day.split('-');
      expect(readDay(day)).toBe(day);
      expect(readDay(`${y}年${Number(m)}月${Number(d)}日`)).toBe(day);
      expect(readDay(`${d}/${m}/${y}`, 'dmy')).toBe(day);
      expect(readDay(`${Number(m)}/${Number(d)}/${y}`, 'mdy')).toBe(day);
    }),
  );
});
