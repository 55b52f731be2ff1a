import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { readAmount, readCurrency } from '../../src/sheet/amount';

test.each<{ text: string; amount: number; currency: string | undefined }>`
  text                | amount           | currency
  ${'12,000'}         | ${12000}         | ${undefined}
  ${'1,234'}          | ${1234}          | ${undefined}
  ${'1.234'}          | ${1.234}         | ${undefined}
  ${'12,5'}           | ${12.5}          | ${undefined}
  ${'0,500'}          | ${0.5}           | ${undefined}
  ${'$1,234.50'}      | ${1234.5}        | ${'USD'}
  ${'1.234,50 €'}     | ${1234.5}        | ${'EUR'}
  ${'1 234,50'}       | ${1234.5}        | ${undefined}
  ${"1'234.50"}       | ${1234.5}        | ${undefined}
  ${'1.234.567'}      | ${1234567}       | ${undefined}
  ${'12,34,567.50'}   | ${1234567.5}     | ${undefined}
  ${'12万'}           | ${120000}        | ${undefined}
  ${'12万元'}         | ${120000}        | ${'CNY'}
  ${'¥1.1万'}         | ${11000}         | ${'CNY'}
  ${'1.5亿'}          | ${150000000}     | ${undefined}
  ${'￥１２，０００'} | ${12000}         | ${'CNY'}
  ${'US$ 1.2m'}       | ${1200000}       | ${'USD'}
  ${'USD 500'}        | ${500}           | ${'USD'}
  ${'500 CNY'}        | ${500}           | ${'CNY'}
  ${'Rs. 500'}        | ${500}           | ${'INR'}
  ${'12k'}            | ${12000}         | ${undefined}
  ${'-5'}             | ${-5}            | ${undefined}
  ${'(1,200)'}        | ${-1200}         | ${undefined}
  ${'0'}              | ${0}             | ${undefined}
  ${'1e6'}            | ${1000000}       | ${undefined}
  ${'1000000000000'}  | ${1000000000000} | ${undefined}
`('"$text" is $amount', ({ text, amount, currency }) => {
  expect(readAmount(text)).toEqual(currency === undefined ? { amount } : { amount, currency });
});

test.each<{ text: string }>`
  text
  ${''}
  ${'abc'}
  ${'30%'}
  ${'1,2,3'}
  ${'1,234,56'}
  ${'12.'}
  ${'$$5'}
  ${'--5'}
  ${'(5'}
  ${'3/5/2026'}
  ${'5 or 6'}
  ${'$5 EUR'}
  ${'about 500'}
  ${'=1+1'}
`('"$text" is no clear amount', ({ text }) => {
  expect(readAmount(text)).toBeNull();
});

test('a writer whose comma is the decimal one means 1.234 by "1,234" and 1234 by "1.234"', () => {
  expect(readAmount('1,234', { decimalComma: true })).toEqual({ amount: 1.234 });
  expect(readAmount('1.234', { decimalComma: true })).toEqual({ amount: 1234 });
});

test("a sign that several currencies share is the team's own one", () => {
  expect(readAmount('$5', { home: 'AUD' })).toEqual({ amount: 5, currency: 'AUD' });
  expect(readAmount('¥5', { home: 'JPY' })).toEqual({ amount: 5, currency: 'JPY' });
  expect(readAmount('$5', { home: 'CNY' })).toEqual({ amount: 5, currency: 'USD' });
});

test.each<{ text: string; code: string | null }>`
  text           | code
  ${'usd'}       | ${'USD'}
  ${' Eur '}     | ${'EUR'}
  ${'人民币'}    | ${'CNY'}
  ${'RMB'}       | ${'CNY'}
  ${'美元'}      | ${'USD'}
  ${'￥'}        | ${'CNY'}
  ${'HK$'}       | ${'HKD'}
  ${'XYZ'}       | ${null}
  ${''}          | ${null}
  ${'__proto__'} | ${null}
`('the currency "$text" is $code', ({ text, code }) => {
  expect(readCurrency(text)).toBe(code);
});

test('every amount to the cent is read back from 1,234.56 and from 1.234,56', () => {
  const groups = (whole: number, mark: string) => String(whole).replace(/\B(?=(\d{3})+$)/g, mark);
  fc.assert(
    fc.property(fc.nat(999_999_999), fc.nat(99), (whole, cents) => {
      const tail = String(cents).padStart(2, '0');
      const amount = Number(`${whole}.${tail}`);
      expect(readAmount(`${groups(whole, ',')}.${tail}`)).toEqual({ amount });
      expect(readAmount(`${groups(whole, '.')},${tail}`)).toEqual({ amount });
    }),
  );
});

test('whatever is typed, the reading is a finite number or nothing', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = readAmount(text);
      expect(read === null || Number.isFinite(read.amount)).toBe(true);
    }),
  );
});
