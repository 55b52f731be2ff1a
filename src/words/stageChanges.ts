import type { StageKind } from '../domain/pipeline';
import type { StageChange } from '../domain/stagesBefore';
import { CHOICE_WORDS } from './choices';
import { LANGUAGES, type Language } from './language';
import { clauses, MARKS } from './marks';

/** Each change in a sentence of a *configured* entry, and how it is read again. Where nothing is set, a word stands. */
interface Sentences {
  readonly none: { readonly chance: string; readonly limit: string };
  readonly added: (stage: string) => string;
  readonly removed: (stage: string) => string;
  readonly removedFirst: (stage: string) => string;
  readonly removedAfter: (stage: string, after: string) => string;
  readonly renamed: (was: string, now: string) => string;
  readonly kind: Three;
  readonly chance: Three;
  readonly limit: Three;
  readonly order: (now: string) => string;
  readonly orderWas: (now: string, was: string) => string;
}

type Three = (stage: string, was: string, now: string) => string;

const SENTENCES: Readonly<Record<Language, Sentences>> = {
  en: {
    none: { chance: 'not set', limit: 'learned' },
    added: (stage) => `Stage "${stage}" added`,
    removed: (stage) => `Stage "${stage}" is no longer in use`,
    removedFirst: (stage) => `Stage "${stage}", the first, is no longer in use`,
    removedAfter: (stage, after) => `Stage "${stage}", after "${after}", is no longer in use`,
    renamed: (was, now) => `Stage "${was}" is now called "${now}"`,
    kind: (stage, was, now) => `"${stage}": kind ${was} -> ${now}`,
    chance: (stage, was, now) => `"${stage}": win chance ${was} -> ${now}`,
    limit: (stage, was, now) => `"${stage}": limit in days ${was} -> ${now}`,
    order: (now) => `Order of stages: ${now}`,
    orderWas: (now, was) => `Order of stages: ${now} (before: ${was})`,
  },
  zh: {
    none: { chance: '未设置', limit: '自动学习' },
    added: (stage) => `新增阶段“${stage}”`,
    removed: (stage) => `阶段“${stage}”已停用`,
    removedFirst: (stage) => `第一个阶段“${stage}”已停用`,
    removedAfter: (stage, after) => `“${after}”之后的阶段“${stage}”已停用`,
    renamed: (was, now) => `阶段“${was}”改名为“${now}”`,
    kind: (stage, was, now) => `“${stage}”类型：${was} → ${now}`,
    chance: (stage, was, now) => `“${stage}”赢单概率：${was} → ${now}`,
    limit: (stage, was, now) => `“${stage}”停留上限（天）：${was} → ${now}`,
    order: (now) => `阶段顺序：${now}`,
    orderWas: (now, was) => `阶段顺序：${now}（原为：${was}）`,
  },
};

/** Changes of the stages, in the words of the ledger. */
export function changesText(changes: readonly StageChange[], language: Language): string {
  return clauses(
    changes.map((change) => sentence(change, language)),
    language,
  );
}

function sentence(change: StageChange, language: Language): string {
  const say = SENTENCES[language];
  const kinds = CHOICE_WORDS[language].stageKinds;
  const names = (stages: readonly string[]) => stages.join(MARKS[language].list);
  switch (change.kind) {
    case 'added':
      return say.added(change.stage);
    case 'removed':
      if (change.after === undefined) return say.removed(change.stage);
      return change.after === null
        ? say.removedFirst(change.stage)
        : say.removedAfter(change.stage, change.after);
    case 'renamed':
      return say.renamed(change.was, change.stage);
    case 'kind':
      return say.kind(change.stage, kinds[change.was], kinds[change.now]);
    case 'chance': {
      const text = (chance: number | null) => (chance === null ? say.none.chance : percent(chance));
      return say.chance(change.stage, text(change.was), text(change.now));
    }
    case 'limit': {
      const text = (days: number | null) => (days === null ? say.none.limit : String(days));
      return say.limit(change.stage, text(change.was), text(change.now));
    }
    case 'order':
      return change.was === undefined
        ? say.order(names(change.now))
        : say.orderWas(names(change.now), names(change.was));
  }
}

/** As exact as it was typed: the entry is what a past day is made from again. */
function percent(chance: number): string {
  return `${Number((chance * 100).toPrecision(12))}%`;
}

