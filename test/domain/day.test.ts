import { expect, test } from '@jest/globals';
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
