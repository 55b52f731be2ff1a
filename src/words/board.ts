import type { Language } from './language';

/** What the board says. What a single deal's panel says is in pages.ts. */
export interface BoardWords {
  readonly title: string;
  readonly loading: string;
  readonly failed: string;
  readonly empty: { readonly title: string; readonly advice: string };
  readonly filters: {
    readonly label: string;
    readonly pipeline: string;
    readonly text: string;
    readonly owner: string;
    readonly anyOwner: string;
    readonly mine: (name: string) => string;
    readonly noOwner: string;
    readonly closing: string;
    readonly anyMonth: string;
    readonly overdue: string;
    readonly noDate: string;
    readonly stalled: string;
    readonly clear: string;
    readonly shown: (shown: number, all: number) => string;
    readonly none: string;
    readonly refresh: string;
  };
  readonly column: {
    readonly label: (stage: string, deals: number, sum: string) => string;
    readonly deals: (count: number) => string;
    readonly weighted: (sum: string) => string;
    readonly empty: string;
    readonly retired: string;
    readonly closing: string;
  };
  readonly card: {
    readonly stalled: string;
    readonly days: (days: number) => string;
    readonly noNextStep: string;
    readonly noAmount: string;
    readonly select: string;
    readonly moving: string;
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
  readonly outcome: {
    readonly moved: (count: number, stage: string) => string;
    readonly someHeld: (moved: number, held: number) => string;
    readonly stale: (count: number) => string;
    readonly gone: (count: number) => string;
    readonly undone: (count: number) => string;
    readonly undo: string;
  };
  readonly held: {
    readonly title: (count: number) => string;
    readonly fillIn: string;
  };
  /** On the narrow board in the sidebar. */
  readonly narrow: {
    readonly openWide: string;
    readonly more: (count: number) => string;
    readonly stage: (stage: string, deals: number) => string;
  };
  readonly panel: { readonly label: string; readonly close: string };
}

const deals = (count: number) => `${count} ${count === 1 ? 'deal' : 'deals'}`;

const en: BoardWords = {
  title: 'Board',
  loading: 'Loading the board',
  failed: 'The board could not be loaded',
  empty: {
    title: 'No deals yet',
    advice: 'Type the first one in the Deals tab; it appears here with its stage.',
  },
  filters: {
    label: 'Filters',
    pipeline: 'Pipeline',
    text: 'Deal or customer',
    owner: 'Owner',
    anyOwner: 'All owners',
    mine: (name) => `Mine (${name})`,
    noOwner: 'No owner',
    closing: 'Closes in',
    anyMonth: 'Any month',
    overdue: 'Close date passed',
    noDate: 'No close date',
    stalled: 'Stalled only',
    clear: 'Clear filters',
    shown: (shown, all) => (shown === all ? deals(all) : `${shown} of ${deals(all)}`),
    none: 'No deal passes these filters.',
    refresh: 'Refresh',
  },
  column: {
    label: (stage, count, sum) => `${stage}: ${deals(count)}${sum === '' ? '' : `, ${sum}`}`,
    deals,
    weighted: (sum) => `weighted ${sum}`,
    empty: 'Drop a deal here',
    retired: 'This stage is no longer in the Stages tab. Move its deals to another one.',
    closing: 'Drop here',
  },
  card: {
    stalled: 'Stalled',
    days: (days) => `${days} ${days === 1 ? 'day' : 'days'}`,
    noNextStep: 'No next step',
    noAmount: 'No amount',
    select: 'Select',
    moving: 'Moving',
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
  outcome: {
    moved: (count, stage) =>
      count === 1 ? `Moved to ${stage}.` : `${deals(count)} moved to ${stage}.`,
    someHeld: (moved, held) => `${moved} moved, ${held} not: see what they need.`,
    stale: (count) =>
      count === 1
        ? 'Somebody changed this deal in the meantime. It is shown as it is now; move it again if you still want to.'
        : `${deals(count)} were changed by somebody in the meantime. They are shown as they are now.`,
    gone: (count) =>
      count === 1
        ? 'This deal is no longer in the sheet.'
        : `${deals(count)} are no longer in the sheet.`,
    undone: (count) => (count === 1 ? 'The move is taken back.' : `${count} moves are taken back.`),
    undo: 'Undo',
  },
  held: { title: (count) => `${deals(count)} not moved`, fillIn: 'Fill in' },
  narrow: {
    openWide: 'Open the wide board',
    more: (count) => `Show ${count} more`,
    stage: (stage, count) => `${stage} (${count})`,
  },
  panel: { label: 'Deal', close: 'Close' },
};

const zh: BoardWords = {
  title: '看板',
  loading: '正在加载看板',
  failed: '看板加载失败',
  empty: { title: '还没有商机', advice: '请在“商机”表中填写第一个商机，它会显示在所处的阶段里。' },
  filters: {
    label: '筛选',
    pipeline: '销售管道',
    text: '商机或客户',
    owner: '负责人',
    anyOwner: '全部负责人',
    mine: (name) => `我的（${name}）`,
    noOwner: '无负责人',
    closing: '预计成交月份',
    anyMonth: '任意月份',
    overdue: '已过预计成交日期',
    noDate: '无预计成交日期',
    stalled: '只看停滞',
    clear: '清除筛选',
    shown: (shown, all) => (shown === all ? `${all} 个商机` : `${shown} / ${all} 个商机`),
    none: '没有符合筛选条件的商机。',
    refresh: '刷新',
  },
  column: {
    label: (stage, count, sum) => `${stage}：${count} 个商机${sum === '' ? '' : `，${sum}`}`,
    deals: (count) => `${count} 个`,
    weighted: (sum) => `加权 ${sum}`,
    empty: '可将商机拖到这里',
    retired: '“阶段”表中已没有这个阶段，请把商机转到其他阶段。',
    closing: '拖到这里',
  },
  card: {
    stalled: '停滞',
    days: (days) => `${days} 天`,
    noNextStep: '尚无下一步',
    noAmount: '无金额',
    select: '选择',
    moving: '正在保存',
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
  outcome: {
    moved: (count, stage) =>
      count === 1 ? `已转到“${stage}”。` : `${count} 个商机已转到“${stage}”。`,
    someHeld: (moved, held) => `${moved} 个已转，${held} 个未通过，请看各自还差什么。`,
    stale: (count) =>
      count === 1
        ? '其间有人改动了这个商机，现已显示最新情况；如仍需要，请重新移动。'
        : `其间有人改动了 ${count} 个商机，现已显示最新情况。`,
    gone: (count) =>
      count === 1 ? '表格中已没有这个商机。' : `表格中已没有其中 ${count} 个商机。`,
    undone: (count) => (count === 1 ? '已撤销这次移动。' : `已撤销 ${count} 次移动。`),
    undo: '撤销',
  },
  held: { title: (count) => `${count} 个商机未通过`, fillIn: '补填' },
  narrow: {
    openWide: '打开大看板',
    more: (count) => `再显示 ${count} 个`,
    stage: (stage, count) => `${stage}（${count}）`,
  },
  panel: { label: '商机', close: '关闭' },
};

export const BOARD_WORDS: Readonly<Record<Language, BoardWords>> = { en, zh };
