import type { StandardField } from '../domain/fact';
import type { Language } from './language';

/**
 * The block at the right of Deals that the program keeps, in its order. The ID stands last: so the others are written in one
 * rectangle that leaves it alone.
 */
export const PROGRAM_COLUMNS = [
  'gate',
  'daysInStage',
  'stageSince',
  'created',
  'acceptedStage',
  'version',
  'memo',
  'id',
] as const;
export type ProgramColumn = (typeof PROGRAM_COLUMNS)[number];

type Words<K extends string> = Readonly<Record<K, string>>;

/** The headers of the tabs that are tables, by what the column is. */
export interface Headings {
  readonly deals: Words<StandardField | ProgramColumn | 'pipeline'>;
  readonly stages: Words<
    | 'pipeline'
    | 'order'
    | 'stage'
    | 'kind'
    | 'chance'
    | 'limitDays'
    | 'category'
    | 'todo'
    | 'check'
    | 'key'
    | 'aliases'
  >;
  readonly gates: Words<'stage' | 'side' | 'field' | 'must' | 'value' | 'group' | 'say' | 'check'>;
  readonly team: Words<
    'name' | 'address' | 'role' | 'language' | 'target' | 'mayOverride' | 'check'
  >;
  readonly settings: Words<'setting' | 'value' | 'about' | 'check' | 'key'>;
  readonly ledger: Words<
    | 'seq'
    | 'at'
    | 'deal'
    | 'kind'
    | 'from'
    | 'to'
    | 'by'
    | 'how'
    | 'owner'
    | 'amount'
    | 'currency'
    | 'closeDate'
    | 'nextStep'
    | 'nextStepDate'
    | 'category'
    | 'winChance'
    | 'reason'
    | 'batch'
    | 'digest'
    | 'rate'
  >;
  readonly activities: Words<'deal' | 'at' | 'kind' | 'note' | 'by'>;
  readonly automations: Words<
    'when' | 'stage' | 'action' | 'to' | 'afterDays' | 'text' | 'template' | 'check'
  >;
  readonly templates: Words<'template' | 'subject' | 'body' | 'check'>;
  readonly tasks: Words<
    'task' | 'name' | 'owner' | 'due' | 'state' | 'doneOn' | 'deal' | 'created' | 'key'
  >;
  readonly payments: Words<
    | 'name'
    | 'part'
    | 'due'
    | 'amount'
    | 'currency'
    | 'invoiced'
    | 'received'
    | 'check'
    | 'deal'
    | 'key'
  >;
  readonly outbox: Words<
    | 'key'
    | 'state'
    | 'to'
    | 'cc'
    | 'subject'
    | 'text'
    | 'text2'
    | 'html'
    | 'html2'
    | 'html3'
    | 'html4'
    | 'importance'
    | 'created'
    | 'nextTry'
    | 'tries'
    | 'sent'
    | 'reason'
  >;
  readonly snapshots: Words<
    | 'week'
    | 'kind'
    | 'deal'
    | 'stage'
    | 'owner'
    | 'amount'
    | 'currency'
    | 'closeDate'
    | 'category'
    | 'chance'
    | 'within30'
    | 'within90'
    | 'days'
    | 'mean'
    | 'p10'
    | 'p50'
    | 'p90'
    | 'runRate'
    | 'deals'
  >;
  readonly whatIf: Words<
    'deal' | 'id' | 'stage' | 'owner' | 'amount' | 'currency' | 'closeDate' | 'winChance'
  >;
}

/** Columns that a workbook has only once it needs them: with one pipeline, nothing of a second one is seen. */
export const OPTIONAL_COLUMNS: Partial<Readonly<Record<keyof Headings, readonly string[]>>> = {
  deals: ['pipeline'],
  stages: ['pipeline'],
};

/** Tabs with one header row and rows of one kind. */
export type TableTab = keyof Headings;
export type ColumnOf<T extends TableTab> = keyof Headings[T] & string;

type TabName =
  | TableTab
  | 'funnel'
  | 'forecast'
  | 'review'
  | 'stalled'
  | 'replay'
  | 'health'
  | 'archive'
  | 'archivedEntries';

export interface TabWords {
  readonly names: Words<TabName>;
  readonly headings: Headings;
}

