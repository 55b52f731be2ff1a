import type { Language } from './language';
import { numberText } from './numberText';

/** What the sidebar says of the deals behind a figure. */
export interface FigureWords {
  readonly heading: string;
  readonly loading: string;
  readonly count: (count: number, listed: number) => string;
  readonly none: string;
  readonly notListed: string;
  readonly unnamed: string;
}

export const FIGURE_WORDS: Readonly<Record<Language, FigureWords>> = {
  en: {
    heading: 'Deals behind this figure',
    loading: 'Looking for the deals',
    count: (count, listed) => {
      const deals = count === 1 ? '1 deal' : `${numberText(count)} deals`;
      return listed < count
        ? `${deals}; the ${numberText(listed)} largest are listed.`
        : `${deals}.`;
    },
    none: 'No deal is behind this figure.',
    notListed: 'This figure is not made of deals. Select another one to see its deals.',
    unnamed: 'Deal without a name',
  },
  zh: {
    heading: '此数字背后的商机',
    loading: '正在查找商机',
    count: (count, listed) =>
      listed < count
        ? `${numberText(count)} 个商机，列出金额最大的 ${numberText(listed)} 个。`
        : `${numberText(count)} 个商机。`,
    none: '此数字背后没有商机。',
    notListed: '此数字不是由商机汇总而来。请选中其他数字查看其商机。',
    unnamed: '未命名的商机',
  },
};
