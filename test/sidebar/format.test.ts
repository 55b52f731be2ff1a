import { expect, test } from '@jest/globals';
import {
  amountText,
  dayText,
  momentText,
  type PageLanguage,
  timesText,
} from '../../sidebar/format';

test.each<{ day: string; language: PageLanguage; text: string }>`
  day             | language | text
  ${'2026-11-23'} | ${'en'}  | ${'Nov 23, 2026'}
  ${'2026-01-05'} | ${'zh'}  | ${'2026年1月5日'}
  ${'soon'}       | ${'en'}  | ${'soon'}
  ${''}           | ${'en'}  | ${''}
`('the day "$day" reads "$text" in $language', ({ day, language, text }) => {
  expect(dayText(day, language)).toBe(text);
});

test('a moment shows its hour and minute on the workbook’s own clock', () => {
  expect(momentText('2026-02-02T23:59:30', 'en')).toBe('Feb 2, 2026 23:59');
});

test.each<{ amount: number; currency: string; language: PageLanguage; text: string }>`
  amount      | currency   | language | text
  ${48000}    | ${'USD'}   | ${'en'}  | ${'$48,000'}
  ${48000}    | ${'CNY'}   | ${'zh'}  | ${'¥48,000'}
  ${-1}       | ${'EUR'}   | ${'en'}  | ${'-€1'}
  ${10 ** 12} | ${'USD'}   | ${'en'}  | ${'$1,000,000,000,000'}
  ${5}        | ${'beans'} | ${'en'}  | ${'beans 5'}
  ${5}        | ${''}      | ${'en'}  | ${'5'}
`('$amount $currency reads "$text" in $language', ({ amount, currency, language, text }) => {
  expect(amountText(amount, currency, language)).toBe(text);
});

test.each<{ days: number; usual: number; times: string }>`
  days  | usual | times
  ${41} | ${12} | ${'3.4'}
  ${24} | ${12} | ${'2'}
  ${13} | ${12} | ${''}
  ${5}  | ${0}  | ${''}
`('$days days where $usual are usual is "$times" times', ({ days, usual, times }) => {
  expect(timesText(days, usual)).toBe(times);
});
