import type { Language } from './language';

/** What the weekly mail about stalled deals says. */
export interface MailWords {
  readonly subjectOwn: (deals: number, day: string) => string;
  readonly subjectAll: (deals: number, day: string) => string;
  readonly introOwn: (name: string, deals: number) => string;
  readonly introAll: (deals: number, owners: number) => string;
  readonly noOwner: string;
  readonly deal: string;
  readonly stage: string;
  readonly days: string;
  readonly why: string;
  readonly nextStep: string;
  readonly noNextStep: string;
  readonly lastTouch: (day: string) => string;
  readonly open: string;
  readonly daysAgainst: (days: number, usual: number | null, times: string | null) => string;
  readonly daysUnknown: string;
  readonly reasons: {
    readonly stalled: (limit: number) => string;
    readonly silent: (idle: number) => string;
    readonly overdue: (day: string) => string;
    readonly slipping: (times: number) => string;
  };
  readonly whatToDo: string;
  readonly footer: (asOf: string) => string;
}

export const MAIL_WORDS: Readonly<Record<Language, MailWords>> = {
  en: {
    subjectOwn: (deals, day) =>
      `${deals} of your ${deals === 1 ? 'deals needs' : 'deals need'} a decision (week of ${day})`,
    subjectAll: (deals, day) =>
      `${deals} ${deals === 1 ? 'deal needs' : 'deals need'} a decision (week of ${day})`,
    introOwn: (name, deals) =>
      `${name === '' ? 'Hello' : `Hello ${name}`}, ${deals === 1 ? 'this deal needs' : `these ${deals} deals need`} a decision from you.`,
    introAll: (deals, owners) =>
      `${deals} ${deals === 1 ? 'deal' : 'deals'} of ${owners} ${owners === 1 ? 'owner' : 'owners'} ${deals === 1 ? 'needs' : 'need'} a decision.`,
    noOwner: 'No owner',
    deal: 'Deal',
    stage: 'Stage',
    days: 'In stage',
    why: 'Why it is here',
    nextStep: 'Next step',
    noNextStep: 'none: agree on one and date it',
    lastTouch: (day) => `last touch ${day}`,
    open: 'Open in the sheet',
    daysAgainst: (days, usual, times) =>
      `${days} ${days === 1 ? 'day' : 'days'}${usual === null ? '' : `, usually ${usual}`}${times === null ? '' : ` (${times} x)`}`,
    daysUnknown: 'unknown',
    reasons: {
      stalled: (limit) => `longer than the limit of ${limit} days`,
      silent: (idle) => `no contact for ${idle} days`,
      overdue: (day) => `close date ${day} has passed`,
      slipping: (times) => `close date put off ${times} times`,
    },
    whatToDo:
      'For each deal: write the cause and a dated plan, or move it to Nurture with a day to revisit, or close it with a reason. Deals with a live plan leave this list.',
    footer: (asOf) => `As of ${asOf}. You get this mail because you are on the Team tab.`,
  },
  zh: {
    subjectOwn: (deals, day) => `您有 ${deals} 个商机需要处理（${day} 当周）`,
    subjectAll: (deals, day) => `有 ${deals} 个商机需要处理（${day} 当周）`,
    introOwn: (name, deals) =>
      `${name === '' ? '您好' : `${name}，您好`}：以下 ${deals} 个商机需要您处理。`,
    introAll: (deals, owners) => `共有 ${deals} 个商机（涉及 ${owners} 位负责人）需要处理。`,
    noOwner: '无负责人',
    deal: '商机',
    stage: '阶段',
    days: '停留时间',
    why: '列入原因',
    nextStep: '下一步',
    noNextStep: '未填写：请约定下一步并写明日期',
    lastTouch: (day) => `最近跟进 ${day}`,
    open: '在表格中打开',
    daysAgainst: (days, usual, times) =>
      `${days} 天${usual === null ? '' : `，通常 ${usual} 天`}${times === null ? '' : `（${times} 倍）`}`,
    daysUnknown: '未知',
    reasons: {
      stalled: (limit) => `超过停留上限 ${limit} 天`,
      silent: (idle) => `${idle} 天没有跟进`,
      overdue: (day) => `预计成交日期 ${day} 已过`,
      slipping: (times) => `预计成交日期已推迟 ${times} 次`,
    },
    whatToDo:
      '请逐个处理：写明停滞原因和有日期的推进计划；或转入长期培育并填写回访日期；或注明原因后关闭。已有有效计划的商机不会再出现在此清单中。',
    footer: (asOf) => `数据截至 ${asOf}。您收到此邮件是因为您在“团队”表中。`,
  },
};
