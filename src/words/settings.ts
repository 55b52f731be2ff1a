import type { Language } from './language';

export const SETTING_KEYS = [
  'language',
  'currency',
  'maySkip',
  'mayGoBack',
  'startIn',
  'workingDays',
  'silentDays',
  'reportRhythm',
  'reportDay',
  'reportHour',
  'reportTimeZone',
  'mailOutside',
  'mailAddresses',
  'approveMails',
  'paymentPlan',
  'lostReasons',
  'causes',
  'formTab',
  'archiveAfterDays',
] as const;
export type SettingKey = (typeof SETTING_KEYS)[number];

export interface SettingWords {
  readonly label: string;
  readonly about: string;
}

export interface SettingsWords {
  readonly settings: Readonly<Record<SettingKey, SettingWords>>;
  /** Before a currency's code, in the row of its rate. */
  readonly rate: string;
  readonly rateAbout: (currency: string, home: string) => string;
  readonly ownSwitchAbout: (pipeline: string) => string;
}

export const SETTINGS_WORDS: Readonly<Record<Language, SettingsWords>> = {
  en: {
    settings: {
      language: {
        label: 'Language',
        about: 'Language of tabs that the program writes, the sidebar and mails.',
      },
      currency: {
        label: 'Currency',
        about: 'Three letters, such as USD. Amounts without a currency are in it, and all totals.',
      },
      maySkip: {
        label: 'May skip stages',
        about: 'Yes: a deal may jump ahead when it meets the criteria of every stage on the way.',
      },
      mayGoBack: { label: 'May go back', about: 'Yes: a deal may return to an earlier stage.' },
      startIn: {
        label: 'New deals start in',
        about: 'Stages that a new deal may start in, separated by ";". Empty: any open stage.',
      },
      workingDays: {
        label: 'Count working days only',
        about:
          'Yes: days in stage and days of silence are counted Monday to Friday. Win chances go by all days.',
      },
      silentDays: {
        label: 'Silent after days',
        about:
          'A deal counts as silent after more days than this without a move, an activity or a new next step.',
      },
      reportRhythm: {
        label: 'Report rhythm',
        about: 'How often everyone gets the mail about stalled deals.',
      },
      reportDay: { label: 'Report day', about: 'The day of the week on which it is sent.' },
      reportHour: {
        label: 'Report hour',
        about: 'The hour at which it is sent, 0 to 23, on the clock of the next row.',
      },
      reportTimeZone: {
        label: 'Report time zone',
        about: 'Such as Asia/Shanghai or Europe/Paris. Empty: the one of this spreadsheet.',
      },
      mailOutside: {
        label: 'May mail outside',
        about: 'No: mail goes only to addresses on the Team tab and to those in the next row.',
      },
      mailAddresses: {
        label: 'Also mail to',
        about: 'Addresses or domains that may get mail too, separated by ";".',
      },
      approveMails: {
        label: 'Approve customer mails',
        about: 'Yes: a mail to a customer stays in the Outbox until a person sets it to Waiting.',
      },
      paymentPlan: {
        label: 'Payment plan',
        about:
          'Instalments of a won deal in per cent, such as 30/60/10: a month apart, or with days after the win, such as 30@0/60@45/10@90. Empty: none are made.',
      },
      lostReasons: {
        label: 'Lost reasons',
        about: 'The choices in Lost reason, separated by ";". "Other" asks for a note.',
      },
      causes: {
        label: 'Causes of a stall',
        about: 'The choices in Cause, separated by ";".',
      },
      formTab: {
        label: 'Form responses tab',
        about: 'The name of a tab whose rows become deals, such as Form Responses 1. Empty: none.',
      },
      archiveAfterDays: {
        label: 'Archive closed deals after days',
        about:
          'Won and lost deals that nothing has happened to for so long move to the Archive tab, 90 days at least. No figure changes. Empty: never.',
      },
    },
    rate: 'Rate',
    rateAbout: (currency, home) => `What 1 ${currency} is worth in ${home}.`,
    ownSwitchAbout: (pipeline) => `The same for ${pipeline} alone. Empty: as for all.`,
  },
  zh: {
    settings: {
      language: { label: '语言', about: '程序生成的工作表、侧边栏和邮件使用的语言。' },
      currency: {
        label: '本位币',
        about: '三位字母代码，如 CNY。未注明币种的金额和所有合计都按它计算。',
      },
      maySkip: {
        label: '允许跳过阶段',
        about: '是：满足途经各阶段的全部标准时，商机可以直接推进到后面的阶段。',
      },
      mayGoBack: { label: '允许退回', about: '是：商机可以退回到前面的阶段。' },
      startIn: {
        label: '新商机起始阶段',
        about: '新商机可以从哪些阶段开始，用“；”分隔。留空表示任何进行中的阶段。',
      },
      workingDays: {
        label: '只计工作日',
        about: '是：停留天数和沉默天数只计周一到周五。赢单概率按自然日计算。',
      },
      silentDays: {
        label: '多少天无动静算沉默',
        about: '超过这么多天没有阶段变化、跟进记录或新的下一步，商机即视为沉默。',
      },
      reportRhythm: { label: '报告频率', about: '停滞商机邮件的发送频率。' },
      reportDay: { label: '报告日', about: '在星期几发送。' },
      reportHour: { label: '报告时间', about: '几点发送，0 到 23，以下一行的时区为准。' },
      reportTimeZone: {
        label: '报告时区',
        about: '如 Asia/Shanghai。留空表示使用本表格的时区。',
      },
      mailOutside: {
        label: '允许向外部发邮件',
        about: '否：邮件只发给“团队”工作表和下一行中的地址。',
      },
      mailAddresses: { label: '其他可发邮箱', about: '另外允许发送的邮箱或域名，用“；”分隔。' },
      approveMails: {
        label: '客户邮件需审批',
        about: '是：发给客户的邮件先留在“发件箱”，由人把状态改为“待发送”后才会发出。',
      },
      paymentPlan: {
        label: '回款计划',
        about:
          '赢单后分期回款的百分比，如 30/60/10：每期相隔一个月；也可写明赢单后的天数，如 30@0/60@45/10@90。留空则不生成。',
      },
      lostReasons: {
        label: '输单原因选项',
        about: '“输单原因”的可选项，用“；”分隔。选“其他”时需要填写说明。',
      },
      causes: { label: '停滞原因选项', about: '“停滞原因”的可选项，用“；”分隔。' },
      formTab: {
        label: '表单回复工作表',
        about: '其中每一行都会成为一个商机的工作表名称，如“表单回复 1”。留空表示不使用。',
      },
      archiveAfterDays: {
        label: '已关闭商机归档天数',
        about:
          '赢单或输单后这么多天没有任何变化的商机会移到“归档商机”工作表，至少 90 天。各项数字不变。留空表示不归档。',
      },
    },
    rate: '汇率',
    rateAbout: (currency, home) => `1 ${currency} 折合多少 ${home}。`,
    ownSwitchAbout: (pipeline) => `仅对“${pipeline}”有效。留空表示与整体设置相同。`,
  },
};
