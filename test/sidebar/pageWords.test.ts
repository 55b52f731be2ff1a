import { expect, test } from '@jest/globals';
import { BOARD_WORDS } from '../../src/words/board';
import { PAGE_WORDS } from '../../src/words/pages';
import { TRIAGE_WORDS } from '../../src/words/triage';
import { WIDE_BOARD_WORDS } from '../../src/words/wideBoard';

/** Every text of a tree of words, functions called with figures. */
function texts(words: unknown, at = ''): [string, string][] {
  if (typeof words === 'string') return [[at, words]];
  if (typeof words === 'function') return [[at, String(words('2', '3', '4'))]];
  return Object.entries(words as object).flatMap(([key, value]) => texts(value, `${at}.${key}`));
}

test.each<{ of: string; words: { en: unknown; zh: unknown } }>`
  of                  | words
  ${'the sidebar'}    | ${PAGE_WORDS}
  ${'the board'}      | ${BOARD_WORDS}
  ${'the wide board'} | ${WIDE_BOARD_WORDS}
  ${'the round'}      | ${TRIAGE_WORDS}
`('everything that $of says is said in Chinese too, with no English left in it', ({ words }) => {
  const english = texts(words.en).map(([at]) => at);
  const chinese = texts(words.zh);
  expect(chinese.map(([at]) => at).sort()).toEqual(english.sort());
  // Names of keys on the keyboard stay as they are printed on it.
  const left = chinese.filter(([, text]) => /[A-Za-z]{2,}/.test(text.replace('Esc', '')));
  expect(left).toEqual([]);
});
