import type { SampleStage } from './dealLife';

/** Somebody on the Team tab, as its cells say it. */
export interface Member {
  readonly name: string;
  readonly address: string;
  readonly role: string;
  /** Amount to be won in a month. */
  readonly target: number;
}

/** Everything that an invented team's sheet says, in one language. Nobody in it exists. */
export interface Vocabulary {
  readonly currency: string;
  /** The first is the manager, who owns few deals. */
  readonly team: readonly Member[];
  readonly stages: Readonly<Record<SampleStage, string>>;
  readonly headers: Readonly<Record<Column, string>>;
  readonly history: {
    readonly deal: string;
    readonly from: string;
    readonly to: string;
    readonly at: string;
    readonly by: string;
  };
  readonly companies: readonly string[];
  readonly companyKinds: readonly string[];
  readonly people: readonly string[];
  readonly products: readonly { readonly name: string; readonly price: number }[];
  readonly needs: readonly string[];
  readonly sources: readonly string[];
  readonly pains: readonly string[];
  /** For each open stage, what a rep would do next. */
  readonly nextSteps: readonly (readonly string[])[];
  readonly lostReasons: readonly string[];
  readonly otherReason: string;
  readonly otherNote: string;
  readonly causes: readonly string[];
  readonly plans: readonly string[];
  readonly overrideReason: string;
  /** Deals that were typed into the sheet, not brought in. */
  readonly newDeals: readonly string[];
  readonly phone: string;
  readonly domain: string;
}

export const COLUMNS = [
  'id',
  'deal',
  'customer',
  'contact',
  'email',
  'phone',
  'product',
  'owner',
  'amount',
  'currency',
  'stage',
  'closeDate',
  'nextStep',
  'nextStepDate',
  'source',
  'customerFits',
  'needConfirmed',
  'budgetConfirmed',
  'decisionMaker',
  'pain',
  'demoHeld',
  'valueCaseSent',
  'termsAgreed',
  'contractSigned',
  'lostReason',
  'lostNote',
  'revisitOn',
  'cause',
  'plan',
  'planDue',
] as const;
export type Column = (typeof COLUMNS)[number];

