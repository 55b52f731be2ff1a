import type { Language } from './language';

/** What the board says, wide or in the sidebar. What a single deal's panel says is in pages.ts. */
export interface BoardWords {
  readonly title: string;
  readonly loading: string;
  readonly failed: string;
  readonly empty: { readonly title: string; readonly advice: string };
  readonly filters: {
    readonly pipeline: string;
    readonly text: string;
    readonly owner: string;
    readonly anyOwner: string;
    readonly mine: (name: string) => string;
    readonly noOwner: string;
    readonly stalled: string;
    readonly refresh: string;
  };
  readonly card: {
    readonly stalled: string;
    readonly days: (days: number) => string;
    readonly noNextStep: string;
    readonly noAmount: string;
    readonly moving: string;
  };
  readonly outcome: {
    readonly moved: (count: number, stage: string) => string;
    readonly someHeld: (moved: number, held: number) => string;
    readonly stale: (count: number) => string;
    readonly gone: (count: number) => string;
    readonly undone: (count: number) => string;
  };
  /** On the narrow board in the sidebar. */
  readonly narrow: {
    readonly openWide: string;
    readonly more: (count: number) => string;
    readonly stage: (stage: string, deals: number) => string;
    readonly weighted: (sum: string) => string;
  };
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
    pipeline: 'Pipeline',
    text: 'Deal or customer',
    owner: 'Owner',
    anyOwner: 'All owners',
    mine: (name) => `Mine (${name})`,
    noOwner: 'No owner',
    stalled: 'Stalled only',
    refresh: 'Refresh',
  },
  card: {
    stalled: 'Stalled',
    days: (days) => `${days} ${days === 1 ? 'day' : 'days'}`,
    noNextStep: 'No next step',
    noAmount: 'No amount',
    moving: 'Moving',
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
  },
  narrow: {
    openWide: 'Open the wide board',
    more: (count) => `Show ${count} more`,
    stage: (stage, count) => `${stage} (${count})`,
    weighted: (sum) => `weighted ${sum}`,
  },
};

const zh: BoardWords = {
  title: '看板',
  loading: '正在加载看板',
  failed: '看板加载失败',
  empty: { title: '还没有商机', advice: '请在“商机”表中填写第一个商机，它会显示在所处的阶段里。' },
  filters: {
    pipeline: '销售管道',
    text: '商机或客户',
    owner: '负责人',
    anyOwner: '全部负责人',
    mine: (name) => `我的（${name}）`,
    noOwner: '无负责人',
    stalled: '只看停滞',
    refresh: '刷新',
  },
  card: {
    stalled: '停滞',
    days: (days) => `${days} 天`,
    noNextStep: '尚无下一步',
    noAmount: '无金额',
    moving: '正在保存',
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
  },
  narrow: {
    openWide: '打开大看板',
    more: (count) => `再显示 ${count} 个`,
    stage: (stage, count) => `${stage}（${count}）`,
    weighted: (sum) => `加权 ${sum}`,
  },
};

export const BOARD_WORDS: Readonly<Record<Language, BoardWords>> = { en, zh };
