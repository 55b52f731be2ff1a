import { expect, test } from '@jest/globals';
import { STAGE_SETS } from '../../src/stageSets/allStageSets';
import type { Bilingual } from '../../src/stageSets/stageSet';
import { ADMIN_WORDS } from '../../src/words/admin';
import { CHOICE_WORDS } from '../../src/words/choices';
import { FORECAST_WORDS } from '../../src/words/forecastWords';
import { FUNNEL_WORDS } from '../../src/words/funnelWords';
import { IMPORT_PAGE_WORDS } from '../../src/words/importPage';
import { importWords } from '../../src/words/imports';
import type { Language } from '../../src/words/language';
import { COLUMN_NOTES } from '../../src/words/notes';
import { PROBLEM_WORDS } from '../../src/words/problems';
import { REPORT_WORDS } from '../../src/words/reports';
import { SETTINGS_WORDS } from '../../src/words/settings';
import { STALLED_WORDS } from '../../src/words/stalledWords';
import { TAB_WORDS } from '../../src/words/tabs';
import { UNDO_MOVES_WORDS } from '../../src/words/undoMoves';
import { UNFINISHED_WORDS } from '../../src/words/unfinished';

/** Reads as 7 wherever a sentence asks for something. */
const seven: unknown = new Proxy(() => seven, {
  get: (_, key) => {
    if (key === Symbol.toPrimitive) return () => '7';
    return key === Symbol.iterator ? () => [seven, seven, seven].values() : seven;
  },
  apply: () => seven,
});

/** Every word at its path; a sentence is heard about seven of everything. */
function spoken(words: unknown, path: string): [path: string, text: string][] {
  if (typeof words === 'string') return [[path, words]];
  if (typeof words === 'function') {
    const text: unknown = words(seven, seven, seven);
    return typeof text === 'string' ? [[path, text]] : [];
  }
  if (typeof words !== 'object' || words === null) throw new Error(`${path} says ${words}`);
  return Object.entries(words).flatMap(([key, value]) => spoken(value, `${path}.${key}`));
}

const TOPICS: Readonly<Record<string, Readonly<Record<Language, unknown>>>> = {
  admin: ADMIN_WORDS,
  tabs: TAB_WORDS,
  choices: CHOICE_WORDS,
  notes: COLUMN_NOTES,
  problems: PROBLEM_WORDS,
  reports: REPORT_WORDS,
  funnel: FUNNEL_WORDS,
  forecast: FORECAST_WORDS,
  stalled: STALLED_WORDS,
  settings: SETTINGS_WORDS,
  imports: importWords,
  importPage: IMPORT_PAGE_WORDS,
  undoMoves: UNDO_MOVES_WORDS,
  unfinished: UNFINISHED_WORDS,
};

/** Latin letters that stand in Chinese text on purpose: names, codes, examples. */
const LATIN =
  /English|Sluice|PoC|SaaS|B2B|IT|USD|CNY|EUR|P10|WAPE|HTML|CSV|UTF-8|Excel|Google|Asia\/Shanghai|[\w.]+@example\.com|example\.com|\{\d\}/g;

test.each(Object.keys(TOPICS))('the words about %s are there in both languages', (topic) => {
  const { en, zh } = TOPICS[topic] ?? {};
  const paths = (words: unknown) => spoken(words, topic).map(([path]) => path);
  expect(paths(zh)).toEqual(paths(en));
  const empty = [...spoken(en, topic), ...spoken(zh, topic)].filter(([, text]) => !text.trim());
  expect(empty).toEqual([]);
});

test.each(Object.keys(TOPICS))('no English is left in the Chinese words about %s', (topic) => {
  const left = spoken(TOPICS[topic]?.zh, topic).filter(([, text]) =>
    /[A-Za-z]/.test(text.replace(LATIN, '')),
  );
  expect(left).toEqual([]);
});

test.each(Object.keys(TOPICS))('no Chinese stands in the English words about %s', (topic) => {
  const left = spoken(TOPICS[topic]?.en, topic).filter(([, text]) =>
    /[\u3400-\u9fff]/.test(text.replace('中文', '')),
  );
  expect(left).toEqual([]);
});

test('each tab has its own name, and each column of a tab its own header', () => {
  for (const { names, headings } of Object.values(TAB_WORDS)) {
    for (const words of [names, ...Object.values(headings)]) {
      const all = Object.values<string>(words);
      expect(new Set(all.map((word) => word.toLowerCase())).size).toBe(all.length);
    }
  }
});

test('a header of one language never means another column in the other one', () => {
  for (const tab of Object.keys(TAB_WORDS.en.headings) as (keyof typeof TAB_WORDS.en.headings)[]) {
    const en = Object.entries<string>(TAB_WORDS.en.headings[tab]);
    const zh = new Map(Object.entries<string>(TAB_WORDS.zh.headings[tab]).map(([k, w]) => [w, k]));
    const crossed = en.filter(([key, word]) => zh.has(word) && zh.get(word) !== key);
    expect(crossed).toEqual([]);
  }
});

test('a choice of one language never means another one in the other language', () => {
  const lists = Object.keys(CHOICE_WORDS.en) as (keyof typeof CHOICE_WORDS.en)[];
  for (const list of lists.filter((name) => !Array.isArray(CHOICE_WORDS.en[name]))) {
    const meant = new Map<string, string>();
    for (const language of ['en', 'zh'] as const) {
      for (const [key, word] of Object.entries(CHOICE_WORDS[language][list])) {
        expect([list, word, meant.get(word) ?? key]).toEqual([list, word, key]);
        meant.set(word, key);
      }
    }
  }
});

test('the last lost reason and cause is the one that asks for a note', () => {
  for (const { lostReasons, causes, otherReason } of Object.values(CHOICE_WORDS)) {
    expect(lostReasons[lostReasons.length - 1]).toBe(otherReason);
    expect(causes[causes.length - 1]).toBe(otherReason);
  }
});

const bilingual: readonly (readonly [string, Bilingual])[] = STAGE_SETS.flatMap((set) => [
  ...set.stages.flatMap(
    ({ key, label, todo }) =>
      [
        [`${set.key} ${key} label`, label],
        [`${set.key} ${key} todo`, todo],
      ] as const,
  ),
  ...set.fields.flatMap(
    ({ key, header, note }) =>
      [
        [`${set.key} ${key} header`, header],
        [`${set.key} ${key} note`, note],
      ] as const,
  ),
]);

test('stage sets speak both languages', () => {
  const wrong = bilingual.filter(
    ([, { en, zh }]) =>
      en.trim() === '' ||
      /[\u3400-\u9fff]/.test(en) ||
      zh.trim() === '' ||
      /[A-Za-z]/.test(zh.replace(LATIN, '')),
  );
  expect(wrong).toEqual([]);
});
