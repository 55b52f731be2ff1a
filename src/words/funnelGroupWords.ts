import type { Language } from './language';
import { numberText } from './numberText';

type Words<K extends string> = Readonly<Record<K, string>>;

/** What the deals of the funnel are told apart by. */
export const GROUPINGS = ['owner', 'source', 'product', 'created'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What the Funnel tab says of groups of deals. */
export interface FunnelGroupWords {
  readonly title: string;
  readonly reading: string;
  readonly columns: Words<
    'by' | 'group' | 'deals' | 'openShare' | 'won' | 'wonRate' | 'low' | 'high' | 'cycle' | 'note'
  >;
  readonly by: Words<Grouping>;
  /** Deals of which the workbook does not say it. */
  readonly none: Words<Grouping>;
  readonly others: (groups: number) => string;
  readonly earlier: string;
  readonly noCycle: (why: string) => string;
  /** Why there is none. */
  readonly noneWon: string;
}

export const FUNNEL_GROUP_WORDS: Readonly<Record<Language, FunnelGroupWords>> = {
  en: {
    title: 'By owner, source, product and quarter',
    reading:
      'Each deal counts once under each heading. Won share is of all deals of the row; it is grey until 80% of them have closed. Low and High are its 95% interval.',
    columns: {
      by: 'By',
      group: 'Which',
      deals: 'Deals',
      openShare: 'Still open',
      won: 'Ever won',
      wonRate: 'Won share',
      low: 'Low',
      high: 'High',
      cycle: 'Median cycle',
      note: 'Note',
    },
    by: { owner: 'Owner', source: 'Source', product: 'Product', created: 'Created in' },
    none: { owner: 'No owner', source: 'No source', product: 'No product', created: 'Unknown' },
    others: (groups) => `${numberText(groups)} others`,
    earlier: 'Earlier',
    noCycle: (why) => `no median cycle: ${why}`,
    noneWon: 'no deal is won now',
  },
  zh: {
    title: '按负责人、来源、产品和季度',
    reading:
      '每个商机在每种分类下各计一次。赢单占比以该行全部商机为分母，其中 80% 了结之前显示为灰色。下限和上限是它的 95% 区间。',
    columns: {
      by: '分类',
      group: '分组',
      deals: '商机数',
      openShare: '尚未了结',
      won: '曾经赢单',
      wonRate: '赢单占比',
      low: '下限',
      high: '上限',
      cycle: '周期中位天数',
      note: '备注',
    },
    by: { owner: '负责人', source: '来源', product: '产品', created: '创建于' },
    none: { owner: '无负责人', source: '无来源', product: '无产品', created: '不详' },
    others: (groups) => `其余 ${numberText(groups)} 项`,
    earlier: '更早',
    noCycle: (why) => `没有周期：${why}`,
    noneWon: '目前没有赢单',
  },
};