const EN: Vocabulary = {
  currency: 'USD',
  team: [
    { name: 'Olivia Owner', address: 'owner@example.com', role: 'Manager', target: 20_000 },
    { name: 'Ann Reyes', address: 'ann@example.com', role: 'Rep', target: 50_000 },
    { name: 'Bo Lindgren', address: 'bo@example.com', role: 'Rep', target: 50_000 },
    { name: 'Chidi Okoro', address: 'chidi@example.com', role: 'Rep', target: 50_000 },
    { name: 'Dana Novak', address: 'dana@example.com', role: 'Rep', target: 50_000 },
  ],
  stages: {
    qualification: 'Qualification',
    needs: 'Needs analysis',
    proposal: 'Proposal',
    negotiation: 'Negotiation',
    won: 'Closed won',
    lost: 'Closed lost',
    nurture: 'Nurture',
  },
  headers: {
    id: 'ID',
    deal: 'Deal',
    customer: 'Customer',
    contact: 'Contact',
    email: 'Email',
    phone: 'Phone',
    product: 'Product',
    owner: 'Owner',
    amount: 'Amount',
    currency: 'Currency',
    stage: 'Stage',
    closeDate: 'Close date',
    nextStep: 'Next step',
    nextStepDate: 'Next step date',
    source: 'Source',
    customerFits: 'Ideal customer fit',
    needConfirmed: 'Need confirmed',
    budgetConfirmed: 'Budget confirmed',
    decisionMaker: 'Decision maker interviewed',
    pain: 'Pain',
    demoHeld: 'Demo held',
    valueCaseSent: 'Value case sent',
    termsAgreed: 'Terms agreed',
    contractSigned: 'Contract signed',
    lostReason: 'Lost reason',
    lostNote: 'Lost note',
    revisitOn: 'Revisit on',
    cause: 'Cause',
    plan: 'Plan',
    planDue: 'Plan due',
  },
  history: { deal: 'Deal ID', from: 'From', to: 'To', at: 'At', by: 'By' },
  companies: [
    'Alder',
    'Birchfield',
    'Calder',
    'Dunmore',
    'Elmstead',
    'Fairholt',
    'Glenrock',
    'Harrowgate',
    'Inverlea',
    'Juniper',
    'Kestrel',
    'Larkspur',
    'Merrow',
    'Northwell',
    'Oakhaven',
    'Pinecrest',
    'Quillon',
    'Ravensby',
    'Silverbrook',
    'Thornbury',
    'Umberley',
    'Vantor',
    'Westmere',
    'Yarrow',
  ],
  companyKinds: ['Foods', 'Logistics', 'Clinics', 'Textiles', 'Energy', 'Hotels', 'Parts', 'Paper'],
  people: [
    'Ines Marlow',
    'Jon Hale',
    'Priya Rao',
    'Marek Zeman',
    'Sofia Lund',
    'Tomas Vidal',
    'Lena Frost',
    'Amir Haddad',
    'Ruth Carver',
    'Kofi Mensah',
    'Nora Quist',
    'Paulo Reis',
    'Greta Holm',
    'Ivan Petrov',
  ],
  products: [
    { name: 'Route planner', price: 18_000 },
    { name: 'Stock control', price: 32_000 },
    { name: 'Quality desk', price: 12_500 },
    { name: 'Full suite', price: 74_000 },
  ],
  needs: ['rollout', 'replacement', 'pilot', 'extension', 'second site', 'renewal'],
  sources: ['Website', 'Referral', 'Trade fair', 'Outbound', 'Partner'],
  pains: [
    'Counts stock by hand twice a week and still runs out',
    'Drivers wait two hours a day for their routes',
    'Complaints are lost between three inboxes',
    'Month end takes nine days',
    'Two sites order the same part and neither knows',
  ],
  nextSteps: [
    ['Call back about budget', 'Find out who decides', 'Send the one-page overview'],
    [
      'Interview the plant manager',
      'Visit the warehouse',
      'Agree on the questions for the workshop',
    ],
    ['Hold the demo', 'Send the value case', 'Walk through the offer with finance'],
    [
      'Answer the open contract points',
      'Agree on the signing date',
      'Get the purchase order number',
    ],
  ],
  lostReasons: [
    'Price',
    'Price',
    'Competitor',
    'Competitor',
    'No budget',
    'No decision',
    'No decision',
    'Product does not fit',
    'Wrong time',
    'Lost contact',
    'Other',
  ],
  otherReason: 'Other',
  otherNote: 'The company was bought by a group that has its own system',
  causes: ['Budget', 'Decision process', 'Competitor', 'Priorities changed'],
  plans: [
    'Bring both heads of department to one call',
    'Send a smaller first step with its own price',
  ],
  overrideReason: 'Signed letter of intent; the demo follows on site',
  newDeals: ['Marlow Tiles pilot', 'Osprey Ferries rollout', 'Tarn Valley Dairy renewal'],
  phone: '+1 555 01',
  domain: 'example.com',
};

