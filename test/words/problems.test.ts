import { expect, test } from '@jest/globals';
import { REPLAY_PROBLEMS } from '../../src/domain/replay';
import { LANGUAGES } from '../../src/words/language';
import { PROBLEM_WORDS, problemWords } from '../../src/words/problems';

const CODES = Object.keys(PROBLEM_WORDS.en);

test('a problem is told with what was typed, and says what to do', () => {
  expect(problemWords('unreadableDate', ['soon', 'Close date'], 'en')).toEqual({
    problem: 'Close date says "soon", which is not clearly a day',
    todo: 'Type a date, such as 2026-03-05.',
  });
  expect(problemWords('unreadableDate', ['soon', '预计成交日期'], 'zh').problem).toBe(
    '“预计成交日期”中的“soon”看不出是哪一天',
  );
});

test('no sentence shows its blanks, whatever it is told', () => {
  for (const language of LANGUAGES) {
    for (const code of CODES) {
      const { problem, todo } = problemWords(code, [], language);
      expect([code, /[{}]/.test(problem + todo)]).toEqual([code, false]);
    }
  }
});

test('both languages fill in the same blanks', () => {
  const blanks = (texts: readonly string[]) =>
    [...new Set(texts.join('').match(/\{\d\}/g) ?? [])].sort();
  for (const code of CODES as (keyof typeof PROBLEM_WORDS.en)[]) {
    const { en, zh } = { en: PROBLEM_WORDS.en[code], zh: PROBLEM_WORDS.zh[code] };
    expect([code, blanks(zh)]).toEqual([code, blanks(en)]);
  }
});

test('a very long cell is named by its beginning', () => {
  const { problem } = problemWords('unknownStage', ['x'.repeat(5000)], 'en');
  expect(problem).toBe(`There is no stage "${'x'.repeat(80)}…"`);
});

test('blanks inside what people typed are left alone', () => {
  expect(problemWords('unknownStage', ['{0} $& {1}'], 'en').problem).toBe(
    'There is no stage "{0} $& {1}"',
  );
});

test('whatever cannot have happened in the ledger has words', () => {
  expect(REPLAY_PROBLEMS.filter((kind) => !CODES.includes(`ledger.${kind}`))).toEqual([]);
});

test('a problem without words is still told', () => {
  expect(problemWords('newKind', ['x'], 'en').problem).toBe('"x" cannot be read');
});
