import type { Language } from './language';

/** What only the wide board says: its filters, columns and hands. */
export interface WideBoardWords {
  readonly filters: {
    readonly label: string;
    readonly closing: string;
    readonly anyMonth: string;
    readonly overdue: string;
    readonly noDate: string;
    readonly clear: string;
    readonly shown: (shown: number, all: number) => string;
    readonly none: string;
  };
  readonly column: {
    readonly label: (stage: string, deals: number, sum: string) => string;
    readonly deals: (count: number) => string;
    readonly weighted: (sum: string) => string;
    readonly empty: string;
    readonly retired: string;
    readonly closing: string;
  };
  readonly hands: {
    /** What a screen reader says of a card that is picked up. */
    readonly picked: (name: string, count: number) => string;
    readonly over: (stage: string) => string;
    readonly dropped: (stage: string) => string;
    readonly cancelled: string;
  };
  readonly keys: string;
  readonly selection: {
    readonly label: string;
    readonly count: (count: number) => string;
    readonly moveTo: string;
    readonly clear: string;
  };
  readonly ask: {
    readonly title: (stage: string, count: number) => string;
    readonly go: (stage: string) => string;
    readonly cancel: string;
  };
  readonly held: {
    readonly title: (count: number) => string;
    readonly fillIn: string;
  };
  readonly panel: { readonly label: string; readonly close: string };
}

const deals = (count: number) => `${count} ${count === 1 ? 'deal' : 'deals'}`;

const en: WideBoardWords = {
  filters: {
    label: 'Filters',
    closing: 'Closes in',
    anyMonth: 'Any month',
    overdue: 'Close date passed',
    noDate: 'No close date',
    clear: 'Clear filters',
    shown: (shown, all) => (shown === all ? deals(all) : `${shown} of ${deals(all)}`),
    none: 'No deal passes these filters.',
  },
  column: {
    label: (stage, count, sum) => `${stage}: ${deals(count)}${sum === '' ? '' : `, ${sum}`}`,
    deals,
    weighted: (sum) => `weighted ${sum}`,
    empty: 'Drop a deal here',
    retired: 'This stage is no longer in the Stages tab. Move its deals to another one.',
    closing: 'Drop here',
  },
  hands: {
    picked: (name, count) =>
      `${count === 1 ? name : deals(count)} picked up. Left and right choose a stage, Enter drops, Escape puts back.`,
    over: (stage) => `Over ${stage}`,
    dropped: (stage) => `Dropped on ${stage}`,
    cancelled: 'Put back',
  },
  keys: 'Arrows: go · Enter: open · Space: pick up and drop · X: select',
  selection: {
    label: 'Selected deals',
    count: (count) => `${count} selected`,
    moveTo: 'Move to…',
    clear: 'Clear selection',
  },
  ask: {
    title: (stage, count) => `Move ${count === 1 ? 'the deal' : deals(count)} to ${stage}`,
    go: (stage) => `Move to ${stage}`,
    cancel: 'Cancel',
  },
  held: { title: (count) => `${deals(count)} not moved`, fillIn: 'Fill in' },
  panel: { label: 'Deal', close: 'Close' },
};

const zh: WideBoardWords = {
  filters: {
    label: '筛选',
    closing: '预计成交月份',
    anyMonth: '任意月份',
    overdue: '已过预计成交日期',
    noDate: '无预计成交日期',
    clear: '清除筛选',
    shown: (shown, all) => (shown === all ? `${all} 个商机` : `${shown} / ${all} 个商机`),
    none: '没有符合筛选条件的商机。',
  },
  column: {
    label: (stage, count, sum) => `${stage}：${count} 个商机${sum === '' ? '' : `，${sum}`}`,
    deals: (count) => `${count} 个`,
    weighted: (sum) => `加权 ${sum}`,
    empty: '可将商机拖到这里',
    retired: '“阶段”表中已没有这个阶段，请把商机转到其他阶段。',
    closing: '拖到这里',
  },
  hands: {
    picked: (name, count) =>
      `已拿起${count === 1 ? name : ` ${count} 个商机`}。按左右键选择阶段，回车放下，Esc 放回。`,
    over: (stage) => `位于“${stage}”`,
    dropped: (stage) => `已放到“${stage}”`,
    cancelled: '已放回',
  },
  keys: '方向键：移动 · 回车：打开 · 空格：拿起和放下 · X：选择',
  selection: {
    label: '已选商机',
    count: (count) => `已选 ${count} 个`,
    moveTo: '转到…',
    clear: '取消选择',
  },
  ask: {
    title: (stage, count) => `将 ${count} 个商机转到“${stage}”`,
    go: (stage) => `转到“${stage}”`,
    cancel: '取消',
  },
  held: { title: (count) => `${count} 个商机未通过`, fillIn: '补填' },
  panel: { label: '商机', close: '关闭' },
};

export const WIDE_BOARD_WORDS: Readonly<Record<Language, WideBoardWords>> = { en, zh };
