import { ENOUGH } from '../domain/statistics';
import type { Language } from './language';
import { dealsText, numberText, percentText } from './numberText';

type Words<K extends string> = Readonly<Record<K, string>>;

/** What the Funnel tab says. */
export interface FunnelWords {
  readonly notEnough: (n: number) => string;
  readonly title: string;
  readonly columns: Words<
    | 'stage'
    | 'now'
    | 'reached'
    | 'visited'
    | 'strict'
    | 'lostHere'
    | 'nextRate'
    | 'nextN'
    | 'nextLow'
    | 'nextHigh'
    | 'cumulative'
    | 'resolvedRate'
    | 'medianDwell'
    | 'resolvedN'
    | 'resolvedLow'
    | 'resolvedHigh'
    | 'pipeline'
    | 'skipped'
    | 'openShare'
    | 'note'
  >;
  readonly ownersTitle: string;
  readonly ownersColumns: Words<'owner' | 'bottleneck'>;
  readonly summaryTitle: string;
  readonly summaryColumns: Words<'measure' | 'value' | 'note'>;
  readonly reachedChart: string;
  readonly dwellChart: string;
  readonly spacer: string;
  readonly forChart: string;
  readonly usual: string;
  readonly limit: string;
  readonly stillOpen: (share: number) => string;
  readonly notes: {
    readonly cohort: (by: 'all' | 'created' | 'entered', from: string, to: string) => string;
    readonly reading: string;
    /** Of an entered cohort. */
    readonly readingEntered: string;
    readonly reachUnknown: (deals: number) => string;
    readonly elsewhere: (deals: number) => string;
    readonly undated: (deals: number) => string;
    readonly bottleneckRate: (told: Told) => string;
    readonly bottleneckDwell: (told: Told) => string;
    readonly noBottleneck: string;
    readonly inPipeline: (pipeline: string, text: string) => string;
    readonly fewOwners: (owners: number) => string;
    readonly noOwner: string;
  };
  readonly measures: Words<
    'winRateCount' | 'winRateAmount' | 'cycleMedian' | 'cycleMean' | 'velocity' | 'rhythm'
  >;
  readonly measureNotes: {
    readonly closed: (won: number, lost: number) => string;
    readonly interval: (low: number, high: number) => string;
    readonly withoutAmount: (deals: number) => string;
    readonly withoutRate: (deals: number) => string;
    /** Why a figure is blank. */
    readonly noWon: string;
    readonly fewClosed: (closed: number) => string;
    readonly noAmount: (of: 'won' | 'lost', isRate: boolean) => string;
    readonly nothing: string;
    readonly noCycle: string;
    readonly noDays: string;
    readonly days: (deals: number, undated: number) => string;
    readonly perDay: (currency: string) => string;
    readonly rhythm: string;
  };
}

/** A bottleneck with its figures, worded already. */
export interface Told {
  readonly stage: string;
  readonly now: string;
  readonly before: string;
  readonly nNow: number;
  readonly nBefore: number;
}

