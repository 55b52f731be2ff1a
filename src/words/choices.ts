import type { MustKind } from '../domain/criterion';
import type { EntryKind, How } from '../domain/ledger';
import type { Category, StageKind } from '../domain/pipeline';
import type { Language } from './language';

type Words<K extends string> = Readonly<Record<K, string>>;

/** What the cells that offer a choice offer. Either language is read in any workbook. */
export interface Choices {
  /** A retired stage is out of use; the ledger still names it. */
  readonly stageKinds: Words<StageKind | 'retired'>;
  readonly categories: Words<Category>;
  readonly musts: Words<MustKind>;
  readonly sides: Words<'entering' | 'leaving'>;
  readonly entryKinds: Words<EntryKind>;
  readonly hows: Words<How>;
  readonly roles: Words<'rep' | 'manager' | 'admin'>;
  readonly yesNo: Words<'yes' | 'no'>;
  readonly languages: Words<Language>;
  readonly rhythms: Words<'weekly' | 'fortnightly' | 'monthly' | 'off'>;
  readonly weekdays: Words<'1' | '2' | '3' | '4' | '5' | '6' | '7'>;
  readonly mailStates: Words<
    'waiting' | 'sending' | 'sent' | 'failed' | 'maybeSent' | 'cancelled' | 'approval'
  >;
  readonly automationEvents: Words<'enters' | 'held' | 'stalled' | 'won' | 'lost'>;
  readonly automationActions: Words<'task' | 'mail' | 'nextStep'>;
  readonly recipients: Words<'owner' | 'manager' | 'contact'>;
  readonly taskStates: Words<'open' | 'done' | 'cancelled'>;
  readonly snapshotKinds: Words<'deal' | 'kept'>;
  readonly activityKinds: Words<'call' | 'meeting' | 'email' | 'demo' | 'note' | 'file'>;
}

/** The lists that a new workbook starts with; Settings holds the team's own. */
export interface ChoiceWords extends Choices {
  readonly lostReasons: readonly string[];
  readonly causes: readonly string[];
  /** The reason that says nothing by itself: it asks for a note. */
  readonly otherReason: string;
}