const ZH: Vocabulary = {
  currency: 'CNY',
  team: [
    { name: '周文', address: 'owner@example.com', role: '销售经理', target: 130_000 },
    { name: '安然', address: 'ann@example.com', role: '销售', target: 330_000 },
    { name: '李博', address: 'bo@example.com', role: '销售', target: 330_000 },
    { name: '陈晨', address: 'chidi@example.com', role: '销售', target: 330_000 },
    { name: '戴娜', address: 'dana@example.com', role: '销售', target: 330_000 },
  ],
  stages: {
    qualification: '线索资格审查',
    needs: '需求分析',
    proposal: '方案呈现',
    negotiation: '商务谈判',
    won: '赢单',
    lost: '输单',
    nurture: '长期培育',
  },
  headers: {
    id: '商机编号',
    deal: '商机名称',
    customer: '客户',
    contact: '联系人',
    email: '邮箱',
    phone: '电话',
    product: '产品',
    owner: '负责人',
    amount: '金额',
    currency: '币种',
    stage: '阶段',
    closeDate: '预计成交日期',
    nextStep: '下一步',
    nextStepDate: '下一步日期',
    source: '来源',
    customerFits: '符合理想客户画像',
    needConfirmed: '需求已确认',
    budgetConfirmed: '预算已确认',
    decisionMaker: '已访谈决策人',
    pain: '客户痛点',
    demoHeld: '已演示方案',
    valueCaseSent: '价值分析已发送',
    termsAgreed: '条款已谈妥',
    contractSigned: '合同已签署',
    lostReason: '输单原因',
    lostNote: '输单说明',
    revisitOn: '回访日期',
    cause: '停滞原因',
    plan: '推进计划',
    planDue: '计划完成日期',
  },
  history: { deal: '商机编号', from: '原阶段', to: '新阶段', at: '变更时间', by: '操作人' },
  companies: [
    '青禾',
    '远航',
    '恒泰',
    '云起',
    '嘉木',
    '明德',
    '泓源',
    '锦程',
    '瑞丰',
    '星河',
    '同辉',
    '博远',
    '华晟',
    '天成',
    '新岭',
    '松涛',
    '江北',
    '海岳',
    '宏宇',
    '致远',
    '安泽',
    '卓群',
    '永盛',
    '东篱',
  ],
  companyKinds: ['食品', '物流', '医疗', '纺织', '能源', '酒店管理', '零部件', '纸业'],
  people: [
    '王敏',
    '刘洋',
    '张蕾',
    '赵磊',
    '孙倩',
    '吴昊',
    '郑爽',
    '冯涛',
    '蒋欣',
    '沈阳',
    '韩雪',
    '杨帆',
    '朱琳',
    '秦朗',
  ],
  products: [
    { name: '路线规划', price: 120_000 },
    { name: '库存管理', price: 210_000 },
    { name: '质量管理', price: 85_000 },
    { name: '全套方案', price: 480_000 },
  ],
  needs: ['上线项目', '系统替换', '试点项目', '二期扩展', '新厂项目', '续约'],
  sources: ['官网', '客户推荐', '展会', '主动开发', '合作伙伴'],
  pains: [
    '每周人工盘点两次，仍然缺货',
    '司机每天等路线要两个小时',
    '投诉散落在三个邮箱里，经常遗漏',
    '月末结账要九天',
    '两个厂区重复采购同一种零件',
  ],
  nextSteps: [
    ['电话确认预算', '弄清谁来拍板', '发送一页纸介绍'],
    ['访谈厂长', '参观仓库', '确定研讨会的问题清单'],
    ['进行方案演示', '发送价值分析', '与财务一起过报价'],
    ['回复合同中的待定条款', '约定签约日期', '拿到采购订单号'],
  ],
  lostReasons: [
    '价格',
    '价格',
    '竞争对手',
    '竞争对手',
    '没有预算',
    '客户未做决定',
    '客户未做决定',
    '产品不匹配',
    '时机不对',
    '失去联系',
    '其他',
  ],
  otherReason: '其他',
  otherNote: '客户被集团收购，集团有自己的系统',
  causes: ['预算', '决策流程', '竞争对手', '优先级变化'],
  plans: ['请两个部门的负责人一起开一次会', '先提供一个更小、单独报价的第一步'],
  overrideReason: '已签意向书，演示将在现场补做',
  newDeals: ['望江瓷砖试点项目', '白鹭航运上线项目', '溪谷乳业续约'],
  phone: '010-5550 ',
  domain: 'example.cn',
};

export const VOCABULARY: Readonly<Record<'en' | 'zh', Vocabulary>> = { en: EN, zh: ZH };
