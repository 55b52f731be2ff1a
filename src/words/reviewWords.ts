import type { Risk } from '../domain/atRisk';
import type { Language } from './language';
import { daysText, numberText, percentText } from './numberText';

type Words<K extends string> = Readonly<Record<K, string>>;

/** What the Review tab says. */
export interface ReviewWords {
  readonly title: string;
  readonly reading: (since: string) => string;
  readonly atRiskTitle: string;
  readonly nothingAtRisk: string;
  readonly columns: Words<
    | 'name'
    | 'deal'
    | 'owner'
    | 'stage'
    | 'amount'
    | 'currency'
    | 'chance'
    | 'before'
    | 'why'
    | 'todo'
    | 'evidence'
    | 'from'
    | 'to'
    | 'on'
    | 'what'
    | 'due'
    | 'state'
    | 'days'
    | 'limit'
  >;
  readonly risk: (risk: Risk) => string;
  readonly todo: Words<Risk['kind']>;
  readonly changedTitle: string;
  readonly nothingChanged: string;
  readonly isNew: string;
  readonly stalledTitle: string;
  readonly nothingStalled: string;
  readonly promisedTitle: string;
  readonly nothingPromised: string;
  readonly promised: Words<'nextStep' | 'plan'>;
  readonly missed: (days: number) => string;
  readonly isDue: string;
  readonly more: (rows: number) => string;
}

export const REVIEW_WORDS: Readonly<Record<Language, ReviewWords>> = {
  en: {
    title: 'Review',
    reading: (since) =>
      `For the meeting: deals at risk, what changed since ${since}, what is stalled, what was promised. Select a row and open the sidebar to see the deal.`,
    atRiskTitle: 'At risk',
    nothingAtRisk: 'No deal is at risk.',
    columns: {
      name: 'Deal',
      deal: 'ID',
      owner: 'Owner',
      stage: 'Stage',
      amount: 'Amount',
      currency: 'Currency',
      chance: 'Win chance',
      before: '4 weeks ago',
      why: 'Why',
      todo: 'Suggested next step',
      evidence: 'What the chance rests on',
      from: 'From',
      to: 'To',
      on: 'On',
      what: 'Promise',
      due: 'Due',
      state: 'State',
      days: 'Days',
      limit: 'Limit',
    },
    risk: (risk) => {
      switch (risk.kind) {
        case 'fell':
          return `Win chance fell from ${percentText(risk.from)} to ${percentText(risk.to)}`;
        case 'slipping':
          return `Close date moved to a later month ${risk.slips} times`;
        case 'silent':
          return `Silent for ${daysText(risk.days)} days`;
        case 'overdue':
          return 'Close date has passed';
        case 'stalled':
          return risk.usual === null
            ? `${daysText(risk.days)} days in its stage`
            : `${daysText(risk.days)} days in its stage, usually ${daysText(risk.usual)}`;
      }
    },
    todo: {
      fell: 'Ask the customer whether it is still wanted, and agree what happens next.',
      slipping: 'Agree the date with the person who decides; until then take it out of the commit.',
      silent: 'Call the customer today and log the call.',
      overdue: 'Agree a new close date, or close the deal.',
      stalled: 'Name the cause and a dated plan, or move the deal to nurture or lost.',
    },
    changedTitle: 'What changed since last week',
    nothingChanged: 'No deal changed its stage.',
    isNew: 'New',
    stalledTitle: 'Stalled',
    nothingStalled: 'No deal is stalled.',
    promisedTitle: 'What was promised',
    nothingPromised: 'No next step or plan is due this week.',
    promised: { nextStep: 'Next step', plan: 'Plan' },
    missed: (days) => `${numberText(days)} ${days === 1 ? 'day' : 'days'} late`,
    isDue: 'due',
    more: (rows) => `${numberText(rows)} more are not listed here.`,
  },
  zh: {
    title: '例会回顾',
    reading: (since) =>
      `供例会使用：有风险的商机、自 ${since} 以来的变化、停滞的商机、承诺过的事。选中一行并打开侧边栏即可查看商机。`,
    atRiskTitle: '有风险的商机',
    nothingAtRisk: '没有商机存在风险。',
    columns: {
      name: '商机名称',
      deal: '商机编号',
      owner: '负责人',
      stage: '阶段',
      amount: '金额',
      currency: '币种',
      chance: '赢单概率',
      before: '四周前',
      why: '原因',
      todo: '建议的下一步',
      evidence: '概率的依据',
      from: '原阶段',
      to: '新阶段',
      on: '日期',
      what: '承诺',
      due: '到期日',
      state: '状态',
      days: '天数',
      limit: '上限',
    },
    risk: (risk) => {
      switch (risk.kind) {
        case 'fell':
          return `赢单概率从 ${percentText(risk.from)} 降到 ${percentText(risk.to)}`;
        case 'slipping':
          return `预计成交日期已 ${risk.slips} 次推迟到更晚的月份`;
        case 'silent':
          return `${daysText(risk.days)} 天没有跟进`;
        case 'overdue':
          return '预计成交日期已过';
        case 'stalled':
          return risk.usual === null
            ? `在当前阶段已 ${daysText(risk.days)} 天`
            : `在当前阶段已 ${daysText(risk.days)} 天，通常 ${daysText(risk.usual)} 天`;
      }
    },
    todo: {
      fell: '向客户确认是否仍有需求，并约定下一步。',
      slipping: '与决策人确认日期；确认之前先移出“承诺”。',
      silent: '今天联系客户，并登记跟进记录。',
      overdue: '约定新的成交日期，或关闭该商机。',
      stalled: '写明停滞原因和有日期的推进计划，或转入长期培育、输单。',
    },
    changedTitle: '上周以来的变化',
    nothingChanged: '没有商机变更阶段。',
    isNew: '新增',
    stalledTitle: '停滞的商机',
    nothingStalled: '没有停滞的商机。',
    promisedTitle: '承诺过的事',
    nothingPromised: '本周没有到期的下一步或计划。',
    promised: { nextStep: '下一步', plan: '推进计划' },
    missed: (days) => `逾期 ${numberText(days)} 天`,
    isDue: '待完成',
    more: (rows) => `另有 ${numberText(rows)} 项未在此列出。`,
  },
};
