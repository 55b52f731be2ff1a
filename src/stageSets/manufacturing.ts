import type { StageSet } from './stageSet';

/** Manufacturing: quote, sample, specification, tender. */
export const manufacturing: StageSet = {
  key: 'manufacturing',
  name: { en: 'Manufacturing', zh: '制造业' },
  startIn: [],
  stages: [
    {
      key: 'initial-quote',
      label: { en: 'Initial proposal and quote', zh: '初步方案与报价' },
      kind: 'open',
      chance: 0.1,
      defaultLimit: 14,
      category: 'pipeline',
      todo: {
        en: 'Understand the part, the volume and the current supplier. Send a first proposal with a price range, and find out who decides and who tests.',
        zh: '了解零件、用量和现有供应商。给出初步方案和价格区间，弄清谁拍板、谁负责测试。',
      },
    },
    {
      key: 'sample-testing',
      label: { en: 'Sample testing', zh: '样品测试与验证' },
      kind: 'open',
      chance: 0.3,
      defaultLimit: 30,
      category: 'pipeline',
      todo: {
        en: 'Agree in writing what the sample must show, send it, and visit during the test. Bring back the report, good or bad.',
        zh: '书面约定样品的合格标准，寄送样品并在测试期间到访。无论结果好坏都拿回测试报告。',
      },
    },
    {
      key: 'technical-specification',
      label: { en: 'Technical specification', zh: '技术规格确认' },
      kind: 'open',
      chance: 0.5,
      defaultLimit: 30,
      category: 'bestCase',
      todo: {
        en: 'Freeze drawings, tolerances, packaging and delivery with the customer’s engineers. Ask for their signature on the specification.',
        zh: '与客户工程师敲定图纸、公差、包装和交付要求，请对方在规格书上签字确认。',
      },
    },
    {
      key: 'contract-tender',
      label: { en: 'Contract and tender', zh: '合同与招投标' },
      kind: 'open',
      chance: 0.75,
      defaultLimit: 21,
      category: 'commit',
      todo: {
        en: 'Hand in the tender in time, settle price, payment and liability, and know the day of the decision.',
        zh: '按时投标，谈妥价格、付款方式和责任条款，并掌握定标日期。',
      },
    },
    {
      key: 'manufacturing-won',
      label: { en: 'Closed won', zh: '赢单' },
      kind: 'won',
      chance: 1,
      defaultLimit: null,
      category: 'closed',
      todo: {
        en: 'Hand over to production with the signed specification, and plan deliveries and instalments.',
        zh: '凭已签字的规格书交接给生产部门，安排交付和回款计划。',
      },
    },
    {
      key: 'manufacturing-lost',
      label: { en: 'Closed lost', zh: '输单' },
      kind: 'lost',
      chance: 0,
      defaultLimit: null,
      category: 'omitted',
      todo: {
        en: 'Ask who won and why: price, test, or delivery time. Write it down while it is fresh.',
        zh: '问清谁中标、原因是价格、测试还是交期，趁记忆清晰写下来。',
      },
    },
    {
      key: 'manufacturing-nurture',
      label: { en: 'Nurture', zh: '长期培育' },
      kind: 'nurture',
      chance: null,
      defaultLimit: null,
      category: 'omitted',
      todo: {
        en: 'Waiting for the next model or the next annual contract. Set a day to come back.',
        zh: '等待下一代机型或下一次年度招标。定好回访日期。',
      },
    },
  ],
  fields: [
    {
      key: 'annualVolume',
      header: { en: 'Annual volume', zh: '年用量' },
      kind: 'number',
      note: { en: 'Pieces a year.', zh: '每年的件数。' },
    },
    {
      key: 'decisionMaker',
      header: { en: 'Decision maker known', zh: '已确认决策人' },
      kind: 'tick',
      note: {
        en: 'Tick when you know who decides, and have met.',
        zh: '知道由谁拍板并已见面后勾选。',
      },
    },
    {
      key: 'sampleSent',
      header: { en: 'Sample sent', zh: '样品寄出日期' },
      kind: 'day',
      note: { en: 'The day the sample left.', zh: '样品寄出的日期。' },
    },
    {
      key: 'samplePassed',
      header: { en: 'Sample passed', zh: '样品测试通过' },
      kind: 'tick',
      note: {
        en: 'Tick when the customer’s test report says so.',
        zh: '客户测试报告确认通过后勾选。',
      },
    },
    {
      key: 'specificationSigned',
      header: { en: 'Specification signed', zh: '规格书已签字' },
      kind: 'tick',
      note: {
        en: 'Tick when the customer’s engineers have signed.',
        zh: '客户工程师签字后勾选。',
      },
    },
    {
      key: 'capacityConfirmed',
      header: { en: 'Capacity confirmed', zh: '产能已确认' },
      kind: 'tick',
      note: {
        en: 'Tick when production has confirmed volume and delivery time.',
        zh: '生产部门确认产量和交期后勾选。',
      },
    },
    {
      key: 'bidHandedIn',
      header: { en: 'Bid handed in', zh: '已投标或已报终价' },
      kind: 'day',
      note: { en: 'The day of the tender or the final offer.', zh: '投标或提交最终报价的日期。' },
    },
    {
      key: 'contractSigned',
      header: { en: 'Contract signed', zh: '合同已签署' },
      kind: 'tick',
      note: { en: 'Tick when both sides have signed.', zh: '双方签字盖章后勾选。' },
    },
  ],
  criteria: [
    { stage: 'initial-quote', side: 'leaving', field: 'customer', must: { kind: 'isFilled' } },
    { stage: 'initial-quote', side: 'leaving', field: 'product', must: { kind: 'isFilled' } },
    {
      stage: 'initial-quote',
      side: 'leaving',
      field: { own: 'annualVolume' },
      must: { kind: 'atLeast', number: 1 },
    },
    {
      stage: 'sample-testing',
      side: 'entering',
      field: { own: 'decisionMaker' },
      must: { kind: 'isTicked' },
    },
    {
      stage: 'sample-testing',
      side: 'leaving',
      field: { own: 'sampleSent' },
      must: { kind: 'isDate' },
    },
    {
      stage: 'sample-testing',
      side: 'leaving',
      field: { own: 'samplePassed' },
      must: { kind: 'isTicked' },
    },
    {
      stage: 'technical-specification',
      side: 'entering',
      field: 'amount',
      must: { kind: 'atLeast', number: 1 },
    },
    {
      stage: 'technical-specification',
      side: 'leaving',
      field: { own: 'specificationSigned' },
      must: { kind: 'isTicked' },
    },
    {
      stage: 'technical-specification',
      side: 'leaving',
      field: { own: 'capacityConfirmed' },
      must: { kind: 'isTicked' },
    },
    {
      stage: 'contract-tender',
      side: 'entering',
      field: 'closeDate',
      must: { kind: 'afterToday', days: 0 },
    },
    {
      stage: 'contract-tender',
      side: 'leaving',
      field: { own: 'bidHandedIn' },
      must: { kind: 'isDate' },
    },
    {
      stage: 'manufacturing-won',
      side: 'entering',
      field: { own: 'contractSigned' },
      must: { kind: 'isTicked' },
    },
  ],
};
