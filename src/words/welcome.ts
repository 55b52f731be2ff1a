import type { Language } from './language';

/** What the welcome says, in which somebody sets the workbook up. */
export interface WelcomeWords {
  readonly title: string;
  readonly loading: string;
  readonly failed: string;
  readonly retry: string;
  readonly steps: readonly [string, string, string];
  /** What a screen reader says of the steps. */
  readonly step: (at: number, of: number) => string;
  readonly next: string;
  readonly back: string;
  readonly language: string;
  readonly stages: {
    readonly heading: string;
    readonly about: string;
    readonly preview: (set: string) => string;
    readonly asks: string;
    readonly asksNothing: string;
    readonly kinds: Readonly<Record<'won' | 'lost' | 'nurture', string>>;
  };
  readonly team: {
    readonly heading: string;
    readonly about: string;
    readonly name: string;
    readonly address: string;
    readonly role: string;
    readonly roles: Readonly<Record<'rep' | 'manager' | 'admin', string>>;
    readonly person: (place: number) => string;
    readonly add: string;
    readonly remove: (name: string) => string;
    readonly needsAddress: string;
    readonly needsName: string;
    readonly twice: string;
  };
  readonly rhythm: {
    readonly heading: string;
    readonly about: string;
    readonly rhythm: string;
    readonly rhythms: Readonly<Record<'weekly' | 'fortnightly' | 'monthly' | 'off', string>>;
    readonly day: string;
    readonly days: readonly string[];
    readonly hour: string;
    readonly currency: string;
    readonly currencyWhy: string;
    readonly needsCurrency: string;
    readonly runsAsYou: (address: string) => string;
    readonly go: string;
    readonly going: string;
  };
  readonly done: {
    readonly title: string;
    readonly deal: string;
    readonly sidebar: string;
    readonly change: string;
    readonly importDeals: string;
    readonly close: string;
  };
  readonly thereAlready: string;
}

const en: WelcomeWords = {
  title: 'Welcome to Sluice',
  loading: 'One moment…',
  failed: 'The welcome could not be loaded. Check your connection, then try again.',
  retry: 'Try again',
  steps: ['Stages', 'Team', 'Report'],
  step: (at, of) => `Step ${at} of ${of}`,
  next: 'Next',
  back: 'Back',
  language: 'Language',
  stages: {
    heading: 'Which stages fit your business?',
    about:
      'Each stage says what to do in it and what must be true to go on. Everything can be changed afterwards, in ordinary cells.',
    preview: (set) => `The stages of ${set}`,
    asks: 'To go on:',
    asksNothing: 'Nothing is asked here.',
    kinds: { won: 'Won', lost: 'Lost', nurture: 'Put aside' },
  },
  team: {
    heading: 'Who works on deals?',
    about:
      'Owners of deals are chosen from this list, and each gets a mail about deals that stand still. You can leave it for later.',
    name: 'Name',
    address: 'Email',
    role: 'Role',
    roles: { rep: 'Sells', manager: 'Manages', admin: 'Sets it up' },
    person: (place) => `Person ${place}`,
    add: 'Add a person',
    remove: (name) => (name === '' ? 'Remove this person' : `Remove ${name}`),
    needsAddress: 'Type one address, such as ann@example.com, or leave it empty.',
    needsName: 'Type the name that stands in the Owner column.',
    twice: 'This name or address is on the list already.',
  },
  rhythm: {
    heading: 'When does the report come?',
    about:
      'A mail to each owner about stalled deals and tasks, and to managers about all. Once there is history, the Funnel tab says which rhythm fits your own sales cycle.',
    rhythm: 'How often',
    rhythms: {
      weekly: 'Every week',
      fortnightly: 'Every two weeks',
      monthly: 'Every month',
      off: 'Never',
    },
    day: 'On',
    days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    hour: 'At',
    currency: 'Currency',
    currencyWhy: 'Amounts without a currency of their own are in it, and all totals.',
    needsCurrency: 'Type its three letters, such as USD.',
    runsAsYou: (address) =>
      address === ''
        ? 'Mails and the ten-minute check will run as you.'
        : `Mails and the ten-minute check will run as ${address}.`,
    go: 'Set up',
    going: 'Setting up…',
  },
  done: {
    title: 'Your pipeline is ready',
    deal: 'Type the name of your first deal in the Deals tab: the row becomes a deal, and its Gate cell says what it needs.',
    sidebar:
      'Pipeline > Show the selected deal shows one deal beside the sheet; Pipeline > Open the board shows them all.',
    change:
      'Stages, Gates, Team and Settings are tabs: change any cell, and a Check column says whether it is understood.',
    importDeals: 'Import deals from a file',
    close: 'Start',
  },
  thereAlready:
    'This workbook has a pipeline already. Change it in the tabs Stages, Gates, Team and Settings.',
};

