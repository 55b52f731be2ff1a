import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decimalsOf, toMajor, toMinor } from '../../src/domain/money';

test.each<{ major: number; currency: string; minor: number }>`
  major      | currency | minor
  ${12.345}  | ${'USD'} | ${1235}
  ${-12.345} | ${'USD'} | ${-1235}
  ${1.005}   | ${'EUR'} | ${101}
  ${8.115}   | ${'CNY'} | ${812}
  ${1200}    | ${'JPY'} | ${1200}
  ${1.2345}  | ${'KWD'} | ${1235}
  ${-0.001}  | ${'USD'} | ${0}
  ${1e12}    | ${'CNY'} | ${1e14}
`('$major $currency are $minor minor units', ({ major, currency, minor }) => {
  expect(toMinor(major, currency)).toBe(minor);
});

test('a currency that ISO 4217 does not single out has two decimals', () => {
  expect(decimalsOf('CNY')).toBe(2);
  expect(decimalsOf('')).toBe(2);
  expect(decimalsOf('VND')).toBe(0);
});

test('minor units survive the way through a cell', () => {
  const minor = fc.integer({ min: -1e13, max: 1e13 });
  fc.assert(
    fc.property(minor, fc.constantFrom('USD', 'JPY', 'KWD'), (units, currency) => {
      expect(toMinor(toMajor(units, currency), currency)).toBe(units);
    }),
  );
});