export const CHOICE_WORDS: Readonly<Record<Language, ChoiceWords>> = {
  en: {
    stageKinds: {
      open: 'Open',
      won: 'Won',
      lost: 'Lost',
      nurture: 'Nurture',
      retired: 'Retired',
    },
    categories: {
      omitted: 'Omitted',
      pipeline: 'Pipeline',
      bestCase: 'Best case',
      commit: 'Commit',
      closed: 'Closed',
    },
    musts: {
      isFilled: 'is filled',
      isTicked: 'is ticked',
      atLeast: 'is at least',
      atMost: 'is at most',
      equals: 'equals',
      oneOf: 'is one of',
      contains: 'contains',
      isDate: 'is a date',
      afterToday: 'is after today',
      beforeToday: 'is before today',
      afterField: 'is after the field',
      activities: 'has activities',
      taskDone: 'has a done task',
    },
    sides: { entering: 'Entering', leaving: 'Leaving' },
    entryKinds: {
      created: 'created',
      moved: 'moved',
      held: 'held',
      overridden: 'overridden',
      undone: 'undone',
      changed: 'changed',
      deleted: 'deleted',
      configured: 'configured',
    },
    hows: {
      typed: 'typed',
      pasted: 'pasted',
      sidebar: 'sidebar',
      board: 'board',
      import: 'import',
      assumed: 'assumed',
      sweep: 'sweep',
      undo: 'undo',
      repair: 'repair',
      form: 'form',
      setUp: 'set up',
      retire: 'retire',
    },
    roles: { rep: 'Rep', manager: 'Manager', admin: 'Admin' },
    yesNo: { yes: 'Yes', no: 'No' },
    languages: { en: 'English', zh: '中文' },
    rhythms: {
      weekly: 'Every week',
      fortnightly: 'Every two weeks',
      monthly: 'Every month',
      off: 'Never',
    },
    weekdays: {
      '1': 'Monday',
      '2': 'Tuesday',
      '3': 'Wednesday',
      '4': 'Thursday',
      '5': 'Friday',
      '6': 'Saturday',
      '7': 'Sunday',
    },
    mailStates: {
      waiting: 'Waiting',
      sending: 'Sending',
      sent: 'Sent',
      failed: 'Failed',
      maybeSent: 'Maybe sent',
      cancelled: 'Cancelled',
      approval: 'To be approved',
    },
    automationEvents: {
      enters: 'enters the stage',
      held: 'is held',
      stalled: 'is stalled',
      won: 'is won',
      lost: 'is lost',
    },
    automationActions: { task: 'Task', mail: 'Mail', nextStep: 'Next step' },
    recipients: { owner: 'Owner', manager: 'Manager', contact: 'Contact' },
    taskStates: { open: 'Open', done: 'Done', cancelled: 'Cancelled' },
    snapshotKinds: { deal: 'Deal', kept: 'Forecast' },
    activityKinds: {
      call: 'Call',
      meeting: 'Meeting',
      email: 'Email',
      demo: 'Demo',
      note: 'Note',
      file: 'File',
    },
    lostReasons: [
      'Price',
      'Competitor',
      'No budget',
      'No decision',
      'Product does not fit',
      'Wrong time',
      'Lost contact',
      'Other',
    ],
    causes: [
      'Budget',
      'Decision process',
      'Competitor',
      'Priorities changed',
      'Contact left',
      'Other',
    ],
    otherReason: 'Other',
  },
  zh: {
    stageKinds: {
      open: '进行中',
      won: '赢单',
      lost: '输单',
      nurture: '长期培育',
      retired: '已停用',
    },
    categories: {
      omitted: '不计入',
      pipeline: '管道',
      bestCase: '最佳情况',
      commit: '承诺',
      closed: '已成交',
    },
    musts: {
      isFilled: '已填写',
      isTicked: '已勾选',
      atLeast: '不小于',
      atMost: '不大于',
      equals: '等于',
      oneOf: '是其中之一',
      contains: '包含',
      isDate: '是日期',
      afterToday: '晚于今天',
      beforeToday: '早于今天',
      afterField: '晚于字段',
      activities: '有跟进记录',
      taskDone: '有已完成的任务',
    },
    sides: { entering: '进入时', leaving: '离开时' },
    entryKinds: {
      created: '新建',
      moved: '移动',
      held: '拦截',
      overridden: '强制放行',
      undone: '撤销',
      changed: '修改',
      deleted: '删除',
      configured: '配置变更',
    },
    hows: {
      typed: '手工输入',
      pasted: '粘贴',
      sidebar: '侧边栏',
      board: '看板',
      import: '导入',
      assumed: '推定',
      sweep: '巡检',
      undo: '撤销',
      repair: '修复',
      form: '表单',
      setUp: '初始化',
      retire: '停用阶段',
    },
    roles: { rep: '销售', manager: '销售经理', admin: '管理员' },
    yesNo: { yes: '是', no: '否' },
    languages: { en: 'English', zh: '中文' },
    rhythms: { weekly: '每周', fortnightly: '每两周', monthly: '每月', off: '不发送' },
    weekdays: {
      '1': '星期一',
      '2': '星期二',
      '3': '星期三',
      '4': '星期四',
      '5': '星期五',
      '6': '星期六',
      '7': '星期日',
    },
    mailStates: {
      waiting: '待发送',
      sending: '发送中',
      sent: '已发送',
      failed: '发送失败',
      maybeSent: '可能已发送',
      cancelled: '已取消',
      approval: '待审批',
    },
    automationEvents: {
      enters: '进入阶段',
      held: '被拦截',
      stalled: '停滞',
      won: '赢单',
      lost: '输单',
    },
    automationActions: { task: '任务', mail: '邮件', nextStep: '下一步' },
    recipients: { owner: '负责人', manager: '销售经理', contact: '客户联系人' },
    taskStates: { open: '未完成', done: '已完成', cancelled: '已取消' },
    snapshotKinds: { deal: '商机', kept: '预测' },
    activityKinds: {
      call: '电话',
      meeting: '拜访会议',
      email: '邮件',
      demo: '演示',
      note: '备注',
      file: '文件',
    },
    lostReasons: [
      '价格',
      '竞争对手',
      '没有预算',
      '客户未做决定',
      '产品不匹配',
      '时机不对',
      '失去联系',
      '其他',
    ],
    causes: ['预算', '决策流程', '竞争对手', '优先级变化', '联系人变动', '其他'],
    otherReason: '其他',
  },
};