export const TAB_WORDS: Readonly<Record<Language, TabWords>> = {
  en: {
    names: {
      deals: 'Deals',
      stages: 'Stages',
      gates: 'Gates',
      team: 'Team',
      automations: 'Automations',
      templates: 'Templates',
      settings: 'Settings',
      ledger: 'Ledger',
      activities: 'Activities',
      tasks: 'Tasks',
      payments: 'Payments',
      outbox: 'Outbox',
      snapshots: 'Snapshots',
      funnel: 'Funnel',
      forecast: 'Forecast',
      review: 'Review',
      stalled: 'Stalled',
      replay: 'Replay',
      whatIf: 'What-if',
      health: 'Health',
      archive: 'Archive',
      archivedEntries: 'Archived entries',
    },
    headings: {
      deals: {
        deal: 'Deal',
        customer: 'Customer',
        contact: 'Contact',
        email: 'Email',
        phone: 'Phone',
        product: 'Product',
        owner: 'Owner',
        amount: 'Amount',
        currency: 'Currency',
        pipeline: 'Pipeline',
        stage: 'Stage',
        closeDate: 'Close date',
        nextStep: 'Next step',
        nextStepDate: 'Next step date',
        source: 'Source',
        winChance: 'Win chance',
        category: 'Category',
        lostReason: 'Lost reason',
        lostNote: 'Lost note',
        revisitOn: 'Revisit on',
        cause: 'Cause',
        plan: 'Plan',
        planDue: 'Plan due',
        gate: 'Gate',
        daysInStage: 'Days in stage',
        stageSince: 'Stage since',
        created: 'Created',
        acceptedStage: 'Accepted stage',
        version: 'Version',
        memo: 'Memo',
        id: 'ID',
      },
      stages: {
        pipeline: 'Pipeline',
        order: 'Order',
        stage: 'Stage',
        kind: 'Kind',
        chance: 'Win chance',
        limitDays: 'Limit in days',
        category: 'Category',
        todo: 'What to do here',
        check: 'Check',
        key: 'Key',
        aliases: 'Earlier names',
      },
      gates: {
        stage: 'Stage',
        side: 'When',
        field: 'Field',
        must: 'Must',
        value: 'Value',
        group: 'Group',
        say: 'What to say',
        check: 'Check',
      },
      team: {
        name: 'Name',
        address: 'Email',
        role: 'Role',
        language: 'Language',
        target: 'Target per month',
        mayOverride: 'May override',
        check: 'Check',
      },
      settings: {
        setting: 'Setting',
        value: 'Value',
        about: 'What it does',
        check: 'Check',
        key: 'Key',
      },
      ledger: {
        seq: 'Seq',
        at: 'At',
        deal: 'Deal',
        kind: 'Kind',
        from: 'From',
        to: 'To',
        by: 'By',
        how: 'How',
        owner: 'Owner',
        amount: 'Amount',
        currency: 'Currency',
        closeDate: 'Close date',
        nextStep: 'Next step',
        nextStepDate: 'Next step date',
        category: 'Category',
        winChance: 'Win chance',
        reason: 'Reason',
        batch: 'Batch',
        digest: 'Digest',
        rate: 'Rate',
      },
      activities: { deal: 'Deal ID', at: 'On', kind: 'Kind', note: 'Note', by: 'By' },
      automations: {
        when: 'When',
        stage: 'Stage',
        action: 'Do',
        to: 'For',
        afterDays: 'After days',
        text: 'Text',
        template: 'Template',
        check: 'Check',
      },
      templates: { template: 'Template', subject: 'Subject', body: 'Body', check: 'Check' },
      tasks: {
        task: 'Task',
        name: 'Deal',
        owner: 'Owner',
        due: 'Due',
        state: 'State',
        doneOn: 'Done on',
        deal: 'Deal ID',
        created: 'Created',
        key: 'Key',
      },
      payments: {
        name: 'Deal',
        part: 'Part',
        due: 'Due',
        amount: 'Amount',
        currency: 'Currency',
        invoiced: 'Invoiced',
        received: 'Received',
        check: 'Check',
        deal: 'Deal ID',
        key: 'Key',
      },
      outbox: {
        key: 'Key',
        state: 'State',
        to: 'To',
        cc: 'Cc',
        subject: 'Subject',
        text: 'Text',
        text2: 'Text 2',
        html: 'HTML',
        html2: 'HTML 2',
        html3: 'HTML 3',
        html4: 'HTML 4',
        importance: 'Importance',
        created: 'Created',
        nextTry: 'Next try',
        tries: 'Tries',
        sent: 'Sent',
        reason: 'Reason',
      },
      snapshots: {
        week: 'Week',
        kind: 'Kind',
        deal: 'Deal ID',
        stage: 'Stage',
        owner: 'Owner',
        amount: 'Amount',
        currency: 'Currency',
        closeDate: 'Close date',
        category: 'Category',
        chance: 'Win chance',
        within30: 'Within 30 days',
        within90: 'Within 90 days',
        days: 'Days ahead',
        mean: 'Expected',
        p10: 'P10',
        p50: 'P50',
        p90: 'P90',
        runRate: 'Run rate',
        deals: 'Deals',
      },
      whatIf: {
        deal: 'Deal',
        id: 'ID',
        stage: 'Stage',
        owner: 'Owner',
        amount: 'Amount',
        currency: 'Currency',
        closeDate: 'Close date',
        winChance: 'Win chance',
      },
    },
  },
  zh: {
    names: {
      deals: '商机',
      stages: '阶段',
      gates: '关卡',
      team: '团队',
      automations: '自动化',
      templates: '模板',
      settings: '设置',
      ledger: '台账',
      activities: '跟进记录',
      tasks: '任务',
      payments: '回款',
      outbox: '发件箱',
      snapshots: '快照',
      funnel: '销售漏斗',
      forecast: '销售预测',
      review: '例会回顾',
      stalled: '停滞商机',
      replay: '回放',
      whatIf: '假设分析',
      health: '健康检查',
      archive: '归档商机',
      archivedEntries: '归档台账',
    },
    headings: {
      deals: {
        deal: '商机名称',
        customer: '客户',
        contact: '联系人',
        email: '邮箱',
        phone: '电话',
        product: '产品',
        owner: '负责人',
        amount: '金额',
        currency: '币种',
        pipeline: '销售管道',
        stage: '阶段',
        closeDate: '预计成交日期',
        nextStep: '下一步',
        nextStepDate: '下一步日期',
        source: '来源',
        winChance: '赢单概率',
        category: '预测类别',
        lostReason: '输单原因',
        lostNote: '输单说明',
        revisitOn: '回访日期',
        cause: '停滞原因',
        plan: '推进计划',
        planDue: '计划完成日期',
        gate: '关卡提示',
        daysInStage: '停留天数',
        stageSince: '进入阶段日期',
        created: '创建日期',
        acceptedStage: '已确认阶段',
        version: '版本',
        memo: '程序备忘',
        id: '商机编号',
      },
      stages: {
        pipeline: '销售管道',
        order: '顺序',
        stage: '阶段',
        kind: '类型',
        chance: '赢单概率',
        limitDays: '停留上限（天）',
        category: '预测类别',
        todo: '本阶段要做的事',
        check: '检查结果',
        key: '内部标识',
        aliases: '曾用名',
      },
      gates: {
        stage: '阶段',
        side: '时机',
        field: '字段',
        must: '条件',
        value: '值',
        group: '分组',
        say: '提示语',
        check: '检查结果',
      },
      team: {
        name: '姓名',
        address: '邮箱',
        role: '角色',
        language: '语言',
        target: '月度目标',
        mayOverride: '可强制放行',
        check: '检查结果',
      },
      settings: {
        setting: '设置项',
        value: '值',
        about: '说明',
        check: '检查结果',
        key: '内部标识',
      },
      ledger: {
        seq: '序号',
        at: '时间',
        deal: '商机编号',
        kind: '类型',
        from: '原阶段',
        to: '新阶段',
        by: '操作人',
        how: '方式',
        owner: '负责人',
        amount: '金额',
        currency: '币种',
        closeDate: '预计成交日期',
        nextStep: '下一步',
        nextStepDate: '下一步日期',
        category: '预测类别',
        winChance: '赢单概率',
        reason: '原因',
        batch: '批次',
        digest: '校验码',
        rate: '汇率',
      },
      activities: { deal: '商机编号', at: '日期', kind: '类型', note: '内容', by: '记录人' },
      automations: {
        when: '时机',
        stage: '阶段',
        action: '动作',
        to: '对象',
        afterDays: '天数后',
        text: '内容',
        template: '模板',
        check: '检查结果',
      },
      templates: { template: '模板', subject: '主题', body: '正文', check: '检查结果' },
      tasks: {
        task: '任务',
        name: '商机名称',
        owner: '负责人',
        due: '截止日期',
        state: '状态',
        doneOn: '完成日期',
        deal: '商机编号',
        created: '创建日期',
        key: '唯一标识',
      },
      payments: {
        name: '商机名称',
        part: '期次',
        due: '应收日期',
        amount: '金额',
        currency: '币种',
        invoiced: '开票日期',
        received: '到账日期',
        check: '检查结果',
        deal: '商机编号',
        key: '唯一标识',
      },
      outbox: {
        key: '唯一标识',
        state: '状态',
        to: '收件人',
        cc: '抄送',
        subject: '主题',
        text: '正文',
        text2: '正文（续）',
        html: '网页正文',
        html2: '网页正文（续一）',
        html3: '网页正文（续二）',
        html4: '网页正文（续三）',
        importance: '重要性',
        created: '创建时间',
        nextTry: '下次尝试',
        tries: '尝试次数',
        sent: '发送时间',
        reason: '原因',
      },
      snapshots: {
        week: '周',
        kind: '类型',
        deal: '商机编号',
        stage: '阶段',
        owner: '负责人',
        amount: '金额',
        currency: '币种',
        closeDate: '预计成交日期',
        category: '预测类别',
        chance: '赢单概率',
        within30: '30 天内',
        within90: '90 天内',
        days: '提前天数',
        mean: '预期',
        p10: '10 分位',
        p50: '50 分位',
        p90: '90 分位',
        runRate: '按近期速度',
        deals: '商机数',
      },
      whatIf: {
        deal: '商机名称',
        id: '商机编号',
        stage: '阶段',
        owner: '负责人',
        amount: '金额',
        currency: '币种',
        closeDate: '预计成交日期',
        winChance: '赢单概率',
      },
    },
  },
};
