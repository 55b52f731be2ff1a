import type { Language } from './language';

/** What filtering the funnel says. */
export interface FunnelFilterWords {
  readonly title: string;
  /** `now` is what the funnel is filtered by, `''` for nothing. */
  readonly ask: (now: string) => string;
  readonly unknown: (part: string) => string;
  /** A name that stands under several headings. */
  readonly several: (part: string, headings: string) => string;
  readonly busy: string;
  /** Over the funnel. */
  readonly only: (filter: string) => string;
  readonly created: string;
  readonly entered: string;
  readonly to: string;
}

export const FUNNEL_FILTER_WORDS: Readonly<Record<Language, FunnelFilterWords>> = {
  en: {
    title: 'Filter the funnel',
    ask: (now) =>
      `${now === '' ? 'The funnel shows all deals.' : `The funnel shows: ${now}.`}\n\nOf whom, or of what, shall it show the deals? Type owners, sources, products or the time in which they were created, with ; between them. Leave it empty for all deals.\n\nAnn Reyes; Web; 2026 Q1\ncreated 2026-01-01 to 2026-03-15\nentered 2026-03   (deals that came to a stage in that time)`,
    unknown: (part) =>
      `No deal has "${part}" as its owner, source or product, and it is no time. Type names as they stand in Deals; a time is 2026, 2026 Q1, 2026-03, or 2026-01-01 to 2026-03-15.`,
    several: (part, headings) =>
      `"${part}" stands under several headings (${headings}). Type which one is meant, such as Source: ${part}.`,
    busy: 'Somebody else is saving just now. The funnel is filtered at its next refresh.',
    only: (filter) =>
      `Only some deals, on this whole tab: ${filter}. Choose Reports > Filter the funnel in the Pipeline menu to change that.`,
    created: 'created',
    entered: 'entered',
    to: 'to',
  },
  zh: {
    title: '筛选漏斗',
    ask: (now) =>
      `${now === '' ? '漏斗当前显示全部商机。' : `漏斗当前只显示：${now}。`}\n\n要看谁的、或哪一类商机？请输入负责人、来源、产品或创建时间，用分号隔开。留空表示全部商机。\n\n王芳；官网；2026 Q1\n创建 2026-01-01 至 2026-03-15\n进入 2026-03   （这段时间内进入某阶段的商机）`,
    unknown: (part) =>
      `没有商机以“${part}”为负责人、来源或产品，它也不是时间。名称请与“商机”表一致；时间可写 2026、2026 Q1、2026-03 或 2026-01-01 至 2026-03-15。`,
    several: (part, headings) =>
      `“${part}”同时出现在${headings}中。请写明是哪一种，例如 来源：${part}。`,
    busy: '其他人正在保存。下次刷新时漏斗即按此筛选。',
    only: (filter) =>
      `本表只包含部分商机：${filter}。可在“销售管道”菜单的“报告 > 筛选漏斗”中更改。`,
    created: '创建',
    entered: '进入',
    to: '至',
  },
};