const zh: WelcomeWords = {
  title: '欢迎使用 Sluice',
  loading: '请稍候……',
  failed: '欢迎页加载失败。请检查网络连接后重试。',
  retry: '重试',
  steps: ['阶段', '团队', '报告'],
  step: (at, of) => `第 ${at} 步，共 ${of} 步`,
  next: '下一步',
  back: '上一步',
  language: '语言',
  stages: {
    heading: '哪一套阶段适合你们的业务？',
    about: '每个阶段都写明要做什么，以及满足什么条件才能推进。以后都可以在普通单元格里修改。',
    preview: (set) => `“${set}”的各个阶段`,
    asks: '推进前需要：',
    asksNothing: '这里没有要求。',
    kinds: { won: '赢单', lost: '输单', nurture: '暂时搁置' },
  },
  team: {
    heading: '谁来跟进商机？',
    about: '商机的负责人从这里选择，每个人都会收到关于停滞商机的邮件。也可以以后再填。',
    name: '姓名',
    address: '邮箱',
    role: '角色',
    roles: { rep: '销售', manager: '经理', admin: '管理员' },
    person: (place) => `第 ${place} 位成员`,
    add: '添加成员',
    remove: (name) => (name === '' ? '删除这位成员' : `删除${name}`),
    needsAddress: '请填写一个邮箱地址，例如 ann@example.cn，或者留空。',
    needsName: '请填写在“负责人”列中使用的姓名。',
    twice: '这个姓名或邮箱已经在列表里了。',
  },
  rhythm: {
    heading: '什么时候发送报告？',
    about:
      '每位负责人会收到关于停滞商机和任务的邮件，经理会收到全部情况。有了历史数据之后，“销售漏斗”会说明哪种节奏适合你们自己的销售周期。',
    rhythm: '频率',
    rhythms: { weekly: '每周', fortnightly: '每两周', monthly: '每月', off: '不发送' },
    day: '日期',
    days: ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
    hour: '时间',
    currency: '本位币',
    currencyWhy: '未注明币种的金额和所有合计都按它计算。',
    needsCurrency: '请填写三位字母代码，例如 CNY。',
    runsAsYou: (address) =>
      address === ''
        ? '邮件和每十分钟的检查将以你的身份运行。'
        : `邮件和每十分钟的检查将以 ${address} 的身份运行。`,
    go: '开始初始化',
    going: '正在初始化……',
  },
  done: {
    title: '销售管道已就绪',
    deal: '在“商机”工作表里填写第一个商机的名称：这一行就成为商机，“关卡提示”会说明还需要什么。',
    sidebar: '“销售管道 > 查看所选商机”在表格旁显示一个商机，“销售管道 > 打开看板”显示全部商机。',
    change:
      '“阶段”“关卡”“团队”“设置”都是工作表：可以修改任何单元格，“检查结果”列会说明是否能够识别。',
    importDeals: '从文件导入商机',
    close: '开始使用',
  },
  thereAlready: '这个表格已经有销售管道了。请在“阶段”“关卡”“团队”“设置”工作表中修改。',
};

export const WELCOME_WORDS: Readonly<Record<Language, WelcomeWords>> = { en, zh };
