import type { StageSet } from './stageSet';

/** General B2B: from a qualified lead to a signed contract. */
export const general: StageSet = {
  key: 'general',
  name: { en: 'General B2B', zh: '通用 B2B' },
  startIn: [],
  stages: [
    {
      key: 'qualification',
      label: { en: 'Qualification', zh: '线索资格审查' },
      kind: 'open',
      chance: 0.1,
      defaultLimit: 14,
      category: 'pipeline',
      todo: {
        en: 'Find out whether this customer fits: is there a need, a budget, and somebody who decides? Write down what you heard, and from whom.',
        zh: '判断客户是否匹配：有没有真实需求、预算和决策人？把了解到的内容和信息来源记下来。',
      },
    },
    {
      key: 'needs-analysis',
      label: { en: 'Needs analysis', zh: '需求分析' },
      kind: 'open',
      chance: 0.25,
      defaultLimit: 21,
      category: 'pipeline',
      todo: {
        en: 'Interview the decision maker. Write the pain in the customer’s own words, and what it costs them.',
        zh: '访谈决策人。用客户自己的话写下痛点，以及它给客户带来的损失。',
      },
    },
    {
      key: 'proposal',
      label: { en: 'Proposal', zh: '方案呈现' },
      kind: 'open',
      chance: 0.5,
      defaultLimit: 21,
      category: 'bestCase',
      todo: {
        en: 'Show the solution to the people who decide and send the value case. Agree on the next meeting before you leave this one.',
        zh: '向决策相关人演示方案并发送价值分析。会议结束前就约好下一次会议。',
      },
    },
    {
      key: 'negotiation',
      label: { en: 'Negotiation', zh: '商务谈判' },
      kind: 'open',
      chance: 0.75,
      defaultLimit: 14,
      category: 'commit',
      todo: {
        en: 'Settle terms, answer the last objections, and agree on a signing date that both sides have in their calendars.',
        zh: '谈妥条款，回应最后的异议，并与客户约定双方都记入日程的签约日期。',
      },
    },
    {
      key: 'won',
      label: { en: 'Closed won', zh: '赢单' },
      kind: 'won',
      chance: 1,
      defaultLimit: null,
      category: 'closed',
      todo: {
        en: 'Hand over to delivery, plan the instalments, and thank everyone who helped.',
        zh: '交接给交付团队，制定回款计划，并感谢所有帮助过的人。',
      },
    },
    {
      key: 'lost',
      label: { en: 'Closed lost', zh: '输单' },
      kind: 'lost',
      chance: 0,
      defaultLimit: null,
      category: 'omitted',
      todo: {
        en: 'Write down the real reason while it is fresh. Part as friends.',
        zh: '趁记忆清晰写下真实原因，与客户保持良好关系。',
      },
    },
    {
      key: 'nurture',
      label: { en: 'Nurture', zh: '长期培育' },
      kind: 'nurture',
      chance: null,
      defaultLimit: null,
      category: 'omitted',
      todo: {
        en: 'Not now, but not lost. Set a day to come back, and stay in touch until then.',
        zh: '时机未到，但没有输。定好回访日期，在此之前保持联系。',
      },
    },
  ],
  fields: [
    {
      key: 'customerFits',
      header: { en: 'Ideal customer fit', zh: '符合理想客户画像' },
      kind: 'tick',
      note: {
        en: 'Tick when the customer matches the kind of company you sell to.',
        zh: '客户符合目标客户画像时勾选。',
      },
    },
    {
      key: 'needConfirmed',
      header: { en: 'Need confirmed', zh: '需求已确认' },
      kind: 'tick',
      note: {
        en: 'Tick when the customer has said that the problem must be solved.',
        zh: '客户明确表示要解决该问题时勾选。',
      },
    },
    {
      key: 'budgetConfirmed',
      header: { en: 'Budget confirmed', zh: '预算已确认' },
      kind: 'tick',
      note: {
        en: 'Tick when the budget was confirmed in writing.',
        zh: '客户以书面形式确认预算后勾选。',
      },
    },
    {
      key: 'decisionMaker',
      header: { en: 'Decision maker interviewed', zh: '已访谈决策人' },
      kind: 'tick',
      note: {
        en: 'Tick after you have spoken with the person who can say yes.',
        zh: '与有权拍板的人访谈后勾选。',
      },
    },
    {
      key: 'pain',
      header: { en: 'Pain', zh: '客户痛点' },
      kind: 'text',
      note: {
        en: 'What hurts, in the customer’s words.',
        zh: '用客户自己的话写下痛点。',
      },
    },
    {
      key: 'demoHeld',
      header: { en: 'Demo held', zh: '已演示方案' },
      kind: 'day',
      note: { en: 'The day of the demo.', zh: '演示的日期。' },
    },
    {
      key: 'valueCaseSent',
      header: { en: 'Value case sent', zh: '价值分析已发送' },
      kind: 'tick',
      note: {
        en: 'Tick when the customer has the numbers: what it brings, what it costs.',
        zh: '把收益与成本的测算发给客户后勾选。',
      },
    },
    {
      key: 'termsAgreed',
      header: { en: 'Terms agreed', zh: '条款已谈妥' },
      kind: 'tick',
      note: {
        en: 'Tick when price, scope and payment are agreed.',
        zh: '价格、范围和付款方式都谈妥后勾选。',
      },
    },
    {
      key: 'contractSigned',
      header: { en: 'Contract signed', zh: '合同已签署' },
      kind: 'tick',
      note: {
        en: 'Tick when both sides have signed.',
        zh: '双方签字盖章后勾选。',
      },
    },
  ],
  criteria: [
    { stage: 'qualification', side: 'leaving', field: 'customer', must: { kind: 'isFilled' } },
    {
      stage: 'qualification',
      side: 'leaving',
      field: { own: 'customerFits' },
      must: { kind: 'isTicked' },
    },
    {
      stage: 'qualification',
      side: 'leaving',
      field: { own: 'needConfirmed' },
      must: { kind: 'isTicked' },
    },
    {
      stage: 'needs-analysis',
      side: 'leaving',
      field: { own: 'decisionMaker' },
      must: { kind: 'isTicked' },
    },
    {
      stage: 'needs-analysis',
      side: 'leaving',
      field: { own: 'pain' },
      must: { kind: 'isFilled' },
    },
    {
      stage: 'proposal',
      side: 'entering',
      field: 'amount',
      must: { kind: 'atLeast', number: 1 },
    },
    {
      stage: 'proposal',
      side: 'entering',
      field: { own: 'budgetConfirmed' },
      must: { kind: 'isTicked' },
    },
    { stage: 'proposal', side: 'leaving', field: { own: 'demoHeld' }, must: { kind: 'isDate' } },
    {
      stage: 'proposal',
      side: 'leaving',
      field: { own: 'valueCaseSent' },
      must: { kind: 'isTicked' },
    },
    {
      stage: 'negotiation',
      side: 'entering',
      field: 'closeDate',
      must: { kind: 'afterToday', days: 0 },
    },
    {
      stage: 'negotiation',
      side: 'leaving',
      field: { own: 'termsAgreed' },
      must: { kind: 'isTicked' },
    },
    {
      stage: 'won',
      side: 'entering',
      field: { own: 'contractSigned' },
      must: { kind: 'isTicked' },
    },
  ],
};
