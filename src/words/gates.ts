import type { Criterion, Must } from '../domain/criterion';
import type { Field } from '../domain/fact';
import type { Shortfall } from '../domain/gate';
import { named } from '../domain/named';
import type { StageKey } from '../domain/pipeline';
import { CHOICE_WORDS } from './choices';
import type { Language } from './language';
import { numberText } from './numberText';

/** How fields and stages are called where the sentence will be read. */
export interface GateNames {
  readonly fieldName: (field: Field) => string;
  readonly stageName: (key: StageKey) => string;
}

/** What the Gate cell says. */
export type GateState =
  /** Nothing is missing for the next stage. */
  | { readonly kind: 'ready'; readonly next: StageKey }
  | { readonly kind: 'needs'; readonly next: StageKey; readonly shortfalls: readonly Shortfall[] }
  /** The last move was held. */
  | { readonly kind: 'held'; readonly to: StageKey; readonly shortfalls: readonly Shortfall[] }
  /** The last move was to no stage at all, today; the reason is worded already. */
  | { readonly kind: 'heldNowhere'; readonly reason: string }
  /** The deal is closed or nurtured: no gate ahead. */
  | { readonly kind: 'none' };

interface GateWords {
  readonly must: (must: Must, field: string, names: Readers) => string;
  readonly or: string;
  readonly needs: (field: string) => string;
  readonly needsDay: (field: string) => string;
  readonly needsNumber: (field: string) => string;
  readonly mayNotSkip: (stage: string) => string;
  readonly mayNotGoBack: string;
  /** `others`: where it may start, empty for any open stage. */
  readonly mayNotStartIn: (stage: string, others: readonly string[]) => string;
  readonly unknownStage: (typed: string) => string;
  readonly mayNotClearStage: string;
  readonly overrideNeedsReason: string;
  readonly between: string;
  readonly ready: (stage: string) => string;
  readonly missing: (stage: string, list: string) => string;
  readonly held: (stage: string, list: string) => string;
  /** A move to nowhere: the stage is not known, or was cleared. */
  readonly heldNowhere: (reason: string) => string;
  readonly more: (count: number) => string;
}

/** How the parts of a criterion are written: other fields, numbers, kinds of activity. */
interface Readers {
  readonly field: (field: Field) => string;
  readonly number: (number: number) => string;
  readonly activity: (kind: string) => string;
}

const WORDS: Readonly<Record<Language, GateWords>> = {
  en: {
    must: mustInEnglish,
    or: ', or: ',
    needs: (field) => `Fill in ${field}`,
    needsDay: (field) => `${field} must be a date`,
    needsNumber: (field) => `${field} must be a number`,
    mayNotSkip: (stage) => `Move it to ${stage} first: stages may not be skipped`,
    mayNotGoBack: 'Leave it where it is: deals may not go back',
    mayNotStartIn: (stage, others) =>
      `Start in ${others.join(' or ') || 'an open stage'}: a new deal may not start in ${stage}`,
    unknownStage: (typed) => `Choose a stage from the list: there is no stage "${typed}"`,
    mayNotClearStage: 'Choose a stage: a deal always has one',
    overrideNeedsReason: 'Say why the gate may be overridden',
    between: '; ',
    ready: (stage) => `Ready for ${stage}`,
    missing: (stage, list) => `For ${stage}: ${list}`,
    held: (stage, list) => `Not moved to ${stage}: ${list}`,
    heldNowhere: (reason) => `Not moved: ${reason}`,
    more: (count) => `and ${count} more`,
  },
  zh: {
    must: mustInChinese,
    or: '，或者：',
    needs: (field) => `请填写“${field}”`,
    needsDay: (field) => `“${field}”必须填写日期`,
    needsNumber: (field) => `“${field}”必须填写数字`,
    mayNotSkip: (stage) => `请先推进到“${stage}”：不允许跳过阶段`,
    mayNotGoBack: '请保持当前阶段：不允许退回',
    mayNotStartIn: (stage, others) =>
      `请从${others.map((other) => `“${other}”`).join('或') || '进行中的阶段'}开始：新商机不能直接从“${stage}”开始`,
    unknownStage: (typed) => `请从列表中选择阶段：没有名为“${typed}”的阶段`,
    mayNotClearStage: '请选择阶段：商机必须处于某个阶段',
    overrideNeedsReason: '请写明强制放行的理由',
    between: '；',
    ready: (stage) => `可以推进到“${stage}”`,
    missing: (stage, list) => `进入“${stage}”还需：${list}`,
    held: (stage, list) => `未能推进到“${stage}”：${list}`,
    heldNowhere: (reason) => `未移动：${reason}`,
    more: (count) => `另有 ${count} 项`,
  },
};

