import { expect, test } from '@jest/globals';
import { MAIL_WORDS } from '../../src/words/mails';

// What a 90th percentile looks like in binary.
const LIMIT = 50.199_999_999_999_99;

test('days in a mail have one decimal at most', () => {
  const { en, zh } = MAIL_WORDS;
  expect(en.reasons.stalled(LIMIT)).toBe('longer than the limit of 50.2 days');
  expect(zh.reasons.stalled(LIMIT)).toBe('超过停留上限 50.2 天');
  expect(en.daysAgainst(137, 19.5, '7.0')).toBe('137 days, usually 19.5 (7.0 x)');
  expect(zh.daysAgainst(137, 24.049, '5.7')).toBe('137 天，通常 24 天（5.7 倍）');
});

test('missed promises that are not named are counted', () => {
  const { en, zh } = MAIL_WORDS;
  expect(en.summary.missed('Mill, Dam', 0)).toBe('Missed: Mill, Dam.');
  expect(en.summary.missed('Mill, Dam', 13)).toBe('Missed: Mill, Dam and 13 more.');
  expect(zh.summary.missed('磨坊、水坝', 13)).toBe('未兑现：磨坊、水坝等，另有 13 项。');
});
