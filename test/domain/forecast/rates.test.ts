import { expect, test } from '@jest/globals';
import { converted } from '../../../src/domain/forecast/rates';

const rates = {
  currency: 'CNY',
  perUnit: new Map([
    ['USD', 7.1],
    ['JPY', 0.0493],
    ['XXX', 0],
    ['YYY', Number.NaN],
  ]),
};

test.each<{ minor: number; currency: string; becomes: number | null }>`
  minor    | currency         | becomes
  ${1234}  | ${''}            | ${1234}
  ${1234}  | ${'CNY'}         | ${1234}
  ${1000}  | ${'USD'}         | ${7100}
  ${-1000} | ${'USD'}         | ${-7100}
  ${1_000} | ${'JPY'}         | ${4930}
  ${0}     | ${'USD'}         | ${0}
  ${1000}  | ${'EUR'}         | ${null}
  ${1000}  | ${'XXX'}         | ${null}
  ${1000}  | ${'YYY'}         | ${null}
  ${1000}  | ${'constructor'} | ${null}
`('$minor minor units of $currency are $becomes fen', ({ minor, currency, becomes }) => {
  expect(converted(minor, currency, rates)).toBe(becomes);
});