function mustInEnglish(must: Must, field: string, read: Readers): string {
  switch (must.kind) {
    case 'isFilled':
      return `Fill in ${field}`;
    case 'isTicked':
      return `Tick ${field}`;
    case 'atLeast':
      return `${field} must be at least ${read.number(must.number)}`;
    case 'atMost':
      return `${field} must be at most ${read.number(must.number)}`;
    case 'equals':
      return `${field} must be "${must.text}"`;
    case 'oneOf':
      return `${field} must be one of: ${must.texts.join(', ')}`;
    case 'contains':
      return `${field} must contain "${must.text}"`;
    case 'isDate':
      return `${field} must be a date`;
    case 'afterToday':
      return `${field} must be ${dayInEnglish(must.days, 'after')}`;
    case 'beforeToday':
      return `${field} must be ${dayInEnglish(must.days, 'before')}`;
    case 'afterField':
      return `${field} must be after ${read.field(must.other)}`;
    case 'activities': {
      const times = must.atLeast === 1 ? 'once' : `${must.atLeast} times`;
      if (must.activity === '') {
        return must.atLeast === 1
          ? 'Log at least one activity'
          : `Log at least ${must.atLeast} activities`;
      }
      return `Log ${read.activity(must.activity)} at least ${times}`;
    }
    case 'taskDone':
      return `Finish the task "${must.task}"`;
  }
}

function dayInEnglish(days: number, side: 'after' | 'before'): string {
  if (days === 0) return `${side} today`;
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  return `${side} the day ${days > 0 ? `${count} from now` : `${count} ago`}`;
}

function mustInChinese(must: Must, field: string, read: Readers): string {
  switch (must.kind) {
    case 'isFilled':
      return `请填写“${field}”`;
    case 'isTicked':
      return `请勾选“${field}”`;
    case 'atLeast':
      return `“${field}”不能小于 ${read.number(must.number)}`;
    case 'atMost':
      return `“${field}”不能大于 ${read.number(must.number)}`;
    case 'equals':
      return `“${field}”必须是“${must.text}”`;
    case 'oneOf':
      return `“${field}”必须是其中之一：${must.texts.join('、')}`;
    case 'contains':
      return `“${field}”必须包含“${must.text}”`;
    case 'isDate':
      return `“${field}”必须填写日期`;
    case 'afterToday':
      return `“${field}”必须晚于${dayInChinese(must.days)}`;
    case 'beforeToday':
      return `“${field}”必须早于${dayInChinese(must.days)}`;
    case 'afterField':
      return `“${field}”必须晚于“${read.field(must.other)}”`;
    case 'activities':
      return `请至少记录 ${must.atLeast} 次${must.activity === '' ? '跟进' : `“${read.activity(must.activity)}”`}`;
    case 'taskDone':
      return `请完成任务“${must.task}”`;
  }
}

function dayInChinese(days: number): string {
  if (days === 0) return '今天';
  return days > 0 ? `今天起 ${days} 天后` : ` ${-days} 天前`;
}

function readersFor(field: Field, language: Language, names: GateNames): Readers {
  const kinds: Readonly<Record<string, string>> = CHOICE_WORDS[language].activityKinds;
  const isShare = field === 'winChance';
  return {
    field: names.fieldName,
    number: (number) => (isShare ? `${Number((number * 100).toFixed(1))}%` : numberText(number)),
    activity: (kind) => named(kinds, kind) ?? kind,
  };
}

/** What a criterion asks, in the program's words. */
export function criterionText(
  { field, must }: Pick<Criterion, 'field' | 'must'>,
  language: Language,
  names: GateNames,
): string {
  const readers = readersFor(field, language, names);
  return WORDS[language].must(must, names.fieldName(field), readers);
}

/** One sentence that says what to do: "Amount must be at least 500". The team's own words go first. */
export function shortfallText(shortfall: Shortfall, language: Language, names: GateNames): string {
  const words = WORDS[language];
  switch (shortfall.kind) {
    case 'criterion':
      return [shortfall, ...shortfall.orElse]
        .map((criterion) => criterion.say || criterionText(criterion, language, names))
        .join(words.or);
    case 'needs': {
      const say = { day: words.needsDay, number: words.needsNumber, none: words.needs };
      return say[shortfall.asA ?? 'none'](names.fieldName(shortfall.field));
    }
    case 'mayNotSkip':
      return words.mayNotSkip(names.stageName(shortfall.over));
    case 'mayNotStartIn':
      return words.mayNotStartIn(
        names.stageName(shortfall.stage),
        shortfall.startIn.map(names.stageName),
      );
    case 'unknownStage':
      return words.unknownStage(shortfall.typed);
    case 'mayNotGoBack':
    case 'mayNotClearStage':
    case 'overrideNeedsReason':
      return words[shortfall.kind];
  }
}

/** A cell stays readable: what is missing beyond this is counted. */
const LISTED = 12;

function listed(shortfalls: readonly Shortfall[], language: Language, names: GateNames): string {
  const words = WORDS[language];
  const texts = shortfalls.slice(0, LISTED).map((it) => shortfallText(it, language, names));
  const rest = shortfalls.length - texts.length;
  return [...texts, ...(rest > 0 ? [words.more(rest)] : [])].join(words.between);
}

/** The Gate cell's text. */
export function gateText(state: GateState, language: Language, names: GateNames): string {
  const words = WORDS[language];
  switch (state.kind) {
    case 'ready':
      return words.ready(names.stageName(state.next));
    case 'needs':
      return words.missing(names.stageName(state.next), listed(state.shortfalls, language, names));
    case 'held':
      return words.held(names.stageName(state.to), listed(state.shortfalls, language, names));
    case 'heldNowhere':
      return words.heldNowhere(state.reason);
    case 'none':
      return '';
  }
}