/** The blanks of a sentence while its pattern is made. */
const BLANKS = { stage: '\u0001', was: '\u0002', now: '\u0003', after: '\u0004' } as const;

type Told = Readonly<Partial<Record<keyof typeof BLANKS, string>>>;

interface Reader {
  readonly pattern: RegExp;
  readonly read: (told: Told) => StageChange | null;
}

function readersOf(language: Language): readonly Reader[] {
  const say = SENTENCES[language];
  const { stage: STAGE, was: WAS, now: NOW, after: AFTER } = BLANKS;
  const list = (names: string) => names.split(MARKS[language].list);
  const reader = (text: string, read: Reader['read']) => ({ pattern: patternOf(text), read });
  const two =
    <T>(kind: string, readOne: (text: string, language: Language) => T | undefined) =>
    ({ stage = '', was = '', now = '' }: Told) => {
      const both = [readOne(was, language), readOne(now, language)];
      if (both.includes(undefined)) return null;
      return { kind, stage, was: both[0], now: both[1] } as StageChange;
    };
  return [
    reader(say.added(STAGE), ({ stage = '' }) => ({ kind: 'added', stage })),
    reader(say.removed(STAGE), ({ stage = '' }) => ({ kind: 'removed', stage })),
    reader(say.removedFirst(STAGE), ({ stage = '' }) => ({ kind: 'removed', stage, after: null })),
    reader(say.removedAfter(STAGE, AFTER), ({ stage = '', after = '' }) => ({
      kind: 'removed',
      stage,
      after,
    })),
    reader(say.renamed(WAS, NOW), ({ was = '', now = '' }) => ({
      kind: 'renamed',
      was,
      stage: now,
    })),
    reader(say.kind(STAGE, WAS, NOW), two('kind', kindIn)),
    reader(say.chance(STAGE, WAS, NOW), two('chance', chanceIn)),
    reader(say.limit(STAGE, WAS, NOW), two('limit', limitIn)),
    reader(say.orderWas(NOW, WAS), ({ now = '', was = '' }) => ({
      kind: 'order',
      now: list(now),
      was: list(was),
    })),
    reader(say.order(NOW), ({ now = '' }) => ({ kind: 'order', now: list(now) })),
  ];
}

function patternOf(text: string): RegExp {
  let source = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  for (const [name, mark] of Object.entries(BLANKS))
    source = source.replace(mark, `(?<${name}>.+?)`);
  return new RegExp(`${source}(?=; |；|$)`, 'y');
}

function kindIn(text: string, language: Language): StageKind | undefined {
  const kinds = CHOICE_WORDS[language].stageKinds;
  return (['open', 'won', 'lost', 'nurture'] as const).find((kind) => kinds[kind] === text);
}

function chanceIn(text: string, language: Language): number | null | undefined {
  if (text === SENTENCES[language].none.chance) return null;
  const number = text.endsWith('%') ? numberIn(text.slice(0, -1)) : undefined;
  return number === undefined ? undefined : Number((number / 100).toPrecision(12));
}

function limitIn(text: string, language: Language): number | null | undefined {
  return text === SENTENCES[language].none.limit ? null : numberIn(text);
}

function numberIn(text: string): number | undefined {
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
}

let readers: readonly Reader[] | undefined;

/** What an entry tells of the stages, in whichever language it was written; anything else that it tells is passed over. */
export function readChanges(text: string): readonly StageChange[] {
  readers ??= LANGUAGES.flatMap(readersOf);
  const found: StageChange[] = [];
  for (let at = 0; at < text.length; ) {
    const next = changeAt(text, at, readers);
    if (next !== null) found.push(next.change);
    const separator = /; |；/g;
    separator.lastIndex = next?.end ?? at;
    if (separator.exec(text) === null) break;
    at = separator.lastIndex;
  }
  return found;
}

/** The change that a text tells from here on; of several readings the shortest, for names may hold anything, and the first of alike ones. */
function changeAt(
  text: string,
  at: number,
  all: readonly Reader[],
): { readonly change: StageChange; readonly end: number } | null {
  let best: { change: StageChange; end: number } | null = null;
  for (const { pattern, read } of all) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const end = at + (match?.[0].length ?? 0);
    if (match === null || (best !== null && best.end <= end)) continue;
    const change = read((match.groups ?? {}) as Told);
    if (change !== null) best = { change, end };
  }
  return best;
}