export const FUNNEL_WORDS: Readonly<Record<Language, FunnelWords>> = {
  en: {
    notEnough: (n) => `not enough history (n = ${n})`,
    title: 'Funnel',
    columns: {
      stage: 'Stage',
      now: 'Now',
      reached: 'Reached',
      visited: 'Visited',
      strict: 'In order',
      lostHere: 'Lost here',
      nextRate: 'To next',
      nextN: 'n',
      nextLow: 'Low',
      nextHigh: 'High',
      cumulative: 'Of all',
      resolvedRate: 'Resolved rate',
      medianDwell: 'Median days',
      resolvedN: 'Resolved n',
      resolvedLow: 'Resolved low',
      resolvedHigh: 'Resolved high',
      pipeline: 'Pipeline',
      skipped: 'Skipped',
      openShare: 'Still open',
      note: 'Note',
    },
    ownersTitle: 'Bottleneck by owner',
    ownersColumns: { owner: 'Owner', bottleneck: 'Against own last quarter' },
    summaryTitle: 'At a glance',
    summaryColumns: { measure: 'Measure', value: 'Value', note: 'Note' },
    reachedChart: 'Deals that reached each stage',
    dwellChart: 'Days in stage: usual and limit',
    spacer: 'Spacer',
    forChart: 'For the chart',
    usual: 'Usual days',
    limit: 'Limit in days',
    stillOpen: (share) => `${percentText(share)} still open: rates may change`,
    notes: {
      cohort: (by, from, to) => {
        if (by === 'all') return 'Deals of all times, whenever they were created.';
        const what = by === 'created' ? 'Deals created' : 'Deals that entered a stage';
        return `${what} from ${from} to ${to}.`;
      },
      reading:
        'Reached counts a deal up to the furthest stage that it ever entered; going back or being lost never lowers it.\nLow and High are the 95% interval of To next. Resolved rate leaves out deals that are still in the stage. Rates of fewer than 10 deals stay empty.',
      readingEntered:
        'Each stage has deals of its own: those that came to it in that time.\nTo next is the share of them that has gone on since, and Low and High its 95% interval. Rates of fewer than 10 deals stay empty.',
      reachUnknown: (deals) =>
        deals === 1
          ? '1 closed deal came with unknown history: it counts up to its last known stage, else the first.'
          : `${numberText(deals)} closed deals came with unknown history: they count up to their last known stage, else the first.`,
      elsewhere: (deals) =>
        `Deals in stages that are not on the Stages tab are in no row: ${numberText(deals)}.`,
      undated: (deals) =>
        `Deals of which nobody knows the day of creation are left out: ${numberText(deals)}.`,
      bottleneckRate: ({ stage, now, before, nNow, nBefore }) =>
        `Bottleneck: ${stage}. ${now} of the deals that left it went on (n = ${nNow}); in the period before it was ${before} (n = ${nBefore}).`,
      bottleneckDwell: ({ stage, now, before, nNow, nBefore }) =>
        `Bottleneck: ${stage}. Deals stay ${now} days there (median, n = ${nNow}); in the period before it was ${before} (n = ${nBefore}).`,
      noBottleneck: 'No clear bottleneck.',
      inPipeline: (pipeline, text) => `${pipeline}: ${text}`,
      fewOwners: (owners) =>
        owners === 1
          ? 'Of 1 owner too little is known to say anything.'
          : `Of ${numberText(owners)} owners too little is known to say anything.`,
      noOwner: 'No owner',
    },
    measures: {
      winRateCount: 'Win rate by count',
      winRateAmount: 'Win rate by amount',
      cycleMedian: 'Sales cycle, median days',
      cycleMean: 'Sales cycle, mean days',
      velocity: 'Velocity per day',
      rhythm: 'Review rhythm that fits',
    },
    measureNotes: {
      closed: (won, lost) => `${numberText(won)} won, ${numberText(lost)} lost`,
      interval: (low, high) => `95% interval ${percentText(low)} to ${percentText(high)}`,
      withoutAmount: (deals) => `without an amount and left out: ${dealsText(deals)}`,
      withoutRate: (deals) => `in a currency without a rate and left out: ${dealsText(deals)}`,
      noWon: 'no deal was won in the last 12 months',
      fewClosed: (closed) =>
        closed === 0
          ? 'no deal closed in the last 12 months'
          : `${dealsText(closed)} closed in the last 12 months: a win rate needs ${ENOUGH}`,
      noAmount: (of, isRate) =>
        isRate
          ? `no ${of} deal has an amount in a currency with a rate: add the rates to Settings`
          : `no ${of} deal has an amount: fill it in on Deals`,
      nothing: 'the amounts of the closed deals come to 0 or less',
      noCycle: 'nobody knows when the won deals were created',
      noDays: 'all won deals closed on the day they were created',
      days: (deals, undated) =>
        `${numberText(deals)} won ${deals === 1 ? 'deal' : 'deals'}${undated > 0 ? `; ${numberText(undated)} without a known start left out` : ''}`,
      perDay: (currency) =>
        `${currency}: open deals past the first stage x mean won amount x win rate / mean cycle, last 12 months`,
      rhythm: 'From the median sales cycle',
    },
  },
  zh: {
    notEnough: (n) => `历史不足（样本数 ${n}）`,
    title: '销售漏斗',
    columns: {
      stage: '阶段',
      now: '当前',
      reached: '到达',
      visited: '经过',
      strict: '依次经过',
      lostHere: '在此输单',
      nextRate: '到下一阶段',
      nextN: '样本数',
      nextLow: '下限',
      nextHigh: '上限',
      cumulative: '累计转化率',
      resolvedRate: '已决转化率',
      medianDwell: '停留中位天数',
      resolvedN: '已决样本数',
      resolvedLow: '已决下限',
      resolvedHigh: '已决上限',
      pipeline: '销售管道',
      skipped: '跳过',
      openShare: '尚未了结',
      note: '备注',
    },
    ownersTitle: '各负责人的瓶颈',
    ownersColumns: { owner: '负责人', bottleneck: '与本人上一季度相比' },
    summaryTitle: '概览',
    summaryColumns: { measure: '指标', value: '数值', note: '备注' },
    reachedChart: '到达各阶段的商机',
    dwellChart: '各阶段停留天数：通常与上限',
    spacer: '留白',
    forChart: '图表数据',
    usual: '通常天数',
    limit: '停留上限（天）',
    stillOpen: (share) => `${percentText(share)} 尚未了结：转化率还会变化`,
    notes: {
      cohort: (by, from, to) => {
        if (by === 'all') return '不论何时创建的商机都计入。';
        return `${from} 至 ${to} 期间${by === 'created' ? '创建' : '进入阶段'}的商机。`;
      },
      reading:
        '“到达”按商机曾经到过的最远阶段计算，退回或输单都不会使它减少。\n下限和上限是“到下一阶段”的 95% 区间。已决转化率不含仍在该阶段的商机。样本少于 10 个时不显示转化率。',
      readingEntered:
        '各阶段分别统计这段时间内进入该阶段的商机。\n“到下一阶段”是其中后来继续推进的比例，下限和上限是它的 95% 区间。样本少于 10 个时不显示转化率。',
      reachUnknown: (deals) =>
        `${numberText(deals)} 个已结束商机的历史不完整：按最后已知的阶段计算，否则按第一阶段。`,
      elsewhere: (deals) =>
        `${numberText(deals)} 个商机所处的阶段不在“阶段”工作表中：未计入任何一行。`,
      undated: (deals) => `${numberText(deals)} 个商机的创建日期不详：未计入。`,
      bottleneckRate: ({ stage, now, before, nNow, nBefore }) =>
        `瓶颈：${stage}。离开该阶段的商机中有 ${now} 继续推进（样本数 ${nNow}），上一期为 ${before}（样本数 ${nBefore}）。`,
      bottleneckDwell: ({ stage, now, before, nNow, nBefore }) =>
        `瓶颈：${stage}。商机在此停留 ${now} 天（中位数，样本数 ${nNow}），上一期为 ${before} 天（样本数 ${nBefore}）。`,
      noBottleneck: '没有明显的瓶颈。',
      inPipeline: (pipeline, text) => `${pipeline}：${text}`,
      fewOwners: (owners) => `有 ${numberText(owners)} 位负责人的数据太少，无法判断。`,
      noOwner: '无负责人',
    },
    measures: {
      winRateCount: '赢单率（按数量）',
      winRateAmount: '赢单率（按金额）',
      cycleMedian: '销售周期中位天数',
      cycleMean: '销售周期平均天数',
      velocity: '每日销售速度',
      rhythm: '合适的复盘频率',
    },
    measureNotes: {
      closed: (won, lost) => `赢单 ${numberText(won)}，输单 ${numberText(lost)}`,
      interval: (low, high) => `95% 区间 ${percentText(low)} 至 ${percentText(high)}`,
      withoutAmount: (deals) => `${numberText(deals)} 个没有金额的商机未计入`,
      withoutRate: (deals) => `${numberText(deals)} 个商机的币种缺少汇率，未计入`,
      noWon: '近 12 个月没有赢单',
      fewClosed: (closed) =>
        closed === 0
          ? '近 12 个月没有结束的商机'
          : `近 12 个月只有 ${numberText(closed)} 个商机结束：至少 ${ENOUGH} 个才计算赢单率`,
      noAmount: (of, isRate) =>
        isRate
          ? `${of === 'won' ? '赢单' : '输单'}商机的金额都没有汇率：请在“设置”中补充汇率`
          : `${of === 'won' ? '赢单' : '输单'}商机都没有金额：请在“商机”表中填写`,
      nothing: '已结束商机的金额合计为 0 或更少',
      noCycle: '赢单商机的创建日期都不详',
      noDays: '赢单商机都在创建当天结束',
      days: (deals, undated) =>
        `${numberText(deals)} 个赢单商机${undated > 0 ? `，另有 ${numberText(undated)} 个起始日期不详未计入` : ''}`,
      perDay: (currency) =>
        `${currency}：第一阶段之后的进行中商机数 × 平均赢单金额 × 赢单率 ÷ 平均周期，近 12 个月`,
      rhythm: '根据销售周期中位数',
    },
  },
};
