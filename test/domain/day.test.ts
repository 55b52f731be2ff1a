import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays, addMonths, daysBetween, isDay, weekdayOf, weekOf } from '../../src/domain/day';

test.each<{ text: string; exists: boolean }>`
  text            | exists
  ${'2024-02-29'} | ${true}
  ${'2026-02-29'} | ${false}
  ${'2026-13-01'} | ${false}
  ${'9999-12-31'} | ${true}
  ${'2026-1-01'}  | ${false}
  ${''}           | ${false}
`('$text is a day: $exists', ({ text, exists }) => {
  expect(isDay(text)).toBe(exists);
});

test('days are counted over leap days and year ends', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(daysBetween('2025-12-31', '2026-01-01')).toBe(1);
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
});

test('23 November 2026 is a Monday, and names its week', () => {
  expect(weekdayOf('2026-11-23')).toBe(1);
  expect(weekdayOf('2026-11-29')).toBe(7);
  expect(weekOf('2026-11-29')).toBe('2026-11-23');
});

test('months roll over the year in both directions', () => {
  expect(addMonths('2026-11', 2)).toBe('2027-01');
  expect(addMonths('2026-01', -1)).toBe('2025-12');
});

test('days added never leave the years that a cell can say', () => {
  expect(addDays('2026-01-01', 1e12)).toBe('9999-12-31');
  expect(addDays('2026-01-01', -1e12)).toBe('0000-01-01');
});

test('every day of ten thousand years is as far from 1970 as Date says, and comes back', () => {
  const last = Date.UTC(9999, 11, 31) / 86_400_000;
  const first = Date.parse('0000-01-01T00:00:00Z') / 86_400_000;
  const property = fc.property(fc.integer({ min: first, max: last }), (number) => {
    const day = new Date(number * 86_400_000).toISOString().slice(0, 10);
    expect(daysBetween('1970-01-01', day)).toBe(number);
    expect(addDays('1970-01-01', number)).toBe(day);
    expect(isDay(day)).toBe(true);
    expect(weekdayOf(day)).toBe(((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1);
  });
  fc.assert(property, { numRuns: 2_000, examples: [[first], [last], [0], [-1], [11_016]] });
});
