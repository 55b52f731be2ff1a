import type { Limit } from '../domain/limits';
import type { Language } from './language';
import { daysText, numberText } from './numberText';

type Words<K extends string> = Readonly<Record<K, string>>;

/** What the Stalled tab says. */
export interface StalledWords {
  readonly title: string;
  readonly columns: Words<
    | 'name'
    | 'deal'
    | 'stage'
    | 'owner'
    | 'days'
    | 'limit'
    | 'reason'
    | 'customer'
    | 'amount'
    | 'currency'
    | 'nextStep'
  >;
  readonly stay: (days: number, usual: number | null, times: number | null) => string;
  readonly nothingStalled: string;
  readonly watchTitle: string;
  readonly watch: {
    readonly silent: (days: number) => string;
    readonly overdue: string;
    readonly slipping: (slips: number) => string;
    readonly covered: (until: string) => string;
  };
  readonly nothingToWatch: string;
  readonly limitsTitle: string;
  readonly limitsColumns: Words<'stage' | 'limit' | 'usual' | 'stalled' | 'open' | 'n' | 'source'>;
  readonly limitSource: (limit: Limit) => string;
  readonly chart: string;
  readonly causesTitle: string;
  readonly reasonsTitle: string;
  readonly reasonsColumns: Words<'reason' | 'deals' | 'share'>;
  readonly noReason: string;
}

export const STALLED_WORDS: Readonly<Record<Language, StalledWords>> = {
  en: {
    title: 'Stalled deals',
    columns: {
      name: 'Deal',
      deal: 'ID',
      stage: 'Stage',
      owner: 'Owner',
      days: 'Days',
      limit: 'Limit',
      reason: 'Why',
      customer: 'Customer',
      amount: 'Amount',
      currency: 'Currency',
      nextStep: 'Next step',
    },
    stay: (days, usual, times) => {
      const stay = days === 1 ? '1 day' : `${daysText(days)} days`;
      if (usual === null) return stay;
      const factor = times === null ? '' : ` (${times.toFixed(1)} x)`;
      return `${stay}, usually ${daysText(usual)}${factor}`;
    },
    nothingStalled: 'No deal is stalled.',
    watchTitle: 'Worth a look',
    watch: {
      silent: (days) => `Silent for ${daysText(days)} days`,
      overdue: 'Close date has passed',
      slipping: (slips) => `Close date moved to a later month ${slips} times`,
      covered: (until) => `Over the limit, with a plan until ${until}`,
    },
    nothingToWatch: 'Nothing else stands out.',
    limitsTitle: 'Limits by stage',
    limitsColumns: {
      stage: 'Stage',
      limit: 'Limit in days',
      usual: 'Usual days',
      stalled: 'Stalled',
      open: 'Open',
      n: 'n',
      source: 'Where the limit is from',
    },
    limitSource: ({ source, n }) => {
      switch (source) {
        case 'configured':
          return 'Set on the Stages tab';
        case 'winners':
          return `Nine in ten of ${numberText(n)} won deals were faster`;
        case 'visits':
          return `Twice the median of ${numberText(n)} visits`;
        case 'default':
          return 'Default: not enough history yet';
      }
    },
    chart: 'Stalled deals by stage',
    causesTitle: 'Causes of open deals that do not move',
    reasonsTitle: 'Why deals were lost',
    reasonsColumns: { reason: 'Lost reason', deals: 'Deals', share: 'Share' },
    noReason: '(no reason given)',
  },
  zh: {
    title: '停滞商机',
    columns: {
      name: '商机名称',
      deal: '商机编号',
      stage: '阶段',
      owner: '负责人',
      days: '停留天数',
      limit: '上限',
      reason: '原因',
      customer: '客户',
      amount: '金额',
      currency: '币种',
      nextStep: '下一步',
    },
    stay: (days, usual, times) => {
      const stay = `${daysText(days)} 天`;
      if (usual === null) return stay;
      const factor = times === null ? '' : `（${times.toFixed(1)} 倍）`;
      return `${stay}，通常 ${daysText(usual)} 天${factor}`;
    },
    nothingStalled: '没有停滞的商机。',
    watchTitle: '值得关注',
    watch: {
      silent: (days) => `${daysText(days)} 天没有动静`,
      overdue: '已过预计成交日期',
      slipping: (slips) => `预计成交日期已 ${slips} 次推迟到更晚的月份`,
      covered: (until) => `已超过上限，有计划至 ${until}`,
    },
    nothingToWatch: '没有其他需要关注的商机。',
    limitsTitle: '各阶段停留上限',
    limitsColumns: {
      stage: '阶段',
      limit: '停留上限（天）',
      usual: '通常天数',
      stalled: '停滞',
      open: '进行中',
      n: '样本数',
      source: '上限的依据',
    },
    limitSource: ({ source, n }) => {
      switch (source) {
        case 'configured':
          return '在“阶段”工作表中设置';
        case 'winners':
          return `${numberText(n)} 个赢单商机中九成更快`;
        case 'visits':
          return `${numberText(n)} 次停留的中位数的两倍`;
        case 'default':
          return '默认值：历史还不够';
      }
    },
    chart: '各阶段停滞商机',
    causesTitle: '未成交商机的停滞原因',
    reasonsTitle: '输单原因统计',
    reasonsColumns: { reason: '输单原因', deals: '商机数', share: '占比' },
    noReason: '（未填写原因）',
  },
};
