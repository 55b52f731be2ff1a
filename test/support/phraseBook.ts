import type { Field } from '../../src/domain/fact';
import { general } from '../../src/stageSets/general';
import { saas } from '../../src/stageSets/saas';
import { CHOICE_WORDS } from '../../src/words/choices';
import { gateText, shortfallText } from '../../src/words/gates';
import { PIPELINE_WORDS } from '../../src/words/pipelines';
import { PROBLEM_WORDS, type ProblemCode } from '../../src/words/problems';
import { TAB_WORDS } from '../../src/words/tabs';

/** Words at the same place of two tables, English before Chinese. */
function pairs(en: unknown, zh: unknown): [string, string][] {
  if (typeof en === 'string' && typeof zh === 'string') return [[en, zh]];
  if (typeof en !== 'object' || typeof zh !== 'object' || en === null || zh === null) return [];
  return Object.entries(en).flatMap(([key, value]) =>
    pairs(value, (zh as Readonly<Record<string, unknown>>)[key]),
  );
}

/** What a cell says, by what it says in English; of words with several meanings the last one counts. */
const WORDS = new Map(
  [
    ...pairs(CHOICE_WORDS.en, CHOICE_WORDS.zh),
    ...pairs(TAB_WORDS.en.headings, TAB_WORDS.zh.headings),
    ...pairs(TAB_WORDS.en.headings.deals, TAB_WORDS.zh.headings.deals),
    ...pairs(TAB_WORDS.en.names, TAB_WORDS.zh.names),
    ...pairs(PIPELINE_WORDS.en, PIPELINE_WORDS.zh),
    ...saas.stages.map(({ label }) => [label.en, label.zh] as const),
    ...general.fields.map(({ header }) => [header.en, header.zh] as const),
    ...general.stages.map(({ label }) => [label.en, label.zh] as const),
  ].map(([en, zh]) => [en, zh]),
);

const NAMES = { fieldName: String, stageName: (key: string) => key };

function word(text: string): string {
  const asked = /^Fill in (.+)$/.exec(text)?.[1];
  if (asked === undefined) return WORDS.get(text) ?? text;
  return shortfallText({ kind: 'needs', field: word(asked) as Field }, 'zh', NAMES);
}

/** `'There is no stage "{0}"'` as a pattern that finds what stands for {0}. */
function patternOf(template: string): RegExp {
  const parts = template.split(/\{\d\}/).map((part) => part.replace(/[.*+?^$()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('(.+)')}`);
}

/** A sentence of Health, made anew in Chinese about the same things. */
function problem(text: string): string | undefined {
  const codes = Object.keys(PROBLEM_WORDS.en) as ProblemCode[];
  for (const code of codes) {
    const [english] = PROBLEM_WORDS.en[code];
    const found = patternOf(english).exec(text);
    if (found === null || text.length < english.replace(/\{\d\}/g, '').length) continue;
    const places = [...english.matchAll(/\{(\d)\}/g)].map(([, place]) => place);
    const about = new Map(places.map((place, i) => [place, word(found[i + 1] ?? '')]));
    return PROBLEM_WORDS.zh[code][0].replace(/\{(\d)\}/g, (_, place) => about.get(place) ?? '');
  }
  return undefined;
}

/** What a Gate cell says of a stage, in Chinese. */
function gate(text: string): string {
  const said = /^(Ready for|Not moved to) (.+)$/.exec(text);
  if (said === null) return word(text);
  const stage = word(said[2] ?? '');
  const state =
    said[1] === 'Ready for'
      ? ({ kind: 'ready', next: stage } as const)
      : ({ kind: 'held', to: stage, shortfalls: [] } as const);
  return gateText(state, 'zh', NAMES).replace(/：$/, '');
}

/** `'held: Qualification -> Proposal'` with each word in Chinese. */
function entry(text: string): string {
  return text
    .split(/(: | -> )/)
    .map(word)
    .join('');
}

/** The header of a fact; other names are no words. */
function header(key: string): string {
  const [, own = '', name = ''] = /^(own:)?([A-Z].*)$/.exec(key) ?? [];
  return name === '' ? key : own + word(name);
}

/** Under these names stand functions, places and what pages and script call things: the same in every language. */
const SAME: ReadonlySet<string> = new Set(['menu', 'call', 'trigger', 'kind', 'how', 'from']);

/** A line of a scenario's gestures as a Chinese team does it: what is typed is Chinese, places are the same. */
export function gestureInChinese(gesture: unknown): unknown {
  if (typeof gesture === 'string') return word(gesture);
  if (Array.isArray(gesture)) return gesture.map(gestureInChinese);
  if (typeof gesture !== 'object' || gesture === null) return gesture;
  return Object.fromEntries(
    Object.entries(gesture).map(([key, value]) => [
      header(key),
      SAME.has(key) ? value : gestureInChinese(value),
    ]),
  );
}

/** What a scenario's "Then" says, as a Chinese workbook shows it. */
export function claimInChinese(says: string): string {
  const found =
    /^(.* is in |Health lists |the \w+ cell of \w+ says |the last entry of \w+ is )(.+)$/.exec(
      says,
    );
  if (found === null) return says;
  const [, about = '', what = ''] = found;
  if (about === 'Health lists ') return about + (problem(what) ?? what);
  if (about.startsWith('the Gate')) return about + gate(what);
  return about + (about.startsWith('the last') ? entry(what) : word(what));
}
